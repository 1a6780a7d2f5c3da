// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tokentexts.h"

#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace tokentexts;
using jose::Form;
using jose::Token;

//! What a text is taken for, and what is wrong with its structure.
class tst_TokenForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheForm_data();
    void knowsTheForm();
    void listsStructureProblems_data();
    void listsStructureProblems();
    void longTextsTakeLinearTime_data();
    void longTextsTakeLinearTime();
};

void tst_TokenForm::knowsTheForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *name, Form form, const QByteArray &text) {
        QTest::newRow(name) << text << form;
    };
    const QByteArray header = jose::base64url::encode(R"({"alg":"RS256"})");
    const QByteArray jweHeader = jose::base64url::encode(R"({"alg":"dir","enc":"A256GCM"})");
    row("empty", Form::Empty, "");
    row("three parts", Form::Compact, simple());
    row("two parts", Form::Compact, header + ".e30");
    row("two parts and a dot", Form::Compact, header + ".e30.");
    row("a header alone", Form::Compact, header);
    row("a header and a dot", Form::Compact, header + '.');
    row("four parts", Form::Compact, simple() + ".AAAA");
    row("five parts without enc", Form::Compact, simple() + ".AAAA.AAAA");
    row("seven parts", Form::Compact, simple() + ".A.A.A.A");
    row("five parts with enc", Form::Encrypted, jweHeader + ".AAAA.AAAA.AAAA.AAAA");
    row("four parts with enc", Form::Encrypted, jweHeader + ".AAAA.AAAA.AAAA");
    row("five parts, direct key", Form::Encrypted, jweHeader + "..AAAA.AAAA.AAAA");
    row("five parts, unreadable header", Form::Encrypted, "AAAA.AAAA.AAAA.AAAA.AAAA");
    row("three parts, unreadable header", Form::Compact, "not.a.jwt");
    row("three parts with padding", Form::Compact, "Zm8=.Zm8=.Zm8=");
    row("header lost", Form::Compact, "." + jose::base64url::encode(R"({"sub":"joe"})") + ".AAAA");
    row("header cut in front", Form::Compact,
        "SUzI1NiJ9." + jose::base64url::encode(R"({"sub":"joe"})"));
    row("header with a line break", Form::Compact, "eyJh\nbGciOiJub25lIn0.e30.");
    row("header with a bad character", Form::Compact, header + "!.e30.AAAA");
    row("header that is no good JSON", Form::Compact,
        jose::base64url::encode("{alg:'RS256'}") + ".e30.AAAA");
    row("header that is no UTF-8", Form::Compact,
        jose::base64url::encode("{\"kid\":\"\xFF\"}") + ".e30");
    row("header with a byte order mark", Form::Compact,
        jose::base64url::encode("\xEF\xBB\xBF{\"alg\":\"none\"}") + ".e30");
    row("percent encoding", Form::Compact, header + "%3D.e30%3D.AAAA");
    row("flattened JSON", Form::FlattenedJson, R"({"payload":"e30","signature":"AAAA"})");
    row("flattened JSON, detached", Form::FlattenedJson, R"({"protected":"e30","signature":"A"})");
    row("general JSON", Form::GeneralJson, R"( {"payload":"e30","signatures":[]})");
    row("encrypted JSON", Form::EncryptedJson, R"({"protected":"e30","ciphertext":"AAAA"})");
    row("flattened JSON, cut off", Form::FlattenedJson, R"({"payload":"e30","signat)");
    row("claims", Form::Opaque, R"({"sub":"joe"})");
    row("token response", Form::Opaque, R"({"access_token":"eyJ.e30.AAAA"})");
    row("broken JSON", Form::Opaque, "{");
    row("JSON array", Form::Opaque, "[]");
    row("a word", Form::Opaque, "hello");
    row("words", Form::Opaque, "hello world.");
    row("dots", Form::Opaque, "...");
    row("dot", Form::Opaque, ".");
    row("blank", Form::Opaque, " ");
    row("address", Form::Opaque, "https://auth.example.com/x.y");
    row("IPv4 address", Form::Opaque, "192.168.0.1");
    row("opaque access token", Form::Opaque, "9sX2mPqLw7RbT4vNcYhJ3kZaE6uGd8Fo");
    row("refresh token", Form::Opaque,
        "5f2a8c1e-0b7d-4e93-a6f4-1c9d8e7b2a35.9sX2mPqLw7RbT4vNcYhJ3kZaE6uGd8Fo");
    row("refresh token that decodes to {}", Form::Opaque,
        "e30a8c1e-0b7d-4e93-a6f4-1c9d8e7b2a35.eyJ2mPqLw7RbT4vNcYhJ3kZaE6uGd8Fo");
    row("refresh token that decodes to {", Form::Opaque,
        "e7fa8c1e-0b7d-4e93-a6f4-1c9d8e7b2a35.ewX2mPqLw7RbT4vNcYhJ3kZaE6uGd8Fo");
    row("opaque that begins like JSON", Form::Opaque, "eyJ2mPqLw7RbT4vNcYhJ3kZaE6uGd8Fo");
    row("not ASCII", Form::Opaque, "\xC3\xA4\xC3\xB6.\xE4\xBD\xA0.\xF0\x9F\x98\x80");
    row("no UTF-8", Form::Opaque, "\xFF\xFE.\x80.\xC0");
    row("NUL", Form::Opaque, QByteArray(3, '\0'));
}

