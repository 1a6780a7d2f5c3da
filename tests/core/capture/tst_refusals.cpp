// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Backends that refuse a token and tell why in the body alone, each in its framework's own words.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCause_data();
    void tellsCause();
    void tellsCauseInWordsOfLibraries_data();
    void tellsCauseInWordsOfLibraries();
    void leavesOtherAnswersAlone_data();
    void leavesOtherAnswersAlone();
    void toldOnceWhereTheHeaderTellsToo();
    void heedsWhatTellsMore_data();
    void heedsWhatTellsMore();
    void hearsTheErrorBesideOtherChallenges();
    void hearsTokensInOtherErrors();
    void tellsMovesInTheOrderOfTheText();
    void knowsWhatASilentChallengeCanMean_data();
    void knowsWhatASilentChallengeCanMean();
};

namespace {

QByteArray exchange(const QByteArray &status, const QByteArray &fields, const QByteArray &body)
{
    return "GET /orders HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer "
        + capturecases::jwt() + "\r\n\r\nHTTP/1.1 " + status + "\r\n" + fields
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QStringList causes(const QByteArray &text)
{
    QStringList ids = capturecases::ids(capture::read(text).findings);
    ids.removeIf([](const QString &id) { return !id.startsWith("answer."_L1); });
    return ids;
}

} // namespace

void TestRefusals::tellsCause_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *body, const QString &cause) {
        QTest::newRow(name) << QByteArray(body) << cause;
    };
    row("express-jwt, express' error page",
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Error</title>\n</head>\n<body>\n"
        "<pre>UnauthorizedError: jwt expired<br> &nbsp; at x.js:1</pre>\n</body>\n</html>\n",
        u"answer.expired"_s);
    row("an escaped quote",
        "<html><body><pre>JWTClaimValidationFailed: unexpected &quot;aud&quot; claim value<br>"
        "</pre></body></html>",
        u"answer.audience"_s);
    row("express-jwt, audience",
        R"({"name":"UnauthorizedError","message":"jwt audience invalid. expected: https://a"})",
        u"answer.audience"_s);
    row("express-jwt, no token", R"({"message":"No authorization token was found"})",
        u"answer.no_token"_s);
    row("jsonwebtoken, no token", R"({"error":"jwt must be provided"})", u"answer.no_token"_s);
    row("jose", R"({"code":"ERR_JWT_EXPIRED","message":"\"exp\" claim timestamp check failed"})",
        u"answer.expired"_s);
    row("jose, not one", R"({"message":"Invalid Compact JWS"})", u"answer.malformed"_s);
    row("PyJWT", R"({"detail":"Signature has expired"})", u"answer.expired"_s);
    row("PyJWT, signature", R"({"detail":"Signature verification failed"})", u"answer.signature"_s);
    row("PyJWT, segments", R"({"detail":"Not enough segments"})", u"answer.malformed"_s);
    row("flask-jwt-extended", R"({"msg":"Missing Authorization Header"})", u"answer.no_token"_s);
    row("Django Simple JWT", R"({"detail":"Token is invalid or expired","code":"token_not_valid"})",
        u"answer.token_refused"_s);
    row("golang-jwt", "token has invalid claims: token is expired\n", u"answer.expired"_s);
    row("golang-jwt, early", "token has invalid claims: token is not valid yet",
        u"answer.not_yet_valid"_s);
    row("Envoy", "Jwt is missing", u"answer.no_token"_s);
    row("Envoy, issuer", "Jwt issuer is not configured", u"answer.issuer"_s);
    row("Envoy, audience", "Audiences in Jwt are not allowed", u"answer.audience"_s);
    row("Kong", R"({"exp":"token expired"})", u"answer.expired"_s);
    row("AWS API Gateway", R"({"message":"The incoming token has expired"})", u"answer.expired"_s);
    row("an error in an error", R"({"error":{"status":401,"message":"Token expired"}})",
        u"answer.expired"_s);
    const auto say
        = [&row](const char *sentence, const QString &cause) { row(sentence, sentence, cause); };
    // Envoy, Istio.
    say("Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
        u"answer.malformed"_s);
    say("Jwt header is an invalid Base64url encoded", u"answer.malformed"_s);
    say("Jwt header [alg] field is not supported", u"answer.algorithm"_s);
    say("Jwks remote fetch is failed", u"answer.keys_unreachable"_s);
    say("RBAC: access denied", u"answer.access_rule"_s);
    // Kong, AWS API Gateway, Azure API Management, Google's proxies.
    row("Kong, algorithm", R"({"message":"Invalid algorithm"})", u"answer.algorithm"_s);
    row("Kong, no JSON", R"({"message":"Bad token; invalid JSON"})", u"answer.malformed"_s);
    row("AWS, no route", R"({"message":"Missing Authentication Token"})", u"answer.no_route"_s);
    row("AWS, signature wanted",
        R"({"message":"Authorization header requires 'Credential' parameter. Authorization header )"
        R"(requires 'Signature' parameter."})",
        u"answer.no_route"_s);
    row("AWS, policy",
        R"({"Message":"User is not authorized to access this resource with an explicit deny"})",
        u"answer.access_rule"_s);
    row("Azure, by default",
        R"({ "statusCode": 401, "message": "Unauthorized. Access token is missing or invalid." })",
        u"answer.token_refused"_s);
    row("Azure, the message of a library",
        R"({"message":"IDX10214: Audience validation failed. Audiences: '[PII is hidden]'."})",
        u"answer.audience"_s);
    row("Microsoft Graph",
        R"({"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}})",
        u"answer.no_token"_s);
    say("Invalid IAP credentials: Unable to parse JWT", u"answer.malformed"_s);
    row("GraphQL",
        R"({"errors":[{"message":"jwt expired","extensions":{"code":"X"}}],"data":null})",
        u"answer.expired"_s);
    row("Hasura",
        R"({"errors":[{"extensions":{"code":"invalid-jwt"},"message":"Could not verify JWT: JWTExpired"}]})",
        u"answer.expired"_s);
    // Keycloak tells of nbf and exp in one sentence, and of the session behind the token.
    say("Token is not active", u"answer.lifetime"_s);
    say("Session not active", u"answer.session_ended"_s);
    say("Token verification failed", u"answer.token_refused"_s);
    say("Incorrect token type. Expected 'Bearer' but was 'ID'", u"answer.kind"_s);
    // Libraries.
    say("secret or public key must be provided", u"answer.key_not_found"_s);
    say("\"kid\" invalid, unable to lookup correct key", u"answer.key_not_found"_s);
    say("failed to find key with key ID \"abc\" in key set", u"answer.key_not_found"_s);
    say("multiple matching keys found in the JSON Web Key Set", u"answer.key_not_found"_s);
    say("Too many requests to the JWKS endpoint", u"answer.keys_unreachable"_s);
    say("The specified alg value is not allowed", u"answer.algorithm"_s);
    say("Incorrect key for this algorithm", u"answer.algorithm"_s);
    say("\"alg\" (Algorithm) Header Parameter value not allowed", u"answer.algorithm"_s);
    say("unexpected \"typ\" JWT header value", u"answer.kind"_s);
    say("JOSE header typ (type) at+jwt not allowed", u"answer.kind"_s);
    say("Invalid crypto padding", u"answer.malformed"_s);
    say("Invalid JWT serialization: Missing dot delimiter(s)", u"answer.malformed"_s);
    say("exp not satisfied", u"answer.expired"_s);
    say("Cannot handle token with iat prior to 2026-11-30T10:05:00+0000",
        u"answer.not_yet_valid"_s);
    say("Could not validate credentials", u"answer.token_refused"_s);
    row("Laravel", R"({"message":"Unauthenticated."})", u"answer.no_token"_s);
    row("problem details", R"({"title":"Unauthorized","detail":"The token's issuer is unknown"})",
        u"answer.issuer"_s);
}

