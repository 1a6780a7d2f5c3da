// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tokentexts.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;
using namespace tokentexts;
using jose::Form;
using jose::Token;

class tst_Token final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheForm_data();
    void knowsTheForm();
    void listsStructureProblems_data();
    void listsStructureProblems();
    void readsTheExamplesOfRfc7515_data();
    void readsTheExamplesOfRfc7515();
    void keepsTheTextAndTheSpans();
    void decodesHeadersThatDoNotBeginAsUsual_data();
    void decodesHeadersThatDoNotBeginAsUsual();
    void decodesAnUnsecuredToken();
    void decodesWithUnknownAlgorithm();
    void keepsAPayloadThatIsNoJson();
    void keepsForeignBytes();
    void showsABrokenPartAndNamesTheRepair();
    void showsTheBeginningOfAPartThatNothingRepairs();
    void showsWhatCanBeReadOfACutToken();
    void neverRepairsTheSigningInput();
    void encryptedTokenHasAReadableHeader();
    void encryptedTokenMayLeaveTheKeyEmpty();
    void payloadThatIsNotEncodedIsTheText();
    void payloadThatIsNotEncodedReachesToTheLastDot();
    void b64InBrokenHeaderStillShowsThePayload();
    void findsTheNestedToken_data();
    void findsTheNestedToken();
    void nestsOnlyEightLevels();
    void emptyTokenAnswersEverything();
    void copiesAndMovesShareWhatWasRead();
    void longTokensTakeLinearTime_data();
    void longTokensTakeLinearTime();
};

void tst_Token::knowsTheForm_data()
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

void tst_Token::knowsTheForm()
{
    QFETCH(QByteArray, text);
    QFETCH(Form, form);
    const Token token = Token::read(text);
    QCOMPARE(token.form(), form);
    QCOMPARE(token.text(), text);
}

void tst_Token::listsStructureProblems_data()
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
    row("twice the same", u"token.parts(5)@29"_s,
        "eyJhbGciOiJFUzI1NiJ9.e30.AAAAeyJhbGciOiJFUzI1NiJ9.e30.AAAA"_ba.replace("AAAAey", "AAAA.ey")
            .replace(".e30.AAAA.eyJhbGciOiJFUzI1NiJ9.e30.AAAA",
                     ".e30.AAAA.eyJhbGciOiJFUzI1NiJ9.e30"));
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

void tst_Token::listsStructureProblems()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problems);
    QCOMPARE(described(Token::read(text).problems()), problems);
}

void tst_Token::readsTheExamplesOfRfc7515_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<qsizetype>("signatureSize");
    const QByteArray claims = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n "
                              "\"http://example.com/is_root\":true}";
    QTest::newRow("A.1") << u"rfc7515/a.1.jws"_s << "HS256"_ba << claims << qsizetype(32);
    QTest::newRow("A.2") << u"rfc7515/a.2.jws"_s << "RS256"_ba << claims << qsizetype(256);
    QTest::newRow("A.3") << u"rfc7515/a.3.jws"_s << "ES256"_ba << claims << qsizetype(64);
    QTest::newRow("A.4") << u"rfc7515/a.4.jws"_s << "ES512"_ba
                         << "Payload"_ba << qsizetype(132);
    QTest::newRow("A.5") << u"rfc7515/a.5.jws"_s << "none"_ba << claims << qsizetype(0);
}

void tst_Token::readsTheExamplesOfRfc7515()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, payload);
    QFETCH(qsizetype, signatureSize);
    const QByteArray text = dataFile(file).trimmed();
    const Token token = Token::read(text);
    QCOMPARE(token.form(), Form::Compact);
    QCOMPARE(described(token.problems()), QString());
    QCOMPARE(token.signatures().size(), 1);
    const jose::SignatureBlock &block = token.signatures().constFirst();
    QCOMPARE(block.algorithm(), algorithm);
    QCOMPARE(token.payload().bytes, payload);
    QCOMPARE(block.signature.bytes.size(), signatureSize);
    QCOMPARE(block.signingInput, text.first(text.lastIndexOf('.')));
    QCOMPARE(token.claims().isPresent(), payload.startsWith('{'));
}

