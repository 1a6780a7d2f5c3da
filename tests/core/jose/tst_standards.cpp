// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"

#include "tests/core/jose/joseblocks.h"

//! The examples of the standards, from their text to the verdict on their signatures.
using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::SignatureStatus;
using jose::Token;

namespace {

jose::KeySet keysOf(const QString &file)
{
    return jose::KeySet::fromFile(dataFile(file), jose::KeyOrigin::File).value();
}

//! Each signature of a token: "valid", or why not.
QStringList verdictsOf(const Token &token, const jose::KeySet &keys)
{
    QStringList verdicts;
    for (const jose::SignatureBlock &block : token.signatures()) {
        const auto result = jose::verify(block, {keys});
        verdicts.append(result.status == SignatureStatus::Valid ? u"valid"_s
                                                                : QString(result.reason));
    }
    return verdicts;
}

} // namespace

class tst_Standards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signaturesVerify_data();
    void signaturesVerify();
    void anyChangedCharacterIsSeen_data() { signaturesVerify_data(); }
    void anyChangedCharacterIsSeen();
    void detachedContentNeedsItsPayload();
    void unsecuredIsNeverAPass();
    void eachSignatureIsJudgedByItself();
};

void tst_Standards::signaturesVerify_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("verdicts");
    const auto row = [](const char *name, const char *token, const char *keys,
                        const char *verdicts = "valid") {
        QTest::newRow(name) << QString::fromLatin1(token) << QString::fromLatin1(keys)
                            << QString::fromLatin1(verdicts);
    };
    row("RFC 7515 A.1 HS256", "rfc7515/a.1.jws", "rfc7515/a.1.key.json");
    row("RFC 7515 A.2 RS256", "rfc7515/a.2.jws", "rfc7515/a.2.key.json");
    row("RFC 7515 A.3 ES256", "rfc7515/a.3.jws", "rfc7515/a.3.key.json");
    row("RFC 7515 A.4 ES512", "rfc7515/a.4.jws", "rfc7515/a.4.key.json");
    // A.6 has two signatures; each key serves one of them.
    row("RFC 7515 A.6 general, RSA", "rfc7515/a.6.json", "rfc7515/a.2.key.json",
        "valid key.no_fit");
    row("RFC 7515 A.6 general, EC", "rfc7515/a.6.json", "rfc7515/a.3.key.json", "key.no_fit valid");
    row("RFC 7515 A.7 flattened", "rfc7515/a.7.json", "rfc7515/a.3.key.json");
    row("RFC 7520 4.1 RS256", "rfc7520/4.1.jws", "rfc7520/keys.json");
    row("RFC 7520 4.2 PS384", "rfc7520/4.2.jws", "rfc7520/keys.json");
    row("RFC 7520 4.3 ES512", "rfc7520/4.3.jws", "rfc7520/keys.json");
    row("RFC 7520 4.4 HS256", "rfc7520/4.4.jws", "rfc7520/keys.json");
    row("RFC 7520 4.6 some fields protected", "rfc7520/4.6.json", "rfc7520/keys.json");
    row("RFC 7520 4.7 content only", "rfc7520/4.7.json", "rfc7520/keys.json");
    row("RFC 7520 4.8 three signatures", "rfc7520/4.8.json", "rfc7520/keys.json",
        "valid valid valid");
    row("RFC 8037 A.4 Ed25519", "rfc8037/a4.jws", "rfc8037/key.json");
    row("RFC 7797 4.1 encoded", "rfc7797/4.1.jws", "rfc7797/key.json");
    row("RFC 7797 4.2 unencoded", "rfc7797/4.2.json", "rfc7797/key.json");
}

void tst_Standards::signaturesVerify()
{
    QFETCH(const QString, token);
    QFETCH(const QString, keys);
    QTEST(verdictsOf(Token::read(dataFile(token)), keysOf(keys)).join(u' '), "verdicts");
}

// One character of the payload: every signature that was good is bad.
void tst_Standards::anyChangedCharacterIsSeen()
{
    QFETCH(const QString, token);
    QFETCH(const QString, keys);
    QFETCH(QString, verdicts);
    QByteArray text = dataFile(token);
    const base::Span payload = Token::read(text).payload().span;
    QVERIFY(payload.isValid());
    const qsizetype at = payload.start + payload.size() / 2;
    text[at] = text[at] == 'A' ? 'B' : 'A';
    verdicts.replace(u"valid"_s, u"signature.mismatch"_s);
    QCOMPARE(verdictsOf(Token::read(text), keysOf(keys)).join(u' '), verdicts);
}

// RFC 7520 section 4.5, RFC 7515 appendix F.
void tst_Standards::detachedContentNeedsItsPayload()
{
    const auto keys = keysOf(u"rfc7520/keys.json"_s);
    QByteArray text = dataFile(u"rfc7520/4.5.jws"_s);
    QCOMPARE(verdictsOf(Token::read(text), keys), QStringList{u"signature.mismatch"_s});
    text.insert(text.indexOf("..") + 1, dataFile(u"rfc7520/payload.b64u"_s));
    QCOMPARE(verdictsOf(Token::read(text), keys), QStringList{u"valid"_s});
}

// RFC 7515 appendix A.5.
void tst_Standards::unsecuredIsNeverAPass()
{
    const auto token = Token::read(dataFile(u"rfc7515/a.5.jws"_s));
    QCOMPARE(verdictsOf(token, keysOf(u"rfc7515/a.1.key.json"_s)),
             QStringList{u"algorithm.none"_s});
}

void tst_Standards::eachSignatureIsJudgedByItself()
{
    QByteArray text = dataFile(u"rfc7520/4.8.json"_s);
    const qsizetype at = text.indexOf("ARcVLnaJ");
    QVERIFY(at > 0);
    text[at + 8] = text[at + 8] == 'A' ? 'B' : 'A';
    QCOMPARE(verdictsOf(Token::read(text), keysOf(u"rfc7520/keys.json"_s)).join(u' '),
             u"valid signature.mismatch valid"_s);
}

QTEST_GUILESS_MAIN(tst_Standards)
#include "tst_standards.moc"
