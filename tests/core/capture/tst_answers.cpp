// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"
#include "core/capture/carryingrules.h"
#include "core/capture/oauthflow.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;
using capture::SourceText;

namespace {

//! "answer.expired: 2026…": ids and what was found.
QString summary(const base::Findings &findings)
{
    QStringList all;
    for (const base::Finding &finding : findings)
        all += finding.found.isEmpty() ? QString(finding.id)
                                       : QString(finding.id) + u": "_s + finding.found;
    return all.join(u"; "_s);
}

//! What is said of the requests and answers in a text, not of the text itself.
base::Findings findingsAbout(const QByteArray &text)
{
    base::Findings findings = capture::read(text).findings;
    findings.removeIf(
        [](const base::Finding &finding) { return finding.id.startsWith("capture."_L1); });
    return findings;
}

capture::NamedText field(const char *name, const char *value)
{
    return {SourceText(name), SourceText(value, 100)};
}

const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636 appendix B
const QByteArray challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

QByteArray authorize(const QByteArray &rest)
{
    return "GET /oauth2/authorize?client_id=c1&state=s1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"
        + rest + " HTTP/1.1\nHost: p.authgear.cloud\n\n";
}

QByteArray callback(const QByteArray &date = "15:00:00")
{
    return "GET /cb?state=s1&code=" + opaque()
        + " HTTP/1.1\nHost: app.example\n\nHTTP/1.1 200 OK\nDate: Mon, 21 Sep 2026 " + date
        + " GMT\n\n";
}

QByteArray exchange(const QByteArray &rest, const QByteArray &date = "15:00:01")
{
    return "POST /oauth2/token HTTP/1.1\nHost: p.authgear.cloud\nContent-Type: "
           "application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code="
        + opaque() + rest + "\n\nHTTP/1.1 400 Bad Request\nDate: Mon, 21 Sep 2026 " + date
        + " GMT\n\n";
}

} // namespace

//! Answers parsed back to a cause, and requests of a sign-in judged.
class TestAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsChallenges_data();
    void explainsChallenges();
    void explainsErrors_data();
    void explainsErrors();
    void takesNoOtherErrorForOAuth_data();
    void takesNoOtherErrorForOAuth();
    void explainsPages_data();
    void explainsPages();
    void explainsResolvers_data();
    void explainsResolvers();
    void judgesSignIns_data();
    void judgesSignIns();
    void judgesTargets_data();
    void judgesTargets();
    void namesTheRequest();
};

void TestAnswers::explainsChallenges_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *value, const char *expected) {
        QTest::newRow(value) << QByteArray(value) << QString::fromUtf8(expected);
    };
    const auto said = [&row](const QByteArray &description, const char *expected) {
        const QByteArray value
            = "Bearer error=\"invalid_token\", error_description=\"" + description + '"';
        row(value.constData(), expected);
    };
    row("Bearer", "answer.no_token");
    row("Bearer realm=\"api\"", "answer.no_token");
    row("Basic realm=x, Negotiate", "answer.scheme_wanted: Basic, Negotiate");
    row("Bearer error=\"invalid_token\"", "answer.token_refused");
    row("Bearer error=\"insufficient_scope\", scope=\"a b\"", "answer.scope_missing: a b");
    row("Bearer error=\"insufficient_user_authentication\", max_age=\"5\"",
        "answer.sign_in_again: max_age 5"); // RFC 9470 section 3
    row("DPoP error=\"use_dpop_nonce\"", "answer.dpop_nonce"); // RFC 9449 section 9
    // Authgear's userinfo, reference 7.
    row("Bearer error=\"invalid_grant\", error_description=\"invalid session\"",
        "answer.session_ended");
    // ASP.NET Core, reference 9.3.
    said("The audience 'empty' is invalid", "answer.audience: empty");
    said("The issuer 'https://a.example' is invalid", "answer.issuer: https://a.example");
    said("The signature key was not found", "answer.key_not_found");
    said("The signature is invalid", "answer.signature");
    said("The token expired at '09/21/2026 15:00:00'", "answer.expired: 09/21/2026 15:00:00");
    said("The token is not valid before 'x'", "answer.not_yet_valid: x");
    said("The token has no expiration", "answer.lifetime");
    said("The audience 'a' is invalid; The token expired at 'b'",
         "answer.audience: a; answer.expired: b");
    // Spring Security, Envoy, jose for JavaScript.
    said("Jwt expired at 2026-09-21T15:00:00Z", "answer.expired: 2026-09-21T15:00:00Z");
    said("The iss claim is not valid", "answer.issuer");
    said("Signed JWT rejected: Another algorithm expected, or no matching key(s) found",
         "answer.key_not_found");
    said("Jwks doesn't have key to match kid or alg from Jwt", "answer.key_not_found");
    said("\\\"exp\\\" claim timestamp check failed", "answer.expired");
    said("unexpected \\\"aud\\\" claim value", "answer.audience");
    said("something else", "answer.token_refused");
}

