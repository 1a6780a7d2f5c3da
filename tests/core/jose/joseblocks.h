// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/base64url.h"
#include "core/jose/signer.h"
#include "core/jose/verifier.h"

#include <QFile>
#include <QTest>

//! What the tests of keys and signatures share. Signatures are put together here and not by
//! jose::Token, so that a test of the verifier fails for the verifier's faults alone.
namespace josetest {

using namespace Qt::Literals::StringLiterals;

//! A file of tests/data, without the final newline that an editor leaves.
inline QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(ASSAY_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    QByteArray content = file.readAll();
    if (content.endsWith('\n') && !name.endsWith(u".der"_s))
        content.chop(1);
    return content;
}

inline jose::Part partOf(const QByteArray &text)
{
    jose::Part part;
    part.present = true;
    const auto decoded = jose::base64url::decode(text);
    if (decoded)
        part.bytes = *decoded;
    else
        part.problem = decoded.error();
    return part;
}

inline jose::SignatureBlock blockOf(const QByteArray &compact)
{
    const QList<QByteArray> parts = compact.split('.');
    jose::SignatureBlock block;
    block.protectedHeader = partOf(parts.at(0));
    block.protectedHeader.json = base::json::Document::read(block.protectedHeader.bytes);
    block.signingInput = parts.at(0) + '.' + parts.at(1);
    if (parts.size() > 2)
        block.signature = partOf(parts.at(2));
    return block;
}

//! A token with this header and a signature that nobody made.
inline jose::SignatureBlock blockWithHeader(const QByteArray &json)
{
    return blockOf(jose::base64url::encode(json) + ".e30." + jose::base64url::encode("signature"));
}

inline base::Result<jose::Key> keyFromJwk(const QByteArray &json)
{
    // The document may die: the key holds nothing of it.
    const auto document = base::json::Document::read(json);
    return jose::Key::fromJwk(document.root());
}

inline jose::KeySet setOf(const QByteArray &json, jose::KeyOrigin origin = jose::KeyOrigin::File)
{
    const auto set = jose::KeySet::fromJson(json, origin);
    return set ? *set : jose::KeySet();
}

//! The public JWK of a signing key with more members, each already JSON ("\"kid\":\"a\"").
inline QByteArray jwkOf(const jose::SigningKey &key, const QByteArrayList &more = {})
{
    QByteArrayList members = more;
    for (const auto &[name, value] : key.publicMembers())
        members.append('"' + name + "\":\"" + value + '"');
    return '{' + members.join(',') + '}';
}

inline QByteArray setJson(const QByteArrayList &jwks)
{
    return R"({"keys":[)" + jwks.join(',') + "]}";
}

inline jose::KeySet secretSet(const QByteArray &secret,
                              jose::KeyOrigin origin = jose::KeyOrigin::Secret)
{
    return jose::KeySet::of(jose::Key::fromSecret(base::SecretBytes(secret)).value(), origin);
}

inline QStringList ids(const base::Findings &findings)
{
    QStringList all;
    for (const base::Finding &finding : findings)
        all.append(finding.id);
    return all;
}

} // namespace josetest

namespace jose {

//! For the messages of QCOMPARE.
inline char *toString(SignatureStatus status)
{
    constexpr const char *names[] = {"Valid", "Invalid", "Unverified"};
    return QTest::toString(names[static_cast<int>(status)]);
}

inline char *toString(Match match)
{
    constexpr const char *names[]
        = {"Verified",       "WrongSignature", "SignatureLength",  "KidDiffers",
           "KeyTypeDiffers", "CurveDiffers",   "AlgorithmDiffers", "UseDiffers",
           "Unusable",       "NeverForPass",   "NotTried"};
    return QTest::toString(names[static_cast<int>(match)]);
}

} // namespace jose
