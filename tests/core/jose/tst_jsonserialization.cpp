// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tokentexts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tokentexts;
using jose::Form;
using jose::Token;

class tst_JsonSerialization final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheGeneralExampleOfRfc7515();
    void readsTheFlattenedExampleOfRfc7515();
    void readsTheUnencodedExampleOfRfc7797();
    void listsProblems_data();
    void listsProblems();
    void prefersTheProtectedHeader();
    void readsAnUnprotectedHeaderAlone();
    void headersOutliveTheToken();
    void readsNoMoreThanSixtyFourSignatures();
    void listsNoMoreThanSixtyFourProblems();
    void readsAnEncryptedTextWithSeveralRecipients();
    void keepsOtherJson();
    void readsWhatIsThereOfCutJson();
    void findsTheNestedToken();
};

void tst_JsonSerialization::readsTheGeneralExampleOfRfc7515()
{
    const Token token = Token::read(dataFile(u"rfc7515/a.6.json"_s));
    QCOMPARE(token.form(), Form::GeneralJson);
    QCOMPARE(described(token.problems()), QString());
    QCOMPARE(token.signatures().size(), 2);
    const QByteArrayList files{dataFile(u"rfc7515/a.2.jws"_s), dataFile(u"rfc7515/a.3.jws"_s)};
    for (qsizetype i = 0; i < 2; ++i) {
        const Token alone = Token::read(files.at(i).trimmed());
        const jose::SignatureBlock &expected = alone.signatures().constFirst();
        const jose::SignatureBlock &block = token.signatures().at(i);
        QCOMPARE(block.signingInput, expected.signingInput);
        QCOMPARE(block.signature.bytes, expected.signature.bytes);
        QCOMPARE(block.algorithm(), expected.algorithm());
    }
    QCOMPARE(token.signatures().at(0).header("kid").toString(), u"2010-12-29"_s);
    QCOMPARE(token.claims().member("iss").toString(), u"joe"_s);
    QCOMPARE(textAt(token, token.header().span), "eyJhbGciOiJSUzI1NiJ9"_ba);
    QCOMPARE(token.parts().size(), 3);
    QVERIFY(token.envelope().isValid());
}

void tst_JsonSerialization::readsTheFlattenedExampleOfRfc7515()
{
    const Token token = Token::read(dataFile(u"rfc7515/a.7.json"_s));
    const Token alone = Token::read(dataFile(u"rfc7515/a.3.jws"_s).trimmed());
    QCOMPARE(token.form(), Form::FlattenedJson);
    QCOMPARE(described(token.problems()), QString());
    QCOMPARE(token.signatures().size(), 1);
    QCOMPARE(token.signatures().constFirst().signingInput,
             alone.signatures().constFirst().signingInput);
    QCOMPARE(token.payload().bytes, alone.payload().bytes);
}

void tst_JsonSerialization::readsTheUnencodedExampleOfRfc7797()
{
    const Token token = Token::read(dataFile(u"rfc7797/4.2.json"_s));
    QVERIFY(token.hasUnencodedPayload());
    QCOMPARE(described(token.problems()), QString());
    QCOMPARE(token.payload().bytes, "$.02"_ba);
    QCOMPARE(token.signatures().constFirst().signingInput,
             "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.$.02"_ba);
    const Token encoded = Token::read(dataFile(u"rfc7797/4.1.jws"_s).trimmed());
    QVERIFY(!encoded.hasUnencodedPayload());
    QCOMPARE(encoded.payload().bytes, "$.02"_ba);
}

