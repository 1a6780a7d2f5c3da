// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using verdict::Decision;
using verdict::Evidence;
using verdict::Profile;
using verdict::Verdict;

namespace {

constexpr std::array profiles{Profile::Automatic, Profile::Access, Profile::Id,
                              Profile::Sensitive, Profile::M2m,    Profile::Any};

// The policy that would let the token through, were it genuine.
verdict::Policy lenient(Profile wanted)
{
    verdict::Policy policy = forClient(wanted);
    policy.audiences = QStringList{QString::fromLatin1(issuer), QString::fromLatin1(resource)};
    return policy;
}

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

// Which policy accepts it, or nothing.
QString acceptedAs(const QByteArray &token, const Evidence &evidence)
{
    const auto examination = verdict::examine(jose::Token::read(token), evidence);
    for (const Profile wanted : profiles) {
        if (verdict::judge(examination, lenient(wanted), noon).decision == Decision::Accepted)
            return verdict::name(wanted);
    }
    return {};
}

} // namespace

//! No policy accepts what the issuer did not sign, and none fails on it either.
class TestForgery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void genuineIsAccepted();
    void anotherCharacterIsNot();
    void missingCharactersAreNot();
    void surroundingsAreNot_data();
    void surroundingsAreNot();
    void forgeriesAreNot_data();
    void forgeriesAreNot();
    void nothingIsAcceptedWithoutKeys();
    void nothingIsAcceptedByAFailedVisit();
    void nothingIsAcceptedBeforeConfirmation();
    void garbageIsJudged_data();
    void garbageIsJudged();
};

void TestForgery::genuineIsAccepted()
{
    QVERIFY(!acceptedAs(good(), authgear()).isEmpty());
}

// Each character of the token becomes another one of the alphabet. The last one holds four bits
// that count and two that must be zero, so there too no other letter will do.
void TestForgery::anotherCharacterIsNot()
{
    const QByteArray token = good();
    for (qsizetype i = 0; i < token.size(); i += i % 7 == 0 ? 1 : 3) {
        QByteArray other = token;
        other[i] = token[i] == 'A' ? 'B' : 'A';
        const QString profile = acceptedAs(other, authgear());
        QVERIFY2(profile.isEmpty(), qPrintable(QString::number(i) + u' ' + profile));
    }
}

void TestForgery::missingCharactersAreNot()
{
    const QByteArray token = good();
    for (qsizetype i = 0; i < token.size(); i += 17)
        QVERIFY2(acceptedAs(token.left(i), authgear()).isEmpty(), qPrintable(QString::number(i)));
    QVERIFY(acceptedAs(token.chopped(1), authgear()).isEmpty());
    QVERIFY(acceptedAs(token.mid(1), authgear()).isEmpty());
}

// What cleanUp() would take off is not taken off here: the token itself must be bare.
void TestForgery::surroundingsAreNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("trailing newline") << good() + '\n';
    QTest::newRow("leading blank") << ' ' + good();
    QTest::newRow("padding") << good() + '=';
    QTest::newRow("a dot") << good() + '.';
    QTest::newRow("a part") << good() + ".AAAA";
    QTest::newRow("a zero byte") << good() + '\0';
    QTest::newRow("quotes") << '"' + good() + '"';
    QTest::newRow("percent encoding") << good().replace('.', "%2E");
}

void TestForgery::surroundingsAreNot()
{
    QFETCH(QByteArray, text);
    QCOMPARE(acceptedAs(text, authgear()), QString());
}

