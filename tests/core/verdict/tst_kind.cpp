// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include "core/jose/authgearshapes.h"
#include "core/jose/kind.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using verdict::Kind;
using verdict::KindGuess;

namespace {

constexpr auto lastKind = int(Kind::Opaque);

KindGuess guess(const Json &header, const Json &claims)
{
    return verdict::recognize(jose::Token::read(unsignedToken(header.bytes(), claims.bytes())));
}

QString reasonsOf(const KindGuess &guess)
{
    QStringList texts;
    for (const QLatin1StringView reason : guess.reasons)
        texts << reason;
    return texts.join(u' ');
}

} // namespace

class TestKind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognizesTyp_data();
    void recognizesTyp();
    void believesTypBeforeClaims_data();
    void believesTypBeforeClaims();
    void recognizesClaims_data();
    void recognizesClaims();
    void recognizesShapes_data();
    void recognizesShapes();
    void typIsAskedBeforeClaims();
    void readsNothingIntoARepairedPart();
    void opaqueShapesAreExact_data();
    void opaqueShapesAreExact();
    void clientIdProvesAnIdToken();
    void clientIdProvesNothingAgainstTyp();
    void namesAreUnique();
    void reasonsAreUnique();
    void onlyProofsProve();
};

void TestKind::recognizesTyp_data()
{
    QTest::addColumn<QByteArray>("typ");
    QTest::addColumn<int>("kind");

    const auto row
        = [](const char *typ, Kind kind) { QTest::newRow(typ) << QByteArray(typ) << int(kind); };
    row("at+jwt", Kind::AccessToken);
    row("AT+JWT", Kind::AccessToken);
    row("application/at+jwt", Kind::AccessToken);
    row("Application/At+Jwt", Kind::AccessToken);
    row("text/at+jwt", Kind::OtherJwt);
    row("application/x/at+jwt", Kind::OtherJwt);
    row("at+jwt ", Kind::OtherJwt);
    row("dpop+jwt", Kind::DpopProof);
    row("logout+jwt", Kind::LogoutToken);
    row("vnd.authgear.anonymous-request", Kind::AnonymousRequest);
    row("vnd.authgear.biometric-request", Kind::BiometricRequest);
    row("vnd.authgear.app2app-request", Kind::App2AppRequest);
    row("application/vnd.authgear.anonymous-request", Kind::AnonymousRequest);
    row("JWT", Kind::OtherJwt);
    row("", Kind::OtherJwt);
}

void TestKind::recognizesTyp()
{
    QFETCH(QByteArray, typ);
    QFETCH(int, kind);
    QCOMPARE(int(guess(jwtHeader().text("typ", typ), plainClaims()).kind), kind);
}

void TestKind::believesTypBeforeClaims_data()
{
    QTest::addColumn<QByteArray>("typ");
    QTest::newRow("RFC 9101 section 10.8") << "oauth-authz-req+jwt"_ba;
    QTest::newRow("RFC 9701 section 5") << "token-introspection+jwt"_ba;
    QTest::newRow("draft-ietf-oauth-rfc7523bis") << "client-authentication+jwt"_ba;
}

//! What is typed as something else is no ID token, whatever claims it has: RFC 8725 section 3.11.
void TestKind::believesTypBeforeClaims()
{
    QFETCH(const QByteArray, typ);
    const jose::KindGuess found = guess(jwtHeader().text("typ", typ), idClaims());
    QCOMPARE(int(found.kind), int(Kind::OtherJwt));
    QCOMPARE(found.reasons, {QLatin1StringView("typ=" + typ)});
}

