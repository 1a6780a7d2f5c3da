// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using handmade::entry;
using handmade::har;
using verdict::Decision;

namespace ui {

class TestCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bareTokenIsNoCapture_data();
    void bareTokenIsNoCapture();
    void commandLineSelectsItsBearerToken();
    void idTokenInAuthorizationIsJudgedAsAccessToken();
    void choosingAnotherExaminesIt();
    void refusedRequestIsJudgedAsOfThen();
    void answeredRequestIsJudgedNow();
    void fixedInstantIsStrongerThanTheCapture();
    void anotherMomentIsTheMomentOfTheWholeList();
    void outlookIsWhatChoosingWouldSay();
    void longTextIsReadElsewhereAndTheNewestWins();
    void fileIsReadAndItsTextIsNotTheInput();
    void typingAfterAFileForgetsIt();
    void sampleOfARequestIsACapture();
    void sampleOfAHarIsJudgedAsOfTheRefusal();
    void sampleAfterAFileForgetsIt();
    void fileThatIsGoneIsToldOnce();

private:
    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
};

void TestCaptures::init()
{
    m_clock.set(base::Instant{std::chrono::seconds{handmade::noon}});
    m_session = std::make_unique<Session>(m_clock);
    QVERIFY(!m_session->addSecret(base::SecretBytes(handmade::secret), jose::SecretEncoding::Utf8));
}

void TestCaptures::bareTokenIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray token = handmade::signedToken(handmade::payload());
    QTest::newRow("alone") << token;
    QTest::newRow("white space") << "\n  " + token + "\n";
    QTest::newRow("header") << "Authorization: Bearer " + token;
    QTest::newRow("quotes") << '"' + token + '"';
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("hello there");
    QTest::newRow("a fault inside") << token.first(40) + '$' + token.sliced(40);
}

void TestCaptures::bareTokenIsNoCapture()
{
    QFETCH(const QByteArray, text);
    m_session->setInput(text);
    QVERIFY(m_session->captures().isBareToken());
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    QCOMPARE(m_session->cleaned().token, cleaned.token);
    QCOMPARE(m_session->cleaned().removed, cleaned.removed);
}

void TestCaptures::commandLineSelectsItsBearerToken()
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    m_session->setInput("curl -H 'Authorization: Bearer " + token
                        + "' -d 'refresh_token=abcdefghijklmnop0123456789' https://api.example/");
    const CaptureDesk &captures = m_session->captures();
    QVERIFY(!captures.isBareToken());
    QCOMPARE(captures.capture().sightings.size(), 2);
    QCOMPARE(m_session->cleaned().token, token);
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
    QVERIFY(m_session->examination().evidence.presentation.inAuthorizationHeader);
    QVERIFY(!captures.capturedAt(captures.chosen()));
}