void tst_Token::keepsTheTextAndTheSpans()
{
    const Token token = Token::read("eyJhbGciOiJFUzI1NiJ9.e30.AAAA");
    QCOMPARE(token.parts().size(), 3);
    QCOMPARE(token.header().span, (base::Span{0, 20}));
    QCOMPARE(token.payload().span, (base::Span{21, 24}));
    QCOMPARE(token.signatures().constFirst().signature.span, (base::Span{25, 29}));
    QCOMPARE(token.header().bytes, R"({"alg":"ES256"})"_ba);
    QVERIFY(token.header().json.isValid());
    QVERIFY(!token.hasUnencodedPayload());
    QVERIFY(!token.nested());
    QVERIFY(!token.envelope().root());
}

void tst_Token::decodesHeadersThatDoNotBeginAsUsual_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("ewo") << "{\n  \"alg\": \"RS256\"\n}"_ba;
    QTest::newRow("ew0K") << "{\r\n \"alg\":\"RS256\"}"_ba;
    QTest::newRow("eyA") << "{ \"alg\": \"RS256\" }"_ba;
    QTest::newRow("IHsi") << " {\"alg\":\"RS256\"}"_ba;
    QTest::newRow("ewkg") << "{\t \"alg\":\"RS256\"}"_ba;
    QTest::newRow("not ASCII") << "{\"\xC3\xA9\":1,\"alg\":\"RS256\"}"_ba;
}

void tst_Token::decodesHeadersThatDoNotBeginAsUsual()
{
    QFETCH(QByteArray, header);
    for (const QByteArray &text :
         {compact(header, "{}"), jose::base64url::encode(header), compact(header, "") + ".1.2.3"}) {
        const Token token = Token::read(text);
        QCOMPARE(token.form(), Form::Compact);
        QVERIFY(token.header().json.isValid());
        QCOMPARE(token.signatures().constFirst().algorithm(), "RS256"_ba);
    }
}

void tst_Token::decodesAnUnsecuredToken()
{
    const Token token = Token::read(compact(R"({"alg":"none"})", R"({"sub":"joe"})", ""));
    const jose::Part &signature = token.signatures().constFirst().signature;
    QVERIFY(signature.present);
    QVERIFY(signature.bytes.isEmpty());
    QVERIFY(!signature.problem);
    QCOMPARE(token.claims().member("sub").toString(), u"joe"_s);
}

void tst_Token::decodesWithUnknownAlgorithm()
{
    QCOMPARE(Token::read(compact(R"({"alg":"XY9"})", "{}")).signatures().constFirst().algorithm(),
             "XY9"_ba);
    QCOMPARE(Token::read(compact(R"({"alg":7})", "{}")).signatures().constFirst().algorithm(),
             ""_ba);
    QCOMPARE(Token::read(compact("{}", "{}")).signatures().constFirst().algorithm(), ""_ba);
}

void tst_Token::keepsAPayloadThatIsNoJson()
{
    const Token token = Token::read(simple("\x01\xFF binary"));
    QCOMPARE(token.payload().bytes, "\x01\xFF binary"_ba);
    QVERIFY(!token.payload().problem);
    QVERIFY(!token.payload().json.isValid());
    QVERIFY(!token.claims());
    QVERIFY(!Token::read(simple("[1]")).claims());
    QVERIFY(Token::read(simple("[1]")).payload().json.isValid());
}

void tst_Token::keepsForeignBytes()
{
    const QByteArray claims = "{\"name\":\"\xE9\x99\xB3 \xF0\x9F\x98\x80\",\"bad\":\"\xFF\"}";
    const Token token = Token::read(simple(claims));
    QCOMPARE(token.payload().bytes, claims);
    QCOMPARE(token.claims().member("name").toString(), u"陳 😀"_s);
    QVERIFY(!token.payload().json.isValid());
}

