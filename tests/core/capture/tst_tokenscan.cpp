// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include "core/capture/tokenscan.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;
using capture::FoundToken;
using capture::SourceText;

class TestTokenScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTokens_data();
    void findsTokens();
    void findsOtherBeginnings_data();
    void findsOtherBeginnings();
    void joinsBrokenLines_data();
    void joinsBrokenLines();
    void takesWhatBelongsToIt_data();
    void takesWhatBelongsToIt();
    void inventsNothing_data();
    void inventsNothing();
    void wideAndPlainScansAgree();
    void staysLinear_data();
    void staysLinear();

private:
    static QList<QByteArray> found(const QByteArray &text);
};

QList<QByteArray> TestTokenScan::found(const QByteArray &text)
{
    QList<QByteArray> tokens;
    const SourceText source(text);
    for (const FoundToken &token : capture::findTokens(source))
        tokens.append(token.in(source).bytes());
    return tokens;
}

void TestTokenScan::findsTokens_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("after");
    const QByteArray withoutSignature = jwt().left(jwt().lastIndexOf('.'));
    QTest::newRow("bare") << ""_ba << jwt() << ""_ba;
    QTest::newRow("in prose") << "My token is "_ba << jwt() << ". It fails."_ba;
    QTest::newRow("in quotes") << "\""_ba << jwt() << "\","_ba;
    QTest::newRow("behind an equals sign") << "?token="_ba << jwt() << "&x=1"_ba;
    QTest::newRow("in a path") << "/verify/"_ba << jwt() << "/next"_ba;
    QTest::newRow("RFC 7515 A.5 unsecured") << ""_ba << jws(R"({"alg":"none"})", "{}", 0) << ""_ba;
    QTest::newRow("two parts") << ""_ba << withoutSignature << " "_ba;
    QTest::newRow("detached, RFC 7515 F") << ""_ba << jws(R"({"alg":"ES256"})", "", 64) << ""_ba;
    QTest::newRow("RFC 7516 3.1, direct key") << ""_ba << jwe() << ""_ba;
    QTest::newRow("behind typographic quotes") << "\xE2\x80\x9C"_ba << jwt() << "\xE2\x80\x9D"_ba;
    QTest::newRow("no alg, yet claims")
        << ""_ba << jws(R"({"kid":"1"})", R"({"iss":"x"})") << ""_ba;
    QTest::newRow("header cut short")
        << ""_ba << jwt().left(30) + jwt().sliced(jwt().indexOf('.')) << ""_ba;
    QTest::newRow("NUL around") << QByteArray(3, '\0') << jwt() << QByteArray(3, '\0');
}

void TestTokenScan::findsTokens()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, after);
    const SourceText source(before + token + after, 1000);
    const auto tokens = capture::findTokens(source);
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens[0].in(source).bytes(), token);
    QCOMPARE(tokens[0].in(source).span(),
             (base::Span{1000 + before.size(), 1000 + before.size() + token.size()}));
    QVERIFY(tokens[0].remarks().isEmpty());
}

void TestTokenScan::findsOtherBeginnings_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *blank : {"", " ", "\n", "\r\n", "\t", "\n  ", "  "})
        QTest::newRow(blank) << QByteArray("{") + blank + R"("alg":"RS256"})";
}

void TestTokenScan::findsOtherBeginnings()
{
    QFETCH(QByteArray, header);
    const QByteArray token = jws(header, "{}");
    QCOMPARE(found("x " + token + "\n"), QList{token});
}

void TestTokenScan::joinsBrokenLines_data()
{
    QTest::addColumn<QByteArray>("lineBreak");
    QTest::newRow("LF") << "\n"_ba;
    QTest::newRow("CRLF") << "\r\n"_ba;
    QTest::newRow("indented") << "\n    "_ba;
    QTest::newRow("quoted in a mail") << "\n> "_ba;
}

void TestTokenScan::joinsBrokenLines()
{
    QFETCH(QByteArray, lineBreak);
    QByteArray text = jwt();
    for (qsizetype at = 64; at < text.size(); at += 64 + lineBreak.size())
        text.insert(at, lineBreak);
    const SourceText source("see:\n" + text + "\nthanks\n" + jwt(1));
    const auto tokens = capture::findTokens(source);
    QCOMPARE(tokens.size(), 2);
    QCOMPARE(tokens[0].in(source).bytes(), jwt());
    QCOMPARE(tokens[0].in(source).span(), (base::Span{5, 5 + text.size()}));
    QCOMPARE(tokens[0].remarks(), QList{"carrying.line_broken"_L1});
    QCOMPARE(tokens[1].in(source).bytes(), jwt(1));
}

