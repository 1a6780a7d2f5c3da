// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/replyreader.h"

#include "tests/core/net/fakereply.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using net::ReplyReader;
using nettest::FakeReply;

namespace {

constexpr qint64 limit = 10;

//! A reader and the reply that it has taken over.
struct Reading
{
    explicit Reading(const QString &url = u"http://a.example/x"_s)
        : reply(new FakeReply(url))
        , reader(std::make_unique<ReplyReader>(reply, limit, QList<net::CertificateException>()))
        , finished(reader.get(), &ReplyReader::finished)
    {
        reply->setStatus(200);
    }
    [[nodiscard]] QString errorId() const
    {
        const auto &error = reader->exchange().error;
        return error ? QString(error->id) : QString();
    }

    QPointer<FakeReply> reply;
    std::unique_ptr<ReplyReader> reader;
    QSignalSpy finished;
};

} // namespace

//! One reply becomes one exchange: within the limit, with one end, whoever dies first.
class TestReplyReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoMoreThanTheLimit_data();
    void takesNoMoreThanTheLimit();
    void believesAnAnnouncedSize_data();
    void believesAnAnnouncedSize();
    void endsARedirectAtItsHead_data();
    void endsARedirectAtItsHead();
    void readsWhatCameWithTheEnd();
    void keepsWhatCameBeforeAFailure();
    void keepsTheHeadAsItWasSent();
    void saysOnceThatItIsFinished();
    void isSilentAfterAbort();
    void outlivesItsReply();
    void takesItsReplyAlong();
    void mayBeDroppedFromItsAnswer();
    void trustsNoCertificateWithoutItsFingerprint();
};

void TestReplyReader::takesNoMoreThanTheLimit_data()
{
    QTest::addColumn<QByteArrayList>("chunks");
    QTest::addColumn<bool>("tooLarge");
    QTest::newRow("nothing") << QByteArrayList{} << false;
    QTest::newRow("exactly the limit") << QByteArrayList{"0123456789"} << false;
    QTest::newRow("the limit in pieces") << QByteArrayList{"01234", "5678", "9"} << false;
    QTest::newRow("one byte more") << QByteArrayList{"0123456789a"} << true;
    QTest::newRow("one byte more, later") << QByteArrayList{"0123456789", "a"} << true;
    QTest::newRow("far more") << QByteArrayList{QByteArray(100'000, 'a')} << true;
}

void TestReplyReader::takesNoMoreThanTheLimit()
{
    QFETCH(const QByteArrayList, chunks);
    QFETCH(const bool, tooLarge);
    Reading reading;
    reading.reply->sendHead();
    for (const QByteArray &chunk : chunks)
        reading.reply->sendBody(chunk);
    QVERIFY(reading.reply->largestRead() <= limit + 1);
    QCOMPARE(reading.reply->aborts(), tooLarge ? 1 : 0); // at once, not when all has come
    if (!tooLarge)
        reading.reply->end();
    QCOMPARE(reading.finished.count(), 1);
    QCOMPARE(reading.errorId(), tooLarge ? u"net.too_large"_s : QString());
    QCOMPARE(reading.reader->exchange().body, chunks.join().left(limit));
}

void TestReplyReader::believesAnAnnouncedSize_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<bool>("tooLarge");
    QTest::newRow("the limit") << "10"_ba << false;
    QTest::newRow("one more") << "11"_ba << true;
    QTest::newRow("huge") << "9223372036854775807"_ba << true;
    QTest::newRow("no number") << "many"_ba << false;
    QTest::newRow("negative") << "-1"_ba << false;
}

// Only where it says too much: what it does not say is counted.
void TestReplyReader::believesAnAnnouncedSize()
{
    QFETCH(const QByteArray, length);
    QFETCH(const bool, tooLarge);
    Reading reading;
    reading.reply->setHeader("Content-Length", length);
    reading.reply->sendHead();
    QCOMPARE(reading.finished.count(), tooLarge ? 1 : 0);
    QCOMPARE(reading.errorId(), tooLarge ? u"net.too_large"_s : QString());
    if (tooLarge)
        QCOMPARE(reading.reader->exchange().error->detail, QString::number(limit));
}

void TestReplyReader::endsARedirectAtItsHead_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("ends");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {200, 300, 304, 305, 404})
        QTest::addRow("%d", status) << status << false;
}

void TestReplyReader::endsARedirectAtItsHead()
{
    QFETCH(const int, status);
    Reading reading;
    reading.reply->setStatus(status);
    reading.reply->setHeader("Location", "/elsewhere");
    reading.reply->sendHead();
    QTEST(reading.finished.count() == 1, "ends");
    QVERIFY(reading.errorId().isEmpty());
    QCOMPARE(reading.reader->exchange().location(), "/elsewhere"_ba);
}