void TestCaptures::idTokenInAuthorizationIsJudgedAsAccessToken()
{
    const QByteArray token = handmade::signedToken(
        "{\"iss\":\"https://demo.example\",\"aud\":\"app\",\"sub\":\"u\",\"nonce\":\"n\","
        "\"iat\":1786999280,\"exp\":1787001089}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    m_session->setInput("curl https://api.example/ -H 'Authorization: Bearer " + token + "'");
    QCOMPARE(m_session->verdict().judgedAs, verdict::Profile::Access);
    QCOMPARE(m_session->verdict().decision, Decision::Rejected);
    const base::Findings carrying = m_session->captures().carrying();
    QVERIFY(std::any_of(carrying.begin(), carrying.end(), [](const base::Finding &finding) {
        return finding.id.startsWith("carrying."_L1) && finding.outcome == base::Outcome::Fail;
    }));
}

void TestCaptures::choosingAnotherExaminesIt()
{
    const QByteArray one = handmade::signedToken(handmade::payload());
    const QByteArray other = handmade::signedToken(handmade::payload(handmade::noon - 1));
    m_session->setInput(har({entry(one, 200), entry(other, 200)}));
    CaptureDesk &captures = m_session->captures();
    QCOMPARE(captures.chosen(), 0);
    const QSignalSpy examined(m_session.get(), &Session::examinationChanged);
    captures.choose(1);
    QCOMPARE(examined.count(), 1);
    QCOMPARE(m_session->examination().token.text(), other);
    captures.choose(7);
    captures.choose(-1);
    QCOMPARE(captures.chosen(), 1);
}

void TestCaptures::refusedRequestIsJudgedAsOfThen()
{
    // Good an hour ago, expired since.
    const QByteArray token = handmade::signedToken(handmade::payload(handmade::noon - 1));
    m_session->setInput(har({entry(token, 401)}));
    CaptureDesk &captures = m_session->captures();
    QVERIFY(captures.isAsOfCapture(0));
    QCOMPARE(m_session->verdict().at, *captures.capturedAt(0));
    const auto isExpired = [this] {
        const base::Findings &all = m_session->verdict().findings;
        return std::any_of(all.begin(), all.end(), [](const base::Finding &finding) {
            return finding.id == "time.expired"_L1 && finding.outcome == base::Outcome::Fail;
        });
    };
    QVERIFY(!isExpired());
    QVERIFY(m_session->verdict().asOf == verdict::AsOf::Request);
    const QSignalSpy moments(&captures, &CaptureDesk::momentChanged);
    captures.setAsOfCapture(false);
    QCOMPARE(moments.count(), 1);
    QVERIFY(isExpired());
    QCOMPARE(m_session->verdict().at, m_clock.now());
    QVERIFY(m_session->verdict().asOf == verdict::AsOf::Now);
    m_session->setFixedInstant(m_clock.now());
    QVERIFY(m_session->verdict().asOf == verdict::AsOf::Other);
    m_session->setFixedInstant({});
    captures.setAsOfCapture(true);
    QVERIFY(!isExpired());
}

void TestCaptures::answeredRequestIsJudgedNow()
{
    m_session->setInput(har({entry(handmade::signedToken(handmade::payload()), 200)}));
    QVERIFY(m_session->captures().capturedAt(0));
    QVERIFY(!m_session->captures().isAsOfCapture(0));
    QCOMPARE(m_session->now(), m_clock.now());
}

void TestCaptures::fixedInstantIsStrongerThanTheCapture()
{
    const base::Instant fixed = m_clock.now() + 10h;
    m_session->setFixedInstant(fixed);
    m_session->setInput(har({entry(handmade::signedToken(handmade::payload()), 401)}));
    QCOMPARE(m_session->verdict().at, fixed);
}

// The marks of the list are judged at the same moment as the chosen one.
void TestCaptures::anotherMomentIsTheMomentOfTheWholeList()
{
    const QByteArray late = handmade::signedToken(handmade::payload(handmade::noon - 1));
    m_session->setInput(har({entry(late, 200), entry(late, 401)}));
    const QSignalSpy changed(m_session.get(), &Session::outlookChanged);
    for (const auto &moment :
         {std::optional(base::Instant{std::chrono::seconds{handmade::noon - 2}}),
          std::optional(base::Instant{std::chrono::seconds{handmade::noon}})}) {
        m_session->setFixedInstant(moment);
        QTRY_COMPARE(m_session->outlookOf(0).decision, m_session->verdict().decision);
    }
    QCOMPARE(changed.count(), 2);
}

void TestCaptures::outlookIsWhatChoosingWouldSay()
{
    const QByteArray good = handmade::signedToken(handmade::payload());
    const QByteArray late = handmade::signedToken(handmade::payload(handmade::noon - 1));
    m_session->setInput(har({entry(good, 200), entry(late, 200), entry(late, 401)}));
    for (qsizetype row = 0; row < 3; ++row) {
        const Outlook outlook = m_session->outlookOf(row);
        m_session->captures().choose(row);
        QCOMPARE(outlook.decision, m_session->verdict().decision);
        QCOMPARE(outlook.subject, u"user-1"_s);
    }
    // It expired since, and it was taken when this capture was made: the refusal is another one's.
    QVERIFY(m_session->outlookOf(1).decision != Decision::Rejected);
    m_session->captures().setAsOfCapture(false);
    QCOMPARE(m_session->outlookOf(1).decision, Decision::Rejected);
}

void TestCaptures::longTextIsReadElsewhereAndTheNewestWins()
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    const QByteArray longText = QByteArray(100'000, ' ') + "curl -H 'Authorization: Bearer " + token
        + "' https://api.example/";
    m_session->setInput(longText);
    QVERIFY(m_session->isExamining());
    m_session->setInput(longText + " https://other.example/");
    m_session->setInput("hello");
    QVERIFY(!m_session->isExamining());
    QCOMPARE(m_session->captures().chosen(), -1);
    m_session->setInput(longText);
    QTRY_VERIFY(!m_session->isExamining());
    QCOMPARE(m_session->examination().token.text(), token);
}

void TestCaptures::fileIsReadAndItsTextIsNotTheInput()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"capture.har"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray token = handmade::signedToken(handmade::payload());
    file.write(har({entry(token, 200), entry(token, 401)}));
    file.close();
    m_session->openFile(file.fileName());
    QVERIFY(m_session->captures().isReading());
    QTRY_VERIFY(!m_session->isExamining());
    QCOMPARE(m_session->captures().fileName(), u"capture.har"_s);
    QCOMPARE(m_session->captures().chosen(), 1); // the one that was refused
    QCOMPARE(m_session->examination().token.text(), token);
    QVERIFY(m_session->input().isEmpty());
}

