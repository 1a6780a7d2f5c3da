// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/signaturelength.h"

#include "core/jose/algorithms.h"
#include "core/jose/token.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! Of RSA keys in use, in bytes: 1024, 2048, 3072, 4096 and 8192 bits. Of Ed25519 and Ed448, RFC
//! 8032 sections 5.1.6 and 5.2.6.
constexpr std::array<qsizetype, 5> rsaSizes{128, 256, 384, 512, 1024};
constexpr std::array<qsizetype, 2> edwardsSizes{64, 114};

//! The smallest usual size that these bytes could be the beginning of; 0 if they are whole, or
//! longer than all that is usual.
template <size_t n>
qsizetype nextSize(const std::array<qsizetype, n> &sizes, qsizetype bytes)
{
    const auto next = std::ranges::lower_bound(sizes, bytes);
    return next == sizes.end() || *next == bytes ? 0 : *next;
}

//! 2048 bits is what nearly everybody has, so a shorter rest is measured against that.
qsizetype missingRsaSize(qsizetype bytes)
{
    constexpr qsizetype usual = 256;
    if (bytes < usual && bytes != rsaSizes.front())
        return usual;
    // Keys of odd sizes exist; they come in steps of eight bytes at least.
    constexpr qsizetype step = 8;
    return bytes % step == 0 ? 0 : nextSize(rsaSizes, bytes);
}

qsizetype expectedSize(const jose::Algorithm &algorithm, qsizetype bytes)
{
    switch (algorithm.family) {
    case jose::Family::None:
        return 0;
    case jose::Family::RsaPkcs1:
    case jose::Family::RsaPss:
        return missingRsaSize(bytes);
    default:
        break;
    }
    if (algorithm.signatureBytes == 0)
        return nextSize(edwardsSizes, bytes);
    return bytes < algorithm.signatureBytes ? algorithm.signatureBytes : 0;
}

//! Base64url characters to whole bytes; a cut in the middle of a byte counts as before it.
qsizetype decodedSize(qint64 characters)
{
    return qsizetype(characters * 3 / 4);
}

Truncation cutIn(QLatin1StringView part)
{
    Truncation truncation;
    truncation.how = part;
    return truncation;
}

bool isCutJson(const jose::Part &part)
{
    const QByteArray bytes = part.bytes.trimmed();
    return part.present && bytes.startsWith('{')
        && std::ranges::any_of(part.json.problems(), [&bytes](const base::Error &problem) {
               return problem.id == "json.syntax"_L1 && problem.offset >= bytes.size();
           });
}

std::optional<Truncation> ofParts(const jose::Token &token)
{
    if (isCutJson(token.header()) || (token.parts().size() == 1 && token.header().present))
        return cutIn("header"_L1);
    if (isCutJson(token.payload()))
        return cutIn("payload"_L1);
    const bool hasSignature
        = !token.signatures().isEmpty() && token.signatures().first().signature.present;
    return hasSignature ? std::nullopt : std::optional(cutIn("parts"_L1));
}

} // namespace

QString Truncation::found() const
{
    return how == "signature"_L1 ? QString::number(bytes) : QString(how);
}

base::Facts Truncation::facts() const
{
    base::Facts facts{{"how"_L1, QString(how)}};
    if (how == "signature"_L1) {
        facts.insert("bytes"_L1, qlonglong(bytes));
        facts.insert("expectedBytes"_L1, qlonglong(expectedBytes));
        facts.insert("algorithm"_L1, algorithm);
    }
    return facts;
}

std::optional<Truncation> truncationOf(const QByteArray &text)
{
    if (!text.contains('.'))
        return cutIn("header"_L1);
    const jose::Token token = jose::Token::read(text);
    if (token.form() != jose::Form::Compact)
        return std::nullopt;
    if (std::optional<Truncation> parts = ofParts(token))
        return parts->how == "parts"_L1 && token.signatures().value(0).algorithm() == "none"
            ? std::nullopt
            : parts;
    const jose::SignatureBlock &block = token.signatures().first();
    const jose::Algorithm *algorithm = jose::findAlgorithm(block.algorithm());
    if (!algorithm)
        return std::nullopt;
    QByteArray signature = text.sliced(block.signature.span.start, block.signature.span.size());
    while (signature.endsWith('='))
        signature.chop(1);
    const qsizetype bytes = decodedSize(signature.size());
    const qsizetype expected = expectedSize(*algorithm, bytes);
    if (expected == 0)
        return std::nullopt;
    return Truncation{"signature"_L1, bytes, expected, QString(algorithm->name)};
}

} // namespace capture
