// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"
#include "fuzzcheck.h"

#include <algorithm>

namespace {

using base::Span;

bool isInside(const Span &inner, const Span &outer)
{
    return inner.isValid() && inner.start >= outer.start && inner.end <= outer.end;
}

//! Decoded bytes light up characters, and those characters hold at least these bytes.
void checkThereAndBack(const jose::Part &part, const Span &decoded)
{
    const Span text = part.textSpan(decoded);
    fuzz::check(isInside(text, part.span));
    if (decoded.size() > 0)
        fuzz::check(isInside(decoded, part.decodedSpan(text)));
}

void checkPart(const jose::Token &token, const jose::Part &part)
{
    if (!part.present) {
        fuzz::check(part.bytes.isEmpty() && !part.problem);
        return;
    }
    fuzz::check(isInside(part.span, {0, token.text().size()}));
    fuzz::check(
        !part.problem
        || isInside({part.problem->offset, part.problem->offset + 1}, {0, part.span.size()}));
    const qint64 size = part.bytes.size();
    const qint64 step = std::max(size / 16, qint64(1));
    for (qint64 start = 0; start < size; start += step) {
        checkThereAndBack(part, {start, start});
        checkThereAndBack(part, {start, std::min(start + 1, size)});
        checkThereAndBack(part, {start, size});
        const Span decoded = part.decodedSpan({part.span.start + start, part.span.end});
        fuzz::check(!decoded.isValid() || isInside(decoded, {0, size}));
    }
    checkThereAndBack(part, {size, size});
    for (base::json::Value value : part.json.root())
        checkThereAndBack(part, value.span());
}

void checkToken(const jose::Token &token, int level)
{
    constexpr int nestingLimit = 8;
    fuzz::check(level <= nestingLimit);
    for (const jose::Part &part : token.parts())
        checkPart(token, part);
    for (const jose::SignatureBlock &block : token.signatures()) {
        checkPart(token, block.protectedHeader);
        checkPart(token, block.signature);
        fuzz::check(block.algorithm().isNull() || block.header("alg").isPresent());
    }
    for (const base::Error &problem : token.problems())
        fuzz::check(problem.offset <= token.text().size());
    if (token.nested()) {
        fuzz::check(token.nested()->text().size() < token.text().size());
        checkToken(*token.nested(), level + 1);
    }
}

void checkCleaning(QByteArrayView pasted, const jose::CleanedInput &cleaned)
{
    fuzz::check(isInside(cleaned.span, {0, pasted.size()}));
    fuzz::check(pasted.sliced(cleaned.span.start, cleaned.span.size()) == cleaned.token);
    fuzz::check(jose::cleanUp(cleaned.token).token == cleaned.token);
    fuzz::check(cleaned.token.size() == pasted.size() || !cleaned.removed.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView pasted(data, qsizetype(size));
    const jose::CleanedInput cleaned = jose::cleanUp(pasted);
    checkCleaning(pasted, cleaned);
    checkToken(jose::Token::read(pasted.toByteArray()), 0);
    checkToken(jose::Token::read(cleaned.token), 0);
    return 0;
}
