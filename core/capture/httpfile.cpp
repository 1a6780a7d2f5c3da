// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/lines.h"
#include "core/capture/messagehead.h"
#include "core/capture/requestdraft.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || c == '-' || c == '.' || c == '$';
}

bool isComment(QByteArrayView line)
{
    return line.startsWith('#') || line.startsWith("//");
}

bool isSeparator(QByteArrayView line)
{
    return line.startsWith("###");
}

//! `@name = value`, without blanks in the name.
bool isVariable(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    if (!line.startsWith('@') || equals < 2)
        return false;
    const QByteArrayView name = line.sliced(1, equals - 1).trimmed();
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isNameCharacter);
}

//! `METHOD target [HTTP/version]`: a target that is absolute or begins with a variable, for a path
//! alone is a message of HTTP.
bool beginsRequest(QByteArrayView line)
{
    const qsizetype blank = line.indexOf(' ');
    if (blank < 3 || blank > 8 || !std::all_of(line.begin(), line.begin() + blank, [](char c) {
            return c >= 'A' && c <= 'Z';
        }))
        return false;
    const QByteArrayView target = line.sliced(blank).trimmed();
    const bool isTarget
        = target.startsWith("http://") || target.startsWith("https://") || target.startsWith("{{");
    // A variable may have blanks in it, a URL has none: "GET https://… returns 401" is prose.
    const qsizetype end = target.lastIndexOf(' ');
    const QByteArrayView last = target.sliced(end + 1);
    const bool isAlone = end < 0 || last.startsWith("HTTP/")
        || target.indexOf("}}", target.lastIndexOf("{{")) > end;
    return isTarget && isAlone;
}

//! JetBrains' code before and after a request.
bool isScript(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return (text.startsWith('<') || text.startsWith('>')) && text.contains("{%");
}

//! A file of requests as editors send them: `###` between them, variables `@name = value`, used as
//! `{{name}}`.
class HttpFileReader
{
public:
    HttpFileReader(const SourceText &text, qsizetype from, Collector &collector)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_collector(collector)
        , m_at(from)
    {
    }
    qsizetype read();

private:
    [[nodiscard]] QByteArrayView line() const { return lineAt(m_bytes, m_at); }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_bytes.size(); }
    void skipLine() { m_at = nextLine(m_bytes, m_at); }
    //! Stands before something that is none of the file's.
    bool readPreamble();
    void readSettings();
    void readVariable();
    void readRequest();
    void readTarget(RequestDraft &draft);
    void readHeaders(RequestDraft &draft);
    void readBody(RequestDraft &draft);
    void skipScript();
    void scanComments();
    [[nodiscard]] Literal filled(const SourceText &text);
    [[nodiscard]] SourceText lineText() const { return m_text.sliced(m_at, line().size()); }

    const SourceText &m_text;
    QByteArrayView m_bytes;
    Collector &m_collector;
    qsizetype m_at;
    QList<qsizetype> m_comments; //!< Where their lines begin.
    QList<qsizetype> m_settings; //!< Of variables, likewise.
    QHash<QByteArray, Literal> m_variables;
    qsizetype m_budget = 4 * 1024 * 1024; //!< Bytes that variables may still put in.
};

//! Known variables put in; of the others each is a gap.
Literal HttpFileReader::filled(const SourceText &text)
{
    constexpr qsizetype longest = 256;
    Literal result;
    const QByteArrayView bytes = text.bytes();
    qsizetype start = 0;
    for (qsizetype open = bytes.indexOf("{{"); open >= 0; open = bytes.indexOf("{{", open + 2)) {
        const QByteArrayView near
            = bytes.sliced(open).first(std::min(longest, bytes.size() - open));
        const qsizetype close = near.indexOf("}}");
        if (open < start || close < 0)
            continue;
        const Literal value = m_variables.value(near.sliced(2, close - 2).trimmed().toByteArray());
        result.append(Literal{text.sliced(start, open - start), {}});
        start = open + close + 2;
        if (value.size() > 0 && value.size() <= m_budget) {
            m_budget -= value.size();
            result.append(value);
        } else {
            result.append(Literal{text.sliced(open, close + 2), {{0, close + 2}}});
        }
    }
    result.append(Literal{text.sliced(start), {}});
    return result;
}

//! Scripts too: lines that are sent to nobody.
void HttpFileReader::scanComments()
{
    for (const qsizetype at : std::exchange(m_comments, {}))
        m_collector.text(-1, Side::Unknown, m_text.sliced(at, nextLine(m_bytes, at) - at));
}

void HttpFileReader::readVariable()
{
    const Literal whole = filled(lineText());
    const qsizetype equals = whole.bytes().indexOf('=');
    const QByteArray name = whole.bytes().sliced(1, equals - 1).trimmed().toByteArray();
    m_variables.insert(name, whole.sliced(equals + 1).trimmed());
}

