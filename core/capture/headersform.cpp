// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/panelfacts.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

bool isSame(QByteArrayView text, QLatin1StringView other)
{
    return text.size() == other.size()
        && QLatin1StringView(text).compare(other, Qt::CaseInsensitive) == 0;
}

//! What the General part of developer tools tells, which are no fields.
enum class Fact : quint8 { Url, Method, Status, Other };

struct FactName
{
    QLatin1StringView name;
    Fact fact;
};
// Chrome, Edge, Safari, Firefox.
constexpr auto factNames = std::to_array<FactName>({
    {"Request URL"_L1, Fact::Url},
    {"Request Method"_L1, Fact::Method},
    {"Status Code"_L1, Fact::Status},
    {"Remote Address"_L1, Fact::Other},
    {"Referrer Policy"_L1, Fact::Other},
    {"URL"_L1, Fact::Url},
    {"Status"_L1, Fact::Status},
    {"Source"_L1, Fact::Other},
    {"Address"_L1, Fact::Other},
    {"Initiator"_L1, Fact::Other},
});

const FactName *findFact(QByteArrayView name)
{
    const auto row = std::ranges::find_if(
        factNames, [name](const FactName &known) { return isSame(name, known.name); });
    return row == factNames.end() ? nullptr : &*row;
}

//! The titles between the parts. Firefox puts a size behind: "Response Headers (1.2 kB)".
bool isTitle(QByteArrayView line, QLatin1StringView title)
{
    const bool begins = line.size() >= title.size() && isSame(line.first(title.size()), title);
    if (!begins)
        return false;
    const QByteArrayView rest = line.sliced(title.size()).trimmed();
    return rest.isEmpty() || rest == ":" || rest.startsWith('(');
}

//! The name on a line of its own, as newer developer tools copy it, with or without a colon.
QByteArrayView nameAlone(QByteArrayView line)
{
    const QByteArrayView name = line.trimmed();
    return name.size() > 1 && name.endsWith(':') ? name.chopped(1) : name;
}

//! Whether a line alone can be the first of a block in two lines each.
bool isFirstNameAlone(QByteArrayView line)
{
    const QByteArrayView name = nameAlone(line);
    return isTellingName(name) || (findFact(name) && name.contains(' '));
}

//! Safari's, and Safari's parts, of which each is a word that stands in many texts.
bool isSummary(QByteArrayView line)
{
    return isSame(line.trimmed(), "Summary"_L1);
}

bool isPart(QByteArrayView line)
{
    return isSame(line.trimmed(), "Request"_L1) || isSame(line.trimmed(), "Response"_L1);
}

bool isAnyTitle(QByteArrayView line)
{
    return isSummary(line) || isTitle(line, "General"_L1) || isTitle(line, "Request Headers"_L1)
        || isTitle(line, "Response Headers"_L1);
}

//! What the first lines of a block hold, to tell it from other lines with colons. Names only, and
//! not many lines: the answer "no" must be cheap, for it can be given at every line of a text.
struct Glance
{
    qsizetype lines = 0;
    qsizetype telling = 0;
    bool isSummary = false;
    bool hasUrl = false;
    bool hasCredential = false;

    //! One line alone must hold a credential, or it is any line with a colon.
    [[nodiscard]] bool isConvincing() const
    {
        return hasCredential || (lines > 1 && (telling > 0 || hasUrl));
    }
};

