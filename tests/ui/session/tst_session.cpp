// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using verdict::Decision;

namespace ui {

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pastingAsksNobody();
    void ownIssuerOfTheSameHostIsNamedWithItsPath_data();
    void ownIssuerOfTheSameHostIsNamedWithItsPath();
    void sampleIsFetchedVerifiedAndAccepted();
    void verdictFlipsByItselfAtExpiry();
    void fixedInstantStandsStill();
    void issuerOfTheTokenStaysUnconfirmedUntilAPersonSaysSo();
    void keysOfAnIssuerAreKeptInMemory();
    void newestInputWins();
    void clearingTheInputLeavesNoToken();
    void practiceClientIdStandsInForABlank_data();
    void practiceClientIdStandsInForABlank();
    void brokenIssuerTextIsAProblemAndIsNotFetched();
    void unreadableKeyFileIsRefusedAndChangesNothing();
    void secretVerifiesAndIsForgotten();

private:
    void openAndWait(const QString &sample);

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_session = std::make_unique<Session>(*m_clock);
}

void TestSession::cleanup()
{
    m_session.reset();
}

void TestSession::openAndWait(const QString &sample)
{
    m_session->openSample(sample);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isOpeningSample() && !m_session->isFetching()
                                 && m_session->snapshot() && m_session->hasToken(),
                             20'000);
    QVERIFY(m_session->snapshot()->hasKeys());
}

void TestSession::pastingAsksNobody()
{
    const QSignalSpy fetches(m_session.get(), &Session::fetchChanged);
    m_session->setInput("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjEifQ.AAAA");
    QVERIFY(m_session->hasToken());
    QVERIFY(!m_session->isFetching());
    QCOMPARE(fetches.count(), 0);
    QVERIFY(!m_session->snapshot());
    QCOMPARE(m_session->tokenIssuerHost(), QStringLiteral("127.0.0.1:1"));
}

// Two realms of one host: the host alone would name what was asked already.
void TestSession::ownIssuerOfTheSameHostIsNamedWithItsPath_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("127.0.0.1:1");
    QTest::newRow("another host") << QStringLiteral("https://b.example")
                                  << QStringLiteral("127.0.0.1:1");
    QTest::newRow("another realm")
        << QStringLiteral("http://127.0.0.1:1/a") << QStringLiteral("127.0.0.1:1/b");
    QTest::newRow("the same") << QStringLiteral("http://127.0.0.1:1/b") << QString();
}

void TestSession::ownIssuerOfTheSameHostIsNamedWithItsPath()
{
    QFETCH(const QString, typed);
    m_session->setIssuerText(typed);
    // {"iss":"http://127.0.0.1:1/b"}
    m_session->setInput("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjEvYiJ9.AAAA");
    QTEST(m_session->tokenIssuerHost(), "offered");
}

void TestSession::sampleIsFetchedVerifiedAndAccepted()
{
    openAndWait(QStringLiteral("access"));
    QVERIFY(m_session->isPracticing());
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
}

void TestSession::verdictFlipsByItselfAtExpiry()
{
    openAndWait(QStringLiteral("expires-soon"));
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
    m_clock->advance(59s);
    QTRY_COMPARE(m_session->verdict().at, m_clock->now());
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
    m_clock->advance(1s);
    // now == exp is expired (RFC 7519 section 4.1.4), and nobody pressed anything.
    QTRY_COMPARE(m_session->verdict().decision, Decision::Rejected);
    QCOMPARE(m_session->verdict().primaryFinding()->id, QLatin1StringView("time.expired"));
}

void TestSession::fixedInstantStandsStill()
{
    openAndWait(QStringLiteral("access"));
    m_session->setFixedInstant(m_clock->now() + 24h);
    QCOMPARE(m_session->verdict().decision, Decision::Rejected);
    QCOMPARE(m_session->now(), m_clock->now() + 24h);
    m_session->setFixedInstant({});
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
}