void TestAnswers::explainsChallenges()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, expected);
    const base::Findings findings = capture::judgeChallenge(SourceText(value, 50));
    QCOMPARE(summary(findings), expected);
    for (const base::Finding &finding : findings)
        QCOMPARE(finding.span, (base::Span{50, 50 + value.size()}));
}

void TestAnswers::explainsErrors_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *error, const char *description, const char *expected) {
        QTest::addRow("%s %s", error, description) << QByteArray(error) << QByteArray(description)
                                                   << u"answer."_s + QLatin1StringView(expected);
    };
    // Reference authgear 9.1.
    row("invalid_client", "invalid client ID", "client_unknown");
    row("invalid_client", "client secret is required", "secret_missing");
    row("invalid_request", "invalid client secret", "secret_wrong");
    row("invalid_request", "client secret is not supported for the client", "secret_unwanted");
    row("invalid_request", "code is required", "parameter_missing: code");
    row("invalid_request", "PKCE code verifier is required",
        "parameter_missing: PKCE code verifier");
    row("invalid_request", "refresh token is required", "parameter_missing: refresh token");
    row("invalid_request", "invalid redirect URI", "redirect_uri");
    row("invalid_request", "client id doesn't match the refresh token", "refresh_client");
    row("invalid_request", "invalid client_id in Authorization header", "client_encoding");
    row("invalid_request", "requested_token_type not supported", "token_exchange");
    row("invalid_request", "cannot issue access token", "cannot_issue");
    row("invalid_request", "biometric authentication is disabled", "feature_off");
    row("invalid_grant", "invalid authorization code", "code_refused");
    row("invalid_grant", "invalid refresh token", "refresh_refused");
    row("invalid_grant", "valid session is required", "session_required");
    row("invalid_grant", "InvalidCredentials", "credentials_refused");
    row("unauthorized_client", "grant type is not allowed for this client", "grant_not_allowed");
    row("unauthorized_client", "this client may not refresh id token", "client_not_allowed");
    row("unsupported_grant_type", "grant type is not supported", "grant_unsupported");
    row("invalid_scope", "specified scope is not allowed: email2", "scope_not_allowed: email2");
    row("invalid_scope", "must request 'openid' scope", "openid_missing");
    row("invalid_target", "resource is required", "resource_missing");
    row("invalid_target", "resource not found", "resource_unknown");
    row("invalid_target", "client is not associated with the resource", "resource_not_linked");
    row("server_error", "access token generation is disallowed by hook", "hook");
    row("server_error", "internal server error", "server_error");
    row("x_rate_limited", "rate limit exceeded, please try again later.", "rate_limited");
    row("invalid_dpop_proof", "DPoP proof expired", "dpop_expired");
    // 9.2.
    row("unauthorized_client", "invalid client ID", "client_unknown");
    row("invalid_request", "redirect URI is not allowed", "redirect_uri");
    row("invalid_request", "PKCE code challenge is required for public clients", "pkce_missing");
    row("invalid_request", "only 'S256' PKCE transform is supported", "pkce_method");
    row("invalid_request", "prompt cannot have other values when none is set", "prompt");
    row("invalid_request", "oauth session expired", "sign_in_expired");
    row("login_required", "authentication required", "login_required");
    row("access_denied", "authorization denied", "access_denied");
    // Other servers.
    row("invalid_grant", "", "grant_refused");
    row("invalid_request", "", "oauth_error");
    row("some_new_error", "", "oauth_error");
}

