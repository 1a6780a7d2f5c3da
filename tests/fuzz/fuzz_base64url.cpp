// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "fuzzcheck.h"

namespace {

using namespace jose;

void checkDecoding(QByteArrayView text)
{
    const auto bytes = base64url::decode(text);
    if (bytes) {
        fuzz::check(base64url::encode(*bytes) == text);
        return;
    }
    fuzz::check(bytes.error().offset >= 0 && bytes.error().offset < text.size());
    fuzz::check(!bytes.error().id.isEmpty());
}

void checkRepair(QByteArrayView text)
{
    const base64url::Repair repair = base64url::repair(text);
    const auto strict = base64url::decode(text);
    fuzz::check(!strict || (repair.helps && repair.steps.isEmpty() && repair.bytes == *strict));
    fuzz::check(strict || !repair.helps || !repair.steps.isEmpty());
    qint64 last = 0;
    for (const base::Span &source : repair.sources) {
        fuzz::check(source.start >= last && source.size() > 0 && source.end <= text.size());
        last = source.end;
    }
    const qsizetype characters = base64url::encode(repair.bytes).size();
    fuzz::check(repair.sources.isEmpty() || repair.sources.size() >= characters);
    fuzz::check(characters <= text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    checkDecoding(text);
    checkRepair(text);
    fuzz::check(base64url::decode(base64url::encode(text)).value() == text);
    return 0;
}