void tst_Token::showsABrokenPartAndNamesTheRepair()
{
    const QByteArray header = jose::base64url::encode(R"({"alg":"RS256"})");
    const Token token = Token::read(header + ".eyJzdWIi\nOiJqb2UifQ==.AAAA");
    const jose::Part &payload = token.payload();
    QVERIFY(payload.problem);
    QCOMPARE(QString(payload.problem->id), u"base64url.whitespace"_s);
    QCOMPARE(payload.problem->offset, 8);
    const QList<QLatin1StringView> repairs{"whitespace"_L1, "padding"_L1};
    QCOMPARE(payload.repairs, repairs);
    QCOMPARE(payload.bytes, R"({"sub":"joe"})"_ba);
    QCOMPARE(token.claims().member("sub").toString(), u"joe"_s);
}

void tst_Token::showsTheBeginningOfAPartThatNothingRepairs()
{
    const Token token = Token::read("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJqb2U!ifQ.AAAA");
    const jose::Part &payload = token.payload();
    QCOMPARE(QString(payload.problem->id), u"base64url.alphabet"_s);
    QCOMPARE(payload.problem->detail, u"!"_s);
    QVERIFY(payload.repairs.isEmpty());
    QCOMPARE(payload.bytes, R"({"sub":"joe)"_ba);
    QVERIFY(!payload.json.isValid());
}

void tst_Token::showsWhatCanBeReadOfACutToken()
{
    const Token token = Token::read(simple(R"({"sub":"joe","name":"Joseph"})").first(45));
    QCOMPARE(described(token.problems()), u"token.signature_missing@45"_s);
    QCOMPARE(token.claims().member("sub").toString(), u"joe"_s);
    QVERIFY(!token.payload().json.isValid());
}

void tst_Token::neverRepairsTheSigningInput()
{
    const QByteArray text = "eyJhbGciOiJFUzI1NiJ9=.e30=.AAAA";
    QCOMPARE(Token::read(text).signatures().constFirst().signingInput, text.first(26));
}

void tst_Token::encryptedTokenHasAReadableHeader()
{
    const Token token = Token::read(jose::base64url::encode(R"({"alg":"RSA-OAEP","enc":"A256GCM"})")
                                    + ".a2V5.aXY.c2VjcmV0.dGFn");
    QCOMPARE(token.parts().size(), 5);
    QCOMPARE(token.header().json.root().member("enc").toString(), u"A256GCM"_s);
    QCOMPARE(token.parts().at(1).bytes, "key"_ba);
    QCOMPARE(token.parts().at(3).bytes, "secret"_ba);
    QVERIFY(token.signatures().isEmpty());
    QVERIFY(!token.payload().present);
    QVERIFY(!token.claims());
}

void tst_Token::encryptedTokenMayLeaveTheKeyEmpty()
{
    const Token token = Token::read(jose::base64url::encode(R"({"alg":"dir","enc":"A256GCM"})")
                                    + "..aXY.Yw.dGFn");
    QVERIFY(token.problems().isEmpty());
    QVERIFY(token.parts().at(1).present);
    QVERIFY(token.parts().at(1).bytes.isEmpty());
}

void tst_Token::payloadThatIsNotEncodedIsTheText()
{
    // RFC 7797 section 5.2.
    const QByteArray header
        = jose::base64url::encode(R"({"alg":"HS256","b64":false,"crit":["b64"]})");
    const Token token = Token::read(header + R"(.{"iat": 1723010455}.AAAA)");
    QCOMPARE(token.form(), Form::Compact);
    QVERIFY(token.hasUnencodedPayload());
    QVERIFY(!token.payload().encoded);
    QVERIFY(!token.payload().problem);
    QCOMPARE(token.payload().bytes, R"({"iat": 1723010455})"_ba);
    QCOMPARE(token.signatures().constFirst().signingInput, header + R"(.{"iat": 1723010455})");
    QVERIFY(token.problems().isEmpty());
}

void tst_Token::payloadThatIsNotEncodedReachesToTheLastDot()
{
    const QByteArray header
        = jose::base64url::encode(R"({"alg":"HS256","b64":false,"crit":["b64"]})");
    const Token token = Token::read(header + ".$.02.AAAA");
    QCOMPARE(token.payload().bytes, "$.02"_ba);
    QCOMPARE(token.signatures().constFirst().signature.bytes, QByteArray(3, '\0'));
    QCOMPARE(token.problems().size(), 1);
    QCOMPARE(token.problems().constFirst().detail, u"4"_s);
    const Token detached = Token::read(header + "..AAAA");
    QCOMPARE(QString(detached.problems().value(0).id), u"token.payload_detached"_s);
    QVERIFY(Token::read(header + ".text").payload().bytes == "text");
    QVERIFY(!Token::read(header).payload().present);
}