void TestForgery::forgeriesAreNot_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray payload = accessClaims().bytes();
    const QByteArrayList parts = good().split('.');
    const auto secret = base::SecretBytes(issuerKey().publicPem());
    const auto confused
        = jose::SigningKey::fromSecret("HS256", secret).value_or(jose::SigningKey());
    Json ownKey;
    for (const auto &[name, value] : strangerKey().publicMembers())
        ownKey.text(name, value);
    QTest::newRow("unsecured") << unsignedToken(R"({"alg":"none"})", payload, "");
    QTest::newRow("nOnE") << unsignedToken(R"({"alg":"nOnE"})", payload, "");
    QTest::newRow("none with the real signature")
        << unsignedToken(R"({"alg":"none"})", payload, parts[2]);
    QTest::newRow("two parts") << parts[0] + '.' + parts[1];
    QTest::newRow("empty signature") << parts[0] + '.' + parts[1] + '.';
    QTest::newRow("HS256 by the public key")
        << mintedWith(confused, accessHeader().text("alg", "HS256"), accessClaims());
    QTest::newRow("stranger") << mintedWith(strangerKey(), accessHeader(), accessClaims());
    QTest::newRow("stranger without kid")
        << mintedWith(strangerKey(), accessHeader().drop("kid"), accessClaims());
    QTest::newRow("stranger's key in the header")
        << mintedWith(strangerKey(), accessHeader().set("jwk", ownKey.bytes()), accessClaims());
    QTest::newRow("signature of another token")
        << parts[0] + '.' + parts[1] + '.' + minted(accessHeader(), idClaims()).split('.')[2];
    QTest::newRow("kid of nobody") << minted(accessHeader().text("kid", "zz"), accessClaims());
    QTest::newRow("unknown crit") << minted(accessHeader().set("crit", R"(["x"])").set("x", "1"),
                                            accessClaims());
    QTest::newRow("expired") << minted(accessHeader(), accessClaims().at("exp", 0));
    QTest::newRow("two exp") << minted(accessHeader(), accessClaims().also("exp", "9999999999"));
    QTest::newRow("another issuer")
        << minted(accessHeader(), accessClaims().text("iss", "https://x"));
}

void TestForgery::forgeriesAreNot()
{
    QFETCH(QByteArray, token);
    QCOMPARE(acceptedAs(token, authgear()), QString());
}

void TestForgery::nothingIsAcceptedWithoutKeys()
{
    for (const QByteArray &token :
         {good(), minted(jwtHeader(), idClaims()), minted(accessHeader(), m2mClaims()),
          minted(jwtHeader(), plainClaims())}) {
        QCOMPARE(acceptedAs(token, {}), QString());
        Evidence expecting;
        expecting.expectedIssuer = QString::fromLatin1(issuer);
        QCOMPARE(acceptedAs(token, expecting), QString());
    }
}

void TestForgery::nothingIsAcceptedByAFailedVisit()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.error = base::Error{"keyset.unrecognized"_L1, {}, -1};
    QCOMPARE(acceptedAs(good(), evidenceOf(snapshot)), QString());
    snapshot = authgearSnapshot();
    snapshot.issuerMatch = oidc::IssuerMatch::Different;
    QCOMPARE(acceptedAs(good(), evidenceOf(snapshot)), QString());
}

void TestForgery::nothingIsAcceptedBeforeConfirmation()
{
    Evidence evidence = authgear();
    evidence.issuerUnconfirmed = true;
    QCOMPARE(acceptedAs(good(), evidence), QString());
    QCOMPARE(acceptedAs(minted(jwtHeader(), idClaims()), evidence), QString());
}

void TestForgery::garbageIsJudged_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray deep = "{\"a\":";
    for (int i = 0; i < 200; ++i)
        deep += "[";
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("many dots") << QByteArray(10'000, '.');
    QTest::newRow("eyJ") << QByteArray("eyJ");
    QTest::newRow("zero bytes") << QByteArray(64, '\0');
    QTest::newRow("every byte") << [] {
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes.append(char(i));
        return bytes;
    }();
    QTest::newRow("a host name") << QByteArray("api.example.com");
    QTest::newRow("JSON") << QByteArray(R"({"iss":"x"})");
    QTest::newRow("JSON list") << QByteArray("[]");
    QTest::newRow("deep payload") << mintedBytes(jwtHeader().bytes(), deep);
    QTest::newRow("deep claims") << mintedBytes(jwtHeader().bytes(),
                                                deep + QByteArray(200, ']') + '}');
    QTest::newRow("claims of odd types")
        << minted(Json().set("alg", "[]").set("kid", "{}").set("typ", "null").set("crit", "1"),
                  Json()
                      .set("iss", "{}")
                      .set("aud", "{}")
                      .set("exp", "[]")
                      .set("nbf", "{}")
                      .set("iat", "\"\"")
                      .set("sub", "[]")
                      .set("auth_time", "{}")
                      .set("scope", "{}")
                      .set("events", "5"));
    QTest::newRow("empty names") << minted(jwtHeader().set("", "1"),
                                           Json().set("", "{}").also("", "1"));
}

void TestForgery::garbageIsJudged()
{
    QFETCH(QByteArray, text);
    for (const Profile wanted : profiles) {
        const Verdict verdict = judged(text, authgear(), lenient(wanted));
        QVERIFY(verdict.decision != Decision::Accepted);
        QVERIFY(verdict.primaryFinding());
    }
}

QTEST_GUILESS_MAIN(TestForgery)
#include "tst_forgery.moc"
