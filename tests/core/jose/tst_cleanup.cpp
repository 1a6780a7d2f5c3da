// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_CleanUp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatItRemoves_data();
    void namesWhatItRemoves();
    void leavesTheInsideAlone_data();
    void leavesTheInsideAlone();
    void knowsTheAuthorizationHeader_data();
    void knowsTheAuthorizationHeader();
    void leavesNothingOfNothing_data();
    void leavesNothingOfNothing();
};

namespace {

const auto token = "eyJhbGciOiJub25lIn0.e30."_ba;

QString joined(const QList<QLatin1StringView> &removed)
{
    QStringList names;
    for (const QLatin1StringView name : removed)
        names.append(name);
    return names.join(u'+');
}

} // namespace

void tst_CleanUp::namesWhatItRemoves_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("removed");
    const auto row = [](const char *removed, const QByteArray &before, const QByteArray &after) {
        QTest::addRow("%s: %s|%s", removed, before.toPercentEncoding().constData(),
                      after.toPercentEncoding().constData())
            << before << after << QString::fromLatin1(removed);
    };
    row("", "", "");
    row("whitespace", "  \t\r\n", "\n");
    row("whitespace", "", " ");
    row("whitespace", "\xC2\xA0", "\xE2\x80\x8B");
    row("whitespace", "\xE3\x80\x80", "\xEF\xBB\xBF");
    row("bom", "\xEF\xBB\xBF", "");
    row("bom+whitespace", "\xEF\xBB\xBF ", "\n");
    row("quotes", "\"", "\"");
    row("quotes", "'", "'");
    row("quotes", "\\\"", "\\\"");
    row("quotes", "`", "`");
    row("quotes", "```", "```");
    row("quotes", "\xE2\x80\x9C", "\xE2\x80\x9D");
    row("quotes", "\xE2\x80\x9E", "\xE2\x80\x9C");
    row("quotes", "\xC2\xAB", "\xC2\xBB");
    row("quotes", "", "\"");
    row("quotes", "\"'", "'\"");
    row("whitespace+quotes", " \" ", " \" ");
    row("header_name", "Authorization:", "");
    row("header_name", "authorization: ", "");
    row("header_name", "AUTHORIZATION : ", "");
    row("header_name+whitespace", "Authorization:  ", "");
    row("header_name+scheme", "Authorization: Bearer ", "");
    row("header_name+scheme", "authorization:bearer ", "");
    row("header_name+scheme", "Authorization: DPoP ", "");
    row("scheme", "Bearer ", "");
    row("scheme", "bEARER ", "");
    row("scheme", "dpop ", "");
    row("scheme+scheme", "Bearer Bearer ", "");
    row("scheme+scheme", "Bearer DPoP ", "");
    row("scheme+whitespace", "Bearer  ", "");
    row("scheme+tab", "Bearer\t", "");
    row("scheme+tab", "Bearer \t", "");
    row("scheme+colon", "Bearer: ", "");
    row("scheme+quotes", "Bearer \"", "\"");
    row("scheme+whitespace", "Bearer\n", "");
    row("trailing_comma", "", ",");
    row("trailing_semicolon", "", ";");
    row("whitespace+trailing_comma+quotes", "", "\" , ");
    row("quotes+header_name+scheme+trailing_comma", "\"Authorization\": \"Bearer ", "\",");
    row("quotes+header_name+scheme", "'Authorization: Bearer ", "'");
    row("bom+header_name+scheme+whitespace",
        "\xEF\xBB\xBF"
        "Authorization: Bearer ",
        "\r\n");
}

void tst_CleanUp::namesWhatItRemoves()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, removed);
    const jose::CleanedInput cleaned = jose::cleanUp(before + token + after);
    QCOMPARE(cleaned.token, token);
    QCOMPARE(joined(cleaned.removed), removed);
    QCOMPARE(cleaned.span.start, before.size());
    QCOMPARE(cleaned.span.end, before.size() + token.size());
}

void tst_CleanUp::leavesTheInsideAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("line break") << "eyJh\r\nbGci.e30.AAAA"_ba;
    QTest::newRow("blanks at the dots") << "eyJh . e30 . AAAA"_ba;
    QTest::newRow("quotes inside") << "eyJh\"bGci.e30.AAAA"_ba;
    QTest::newRow("percent encoding") << "eyJh%3D.e30.AAAA%3D"_ba;
    QTest::newRow("padding") << "eyJh.e30=.AA=="_ba;
    QTest::newRow("a dot at the end") << "eyJh.e30."_ba;
    QTest::newRow("a name in front") << "token=eyJh.e30.AAAA"_ba;
    QTest::newRow("another scheme") << "Basic dXNlcjpwYXNz"_ba;
    QTest::newRow("a word that begins so") << "Bearerless"_ba;
    QTest::newRow("no header") << "authorization code"_ba;
    QTest::newRow("JSON") << R"({"payload":"e30","signatures":[]})"_ba;
    QTest::newRow("JSON that was cut off") << R"({"payload":"e30")"_ba;
    QTest::newRow("not ASCII") << "\xE4\xBD\xA0\xE5\xA5\xBD"_ba;
    QTest::newRow("half a quote") << "\xE2\x80"_ba;
}

void tst_CleanUp::leavesTheInsideAlone()
{
    QFETCH(QByteArray, text);
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    QCOMPARE(cleaned.token, text);
    QCOMPARE(joined(cleaned.removed), QString());
    QCOMPARE(cleaned.span.start, 0);
    QCOMPARE(jose::cleanUp(" '" + text + "'\n").token, text);
}

void tst_CleanUp::knowsTheAuthorizationHeader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("header") << "Authorization: Bearer e30"_ba << true;
    QTest::newRow("scheme missing") << "Authorization: e30"_ba << true;
    QTest::newRow("scheme") << "Bearer e30"_ba << true;
    QTest::newRow("DPoP") << "DPoP e30"_ba << true;
    QTest::newRow("bare") << "e30"_ba << false;
    QTest::newRow("quoted") << "\"e30\""_ba << false;
}

void tst_CleanUp::knowsTheAuthorizationHeader()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, is);
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    QCOMPARE(cleaned.fromAuthorizationHeader, is);
    QCOMPARE(cleaned.token, "e30"_ba);
}

void tst_CleanUp::leavesNothingOfNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("blanks") << " \n\xC2\xA0"_ba;
    QTest::newRow("quotes") << "\"\""_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"_ba;
    QTest::newRow("a variable that was empty") << "Authorization: Bearer "_ba;
    QTest::newRow("scheme alone") << "Bearer"_ba;
    QTest::newRow("comma") << ","_ba;
}

void tst_CleanUp::leavesNothingOfNothing()
{
    QFETCH(QByteArray, text);
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    QCOMPARE(cleaned.token, ""_ba);
    QCOMPARE(cleaned.removed.isEmpty(), text.isEmpty());
    QVERIFY(cleaned.span.isValid());
    QVERIFY(cleaned.span.end <= text.size());
}

QTEST_GUILESS_MAIN(tst_CleanUp)
#include "tst_cleanup.moc"
