// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

#include "core/jose/base64url.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Profile;

namespace cases {

namespace {

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

// A character of the payload that base64url does not have.
QByteArray withForeignCharacter()
{
    QByteArray token = good();
    token[token.indexOf('.') + 3] = '+';
    return token;
}

QByteArray unencoded(const QByteArray &payload)
{
    const QByteArray input
        = jose::base64url::encode(jwtHeader().set("b64", "false").set("crit", R"(["b64"])").bytes())
        + '.' + payload;
    return input + '.' + jose::base64url::encode(issuerKey().sign(input).value_or(QByteArray()));
}

verdict::Verdict carried(const QList<QLatin1StringView> &removed)
{
    verdict::Evidence evidence = authgear();
    evidence.presentation.removed = removed;
    evidence.presentation.inAuthorizationHeader
        = removed.contains("scheme"_L1) || removed.contains("header_name"_L1);
    return judged(good(), evidence);
}

// judgement, "Header forms".
Cases ofPresentation()
{
    constexpr auto name = "header_name"_L1;
    constexpr auto scheme = "scheme"_L1;
    return {
        {"input.cleaned"_L1, Pass, Accepted, "white space and quotes",
         carried({"whitespace"_L1, "quotes"_L1})},
        {"input.cleaned"_L1, Pass, Accepted, "header in quotes",
         carried({"quotes"_L1, name, scheme, "whitespace"_L1})},
        {"input.header_form"_L1, Fail, Rejected, "no scheme", carried({name})},
        {"input.header_form"_L1, Fail, Rejected, "Bearer twice", carried({scheme, scheme})},
        {"input.header_form"_L1, Fail, Rejected, "tab", carried({name, scheme, "tab"_L1})},
        {"input.header_form"_L1, Fail, Rejected, "colon", carried({scheme, "colon"_L1})},
        {"input.header_form"_L1, Fail, Rejected, "token in quotes", carried({scheme, "quotes"_L1})},
    };
}

Cases ofReading()
{
    const auto access = profile(Profile::Access);
    const auto any = profile(Profile::Any);
    const QByteArray header = jwtHeader().bytes();
    return {
        {"form.empty"_L1, Skipped, CannotTell, "nothing", judged("", authgear())},
        {"form.empty"_L1, Fail, Rejected, "nothing, access", judged("", authgear(), access)},
        {"form.parts"_L1, Fail, Rejected, "four parts", judged(good() + ".AAAA", authgear())},
        {"form.structure"_L1, Fail, Rejected, "flattened and general at once",
         judged(R"({"payload":"e30","signature":"AAAA","signatures":[]})", authgear())},
        {"form.encoding"_L1, Fail, Rejected, "foreign character",
         judged(withForeignCharacter(), authgear())},
        {"form.encoding"_L1, Fail, Rejected, "foreign character, any",
         judged(withForeignCharacter(), authgear(), any)},
        {"form.json"_L1, Fail, Rejected, "header cut off",
         judged(unsignedToken(R"({"alg":"RS256)", "{}"), authgear())},
        {"form.json"_L1, Fail, Rejected, "header is an array",
         judged(unsignedToken("[]", "{}"), authgear())},
        {"form.json"_L1, Fail, Rejected, "payload cut off",
         judged(mintedBytes(header, R"({"iss":"x)"), authgear(), any)},
        {"form.json"_L1, Fail, Rejected, "byte order mark before the claims",
         judged(mintedBytes(header, "\xEF\xBB\xBF" + accessClaims().bytes()), authgear())},
        {"form.json"_L1, Fail, Rejected, "no UTF-8",
         judged(mintedBytes(header, "{\"name\":\"\xFF\"}"), authgear(), any)},
        {"form.detached"_L1, Fail, Rejected, "no payload, access",
         judged(mintedBytes(header, ""), authgear(), access)},
        {"form.detached"_L1, Warn, Accepted, "no payload, any",
         judged(mintedBytes(header, ""), authgear(), any)},
        {"form.not_claims"_L1, Fail, Rejected, "text, access",
         judged(mintedBytes(header, "hello"), authgear(), access)},
        {"form.not_claims"_L1, Fail, Rejected, "text that calls itself an access token",
         judged(mintedBytes(accessHeader().bytes(), "hello"), authgear())},
        {"form.not_claims"_L1, Fail, Rejected, "array, ID",
         judged(mintedBytes(header, "[1]"), authgear(), profile(Profile::Id))},
        {"form.not_claims"_L1, Warn, Accepted, "text, any JWS",
         judged(mintedBytes(header, "hello"), authgear())},
        {"form.unencoded_payload"_L1, Fail, Rejected, "b64=false, access",
         judged(unencoded(accessClaims().bytes().replace('.', "\\u002e")), authgear(), access)},
        {"form.unencoded_payload"_L1, Warn, Accepted, "b64=false, any JWS",
         judged(unencoded("hello"), authgear())},
        {"form.nested"_L1, Skipped, CannotTell, "token in a token",
         judged(mintedBytes(jwtHeader().text("cty", "JWT").bytes(), good()), authgear())},
        {"form.nested"_L1, Skipped, CannotTell, "token in a token, access",
         judged(mintedBytes(jwtHeader().text("cty", "JWT").bytes(), good()), authgear(), access)},
    };
}

} // namespace

Cases ofForm()
{
    return ofReading() + ofPresentation();
}

} // namespace cases