void TestRefusals::tellsCause()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, cause);
    QCOMPARE(causes(exchange("401 Unauthorized", {}, body)), QStringList{cause});
}

//! As the backends of tests/interop answered: PyJWT 2.15.1, jsonwebtoken 9.0.3 with jwks-rsa 3.2.2,
//! jwx 2.1.0, nimbus-jose-jwt 10.10; the others' words are of their sources.
void TestRefusals::tellsCauseInWordsOfLibraries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *cause, const QByteArray &text) {
        QTest::newRow(text.constData()) << text << u"answer."_s + QString::fromUtf8(cause);
    };
    // PyJWT
    row("malformed", "Invalid header string: Expecting value: line 1 column 1 (char 0)");
    row("malformed", "Invalid header string: must be a json object");
    row("malformed", "Invalid payload string: Extra data: line 1 column 165 (char 164)");
    row("malformed", "Invalid header padding");
    row("malformed", "Invalid crypto padding");
    row("malformed", "Key ID header parameter must be a string");
    row("malformed", "Payload Issuer (iss) must be a string");
    row("malformed", "Expiration Time claim (exp) must be an integer.");
    row("malformed", "Invalid claim format in token");
    row("malformed", "Unsupported critical extension: exp");
    row("malformed", "Invalid 'crit' header: must be a non-empty list");
    row("malformed", "Payload segment must be empty when 'b64' is false.");
    row("algorithm", "The specified alg value is not allowed");
    row("algorithm", "Algorithm not specified");
    row("claim_missing", R"(Token is missing the "exp" claim)");
    row("claim_missing", R"(Token is missing the "aud" claim)");
    row("key_not_found", R"(Unable to find a signing key that matches: "None")");
    row("not_yet_valid", "The token is not yet valid (iat)");
    row("issuer", "Invalid issuer");
    row("audience", "Audience doesn't match");
    // jsonwebtoken and jwks-rsa
    row("token_refused", "invalid token");
    row("algorithm", "invalid algorithm");
    row("malformed", "invalid exp value");
    row("malformed", "invalid nbf value");
    row("signature", "jwt signature is required");
    row("key_not_found",
        "error in secret or public key callback: Unable to find a signing key that matches "
        "'unknown'");
    row("key_not_found",
        "error in secret or public key callback: No KID specified and JWKS endpoint "
        "returned more than 1 key");
    // jwx: jwt.Parse, and jwt.ParseRequest, which quotes it
    row("expired", R"("exp" not satisfied)");
    row("issuer", R"("iss" not satisfied: values do not match)");
    row("no_token",
        "failed to find a valid token in any location of the request (tried: [header keys: "
        "\"Authorization\"])"); // 2.0.21
    const QByteArray none = "failed to find a valid token in any location of the request (tried: "
                            "header keys: [\"Authorization\"])";
    const auto wrapped = [&](const char *cause, const QByteArray &error) {
        row(cause,
            none
                + ". Additionally, errors were encountered during attempts to parse headers: "
                  "([header key: \"Authorization\", error: \""
                + error + "\"])");
    };
    row("no_token", none);
    wrapped("expired", R"(\"exp\" not satisfied)");
    wrapped("not_yet_valid", R"(\"nbf\" not satisfied)");
    wrapped("not_yet_valid", R"(\"iat\" not satisfied)");
    wrapped("audience", R"(\"aud\" not satisfied)");
    wrapped("issuer", R"(\"iss\" not satisfied: values do not match)");
    wrapped("claim_missing", R"(\"exp\" not satisfied: required claim not found)");
    wrapped("claim_missing", R"(\"iss\" not satisfied: claim \"iss\" does not exist)");
    wrapped("claim_missing", R"(claim \"aud\" not found)");
    wrapped("signature", "could not verify message using any of the signatures or keys");
    wrapped("key_not_found",
            R"(key provider 0 failed: failed to find key with key ID \"unknown\" in key set)");
    wrapped("key_not_found",
            R"(key provider 0 failed: failed to find matching key: no key ID )"
            R"((\"kid\") specified in token)");
    wrapped("malformed", "invalid JWT");
    wrapped("malformed",
            "failed to parse jws: failed to decode signature: failed to decode source: "
            "illegal base64 data at input byte 9");
    wrapped("malformed", "failed to parse token: unexpected EOF");
    wrapped("malformed", "unsupported format (layer: #2)");
    // nimbus
    row("expired", "Expired JWT");
    row("not_yet_valid", "JWT before use time");
    row("issuer", "JWT iss claim value rejected");
    row("audience", "JWT aud claim rejected");
    row("audience", "Illegal aud claim");
    row("claim_missing", "JWT missing required claims: [exp]");
    row("claim_missing", "JWT missing required aud claim");
    row("signature", "Signed JWT rejected: Invalid signature");
    row("key_not_found",
        "Signed JWT rejected: Another algorithm expected, or no matching key(s) found");
    row("kind", "JOSE header typ (type) at+jwt not allowed");
    row("kind", "Required JOSE header typ (type) parameter is missing");
    row("algorithm", "Unsecured (plain) JWTs are rejected, extend class to handle");
    row("algorithm", "Missing 'alg' in header JSON object");
    row("malformed", "Invalid unsecured/JWS/JWE header: Invalid JSON object");
    row("malformed", "Payload of JWS object is not a valid JSON object");
    row("malformed", "Invalid JWS header: Non-public key in jwk header parameter");
    row("malformed", "Unexpected third Base64URL part in the unsecured JWT object");
    row("malformed", "Unexpected type of JSON object member exp");
    row("malformed", "JSON object member aud is not an array of strings");
    row("malformed", "Invalid JWT serialization: Missing dot delimiter(s)");
    // express-oauth2-jwt-bearer 1.7.1
    row("expired", "\"exp\" claim timestamp check failed");
    row("lifetime", "Unexpected 'exp' value");
    // jose, golang-jwt, ruby-jwt, php-jwt, python-jose, Envoy, Spring Security
    row("claim_missing", R"(missing required "exp" claim)");
    row("claim_missing", "token is missing required claim: exp claim is required");
    row("claim_missing", "Missing required claim exp");
    row("claim_missing", R"(missing required key "exp" among claims)");
    row("algorithm", R"("alg" (Algorithm) Header Parameter value not allowed)");
    row("algorithm", "token signature is invalid: signing method HS256 is invalid");
    row("algorithm", "Expected a different algorithm");
    row("algorithm", "Incorrect key for this algorithm");
    row("algorithm", "Algorithm not supported");
    row("algorithm", "Jwt header [alg] is not supported");
    row("algorithm", "Unsupported algorithm of none");
    row("kind", R"(unexpected "typ" JWT header value)");
    row("no_token", "Missing required 'Authorization' header");
}