void tst_JsonSerialization::listsProblems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QString &problems, const QByteArray &text) {
        QTest::newRow(name) << text << problems;
    };
    const QByteArray rs256 = jose::base64url::encode(R"({"alg":"RS256"})"); // 20 characters
    const QByteArray none = jose::base64url::encode(R"({"alg":"none"})");
    row("complete", u""_s, R"({"payload":"e30","protected":"e30","signature":"AAAA"})");
    row("no signature", u"token.signature_missing@0"_s, R"({"payload":"e30","protected":"e30"})");
    row("empty signature", u"token.signature_missing@0"_s,
        R"({"payload":"e30","protected":")" + rs256 + R"(","signature":""})");
    row("unsecured", u""_s, R"({"payload":"e30","protected":")" + none + R"(","signature":""})");
    row("no payload", u"token.payload_detached@0"_s, R"({"protected":"e30","signature":"AAAA"})");
    row("empty payload", u"token.payload_detached@11"_s,
        R"({"payload":"","protected":"e30","signature":"AAAA"})");
    row("payload is no string", u"token.json_member(payload)@11"_s,
        R"({"payload":{},"protected":"e30","signature":"AAAA"})");
    row("no header at all", u"token.json_member(protected)@0"_s,
        R"({"payload":"e30","signature":"AAAA"})");
    row("protected is no string", u"token.json_member(protected)@29"_s,
        R"({"payload":"e30","protected":{},"signature":"AAAA"})");
    row("header is no object", u"token.json_member(header)@44"_s,
        R"({"payload":"e30","protected":"e30","header":"e30","signature":"AAAA"})");
    row("signature is no string", u"token.json_member(signature)@47"_s,
        R"({"payload":"e30","protected":"e30","signature":1})");
    row("the same header twice", u"token.mixed_headers(alg)@62"_s,
        R"({"payload":"e30","protected":")" + rs256
            + R"(","header":{"alg":"RS256"},"signature":"AAAA"})");
    row("a member twice", u"token.json_duplicate(payload)@17"_s,
        R"({"payload":"e30","payload":"e30","protected":"e30","signature":"AAAA"})");
    row("signatures is no array", u"token.json_member(signatures)@30 token.signature_missing@0"_s,
        R"({"payload":"e30","signatures":{}})");
    row("no signatures", u"token.signature_missing@0"_s, R"({"payload":"e30","signatures":[]})");
    row("a signature is no object", u"token.json_member(signatures)@31"_s,
        R"({"payload":"e30","signatures":[1,{"protected":"e30","signature":"AAAA"}]})");
    row("both syntaxes", u"token.json_member(signature)@83"_s,
        R"({"payload":"e30","signatures":[{"protected":"e30","signature":"AAAA"}],"signature":"AAAA"})");
    row("a signature's member twice", u"token.json_duplicate(protected)@50"_s,
        R"({"payload":"e30","signatures":[{"protected":"e30","protected":"e30","signature":"AAAA"}]})");
    row("broken JSON", u"json.trailing(x)@54"_s,
        R"({"payload":"e30","protected":"e30","signature":"AAAA"}x)");
    row("encrypted", u""_s, R"({"protected":"e30","ciphertext":"AAAA","iv":"AAAA","tag":"AAAA"})");
    row("ciphertext is no string", u"token.json_member(ciphertext)@14"_s, R"({"ciphertext":1})");
    row("encrypted with mixed headers",
        u"token.mixed_headers(alg)@57 token.mixed_headers(alg)@77"_s,
        R"({"protected":")" + rs256
            + R"(","unprotected":{      "alg":1},"header":{ "alg":1},"ciphertext":"AAAA"})");
}

void tst_JsonSerialization::listsProblems()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problems);
    QCOMPARE(described(Token::read(text).problems()), problems);
}

void tst_JsonSerialization::prefersTheProtectedHeader()
{
    const Token token
        = Token::read(R"({"protected":")" + jose::base64url::encode(R"({"alg":"RS256"})")
                      + R"(","header":{"alg":"none","kid":"a"},"payload":"e30","signature":"AA"})");
    const jose::SignatureBlock &block = token.signatures().constFirst();
    QCOMPARE(block.algorithm(), "RS256"_ba);
    QCOMPARE(block.header("kid").toString(), u"a"_s);
    QVERIFY(!block.header("typ"));
}

void tst_JsonSerialization::readsAnUnprotectedHeaderAlone()
{
    const Token token
        = Token::read(R"({"payload":"e30","header":{"alg":"HS256"},"signature":"AAAA"})");
    const jose::SignatureBlock &block = token.signatures().constFirst();
    QVERIFY(!block.protectedHeader.present);
    QVERIFY(!token.header().present);
    QCOMPARE(block.algorithm(), "HS256"_ba);
    QCOMPARE(block.signingInput, ".e30"_ba);
    QVERIFY(token.problems().isEmpty());
}

