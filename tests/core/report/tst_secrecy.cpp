// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "inspections.h"

#include "core/jose/base64url.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using jose::KeyOrigin;
using jose::KeySet;
using jose::SigningKey;

namespace {

const QByteArray secret = "correct horse battery staple, thirty-two";

QByteArray file(const QString &name)
{
    QFile content(QStringLiteral(ASSAY_TEST_DATA "/") + name);
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
}

QByteArray octJwk()
{
    return R"({"kty":"oct","kid":"s1","k":")" + jose::base64url::encode(secret) + "\"}";
}

//! RFC 7638 section 3.2 of the oct key: whoever knows it can try secrets at home.
QByteArray octThumbprint()
{
    const QByteArray members = R"({"k":")" + jose::base64url::encode(secret) + R"(","kty":"oct"})";
    return QCryptographicHash::hash(members, QCryptographicHash::Sha256);
}

verdict::Evidence given(const KeySet &keys)
{
    verdict::Evidence evidence;
    evidence.given << keys;
    return evidence;
}

QByteArray tokenBy(const SigningKey &key, const QByteArray &kid)
{
    return key
        .compact(R"({"alg":")" + key.algorithm() + R"(","kid":")" + kid + "\"}",
                 inspections::accessPayload({}))
        .value();
}

SigningKey hmacKey()
{
    return SigningKey::fromSecret("HS256", base::SecretBytes(secret)).value();
}

//! What a reader of a report could make use of, in every spelling in which it might stand there.
QByteArrayList spellings(const QByteArray &bytes)
{
    return {bytes, bytes.toBase64(), jose::base64url::encode(bytes), bytes.toHex(),
            bytes.toHex().toUpper()};
}

} // namespace

//! design: judgement, "Secrets" and "Foreign text": what no report ever holds, whoever asked for it
//! and however the secret came.
class TestSecrecy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noReportHoldsASecret_data();
    void noReportHoldsASecret();
};

void TestSecrecy::noReportHoldsASecret_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<verdict::Evidence>("evidence");
    QTest::addColumn<QByteArrayList>("hidden");
    QTest::addColumn<bool>("valid");

    const QByteArrayList ofSecret = spellings(secret) + spellings(octThumbprint());
    const QByteArray byHmac = tokenBy(hmacKey(), "s1");
    const auto row
        = [&](const char *tag, const QByteArray &token, const verdict::Evidence &evidence,
              const QByteArrayList &hidden,
              bool valid) { QTest::newRow(tag) << token << evidence << hidden << valid; };
    const auto fromKey = jose::Key::fromSecret(base::SecretBytes(secret)).value();
    row("shared secret", byHmac, given(KeySet::of(fromKey, KeyOrigin::Secret)), ofSecret, true);
    row("oct key in a file", byHmac, given(KeySet::fromFile(octJwk(), KeyOrigin::File).value()),
        ofSecret, true);
    row("oct key that does not fit", tokenBy(hmacKey(), "another"),
        given(KeySet::fromFile(octJwk(), KeyOrigin::File).value()), ofSecret, false);
    verdict::Evidence published;
    published.snapshot = inspections::snapshot();
    published.snapshot->keys = KeySet::fromJson(octJwk(), KeyOrigin::Issuer).value();
    row("oct key that an issuer published", byHmac, published, ofSecret, false);

    const QByteArray privateJwk = file(u"rfc7515/a.2.key.json"_s);
    QByteArrayList privateParts;
    const auto document = base::json::Document::read(privateJwk);
    for (const char *name : {"d", "p", "q", "dp", "dq", "qi"})
        privateParts << document.root().member(name).toUtf8();
    const SigningKey rsa = SigningKey::fromJwk("RS256", privateJwk).value();
    row("private JWK", tokenBy(rsa, "r1"),
        given(KeySet::fromFile(privateJwk, KeyOrigin::File).value()), privateParts, true);
    const QByteArray pem = file(u"openssl/rsa.pkcs8.pem"_s);
    row("private PEM", tokenBy(SigningKey::fromPem("RS256", pem).value(), "r1"),
        given(KeySet::fromFile(pem, KeyOrigin::File).value()), pem.split('\n').mid(1, 5), true);
}

void TestSecrecy::noReportHoldsASecret()
{
    QFETCH(const QByteArray, token);
    QFETCH(const verdict::Evidence, evidence);
    QFETCH(const QByteArrayList, hidden);
    const auto inspection = inspections::inspect(token, evidence);
    QTEST(inspection.verdict.signature == jose::SignatureStatus::Valid, "valid");
    const QByteArray all = report::toJson(inspection) + report::toText(inspection, {}).toUtf8()
        + report::toMarkdown(inspection).toUtf8();
    QVERIFY(all.size() > 1000);
    QVERIFY(!hidden.isEmpty());
    for (const QByteArray &one : hidden) {
        QVERIFY(!one.isEmpty());
        QVERIFY2(!all.contains(one), one.constData());
    }
    // Nor what anybody could use as the person whose token it is.
    QVERIFY(!all.contains(token));
    QVERIFY(!all.contains(token.sliced(token.lastIndexOf('.') + 1)));
}

QTEST_GUILESS_MAIN(TestSecrecy)
#include "tst_secrecy.moc"
