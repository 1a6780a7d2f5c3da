// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/partreader.h"
#include "core/jose/tokencontent.h"

using namespace Qt::Literals::StringLiterals;

namespace jose {

namespace {

QByteArrayView charactersAt(const TokenContent &content, const base::Span &span)
{
    return QByteArrayView(content.text).sliced(span.start, span.size());
}

Part partAt(const TokenContent &content, const base::Span &span)
{
    return span.isValid() ? readPart(charactersAt(content, span), span) : Part();
}

Part payloadAt(const TokenContent &content, const base::Span &span, bool unencoded)
{
    if (!unencoded || !span.isValid())
        return partAt(content, span);
    return readUnencodedPart(TracedText(charactersAt(content, span).toByteArray()), span);
}

//! A payload that is not encoded must have no dots (RFC 7797 section 5.2); if it has some all the
//! same, then it reaches to the last one, which is what a lenient signer would have signed.
QList<base::Span> withUnencodedPayload(const TokenContent &content, const shape::Cut &cut)
{
    const qsizetype last = content.text.lastIndexOf('.');
    return {cut.at(0), {cut.at(1).start, last}, {last + 1, content.text.size()}};
}

void listCount(TokenContent &content, const shape::Cut &cut, qsizetype expected)
{
    const qint64 offset = cut.count > expected ? cut.at(expected - 1).end : content.text.size();
    content.problems.append({"token.parts"_L1, QString::number(cut.count), offset});
}

void listSignedProblems(TokenContent &content, const shape::Cut &cut)
{
    constexpr qsizetype expected = 3;
    const SignatureBlock &block = content.signatures.constFirst();
    const Part &payload = content.parts.at(1);
    if (cut.count == 1 || cut.count > expected)
        listCount(content, cut, expected);
    if (payload.present && payload.span.size() == 0)
        content.problems.append({"token.payload_detached"_L1, {}, payload.span.start});
    if (!payload.present || block.signature.span.size() > 0)
        return;
    const bool isUnsecured = block.signature.present && block.algorithm() == "none";
    if (!isUnsecured)
        content.problems.append({"token.signature_missing"_L1, {}, content.text.size()});
}

} // namespace

void readSigned(TokenContent &content, const shape::Cut &cut)
{
    SignatureBlock block;
    block.protectedHeader = withJson(partAt(content, cut.at(0)));
    const bool unencoded = saysUnencoded(block.protectedHeader);
    const QList<base::Span> spans
        = unencoded && cut.count > 3 ? withUnencodedPayload(content, cut) : cut.parts;
    Part payload = payloadAt(content, spans.value(1), unencoded);
    if (payload.present)
        payload = withJson(std::move(payload));
    block.signature = partAt(content, spans.value(2));
    block.signingInput = payload.present ? content.text.first(payload.span.end) : content.text;
    content.parts.reserve(spans.size());
    content.parts.append(block.protectedHeader);
    content.parts.append(std::move(payload));
    content.parts.append(block.signature);
    for (qsizetype i = content.parts.size(); i < spans.size(); ++i)
        content.parts.append(partAt(content, spans.at(i)));
    content.signatures.append(std::move(block));
    listSignedProblems(content, cut);
}

void readEncrypted(TokenContent &content, const shape::Cut &cut)
{
    constexpr qsizetype expected = 5;
    for (qsizetype i = 0; i < expected; ++i)
        content.parts.append(partAt(content, cut.at(i)));
    content.parts.first() = withJson(content.parts.constFirst());
    if (cut.count != expected)
        listCount(content, cut, expected);
}

} // namespace jose