void TestKind::recognizesClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reasons");

    const auto row = [](const char *tag, const Json &claims, Kind kind, const QString &reasons) {
        QTest::newRow(tag) << claims.bytes() << int(kind) << reasons;
    };
    const Json plain = plainClaims();
    const Json withAud = plainClaims().text("aud", "a");
    row("Authgear ID token", idClaims(), Kind::IdToken, u"nonce"_s);
    row("Authgear ID token, refreshed", idClaims().drop("nonce"), Kind::IdToken,
        u"sid auth_time"_s);
    row("Authgear access token, old typ", accessClaims(), Kind::AccessToken, u"client_id scope"_s);
    row("Authgear M2M token", m2mClaims(), Kind::M2mToken, u"client_id scope sub=client_id_"_s);
    row("machine elsewhere", Json(plain).text("client_id", "u1"), Kind::M2mToken,
        u"client_id sub=client_id"_s);
    row("nonce and at_hash", Json(plain).text("at_hash", "x").text("nonce", "y"), Kind::IdToken,
        u"nonce at_hash"_s);
    row("nonce beside scope", Json(plain).text("scope", "x").text("nonce", "y"), Kind::IdToken,
        u"nonce"_s);
    row("Cognito access", Json(plain).text("token_use", "access").text("nonce", "y"),
        Kind::AccessToken, u"token_use=access"_s);
    row("Cognito ID", Json(plain).text("token_use", "id"), Kind::IdToken, u"token_use=id"_s);
    row("Keycloak access", Json(plain).text("typ", "Bearer").text("nonce", "y"), Kind::AccessToken,
        u"claim.typ=Bearer"_s);
    row("Keycloak ID", Json(plain).text("typ", "ID"), Kind::IdToken, u"claim.typ=ID"_s);
    row("Entra access", Json(plain).text("scp", "User.Read"), Kind::AccessToken, u"scp"_s);
    row("Okta access", Json(plain).text("cid", "x"), Kind::AccessToken, u"cid"_s);
    row("Google ID", Json(withAud).text("azp", "a"), Kind::IdToken, u"aud=azp"_s);
    row("azp of another", Json(withAud).text("azp", "b"), Kind::OtherJwt, u"claims"_s);
    row("session token without aud", Json(plain).text("sid", "s"), Kind::OtherJwt, u"claims"_s);
    row("logout",
        Json(plain).set("events", R"({"http://schemas.openid.net/event/backchannel-logout":{}})"),
        Kind::LogoutToken, u"events"_s);
    row("another event", Json(plain).set("events", R"({"urn:x":{}})"), Kind::OtherJwt, u"claims"_s);
    row("DPoP without typ", Json().text("htm", "GET").text("htu", "https://x").at("iat", 0),
        Kind::DpopProof, u"htm+htu"_s);
    row("Admin API", Json().text("aud", "demo").at("iat", 0).at("exp", 300), Kind::AdminApiToken,
        u"no_iss_no_sub"_s);
    row("no admin: audience is a URL", Json().text("aud", "https://x").at("iat", 0).at("exp", 300),
        Kind::OtherJwt, u"claims"_s);
    row("no admin: sub", Json().text("aud", "d").text("sub", "u").at("iat", 0).at("exp", 9),
        Kind::OtherJwt, u"claims"_s);
    row("nothing", Json(), Kind::OtherJwt, u"claims"_s);
    row("statement of a wrong type", Json(plain).set("token_use", "1"), Kind::OtherJwt,
        u"claims"_s);
}

void TestKind::recognizesClaims()
{
    QFETCH(QByteArray, claims);
    QFETCH(int, kind);
    QFETCH(QString, reasons);
    const auto token = jose::Token::read(unsignedToken(jwtHeader().bytes(), claims));
    const KindGuess found = verdict::recognize(token);
    QCOMPARE(int(found.kind), kind);
    QCOMPARE(reasonsOf(found), reasons);
}

void TestKind::recognizesShapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");

    const QByteArray header = jwtHeader().bytes();
    const auto row = [](const char *tag, const QByteArray &text, Kind kind) {
        QTest::newRow(tag) << text << int(kind);
    };
    row("nothing", "", Kind::Nothing);
    row("a word", "hello", Kind::Opaque);
    row("32 letters", QByteArray(32, 'a'), Kind::Opaque32);
    row("uuid.32", "8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11." + QByteArray(32, 'Z'), Kind::UuidSecret);
    row("JWE", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA", Kind::Jwe);
    row("JWE as JSON", R"({"protected":"e30","ciphertext":"AAAA","iv":"AAAA","tag":"AAAA"})",
        Kind::Jwe);
    row("flattened", R"({"protected":"e30","payload":"e30","signature":"AAAA"})", Kind::JsonJws);
    row("general", R"({"payload":"e30","signatures":[{"protected":"e30","signature":"AAAA"}]})",
        Kind::JsonJws);
    row("payload is text", unsignedToken(header, "hello"), Kind::OtherJws);
    row("payload is an array", unsignedToken(header, "[]"), Kind::OtherJws);
    row("payload is empty", unsignedToken(header, ""), Kind::OtherJws);
    row("payload is a token", unsignedToken(header, unsignedToken(header, "{}")), Kind::OtherJws);
    row("payload is cut off", unsignedToken(header, R"({"iss":)"), Kind::Unreadable);
    row("header is cut off", unsignedToken(R"({"alg":)", "{}"), Kind::Unreadable);
    row("header is an array", unsignedToken("[]", "{}"), Kind::Unreadable);
    row("unsecured", unsignedToken(R"({"alg":"none"})", idClaims().bytes(), ""), Kind::IdToken);
}

