// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/partreader.h"

#include "core/jose/base64url.h"

namespace jose {

namespace {

//! Ranges of `characters`, each as the range of the original that it came from.
QList<base::Span> inOriginal(const QList<base::Span> &ranges, const TracedText &characters)
{
    if (ranges.isEmpty() || characters.sources().isEmpty())
        return ranges.isEmpty() ? characters.sources() : ranges;
    QList<base::Span> spans;
    spans.reserve(ranges.size());
    for (const base::Span &range : ranges)
        spans.append({characters.source(range.start).start, characters.source(range.end - 1).end});
    return spans;
}

Part presentPart(const base::Span &span)
{
    Part part;
    part.present = true;
    part.span = span;
    return part;
}

} // namespace

Part readPart(QByteArrayView characters, const base::Span &span)
{
    auto bytes = base64url::decode(characters);
    if (!bytes)
        return readPart(TracedText(characters.toByteArray()), span);
    Part part = presentPart(span);
    part.bytes = *std::move(bytes);
    return part;
}

Part readPart(const TracedText &characters, const base::Span &span)
{
    Part part = presentPart(span);
    part.sources = characters.sources();
    auto bytes = base64url::decode(characters.bytes());
    if (bytes) {
        part.bytes = *std::move(bytes);
        return part;
    }
    part.problem = std::move(bytes).error();
    part.problem->offset = characters.source(part.problem->offset).start;
    const base64url::Repair repair = base64url::repair(characters.bytes());
    part.bytes = repair.bytes;
    part.repairs = repair.steps;
    part.sources = inOriginal(repair.sources, characters);
    return part;
}

Part readUnencodedPart(const TracedText &characters, const base::Span &span)
{
    Part part = presentPart(span);
    part.encoded = false;
    part.bytes = characters.bytes();
    part.sources = characters.sources();
    return part;
}

Part withJson(Part part)
{
    part.json = base::json::Document::read(part.bytes);
    return part;
}

bool saysUnencoded(const Part &protectedHeader)
{
    return protectedHeader.json.root().member("b64").is(base::json::Kind::False);
}

} // namespace jose