void TestRefusals::tellsCauseInWordsOfLibraries()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, cause);
    QCOMPARE(causes(exchange("401 Unauthorized", {}, text)), QStringList{cause});
    // A challenge that every refusal of the framework has, and the text in a body of its own.
    QByteArray quoted = text;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    const QStringList beside = causes(exchange("401 Unauthorized", "WWW-Authenticate: Bearer\r\n",
                                               "{\"detail\":\"" + quoted + "\"}"));
    QCOMPARE(beside, QStringList{cause});
}

void TestRefusals::leavesOtherAnswersAlone_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a good answer") << "200 OK"_ba
                                   << R"({"message":"Your card has expired"})"_ba;
    QTest::newRow("no word of a cause") << "401 Unauthorized"_ba
                                        << R"({"message":"Unauthorized"})"_ba;
    QTest::newRow("a page of a person")
        << "401 Unauthorized"_ba
        << "<html><body><p>The link has expired</p></body></html>"_ba;
    QTest::newRow("a text of several lines") << "403 Forbidden"_ba
                                             << "one\nexpired\n two"_ba;
    QTest::newRow("a long page") << "401 Unauthorized"_ba
                                 << "<pre>jwt expired</pre>" + QByteArray(20'000, ' ') + "<p>";
    QTest::newRow("a fault that is not about tokens") << "500 Internal Server Error"_ba
                                                      << R"({"error":"the index has expired"})"_ba;
    QTest::newRow("empty") << "401 Unauthorized"_ba
                           << ""_ba;
}

