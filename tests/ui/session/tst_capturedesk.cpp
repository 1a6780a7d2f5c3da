// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/session/capturedesk.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using handmade::entry;
using handmade::har;

namespace ui {

namespace {

QByteArray token(const QByteArray &subject = "user-1")
{
    QByteArray claims = handmade::payload();
    return handmade::signedToken(claims.replace("user-1", subject));
}

bool says(const CaptureDesk &desk, QLatin1StringView id)
{
    const base::Findings &all = desk.capture().findings;
    return std::any_of(all.begin(), all.end(),
                       [id](const base::Finding &finding) { return finding.id == id; });
}

} // namespace

class TestCaptureDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingIsChosenInNothing();
    void shortTextIsReadAtOnce();
    void whatIsAroundTheTokenIsTold();
    void carryingOfATokenAloneIsNotHeldAgainstIt();
    void fileTellsHowFarItIs();
    void stoppedFileKeepsWhatWasFound();
    void stoppingNothingSaysNothing();
    void newestFileWins();
    void textAfterAFileWins();
    void clearedDeskStaysSilent();
    void fileThatIsGoneIsAFailure();
    void folderIsAFailure();
    void emptyFileSaysSo();
    void binaryFileSaysSo();
    void onlyTheNameOfAFileIsKept();
    void failureMeansAsOfThen_data();
    void failureMeansAsOfThen();
    void oneFailureTakesAllToItsTime_data();
    void oneFailureTakesAllToItsTime();
    void momentOfAPersonIsForgottenWithTheCapture();
    void sameMomentIsSaidOnce();
    void momentOfNothingIsNothing();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString writeLarge(const QString &name, qsizetype padding = 0) const;

    QTemporaryDir m_folder;
    std::unique_ptr<CaptureDesk> m_desk;
};

void TestCaptureDesk::init()
{
    m_desk = std::make_unique<CaptureDesk>();
}

QString TestCaptureDesk::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

