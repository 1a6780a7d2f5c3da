// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/sections.h"
#include "core/report/wording.h"
#include "inspections.h"
#include "tests/support/zone.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace inspections;
using jose::Attempt;
using jose::Match;

//! What text, Markdown and window share beneath the findings.
class TestSections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOnceWhatWasNotChecked();
    void marksWhatThePolicyRequires();
    void saysOfTheFindingItselfWhatWasNotChecked();
    void explainsClaims_data();
    void explainsClaims();
    void keepsTheOrderOfClaims();
    void namesKeyAndOrigin_data();
    void namesKeyAndOrigin();
    void saysWhyAKeyWasNotTheOne_data();
    void saysWhyAKeyWasNotTheOne();
    void leavesGeneralRemarksOutOfTheFindings();
    void saysAsWhatAndWhenItWasJudged_data();
    void saysAsWhatAndWhenItWasJudged();
};

void TestSections::saysOnceWhatWasNotChecked()
{
    verdict::Policy policy;
    policy.profile = verdict::Profile::Any;
    const auto texts = report::notCheckedTexts(
        inspect(signedToken(accessPayload()), policy).verdict, base::escape::visible);
    QVERIFY2(texts.contains(u"The audience was not checked: none was given"_s),
             qPrintable(texts.join(u'\n')));
    QVERIFY(texts.contains(u"Whether the session still lives was not checked: only a call to "
                           "userinfo can tell"_s));
    for (const auto &text : texts)
        QVERIFY2(text.count(u"not checked"_s) == 1, qPrintable(text));
}

void TestSections::marksWhatThePolicyRequires()
{
    const auto texts = report::notCheckedTexts(inspect(signedToken(accessPayload())).verdict,
                                               base::escape::visible);
    QCOMPARE(texts.first(),
             u"The audience was not checked: none was given (this policy requires it)"_s);
}

// Which sentence it is depends on what was found: this document does name an issuer.
void TestSections::saysOfTheFindingItselfWhatWasNotChecked()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->discovery
        = oidc::Discovery::read(R"({"issuer":"https://login.example","jwks_uri":"https://a"})")
              .value();
    evidence.snapshot->issuerMatch = oidc::IssuerMatch::Different;
    const auto texts = report::notCheckedTexts(
        inspect(signedToken(accessPayload()), evidence).verdict, base::escape::visible);
    const auto all = texts.join(u'\n');
    QVERIFY2(!all.contains(u"names no issuer"_s), qPrintable(all));
    QVERIFY2(all.contains(u"The discovery document names another issuer than the one you asked "
                          "(this policy requires it)"_s),
             qPrintable(all));
    // They were fetched, and "not available" would contradict the line that says so.
    QVERIFY2(all.contains(u"the issuer's keys may not be used"_s), qPrintable(all));
}

void TestSections::explainsClaims_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char *tag, const QByteArray &member, const QString &meaning) {
        QTest::newRow(tag) << member << meaning;
    };
    row("a time, RFC 7519 section 4.1.4", R"("exp":1787580191)", u"14:03:11 UTC, in 1 min · "_s);
    row("a time that is a text", R"("exp":"1787580191")", u"must be refused"_s);
    row("a method, RFC 8176 section 2", R"("amr":["pwd"])", u"assword"_s);
    row("methods that nobody knows", R"("amr":["zz"])", u"By which methods"_s);
    row("Authgear's session", R"("sid":"aWRwOmFiYw")", u"idp:abc"_s);
    row("somebody else's session", R"("sid":"%%%")", u"session"_s);
    row("a claim of their own", R"("zz":1)", u"custom"_s);
}

void TestSections::explainsClaims()
{
    QFETCH(const QByteArray, member);
    QFETCH(const QString, meaning);
    const auto token = jose::Token::read(signedToken('{' + member + '}'));
    const auto rows = report::claimRows(token, now);
    QCOMPARE(rows.size(), 1);
    QVERIFY2(rows.first().meaning.contains(meaning), qPrintable(rows.first().meaning));
    QVERIFY(!rows.first().meaning.startsWith(u" · "_s));
}

// Two of one name are two rows, each with its value as it was sent.
void TestSections::keepsTheOrderOfClaims()
{
    const auto token = jose::Token::read(signedToken(R"({"b":1e2,"a":-0,"b":[ 1 ]})"));
    QStringList shown;
    for (const auto &row : report::claimRows(token, now))
        shown += row.name + u'=' + row.value;
    QCOMPARE(shown.join(u' '), u"b=1e2 a=-0 b=[ 1 ]"_s);
    QVERIFY(report::headerRows(jose::Token::read("x")).isEmpty());
}

