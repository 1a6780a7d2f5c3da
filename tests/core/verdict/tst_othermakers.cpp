// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using verdict::Profile;
using verdict::Verdict;

namespace {

// A backend that knows what it expects: API, client and issuer.
Verdict underProfile(Profile profile, const Json &header, const Json &claims)
{
    verdict::Policy policy;
    policy.profile = profile;
    policy.audiences = {QString::fromLatin1(resource)};
    policy.clientId = QString::fromLatin1(clientId);
    return judged(minted(header, claims), other(), policy);
}

Json withTimes(const QByteArray &members)
{
    Json claims;
    claims.text("iss", issuer);
    for (const auto &member : members.split('|')) {
        const qsizetype equals = member.indexOf('=');
        claims.set(member.left(equals), member.mid(equals + 1));
    }
    return claims.at("iat", -60).at("exp", 600);
}

// "accepted rejected rejected": as access token, ID token and machine's token.
QString decisions(const Json &header, const Json &claims)
{
    QStringList all;
    for (const auto profile : {Profile::Access, Profile::Id, Profile::M2m})
        all += verdict::name(underProfile(profile, header, claims).decision);
    return all.join(u' ');
}

} // namespace

//! Tokens as other issuers make them, before a backend that wants one kind.
class TestOtherMakers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheirKindsApart_data();
    void tellsTheirKindsApart();
    void takesTheTypOfAnAccessToken_data();
    void takesTheTypOfAnAccessToken();
    void readsScopes_data();
    void readsScopes();
    void readsRoles_data();
    void readsRoles();
    void limitsTheSignIn_data();
    void limitsTheSignIn();
};

void TestOtherMakers::tellsTheirKindsApart_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("decisions");
    const auto row = [](const char *tag, const QByteArray &members, const QString &decisions) {
        QTest::newRow(tag) << members << decisions;
    };
    const QByteArray api = R"(aud="https://api.example.com"|)";
    const QByteArray client = R"(aud="0123456789abcdef"|sub="u"|)";
    const auto access = u"accepted rejected accepted"_s; // nobody marks a machine but Authgear
    const auto id = u"rejected accepted rejected"_s;
    row("Keycloak access token", api + R"(sub="u"|azp="app"|typ="Bearer"|scope="openid")", access);
    row("Auth0 access token", api + R"(sub="auth0-u"|azp="app"|scope="openid")", access);
    row("Entra access token", api + R"(sub="u"|azp="app"|scp="read"|ver="2.0")", access);
    row("Okta access token", api + R"(sub="u"|cid="app"|scp=["read"]|ver=1)", access);
    row("Keycloak ID token", client + R"(azp="0123456789abcdef"|typ="ID"|sid="s")", id);
    row("Google ID token", client + R"(azp="0123456789abcdef"|at_hash="x"|email="a@b")", id);
    row("Entra ID token", client + R"(nonce="n"|oid="o"|tid="t"|ver="2.0")", id);
    row("Cognito ID token", client + R"(token_use="id"|auth_time=1)", id);
    row("Firebase ID token", client + R"(user_id="u"|auth_time=1|firebase={})", id);
    // Without an audience an API cannot know that the token is for it.
    row("Cognito access token", R"(client_id="app"|token_use="access"|scope="openid"|sub="u")",
        u"rejected rejected rejected"_s);
    row("Kubernetes service account", api + R"(sub="system:serviceaccount:a:b"|nbf=1)", access);
    row("private_key_jwt, RFC 7523 section 3",
        R"(iss="app"|sub="app"|aud="https://demo.authgear.cloud/token"|jti="x")",
        u"rejected rejected rejected"_s);
}

void TestOtherMakers::tellsTheirKindsApart()
{
    QFETCH(const QByteArray, members);
    QTEST(decisions(jwtHeader(), withTimes(members)), "decisions");
}

void TestOtherMakers::takesTheTypOfAnAccessToken_data()
{
    QTest::addColumn<QByteArray>("typ");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const QByteArray &typ, const char *outcome) {
        QTest::newRow(typ.constData()) << typ << QString::fromLatin1(outcome);
    };
    // RFC 9068 section 2.1; RFC 7515 section 4.1.9: media types compare without case.
    row(R"("at+jwt")", "pass kind.expected");
    row(R"("AT+JWT")", "pass kind.expected");
    row(R"("application/at+jwt")", "pass kind.expected");
    row(R"("Application/At+Jwt")", "pass kind.expected");
    row(R"("JWT")", "warn kind.typ"); // from before RFC 9068
    row(R"("application/jwt")", "warn kind.typ");
    row(R"("at+jwt ")", "fail kind.typ");
    row(R"("text/at+jwt")", "fail kind.typ");
    row(R"("secevent+jwt")", "fail kind.typ");
    row(R"("")", "fail kind.typ");
    row("null", "fail kind.typ_type");
    row("1", "fail kind.typ_type");
    row(R"(["at+jwt"])", "fail kind.typ_type");
}

