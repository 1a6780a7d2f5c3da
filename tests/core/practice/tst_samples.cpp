// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"
#include "core/jose/verifier.h"
#include "core/practice/endpoints.h"
#include "core/practice/samples.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using jose::SignatureStatus;

namespace {

constexpr qint64 nowSeconds = 1787220000;
// Half a second in: times must be rounded down, so that nothing is issued in the future.
constexpr base::Instant now{std::chrono::milliseconds(nowSeconds * 1000 + 500)};
const QByteArray claimPrefix = "https://authgear.com/claims/user/"_ba;

qint64 integer(const base::json::Value &value)
{
    return value.toInteger().value_or(-1);
}

} // namespace

//! Every row of the sample table against authgear.md parts 3 and 4 and its own lesson.
class TestSamples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTheSamplesOfThePlan();
    void everyRowIsCompleteAndMints();
    void refusesAnUnknownName();
    void signaturesSayWhatTheLessonSays_data();
    void signaturesSayWhatTheLessonSays();
    void headersAreAuthgears_data();
    void headersAreAuthgears();
    void accessTokenHasAuthgearsClaims();
    void idTokenHasAuthgearsClaims();
    void machineTokenHasNoUser();
    void timesFollowTheLesson_data();
    void timesFollowTheLesson();
    void audienceDiffersByTheSlashOnly();
    void otherIssuerIsForeignThroughout();
    void tamperedHasOneMoreRole();
    void unsecuredHasAnEmptySignature();
    void publicKeyIsTheSecretOfTheForgery();
    void oldSignInIsFreshlyIssued();
    void cannotReauthenticateHasNoMethods();
    void opaqueHasTheShapeOfAuthgears();
    void encryptedHasPlausibleParts();
    void duplicateExpiryIsPastThenFuture();
    void millisecondsAreAThousandTimesSeconds();
    void unicodeNamesArriveUnharmed();
    void everyMintIsAnotherToken();

private:
    QByteArray minted(const QByteArray &name) const
    {
        return practice::mint(QLatin1StringView(name), m_mint, now).value_or(QByteArray());
    }
    jose::Token token(const QByteArray &name) const { return jose::Token::read(minted(name)); }
    jose::SignatureResult checked(const jose::Token &token) const
    {
        return jose::verify(token.signatures().first(), {m_keys});
    }

    practice::Mint m_mint;
    jose::KeySet m_keys;
};

void TestSamples::initTestCase()
{
    auto key = jose::SigningKey::generate("RS256");
    auto stranger = jose::SigningKey::generate("RS256");
    QVERIFY(key && stranger);
    m_mint = {u"http://127.0.0.1:9400"_s, practice::practiceClientId(),
              QUuid::createUuid().toString(QUuid::WithoutBraces), *key, *stranger};
    const auto keys
        = jose::KeySet::fromJson(practice::keySetJson({m_mint.issuer, m_mint.kid, m_mint.key, now}),
                                 jose::KeyOrigin::Issuer);
    QVERIFY(keys);
    m_keys = *keys;
}

void TestSamples::hasTheSamplesOfThePlan()
{
    QStringList names;
    for (const practice::Sample &sample : practice::samples())
        names.append(sample.name);
    const QStringList expected{u"access"_s,        u"id"_s,
                               u"expires-soon"_s,  u"expired"_s,
                               u"not-yet-valid"_s, u"audience-slash"_s,
                               u"other-issuer"_s,  u"tampered"_s,
                               u"stranger"_s,      u"unknown-kid"_s,
                               u"none"_s,          u"hs256-public-key"_s,
                               u"old-sign-in"_s,   u"cannot-reauthenticate"_s,
                               u"m2m"_s,           u"opaque"_s,
                               u"jwe"_s,           u"duplicate-claim"_s,
                               u"milliseconds"_s,  u"unicode"_s,
                               u"id-token-sent"_s, u"har"_s};
    QCOMPARE(names, expected);
}