void TestRefusals::leavesOtherAnswersAlone()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QCOMPARE(causes(exchange(status, {}, body)), QStringList());
}

//! RFC 6750 section 3: the header is where it belongs.
void TestRefusals::toldOnceWhereTheHeaderTellsToo()
{
    const QByteArray challenge = "WWW-Authenticate: Bearer error=\"invalid_token\", "
                                 "error_description=\"The token expired\"\r\n";
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, R"({"message":"jwt expired"})")),
             QStringList{u"answer.expired"_s});
}

//! Which of the two tells more differs from framework to framework.
void TestRefusals::heedsWhatTellsMore_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const QByteArray &challenge, const QByteArray &body,
                        const QStringList &told) {
        const QByteArray field
            = challenge.isEmpty() ? challenge : "WWW-Authenticate: " + challenge + "\r\n";
        QTest::newRow(name) << field << body << told;
    };
    const QStringList expired{u"answer.expired"_s};
    row("a challenge that names no error", "Bearer", R"({"message":"jwt expired"})", expired);
    row("a challenge that names its code alone", "Bearer error=\"invalid_token\"",
        R"({"message":"jwt expired"})", expired);
    row("a body that names its code alone",
        "Bearer error=\"invalid_token\", error_description=\"The token expired\"",
        R"({"error":"invalid_token"})", expired);
    row("a body that tells of another cause",
        "Bearer error=\"invalid_token\", error_description=\"The token expired\"",
        R"({"message":"no token provided"})", expired);
    row("an OAuth error in the body", {},
        R"({"error":"invalid_token","error_description":"The token expired"})", expired);
    row("neither tells", "Bearer error=\"invalid_token\"", R"({"error":"invalid_token"})",
        {u"answer.token_refused"_s});
    row("a challenge that names no error, and a body that tells no more than that there is one",
        "Bearer", R"({"error":"invalid token"})", {u"answer.token_refused"_s});
    row("nothing but a challenge", "Bearer", R"({"message":"Unauthorized"})",
        {u"answer.no_token"_s});
}

