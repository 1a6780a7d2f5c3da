// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

namespace {

constexpr qsizetype mebibyte = 1 << 20;

capture::Capture readFile(QByteArray file, const capture::Progress &progress = {})
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    return capture::read(buffer, progress);
}

QByteArray logLine(int which)
{
    return "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /cb?code=" + opaque(which)
        + " HTTP/1.1\" 302 0\n";
}

} // namespace

class TestFileReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTextOfASmallFile();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
    void answersFilesWithoutText_data();
    void answersFilesWithoutText();
    void readsALargeLogInPieces();
    void findsTokensAtTheBordersOfPieces();
    void readsAJsonTextThatGoesOverABorder();
    void scansOnWhereALargeHarIsBroken();
    void tellsProgressAndStops();
    void saysThatALargeFileHoldsNothing();
};

void TestFileReader::keepsTheTextOfASmallFile()
{
    const QByteArray text = "token: " + jwt() + "\n";
    const capture::Capture capture = readFile(text);
    QCOMPARE(capture.text, text);
    QCOMPARE(places(capture), QList<QByteArray>{jwt()});
}

void TestFileReader::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("isSaid");
    const QString text = u"ACCESS_TOKEN="_s + QString::fromLatin1(jwt()) + u"\r\n"_s;
    const auto encoded = [&](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder(text));
    };
    QTest::newRow("UTF-8 with a mark") << encoded(QStringConverter::Utf8) << false;
    QTest::newRow("UTF-16LE, as PowerShell writes") << encoded(QStringConverter::Utf16LE) << true;
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE) << true;
}

void TestFileReader::readsOtherEncodings()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, isSaid);
    const capture::Capture capture = readFile(file);
    QCOMPARE(seen(capture), QStringList{u"environment ACCESS_TOKEN unknown access_token"_s});
    QCOMPARE(places(capture), QList<QByteArray>{jwt()});
    QCOMPARE(ids(capture.findings).contains(u"capture.encoding"_s), isSaid);
}

void TestFileReader::answersFilesWithoutText_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QByteArray() << u"capture.empty"_s;
    QTest::newRow("blank") << " \r\n\n"_ba << u"capture.empty"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\0\0\0",
                                          8)
                            << u"capture.binary"_s;
    QTest::newRow("large and binary") << QByteArray(40 * mebibyte, '\0') << u"capture.binary"_s;
    QTest::newRow("text") << "nothing here\n"_ba << u"capture.no_token"_s;
}

void TestFileReader::answersFilesWithoutText()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, id);
    const capture::Capture capture = readFile(file);
    QCOMPARE(ids(capture.findings), QStringList{id});
    QVERIFY(capture.sightings.isEmpty());
}

void TestFileReader::readsALargeLogInPieces()
{
    const QByteArray line = "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a HTTP/1.1\" 200 0 "
        + QByteArray(2000, 'x') + '\n';
    const QByteArray filler = line.repeated(9'000);
    const QByteArray file = logLine(0) + filler + logLine(1) + filler + logLine(2);
    QVERIFY(file.size() > 32 * mebibyte);
    const capture::Capture capture = readFile(file);
    QCOMPARE(capture.form, "log"_L1);
    QCOMPARE(tokens(capture), (QList<QByteArray>{opaque(0), opaque(1), opaque(2)}));
    for (const capture::Sighting &sighting : capture.sightings)
        QCOMPARE(file.mid(sighting.span.start, sighting.span.size()), sighting.token);
    QVERIFY(capture.text.isEmpty());
}

// Also of a file that is one line.
void TestFileReader::findsTokensAtTheBordersOfPieces()
{
    const QByteArray token = jwt();
    for (const qsizetype before :
         {8 * mebibyte - 10, 8 * mebibyte - token.size(), 8 * mebibyte - 1}) {
        const QByteArray file
            = QByteArray(before, ' ') + token + QByteArray(33 * mebibyte - before, ' ');
        const capture::Capture capture = readFile(file);
        QCOMPARE(tokens(capture), QList<QByteArray>{token});
        QCOMPARE(capture.sightings.first().span.start, before);
    }
}

void TestFileReader::readsAJsonTextThatGoesOverABorder()
{
    const QByteArray filler
        = ("  {\"level\":\"info\",\"msg\":\"" + QByteArray(2000, 'x') + "\"},\n").repeated(9'000);
    const QByteArray record
        = "  {\"level\":\"info\",\"time\":\"2026-09-21T15:06:41Z\",\"token\":\"";
    const QByteArray file
        = "[\n" + filler + record + jwt() + "\"},\n" + filler + record + jwt(1) + "\"}\n]\n";
    QVERIFY(file.size() > 32 * mebibyte);
    const capture::Capture capture = readFile(file);
    QCOMPARE(tokens(capture), (QList<QByteArray>{jwt(), jwt(1)}));
    QVERIFY(!ids(capture.findings).contains(u"capture.truncated"_s));
}

void TestFileReader::scansOnWhereALargeHarIsBroken()
{
    const QByteArray filler = "\"" + QByteArray(mebibyte, 'x') + "\",";
    const QByteArray file = R"({"log":{"version":"1.2","pages":[)" + filler.repeated(20) + ",,"
        + filler.repeated(20) + R"("access_token":")" + jwt() + "\"";
    const capture::Capture capture = readFile(file);
    QCOMPARE(tokens(capture), QList<QByteArray>{jwt()});
    QCOMPARE(file.mid(capture.sightings.first().span.start, jwt().size()), jwt());
    QVERIFY(ids(capture.findings).contains(u"capture.truncated"_s));
}

void TestFileReader::tellsProgressAndStops()
{
    const QByteArray file
        = logLine(0) + (QByteArray(mebibyte, 'x') + '\n').repeated(40) + logLine(1);
    QList<qint64> told;
    const capture::Capture capture = readFile(file, [&](qint64 done, qint64) {
        told.append(done);
        return told.size() < 2;
    });
    QCOMPARE(told.size(), 2);
    QVERIFY(told.at(0) < told.at(1));
    QCOMPARE(tokens(capture), QList<QByteArray>{opaque(0)});
    const base::Finding last = capture.findings.last();
    QCOMPARE(last.id, "capture.cancelled"_L1);
    QCOMPARE(last.facts.value(u"done"_s).toLongLong(), told.at(1));
    QCOMPARE(last.facts.value(u"total"_s).toLongLong(), file.size());
}

void TestFileReader::saysThatALargeFileHoldsNothing()
{
    const capture::Capture capture = readFile((QByteArray(mebibyte, 'x') + '\n').repeated(40));
    QCOMPARE(ids(capture.findings), QStringList{u"capture.no_token"_s});
}

QTEST_GUILESS_MAIN(TestFileReader)
#include "tst_filereader.moc"