void TestSamples::everyRowIsCompleteAndMints()
{
    QSet<QByteArray> titles;
    for (const practice::Sample &sample : practice::samples()) {
        const QByteArray lesson = sample.lesson;
        titles.insert(sample.title);
        QVERIFY2(lesson.endsWith('.') && !lesson.contains('!'), sample.lesson);
        QVERIFY2(practice::mint(sample.name, m_mint, now).has_value(), sample.title);
    }
    QCOMPARE(titles.size(), qsizetype(practice::samples().size()));
}

void TestSamples::refusesAnUnknownName()
{
    const auto made = practice::mint("Access"_L1, m_mint, now);
    QVERIFY(!made);
    QCOMPARE(made.error().id, "sample.unknown"_L1);
    QCOMPARE(made.error().detail, u"Access"_s);
}

void TestSamples::signaturesSayWhatTheLessonSays_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<SignatureStatus>("status");
    QTest::addColumn<QLatin1StringView>("reason");
    for (const char *name : {"access", "id", "expires-soon", "expired", "not-yet-valid",
                             "audience-slash", "old-sign-in", "cannot-reauthenticate", "m2m",
                             "duplicate-claim", "milliseconds", "unicode"})
        QTest::newRow(name) << QByteArray(name) << SignatureStatus::Valid << QLatin1StringView();
    const auto row = [](const char *name, SignatureStatus status, QLatin1StringView reason) {
        QTest::newRow(name) << QByteArray(name) << status << reason;
    };
    row("tampered", SignatureStatus::Invalid, "signature.mismatch"_L1);
    row("stranger", SignatureStatus::Invalid, "signature.mismatch"_L1);
    row("unknown-kid", SignatureStatus::Unverified, "kid.unknown"_L1);
    row("other-issuer", SignatureStatus::Unverified, "kid.unknown"_L1);
    row("none", SignatureStatus::Unverified, "algorithm.none"_L1);
    row("hs256-public-key", SignatureStatus::Unverified, "algorithm.hmac_needs_secret"_L1);
}

void TestSamples::signaturesSayWhatTheLessonSays()
{
    QFETCH(QByteArray, name);
    const jose::SignatureResult result = checked(token(name));
    QTEST(result.status, "status");
    QTEST(result.reason, "reason");
}

void TestSamples::headersAreAuthgears_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    for (const char *name : {"access", "m2m", "expired", "tampered", "stranger"})
        QTest::newRow(name) << QByteArray(name) << "at+jwt"_ba;
    for (const char *name : {"id", "old-sign-in", "cannot-reauthenticate", "unicode"})
        QTest::newRow(name) << QByteArray(name) << "JWT"_ba;
}

void TestSamples::headersAreAuthgears()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    QCOMPARE(token(name).header().bytes,
             R"({"alg":"RS256","kid":")" + m_mint.kid.toLatin1() + R"(","typ":")" + type + R"("})");
}

void TestSamples::accessTokenHasAuthgearsClaims()
{
    const jose::Token access = token("access");
    QStringList names;
    for (const base::json::Value claim : access.claims())
        names.append(claim.name());
    // Sorted, as Authgear's encoder writes them. No sid, nbf, nonce, azp, acr (authgear.md 3.3).
    const QString prefix = QString::fromLatin1(claimPrefix);
    const QStringList expected{u"amr"_s,
                               u"aud"_s,
                               u"auth_time"_s,
                               u"client_id"_s,
                               u"exp"_s,
                               prefix + u"can_reauthenticate"_s,
                               prefix + u"is_anonymous"_s,
                               prefix + u"is_verified"_s,
                               prefix + u"roles"_s,
                               u"iat"_s,
                               u"iss"_s,
                               u"jti"_s,
                               u"scope"_s,
                               u"sub"_s};
    QCOMPARE(names, expected);
    const auto claims = access.claims();
    QCOMPARE(claims.member("aud").text().toByteArray(), "[\"http://127.0.0.1:9400\"]"_ba);
    QCOMPARE(claims.member("iss").toString(), m_mint.issuer);
    QCOMPARE(claims.member("client_id").toString(), m_mint.clientId);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{16}$"_s).match(m_mint.clientId).hasMatch());
    QVERIFY(
        QRegularExpression(u"^[0-9a-f]{64}$"_s).match(claims.member("jti").toString()).hasMatch());
    QCOMPARE(QUuid(claims.member("sub").toString()).version(), QUuid::Random);
    QVERIFY(claims.member("amr").isArray());
    QVERIFY(claims.member(claimPrefix + "roles").isArray());
    QVERIFY(claims.member(claimPrefix + "can_reauthenticate").isTrue());
    QVERIFY(claims.member("scope").toString().split(u' ').contains(u"openid"_s));
}

