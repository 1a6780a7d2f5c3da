// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "joseblocks.h"

#include "core/jose/token.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace josetest;
using jose::SignatureStatus;
using jose::Token;

namespace {

struct Vector
{
    QByteArray name; //!< "jose ES256 compact"
    QByteArray token;
    jose::KeySet keys; //!< Empty for encrypted tokens.
    QByteArray thumbprint; //!< Where the library can make one.
};

jose::KeySet keysOf(const QJsonObject &row)
{
    if (row.contains("pem"_L1))
        return jose::KeySet::fromFile(row["pem"_L1].toString().toUtf8(), jose::KeyOrigin::File)
            .value();
    if (row["key"_L1].isNull())
        return {};
    const QByteArray json = QJsonDocument(row["key"_L1].toObject()).toJson();
    return jose::KeySet::fromJson(json, jose::KeyOrigin::File).value();
}

QList<Vector> vectors()
{
    QList<Vector> all;
    for (const QString &maker : {u"jose"_s, u"jwcrypto"_s, u"pyjwt"_s}) {
        const auto file = QJsonDocument::fromJson(dataFile(u"foreign/%1.json"_s.arg(maker)));
        for (const auto &value : file.array()) {
            const QJsonObject row = value.toObject();
            all.append({(maker + u' ' + row["name"_L1].toString()).toUtf8(),
                        row["token"_L1].toString().toUtf8(), keysOf(row),
                        row["thumbprint"_L1].toString().toUtf8()});
        }
    }
    return all;
}

SignatureStatus statusOf(const QByteArray &text, const jose::KeySet &keys)
{
    const Token token = Token::read(text);
    const auto &blocks = token.signatures();
    const bool all = !blocks.isEmpty()
        && std::ranges::all_of(blocks, [&keys](const jose::SignatureBlock &block) {
               return jose::verify(block, {keys}).status == SignatureStatus::Valid;
           });
    return all ? SignatureStatus::Valid : SignatureStatus::Invalid;
}

QByteArray withOneBitChanged(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
    return bytes;
}

} // namespace

//! Tokens of other libraries: each is good as it came, and bad after one changed bit.
class tst_ForeignTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatOtherLibrariesSigned_data();
    void verifiesWhatOtherLibrariesSigned();
    void refusesThemAfterOneChangedBit_data() { verifiesWhatOtherLibrariesSigned_data(); }
    void refusesThemAfterOneChangedBit();
    void makesTheSameThumbprint_data();
    void makesTheSameThumbprint();
    void showsTheHeaderOfWhatTheyEncrypted_data();
    void showsTheHeaderOfWhatTheyEncrypted();
};

void tst_ForeignTokens::verifiesWhatOtherLibrariesSigned_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<jose::KeySet>("keys");
    for (const Vector &vector : vectors()) {
        if (!vector.keys.isEmpty())
            QTest::newRow(vector.name.constData()) << vector.token << vector.keys;
    }
}

void tst_ForeignTokens::verifiesWhatOtherLibrariesSigned()
{
    QFETCH(const QByteArray, token);
    QFETCH(const jose::KeySet, keys);
    QCOMPARE(statusOf(token, keys), SignatureStatus::Valid);
}

void tst_ForeignTokens::refusesThemAfterOneChangedBit()
{
    QFETCH(const QByteArray, token);
    QFETCH(const jose::KeySet, keys);
    const Token read = Token::read(token);
    for (const jose::SignatureBlock &block : read.signatures()) {
        const QByteArray &signature = block.signature.bytes;
        for (const qsizetype at : {qsizetype(0), signature.size() / 2, signature.size() - 1}) {
            const QByteArray changed = jose::base64url::encode(withOneBitChanged(signature, at));
            const QByteArray text
                = QByteArray(token).replace(jose::base64url::encode(signature), changed);
            QVERIFY(text != token);
            QCOMPARE(statusOf(text, keys), SignatureStatus::Invalid);
        }
    }
    const QByteArray &payload = read.payload().bytes;
    const bool isPlain = read.hasUnencodedPayload();
    const auto sent = [isPlain](const QByteArray &bytes) {
        return isPlain ? bytes : jose::base64url::encode(bytes);
    };
    const QByteArray text
        = QByteArray(token).replace(sent(payload), sent(withOneBitChanged(payload, 3)));
    QVERIFY(text != token);
    QCOMPARE(statusOf(text, keys), SignatureStatus::Invalid);
}

void tst_ForeignTokens::makesTheSameThumbprint_data()
{
    QTest::addColumn<jose::KeySet>("keys");
    QTest::addColumn<QByteArray>("thumbprint");
    for (const Vector &vector : vectors()) {
        const bool isSecret = !vector.keys.isEmpty()
            && vector.keys.entries().first().key.type() == jose::KeyType::Oct;
        if (!vector.thumbprint.isEmpty() && !isSecret) // A secret's would give it away.
            QTest::newRow(vector.name.constData()) << vector.keys << vector.thumbprint;
    }
}

void tst_ForeignTokens::makesTheSameThumbprint()
{
    QFETCH(const jose::KeySet, keys);
    QTEST(keys.entries().first().key.thumbprint(), "thumbprint");
}

void tst_ForeignTokens::showsTheHeaderOfWhatTheyEncrypted_data()
{
    QTest::addColumn<QByteArray>("token");
    for (const Vector &vector : vectors()) {
        if (vector.keys.isEmpty())
            QTest::newRow(vector.name.constData()) << vector.token;
    }
}

void tst_ForeignTokens::showsTheHeaderOfWhatTheyEncrypted()
{
    QFETCH(const QByteArray, token);
    const Token read = Token::read(token);
    QVERIFY(read.form() == jose::Form::Encrypted || read.form() == jose::Form::EncryptedJson);
    QVERIFY(read.signatures().isEmpty());
    QVERIFY(read.header().json.root().member("enc").isString());
}

QTEST_GUILESS_MAIN(tst_ForeignTokens)
#include "tst_foreigntokens.moc"
