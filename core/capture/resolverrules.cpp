// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! The headers by name, of which the first counts.
class ResolverHeaders
{
public:
    explicit ResolverHeaders(const QList<NamedText> &headers)
        : m_headers(headers)
    {
    }

    //! Null when it is not there.
    [[nodiscard]] const NamedText *find(QLatin1StringView name) const
    {
        const auto found = std::ranges::find_if(m_headers, [name](const NamedText &header) {
            return QLatin1StringView(header.name.bytes()).compare(name, Qt::CaseInsensitive) == 0;
        });
        return found == m_headers.end() ? nullptr : &*found;
    }
    [[nodiscard]] QString value(QLatin1StringView name) const
    {
        const NamedText *header = find(name);
        return header ? header->value.trimmed().toString() : QString();
    }

private:
    const QList<NamedText> &m_headers;
};

base::Finding about(const NamedText &header, QLatin1StringView id, const base::Facts &facts = {})
{
    const SourceText value = header.value.trimmed();
    base::Finding finding = carryingFinding(id, value.toString(), facts);
    finding.subject = header.name.toString();
    finding.span = value.span();
    return finding;
}

constexpr auto valid = "x-authgear-session-valid"_L1;
constexpr auto userId = "x-authgear-user-id"_L1;
constexpr auto canReauthenticate = "x-authgear-user-can-reauthenticate"_L1;
constexpr std::array booleans{valid, "x-authgear-user-anonymous"_L1, "x-authgear-user-verified"_L1,
                              canReauthenticate};

void judgeBooleans(const ResolverHeaders &headers, base::Findings &findings)
{
    for (const QLatin1StringView name : booleans) {
        const NamedText *header = headers.find(name);
        const QString value = headers.value(name);
        if (header && value != "true"_L1 && value != "false"_L1)
            findings.append(
                about(*header, "resolver.malformed"_L1, {{"header"_L1, QString(name)}}));
    }
}

void judgeSession(const ResolverHeaders &headers, base::Findings &findings)
{
    const NamedText *session = headers.find(valid);
    if (!session)
        return;
    if (headers.value(valid) == "false"_L1)
        findings.append(about(*session, "resolver.invalid"_L1));
    if (headers.value(valid) != "true"_L1)
        return;
    if (headers.value(userId).isEmpty()) {
        findings.append(about(*session, "resolver.user_missing"_L1));
        return;
    }
    findings.append(about(*session, "resolver.valid"_L1,
                          {{"user"_L1, headers.value(userId)},
                           {"anonymous"_L1, headers.value("x-authgear-user-anonymous"_L1)},
                           {"verified"_L1, headers.value("x-authgear-user-verified"_L1)}}));
}

void judgeUser(const ResolverHeaders &headers, base::Findings &findings)
{
    if (headers.value(canReauthenticate) == "false"_L1)
        findings.append(
            about(*headers.find(canReauthenticate), "resolver.cannot_reauthenticate"_L1));
    const NamedText *signedIn = headers.find("x-authgear-session-authenticated-at"_L1);
    const auto at
        = signedIn ? base::instantFromNumber(signedIn->value.trimmed().bytes()) : std::nullopt;
    if (at)
        findings.append(about(*signedIn, "resolver.signed_in_at"_L1,
                              {{"at"_L1, qlonglong(at->time_since_epoch().count())}}));
    else if (signedIn)
        findings.append(
            about(*signedIn, "resolver.malformed"_L1, {{"header"_L1, signedIn->name.toString()}}));
    if (const NamedText *amr = headers.find("x-authgear-session-amr"_L1))
        findings.append(about(*amr, "resolver.methods"_L1));
    if (const NamedText *roles = headers.find("x-authgear-user-roles"_L1))
        findings.append(about(*roles, "resolver.roles"_L1));
    if (const NamedText *acr = headers.find("x-authgear-session-acr"_L1))
        findings.append(about(*acr, "resolver.obsolete"_L1));
}

} // namespace

base::Findings judgeResolver(const QList<NamedText> &headers, Side side)
{
    base::Findings findings;
    if (headers.isEmpty())
        return findings;
    const ResolverHeaders known(headers);
    judgeBooleans(known, findings);
    judgeSession(known, findings);
    judgeUser(known, findings);
    // A backend believes them, so whoever can reach it without the proxy can be anybody.
    if (side == Side::Request)
        findings.append(about(headers.first(), "resolver.spoofable"_L1));
    return findings;
}

} // namespace capture
