// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include "core/jose/base64url.h"

#include <algorithm>

namespace builders {

using namespace Qt::Literals::StringLiterals;
using jose::SigningKey;
using verdict::Evidence;
using verdict::Policy;
using verdict::Verdict;

namespace {

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

SigningKey generated(const QByteArray &algorithm)
{
    const auto key = SigningKey::generate(algorithm);
    return key ? *key : SigningKey();
}

Json userClaims()
{
    const QByteArray user = "https://authgear.com/claims/user/";
    return Json()
        .text("iss", issuer)
        .at("iat", -60)
        .at("exp", 1740)
        .at("auth_time", -90)
        .set("amr", R"(["pwd"])")
        .text("sub", "8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11")
        .set(user + "is_anonymous", "false")
        .set(user + "is_verified", "true")
        .set(user + "can_reauthenticate", "true")
        .set(user + "roles", R"(["reader"])");
}

oidc::IssuerSnapshot snapshotWith(const QByteArray &document)
{
    oidc::IssuerSnapshot snapshot;
    snapshot.input.typed = QString::fromLatin1(issuer);
    snapshot.input.issuer = QString::fromLatin1(issuer);
    snapshot.discovery = discovery(document);
    snapshot.keys = keySet(jwks({issuerKey()}), jose::KeyOrigin::Issuer);
    snapshot.fetchedAt = noonPlus(-34);
    snapshot.issuerMatch = oidc::matchIssuer(snapshot.input, snapshot.discovery);
    return snapshot;
}

} // namespace

base::Instant noonPlus(qint64 seconds)
{
    return noon + std::chrono::seconds{seconds};
}

Json &Json::set(const QByteArray &name, const QByteArray &json)
{
    const auto member
        = std::ranges::find(m_members, name, &std::pair<QByteArray, QByteArray>::first);
    if (member == m_members.end())
        return also(name, json);
    member->second = json;
    return *this;
}

Json &Json::also(const QByteArray &name, const QByteArray &json)
{
    m_members.append({name, json});
    return *this;
}

Json &Json::text(const QByteArray &name, const QByteArray &value)
{
    return set(name, quoted(value));
}

Json &Json::at(const QByteArray &name, qint64 secondsFromNoon)
{
    return set(name, QByteArray::number(noonSeconds + secondsFromNoon));
}

Json &Json::drop(const QByteArray &name)
{
    m_members.removeIf([&name](const auto &member) { return member.first == name; });
    return *this;
}

QByteArray Json::bytes() const
{
    QByteArrayList members;
    for (const auto &[name, json] : m_members)
        members << quoted(name) + ':' + json;
    return '{' + members.join(',') + '}';
}

Json accessClaims()
{
    return userClaims()
        .set("aud", '[' + quoted(issuer) + ']')
        .text("client_id", clientId)
        .text("scope", "openid offline_access")
        .text("jti", "ab12");
}

Json idClaims()
{
    return userClaims()
        .set("aud", '[' + quoted(clientId) + ']')
        .text("sid", "b2ZmbGluZV9ncmFudDoxMjM")
        .text("nonce", "n-1");
}

Json m2mClaims()
{
    return Json()
        .text("iss", issuer)
        .set("aud", '[' + quoted(resource) + ']')
        .at("iat", -60)
        .at("exp", 1740)
        .text("client_id", clientId)
        .text("scope", "read:orders")
        .text("jti", "cd34")
        .text("sub", QByteArray("client_id_") + clientId);
}

Json plainClaims()
{
    return Json().text("iss", issuer).text("sub", "u1").at("iat", -60).at("exp", 1740);
}

Json accessHeader()
{
    return Json().text("alg", "RS256").text("kid", "k1").text("typ", "at+jwt");
}

Json jwtHeader()
{
    return Json().text("alg", "RS256").text("kid", "k1").text("typ", "JWT");
}

const SigningKey &issuerKey()
{
    static const SigningKey key = generated("RS256");
    return key;
}

const SigningKey &strangerKey()
{
    static const SigningKey key = generated("RS256");
    return key;
}

QByteArray minted(const Json &header, const Json &claims)
{
    return mintedWith(issuerKey(), header, claims);
}

QByteArray mintedBytes(const QByteArray &header, const QByteArray &payload)
{
    return issuerKey().compact(header, payload).value_or(QByteArray());
}

QByteArray mintedWith(const SigningKey &key, const Json &header, const Json &claims)
{
    return key.compact(header.bytes(), claims.bytes()).value_or(QByteArray());
}

QByteArray unsignedToken(const QByteArray &header, const QByteArray &payload,
                         const QByteArray &signature)
{
    return jose::base64url::encode(header) + '.' + jose::base64url::encode(payload) + '.'
        + signature;
}

QByteArray jwks(const QList<SigningKey> &keys, const QByteArrayList &kids)
{
    QByteArrayList texts;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        Json jwk;
        for (const auto &[name, value] : keys.at(i).publicMembers())
            jwk.text(name, value);
        const QByteArray kid = kids.isEmpty() ? "k" + QByteArray::number(i + 1) : kids.at(i);
        if (!kid.isEmpty())
            jwk.text("kid", kid);
        texts << jwk.text("use", "sig").bytes();
    }
    return R"({"keys":[)" + texts.join(',') + "]}";
}

