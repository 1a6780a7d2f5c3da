// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/commandline.h"
#include "core/capture/lines.h"
#include "core/capture/scriptlexer.h"
#include "core/capture/scriptreader.h"
#include "core/capture/statements.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using Kind = ScriptToken::Kind;

constexpr std::array<QByteArrayView, 4> modules{"requests", "httpx", "aiohttp", "urllib"};
constexpr std::array<QByteArrayView, 8> methods{"get",    "post", "put",     "patch",
                                                "delete", "head", "options", "request"};

QByteArrayView firstPart(QByteArrayView name)
{
    return name.first(std::ranges::find(name, '.') - name.begin());
}

//! Statements in their order: what they set, and what they ask for.
class PythonReader final : public ScriptReader
{
public:
    PythonReader(const SourceText &text, Script script)
        : ScriptReader(text, std::move(script))
    {
    }
    QList<RequestDraft> read();

private:
    void readStatement(const ScriptRange &statement);
    void readAssignment(const Assignment &assignment);
    void readUpdate(qsizetype index);
    void readCall(qsizetype index, qsizetype start);
    void useArguments(ScriptRequest &request, qsizetype index);
    void useLooseHeaders();
    [[nodiscard]] bool isRequest(qsizetype index) const;
    void addFields(const QByteArray &target, qsizetype open);

    QHash<QByteArray, ScriptRange> m_headers; //!< Variables with "headers" in their names.
    QHash<QByteArray, Literal> m_hosts; //!< Of http.client's connections.
    QSet<QByteArray> m_sessions;
};

//! A method of a module or session, or a method called with a URL.
bool PythonReader::isRequest(qsizetype index) const
{
    const Script &script = m_values.script();
    const QByteArrayView name = script.name(index);
    if (!script.isMark(index + 1, '(') || !name.contains('.'))
        return false;
    if (name.endsWith("request.Request"))
        return true;
    const QByteArrayView root = firstPart(name);
    if (!isOneOf(methods, lastPart(name)))
        return false;
    const bool isUrl
        = script.is(index + 2, Kind::String) && script.literal(index + 2).bytes().contains("://");
    const QByteArray variable = root.toByteArray();
    return isUrl || isOneOf(modules, root) || m_sessions.contains(variable)
        || m_hosts.contains(variable);
}

void PythonReader::addFields(const QByteArray &target, qsizetype open)
{
    for (const ScriptEntry &entry : m_values.entries(open)) {
        if (entry.key >= 0)
            addField(target, entry);
    }
}

void PythonReader::readAssignment(const Assignment &assignment)
{
    const QByteArray &target = assignment.target;
    const ScriptRange &value = assignment.value;
    if (assignment.key >= 0) {
        return addField(target, {assignment.key, value});
    }
    const Script &script = m_values.script();
    const qsizetype open = m_values.objectIn(value);
    if (target.endsWith(".headers") && open >= 0)
        return addFields(target, open);
    if (isOneOf(std::array<QByteArrayView, 4>{"Session", "session", "Client", "AsyncClient"},
                lastPart(script.name(value.from))))
        m_sessions.insert(target);
    if (script.name(value.from).contains("http.client.HTTP"))
        m_hosts.insert(target, m_values.textOf({value.from + 2, value.from + 3}));
    if (!value.isEmpty() && target.toLower().contains("headers"))
        m_headers.insert(target, value);
    m_values.setVariable(target, value);
}

//! `session.headers.update({…})`.
void PythonReader::readUpdate(qsizetype index)
{
    const Script &script = m_values.script();
    const QByteArrayView name = script.name(index);
    const bool isUpdate = name.endsWith(".update") && script.isMark(index + 1, '(')
        && script.isMark(index + 2, '{');
    if (isUpdate)
        addFields(name.chopped(7).toByteArray(), index + 2);
}

void PythonReader::useArguments(ScriptRequest &request, qsizetype index)
{
    const QByteArrayView name = m_values.script().name(index);
    const bool isGeneral = lastPart(name) == "request";
    int place = isGeneral ? 0 : 1;
    // By place: method, url, and http.client's body and headers.
    using Use = void (ScriptRequest::*)(const ScriptRange &);
    constexpr std::array<Use, 4> places{&ScriptRequest::useMethod, &ScriptRequest::useUrl,
                                        &ScriptRequest::useBody, &ScriptRequest::useHeaders};
    for (const ScriptEntry &argument : m_values.entries(index + 1)) {
        if (argument.key < 0 && place < int(places.size()))
            (request.*places[size_t(place++)])(argument.value);
        if (argument.key < 0)
            continue;
        request.useOption(m_values.keyOf(argument).bytes(), argument.value);
        const QByteArray variable = m_values.variableIn(argument.value);
        if (m_values.script().name(argument.key) == "headers")
            request.draft().headers += added(variable);
    }
}

void PythonReader::readCall(qsizetype index, qsizetype start)
{
    const Script &script = m_values.script();
    ScriptRequest request(m_values);
    request.setObjectType(CarrierType::Form);
    RequestDraft &draft = request.draft();
    const QByteArray method = lastPart(script.name(index)).toByteArray();
    if (isOneOf(methods, method) && method != "request")
        draft.method = method.toUpper();
    const QByteArray root = firstPart(script.name(index)).toByteArray();
    draft.headers = added(root + ".headers");
    useArguments(request, index);
    if (const Literal host = m_hosts.value(root); host.size() > 0 && !draft.urls.isEmpty()) {
        draft.scheme = "https"_ba;
        Literal url = host;
        url.append(draft.urls.first());
        draft.urls.first() = url;
    }
    const qsizetype close = std::min(script.tokens[index + 1].partner, script.tokens.size() - 1);
    addDraft(draft, {start, close + 1});
}