//! Takes one line into account; how many lines it stands for, 0 at the end of the block.
int glanceAt(QByteArrayView line, Glance &glance)
{
    const QByteArrayView text = line.sliced(indentOf(line));
    if (isAnyTitle(text)) {
        glance.isSummary = glance.isSummary || isSummary(text);
        return 1;
    }
    if (isFirstNameAlone(text)) {
        ++glance.lines;
        glance.telling += isTellingName(nameAlone(text)) && !text.endsWith("ookie") ? 1 : 0;
        glance.hasUrl = glance.hasUrl || isSame(nameAlone(text), "Request URL"_L1);
        return 2;
    }
    const qsizetype colon = text.indexOf(':', 1);
    const QByteArrayView name = colon < 0 ? QByteArrayView() : text.first(colon).trimmed();
    const bool isField = fieldColon(text) > 0;
    if (!isField && !findFact(name) && !line.startsWith(' ') && !line.startsWith('\t'))
        return 0;
    ++glance.lines;
    glance.telling += isTellingName(name) && !name.endsWith("ookie") ? 1 : 0;
    glance.hasUrl = glance.hasUrl || isSame(name, "Request URL"_L1)
        || (glance.isSummary && isSame(name, "URL"_L1));
    // "Cookie: a small cake" is no cookie.
    const bool isCookie = name.endsWith("ookie") && !text.contains('=');
    glance.hasCredential = glance.hasCredential || (isCredentialName(name) && !isCookie);
    return 1;
}

bool isBlock(QByteArrayView text, qsizetype from)
{
    constexpr int mostLines = 8;
    constexpr qsizetype mostBytes = 16 * 1024;
    const QByteArrayView near = text.first(std::min(text.size(), from + mostBytes));
    Glance glance;
    for (int line = 0; line < mostLines && from < near.size() && !glance.isConvincing(); ++line) {
        int lines = glanceAt(lineHead(near, from), glance);
        if (lines == 0)
            break;
        for (; lines > 0 && from < near.size(); --lines)
            from = nextLine(near, from);
    }
    return glance.isConvincing();
}

//! A value as the literal of a program, of which objects of headers are often printed:
//! "'Bearer …',". The last one has no comma, so `isInObject` says that a brace was opened in front.
SourceText literalOf(const SourceText &value, bool isInObject)
{
    const SourceText text = value.trimmed();
    const QByteArrayView bytes = text.bytes();
    const bool hasComma = bytes.endsWith(',');
    const qsizetype size = bytes.size() - (hasComma ? 1 : 0);
    const bool isQuoted = size >= 2 && (bytes[0] == '\'' || bytes[0] == '"' || bytes[0] == '`')
        && bytes[size - 1] == bytes[0];
    return isQuoted && (hasComma || isInObject) ? text.sliced(1, size - 2) : value;
}

//! Whether the line in front opens an object: with a brace or, as in YAML, with a colon and lines
//! that are indented behind it.
bool isInObject(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype longestGap = 64;
    const qsizetype begin = std::max(from - longestGap, qsizetype(0));
    const QByteArrayView before = text.sliced(begin, from - begin).trimmed();
    return before.endsWith('{') || (before.endsWith(':') && indentOf(lineHead(text, from)) > 0);
}

class BlockReader
{
public:
    BlockReader(const SourceText &text, qsizetype from)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_start(from)
        , m_at(from)
        , m_isInObject(isInObject(m_bytes, from))
    {
    }

    void read();
    //! Goes on behind what stands in front of the fields.
    void setFacts(const PanelFacts &facts);
    [[nodiscard]] qsizetype end() const { return m_at; }
    void collect(Collector &collector) const;

private:
    bool readTitle();
    bool readOneLine();
    bool readTwoLines();
    bool readEmpty();
    bool readFirstLine();
    [[nodiscard]] bool goesOnAt(qsizetype at) const;
    void take(const SourceText &name, const SourceText &value);
    bool takeFact(const SourceText &name, const SourceText &value);

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_start;
    qsizetype m_at;
    bool m_isInObject;
    Side m_side = Side::Unknown;
    bool m_isTwoLined = false;
    bool m_isPanel = false; //!< Of any language; its titles are told by what is behind them.
    SourceText m_url;
    QByteArray m_method;
    int m_status = 0;
    qsizetype m_facts = 0;
    QList<NamedText> m_request;
    QList<NamedText> m_response;
};

void BlockReader::setFacts(const PanelFacts &facts)
{
    m_url = facts.url;
    m_method = facts.method;
    m_status = facts.status;
    m_facts = 1;
    m_at = facts.end;
    m_isPanel = true;
    m_isTwoLined = lineHead(m_bytes, m_at).trimmed().indexOf(':', 1) < 0; // a name alone
}