void TestOtherMakers::takesTheTypOfAnAccessToken()
{
    QFETCH(const QByteArray, typ);
    const Json claims = withTimes(
        R"(aud="https://api.example.com"|sub="u"|client_id="app"|jti="j"|scope="read")");
    const auto verdict = underProfile(Profile::Access, jwtHeader().set("typ", typ), claims);
    QFETCH(const QString, outcome);
    QVERIFY2(listed(verdict).contains(outcome), qPrintable(listed(verdict)));
}

void TestOtherMakers::readsScopes_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("id");
    const auto row = [](const QByteArray &member, const char *id) {
        QTest::newRow(member.constData()) << member << QString::fromLatin1(id);
    };
    // RFC 6749 section 3.3: words with a blank between, and case matters.
    row(R"(scope="read")", "pass requirement.scope_ok");
    row(R"(scope="openid read")", "pass requirement.scope_ok");
    row(R"(scope="openid  read ")", "pass requirement.scope_ok");
    row(R"(scp="read")", "pass requirement.scope_ok");
    row(R"(scp=["openid","read"])", "pass requirement.scope_ok");
    row(R"(scope=["read"])", "pass requirement.scope_ok");
    row(R"(scope="READ")", "fail requirement.scope_missing");
    row(R"(scope="reader")", "fail requirement.scope_missing");
    row(R"(scope="openid,read")", "fail requirement.scope_missing");
    row(R"(scope="openid\tread")", "fail requirement.scope_missing");
    row(R"(scope="")", "fail requirement.scope_missing");
    row(R"(scope=[])", "fail requirement.scope_missing");
    row(R"(scope=["openid read"])", "fail requirement.scope_missing");
    row(R"(permissions=["read"])", "fail requirement.scope_missing");
    row("scope=1", "fail requirement.scope_type");
    row("scope=null", "fail requirement.scope_type");
    row(R"(scope={"read":true})", "fail requirement.scope_type");
    row(R"(scope="openid"|scp="read")", "fail requirement.scope_missing"); // scope is the standard
}

void TestOtherMakers::readsScopes()
{
    QFETCH(const QByteArray, member);
    verdict::Policy policy = profile(Profile::Any);
    policy.scopes = {u"read"_s};
    const auto verdict = judged(minted(jwtHeader(), withTimes(member)), other(), policy);
    QFETCH(const QString, id);
    QVERIFY2(listed(verdict).contains(id), qPrintable(listed(verdict)));
}

void TestOtherMakers::readsRoles_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("id");
    const auto row = [](const QByteArray &member, const char *id) {
        QTest::newRow(member.constData()) << member << QString::fromLatin1(id);
    };
    row(R"(https://authgear.com/claims/user/roles=["admin"])", "pass requirement.role_ok");
    row(R"(roles=["user","admin"])", "pass requirement.role_ok");
    row(R"(realm_access={"roles":["admin"]})", "pass requirement.role_ok");
    row(R"(roles=["Admin"])", "fail requirement.role_missing");
    row(R"(roles="admin")", "fail requirement.role_missing");
    row(R"(roles=[])", "fail requirement.role_missing");
    row(R"(role="admin")", "fail requirement.role_missing");
    // What Authgear says counts, also when it says that there is none.
    row(R"(https://authgear.com/claims/user/roles=[]|roles=["admin"])",
        "fail requirement.role_missing");
}

void TestOtherMakers::readsRoles()
{
    QFETCH(const QByteArray, member);
    verdict::Policy policy = profile(Profile::Any);
    policy.roles = {u"admin"_s};
    const auto verdict = judged(minted(jwtHeader(), withTimes(member)), other(), policy);
    QFETCH(const QString, id);
    QVERIFY2(listed(verdict).contains(id), qPrintable(listed(verdict)));
}

void TestOtherMakers::limitsTheSignIn_data()
{
    QTest::addColumn<QByteArray>("authTime");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, const QByteArray &authTime, const char *id) {
        QTest::newRow(tag) << authTime << QString::fromLatin1(id);
    };
    const auto at = [](qint64 seconds) { return QByteArray::number(noonSeconds + seconds); };
    row("just now", at(0), "pass reauth.fresh");
    row("the limit", at(-300), "pass reauth.fresh"); // equal is fresh
    row("a second older", at(-301), "fail reauth.stale");
    row("half a second older", at(-301) + ".5", "fail reauth.stale");
    row("half a second younger", at(-300) + ".5", "pass reauth.fresh");
    row("a second ahead", at(1), "fail reauth.future");
    row("milliseconds", at(-10) + "000", "fail reauth.future");
    row("before 1970", "-1", "fail reauth.stale");
    row("text", "\"" + at(0) + "\"", "fail reauth.type");
    row("null", "null", "fail reauth.type");
    row("true", "true", "fail reauth.type");
}

// OpenID Connect Core section 2, auth_time; the guide's five minutes.
void TestOtherMakers::limitsTheSignIn()
{
    QFETCH(const QByteArray, authTime);
    verdict::Policy policy = forClient(Profile::Sensitive);
    policy.leeway = std::chrono::seconds{60}; // makes no sign-in younger
    const auto verdict
        = judged(minted(jwtHeader(), idClaims().set("auth_time", authTime)), authgear(), policy);
    QFETCH(const QString, id);
    QVERIFY2(listed(verdict).contains(id), qPrintable(listed(verdict)));
}

QTEST_GUILESS_MAIN(TestOtherMakers)
#include "tst_othermakers.moc"