//! Takes a while to read.
QString TestCaptureDesk::writeLarge(const QString &name, qsizetype padding) const
{
    const QByteArrayList entries(20'000, entry(token(), 200) + QByteArray(padding, ' '));
    return write(name, har(entries));
}

void TestCaptureDesk::nothingIsChosenInNothing()
{
    QCOMPARE(m_desk->chosen(), -1);
    QVERIFY(m_desk->isBareToken());
    QVERIFY(m_desk->sighting() == nullptr);
    QVERIFY(m_desk->request() == nullptr);
    QVERIFY(m_desk->found().token.isEmpty());
    QVERIFY(m_desk->carrying().isEmpty());
    m_desk->choose(0);
    QCOMPARE(m_desk->chosen(), -1);
}

void TestCaptureDesk::shortTextIsReadAtOnce()
{
    const QSignalSpy captures(m_desk.get(), &CaptureDesk::captureChanged);
    m_desk->readText(har({entry(token(), 200)}));
    QCOMPARE(captures.count(), 1);
    QVERIFY(!m_desk->isReading());
    QVERIFY(m_desk->fileName().isEmpty());
    QCOMPARE(m_desk->request()->url, "https://api.example/me"_ba);
}

void TestCaptureDesk::whatIsAroundTheTokenIsTold()
{
    const QByteArray before = "curl https://api.example/ -H 'Authorization: Bearer ";
    m_desk->readText(before + token() + "'");
    const jose::CleanedInput found = m_desk->found();
    QCOMPARE(found.token, token());
    QCOMPARE(found.span.start, before.size());
    QCOMPARE(found.span.size(), token().size());
    QVERIFY(found.fromAuthorizationHeader);
    m_desk->readText("curl 'https://api.example/?access_token=" + token() + "'");
    QVERIFY(!m_desk->found().fromAuthorizationHeader);
}

void TestCaptureDesk::carryingOfATokenAloneIsNotHeldAgainstIt()
{
    m_desk->readText(token());
    QVERIFY(m_desk->isBareToken());
    QVERIFY(m_desk->carrying().isEmpty());
    m_desk->readText("curl 'https://api.example/?access_token=" + token() + "'");
    QVERIFY(!m_desk->carrying().isEmpty());
}

void TestCaptureDesk::fileTellsHowFarItIs()
{
    QList<qint64> places;
    connect(m_desk.get(), &CaptureDesk::readingChanged, this, [this, &places] {
        if (m_desk->isReading())
            places.append(m_desk->bytesRead());
    });
    const QString path = writeLarge(u"far.har"_s);
    m_desk->openFile(path);
    QVERIFY(m_desk->isReading());
    QCOMPARE(m_desk->fileName(), u"far.har"_s);
    QCOMPARE(m_desk->fileSize(), QFile(path).size());
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isReading(), 60'000);
    QVERIFY(!places.isEmpty());
    QVERIFY(std::is_sorted(places.begin(), places.end()));
    QCOMPARE(m_desk->capture().sightings.size(), 20'000);
    QCOMPARE(m_desk->bytesRead(), 0); // nothing is being read any more
}

void TestCaptureDesk::stoppedFileKeepsWhatWasFound()
{
    m_desk->openFile(writeLarge(u"stopped.har"_s, 1500)); // so large that it is not held
    QTRY_VERIFY(m_desk->bytesRead() > 0 || !m_desk->isReading());
    m_desk->stopReading();
    QVERIFY(m_desk->isReading()); // until the other thread has heard it
    QTRY_VERIFY(!m_desk->isReading());
    QVERIFY(says(*m_desk, "capture.cancelled"_L1));
    QVERIFY(m_desk->capture().sightings.size() < 20'000);
    QCOMPARE(m_desk->fileName(), u"stopped.har"_s);
}

void TestCaptureDesk::stoppingNothingSaysNothing()
{
    const QSignalSpy captures(m_desk.get(), &CaptureDesk::captureChanged);
    m_desk->stopReading();
    QCOMPARE(captures.count(), 0);
}

void TestCaptureDesk::newestFileWins()
{
    m_desk->openFile(writeLarge(u"first.har"_s));
    m_desk->openFile(write(u"second.har"_s, har({entry(token("other"), 200)})));
    QCOMPARE(m_desk->fileName(), u"second.har"_s);
    QTRY_VERIFY(!m_desk->isReading());
    QCOMPARE(m_desk->capture().sightings.size(), 1);
    const QSignalSpy late(m_desk.get(), &CaptureDesk::captureChanged);
    // The first one is told to stop and ends soon; what it found is nobody's any more.
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(late.count(), 0);
    QCOMPARE(m_desk->found().token, token("other"));
}

void TestCaptureDesk::textAfterAFileWins()
{
    m_desk->openFile(writeLarge(u"overtaken.har"_s));
    m_desk->readText(token());
    QVERIFY(!m_desk->isReading());
    QVERIFY(m_desk->fileName().isEmpty());
    QCOMPARE(m_desk->fileSize(), 0);
    QCOMPARE(m_desk->found().token, token());
}

void TestCaptureDesk::clearedDeskStaysSilent()
{
    m_desk->openFile(writeLarge(u"cleared.har"_s));
    m_desk->clear();
    QVERIFY(!m_desk->isReading());
    QVERIFY(m_desk->isBareToken());
    const QSignalSpy late(m_desk.get(), &CaptureDesk::captureChanged);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(late.count(), 0);
}

void TestCaptureDesk::fileThatIsGoneIsAFailure()
{
    const QSignalSpy failures(m_desk.get(), &CaptureDesk::failed);
    m_desk->openFile(m_folder.filePath(u"gone.har"_s));
    QTRY_COMPARE(failures.count(), 1);
    const auto error = failures.first().first().value<base::Error>();
    QCOMPARE(error.id, "input.unreadable"_L1);
    QVERIFY(error.detail.contains(u"gone.har"_s));
    QVERIFY(!m_desk->isReading());
    QVERIFY(m_desk->fileName().isEmpty()); // nothing is open
    QVERIFY(m_desk->isBareToken());
}

void TestCaptureDesk::folderIsAFailure()
{
    const QSignalSpy failures(m_desk.get(), &CaptureDesk::failed);
    m_desk->openFile(m_folder.path());
    QTRY_COMPARE(failures.count(), 1);
}

void TestCaptureDesk::emptyFileSaysSo()
{
    m_desk->openFile(write(u"empty.har"_s, {}));
    QTRY_VERIFY(!m_desk->isReading());
    QVERIFY(says(*m_desk, "capture.empty"_L1));
    QVERIFY(!m_desk->isBareToken()); // it is a file, with its own words
}

void TestCaptureDesk::binaryFileSaysSo()
{
    m_desk->openFile(write(u"binary"_s, QByteArray(100'000, '\0')));
    QTRY_VERIFY(!m_desk->isReading());
    QVERIFY(says(*m_desk, "capture.binary"_L1));
}

void TestCaptureDesk::onlyTheNameOfAFileIsKept()
{
    const QString path = write(u"name.har"_s, har({entry(token(), 200)}));
    m_desk->openFile(path);
    QTRY_VERIFY(!m_desk->isReading());
    QVERIFY(!m_desk->fileName().contains(u'/'));
    QVERIFY(QFile::remove(path)); // and it is not held open for anybody else
    m_desk->clear();
    QVERIFY(m_desk->fileName().isEmpty());
}

void TestCaptureDesk::failureMeansAsOfThen_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isThen");
    QTest::newRow("good") << 200 << false;
    QTest::newRow("redirected") << 302 << false;
    QTest::newRow("bad request") << 400 << true;
    QTest::newRow("unauthorized") << 401 << true;
    QTest::newRow("forbidden") << 403 << true;
    QTest::newRow("not found") << 404 << true;
    QTest::newRow("broken") << 500 << true;
}

void TestCaptureDesk::failureMeansAsOfThen()
{
    QFETCH(const int, status);
    QFETCH(const bool, isThen);
    m_desk->readText(har({entry(token(), status)}));
    QCOMPARE(m_desk->capturedAt(0)->time_since_epoch(),
             std::chrono::seconds{handmade::noon - 3600});
    QCOMPARE(m_desk->isAsOfCapture(0), isThen);
    m_desk->setAsOfCapture(!isThen); // a person decides
    QCOMPARE(m_desk->isAsOfCapture(0), !isThen);
}

void TestCaptureDesk::oneFailureTakesAllToItsTime_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isThen");
    QTest::newRow("all answered") << har({entry(token(), 200), entry(token("b"), 304)}) << false;
    QTest::newRow("one refused") << har({entry(token(), 200), entry(token("b"), 401)}) << true;
    QTest::newRow("one forbidden") << har({entry(token(), 403), entry(token("b"), 200)}) << true;
    QByteArray bare = entry(token("b"), 401);
    bare.replace("Authorization", "Accept").replace("Bearer " + token("b"), "*/*");
    QTest::newRow("refused for want of a token") << har({entry(token(), 200), bare}) << false;
}

void TestCaptureDesk::oneFailureTakesAllToItsTime()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isThen);
    m_desk->readText(text);
    QVERIFY(!m_desk->capture().sightings.isEmpty());
    for (qsizetype row = 0; row < m_desk->capture().sightings.size(); ++row)
        QCOMPARE(m_desk->isAsOfCapture(row), isThen);
    m_desk->setAsOfCapture(!isThen); // a person decides
    QCOMPARE(m_desk->isAsOfCapture(0), !isThen);
}

void TestCaptureDesk::momentOfAPersonIsForgottenWithTheCapture()
{
    m_desk->readText(har({entry(token(), 401)}));
    m_desk->setAsOfCapture(false);
    QVERIFY(m_desk->isMomentChosen());
    m_desk->readText(har({entry(token("other"), 401)}));
    QVERIFY(!m_desk->isMomentChosen());
    QVERIFY(m_desk->isAsOfCapture(0));
}

void TestCaptureDesk::sameMomentIsSaidOnce()
{
    m_desk->readText(har({entry(token(), 200), entry(token("other"), 200)}));
    const QSignalSpy moments(m_desk.get(), &CaptureDesk::momentChanged);
    m_desk->setAsOfCapture(true);
    m_desk->setAsOfCapture(true);
    QCOMPARE(moments.count(), 1);
    m_desk->choose(1); // stays with the choice, for all of the capture
    QVERIFY(m_desk->isAsOfCapture(1));
    QCOMPARE(moments.count(), 1);
}

void TestCaptureDesk::momentOfNothingIsNothing()
{
    m_desk->readText("curl https://api.example/ -H 'Authorization: Bearer " + token() + "'");
    m_desk->setAsOfCapture(true);
    for (const qsizetype sighting : {-1, 0, 1, 1000}) {
        QVERIFY(!m_desk->capturedAt(sighting));
        QVERIFY(!m_desk->isAsOfCapture(sighting));
    }
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestCaptureDesk)
#include "tst_capturedesk.moc"