void TestTokenScan::takesWhatBelongsToIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("expected");
    QTest::addColumn<QString>("remark");
    const QByteArray token = jwt();
    const QByteArray hs = jws(R"({"alg":"HS256"})", "{}", 32);
    const QByteArray standard = hs.left(hs.lastIndexOf('.') + 1) + QByteArray(40, 'a') + "+/b=";
    QTest::newRow("one a line") << jwt() + "\n" + jwt(1) + "\n"
                                << QList{jwt(), jwt(1)} << QString();
    QTest::newRow("dots encoded") << QByteArray(token).replace(".", "%2E") << QList{token}
                                  << u"carrying.percent_encoded"_s;
    QTest::newRow("shortened") << "got eyJhbGciOiJSUzI1NiJ9\xE2\x80\xA6xyz9 here"_ba
                               << QList{"eyJhbGciOiJSUzI1NiJ9\xE2\x80\xA6xyz9"_ba}
                               << u"carrying.shortened"_s;
    QTest::newRow("three dots") << "eyJhbGciOi...abc."_ba << QList{"eyJhbGciOi...abc"_ba}
                                << u"carrying.shortened"_s;
    QTest::newRow("stars") << "eyJhbGciOi***"_ba << QList{"eyJhbGciOi***"_ba}
                           << u"carrying.shortened"_s;
    QTest::newRow("payload shortened")
        << token.left(150) + "..." << QList{token.left(150) + "..."} << u"carrying.shortened"_s;
    QTest::newRow("standard alphabet, padded") << standard + " x" << QList{standard} << QString();
    QTest::newRow("a path goes on") << hs + "/users/aaaaaaaaa" << QList{hs} << QString();
    QTest::newRow("a fourth part does not belong") << hs + ".extra" << QList{hs} << QString();
}

void TestTokenScan::takesWhatBelongsToIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, remark);
    QTEST(found(text), "expected");
    const auto first = capture::findTokens(SourceText(text)).first();
    QCOMPARE(QString(first.remarks().value(0)), remark);
}

void TestTokenScan::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("words") << "they eye ewer keyboard eyJ"_ba;
    QTest::newRow("base64 of JSON") << "state=" + R"({"returnTo":"/a","n":1})"_ba.toBase64();
    QTest::newRow("signed cookie of Flask")
        << "session=eyJ1c2VyX2lkIjoxfQ.ZfC2ag.mB5v2cXqZ8YxkQ1nL0aPq3r7s9t"_ba;
    QTest::newRow("header alone without alg") << "eyJrIjoidiJ9"_ba;
    QTest::newRow("inside a longer word") << "x" + jwt();
    QTest::newRow("image")
        << "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"_ba;
    QTest::newRow("source map") << "//# sourceMappingURL=data:application/json;base64,"
            + R"({"version":3,"sources":["a.js"],"mappings":"AAAA"})"_ba.toBase64();
}

void TestTokenScan::inventsNothing()
{
    QFETCH(QByteArray, text);
    QCOMPARE(found(text), QList<QByteArray>());
}

void TestTokenScan::wideAndPlainScansAgree()
{
    // Every offset against the 64 bytes that the wide scan takes at once.
    for (qsizetype offset = 0; offset < 200; ++offset) {
        const QByteArray text = QByteArray(offset, '.') + "eyJh" + QByteArray(130, 'e');
        QCOMPARE(capture::nextCandidate(text, 0), offset);
        QCOMPARE(capture::nextCandidate(text, offset + 1), -1);
    }
}

void TestTokenScan::staysLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit :
         {"eyJ", "eyJ.", "eyJhbGciOiJub25lIn0\n", "\"", "\\", "eyJ\r\n",
          "eyJhbGciOiJSUzI1NiJ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "eyJ...", "eyJ+/"})
        QTest::newRow(unit) << QByteArray(unit);
}

//! Two megabytes; what looks back or ahead over all of it would take minutes.
void TestTokenScan::staysLinear()
{
    QFETCH(QByteArray, unit);
    const QByteArray text = unit.repeated(2'000'000 / unit.size());
    QVERIFY(capture::findTokens(SourceText(text)).size() <= 100'000);
}

QTEST_GUILESS_MAIN(TestTokenScan)
#include "tst_tokenscan.moc"