//! `< {% … %}` and `> {% … %}`.
void HttpFileReader::skipScript()
{
    constexpr qsizetype longest = 4096;
    const QByteArrayView near
        = m_bytes.sliced(m_at).first(std::min(longest, m_bytes.size() - m_at));
    m_at = nextLine(m_bytes, m_at + std::max(near.indexOf("%}"), qsizetype(0)));
}

//! False where something stands that is not of such a file.
bool HttpFileReader::readPreamble()
{
    // Text full of such lines must not be read again and again.
    constexpr qsizetype longest = 4096;
    constexpr int most = 32;
    const qsizetype from = m_at;
    for (int count = 0; !isAtEnd() && !beginsRequest(line()); ++count) {
        if (count >= most || m_at - from > longest)
            return false;
        if (isVariable(line())) {
            m_settings.append(m_at);
        } else if (isScript(line())) {
            m_comments.append(m_at);
            skipScript();
            continue;
        } else if (!line().trimmed().isEmpty() && !isComment(line())) {
            return false;
        } else {
            m_comments.append(m_at);
        }
        skipLine();
    }
    return !isAtEnd();
}

//! Only where a request follows, or the lines are another form's.
void HttpFileReader::readSettings()
{
    const qsizetype at = m_at;
    for (const qsizetype setting : std::exchange(m_settings, {})) {
        m_at = setting;
        readVariable();
    }
    m_at = at;
}

//! The target goes on over indented lines that begin with `?` or `&`.
void HttpFileReader::readTarget(RequestDraft &draft)
{
    const SourceText request = lineText();
    const qsizetype blank = request.bytes().indexOf(' ');
    draft.method = request.bytes().left(blank);
    SourceText target = request.sliced(blank).trimmed();
    const qsizetype version = target.bytes().lastIndexOf(" HTTP/");
    if (version > 0)
        target = target.sliced(0, version).trimmed();
    skipLine();
    while (!isAtEnd() && indentOf(line()) > 0
           && (line().trimmed().startsWith('?') || line().trimmed().startsWith('&'))) {
        target.append(lineText().trimmed());
        skipLine();
    }
    draft.urls.append(filled(target));
}

//! "Name: value"; the name may be a variable.
bool isHeader(QByteArrayView line)
{
    const QByteArrayView text = line.sliced(indentOf(line));
    return fieldColon(text) > 0 || (text.startsWith("{{") && text.contains("}}:"));
}

void HttpFileReader::readHeaders(RequestDraft &draft)
{
    for (; !isAtEnd() && !line().trimmed().isEmpty(); skipLine()) {
        if (isSeparator(line()) || (!isComment(line()) && !isHeader(line())))
            return;
        if (isComment(line()))
            m_comments.append(m_at);
        else
            draft.addHeaderLine(filled(lineText()));
    }
}

bool endsBody(QByteArrayView line)
{
    return isSeparator(line) || line.startsWith("HTTP/") || line.startsWith("> ")
        || line.startsWith("<> ");
}

//! Up to the next request; without a type there is none to be expected.
void HttpFileReader::readBody(RequestDraft &draft)
{
    const bool hasType = std::ranges::any_of(draft.headers, [](const RequestDraft::Field &field) {
        return field.name.bytes().compare("content-type", Qt::CaseInsensitive) == 0;
    });
    if (isAtEnd() || !line().trimmed().isEmpty() || !hasType)
        return;
    skipLine();
    const qsizetype from = m_at;
    while (!isAtEnd() && !endsBody(line()))
        skipLine();
    const bool isFile = from < m_at && m_bytes[from] == '<'; // named, not followed
    if (m_at > from && !isFile)
        draft.bodies.append(filled(m_text.sliced(from, m_at - from).trimmed()));
}

void HttpFileReader::readRequest()
{
    const qsizetype from = m_at;
    RequestDraft draft;
    readTarget(draft);
    readHeaders(draft);
    readBody(draft);
    draft.span = m_text.sliced(from, m_at - from).trimmed().span();
    collect(draft, m_collector);
}

qsizetype HttpFileReader::read()
{
    const qsizetype from = m_at;
    qsizetype end = from;
    while (readPreamble()) {
        readSettings();
        readRequest();
        scanComments();
        end = m_at;
        while (!isAtEnd() && (line().trimmed().isEmpty() || isScript(line())))
            isScript(line()) ? skipScript() : skipLine();
        if (isAtEnd() || !isSeparator(line()))
            break;
    }
    return end;
}

} // namespace

bool beginsHttpFile(QByteArrayView text, qsizetype from)
{
    // Every line of every text is asked: most of them begin with something else.
    const char first = from < text.size() ? text[from] : '\0';
    if (first != '#' && first != '@' && (first < 'A' || first > 'Z'))
        return false;
    const QByteArrayView line = lineHead(text, from);
    const bool isMessage = line.contains(" HTTP/") && !line.contains("{{");
    return isSeparator(line) || isVariable(line) || (beginsRequest(line) && !isMessage);
}

qsizetype readHttpFile(const SourceText &text, qsizetype from, Collector &collector)
{
    return HttpFileReader(text, from, collector).read();
}

} // namespace capture