void TestCaptures::typingAfterAFileForgetsIt()
{
    fileIsReadAndItsTextIsNotTheInput();
    m_session->setInput({});
    QVERIFY(m_session->captures().fileName().isEmpty());
    QVERIFY(m_session->captures().capture().sightings.isEmpty());
    QVERIFY(!m_session->hasToken());
}

void TestCaptures::sampleOfARequestIsACapture()
{
    m_session->openSample(u"id-token-sent"_s);
    QTRY_VERIFY(!m_session->isOpeningSample() && !m_session->isFetching() && m_session->hasToken());
    const CaptureDesk &captures = m_session->captures();
    QVERIFY(!captures.isBareToken());
    QCOMPARE(captures.request()->status, 401);
    QCOMPARE(captures.sighting()->kind.kind, verdict::Kind::IdToken);
    QCOMPARE(m_session->verdict().decision, Decision::Rejected);
    QTRY_COMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
}

void TestCaptures::sampleOfAHarIsJudgedAsOfTheRefusal()
{
    m_session->openSample(u"har"_s);
    QTRY_VERIFY(!m_session->isOpeningSample() && !m_session->isFetching() && m_session->hasToken());
    const CaptureDesk &captures = m_session->captures();
    QCOMPARE(captures.capture().sightings.size(), 4);
    QCOMPARE(captures.request()->status, 401);
    QVERIFY(captures.isAsOfCapture(captures.chosen()));
    QCOMPARE(m_session->verdict().decision, Decision::Rejected);
    QVERIFY(m_session->verdict().at < m_clock.now());
}

void TestCaptures::sampleAfterAFileForgetsIt()
{
    fileIsReadAndItsTextIsNotTheInput();
    m_session->openSample(u"access"_s);
    QTRY_VERIFY(!m_session->isOpeningSample() && !m_session->isFetching());
    QVERIFY(m_session->captures().fileName().isEmpty());
    QVERIFY(m_session->captures().isBareToken());
}

void TestCaptures::fileThatIsGoneIsToldOnce()
{
    m_session->setInput(handmade::signedToken(handmade::payload()));
    const QSignalSpy failures(m_session.get(), &Session::failed);
    m_session->openFile(u"/nowhere/at-all.har"_s);
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(!m_session->isExamining());
    QVERIFY(!m_session->hasToken());
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestCaptures)
#include "tst_captures.moc"
