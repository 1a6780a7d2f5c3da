// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/settings.h"

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

using base::Error;
using MaybeError = std::optional<Error>;

//! Stores what a text means, or says why it means nothing; an empty text leaves the default.
template <typename Target, typename Read>
MaybeError take(const QString &text, Target &target, Read read)
{
    if (text.isEmpty())
        return {};
    const auto value = read(text);
    if (!value)
        return Error{value.error().id, text, -1};
    target = *value;
    return {};
}

base::Result<std::chrono::seconds> durationOf(const QString &text)
{
    return base::parseDuration(text.toUtf8());
}

MaybeError takeTimes(const InspectOptions &options, Settings &settings)
{
    auto &policy = settings.policy;
    if (options.maxAuthAge == "none"_L1 && policy.profile == verdict::Profile::Sensitive)
        return Error{"usage.sensitive_without_age"_L1, {}, -1};
    if (options.maxAuthAge == "none"_L1)
        policy.maxAuthAge.reset();
    else if (auto error = take(options.maxAuthAge, policy.maxAuthAge, durationOf))
        return error;
    if (policy.maxAuthAge == std::chrono::seconds{0})
        return Error{"usage.zero_age"_L1, options.maxAuthAge, -1};
    if (auto error = take(options.leeway, policy.leeway, durationOf))
        return error;
    return take(options.at, settings.at,
                [](const QString &text) { return base::parseInstant(text.toUtf8()); });
}

bool isUrl(const QString &text)
{
    return text.startsWith(u"https://"_s, Qt::CaseInsensitive)
        || text.startsWith(u"http://"_s, Qt::CaseInsensitive);
}

MaybeError takeSources(const InspectOptions &options, Settings &settings)
{
    if (!options.issuer.isEmpty()) {
        const auto issuer = oidc::parseIssuer(options.issuer);
        if (!issuer)
            return issuer.error(); // It knows which piece of the text may be shown.
        settings.issuer = *issuer;
    }
    if (!isUrl(options.jwks)) {
        settings.jwksFile = options.jwks;
        return {};
    }
    if (options.offline)
        return Error{"usage.offline_url"_L1, options.jwks, -1};
    settings.jwksUrl = options.jwks.toUtf8();
    return {};
}

//! One place for the token, and standard input for one thing only.
MaybeError checkInputs(const InspectOptions &options)
{
    const auto places = int(!options.token.isEmpty()) + int(!options.input.isEmpty())
        + int(!options.sample.isEmpty());
    if (places > 1)
        return Error{"usage.several_inputs"_L1, {}, -1};
    if (!options.sample.isEmpty()
        && (options.offline || !options.issuer.isEmpty() || !options.jwks.isEmpty()))
        return Error{"usage.sample_alone"_L1, {}, -1};
    if (options.asOfCapture && (!options.at.isEmpty() || !options.sample.isEmpty()))
        return Error{"usage.as_of_capture"_L1, {}, -1};
    const QStringList files = QStringList{options.token, options.input, options.secretFile,
                                          options.jwks, options.caFile}
        + options.keys;
    const bool implied = places == 0;
    if (files.count(u"-"_s) + int(implied) > 1)
        return Error{"usage.stdin_twice"_L1, {}, -1};
    return {};
}

verdict::Policy policyOf(const InspectOptions &options)
{
    verdict::Policy policy;
    policy.profile
        = verdict::profileFromName(options.profile).value_or(verdict::Profile::Automatic);
    policy.audiences = options.audiences;
    policy.clientId = options.clientId;
    policy.scopes = options.scopes;
    policy.roles = options.roles;
    policy.claims = options.claims;
    return policy;
}

} // namespace

base::Result<Settings> understand(const InspectOptions &options)
{
    Settings settings;
    settings.policy = policyOf(options);
    if (!options.which.isEmpty())
        settings.which = options.which.toInt(); // The command line let numbers pass only.
    if (auto error = checkInputs(options))
        return tl::unexpected(*error);
    if (auto error = takeTimes(options, settings))
        return tl::unexpected(*error);
    if (auto error = takeSources(options, settings))
        return tl::unexpected(*error);
    return settings;
}

} // namespace cli
