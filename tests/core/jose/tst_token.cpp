// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tokentexts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tokentexts;
using jose::Form;
using jose::Token;

class tst_Token final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

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

QTEST_GUILESS_MAIN(tst_Token)
#include "tst_token.moc"
