// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/exchange.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHeaders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndRepeatedNames();
    void findsNamesInAnyCase();
    void tellsAnEmptyValueFromNone();
    void comparesAsValues();
    void readsTheMediaType_data();
    void readsTheMediaType();
    void knowsWhichStatusRedirects_data();
    void knowsWhichStatusRedirects();
    void givesTheLocation();
};

void TestHeaders::keepsOrderAndRepeatedNames()
{
    http::HeaderList headers;
    headers.append("Set-Cookie", "a=1");
    headers.append("Date", "today");
    headers.append("set-cookie", "b=2");
    QCOMPARE(headers.all().size(), 3);
    QCOMPARE(headers.all().at(2).name, "set-cookie"_ba);
    QCOMPARE(headers.values("Set-Cookie"), (QList<QByteArray>{"a=1", "b=2"}));
    QCOMPARE(headers.value("Set-Cookie"), "a=1"_ba);
}

void TestHeaders::findsNamesInAnyCase()
{
    const http::HeaderList headers(QList<http::Header>{{"content-TYPE", "text/plain"}});
    QVERIFY(headers.contains("Content-Type"));
    QCOMPARE(headers.value("CONTENT-type"), "text/plain"_ba);
    QVERIFY(!headers.contains("Content-Typ"));
    QVERIFY(headers.values("Content-Typ").isEmpty());
}

void TestHeaders::tellsAnEmptyValueFromNone()
{
    http::HeaderList headers;
    headers.append("X-Empty", {});
    QVERIFY(!headers.value("X-Empty").isNull());
    QVERIFY(headers.value("X-Empty").isEmpty());
    QVERIFY(headers.value("X-None").isNull());
}

void TestHeaders::comparesAsValues()
{
    const http::HeaderList one(QList<http::Header>{{"A", "1"}, {"B", "2"}});
    QVERIFY(one == http::HeaderList(QList<http::Header>{{"A", "1"}, {"B", "2"}}));
    QVERIFY(one != http::HeaderList(QList<http::Header>{{"B", "2"}, {"A", "1"}}));
}

void TestHeaders::readsTheMediaType_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("isJson");
    const auto row = [](const char *text, const char *type, bool isJson) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(type) << isJson;
    };
    row("application/json", "application/json", true);
    row("Application/JSON; charset=utf-8", "application/json", true);
    row("application/jwk-set+json", "application/jwk-set+json", true);
    row("application/json;charset=utf-8", "application/json", true);
    row(" application/json ", "application/json", true);
    row("text/html; charset=utf-8", "text/html", false);
    row("application/jsonp", "application/jsonp", false);
    row("text/plain;a=application/json", "text/plain", false);
    row("+json", "+json", false);
    row("", "", false);
}

void TestHeaders::readsTheMediaType()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, expected);
    QFETCH(bool, isJson);
    QCOMPARE(http::mediaType(contentType), expected);
    QCOMPARE(http::isJsonMediaType(contentType), isJson);
}

void TestHeaders::knowsWhichStatusRedirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("expected");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {0, 200, 300, 304, 305, 306, 309, 404})
        QTest::addRow("%d", status) << status << false;
}

void TestHeaders::knowsWhichStatusRedirects()
{
    QFETCH(int, status);
    QFETCH(bool, expected);
    http::Exchange exchange;
    exchange.status = status;
    QCOMPARE(exchange.isRedirect(), expected);
}

void TestHeaders::givesTheLocation()
{
    http::Exchange exchange;
    QVERIFY(exchange.location().isNull());
    exchange.answerHeaders.append("location", "/elsewhere");
    QCOMPARE(exchange.location(), "/elsewhere"_ba);
}

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