void TestReplyReader::readsWhatCameWithTheEnd()
{
    Reading reading;
    reading.reply->sendHead();
    reading.reply->sendBody("0123");
    reading.reply->leaveBody("456789");
    reading.reply->end();
    QCOMPARE(reading.reader->exchange().body, "0123456789"_ba);
    QVERIFY(reading.errorId().isEmpty());
    Reading larger;
    larger.reply->sendHead();
    larger.reply->leaveBody("0123456789a");
    larger.reply->end();
    QCOMPARE(larger.errorId(), u"net.too_large"_s);
    QCOMPARE(larger.finished.count(), 1);
}

void TestReplyReader::keepsWhatCameBeforeAFailure()
{
    Reading reading;
    reading.reply->sendHead();
    reading.reply->sendBody("0123");
    reading.reply->fail(QNetworkReply::RemoteHostClosedError, u"closed"_s);
    reading.reply->end();
    QCOMPARE(reading.errorId(), u"net.reset"_s);
    QCOMPARE(reading.reader->exchange().status, 200);
    QCOMPARE(reading.reader->exchange().body, "0123"_ba);
}

void TestReplyReader::keepsTheHeadAsItWasSent()
{
    Reading reading;
    QVERIFY(!reading.reader->hasHead());
    reading.reply->setHeader("X-First", "1");
    reading.reply->setHeader("x-second", " two ");
    reading.reply->sendHead();
    reading.reply->sendHead(); // Qt may tell twice
    QVERIFY(reading.reader->hasHead());
    const QList<http::Header> headers = reading.reader->exchange().answerHeaders.all();
    QCOMPARE(headers.size(), 2);
    QCOMPARE(headers.at(0), (http::Header{"X-First", "1"}));
    QCOMPARE(headers.at(1).name, "x-second"_ba);
}

void TestReplyReader::saysOnceThatItIsFinished()
{
    Reading reading;
    reading.reply->sendHead();
    reading.reply->sendBody("0123456789abc"); // ends it, which makes the reply say so, too
    reading.reply->sendBody("more");
    reading.reply->end();
    QCOMPARE(reading.finished.count(), 1);
    QCOMPARE(reading.reader->exchange().body.size(), limit);
}

void TestReplyReader::isSilentAfterAbort()
{
    Reading reading;
    reading.reply->sendHead();
    reading.reader->abort();
    reading.reader->abort();
    QCOMPARE(reading.reply->aborts(), 1);
    QCOMPARE(reading.finished.count(), 0);
    QVERIFY(reading.errorId().isEmpty()); // what had arrived, and no complaint about it
    QCOMPARE(reading.reader->exchange().status, 200);
}

// The manager owns its replies and may die with them.
void TestReplyReader::outlivesItsReply()
{
    Reading reading;
    reading.reply->sendHead();
    delete reading.reply.data();
    reading.reader->abort();
    QCOMPARE(reading.reader->exchange().status, 200);
    reading.reader.reset();
    QCOMPARE(reading.finished.count(), 0);
}

void TestReplyReader::takesItsReplyAlong()
{
    Reading reading;
    reading.reader.reset();
    QVERIFY(reading.reply); // not within a signal of its own
    QCOMPARE(reading.reply->aborts(), 1);
    QCoreApplication::sendPostedEvents(reading.reply, QEvent::DeferredDelete);
    QVERIFY(!reading.reply);
}

void TestReplyReader::mayBeDroppedFromItsAnswer()
{
    Reading reading;
    const QPointer<ReplyReader> watched = reading.reader.get();
    connect(reading.reader.get(), &ReplyReader::finished, this,
            [&] { reading.reader.release()->deleteLater(); });
    reading.reply->sendHead();
    reading.reply->sendBody("0123456789abc"); // finished() comes from within readyRead()
    QVERIFY(watched);
    QCoreApplication::sendPostedEvents(watched, QEvent::DeferredDelete);
    QVERIFY(!watched);
}

// Trust is for one fingerprint; without a certificate there is none to compare.
void TestReplyReader::trustsNoCertificateWithoutItsFingerprint()
{
    auto *reply = new FakeReply(u"https://a.example/x"_s);
    const ReplyReader reader(reply, limit, {{u"a.example"_s, 443, {}}});
    reply->complainAboutTls({QSslError(QSslError::SelfSignedCertificate)});
    QVERIFY(!reply->ignoresTls());
    QVERIFY(!reader.exchange().tls.trustedByException);
    QVERIFY(reader.exchange().tls.used);
    QCOMPARE(reader.exchange().tls.problems.size(), 1);
}

QTEST_GUILESS_MAIN(TestReplyReader)
#include "tst_replyreader.moc"
