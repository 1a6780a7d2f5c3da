// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include "core/verdict/audience.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using oidc::Difference;
using verdict::Expectation;
using verdict::Policy;
using verdict::Profile;

namespace {

QString endpoint()
{
    return QString::fromLatin1(issuer);
}

Expectation expectationOf(const QByteArray &token, const verdict::Evidence &evidence,
                          const Policy &policy)
{
    const auto examination = verdict::examine(jose::Token::read(token), evidence);
    return verdict::expectedAudience(verdict::Inquiry(examination, policy, noon));
}

} // namespace

class TestAudience final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheClosestPair_data();
    void findsTheClosestPair();
    void looksAtManyOnly();
    void expectsNothingThatNobodySaid_data();
    void expectsNothingThatNobodySaid();
    void clientIdIsTheAudienceOfIdTokens();
    void comparesCharacterByCharacter_data();
    void comparesCharacterByCharacter();
    void accessTokenNeedsOneMatch();
    void idTokenNeedsAllTrusted();
    void clientOfAnAccessTokenIsNoAudience();
};

void TestAudience::findsTheClosestPair_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("closestFound");
    QTest::addColumn<int>("difference");
    const auto row = [](const char *tag, const QStringList &wanted, const QStringList &found,
                        const QString &closest, Difference difference) {
        QTest::newRow(tag) << wanted << found << closest << int(difference);
    };
    const QString a = u"https://a.org"_s;
    row("slash before host", {a}, {u"https://b.org"_s, u"https://a.org/"_s}, u"https://a.org/"_s,
        Difference::TrailingSlash);
    row("the second wanted one", {u"x"_s, a}, {u"http://a.org"_s}, u"http://a.org"_s,
        Difference::Scheme);
    row("nothing alike", {a}, {u"x"_s, u"y"_s}, u"x"_s, Difference::Other);
    row("nothing found", {a}, {}, {}, Difference::Other);
    row("nothing wanted", {}, {a}, a, Difference::Other);
}

void TestAudience::findsTheClosestPair()
{
    QFETCH(QStringList, wanted);
    QFETCH(QStringList, found);
    const verdict::ClosestPair pair = verdict::closestPair(wanted, found);
    QTEST(pair.found, "closestFound");
    QTEST(int(pair.difference), "difference");
}

// A token with thousands of audiences costs no more than one with a few.
void TestAudience::looksAtManyOnly()
{
    QStringList many;
    for (int i = 0; i < 10'000; ++i)
        many << u"https://x%1.org"_s.arg(i);
    many << u"https://a.org/"_s;
    const verdict::ClosestPair pair = verdict::closestPair({u"https://a.org"_s}, many);
    QVERIFY(pair.difference == Difference::Host);
}

void TestAudience::expectsNothingThatNobodySaid_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isAuthgear");
    QTest::addColumn<int>("profile");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &token, bool isAuthgear, Profile profile,
                        const QStringList &expected) {
        QTest::newRow(tag) << token << isAuthgear << int(profile) << expected;
    };
    const QByteArray access = minted(accessHeader(), accessClaims());
    const QByteArray m2m = minted(accessHeader(), m2mClaims());
    const QByteArray id = minted(jwtHeader(), idClaims());
    row("user access token of Authgear", access, true, Profile::Access, {endpoint()});
    row("ID token where one belongs", id, true, Profile::Access, {endpoint()});
    row("another issuer", access, false, Profile::Access, {});
    row("M2M token", m2m, true, Profile::Access, {});
    row("M2M", access, true, Profile::M2m, {});
    row("ID", id, true, Profile::Id, {});
    row("any", access, true, Profile::Any, {});
}

void TestAudience::expectsNothingThatNobodySaid()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isAuthgear);
    QFETCH(int, profile);
    QFETCH(QStringList, expected);
    const Expectation wanted = expectationOf(token, isAuthgear ? authgear() : other(),
                                             builders::profile(Profile(profile)));
    QCOMPARE(wanted.audiences, expected);
    QCOMPARE(wanted.isDefault, !expected.isEmpty());
}

void TestAudience::clientIdIsTheAudienceOfIdTokens()
{
    const QByteArray id = minted(jwtHeader(), idClaims());
    Policy policy = forClient(Profile::Id);
    policy.audiences = QStringList{u"partner"_s};
    QCOMPARE(expectationOf(id, authgear(), policy).audiences, QStringList{policy.clientId});
    policy.clientId.clear();
    QCOMPARE(expectationOf(id, authgear(), policy).audiences, policy.audiences);
    policy.profile = Profile::Automatic; // Meant for access tokens, as far as anybody knows.
    QVERIFY(expectationOf(id, authgear(), policy).audiences.isEmpty());
    policy.audiences = QStringList{QString::fromLatin1(clientId)};
    QCOMPARE(expectationOf(id, authgear(), policy).audiences, policy.audiences);
}

void TestAudience::comparesCharacterByCharacter_data()
{
    QTest::addColumn<QByteArray>("aud");
    const QByteArray own = issuer;
    QTest::newRow("slash") << own + '/';
    QTest::newRow("upper case") << own.toUpper();
    QTest::newRow("port") << own + ":443";
    QTest::newRow("blank") << own + ' ';
    QTest::newRow("prefix") << own + ".evil.org";
    QTest::newRow("shorter") << own.chopped(1);
    QTest::newRow("percent") << QByteArray("https://dem%6F.authgear.cloud");
    QTest::newRow("zero byte") << own + "\\u0000";
}

void TestAudience::comparesCharacterByCharacter()
{
    QFETCH(QByteArray, aud);
    const auto verdict
        = judged(minted(accessHeader(), accessClaims().text("aud", aud)), authgear());
    QVERIFY2(find(verdict, "audience.mismatch"_L1), qPrintable(listed(verdict)));
    QVERIFY(verdict.decision == verdict::Decision::Rejected);
}

void TestAudience::accessTokenNeedsOneMatch()
{
    const QByteArray aud = QByteArray("[\"x\",\"") + issuer + "\",\"y\"]";
    const auto verdict = judged(minted(accessHeader(), accessClaims().set("aud", aud)), authgear());
    QVERIFY(verdict.decision == verdict::Decision::Accepted);
    QVERIFY(!find(verdict, "audience.untrusted"_L1));
}

// OpenID Connect Core section 3.1.3.7, steps 3 to 5.
void TestAudience::idTokenNeedsAllTrusted()
{
    const QByteArray aud = QByteArray("[\"x\",\"") + clientId + "\",\"y\"]";
    const QByteArray token = minted(jwtHeader(), idClaims().set("aud", aud).text("azp", clientId));
    Policy policy = forClient(Profile::Id);
    policy.audiences = QStringList{u"x"_s};
    const auto one = judged(token, authgear(), policy);
    QCOMPARE(find(one, "audience.untrusted"_L1)->facts.value(u"others"_s).toStringList(),
             QStringList{u"y"_s});
    policy.audiences << u"y"_s;
    QVERIFY(judged(token, authgear(), policy).decision == verdict::Decision::Accepted);
}

void TestAudience::clientOfAnAccessTokenIsNoAudience()
{
    const auto verdict
        = judged(minted(accessHeader(), accessClaims()), authgear(), forClient(Profile::Access));
    QVERIFY(!find(verdict, "audience.other_client"_L1));
    QVERIFY(verdict.decision == verdict::Decision::Accepted);
}

QTEST_GUILESS_MAIN(TestAudience)
#include "tst_audience.moc"