void tst_Token::b64InBrokenHeaderStillShowsThePayload()
{
    const Token token = Token::read(jose::base64url::encode(R"({"b64":false,)") + ".$02.AAAA");
    QCOMPARE(token.payload().bytes, "$02"_ba);
    QVERIFY(!token.header().json.isValid());
}

void tst_Token::findsTheNestedToken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("nested");
    const QByteArray jwe = jose::base64url::encode(R"({"enc":"A256GCM"})") + "..AA.AA.AA";
    const auto row
        = [](const char *name, bool nested, const QByteArray &header, const QByteArray &payload) {
              QTest::newRow(name) << compact(header, payload) << nested;
          };
    row("without cty", true, R"({"alg":"RS256"})", simple());
    row("cty JWT", true, R"({"alg":"RS256","cty":"JWT"})", simple());
    row("cty as a media type", true, R"({"cty":"application/jwt"})", "a.b.c");
    row("cty in lower case", true, R"({"cty":"jwt"})", "a.b.c");
    row("three words without cty", false, R"({"alg":"RS256"})", "a.b.c");
    row("a JWE", true, R"({"alg":"RS256"})", jwe);
    row("cty JWT over claims", false, R"({"cty":"JWT"})", R"({"signature":"x.y.z"})");
    row("cty JWT over text", false, R"({"cty":"JWT"})", "hello");
    row("another cty", false, R"({"cty":"text/plain"})", "a.b.c");
    row("claims", false, R"({"alg":"RS256"})", R"({"a":"b.c.d"})");
    row("nothing", false, R"({"cty":"JWT"})", "");
}

void tst_Token::findsTheNestedToken()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, nested);
    const Token token = Token::read(text);
    QCOMPARE(token.nested() != nullptr, nested);
    if (nested)
        QCOMPARE(token.nested()->text(), token.payload().bytes);
}

void tst_Token::nestsOnlyEightLevels()
{
    QByteArray text = simple();
    for (int i = 0; i < 12; ++i)
        text = simple(text);
    int levels = 0;
    auto inner = std::make_shared<const Token>(Token::read(text));
    while ((inner = inner->nested()))
        ++levels;
    QCOMPARE(levels, 8);
}

void tst_Token::emptyTokenAnswersEverything()
{
    for (const Token &token : {Token(), Token::read({}), Token::read("hello")}) {
        QVERIFY(token.parts().isEmpty());
        QVERIFY(token.signatures().isEmpty());
        QVERIFY(token.problems().isEmpty());
        QVERIFY(!token.payload().present);
        QVERIFY(!token.header().present);
        QVERIFY(!token.claims());
        QVERIFY(!token.nested());
        QVERIFY(!token.hasUnencodedPayload());
        QCOMPARE(token.header().textSpan({0, 0}), base::Span());
    }
}

void tst_Token::copiesAndMovesShareWhatWasRead()
{
    Token first = Token::read(simple());
    const Token copy = first;
    QCOMPARE(copy.text().constData(), first.text().constData());
    const Token moved = std::move(first);
    QCOMPARE(moved.form(), Form::Compact);
    first = Token(); // NOLINT(bugprone-use-after-move): what was moved from can be used again.
    QCOMPARE(first.form(), Form::Empty);
    QCOMPARE(copy.claims().member("sub").toString(), u"joe"_s);
}

void tst_Token::longTokensTakeLinearTime_data()
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

void tst_Token::longTokensTakeLinearTime()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const Token token = Token::read(text);
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    // A megabyte takes some 10 ms; what is not linear takes minutes. Slow machines get their time.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(token.text(), text);
    QCOMPARE(cleaned.span.size(), text.size());
}

QTEST_GUILESS_MAIN(tst_Token)
#include "tst_token.moc"
