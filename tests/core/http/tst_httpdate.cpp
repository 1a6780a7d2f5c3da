// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/headers.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHttpDate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllThreeForms_data();
    void readsAllThreeForms();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
};

void TestHttpDate::readsAllThreeForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    const qint64 example = 784111777; // RFC 9110 section 5.6.7
    QTest::newRow("IMF-fixdate") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba << example;
    QTest::newRow("RFC 850") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << example;
    QTest::newRow("asctime") << "Sun Nov  6 08:49:37 1994"_ba << example;
    QTest::newRow("asctime, two digits") << "Wed Nov 16 08:49:37 1994"_ba << example + 10 * 86400;
    QTest::newRow("blanks around") << " Sun, 06 Nov 1994 08:49:37 GMT\t"_ba << example;
    QTest::newRow("epoch") << "Thu, 01 Jan 1970 00:00:00 GMT"_ba << qint64(0);
    QTest::newRow("leap day") << "Thu, 29 Feb 2024 23:59:59 GMT"_ba << qint64(1709251199);
    QTest::newRow("leap second") << "Sat, 31 Dec 2016 23:59:60 GMT"_ba << qint64(1483228800);
    QTest::newRow("RFC 850, this century")
        << "Monday, 24-Aug-26 14:02:11 GMT"_ba << qint64(1787580131);
    // A fixed pivot: two digits under 70 are of this century.
    QTest::newRow("RFC 850, 69") << "Tuesday, 01-Jan-69 00:00:00 GMT"_ba << qint64(3124224000);
    QTest::newRow("RFC 850, 70") << "Thursday, 01-Jan-70 00:00:00 GMT"_ba << qint64(0);
    QTest::newRow("RFC 850, 00") << "Saturday, 01-Jan-00 00:00:00 GMT"_ba << qint64(946684800);
    QTest::newRow("last second of a day")
        << "Sun, 06 Nov 1994 23:59:59 GMT"_ba << qint64(784166399);
    QTest::newRow("the next one") << "Mon, 07 Nov 1994 00:00:00 GMT"_ba << qint64(784166400);
    QTest::newRow("far away") << "Fri, 31 Dec 9999 23:59:59 GMT"_ba << qint64(253402300799);
}

void TestHttpDate::readsAllThreeForms()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    const auto instant = http::parseHttpDate(text);
    QVERIFY(instant);
    QCOMPARE(instant->time_since_epoch().count(), seconds * 1000);
}

void TestHttpDate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
          "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
          "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 31 Nov 1994 08:49:37 GMT",
          "Wed, 29 Feb 2023 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
          "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
          "Sun, 06 Nov 94 8:49:37 GMT", "Sun, -6 Nov 1994 08:49:37 GMT",
          "Sun, 06 Nov 1994 08-49-37 GMT", "Sunday, 06-Nov 08:49:37 GMT", "Sun Nov  6 1994",
          "1994-11-06T08:49:37Z", "784111777"})
        QTest::newRow(text) << QByteArray(text);
}

void TestHttpDate::refusesWhatIsNoDate()
{
    QFETCH(QByteArray, text);
    const auto instant = http::parseHttpDate(text);
    QVERIFY(!instant);
    QCOMPARE(instant.error().id, "http.date"_L1);
}

QTEST_GUILESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