void TestSession::issuerOfTheTokenStaysUnconfirmedUntilAPersonSaysSo()
{
    openAndWait(QStringLiteral("access"));
    const auto token = m_session->input();
    Session other(*m_clock);
    other.setInput(token);
    QCOMPARE(other.verdict().decision, Decision::CannotTell);
    other.fetchFromTokenIssuer();
    QTRY_VERIFY(!other.isFetching() && other.snapshot());
    QVERIFY(other.isIssuerUnconfirmed());
    QCOMPARE(other.verdict().decision, Decision::CannotTell);
    other.confirmIssuer();
    QCOMPARE(other.verdict().decision, Decision::Accepted);
}

void TestSession::keysOfAnIssuerAreKeptInMemory()
{
    openAndWait(QStringLiteral("access"));
    const auto issuer = m_session->issuerText();
    const auto fetchedAt = m_session->snapshot()->fetchedAt;
    m_session->setIssuerText(QStringLiteral("https://other.example"));
    QVERIFY(!m_session->snapshot());
    QCOMPARE(m_session->verdict().decision, Decision::Rejected); // the issuer differs
    m_clock->advance(10s);
    m_session->setIssuerText(issuer);
    QVERIFY(!m_session->isFetching());
    QVERIFY(m_session->snapshot());
    QCOMPARE(m_session->snapshot()->fetchedAt, fetchedAt);
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
}

void TestSession::newestInputWins()
{
    const auto big = "eyJhbGciOiJSUzI1NiJ9." + QByteArray(900'000, 'A') + ".AAAA";
    m_session->setInput(big);
    QVERIFY(m_session->isExamining());
    m_session->setInput("eyJhbGciOiJub25lIn0.e30.");
    QVERIFY(!m_session->isExamining());
    QCOMPARE(m_session->examination().token.text(), QByteArray("eyJhbGciOiJub25lIn0.e30."));

    m_session->setInput(big);
    QTRY_COMPARE(m_session->examination().token.text(), big);
}

void TestSession::clearingTheInputLeavesNoToken()
{
    m_session->setInput("eyJhbGciOiJub25lIn0.e30.");
    QVERIFY(m_session->hasToken());
    const QSignalSpy changes(m_session.get(), &Session::examinationChanged);
    m_session->setInput(" \n");
    QCOMPARE(changes.count(), 1);
    QVERIFY(!m_session->hasToken());
    QCOMPARE(m_session->verdict().decision, Decision::CannotTell);
}

void TestSession::practiceClientIdStandsInForABlank_data()
{
    QTest::addColumn<QString>("sample");
    QTest::newRow("ID token: its client id") << QStringLiteral("id");
    QTest::newRow("M2M token: its resource") << QStringLiteral("m2m");
}

void TestSession::practiceClientIdStandsInForABlank()
{
    QFETCH(const QString, sample);
    openAndWait(sample);
    QCOMPARE(m_session->verdict().decision, Decision::Accepted);
    // What the person set stays as it was.
    QCOMPARE(m_session->policy(), verdict::Policy{});
}

void TestSession::brokenIssuerTextIsAProblemAndIsNotFetched()
{
    m_session->setIssuerText(QStringLiteral("ftp://example.com"));
    QVERIFY(m_session->issuerProblem());
    QCOMPARE(m_session->issuerProblem()->id, QLatin1StringView("issuer.scheme"));
    m_session->fetchKeys();
    QVERIFY(!m_session->isFetching());
    m_session->setIssuerText({});
    QVERIFY(!m_session->issuerProblem());
}

void TestSession::unreadableKeyFileIsRefusedAndChangesNothing()
{
    const QSignalSpy changes(m_session.get(), &Session::givenKeysChanged);
    QVERIFY(m_session->addKeys("this is no key", QStringLiteral("notes.txt")));
    QCOMPARE(changes.count(), 0);
    QVERIFY(m_session->givenKeyLabels().isEmpty());
}

void TestSession::secretVerifiesAndIsForgotten()
{
    // RFC 7515 appendix A.1
    m_session->setInput(
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9"
        "pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    const base::SecretBytes secret(
        QByteArrayView("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0"
                       "gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"));
    QCOMPARE(m_session->addSecret(secret, jose::SecretEncoding::Base64Url), std::nullopt);
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
    m_session->clearGivenKeys();
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Unverified);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestSession)
#include "tst_session.moc"
