// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/lines.h"

#include <algorithm>

namespace capture {

namespace {

//! What every line of the text begins with.
struct Margin
{
    QByteArrayView blanks; //!< The same blanks and tabs, as they stand on the first line.
    bool isQuote = false; //!< ">" of a mail or of Markdown, with or without a blank behind it.

    [[nodiscard]] bool isEmpty() const { return blanks.isEmpty() && !isQuote; }
    //! How much of the line belongs to the margin.
    [[nodiscard]] qsizetype sizeOn(QByteArrayView line) const
    {
        if (isQuote)
            return line.startsWith("> ") ? 2 : qsizetype(line.startsWith('>') ? 1 : 0);
        return line.startsWith(blanks) ? blanks.size() : 0;
    }
};

QByteArrayView commonStart(QByteArrayView one, QByteArrayView other)
{
    const qsizetype most = std::min(one.size(), other.size());
    const auto end = std::mismatch(one.begin(), one.begin() + most, other.begin()).first;
    return one.first(end - one.begin());
}

//! Lines of nothing but blanks tell nothing: editors take them away.
Margin marginOf(QByteArrayView text)
{
    Margin margin;
    bool isFirst = true;
    for (qsizetype at = 0; at < text.size(); at = nextLine(text, at)) {
        const QByteArrayView line = lineAt(text, at);
        const qsizetype indent = indentOf(line);
        if (indent == line.size())
            continue;
        if (isFirst) {
            margin = {line.first(indent), indent == 0 && line.startsWith('>')};
            isFirst = false;
        }
        margin.blanks = commonStart(margin.blanks, line.first(indent));
        margin.isQuote = margin.isQuote && line.startsWith('>');
        if (margin.isEmpty())
            return {};
    }
    return margin;
}

SourceText without(const SourceText &text, const Margin &margin)
{
    const QByteArrayView bytes = text.bytes();
    SourceText result = text.sliced(0, 0);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype next = nextLine(bytes, at);
        const qsizetype size = margin.sizeOn(lineAt(bytes, at));
        result.append(text.sliced(at + size, next - at - size));
        at = next;
    }
    return result;
}

} // namespace

SourceText withoutMargin(const SourceText &text)
{
    constexpr int deepest = 4; // a quoted block of code in a quoted mail
    constexpr qsizetype longest = 4 * 1024 * 1024;
    SourceText result = text;
    for (int depth = 0; depth < deepest && result.size() <= longest; ++depth) {
        const Margin margin = marginOf(result.bytes());
        if (margin.isEmpty())
            break;
        result = without(result, margin);
    }
    return result;
}

} // namespace capture
