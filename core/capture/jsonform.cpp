// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/jsonform.h"

#include "core/base/jsontokenizer.h"
#include "core/capture/bodies.h"
#include "core/capture/carryingrules.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"

#include <algorithm>
#include <optional>

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

//! What stands on the line in front of the text.
struct Label
{
    qsizetype size = 0; //!< Up to the brace.
    qsizetype methodSize = 0; //!< Of "GET https://a.example/me: {", as Postman's console prints it.
    bool isWord = false; //!< "req: {" of a log; the same stands in programs, so it must be JSON.
};

bool isPostmanLine(QByteArrayView label, qsizetype blank)
{
    const QByteArrayView method = label.first(std::max(blank, qsizetype(0)));
    return method.size() >= 3 && label.sliced(blank + 1).startsWith("http")
        && !label.sliced(blank + 1).contains(' ')
        && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
}

//! A piece out of the middle of another text: "\"request\": {".
bool isMember(QByteArrayView label)
{
    return label.size() > 2 && label.startsWith('"') && label.endsWith('"')
        && label.count('"') == 2;
}

bool isBareWord(QByteArrayView label)
{
    return !label.isEmpty() && std::ranges::all_of(label, [](char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    });
}

//! Nothing where the line begins no JSON text.
std::optional<Label> labelOf(QByteArrayView head)
{
    const qsizetype indent = indentOf(head);
    if (indent < head.size() && (head[indent] == '{' || head[indent] == '['))
        return Label{indent};
    const QByteArrayView line = head.trimmed();
    if (!line.endsWith(": {") && !line.endsWith(":{"))
        return std::nullopt;
    const qsizetype brace = head.lastIndexOf('{');
    const QByteArrayView label = head.first(brace).trimmed().chopped(1);
    const qsizetype blank = label.indexOf(' ');
    if (isPostmanLine(label, blank))
        return Label{brace, blank};
    const bool isWord = isBareWord(label);
    return isWord || isMember(label) ? std::optional(Label{brace, 0, isWord}) : std::nullopt;
}

//! The request that the label names; -1 without one.
qsizetype beginLabelled(const SourceText &label, qsizetype methodSize, Collector &collector)
{
    if (methodSize == 0)
        return -1;
    const qsizetype index = collector.beginRequest(label.span());
    if (Request *request = collector.request(index))
        request->method = label.bytes().first(methodSize);
    const SourceText url = label.sliced(methodSize + 1).trimmed();
    collector.url(index, url.sliced(0, url.size() - 1)); // without its colon
    return index;
}

} // namespace

bool beginsJson(QByteArrayView text, qsizetype from)
{
    return labelOf(lineHead(text, from)).has_value();
}

qsizetype readJson(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const Label label = labelOf(lineHead(bytes, from)).value_or(Label());
    const qsizetype start = from + label.size;
    Extent extent;
    readExtent(bytes.sliced(start), extent);
    if (!extent.isJson() || (label.isWord && !extent.isClosed()))
        return from;
    const qsizetype end
        = extent.isClosed() ? start + extent.end() : start + qMax(extent.end(), extent.problem());
    const QByteArrayView json = bytes.sliced(start, end - start);
    const qsizetype request
        = beginLabelled(text.sliced(from, label.size), label.methodSize, collector);
    if (mayHoldToken(json))
        (void)readJsonBody(text.sliced(start, end - start), request, Side::Unknown, collector);
    else
        collector.remark(request, text.sliced(start, end - start));
    if (!extent.isClosed() && end == bytes.size()) {
        base::Finding finding = carryingFinding(
            "capture.truncated"_L1, {}, {{"offset"_L1, qlonglong(text.span(end, 0).start)}});
        finding.span = text.span(end, 0);
        collector.add(finding);
    }
    return end;
}

} // namespace capture