void TestSamples::idTokenHasAuthgearsClaims()
{
    const auto held = token("id");
    const auto claims = held.claims();
    QCOMPARE(claims.member("aud").toStringList(), QStringList{m_mint.clientId});
    const QByteArray sid
        = QByteArray::fromBase64(claims.member("sid").toUtf8(),
                                 QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QVERIFY2(sid.startsWith("offline_grant:"), sid.constData());
    QVERIFY(!QUuid::fromString(QLatin1StringView(sid.mid(14))).isNull());
    QVERIFY(claims.member("nonce").isString());
    for (const char *absent :
         {"jti", "azp", "at_hash", "acr", "nbf", "scope", "client_id", "email"})
        QVERIFY2(!claims.member(absent), absent);
    const auto access = token("access");
    QCOMPARE(claims.member("sub").toString(), access.claims().member("sub").toString());
}

void TestSamples::machineTokenHasNoUser()
{
    const auto held = token("m2m");
    const auto claims = held.claims();
    QCOMPARE(claims.size(), 8);
    QCOMPARE(claims.member("aud").toStringList(), QStringList{practice::practiceResource()});
    QCOMPARE(claims.member("sub").toString(),
             u"client_id_"_s + claims.member("client_id").toString());
    QVERIFY(!claims.member("auth_time"));
    QVERIFY(!claims.member(claimPrefix + "roles"));
}

void TestSamples::timesFollowTheLesson_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("issued"); // relative to now, in seconds
    QTest::addColumn<qint64>("expires");
    QTest::newRow("access") << "access"_ba << qint64(0) << qint64(1800);
    QTest::newRow("id") << "id"_ba << qint64(0) << qint64(300);
    QTest::newRow("expires-soon") << "expires-soon"_ba << qint64(-1740) << qint64(60);
    QTest::newRow("expired") << "expired"_ba << qint64(-1920) << qint64(-120);
    QTest::newRow("m2m") << "m2m"_ba << qint64(0) << qint64(1800);
}

void TestSamples::timesFollowTheLesson()
{
    QFETCH(QByteArray, name);
    const auto held = token(name);
    QTEST(integer(held.claims().member("iat")) - nowSeconds, "issued");
    QTEST(integer(held.claims().member("exp")) - nowSeconds, "expires");
    if (const auto signedIn = held.claims().member("auth_time"))
        QVERIFY(integer(signedIn) < integer(held.claims().member("iat")));
}

void TestSamples::audienceDiffersByTheSlashOnly()
{
    const auto held = token("audience-slash");
    QCOMPARE(held.claims().member("iss").toString(), m_mint.issuer);
    QCOMPARE(held.claims().member("aud").toStringList(), QStringList{m_mint.issuer + u'/'});
}

void TestSamples::otherIssuerIsForeignThroughout()
{
    const auto held = token("other-issuer");
    const QString issuer = held.claims().member("iss").toString();
    QVERIFY(issuer.startsWith(u"https://"_s) && issuer != m_mint.issuer);
    QCOMPARE(held.claims().member("aud").toStringList(), QStringList{issuer});
    QVERIFY(held.signatures().first().header("kid").toString() != m_mint.kid);
}

void TestSamples::tamperedHasOneMoreRole()
{
    const auto held = token("tampered");
    const auto genuine = token("access");
    const QStringList roles = genuine.claims().member(claimPrefix + "roles").toStringList();
    QCOMPARE(held.claims().member(claimPrefix + "roles").toStringList(),
             QStringList{u"admin"_s} + roles);
    QCOMPARE(held.parts().at(2).bytes.size(), 256); // Still an RSA-2048 signature.
}

