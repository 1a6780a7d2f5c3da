// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"

#include "core/base/jsonstore.h"
#include "core/base/jsontokenizer.h"
#include "core/base/utf8.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace base::json {

namespace {

// Offsets in nodes have 32 bits; a longer text is for the Tokenizer.
constexpr qint64 maxBytes = 0xFFFFFFFE;

constexpr Kind kindOf(TokenKind token)
{
    constexpr Kind kinds[] = {Kind::Object, Kind::Object, Kind::Array, Kind::Array, Kind::Null,
                              Kind::String, Kind::Number, Kind::True,  Kind::False, Kind::Null};
    return kinds[quint8(token)];
}

// Makes nodes of tokens. The tokenizer has checked the grammar.
class Builder final : public TokenSink
{
public:
    explicit Builder(detail::Store *store)
        : m_store(store)
    {
        // A guess that spares most claims sets a second allocation, and no more for a long string.
        const size_t guess = size_t(store->bytes.size()) / 8 + 8;
        m_store->nodes.reserve(std::min<size_t>(guess, 0x20000));
    }

    void onToken(const Token &token) override
    {
        switch (token.kind) {
        case TokenKind::Name:
            m_nameSpan = token.span;
            m_nameEscaped = token.hasEscapes;
            break;
        case TokenKind::EndObject:
        case TokenKind::EndArray:
            close(quint32(token.span.end));
            break;
        default:
            add(token);
        }
    }

    void onProblem(const Error &problem) override { m_store->problems.append(problem); }

    // What a problem left open ends where the reading ended.
    void closeAll(quint32 end)
    {
        while (m_open != detail::nowhere)
            close(end);
    }

private:
    void add(const Token &token)
    {
        std::vector<detail::Node> &nodes = m_store->nodes;
        const auto index = quint32(nodes.size());
        detail::Node node;
        node.start = quint32(token.span.start);
        node.end = quint32(token.span.end);
        if (m_nameSpan.isValid()) {
            node.nameStart = quint32(m_nameSpan.start);
            node.nameEnd = quint32(m_nameSpan.end);
            node.escapedName = m_nameEscaped;
            m_nameSpan = {};
        }
        node.parent = m_open;
        node.after = index + 1;
        node.row = m_row++;
        node.kind = kindOf(token.kind);
        node.escaped = token.hasEscapes;
        nodes.push_back(node);
        if (node.kind >= Kind::Array) {
            m_open = index;
            m_row = 0;
        }
    }

    void close(quint32 end)
    {
        const quint32 index = m_open;
        detail::Node &node = m_store->nodes[index];
        node.end = end;
        node.after = quint32(m_store->nodes.size());
        m_open = node.parent;
        m_row = node.row + 1;
        m_nameSpan = {};
        if (node.kind == Kind::Object)
            detail::markDuplicates(*m_store, index);
    }

    detail::Store *m_store;
    quint32 m_open = detail::nowhere; // the innermost open container
    quint32 m_row = 0; // of the next child
    Span m_nameSpan; // of the member whose value comes next
    bool m_nameEscaped = false;
};

bool isLineBreak(QByteArrayView bytes, qsizetype at)
{
    const bool beforeNewline = at + 1 < bytes.size() && bytes[at + 1] == '\n';
    return bytes[at] == '\n' || (bytes[at] == '\r' && !beforeNewline);
}

} // namespace

Document::Document() = default;
Document::Document(const Document &other) = default;
Document::Document(Document &&other) noexcept = default;
Document &Document::operator=(const Document &other) = default;
Document &Document::operator=(Document &&other) noexcept = default;
Document::~Document() = default;

Document Document::read(QByteArray bytes, const Limits &limits)
{
    Document document;
    document.m_store = new detail::Store;
    detail::Store &store = *document.m_store;
    store.bytes = std::move(bytes);
    const qint64 limit = std::clamp<qint64>(limits.bytes, 0, maxBytes);
    const qint64 size = store.bytes.size();

    Builder builder(&store);
    Tokenizer tokenizer(&builder, {limits.depth, 0});
    tokenizer.feed(QByteArrayView(store.bytes).first(std::min(size, limit)));
    if (size <= limit)
        tokenizer.finish();
    else if (!tokenizer.isStopped())
        builder.onProblem({"json.size"_L1, QString::number(limit), limit});
    if (!store.problems.isEmpty())
        builder.closeAll(quint32(store.problems.last().offset));
    return document;
}

const QByteArray &Document::bytes() const
{
    static const QByteArray none;
    return m_store ? m_store->bytes : none;
}

const QList<Error> &Document::problems() const
{
    static const QList<Error> none;
    return m_store ? m_store->problems : none;
}

bool Document::isValid() const
{
    return m_store && m_store->problems.isEmpty();
}

Value Document::root() const
{
    return value(0);
}

QList<Value> Document::duplicates() const
{
    QList<Value> found;
    if (!m_store || !m_store->hasDuplicates)
        return found;
    for (qsizetype i = 0; i < valueCount(); ++i) {
        if (m_store->node(i).duplicate)
            found.append(value(i));
    }
    return found;
}

Place Document::place(qint64 offset) const
{
    const QByteArrayView text = bytes();
    const qsizetype end = std::clamp<qint64>(offset, 0, text.size());
    Place place;
    // A byte order mark takes no room on any screen.
    qsizetype at = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < end) {
        if (isLineBreak(text, at)) {
            ++place.line;
            place.column = 1;
            ++at;
            continue;
        }
        const qsizetype length = utf8::step(text.begin() + at, text.end()).length;
        place.column += at + length <= end ? 1 : 0;
        at += length;
    }
    return place;
}

Value Document::valueAt(qint64 offset) const
{
    if (!m_store)
        return {};
    const std::vector<detail::Node> &nodes = m_store->nodes;
    const auto next = std::upper_bound(
        nodes.begin(), nodes.end(), offset,
        [](qint64 at, const detail::Node &node) { return at < node.memberStart(); });
    if (next == nodes.begin())
        return {};
    auto index = quint32(next - nodes.begin() - 1);
    while (index != detail::nowhere && offset >= nodes[index].end)
        index = nodes[index].parent;
    return index == detail::nowhere ? Value() : value(index);
}

qsizetype Document::valueCount() const
{
    return m_store ? qsizetype(m_store->nodes.size()) : 0;
}

Value Document::value(qsizetype index) const
{
    if (index < 0 || index >= valueCount())
        return {};
    return {m_store.data(), index};
}

} // namespace base::json