void tst_TokenForm::knowsTheForm()
{
    QFETCH(QByteArray, text);
    QFETCH(Form, form);
    const Token token = Token::read(text);
    QCOMPARE(token.form(), form);
    QCOMPARE(token.text(), text);
}

void tst_TokenForm::listsStructureProblems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QString &problems, const QByteArray &text) {
        QTest::newRow(name) << text << problems;
    };
    row("three parts", u""_s, "eyJhbGciOiJFUzI1NiJ9.e30.AAAA");
    row("a header alone", u"token.parts(1)@20"_s, "eyJhbGciOiJFUzI1NiJ9");
    row("two parts", u"token.signature_missing@24"_s, "eyJhbGciOiJFUzI1NiJ9.e30");
    row("an empty signature", u"token.signature_missing@25"_s, "eyJhbGciOiJFUzI1NiJ9.e30.");
    row("unsecured", u""_s, "eyJhbGciOiJub25lIn0.e30.");
    row("unsecured in two parts", u"token.signature_missing@23"_s, "eyJhbGciOiJub25lIn0.e30");
    row("unsecured with a signature", u""_s, "eyJhbGciOiJub25lIn0.e30.AAAA");
    row("four parts", u"token.parts(4)@29"_s, "eyJhbGciOiJFUzI1NiJ9.e30.AAAA.BBBB");
    row("a dot too many", u"token.parts(4)@29"_s, "eyJhbGciOiJFUzI1NiJ9.e30.AAAA.");
    row("pasted twice", u"token.parts(5)@49"_s,
        "eyJhbGciOiJFUzI1NiJ9.e30.AAAAeyJhbGciOiJFUzI1NiJ9.e30.AAAA");
    row("a shortened copy",
        u"token.parts(4)@22 token.payload_detached@21 "
        "token.signature_missing@23"_s,
        "eyJhbGciOiJFUzI1NiJ9...");
    row("detached payload", u"token.payload_detached@21"_s, "eyJhbGciOiJFUzI1NiJ9..AAAA");
    row("eleven parts", u"token.parts(11)@29"_s, "eyJhbGciOiJFUzI1NiJ9.e30.AAAA.1.2.3.4.5.6.7.8");
    row("JWE", u""_s, "eyJlbmMiOiJBMjU2R0NNIn0.AAAA.AAAA.AAAA.AAAA");
    row("JWE with four parts", u"token.parts(4)@38"_s, "eyJlbmMiOiJBMjU2R0NNIn0.AAAA.AAAA.AAAA");
    row("JWE with six parts", u"token.parts(6)@43"_s,
        "eyJlbmMiOiJBMjU2R0NNIn0.AAAA.AAAA.AAAA.AAAA.AAAA");
    row("opaque", u""_s, "hello");
}

void tst_TokenForm::listsStructureProblems()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problems);
    QCOMPARE(described(Token::read(text).problems()), problems);
}

void tst_TokenForm::longTextsTakeLinearTime_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype size = 1 << 20;
    QTest::newRow("dots") << QByteArray(size, '.');
    QTest::newRow("a header and dots") << "eyJhbGciOiJub25lIn0" + QByteArray(size, '.');
    QTest::newRow("eyJ") << "eyJ"_ba.repeated(size / 3);
    QTest::newRow("eyJ and dots") << "eyJ."_ba.repeated(size / 4);
    QTest::newRow("line breaks") << "eyJh\n"_ba.repeated(size / 5) + ".e30.AAAA";
    QTest::newRow("percent signs") << "eyJh%25"_ba.repeated(size / 7) + ".e30.AAAA";
    QTest::newRow("claims") << simple("{" + "\"a\":1,"_ba.repeated(size / 8) + "\"b\":2}");
    QTest::newRow("bytes") << simple(QByteArray(size, '\xFF'));
    QTest::newRow("signatures") << R"({"payload":")" + QByteArray(size, 'A') + R"(","signatures":[)"
            + R"({"protected":"e30","signature":"AAAA"},)"_ba.repeated(size / 40) + "{}]}";
    QTest::newRow("mixed headers") << R"({"signature":"AAAA","header":{)"
            + R"("a":1,)"_ba.repeated(size / 6) + R"("b":1},"protected":")"
            + jose::base64url::encode("{" + "\"a\":1,"_ba.repeated(size / 8) + "\"b\":2}") + "\"}";
    QByteArray nested = simple(QByteArray(size / 10, ' '));
    for (int i = 0; i < 8; ++i)
        nested = simple(nested);
    QTest::newRow("nested") << nested;
}

void tst_TokenForm::longTextsTakeLinearTime()
{
    QFETCH(QByteArray, text);
    const std::clock_t start = std::clock();
    const Token token = Token::read(text);
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    // Time of the processor, so that a busy machine does not matter. A megabyte takes some 50 ms;
    // what is not linear takes minutes.
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 10, qPrintable(QString::number(seconds)));
    QCOMPARE(token.text(), text);
    QCOMPARE(cleaned.span.size(), text.size());
}

QTEST_GUILESS_MAIN(tst_TokenForm)
#include "tst_tokenform.moc"