void tst_JsonSerialization::headersOutliveTheToken()
{
    const jose::SignatureBlock block
        = Token::read(R"({"payload":"e30","header":{"alg":"HS256"},"signature":"AAAA"})")
              .signatures()
              .constFirst();
    QCOMPARE(block.algorithm(), "HS256"_ba);
}

void tst_JsonSerialization::readsNoMoreThanSixtyFourSignatures()
{
    const QByteArray one = R"({"protected":"e30","signature":"AAAA"})";
    const auto textWith = [&one](int count) {
        return R"({"payload":"e30","signatures":[)" + QByteArrayList(count, one).join(',') + "]}";
    };
    QCOMPARE(Token::read(textWith(64)).signatures().size(), 64);
    QVERIFY(Token::read(textWith(64)).problems().isEmpty());
    const Token token = Token::read(textWith(65));
    QCOMPARE(token.signatures().size(), 64);
    QCOMPARE(described(token.problems()), u"token.signatures(65)@30"_s);
}

void tst_JsonSerialization::listsNoMoreThanSixtyFourProblems()
{
    const QByteArray text = "{" + R"("payload":"e30",)"_ba.repeated(100) + R"("signature":""})";
    QCOMPARE(Token::read(text).problems().size(), 64);
}

void tst_JsonSerialization::readsAnEncryptedTextWithSeveralRecipients()
{
    const Token token
        = Token::read(R"({"protected":")" + jose::base64url::encode(R"({"enc":"A128GCM"})")
                      + R"(","unprotected":{"jku":"x"},"iv":"aXY","ciphertext":"Yw","tag":"dA",)"
                      + R"("recipients":[{"header":{"alg":"dir"},"encrypted_key":"a2V5"},{}]})");
    QCOMPARE(token.form(), Form::EncryptedJson);
    QCOMPARE(described(token.problems()), QString());
    QCOMPARE(token.parts().size(), 5);
    QCOMPARE(token.header().json.root().member("enc").toString(), u"A128GCM"_s);
    QCOMPARE(token.parts().at(1).bytes, "key"_ba);
    QCOMPARE(token.parts().at(2).bytes, "iv"_ba);
    QCOMPARE(token.parts().at(3).bytes, "c"_ba);
    QCOMPARE(token.parts().at(4).bytes, "t"_ba);
    QVERIFY(!token.payload().present);
    QVERIFY(token.signatures().isEmpty());
}

void tst_JsonSerialization::keepsOtherJson()
{
    const Token token = Token::read(R"({"access_token":"x"})");
    QCOMPARE(token.form(), Form::Opaque);
    QCOMPARE(token.envelope().root().member("access_token").toString(), u"x"_s);
    QVERIFY(token.parts().isEmpty());
}

void tst_JsonSerialization::readsWhatIsThereOfCutJson()
{
    const QByteArray text = dataFile(u"rfc7515/a.6.json"_s);
    for (qsizetype size = 0; size < text.size(); ++size) {
        const Token token = Token::read(text.first(size));
        QVERIFY(size == 0 || !token.envelope().isValid() || token.problems().isEmpty());
    }
    const Token cut = Token::read(text.first(700));
    QCOMPARE(cut.form(), Form::GeneralJson);
    QCOMPARE(cut.claims().member("iss").toString(), u"joe"_s);
    QCOMPARE(QString(cut.problems().constFirst().id), u"json.syntax"_s);
}

void tst_JsonSerialization::findsTheNestedToken()
{
    const Token token = Token::read(R"({"payload":")" + jose::base64url::encode(simple())
                                    + R"(","protected":"e30","signature":"AAAA"})");
    QVERIFY(token.nested());
    QCOMPARE(token.nested()->claims().member("sub").toString(), u"joe"_s);
}

QTEST_GUILESS_MAIN(tst_JsonSerialization)
#include "tst_jsonserialization.moc"