void TestKind::recognizesShapes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    const KindGuess found = verdict::recognize(jose::Token::read(text));
    QCOMPARE(int(found.kind), kind);
    QVERIFY(!found.reasons.isEmpty());
    for (const QLatin1StringView reason : found.reasons)
        QVERIFY2(std::ranges::find(jose::kindReasons(), reason) != jose::kindReasons().end(),
                 reason.data());
}

void TestKind::typIsAskedBeforeClaims()
{
    QVERIFY(guess(accessHeader(), idClaims()).kind == Kind::AccessToken);
    QVERIFY(guess(accessHeader(), m2mClaims()).kind == Kind::M2mToken);
    QVERIFY(guess(jwtHeader().text("typ", "dpop+jwt"), accessClaims()).kind == Kind::DpopProof);
}

void TestKind::readsNothingIntoARepairedPart()
{
    // Padding is easily taken off, and then the payload is an ID token's. It is not what was sent.
    const QByteArray token = unsignedToken(jwtHeader().bytes(), idClaims().bytes() + ' ');
    const qsizetype dot = token.lastIndexOf('.');
    const QByteArray padded = token.left(dot) + "=" + token.mid(dot);
    QVERIFY(verdict::recognize(jose::Token::read(padded)).kind == Kind::Unreadable);
}

void TestKind::opaqueShapesAreExact_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray uuid = "8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11";
    QTest::newRow("31") << QByteArray(31, 'a');
    QTest::newRow("33") << QByteArray(33, 'a');
    QTest::newRow("a dash") << QByteArray(31, 'a') + '-';
    QTest::newRow("a letter beyond ASCII") << QByteArray(30, 'a') + "\xC3\xA4";
    QTest::newRow("uuid.31") << uuid + '.' + QByteArray(31, 'a');
    QTest::newRow("uuid-32") << uuid + '-' + QByteArray(32, 'a');
    QTest::newRow("uuid in capitals") << uuid.toUpper() + '.' + QByteArray(32, 'a');
    QTest::newRow("dash elsewhere")
        << "8c1d4a9-e2c47-4f0e-9a53-0e6d3c1b7a11." + QByteArray(32, 'a');
}

void TestKind::opaqueShapesAreExact()
{
    QFETCH(QByteArray, text);
    QVERIFY(!jose::isOpaque32(text));
    QVERIFY(!jose::isUuidSecret(text));
}

void TestKind::clientIdProvesAnIdToken()
{
    const QByteArray token = minted(jwtHeader(), plainClaims().text("aud", clientId));
    QVERIFY(judged(token, other(), forClient()).judgedAs == verdict::Profile::Id);
    QVERIFY(judged(token, other(), {}).judgedAs == verdict::Profile::Any);
    QVERIFY(
        find(judged(token, other(), forClient(verdict::Profile::Access)), "kind.id_for_access"_L1));
    // An API that is called like the client.
    verdict::Policy named = forClient(verdict::Profile::Access);
    named.audiences = QStringList{named.clientId};
    QVERIFY(!find(judged(token, other(), named), "kind.id_for_access"_L1));
}

void TestKind::clientIdProvesNothingAgainstTyp()
{
    const QByteArray token = minted(accessHeader(), accessClaims().text("aud", clientId));
    const auto verdict = judged(token, authgear(), forClient());
    QVERIFY(verdict.judgedAs == verdict::Profile::Access);
    QVERIFY(!find(verdict, "kind.id_for_access"_L1));
}

void TestKind::namesAreUnique()
{
    QSet<QString> names;
    for (int i = 0; i <= lastKind; ++i)
        names.insert(verdict::name(Kind(i)));
    QCOMPARE(names.size(), lastKind + 1);
    QCOMPARE(verdict::name(Kind::Opaque), "opaque"_L1);
    QCOMPARE(verdict::name(Kind::OtherJwt), "jwt"_L1);
}

void TestKind::reasonsAreUnique()
{
    const auto all = jose::kindReasons();
    const QSet<QLatin1StringView> unique(all.begin(), all.end());
    QCOMPARE(unique.size(), qsizetype(all.size()));
}

void TestKind::onlyProofsProve()
{
    QVERIFY(jose::isProvenIdToken({Kind::IdToken, {"nonce"_L1}}));
    QVERIFY(jose::isProvenIdToken({Kind::IdToken, {"sid"_L1, "at_hash"_L1}}));
    QVERIFY(!jose::isProvenIdToken({Kind::IdToken, {"sid"_L1, "auth_time"_L1}}));
    QVERIFY(!jose::isProvenIdToken({Kind::AccessToken, {"nonce"_L1}}));
}

QTEST_GUILESS_MAIN(TestKind)
#include "tst_kind.moc"