void TestSections::namesKeyAndOrigin_data()
{
    QTest::addColumn<jose::KeyOrigin>("origin");
    QTest::addColumn<QString>("text");
    QTest::newRow("issuer") << jose::KeyOrigin::Issuer << u"EC P-256, from the issuer"_s;
    QTest::newRow("url") << jose::KeyOrigin::Url << u"EC P-256, from the address that you gave"_s;
    QTest::newRow("file") << jose::KeyOrigin::File << u"EC P-256, from a file that you gave"_s;
    QTest::newRow("token") << jose::KeyOrigin::Token << u"from the token itself"_s;
}

void TestSections::namesKeyAndOrigin()
{
    QFETCH(const jose::KeyOrigin, origin);
    Attempt attempt;
    attempt.origin = origin;
    const auto examination = inspect(signedToken(accessPayload())).examination;
    QTEST(report::keyText(examination, attempt), "text");
    attempt.entry = 7; // a set that is no longer there
    QVERIFY(!report::keyText(examination, attempt).contains(u"EC"_s));
}

void TestSections::saysWhyAKeyWasNotTheOne_data()
{
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text, Match match, const QString &expected = {},
                        const QString &found = {}, QLatin1StringView problem = {}) {
        Attempt attempt;
        attempt.match = match;
        attempt.expected = expected;
        attempt.found = found;
        attempt.problem = problem;
        QTest::newRow(qPrintable(text)) << attempt << text;
    };
    row(u"the signature fits this key"_s, Match::Verified);
    row(u"the signature does not fit this key"_s, Match::WrongSignature);
    row(u"the signature has 71 bytes; this key makes 64"_s, Match::SignatureLength, u"64"_s,
        u"71"_s);
    row(u"not tried: the token names the key “a”"_s, Match::KidDiffers, u"a"_s, u"b"_s);
    row(u"not tried: its type is EC, and the algorithm needs RSA"_s, Match::KeyTypeDiffers,
        u"RSA"_s, u"EC"_s);
    row(u"not tried: its curve is P-384, and the algorithm needs P-256"_s, Match::CurveDiffers,
        u"P-256"_s, u"P-384"_s);
    row(u"not tried: it is for “PS256” only, and the token says “RS256”"_s, Match::AlgorithmDiffers,
        u"RS256"_s, u"PS256"_s);
    row(u"not tried: its use is “enc”, and checking signatures needs “sig”"_s, Match::UseDiffers,
        u"sig"_s, u"enc"_s);
    row(u"the key cannot be read: A member of the key is not base64url (n)"_s, Match::Unusable, {},
        u"n"_s, "key.member_encoding"_L1);
    row(u"the key cannot be read: The PEM file is encrypted (\\u{1B}[1m)"_s, Match::Unusable, {},
        u"\u001b[1m"_s, "key.encrypted"_L1);
    row(u"never used for a pass: everybody could have made this key"_s, Match::NeverForPass);
    row(u"not tried"_s, Match::NotTried);
}

void TestSections::saysWhyAKeyWasNotTheOne()
{
    QFETCH(const Attempt, attempt);
    QTEST(report::attemptText(attempt), "text");
}

void TestSections::leavesGeneralRemarksOutOfTheFindings()
{
    const auto verdict = inspect(signedToken(accessPayload())).verdict;
    const auto kept = report::aboutToken(verdict.findings);
    QVERIFY(kept.size() < verdict.findings.size());
    for (const auto &finding : kept)
        QVERIFY(!finding.id.startsWith("not_checked."_L1));
}

// Where the zone is UTC, the local time would say the same twice.
void TestSections::saysAsWhatAndWhenItWasJudged_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("text");
    const auto utc = u"Judged as: Access token, at 2026-08-24 14:02:11 UTC."_s;
    QTest::newRow("UTC") << QByteArray("UTC") << utc;
    QTest::newRow("UTC by another name") << QByteArray("Africa/Abidjan") << utc;
    QTest::newRow("summer time is not UTC")
        << QByteArray("Europe/London")
        << u"Judged as: Access token, at 2026-08-24 14:02:11 UTC (2026-08-24 15:02:11 +01:00)."_s;
}

void TestSections::saysAsWhatAndWhenItWasJudged()
{
    auto verdict = inspect(signedToken(accessPayload())).verdict;
    verdict.at += std::chrono::milliseconds{789};
    QFETCH(const QByteArray, zone);
    const support::Zone local(zone);
    QTEST(report::judgedText(verdict), "text");
}

Q_DECLARE_METATYPE(jose::Attempt)
QTEST_GUILESS_MAIN(TestSections)
#include "tst_sections.moc"
