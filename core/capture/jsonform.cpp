// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/jsonform.h"

#include "core/base/jsontokenizer.h"
#include "core/capture/bodies.h"
#include "core/capture/carryingrules.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using base::json::TokenKind;

//! Finds where a JSON text ends, or where it is broken.
class Extent final : public base::json::TokenSink
{
public:
    void onToken(const base::json::Token &token) override
    {
        if (isClosed())
            return;
        if (token.kind == TokenKind::BeginObject || token.kind == TokenKind::BeginArray)
            ++m_depth;
        else if (token.kind == TokenKind::EndObject || token.kind == TokenKind::EndArray)
            --m_depth;
        ++m_tokens;
        m_end = token.span.end;
    }

    void onProblem(const base::Error &problem) override
    {
        if (!isClosed() && problem.id == "json.syntax"_L1)
            m_problem = problem.offset;
    }

    [[nodiscard]] bool isClosed() const { return m_tokens > 0 && m_depth == 0; }
    //! More than brackets: a name or a value was read. "[info] …" in a log is no JSON.
    [[nodiscard]] bool isJson() const { return isClosed() || m_tokens > 3; }
    [[nodiscard]] qsizetype end() const { return qsizetype(m_end); }
    [[nodiscard]] qsizetype problem() const { return qsizetype(m_problem); }

private:
    qint64 m_end = 0;
    qint64 m_problem = -1;
    int m_depth = 0;
    qint64 m_tokens = 0;
};

//! Reads no further than a little behind the end.
void readExtent(QByteArrayView text, Extent &extent)
{
    constexpr qsizetype step = 16 * 1024;
    base::json::Tokenizer tokenizer(&extent, {});
    for (qsizetype at = 0; at < text.size() && !extent.isClosed() && !tokenizer.isStopped();
         at += step)
        tokenizer.feed(text.sliced(at, qMin(step, text.size() - at)));
    if (!extent.isClosed())
        tokenizer.finish();
}

} // namespace

bool beginsJson(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const qsizetype at = indentOf(head);
    return at < head.size() && (head[at] == '{' || head[at] == '[');
}

qsizetype readJson(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const qsizetype start = from + indentOf(lineAt(bytes, from));
    Extent extent;
    readExtent(bytes.sliced(start), extent);
    if (!extent.isJson())
        return from;
    const qsizetype end
        = extent.isClosed() ? start + extent.end() : start + qMax(extent.end(), extent.problem());
    const QByteArrayView json = bytes.sliced(start, end - start);
    if (mayHoldToken(json))
        (void)readJsonBody(text.sliced(start, end - start), -1, Side::Unknown, collector);
    else
        collector.remark(-1, text.sliced(start, end - start));
    if (!extent.isClosed() && end == bytes.size()) {
        base::Finding finding = carryingFinding(
            "capture.truncated"_L1, {}, {{u"offset"_s, qlonglong(text.span(end, 0).start)}});
        finding.span = text.span(end, 0);
        collector.add(finding);
    }
    return end;
}

} // namespace capture