void TestSamples::unsecuredHasAnEmptySignature()
{
    QVERIFY(minted("none").endsWith('.'));
    QCOMPARE(token("none").signatures().first().algorithm(), "none"_ba);
}

//! The forgery is a real one: with that PEM as the secret it verifies.
void TestSamples::publicKeyIsTheSecretOfTheForgery()
{
    const auto held = token("hs256-public-key");
    const auto secret
        = jose::SigningKey::fromSecret("HS256", base::SecretBytes(m_mint.key.publicPem()));
    QVERIFY(secret);
    QVERIFY(m_mint.key.publicPem().startsWith("-----BEGIN PUBLIC KEY-----"));
    QCOMPARE(secret->sign(held.signatures().first().signingInput).value_or(QByteArray()),
             held.signatures().first().signature.bytes);
    QCOMPARE(held.signatures().first().algorithm(), "HS256"_ba);
}

void TestSamples::oldSignInIsFreshlyIssued()
{
    const auto held = token("old-sign-in");
    QCOMPARE(integer(held.claims().member("iat")), nowSeconds);
    QCOMPARE(nowSeconds - integer(held.claims().member("auth_time")), qint64(3 * 24 * 3600));
    QVERIFY(!held.claims().member("nonce"));
}

void TestSamples::cannotReauthenticateHasNoMethods()
{
    const auto held = token("cannot-reauthenticate");
    QVERIFY(held.claims().member(claimPrefix + "can_reauthenticate").is(base::json::Kind::False));
    QVERIFY(!held.claims().member("amr"));
    // While the sign-in is fresh, the verdict has no word for it.
    QVERIFY(nowSeconds - integer(held.claims().member("auth_time")) > 300);
}

void TestSamples::opaqueHasTheShapeOfAuthgears()
{
    const QString text = QString::fromLatin1(minted("opaque"));
    QVERIFY2(QRegularExpression(u"^[A-Za-z0-9]{32}$"_s).match(text).hasMatch(), qPrintable(text));
    QCOMPARE(token("opaque").form(), jose::Form::Opaque);
}

void TestSamples::encryptedHasPlausibleParts()
{
    const auto held = token("jwe");
    QCOMPARE(held.form(), jose::Form::Encrypted);
    QVERIFY(held.problems().isEmpty());
    QCOMPARE(held.header().json.root().member("enc").toString(), u"A256GCM"_s);
    QCOMPARE(held.parts().at(1).bytes.size(), 256); // RSA-2048
    QCOMPARE(held.parts().at(2).bytes.size(), 12); // RFC 7518 section 5.3
    QCOMPARE(held.parts().at(4).bytes.size(), 16);
}

void TestSamples::duplicateExpiryIsPastThenFuture()
{
    const auto held = token("duplicate-claim");
    const auto duplicates = held.payload().json.duplicates();
    QCOMPARE(duplicates.size(), 2);
    QVERIFY(integer(duplicates.first()) < nowSeconds);
    QVERIFY(integer(duplicates.last()) > nowSeconds);
    QCOMPARE(duplicates.first().name(), u"exp"_s);
}

void TestSamples::millisecondsAreAThousandTimesSeconds()
{
    const auto held = token("milliseconds");
    QCOMPARE(integer(held.claims().member("iat")), nowSeconds * 1000);
    QCOMPARE(integer(held.claims().member("exp")), (nowSeconds + 1800) * 1000);
}

void TestSamples::unicodeNamesArriveUnharmed()
{
    const auto held = token("unicode");
    QCOMPARE(held.claims().member("name").toString(), u"陳大文 🦊"_s);
    QVERIFY(held.claims().member("nickname").toString().contains(u"👩‍💻"_s));
    QCOMPARE(held.claims().member("aud").toStringList(), QStringList{m_mint.clientId});
}

void TestSamples::everyMintIsAnotherToken()
{
    const auto first = token("access");
    const auto second = token("access");
    QVERIFY(first.claims().member("jti").toString() != second.claims().member("jti").toString());
    QVERIFY(minted("opaque") != minted("opaque"));
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