jose::KeySet keySet(const QByteArray &json, jose::KeyOrigin origin)
{
    return jose::KeySet::fromJson(json, origin).value_or(jose::KeySet());
}

oidc::Discovery discovery(const QByteArray &json)
{
    return oidc::Discovery::read(json).value_or(oidc::Discovery());
}

oidc::IssuerSnapshot authgearSnapshot()
{
    const QByteArray base = issuer;
    return snapshotWith(
        Json()
            .text("issuer", base)
            .text("jwks_uri", base + "/oauth2/jwks")
            .set("scopes_supported", R"(["openid","https://authgear.com/scopes/full-access"])")
            .set("id_token_signing_alg_values_supported", R"(["RS256"])")
            .bytes());
}

oidc::IssuerSnapshot otherSnapshot()
{
    const QByteArray base = issuer;
    return snapshotWith(Json().text("issuer", base).text("jwks_uri", base + "/keys").bytes());
}

Evidence evidenceOf(const oidc::IssuerSnapshot &snapshot)
{
    Evidence evidence;
    evidence.snapshot = snapshot;
    return evidence;
}

Evidence authgear()
{
    static const Evidence evidence = evidenceOf(authgearSnapshot());
    return evidence;
}

Evidence other()
{
    static const Evidence evidence = evidenceOf(otherSnapshot());
    return evidence;
}

Evidence keysOnly()
{
    Evidence evidence;
    evidence.given << keySet(jwks({issuerKey()}), jose::KeyOrigin::File);
    return evidence;
}

Policy profile(verdict::Profile profile)
{
    Policy policy;
    policy.profile = profile;
    return policy;
}

Policy forClient(verdict::Profile wanted)
{
    Policy policy = profile(wanted);
    policy.clientId = QString::fromLatin1(clientId);
    return policy;
}

Verdict judged(const QByteArray &token, const Evidence &evidence, const Policy &policy,
               base::Instant now)
{
    return verdict::judge(verdict::examine(jose::Token::read(token), evidence), policy, now);
}

const base::Finding *find(const Verdict &verdict, QLatin1StringView id)
{
    const auto finding = std::ranges::find(verdict.findings, id, &base::Finding::id);
    return finding == verdict.findings.end() ? nullptr : &*finding;
}

QString listed(const Verdict &verdict)
{
    constexpr std::array outcomes{"pass"_L1, "warn"_L1, "fail"_L1, "skipped"_L1};
    QStringList lines{name(verdict.decision)};
    for (const base::Finding &finding : verdict.findings)
        lines << outcomes[static_cast<size_t>(finding.outcome)] + u' ' + finding.id;
    return lines.join("\n  "_L1);
}

QLatin1StringView primaryId(const Verdict &verdict)
{
    return verdict.primaryFinding() ? verdict.primaryFinding()->id : QLatin1StringView();
}

} // namespace builders