void TestRefusals::heedsWhatTellsMore()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, told);
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, body)), told);
}

//! RFC 9449 section 7.1: a server that takes both schemes offers both.
void TestRefusals::hearsTheErrorBesideOtherChallenges()
{
    const QByteArray challenge
        = "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\", "
          "error_description=\"'exp' claim timestamp check failed\", DPoP algs=\"ES256\"\r\n";
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, {})), QStringList{u"answer.expired"_s});
    QCOMPARE(causes(exchange("401 Unauthorized", "WWW-Authenticate: Bearer, DPoP\r\n", {})),
             QStringList{u"answer.no_token"_s});
}

//! A verifier whose error nobody catches.
void TestRefusals::hearsTokensInOtherErrors()
{
    QCOMPARE(causes(exchange("500 Internal Server Error", {}, R"({"error":"jwt malformed"})")),
             QStringList{u"answer.malformed"_s});
}

void TestRefusals::tellsMovesInTheOrderOfTheText()
{
    QByteArray text;
    QList<qsizetype> order;
    for (qsizetype index = 0; index < 12; ++index) {
        text += "GET /oauth2/userinfo HTTP/1.1\r\nHost: a.example\r\n\r\n"
                "HTTP/1.1 307 Temporary Redirect\r\n"
                "Location: https://b.example/oauth2/userinfo\r\n\r\n";
        order.append(index);
    }
    QList<qsizetype> told;
    for (const base::Finding &finding : capture::read(text).findings) {
        if (finding.id == "answer.other_origin"_L1)
            told.append(capture::requestOf(finding));
    }
    QCOMPARE(told, order);
}

void TestRefusals::knowsWhatASilentChallengeCanMean_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QString>("sent");
    QTest::newRow("a token") << "Authorization: Bearer " + capturecases::jwt() + "\r\n"
                             << u"token"_s;
    QTest::newRow("masked") << "Authorization: Bearer ***\r\n"_ba << u"masked"_s;
    QTest::newRow("nothing") << ""_ba << QString();
}

void TestRefusals::knowsWhatASilentChallengeCanMean()
{
    QFETCH(QByteArray, credential);
    QFETCH(QString, sent);
    const capture::Capture capture
        = capture::read("GET / HTTP/1.1\r\nHost: a.example\r\n" + credential
                        + "\r\nHTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n\r\n");
    const auto silence
        = std::ranges::find(capture.findings, u"answer.no_token"_s,
                            [](const base::Finding &finding) { return QString(finding.id); });
    QVERIFY(silence != capture.findings.end());
    QCOMPARE(silence->facts.value(u"sent"_s).toString(), sent);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
