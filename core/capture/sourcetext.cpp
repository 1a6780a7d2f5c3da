// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/sourcetext.h"

#include <algorithm>

namespace capture {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

SourceText::SourceText(QByteArray bytes, qint64 offset)
    : m_bytes(std::move(bytes))
    , m_runs({{0, {offset, offset + m_bytes.size()}, true}})
{
}

bool SourceText::isVerbatim() const
{
    return m_runs.size() <= 1
        && std::all_of(m_runs.begin(), m_runs.end(), [](const Run &run) { return run.verbatim; });
}

//! The last run that begins at or before the byte; there is one unless the text is nowhere.
qsizetype SourceText::runAt(qsizetype index) const
{
    const auto next = std::upper_bound(m_runs.begin(), m_runs.end(), index,
                                       [](qsizetype at, const Run &run) { return at < run.at; });
    return next - m_runs.begin() - 1;
}

qsizetype SourceText::endOf(qsizetype run) const
{
    return run + 1 < m_runs.size() ? m_runs[run + 1].at : size();
}

base::Span SourceText::spanOf(qsizetype run, qsizetype from, qsizetype end) const
{
    const Run &r = m_runs[run];
    if (!r.verbatim)
        return r.source;
    return {r.source.start + (from - r.at), r.source.start + (end - r.at)};
}

base::Span SourceText::span(qsizetype from, qsizetype length) const
{
    if (m_runs.isEmpty())
        return {};
    if (length <= 0) {
        const base::Span place = spanOf(runAt(from), from, from);
        return from < size() ? base::Span{place.start, place.start}
                             : base::Span{place.end, place.end};
    }
    const qsizetype first = runAt(from);
    const qsizetype last = runAt(from + length - 1);
    base::Span whole = spanOf(first, from, std::min(from + length, endOf(first)));
    if (last != first)
        whole.end = spanOf(last, m_runs[last].at, from + length).end;
    return whole;
}

SourceText SourceText::sliced(qsizetype from, qsizetype length) const
{
    SourceText piece;
    if (m_runs.isEmpty())
        return piece;
    piece.m_bytes = m_bytes.sliced(from, length);
    if (length == 0) {
        piece.m_runs = {{0, span(from, 0), true}};
        return piece;
    }
    for (qsizetype run = runAt(from); run < m_runs.size() && m_runs[run].at < from + length;
         ++run) {
        const qsizetype start = std::max(from, m_runs[run].at);
        const qsizetype end = std::min(from + length, endOf(run));
        piece.m_runs.append({start - from, spanOf(run, start, end), m_runs[run].verbatim});
    }
    return piece;
}

SourceText SourceText::trimmed() const
{
    qsizetype from = 0;
    qsizetype end = size();
    while (from < end && isBlank(m_bytes[from]))
        ++from;
    while (end > from && isBlank(m_bytes[end - 1]))
        --end;
    return sliced(from, end - from);
}

QList<SourceText> SourceText::split(char separator, qsizetype limit) const
{
    QList<SourceText> pieces;
    qsizetype start = 0;
    while (pieces.size() + 1 < limit) {
        const qsizetype at = m_bytes.indexOf(separator, start);
        if (at < 0)
            break;
        pieces.append(sliced(start, at - start));
        start = at + 1;
    }
    pieces.append(sliced(start));
    return pieces;
}

//! Runs that continue each other are one, so that text which was only cut and joined stays small.
void SourceText::addRun(const Run &run, QByteArrayView bytes)
{
    if (isEmpty())
        m_runs.clear(); // An empty text knows its place; now it has a better one.
    const bool continues = !m_runs.isEmpty() && run.verbatim && m_runs.last().verbatim
        && m_runs.last().source.end == run.source.start;
    if (continues)
        m_runs.last().source.end = run.source.end;
    else
        m_runs.append({size(), run.source, run.verbatim});
    m_bytes.append(bytes);
}

void SourceText::append(const SourceText &other)
{
    if (other.isEmpty()) {
        if (m_runs.isEmpty())
            m_runs = other.m_runs;
        return;
    }
    for (qsizetype run = 0; run < other.m_runs.size(); ++run) {
        const qsizetype at = other.m_runs[run].at;
        addRun(other.m_runs[run], QByteArrayView(other.m_bytes).sliced(at, other.endOf(run) - at));
    }
}

void SourceText::appendReplaced(QByteArrayView bytes, const base::Span &source)
{
    if (!bytes.isEmpty())
        addRun({0, source, false}, bytes);
}

} // namespace capture
