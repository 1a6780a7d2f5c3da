// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/claimindex.h"
#include "core/verdict/claims.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using jose::Claim;
using verdict::ClaimInfo;

class TestClaims final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsComplete();
    void namesAreUnique();
    void meaningsAreSentences();
    void describesClaims_data();
    void describesClaims();
    void describesHeaders();
    void headersAndClaimsAreApart();
    void customClaimsAreUnknown();
    void timesAreThoseOfTheStandards();
    void personalClaimsAreMarked_data();
    void personalClaimsAreMarked();
    void knowsTheClaimsThatRulesLookAt();
    void decodesSid_data();
    void decodesSid();
    void explainsAmr();
    void indexTakesTheLastOfDuplicates();
    void indexReadsAudiences_data();
    void indexReadsAudiences();
    void indexOfNothing();
};

void TestClaims::everyRowIsComplete()
{
    const QList<ClaimInfo> &all = verdict::claimDictionary();
    QVERIFY(all.size() > 90);
    for (const ClaimInfo &info : all) {
        QVERIFY(!info.name.isEmpty());
        QVERIFY2(!info.type.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.meaning.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.when.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.source.isEmpty(), qPrintable(info.name));
    }
}

void TestClaims::namesAreUnique()
{
    QSet<std::pair<QString, bool>> seen;
    for (const ClaimInfo &info : verdict::claimDictionary()) {
        const std::pair key{info.name, info.inHeader};
        QVERIFY2(!seen.contains(key), qPrintable(info.name));
        seen.insert(key);
    }
}

void TestClaims::meaningsAreSentences()
{
    for (const ClaimInfo &info : verdict::claimDictionary()) {
        QVERIFY2(info.meaning.endsWith(u'.') && info.when.endsWith(u'.'), qPrintable(info.name));
        QVERIFY2(info.meaning.at(0).isUpper() || info.meaning.startsWith("SHA"_L1),
                 qPrintable(info.meaning));
        QVERIFY2(!info.meaning.contains(u'!'), qPrintable(info.name));
    }
}

void TestClaims::describesClaims_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const char *type, const char *source) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(type)
                            << QString::fromLatin1(source);
    };
    row("exp", "NumericDate", "RFC 7519 section 4.1.4");
    row("aud", "string or array of string", "RFC 7519 section 4.1.3");
    row("auth_time", "NumericDate", "OpenID Connect Core section 2");
    row("email", "string", "OpenID Connect Core section 5.1");
    row("client_id", "string", "RFC 9068 section 2.2");
    row("cnf", "object", "RFC 7800 section 3.1");
    row("act", "object", "RFC 8693 section 4.1");
    row("htu", "string", "RFC 9449 section 4.2");
    row("events", "object", "OpenID Connect Back-Channel Logout section 2.4");
    row("https://authgear.com/claims/user/roles", "array of string",
        "Authgear docs: JWT access token");
    row("https://authgear.com/claims/oauth/asserted", "array of object", "Authgear docs: ID token");
}

void TestClaims::describesClaims()
{
    QFETCH(QString, name);
    const ClaimInfo *info = verdict::describeClaim(name);
    QVERIFY(info);
    QTEST(info->type, "type");
    QTEST(info->source, "source");
    QVERIFY(!info->inHeader);
}

// RFC 7515 section 4.1, all of them, and what RFC 7797 and RFC 7516 add.
void TestClaims::describesHeaders()
{
    for (const auto name :
         {"alg"_L1, "jku"_L1, "jwk"_L1, "kid"_L1, "x5u"_L1, "x5c"_L1, "x5t"_L1, "x5t#S256"_L1,
          "typ"_L1, "cty"_L1, "crit"_L1, "b64"_L1, "enc"_L1, "zip"_L1, "epk"_L1}) {
        const ClaimInfo *info = verdict::describeHeader(name);
        QVERIFY2(info && info->inHeader, name.data());
    }
}

void TestClaims::headersAndClaimsAreApart()
{
    QVERIFY(!verdict::describeClaim(u"alg"_s));
    QVERIFY(!verdict::describeHeader(u"exp"_s));
    QVERIFY(verdict::describeClaim(u"typ"_s)->source.contains("Keycloak"_L1));
    QCOMPARE(verdict::describeHeader(u"typ"_s)->source, u"RFC 7515 section 4.1.9"_s);
}

void TestClaims::customClaimsAreUnknown()
{
    QVERIFY(!verdict::describeClaim(u"tenant"_s));
    QVERIFY(!verdict::describeClaim(u"EXP"_s));
    QVERIFY(!verdict::describeClaim(QString()));
}