void TestAnswers::explainsErrors()
{
    QFETCH(const QByteArray, error);
    QFETCH(const QByteArray, description);
    QFETCH(const QString, expected);
    const base::Findings findings = capture::judgeErrorAnswer(error, description, {3, 9});
    QCOMPARE(summary(findings), expected);
    QCOMPARE(findings.first().span, (base::Span{3, 9}));
    QCOMPARE(findings.first().facts.value(u"error"_s).toString(), QString::fromUtf8(error));
}

void TestAnswers::takesNoOtherErrorForOAuth_data()
{
    QTest::addColumn<QByteArray>("error");
    for (const char *error : {"", "Not Found", "true", "Unauthorized", "E_401", "boom"})
        QTest::newRow(error) << QByteArray(error);
}

void TestAnswers::takesNoOtherErrorForOAuth()
{
    QFETCH(const QByteArray, error);
    QVERIFY(capture::judgeErrorAnswer(error, "invalid refresh token", {}).isEmpty());
}

void TestAnswers::explainsPages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Authgear's page, reference 9.2")
        << QByteArray("Invalid OAuth authorization request:\nerror: invalid_request\n"
                      "error_description: redirect URI is not allowed\nstate: x\n")
        << u"answer.redirect_uri"_s;
    QTest::newRow("no project, reference 1.4")
        << QByteArray("app not found\n") << u"answer.app_not_found"_s;
    QTest::newRow("another text") << QByteArray("the app not found in here") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestAnswers::explainsPages()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, expected);
    QCOMPARE(summary(capture::judgeAnswerText(SourceText(body))), expected);
}

void TestAnswers::explainsResolvers_data()
{
    QTest::addColumn<QList<capture::NamedText>>("headers");
    QTest::addColumn<QString>("expected");
    const auto valid = field("X-Authgear-Session-Valid", "true");
    const auto user = field("x-authgear-user-id", "u1");
    QTest::newRow("valid") << QList{valid, user} << u"resolver.valid: true"_s;
    QTest::newRow("not valid") << QList{field("x-authgear-session-valid", "false")}
                               << u"resolver.invalid: false"_s;
    QTest::newRow("another value")
        << QList{field("x-authgear-session-valid", "1")} << u"resolver.malformed: 1"_s;
    QTest::newRow("no user") << QList{valid} << u"resolver.user_missing: true"_s;
    QTest::newRow("social sign-in only")
        << QList{valid, user, field("x-authgear-user-can-reauthenticate", "false")}
        << u"resolver.valid: true; resolver.cannot_reauthenticate: false"_s;
    QTest::newRow("time") << QList{valid, user,
                                   field("x-authgear-session-authenticated-at", "1790000000")}
                          << u"resolver.valid: true; resolver.signed_in_at: 1790000000"_s;
    QTest::newRow("time that is none") << QList{field("x-authgear-session-authenticated-at", "now")}
                                       << u"resolver.malformed: now"_s;
    QTest::newRow("obsolete") << QList{field("x-authgear-session-acr", "x")}
                              << u"resolver.obsolete: x"_s;
    QTest::newRow("none") << QList<capture::NamedText>() << QString();
}

void TestAnswers::explainsResolvers()
{
    QFETCH(const QList<capture::NamedText>, headers);
    QFETCH(const QString, expected);
    QCOMPARE(summary(capture::judgeResolver(headers, capture::Side::Response)), expected);
    const base::Findings sent = capture::judgeResolver(headers, capture::Side::Request);
    QCOMPARE(ids(sent).contains(u"resolver.spoofable"_s), !headers.isEmpty());
}

