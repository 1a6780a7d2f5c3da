// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/discovery.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

using base::json::Value;

// OpenID Discovery section 3, RFC 8414 section 2, and what Authgear adds.
constexpr std::array textMembers{
    "issuer"_L1,
    "authorization_endpoint"_L1,
    "token_endpoint"_L1,
    "userinfo_endpoint"_L1,
    "jwks_uri"_L1,
    "registration_endpoint"_L1,
    "revocation_endpoint"_L1,
    "introspection_endpoint"_L1,
    "end_session_endpoint"_L1,
    "device_authorization_endpoint"_L1,
    "pushed_authorization_request_endpoint"_L1,
};

constexpr std::array listMembers{
    "scopes_supported"_L1,
    "response_types_supported"_L1,
    "response_modes_supported"_L1,
    "grant_types_supported"_L1,
    "acr_values_supported"_L1,
    "subject_types_supported"_L1,
    "claims_supported"_L1,
    "code_challenge_methods_supported"_L1,
    "id_token_signing_alg_values_supported"_L1,
    "id_token_encryption_alg_values_supported"_L1,
    "userinfo_signing_alg_values_supported"_L1,
    "request_object_signing_alg_values_supported"_L1,
    "token_endpoint_auth_methods_supported"_L1,
    "token_endpoint_auth_signing_alg_values_supported"_L1,
    "dpop_signing_alg_values_supported"_L1,
};

constexpr std::array kindNames{"null", "false", "true", "number", "string", "array", "object"};

bool hasRightType(const Value &member)
{
    if (member.nameIn(textMembers) >= 0)
        return member.isString();
    if (member.nameIn(listMembers) >= 0)
        return member.isStringList();
    return true;
}

bool hasPrefix(const QStringList &list, QLatin1StringView prefix)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const QString &text) { return text.startsWith(prefix); });
}

// A byte order mark or a malformed character does not hide the rest of the document.
bool stopsReading(const base::Error &problem)
{
    return problem.id != "json.bom"_L1 && problem.id != "json.utf8"_L1;
}

} // namespace

base::Result<Discovery> Discovery::read(QByteArray json)
{
    Discovery discovery;
    discovery.m_json = base::json::Document::read(std::move(json));
    const QList<base::Error> &problems = discovery.m_json.problems();
    const auto fatal = std::find_if(problems.begin(), problems.end(), stopsReading);
    if (fatal != problems.end())
        return base::failure("discovery.json"_L1, fatal->id, fatal->offset);
    const Value root = discovery.m_json.root();
    if (!root.isObject()) {
        const auto kind = static_cast<std::size_t>(root.kind());
        return base::failure("discovery.shape"_L1, QString::fromLatin1(kindNames.at(kind)));
    }
    return discovery;
}

QString Discovery::text(QByteArrayView member) const
{
    return m_json.root().member(member).toString();
}

QStringList Discovery::list(QByteArrayView member) const
{
    const Value value = m_json.root().member(member);
    return value.isStringList() ? value.toStringList() : QStringList();
}

bool Discovery::looksLikeAuthgear() const
{
    return hasPrefix(list("grant_types_supported"), "urn:authgear:"_L1)
        || hasPrefix(list("response_types_supported"), "urn:authgear:"_L1)
        || hasPrefix(list("scopes_supported"), "https://authgear.com/scopes/"_L1)
        || (text("authorization_endpoint").endsWith("/oauth2/authorize"_L1)
            && text("end_session_endpoint").endsWith("/oauth2/end_session"_L1)
            && jwksUri().endsWith("/oauth2/jwks"_L1));
}

QList<base::Error> Discovery::problems() const
{
    QList<base::Error> problems = m_json.problems();
    const Value root = m_json.root();
    for (const Value member : root) {
        if (!hasRightType(member))
            problems.append({"discovery.member_type"_L1, member.name(), member.span().start});
        if (member.isDuplicate())
            problems.append({"discovery.duplicate"_L1, member.name(), member.nameSpan().start});
    }
    return problems;
}

} // namespace oidc