void TestClaims::timesAreThoseOfTheStandards()
{
    QStringList times;
    for (const ClaimInfo &info : verdict::claimDictionary()) {
        if (info.isTime)
            times << info.name;
        QCOMPARE(info.isTime, info.type == "NumericDate"_L1);
    }
    QCOMPARE(
        times,
        (QStringList{u"exp"_s, u"nbf"_s, u"iat"_s, u"auth_time"_s, u"updated_at"_s, u"toe"_s}));
}

void TestClaims::personalClaimsAreMarked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isPersonal");
    for (const auto name :
         {"name"_L1, "given_name"_L1, "family_name"_L1, "email"_L1, "phone_number"_L1, "address"_L1,
          "birthdate"_L1, "picture"_L1, "preferred_username"_L1, "custom_attributes"_L1,
          "x_web3"_L1, "https://authgear.com/claims/oauth/asserted"_L1})
        QTest::newRow(name.data()) << QString(name) << true;
    for (const auto name :
         {"iss"_L1, "aud"_L1, "exp"_L1, "scope"_L1, "email_verified"_L1, "kid"_L1})
        QTest::newRow(name.data()) << QString(name) << false;
}

void TestClaims::personalClaimsAreMarked()
{
    QFETCH(QString, name);
    QFETCH(bool, isPersonal);
    const ClaimInfo *info = verdict::describeClaim(name);
    QCOMPARE(info && info->isPersonal, isPersonal);
}

void TestClaims::knowsTheClaimsThatRulesLookAt()
{
    for (int i = 0; i < int(Claim::Count); ++i) {
        const QLatin1StringView name = verdict::name(Claim(i));
        QVERIFY2(verdict::describeClaim(name), name.data());
    }
}

void TestClaims::decodesSid_data()
{
    QTest::addColumn<QString>("sid");
    QTest::addColumn<QString>("decoded");
    const auto row = [](const char *tag, const char *sid, const char *decoded) {
        QTest::newRow(tag) << QString::fromLatin1(sid) << QString::fromLatin1(decoded);
    };
    row("offline grant", "b2ZmbGluZV9ncmFudDoxMjM", "offline_grant:123");
    row("IdP session", "aWRwOmFiYw", "idp:abc");
    row("without an id", "aWRwOg", "");
    row("something else", "aGVsbG8", "");
    row("no base64url", "idp:abc", "");
    row("padded", "aWRwOmFiYw==", "");
    row("empty", "", "");
}

void TestClaims::decodesSid()
{
    QFETCH(QString, sid);
    QTEST(verdict::decodeSid(sid), "decoded");
}

// Reference authgear 4.3.
void TestClaims::explainsAmr()
{
    for (const auto value :
         {"pwd"_L1, "otp"_L1, "sms"_L1, "mfa"_L1, "x_biometric"_L1, "x_passkey"_L1,
          "x_primary_password"_L1, "x_primary_oob_otp_email"_L1, "x_primary_oob_otp_sms"_L1,
          "x_primary_passkey"_L1, "x_secondary_password"_L1, "x_secondary_oob_otp_email"_L1,
          "x_secondary_oob_otp_sms"_L1, "x_secondary_totp"_L1, "x_recovery_code"_L1,
          "x_device_token"_L1})
        QVERIFY2(!verdict::explainAmr(value).isEmpty(), value.data());
    QCOMPARE(verdict::explainAmr(u"x_of_tomorrow"_s), QString());
}

void TestClaims::indexTakesTheLastOfDuplicates()
{
    const auto document
        = base::json::Document::read(R"({"exp":1,"\u0065xp":2,"nested":{"exp":3}})");
    const jose::ClaimIndex index(document.root());
    QCOMPARE(*index[Claim::Exp].toInteger(), 2);
    QVERIFY(!index[Claim::Iat]);
    QVERIFY(index.isPresent());
}

void TestClaims::indexReadsAudiences_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("audiences");
    QTest::newRow("string") << QByteArray(R"({"aud":"a"})") << QStringList{u"a"_s};
    QTest::newRow("array") << QByteArray(R"({"aud":["a","b"]})") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("array with a number") << QByteArray(R"({"aud":["a",1]})") << QStringList{u"a"_s};
    QTest::newRow("nested array") << QByteArray(R"({"aud":[["a"]]})") << QStringList{};
    QTest::newRow("object") << QByteArray(R"({"aud":{"a":"a"}})") << QStringList{};
    QTest::newRow("absent") << QByteArray("{}") << QStringList{};
}

void TestClaims::indexReadsAudiences()
{
    QFETCH(QByteArray, claims);
    const auto document = base::json::Document::read(claims);
    QTEST(jose::ClaimIndex(document.root()).audiences(), "audiences");
}

void TestClaims::indexOfNothing()
{
    const jose::ClaimIndex index;
    QVERIFY(!index.isPresent());
    QVERIFY(!index[Claim::Iss]);
    QVERIFY(index.audiences().isEmpty());
    QVERIFY(!index.hasAuthgearClaims());
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
