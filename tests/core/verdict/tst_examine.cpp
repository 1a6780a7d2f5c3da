// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using verdict::Evidence;
using verdict::Examination;
using verdict::Profile;

namespace {

Examination examined(const QByteArray &token, const Evidence &evidence)
{
    return verdict::examine(jose::Token::read(token), evidence);
}

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

Evidence typed(const QString &issuer, oidc::IssuerMatch match)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.input.issuer = issuer;
    snapshot.issuerMatch = match;
    return evidenceOf(snapshot);
}

} // namespace

class TestExamine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneResultForEachSignature();
    void issuersKeysComeFirst();
    void foreignDocumentGivesNoKeys();
    void failedVisitLeavesTheGivenKeys();
    void expectedIssuer_data();
    void expectedIssuer();
    void knowsAuthgear();
    void innerTokensAreExamined();
    void nestingEnds();
    void innerTokenWasInNoHeader();
    void profileNames_data();
    void profileNames();
    void unknownProfileNames();
    void policiesCompare();
};

void TestExamine::oneResultForEachSignature()
{
    QCOMPARE(examined(good(), authgear()).signatures.size(), 1);
    QCOMPARE(examined("hello", authgear()).signatures.size(), 0);
    QCOMPARE(examined("", {}).signatures.size(), 0);
}

void TestExamine::issuersKeysComeFirst()
{
    Evidence evidence = authgear();
    evidence.given << keySet(jwks({strangerKey()}), jose::KeyOrigin::File);
    const Examination examination = examined(good(), evidence);
    QCOMPARE(examination.keySets().size(), 2);
    QVERIFY(examination.keySets().at(0).origin() == jose::KeyOrigin::Issuer);
    const jose::Attempt *attempt = examination.signatures.constFirst().verifiedAttempt();
    QVERIFY(attempt);
    QCOMPARE(attempt->set, 0);
}

void TestExamine::foreignDocumentGivesNoKeys()
{
    const QString old = u"https://old.example.com"_s;
    QVERIFY(examined(good(), typed(old, oidc::IssuerMatch::Different)).keySets().isEmpty());
    QVERIFY(examined(good(), typed(old, oidc::IssuerMatch::Unknown)).keySets().isEmpty());
    QCOMPARE(examined(good(), typed(old, oidc::IssuerMatch::SlashOrCase)).keySets().size(), 1);
}

void TestExamine::failedVisitLeavesTheGivenKeys()
{
    Evidence evidence = keysOnly();
    evidence.snapshot = oidc::IssuerSnapshot();
    evidence.snapshot->input.issuer = QString::fromLatin1(issuer);
    evidence.snapshot->error = base::Error{"net.refused"_L1, {}, -1};
    const Examination examination = examined(good(), evidence);
    QCOMPARE(examination.keySets().size(), 1);
    verdict::Policy policy = profile(Profile::Access);
    policy.audiences = QStringList{QString::fromLatin1(issuer)};
    QVERIFY(verdict::judge(examination, policy, noon).decision == verdict::Decision::Accepted);
}

void TestExamine::expectedIssuer_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("typedIssuer");
    QTest::addColumn<int>("match");
    QTest::addColumn<QString>("expected");
    const QString own = QString::fromLatin1(issuer);
    const auto row = [&](const char *tag, const QString &given, const QString &typedIssuer,
                         oidc::IssuerMatch match, const QString &expected) {
        QTest::newRow(tag) << given << typedIssuer << int(match) << expected;
    };
    row("as typed", {}, own, oidc::IssuerMatch::Same, own);
    row("the document's slash", {}, own + u'/', oidc::IssuerMatch::SlashOrCase, own);
    row("typed, not the document's", {}, u"https://x.org"_s, oidc::IssuerMatch::Different,
        u"https://x.org"_s);
    row("given goes first", u"https://y.org"_s, own, oidc::IssuerMatch::Same, u"https://y.org"_s);
}

void TestExamine::expectedIssuer()
{
    QFETCH(QString, given);
    QFETCH(QString, typedIssuer);
    QFETCH(int, match);
    Evidence evidence = typed(typedIssuer, oidc::IssuerMatch(match));
    evidence.expectedIssuer = given;
    QTEST(examined(good(), evidence).expectedIssuer(), "expected");
}

void TestExamine::knowsAuthgear()
{
    const QByteArray plain = minted(jwtHeader(), plainClaims());
    QVERIFY(examined(plain, authgear()).isAuthgear());
    QVERIFY(!examined(plain, other()).isAuthgear());
    QVERIFY(!examined(plain, {}).isAuthgear());
    QVERIFY(examined(good(), {}).isAuthgear());
}

void TestExamine::innerTokensAreExamined()
{
    const Examination outer = examined(mintedBytes(jwtHeader().bytes(), good()), authgear());
    QVERIFY(outer.nested);
    QVERIFY(outer.nested->kind.kind == verdict::Kind::AccessToken);
    QVERIFY(outer.nested->signatures.constFirst().status == jose::SignatureStatus::Valid);
    QVERIFY(!outer.nested->nested);
}

void TestExamine::nestingEnds()
{
    QByteArray token = good();
    for (int i = 0; i < 12; ++i)
        token = unsignedToken(jwtHeader().bytes(), token);
    int depth = 0;
    const Examination outermost = examined(token, {});
    for (const Examination *one = &outermost; one; one = one->nested.get())
        ++depth;
    QVERIFY(depth > 1);
    QVERIFY(depth <= 5);
}

void TestExamine::innerTokenWasInNoHeader()
{
    Evidence evidence = authgear();
    evidence.presentation.inAuthorizationHeader = true;
    const QByteArray inner = minted(jwtHeader(), idClaims());
    const Examination outer = examined(mintedBytes(jwtHeader().bytes(), inner), evidence);
    QVERIFY(verdict::judge(*outer.nested, forClient(), noon).judgedAs == Profile::Id);
}

void TestExamine::profileNames_data()
{
    QTest::addColumn<int>("profile");
    QTest::addColumn<QString>("name");
    const QStringList names{u"auto"_s, u"access"_s, u"id"_s, u"sensitive"_s, u"m2m"_s, u"any"_s};
    for (int i = 0; i < names.size(); ++i)
        QTest::newRow(qPrintable(names.at(i))) << i << names.at(i);
}

void TestExamine::profileNames()
{
    QFETCH(int, profile);
    QFETCH(QString, name);
    QCOMPARE(verdict::name(Profile(profile)), name);
    QVERIFY(verdict::profileFromName(name) == Profile(profile));
}

void TestExamine::unknownProfileNames()
{
    for (const QString &name : {QString(), u"Access"_s, u"automatic"_s, u"id "_s})
        QVERIFY2(!verdict::profileFromName(name), qPrintable(name));
}

void TestExamine::policiesCompare()
{
    verdict::Policy policy;
    QVERIFY(policy == verdict::Policy());
    policy.leeway = std::chrono::seconds{1};
    QVERIFY(policy != verdict::Policy());
    QCOMPARE(verdict::Policy().maxAuthAge->count(), 300);
    QCOMPARE(verdict::Policy().leeway.count(), 0);
}

QTEST_GUILESS_MAIN(TestExamine)
#include "tst_examine.moc"
