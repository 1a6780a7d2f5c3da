// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "core/jose/shape.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using jose::Form;
using jose::base64url::encode;

//! What a pasted text is, before anything of it is decoded for good.
class TestShape final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAtDots_data();
    void cutsAtDots();
    void tellsTheFormOfText_data();
    void tellsTheFormOfText();
    void tellsTheFormOfJson_data();
    void tellsTheFormOfJson();
    void findsTokensInPayloads_data();
    void findsTokensInPayloads();
};

void TestShape::cutsAtDots_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<QByteArray>("parts");
    const auto row = [](const QByteArray &text, qsizetype count, const QByteArray &parts) {
        QTest::newRow(text.isEmpty() ? "nothing" : text.constData()) << text << count << parts;
    };
    row("", 1, "|");
    row("a", 1, "a|");
    row("a.b.c", 3, "a|b|c|");
    row("a.b.", 3, "a|b||");
    row("..", 3, "|||");
    row("a.b.c.d.e", 5, "a|b|c|d|e|");
    // More than any serialization has: counted, and not kept.
    row("a.b.c.d.e.f.g", 7, "a|b|c|d|e|");
}

void TestShape::cutsAtDots()
{
    QFETCH(const QByteArray, text);
    const auto cut = jose::shape::cutAtDots(text);
    QTEST(cut.count, "count");
    QByteArray parts;
    for (const auto &span : cut.parts)
        parts += text.mid(span.start, span.size()) + '|';
    QTEST(parts, "parts");
}

void TestShape::tellsTheFormOfText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *tag, const QByteArray &text, Form form) {
        QTest::newRow(tag) << text << form;
    };
    const QByteArray header = encode(R"({"alg":"RS256"})");
    const QByteArray sealed = encode(R"({"alg":"dir","enc":"A256GCM"})");
    const QByteArray secret = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF";
    row("signed, RFC 7515 section 7.1", header + ".e30.AAAA", Form::Compact);
    row("header alone", header, Form::Compact);
    row("without its signature", header + ".e30", Form::Compact);
    row("unsecured, RFC 7515 appendix A.5", header + ".e30.", Form::Compact);
    row("detached, RFC 7515 appendix F", header + "..AAAA", Form::Compact);
    row("one part too many", header + ".e30.AAAA.AAAA", Form::Compact);
    row("five parts, and signed", header + ".e30.AAAA.AAAA.AAAA", Form::Compact);
    row("encrypted, RFC 7516 section 3.1", sealed + ".AAAA.AAAA.AAAA.AAAA", Form::Encrypted);
    row("without encrypted key, RFC 7516 section 5.1", sealed + "..AAAA.AAAA.AAAA",
        Form::Encrypted);
    row("encrypted, cut off", sealed + ".AAAA.AAAA.AAAA", Form::Encrypted);
    row("encrypted, broken header", "AAAA.AAAA.AAAA.AAAA.AAAA", Form::Encrypted);
    row("direct key, broken header", "AAAA..AAAA.AAAA.AAAA", Form::Encrypted);
    row("padded, broken header", "AAA=.AA==.AAAA", Form::Compact);
    row("signed, broken header", "AAAA.AAAA.AAAA", Form::Compact);
    row("header with a blank in front", encode(" {\"alg\":1}") + ".e30.AAAA", Form::Compact);
    row("header with a byte order mark", encode("\xEF\xBB\xBF{\"alg\":1}") + ".e30.AAAA",
        Form::Compact);
    row("only the payload is seen", "!!." + encode(R"({"iss":"a"})") + ".AAAA", Form::Compact);
    row("refresh token, reference authgear 3.7", "123e4567-e89b-12d3-a456-426614174000." + secret,
        Form::Opaque);
    row("opaque access token", secret, Form::Opaque);
    row("three words", "Not a token.", Form::Opaque);
    row("an empty part", "AAAA..AAAA", Form::Opaque);
    row("a host name", "www.example.com", Form::Compact); // base64url, all three
    row("an address with a port", "www.example.com:443", Form::Opaque);
    row("dots alone", "..", Form::Opaque);
}

void TestShape::tellsTheFormOfText()
{
    QFETCH(const QByteArray, text);
    QTEST(jose::shape::formOf(text, jose::shape::cutAtDots(text)), "form");
}

void TestShape::tellsTheFormOfJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *tag, const QByteArray &text, Form form) {
        QTest::newRow(tag) << text << form;
    };
    row("flattened, RFC 7515 section 7.2.2", R"({"payload":"","signature":""})",
        Form::FlattenedJson);
    row("flattened and detached", R"({"protected":"","signature":""})", Form::FlattenedJson);
    row("general, RFC 7515 section 7.2.1", R"({"payload":"","signatures":[]})", Form::GeneralJson);
    row("both at once", R"({"signature":"","signatures":[]})", Form::GeneralJson);
    row("encrypted, RFC 7516 section 7.2", R"({"protected":"","ciphertext":""})",
        Form::EncryptedJson);
    row("a payload of another kind", R"({"payload":{"a":1}})", Form::Opaque);
    row("claims", R"({"iss":"a","exp":1})", Form::Opaque);
    row("a key", R"({"kty":"RSA"})", Form::Opaque);
    row("a list", R"([{"signature":""}])", Form::Opaque);
}

void TestShape::tellsTheFormOfJson()
{
    QFETCH(const QByteArray, text);
    const auto document = base::json::Document::read(text);
    QTEST(jose::shape::formOf(document.root()), "form");
}

void TestShape::findsTokensInPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("nested");
    const auto row = [](const char *tag, const QByteArray &payload, bool nested) {
        QTest::newRow(tag) << payload << nested;
    };
    const QByteArray header = encode(R"({"alg":"RS256"})");
    row("signed", header + ".e30.AAAA", true);
    row("encrypted", header + ".AAAA.AAAA.AAAA.AAAA", true);
    row("two parts", header + ".e30", false);
    row("three words", "AAAA.AAAA.AAAA", false);
    row("text", "hello", false);
    row("nothing", "", false);
}

void TestShape::findsTokensInPayloads()
{
    QFETCH(const QByteArray, payload);
    QTEST(jose::shape::looksLikeNested(payload, jose::shape::cutAtDots(payload)), "nested");
}

QTEST_GUILESS_MAIN(TestShape)
#include "tst_shape.moc"
