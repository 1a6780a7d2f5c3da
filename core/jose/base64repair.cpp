// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "core/jose/blanks.h"
#include "core/jose/tracedtext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jose::base64url {

namespace {

TracedText::Replacement unescapePercent(QByteArrayView rest)
{
    if (rest.size() < 3 || rest.front() != '%')
        return {};
    const int byte = hexNumber(rest.sliced(1, 2));
    return byte < 0 ? TracedText::Replacement{}
                    : TracedText::Replacement{3, QByteArray(1, char(byte))};
}

bool decodePercent(TracedText &text)
{
    const bool encoded = text.bytes().contains('%') && text.rewrite(unescapePercent);
    if (encoded)
        text.rewrite(unescapePercent); // a link inside a link is encoded twice
    return encoded;
}

bool removeBlanks(TracedText &text)
{
    return text.rewrite([](QByteArrayView rest) {
        return TracedText::Replacement{blanks::blankAtFront(rest), {}};
    });
}

bool removeQuotes(TracedText &text)
{
    const QByteArray all = text.bytes();
    qsizetype first = 0;
    while (const qsizetype length = blanks::quoteAtFront(QByteArrayView(all).sliced(first)))
        first += length;
    qsizetype end = all.size();
    while (const qsizetype length
           = blanks::quoteAtBack(QByteArrayView(all).sliced(first, end - first)))
        end -= length;
    text.crop(first, end - first);
    return text.bytes().size() != all.size();
}

bool exchangeAlphabet(TracedText &text)
{
    const bool plus = text.exchange('+', '-');
    const bool slash = text.exchange('/', '_');
    return plus || slash;
}

bool removePadding(TracedText &text)
{
    qsizetype end = text.bytes().size();
    while (end > 0 && text.bytes().at(end - 1) == '=')
        --end;
    const bool padded = end < text.bytes().size();
    text.crop(0, end);
    return padded;
}

bool dropHalfByte(TracedText &text)
{
    if (text.bytes().size() % 4 != 1)
        return false;
    text.crop(0, text.bytes().size() - 1);
    return true;
}

bool clearTrailingBits(TracedText &text)
{
    const auto problem = decode(text.bytes());
    if (problem || problem.error().id != "base64url.trailing_bits"_L1)
        return false;
    const qsizetype length = text.bytes().size();
    const QByteArray group = text.bytes().last(length % 4);
    const auto whole = decode(group.leftJustified(4, 'A'));
    text.replaceAt(length - 1, encode(whole->first(group.size() - 1)).back());
    return true;
}

struct Step
{
    QLatin1StringView name;
    bool (*apply)(TracedText &) = nullptr;
};

//! In the order in which the mistakes are made backwards: what encloses comes off first.
constexpr Step steps[] = {
    {"percent_encoding"_L1, decodePercent},
    {"whitespace"_L1, removeBlanks},
    {"quotes"_L1, removeQuotes},
    {"standard_alphabet"_L1, exchangeAlphabet},
    {"padding"_L1, removePadding},
    {"cut_off"_L1, dropHalfByte},
    {"trailing_bits"_L1, clearTrailingBits},
};

//! As many bytes as the characters before `end` hold.
QByteArray decodeBeginning(TracedText text, qint64 end)
{
    text.crop(0, end);
    dropHalfByte(text);
    clearTrailingBits(text);
    return decode(text.bytes()).value_or(QByteArray());
}

} // namespace

Repair repair(QByteArrayView text)
{
    if (auto bytes = decode(text))
        return {{}, *std::move(bytes), true, {}};
    TracedText traced(text.toByteArray());
    Repair repair;
    for (const Step &step : steps) {
        if (step.apply(traced))
            repair.steps.append(step.name);
    }
    repair.sources = traced.sources();
    if (const auto bytes = decode(traced.bytes())) {
        repair.bytes = *bytes;
        repair.helps = !bytes->isEmpty();
    } else {
        repair.bytes = decodeBeginning(traced, bytes.error().offset);
    }
    if (!repair.helps)
        repair.steps.clear();
    return repair;
}

} // namespace jose::base64url
