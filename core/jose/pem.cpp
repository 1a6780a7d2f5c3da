// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/keyfiles.h"

#include <QScopeGuard>

#include <algorithm>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView beginMark = "-----BEGIN ";
constexpr QByteArrayView endMark = "-----END ";
constexpr QByteArrayView dashes = "-----";

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// "Proc-Type: 4,ENCRYPTED" and "DEK-Info: …" of RFC 1421 stand before an empty line.
QByteArrayView withoutHeaders(QByteArrayView body)
{
    if (!body.contains(':'))
        return body;
    for (const QByteArrayView gap : {QByteArrayView("\n\n"), QByteArrayView("\r\n\r\n")}) {
        if (const qsizetype at = body.indexOf(gap); at >= 0)
            return body.sliced(at);
    }
    return {};
}

// Every copy on the way is wiped: the person may have handed over a private key, of which nothing
// but the public half is wanted.
base::SecretBytes decodedBody(QByteArrayView body)
{
    QByteArray text = withoutHeaders(body).toByteArray();
    const auto wiping = qScopeGuard([&text] { base::wipe(text); });
    text.replace("\\r"_ba, ""_ba).replace("\\n"_ba, ""_ba);
    text.removeIf(isBlank);
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    base::SecretBytes der(decoded ? QByteArrayView(decoded.decoded) : QByteArrayView());
    base::wipe(decoded.decoded);
    return der;
}

PemBlock blockOf(QByteArrayView label, QByteArrayView body)
{
    PemBlock block;
    block.label = label.toByteArray();
    block.encrypted = label.startsWith("ENCRYPTED") || body.contains("4,ENCRYPTED");
    if (!block.encrypted)
        block.der = decodedBody(body);
    return block;
}

bool isKeyOrCertificate(const QByteArray &label)
{
    return label.endsWith("PUBLIC KEY") || label.endsWith("PRIVATE KEY")
        || label.endsWith("CERTIFICATE");
}

} // namespace

QList<PemBlock> pemBlocks(QByteArrayView text)
{
    QList<PemBlock> blocks;
    for (qsizetype at = text.indexOf(beginMark); at >= 0; at = text.indexOf(beginMark, at)) {
        const qsizetype labelStart = at + beginMark.size();
        const qsizetype labelEnd = text.indexOf(dashes, labelStart);
        if (labelEnd < 0)
            break;
        const QByteArrayView label = text.sliced(labelStart, labelEnd - labelStart);
        const qsizetype bodyStart = labelEnd + dashes.size();
        const qsizetype stop = text.indexOf(endMark, bodyStart);
        const qsizetype bodyEnd = stop < 0 ? bodyStart : stop;
        blocks.append(blockOf(label, text.sliced(bodyStart, bodyEnd - bodyStart)));
        at = std::max(bodyEnd, bodyStart);
    }
    return blocks;
}

base::Result<std::shared_ptr<Key::Data>> readPemBlock(const PemBlock &block)
{
    const QString label = QString::fromUtf8(block.label);
    if (block.encrypted)
        return base::failure("key.encrypted"_L1, label);
    if (block.der.isEmpty() || !isKeyOrCertificate(block.label))
        return base::failure("key.pem"_L1, label);
    auto key = readDer(block.der.revealSecret());
    if (!key && key.error().id == "key.der"_L1)
        return base::failure("key.pem"_L1, label);
    if (key)
        (*key)->privatePart = block.label.endsWith("PRIVATE KEY");
    return key;
}

} // namespace jose