void TestAnswers::judgesSignIns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QByteArray good = "&response_type=code&scope=openid&code_challenge_method=S256"
                            "&code_challenge="
        + challenge;
    const QByteArray request = "&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb";
    const QByteArray proof = request + "&code_verifier=" + verifier;
    const auto row = [](const char *name, const QByteArray &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    row("good", authorize(good), "");
    row("verifier fits", authorize(good) + callback() + exchange(proof), "request.pkce_match");
    row("verifier differs",
        authorize(good) + callback() + exchange(request + "&code_verifier=other"),
        "request.pkce_mismatch: 2SmKENGwc1g33EvYXaxkGw887yekfl1TpU8vP1svz_o");
    row("challenge is the verifier",
        authorize(QByteArray(good).replace(challenge, verifier)) + exchange(proof),
        ("request.pkce_mismatch: " + challenge).constData());
    row("another redirect URI",
        authorize(good) + exchange("&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%2F"),
        "request.redirect_uri_differs: https://app.example/cb/");
    row("another client", authorize(good) + callback() + exchange("&client_id=c2"),
        "request.client_differs: c2");
    row("the code twice", exchange("") + exchange(""), "request.code_reused: 2");
    row("a late code", callback() + exchange("", "15:05:01"), "request.code_late: 301");
    row("a code in time", callback() + exchange("", "15:05:00"), "");
    row("no PKCE", authorize("&response_type=code&scope=openid"), "request.pkce_missing");
    row("plain PKCE", authorize("&response_type=code&code_challenge=" + verifier),
        "request.pkce_plain");
    row("scopes joined with a plus",
        authorize(good + "x").replace("scope=openid", "scope=openid%2Boffline_access"),
        "request.scope_plus: openid+offline_access");
    row("offline_access alone", authorize(good).replace("scope=openid", "scope=offline_access"),
        "request.openid_missing: offline_access");
    row("prompt", authorize(good + "&prompt=none+login"), "request.prompt_none: none login");
    row("prompt and max_age", authorize(good + "&prompt=none&max_age=0"),
        "request.prompt_none: max_age=0");
    row("implicit", authorize("&response_type=token"), "request.implicit: token");
    row("token request by GET",
        "GET /oauth2/token?grant_type=client_credentials HTTP/1.1\nHost: a.example\n\n",
        "request.token_by_get: GET");
    row("error in a redirect",
        "GET / HTTP/1.1\nHost: a.example\n\nHTTP/1.1 303 See Other\nLocation: "
        "https://app.example/cb?error=login_required&error_description=authentication+required"
        "\n\nGET /cb?error=login_required&error_description=authentication+required HTTP/1.1\n"
        "Host: app.example\n\n",
        "answer.login_required");
}

void TestAnswers::judgesSignIns()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary(findingsAbout(text)), expected);
}

void TestAnswers::judgesTargets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QByteArray rest = " HTTP/1.1\nHost: p.authgear.cloud\n";
    QTest::newRow("userinfo") << "GET /oauth2/userinfo" + rest << QString();
    QTest::newRow("userInfo, reference trouble 45")
        << "GET /oauth2/userInfo" + rest << u"request.userinfo_case: /oauth2/userInfo"_s;
    QTest::newRow("introspection, reference trouble 50") << "POST /oauth2/introspect" + rest
            + "\nHTTP/1.1 404 Not Found\n\n" << u"request.no_introspection: /oauth2/introspect"_s;
    QTest::newRow("introspection elsewhere")
        << "POST /oauth2/introspect" + rest + "\nHTTP/1.1 200 OK\n\n{}" << QString();
    QTest::newRow("two slashes") << "GET //oauth2/token" + rest
                                 << u"request.double_slash: //oauth2/token"_s;
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\n\ntoken=";
    QTest::newRow("a JWT is revoked")
        << "POST /oauth2/revoke" + rest + form + jwt() << u"request.revoke_jwt: token"_s;
    QTest::newRow("a refresh token is revoked")
        << "POST /oauth2/revoke" + rest + form + refreshToken() << QString();
    QTest::newRow("a silent resolver") << "GET /_resolver/resolve" + rest + "\nHTTP/1.1 200 OK\n\n"
                                       << u"resolver.absent"_s;
}

void TestAnswers::judgesTargets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(summary(findingsAbout(text)), expected);
}

void TestAnswers::namesTheRequest()
{
    const capture::Capture capture
        = capture::read("GET /a HTTP/1.1\nHost: a.example\n\nGET /b HTTP/1.1\nHost: a.example\n\n"
                        "HTTP/1.1 401 No\nWWW-Authenticate: Bearer error=\"invalid_token\"\n\n");
    QCOMPARE(capture.findings.first().id, "answer.token_refused"_L1);
    QCOMPARE(capture.findings.first().facts.value(u"request"_s), 1);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
