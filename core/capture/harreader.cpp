// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/harreader.h"

#include "core/capture/carryingrules.h"
#include "core/capture/collector.h"
#include "core/capture/placeholders.h"
#include "core/http/status.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using base::json::Token;
using base::json::TokenKind;

// Longer texts are cut, with a notice. Deep enough for any HAR, whatever scripts left in it.
constexpr base::json::Tokenizer::Limits limits{256, 16 * 1024 * 1024};

//! The member of an entry that a place fills; null for places that are filled otherwise.
SourceText HarEntry::*textOf(HarNode node)
{
    switch (node) {
    case HarNode::Started:
        return &HarEntry::started;
    case HarNode::ResourceType:
        return &HarEntry::resourceType;
    case HarNode::Method:
        return &HarEntry::method;
    case HarNode::Url:
        return &HarEntry::url;
    case HarNode::PostType:
        return &HarEntry::postType;
    case HarNode::PostText:
        return &HarEntry::postText;
    case HarNode::ContentType:
        return &HarEntry::contentType;
    case HarNode::ContentText:
        return &HarEntry::contentText;
    case HarNode::ContentEncoding:
        return &HarEntry::contentEncoding;
    case HarNode::Redirect:
        return &HarEntry::redirect;
    default:
        return nullptr;
    }
}

std::optional<HarList> listOf(HarNode node)
{
    switch (node) {
    case HarNode::RequestHeaders:
        return HarList::RequestHeaders;
    case HarNode::RequestCookies:
        return HarList::RequestCookies;
    case HarNode::Query:
        return HarList::Query;
    case HarNode::PostParams:
        return HarList::PostParams;
    case HarNode::ResponseHeaders:
        return HarList::ResponseHeaders;
    case HarNode::ResponseCookies:
        return HarList::ResponseCookies;
    default:
        return std::nullopt;
    }
}

//! Some programs leave the field and put a word in place of the value, or behind its scheme.
bool isMasked(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    return isMask(text) || isMask(text.sliced(text.indexOf(' ') + 1));
}

bool hasCredential(const QList<NamedText> &headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const NamedText &header) {
        const QLatin1StringView name(header.name.bytes());
        const bool isIt = name.compare("authorization"_L1, Qt::CaseInsensitive) == 0
            || name.compare("cookie"_L1, Qt::CaseInsensitive) == 0
            || name.compare("set-cookie"_L1, Qt::CaseInsensitive) == 0;
        return isIt && !isMasked(header.value.bytes());
    });
}

//! A refused request, or a preflight that asks to send the field.
bool showsCredentials(const HarEntry &entry)
{
    const auto asksForIt = [](const NamedText &header) {
        return QLatin1StringView(header.name.bytes())
                   .compare("access-control-request-headers"_L1, Qt::CaseInsensitive)
            == 0
            && header.value.toString().contains("authorization"_L1, Qt::CaseInsensitive);
    };
    const QList<NamedText> &headers = entry.list(HarList::RequestHeaders);
    return http::isRefusalStatus(entry.status)
        || std::any_of(headers.begin(), headers.end(), asksForIt);
}

} // namespace

HarReader::HarReader(Collector &collector, qint64 offset)
    : m_collector(collector)
    , m_tokenizer(this, limits, offset)
{
}

void HarReader::finish(bool isWhole)
{
    if (isWhole && !m_isClosed && !m_tokenizer.isStopped())
        m_tokenizer.finish();
    if (m_hasEntry)
        finishEntry(m_stoppedAt.value_or(m_entry.span.start));
    reportTruncation();
    if (isWhole)
        reportStripped();
}

void HarReader::onToken(const Token &token)
{
    if (m_isClosed)
        return;
    switch (token.kind) {
    case TokenKind::BeginObject:
        return open(token, false);
    case TokenKind::BeginArray:
        return open(token, true);
    case TokenKind::EndObject:
    case TokenKind::EndArray:
        return close(token);
    case TokenKind::Name:
        m_next = harChild(m_stack.last().node, token.text.sliced(1).chopped(1));
        return;
    default:
        break;
    }
    take(takePlace(), token);
}

void HarReader::onProblem(const base::Error &problem)
{
    const bool goesOn = problem.id == "json.utf8"_L1 || problem.id == "json.bom"_L1;
    if (goesOn || m_isClosed)
        return;
    m_stoppedAt = problem.offset;
    m_problem = problem.detail;
}

HarNode HarReader::takePlace()
{
    if (m_stack.isEmpty())
        return harChild(HarNode::Top, {});
    const Container &container = m_stack.last();
    return container.isArray ? harChild(container.node, {}) : std::exchange(m_next, HarNode::Other);
}

void HarReader::open(const Token &token, bool isArray)
{
    HarNode node = takePlace();
    if (isArray && node == HarNode::Root)
        node = HarNode::Entries; // entries alone, in an array
    if (node == HarNode::Entry || node == HarNode::Root) {
        m_entry = {};
        m_entry.span = {token.span.start, token.span.start};
        m_hasEntry = node == HarNode::Entry;
    }
    if (m_stack.size() == 1 && node == HarNode::Request)
        m_hasEntry = true;
    m_pair = {};
    m_message = {};
    m_stack.append({node, isArray});
}