void PythonReader::readStatement(const ScriptRange &statement)
{
    bool hasCall = false;
    for (qsizetype i = statement.from; i < statement.end; ++i) {
        if (!m_values.script().is(i, Kind::Name))
            continue;
        readUpdate(i);
        if (isRequest(i)) {
            readCall(i, statement.from);
            hasCall = true;
            i = std::max(i, m_values.script().tokens[i + 1].partner);
            continue;
        }
        // `with requests.Session() as s:`
        if (m_values.script().name(i) == "as" && i + 1 < statement.end)
            m_sessions.insert(m_values.script().name(i + 1).toByteArray());
    }
    const auto assignment = assignmentIn(m_values.script(), statement);
    if (assignment && !hasCall)
        readAssignment(*assignment);
}

//! Headers that no request of the capture takes were pasted alone.
void PythonReader::useLooseHeaders()
{
    for (auto it = m_headers.cbegin(); it != m_headers.cend(); ++it) {
        ScriptRequest request(m_values);
        request.useHeaders(it.value());
        request.draft().headers += added(it.key());
        if (!request.draft().headers.isEmpty())
            addDraft(request.draft(), it.value());
    }
    const auto startOf = [](const RequestDraft &draft) { return draft.span.start; };
    std::ranges::sort(m_drafts, {}, startOf);
}

QList<RequestDraft> PythonReader::read()
{
    for (const ScriptRange &statement : statementsOf(m_values.script()))
        readStatement(statement);
    if (m_drafts.isEmpty())
        useLooseHeaders();
    if (!m_drafts.isEmpty())
        m_drafts.last().rest += addedInVain();
    return m_drafts;
}

bool isImport(QByteArrayView line)
{
    if (!line.startsWith("import ") && !line.startsWith("from "))
        return false;
    constexpr std::array<QByteArrayView, 2> others{"http.client", "urllib.request"};
    const auto isNamed = [line](QByteArrayView name) { return indexOfWord(line, name) >= 0; };
    return std::ranges::any_of(modules, isNamed) || std::ranges::any_of(others, isNamed);
}

//! `client.get("https://…", headers=…)`, whatever the client is.
bool hasClientCall(QByteArrayView line)
{
    const qsizetype open = line.indexOf('(');
    const QByteArrayView before = line.first(open);
    const QByteArrayView argument = line.sliced(open + 1);
    const bool isUrl = argument.size() > 1 && argument.sliced(1).startsWith("http");
    return isUrl && before.contains('.') && isOneOf(methods, lastPart(before))
        && hasNamedArguments(argument);
}

//! `requests.get(` anywhere on the line.
bool hasCall(QByteArrayView line)
{
    if (!line.contains('('))
        return false;
    if (hasClientCall(line))
        return true;
    for (const QByteArrayView module : {modules[0], modules[1]}) {
        const qsizetype at = indexOfWord(line, module);
        if (at < 0 || !line.sliced(at + module.size()).startsWith('.'))
            continue;
        const QByteArrayView rest = line.sliced(at + module.size() + 1);
        const QByteArrayView name = rest.first(std::ranges::find(rest, '(') - rest.begin());
        const bool isMethod = isOneOf(methods, name) || name == "Session" || name == "Client";
        if (isMethod && name.size() < rest.size())
            return true;
    }
    return false;
}

enum class Setting : quint8 { None, Object, Text };

//! `headers = {`, `url = "…"`: what scripts set before they ask.
Setting settingOn(QByteArrayView line)
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"headers", "cookies", "params", "payload", "data", "json_data", "url", "base_url",
         "endpoint", "token", "access_token", "id_token", "api_token", "bearer", "jwt"});
    if (line.isEmpty() || line[0] < 'a' || line[0] > 'z')
        return Setting::None;
    const qsizetype equals = line.indexOf('=');
    if (equals < 0 || !isOneOf(names, line.first(equals).trimmed()))
        return Setting::None;
    const QByteArrayView value = line.sliced(equals + 1).trimmed();
    if (value.startsWith('{'))
        return Setting::Object;
    constexpr QByteArrayView quotes("'\"");
    const bool isText = !value.isEmpty()
        && (quotes.contains(value[0])
            || (value.size() > 1 && QByteArrayView("frb").contains(value[0])
                && quotes.contains(value[1])));
    return isText ? Setting::Text : Setting::None;
}

QByteArrayView statementOn(QByteArrayView line)
{
    return line.sliced(pythonPromptLength(line)).trimmed();
}

//! A setting of a text could be any language's: a call must not be far.
bool hasCallBehind(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 4096;
    const QByteArrayView near = text.sliced(from).first(std::min(farthest, text.size() - from));
    return near.contains("requests.") || near.contains("httpx.");
}

} // namespace

bool beginsPython(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = statementOn(lineHead(text, from));
    return isImport(line) || settingOn(line) != Setting::None || hasCall(line);
}

qsizetype readPython(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = statementOn(lineHead(text.bytes(), from));
    if (settingOn(line) == Setting::Text && !hasCallBehind(text.bytes(), from))
        return from;
    PythonReader reader(text, readStatements(text, from, Language::Python));
    const QList<RequestDraft> drafts = reader.read();
    return finishScript(text, from, reader.values(), drafts, collector);
}

} // namespace capture