bool BlockReader::readTitle()
{
    const QByteArrayView line = lineHead(m_bytes, m_at).trimmed();
    const bool isSafariPart = m_facts > 0 && isPart(line);
    const bool isResponse
        = isTitle(line, "Response Headers"_L1) || (isSafariPart && isSame(line, "Response"_L1));
    const bool isRequest
        = isTitle(line, "Request Headers"_L1) || (isSafariPart && isSame(line, "Request"_L1));
    const bool isRemark = isTitle(line, "General"_L1) || isTitle(line, "Learn more"_L1)
        || isTitle(line, "View source"_L1) || isTitle(line, "Raw"_L1)
        || line.startsWith("Provisional headers are shown");
    if (isResponse || isRequest)
        m_side = isResponse ? Side::Response : Side::Request;
    const bool isFirst = m_at == m_start && (isTitle(line, "General"_L1) || isSummary(line));
    const bool isOther = m_isPanel && isPanelTitle(m_bytes, m_at);
    if (!isResponse && !isRequest && !isFirst && !isOther && !(isRemark && m_at > m_start))
        return false;
    m_at = nextLine(m_bytes, m_at);
    return true;
}

bool BlockReader::takeFact(const SourceText &name, const SourceText &value)
{
    const FactName *fact = findFact(name.bytes());
    if (!fact)
        return false;
    ++m_facts;
    const SourceText trimmed = value.trimmed();
    if (fact->fact == Fact::Url)
        m_url = trimmed;
    else if (fact->fact == Fact::Method)
        m_method = trimmed.bytes().left(20);
    else if (fact->fact == Fact::Status)
        m_status = trimmed.bytes().left(3).toInt();
    return true;
}

//! To the side that its name belongs to, else to the one that the lines before were on; what comes
//! behind a status is the response.
void BlockReader::take(const SourceText &name, const SourceText &value)
{
    if (takeFact(name, value))
        return;
    const Side own = sideOf(name.bytes());
    if (own != Side::Unknown)
        m_side = own;
    else if (m_side == Side::Unknown)
        m_side = m_status > 0 ? Side::Response : Side::Request;
    (m_side == Side::Response ? m_response : m_request)
        .append({name, literalOf(value, m_isInObject)});
}

//! A run of "name: value" lines; "Request URL: …" has a blank in its name.
bool BlockReader::readOneLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype colon = line.indexOf(':');
    const qsizetype indent = indentOf(line);
    if (colon > indent && findFact(line.sliced(indent, colon - indent))) {
        take(m_text.sliced(m_at + indent, colon - indent),
             m_text.sliced(m_at + colon + 1, line.size() - colon - 1));
        m_at = nextLine(m_bytes, m_at);
        return true;
    }
    const MessageHead head = readHead(m_text, m_at, indent);
    const bool isPairs
        = !head.fields.isEmpty() && head.fields.first().value.isEmpty() && isFirstNameAlone(line);
    if (head.fields.isEmpty() || isPairs)
        return false;
    for (const NamedText &field : head.fields)
        take(field.name, field.value);
    m_at = head.end;
    return !head.hasEnd || (m_facts > 0 && goesOnAt(m_at));
}

//! Behind an empty line.
bool BlockReader::goesOnAt(qsizetype at) const
{
    return at < m_bytes.size()
        && (beginsHeaders(m_bytes, at) || isPart(lineHead(m_bytes, at))
            || (m_isPanel && isPanelTitle(m_bytes, at))
            || lineHead(m_bytes, at).trimmed().isEmpty());
}

//! "GET /me HTTP/1.1" in front of the fields of a part.
bool BlockReader::readFirstLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const bool isPart = m_facts > 0 && (m_isPanel || m_side != Side::Unknown);
    if (!isPart || (!isRequestLine(line) && !isStatusLine(line)))
        return false;
    m_side = isRequestLine(line) ? Side::Request : Side::Response;
    if (m_side == Side::Request && m_method.isEmpty())
        m_method = line.first(line.indexOf(' ')).toByteArray();
    if (m_side == Side::Response && m_status == 0)
        m_status = statusOf(line);
    m_at = nextLine(m_bytes, m_at);
    return true;
}