void HarReader::close(const Token &token)
{
    const Container closed = m_stack.last();
    m_stack.removeLast();
    const HarNode outer = m_stack.isEmpty() ? HarNode::Top : m_stack.last().node;
    if (closed.node == HarNode::Pair)
        addPair(outer);
    else if (closed.node == HarNode::Message && !m_message.data.isEmpty())
        m_entry.messages.append(std::exchange(m_message, {}));
    else if (m_hasEntry && (closed.node == HarNode::Entry || closed.node == HarNode::Root))
        finishEntry(token.span.end);
    if (m_stack.isEmpty()) {
        m_isClosed = true;
        m_stoppedAt = token.span.end;
    }
}

void HarReader::addPair(HarNode list)
{
    if (const std::optional<HarList> which = listOf(list))
        m_entry.lists[static_cast<size_t>(*which)].append(std::exchange(m_pair, {}));
}

void HarReader::take(HarNode node, const Token &token)
{
    if (node == HarNode::Other)
        return;
    if (node == HarNode::Status) {
        m_entry.status = qBound(0, token.text.toInt(), 999);
        return;
    }
    if (token.kind != TokenKind::String)
        return;
    if (SourceText HarEntry::*const text = textOf(node))
        m_entry.*text = piece(token);
    else if (node == HarNode::PairName)
        m_pair.name = jsonUnescaped(piece(token));
    else if (node == HarNode::PairValue)
        m_pair.value = jsonUnescaped(piece(token));
    else if (node == HarNode::MessageType)
        m_message.type = piece(token);
    else if (node == HarNode::MessageData)
        m_message.data = jsonUnescaped(piece(token));
    else if (node == HarNode::CreatorName)
        m_signs.isBrowser = token.text == "\"WebInspector\"";
}

//! The inside of a string, escapes left in.
SourceText HarReader::piece(const Token &token)
{
    const bool isWhole = token.text.size() == token.span.size();
    if (!isWhole && m_cut++ == 0)
        m_firstCut = token.span;
    const QByteArrayView inner = token.text.sliced(1).chopped(isWhole ? 1 : 0);
    return SourceText(inner.toByteArray(), token.span.start + 1);
}

void HarReader::finishEntry(qint64 end)
{
    m_entry.span.end = qMax(end, m_entry.span.start);
    m_entry.url = jsonUnescaped(m_entry.url);
    m_entry.redirect = jsonUnescaped(m_entry.redirect);
    m_entry.postType = jsonUnescaped(m_entry.postType);
    m_entry.contentType = jsonUnescaped(m_entry.contentType);
    readSigns();
    handOver(m_entry, m_collector);
    m_entry = {};
    m_hasEntry = false;
}

void HarReader::readSigns()
{
    const QList<NamedText> &sent = m_entry.list(HarList::RequestHeaders);
    m_signs.hasHeaders = m_signs.hasHeaders || !sent.isEmpty();
    m_signs.hasCredentials = m_signs.hasCredentials || hasCredential(sent)
        || hasCredential(m_entry.list(HarList::ResponseHeaders))
        || !m_entry.list(HarList::RequestCookies).isEmpty();
    m_signs.isRefused = m_signs.isRefused || showsCredentials(m_entry);
}

void HarReader::reportTruncation()
{
    if (m_cut > 0) {
        base::Finding cut = carryingFinding(
            "capture.cut"_L1, QString::number(m_firstCut.size()),
            {{"limit"_L1, qlonglong(limits.textBytes)}, {"count"_L1, qlonglong(m_cut)}});
        cut.span = m_firstCut;
        m_collector.add(cut);
    }
    if (m_isClosed || !m_stoppedAt)
        return;
    base::Finding truncated = carryingFinding("capture.truncated"_L1, m_problem,
                                              {{"offset"_L1, qlonglong(*m_stoppedAt)}});
    truncated.span = {*m_stoppedAt, *m_stoppedAt};
    m_collector.add(truncated);
}

//! Chrome since version 130 leaves Authorization, Cookie and Set-Cookie out of what it saves,
//! unless the setting "Allow to generate HAR with sensitive data" is on. Its exports have no mark
//! of that: what is left is that a whole session has none of the three.
void HarReader::reportStripped()
{
    const bool isExpected = m_signs.isBrowser || m_signs.isRefused;
    if (m_signs.hasHeaders && !m_signs.hasCredentials && isExpected)
        m_collector.add(
            carryingFinding("capture.stripped"_L1, u"Authorization, Cookie, Set-Cookie"_s));
}

namespace {

//! Listens until the names at the beginning have told.
class HeadListener final : public base::json::TokenSink
{
public:
    void onToken(const Token &token) override
    {
        if (token.kind == TokenKind::BeginObject || token.kind == TokenKind::BeginArray)
            ++m_depth;
        else if (token.kind == TokenKind::EndObject || token.kind == TokenKind::EndArray)
            --m_depth;
        else if (token.kind == TokenKind::Name)
            hear(token.text.sliced(1).chopped(1));
    }
    void onProblem(const base::Error &) override { }
    [[nodiscard]] bool isHar() const { return m_isHar; }

private:
    void hear(QByteArrayView name)
    {
        if (m_depth == 1)
            m_isInLog = name == "log";
        const HarNode node = harChild(HarNode::Log, name);
        if (m_depth == 2 && m_isInLog && node != HarNode::Other)
            m_isHar = true;
    }

    int m_depth = 0;
    bool m_isInLog = false;
    bool m_isHar = false;
};

} // namespace

bool looksLikeHar(QByteArrayView head)
{
    constexpr qsizetype enough = 4096;
    HeadListener listener;
    base::json::Tokenizer tokenizer(&listener, {});
    tokenizer.feed(head.first(qMin(enough, head.size())));
    return listener.isHar();
}

} // namespace capture
