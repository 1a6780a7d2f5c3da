// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "inspections.h"

#include "core/jose/base64url.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace inspections {

namespace {

QByteArray keySetJson()
{
    QByteArray members = R"("kid":"k1","use":"sig","alg":"ES256")";
    for (const auto &[name, value] : issuerKey().publicMembers())
        members += ",\"" + name + "\":\"" + value + '"';
    return "{\"keys\":[{" + members + "}]}";
}

http::Exchange exchange(const QByteArray &url)
{
    http::Exchange one;
    one.url = url;
    one.status = 200;
    one.duration = 12ms;
    one.tls.used = true;
    one.tls.protocol = u"TLS 1.3"_s;
    return one;
}

} // namespace

const jose::SigningKey &issuerKey()
{
    static const auto key = jose::SigningKey::generate("ES256").value();
    return key;
}

oidc::IssuerSnapshot snapshot()
{
    oidc::IssuerSnapshot one;
    one.input = oidc::parseIssuer(u"https://issuer.example"_s).value();
    one.discovery = oidc::Discovery::read(R"({"issuer":"https://issuer.example",)"
                                          R"("jwks_uri":"https://issuer.example/oauth2/jwks"})")
                        .value();
    one.keys = jose::KeySet::fromJson(keySetJson(), jose::KeyOrigin::Issuer).value();
    one.exchanges = {exchange("https://issuer.example/.well-known/openid-configuration"),
                     exchange("https://issuer.example/oauth2/jwks")};
    one.fetchedAt = now - 34s;
    one.issuerMatch = oidc::IssuerMatch::Same;
    one.clockOffset = oidc::ClockOffset{1500ms, 506ms};
    return one;
}

QByteArray signedToken(QByteArrayView payload, QByteArrayView header)
{
    constexpr QByteArrayView usual = R"({"alg":"ES256","kid":"k1","typ":"at+jwt"})";
    return issuerKey().compact(header.isEmpty() ? usual : header, payload).value();
}

QByteArray accessPayload(QByteArrayView more)
{
    return R"({"iss":"https://issuer.example","aud":["https://issuer.example"],"sub":"u-1",)"
           R"("client_id":"c-1","iat":1787579411,"exp":1787581211,"auth_time":1787578491,)"
           R"("jti":"j-1")"
        + more.toByteArray() + '}';
}

report::Inspection inspect(const QByteArray &token, const verdict::Evidence &evidence,
                           const verdict::Policy &policy)
{
    auto examination = verdict::examine(jose::Token::read(token), evidence);
    auto verdict = verdict::judge(examination, policy, now);
    return {std::move(examination), std::move(verdict)};
}

report::Inspection inspect(const QByteArray &token, const verdict::Policy &policy)
{
    verdict::Evidence evidence;
    evidence.snapshot = snapshot();
    return inspect(token, evidence, policy);
}

} // namespace inspections