bool BlockReader::readTwoLines()
{
    const QByteArrayView line = lineHead(m_bytes, m_at);
    const QByteArrayView name = nameAlone(line);
    const bool isFirst = isFirstNameAlone(line);
    const bool isName
        = isFirst || (m_isTwoLined && fieldColon(name.toByteArray() + ':') == name.size());
    const qsizetype valueAt = nextLine(m_bytes, m_at);
    if (!isName || valueAt >= m_bytes.size())
        return false;
    const QByteArrayView value = lineAt(m_bytes, valueAt);
    if (!m_isTwoLined && value.trimmed().isEmpty())
        return false;
    m_isTwoLined = true;
    const qsizetype indent = indentOf(line);
    take(m_text.sliced(m_at + indent, name.size()), m_text.sliced(valueAt, value.size()).trimmed());
    m_at = nextLine(m_bytes, valueAt);
    return true;
}

//! Developer tools put empty lines between their parts.
bool BlockReader::readEmpty()
{
    constexpr int mostLines = 3;
    qsizetype next = m_at;
    for (int line = 0;
         line < mostLines && next < m_bytes.size() && lineHead(m_bytes, next).trimmed().isEmpty();
         ++line)
        next = nextLine(m_bytes, next);
    if (const qsizetype part = m_isPanel ? panelPartBehind(m_bytes, m_at) : -1; part > 0) {
        m_at = part;
        return true;
    }
    if (m_facts == 0 || next == m_at || !goesOnAt(next)
        || lineHead(m_bytes, next).trimmed().isEmpty())
        return false;
    m_at = next;
    return true;
}

void BlockReader::read()
{
    while (m_at < m_bytes.size()
           && (readTitle() || readFirstLine() || readTwoLines() || readOneLine() || readEmpty())) {
    }
}

void BlockReader::collect(Collector &collector) const
{
    const bool isRequest = m_request.size() + m_response.size() + m_facts > 1;
    const qsizetype index
        = isRequest ? collector.beginRequest(m_text.span(m_start, m_at - m_start)) : -1;
    if (Request *request = collector.request(index)) {
        request->method = m_method;
        request->status = m_status;
    }
    if (!m_url.isEmpty())
        collector.url(index, m_url);
    collectFields(collector, index, Side::Request, m_request);
    collectFields(collector, index, Side::Response, m_response);
}

} // namespace

bool beginsHeaders(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const QByteArrayView line = head.sliced(indentOf(head));
    if (line.size() < 2)
        return false;
    if (isAnyTitle(line) || isFirstNameAlone(line))
        return true;
    const qsizetype colon = fieldColon(line);
    if (colon > 0)
        return isTellingName(line.first(colon).trimmed())
            || sideOf(line.first(colon).trimmed()) != Side::Unknown;
    const qsizetype any = line.indexOf(':');
    return any > 0 && findFact(line.first(any)) && line.first(any).contains(' ');
}

bool beginsPanel(QByteArrayView text, qsizetype from)
{
    return beginsPanelFacts(text, from);
}

qsizetype readPanel(const SourceText &text, qsizetype from, Collector &collector)
{
    const PanelFacts facts = readPanelFacts(text, from);
    if (facts.end == from)
        return from;
    BlockReader reader(text, from);
    reader.setFacts(facts);
    reader.read();
    if (reader.end() == facts.end)
        return from;
    reader.collect(collector);
    return reader.end();
}

qsizetype readHeaders(const SourceText &text, qsizetype from, Collector &collector)
{
    if (!isBlock(text.bytes(), from))
        return from;
    BlockReader reader(text, from);
    reader.read();
    if (reader.end() == from)
        return from;
    reader.collect(collector);
    return reader.end();
}

} // namespace capture
