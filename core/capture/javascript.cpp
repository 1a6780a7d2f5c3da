// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/javascript.h"

#include "core/capture/callchain.h"
#include "core/capture/statements.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

using Kind = ScriptToken::Kind;

constexpr auto functions = std::to_array<RequestFunction>({
    {"fetch", "", 0, -1, 1},
    {"axios", "", 0, -1, 0},
    {"axios", "", 0, -1, 1},
    {"request", "", 0, -1, 0},
    {"request", "", 0, -1, 1},
    {"got", "", 0, -1, 1},
    {"ky", "", 0, -1, 1},
    {"axios.get", "GET", 0, -1, 1},
    {"axios.delete", "DELETE", 0, -1, 1},
    {"axios.head", "HEAD", 0, -1, 1},
    {"axios.options", "OPTIONS", 0, -1, 1},
    {"axios.post", "POST", 0, 1, 2},
    {"axios.put", "PUT", 0, 1, 2},
    {"axios.patch", "PATCH", 0, 1, 2},
    {"ajax", "", -1, -1, 0},
});

constexpr auto methods = std::to_array<QByteArrayView>(
    {"get", "post", "put", "patch", "delete", "del", "head", "options"});
//! Those that are called with a body behind the URL.
constexpr auto methodsWithBody = std::to_array<QByteArrayView>({"post", "put", "patch"});
constexpr auto clientMakers
    = std::to_array<QByteArrayView>({"axios.create", "ky.create", "ky.extend", "got.extend"});

//! `window.fetch` and `$.ajax` are the same functions.
bool isFunction(QByteArrayView name, const RequestFunction &function)
{
    return name.endsWith(function.name)
        && (name.size() == function.name.size()
            || name[name.size() - function.name.size() - 1] == '.');
}

struct Collection
{
    QByteArrayView name;
    CarrierType type;
};
constexpr auto collections = std::to_array<Collection>({
    {"FormData", CarrierType::Multipart},
    {"URLSearchParams", CarrierType::Form},
    {"Headers", CarrierType::Header},
});

//! "headers" of "headers.append", where the name ends so.
QByteArray ownerOf(QByteArrayView name, QByteArrayView member)
{
    const bool isMember = name.size() > member.size() + 1 && name.endsWith(member)
        && name[name.size() - member.size() - 1] == '.';
    return isMember ? name.chopped(member.size() + 1).toByteArray() : QByteArray();
}

//! `fetch(a, b)` tells of a request, but not of which.
bool isTold(const RequestDraft &draft)
{
    const bool hasUrl = !draft.urls.isEmpty()
        && (draft.urls[0].gaps.isEmpty() || draft.urls[0].gaps[0].length < draft.urls[0].size());
    return hasUrl || !draft.headers.isEmpty() || !draft.bodies.isEmpty()
        || !draft.parameters.isEmpty();
}

} // namespace

std::span<const RequestFunction> requestFunctions()
{
    return functions;
}

bool isMethodName(QByteArrayView name)
{
    return name.contains('.') && isOneOf(methods, lastPart(name));
}

bool JavaScriptReader::beginsStatement(qsizetype index) const
{
    const Script &script = m_values.script();
    return index == 0 || script.is(index - 1, Kind::LineBreak) || script.isMark(index - 1, ';')
        || script.isMark(index - 1, '{') || script.isMark(index - 1, '}');
}

//! To the end of the statement; a "+" at the end of a line goes on.
ScriptRange JavaScriptReader::valueAt(qsizetype from) const
{
    const Script &script = m_values.script();
    qsizetype end = from;
    for (; end < script.tokens.size() && !script.isMark(end, ';') && !script.isMark(end, '}');
         ++end) {
        if (script.is(end, Kind::LineBreak) && !script.isMark(end - 1, '+'))
            break;
        end = std::max(end, script.tokens[end].partner);
    }
    return {from, std::min(end, script.tokens.size())};
}

void JavaScriptReader::set(const QByteArray &target, const ScriptRange &value)
{
    const Script &script = m_values.script();
    const qsizetype dot = target.lastIndexOf('.');
    if (dot > 0) {
        m_properties[target.first(dot)].append({target.sliced(dot + 1), value});
        return;
    }
    const auto *const row = std::ranges::find_if(collections, [&](const Collection &collection) {
        return script.name(value.from) == "new" && script.name(value.from + 1) == collection.name;
    });
    if (row != collections.end())
        m_collections.insert(target, row->type);
    if (isOneOf(clientMakers, script.name(value.from)) && script.isMark(value.from + 1, '('))
        m_clients.insert(target, {value.from + 2, script.tokens[value.from + 1].partner});
    m_values.setVariable(target, value);
}

//! `const a = …`, `a = …`, `a.b = …`, `a["b"] = …`.
bool JavaScriptReader::readSetting(qsizetype index)
{
    const Script &script = m_values.script();
    const QByteArrayView word = script.name(index);
    const bool isDeclared = word == "const" || word == "let" || word == "var";
    if (!isDeclared && !beginsStatement(index))
        return false;
    const qsizetype at = isDeclared ? index + 1 : index;
    const ScriptRange rest = valueAt(at);
    const auto assignment = assignmentIn(script, rest);
    if (!assignment || script.isMark(assignment->value.from, '>'))
        return false;
    if (assignment->key >= 0)
        addField(assignment->target, {assignment->key, assignment->value});
    else
        set(assignment->target, assignment->value);
    return true;
}

//! `headers.append("name", value)`, and what other collections call it.
void JavaScriptReader::readAddition(qsizetype index)
{
    constexpr std::array<QByteArrayView, 3> members{"append", "set", "setRequestHeader"};
    const Script &script = m_values.script();
    for (const QByteArrayView member : members) {
        const QByteArray owner = ownerOf(script.name(index), member);
        if (owner.isEmpty() || !script.isMark(index + 1, '('))
            continue;
        const QList<ScriptEntry> arguments = m_values.entries(index + 1);
        if (arguments.size() >= 2 && script.is(arguments[0].value.from, Kind::String))
            addField(owner, {arguments[0].value.from, arguments[1].value});
    }
}

//! `xhr.open("POST", url)` … `xhr.send(body)`.
void JavaScriptReader::readXhr(qsizetype index)
{
    const Script &script = m_values.script();
    if (!script.isMark(index + 1, '('))
        return;
    const QList<ScriptEntry> arguments = m_values.entries(index + 1);
    const QByteArray opened = ownerOf(script.name(index), "open");
    const bool isOpened = !opened.isEmpty() && arguments.size() >= 2;
    if (isOpened && script.is(arguments[0].value.from, Kind::String)) {
        ScriptRequest request(m_values);
        request.useMethod(arguments[0].value);
        request.useUrl(arguments[1].value);
        m_xhrs.insert(opened, {std::move(request), index});
    }
    const QByteArray sent = ownerOf(script.name(index), "send");
    const auto xhr = m_xhrs.find(sent);
    if (sent.isEmpty() || xhr == m_xhrs.end())
        return;
    ScriptRequest request = std::move(xhr->request);
    const qsizetype from = xhr->index;
    m_xhrs.erase(xhr);
    request.draft().headers = added(sent);
    if (!arguments.isEmpty())
        useOption(request, "body", arguments[0].value);
    addCall(request, from, index + 1);
}

void JavaScriptReader::useOption(ScriptRequest &request, QByteArrayView name,
                                 const ScriptRange &value)
{
    const QByteArray variable = m_values.variableIn(value);
    const auto collection = m_collections.constFind(variable);
    if (collection == m_collections.cend() || *collection == CarrierType::Header)
        request.useOption(name, value);
    for (const RequestDraft::Field &field : added(variable)) {
        if (name == "headers")
            request.draft().headers.append(field);
        else if (name == "params")
            request.draft().addParameter(CarrierType::Query, field.name, field.value);
        else if (collection != m_collections.cend())
            request.draft().addParameter(*collection, field.name, field.value);
    }
}

void JavaScriptReader::useOptions(ScriptRequest &request, const ScriptRange &value)
{
    const qsizetype open = m_values.objectIn(value);
    if (open < 0)
        return;
    for (const ScriptEntry &entry : m_values.entries(open)) {
        if (entry.key >= 0)
            useOption(request, m_values.keyOf(entry).bytes(), entry.value);
        else // `{headers}`
            useOption(request, m_values.variableIn(entry.value), entry.value);
    }
    const Entries properties = m_properties.value(m_values.variableIn(value));
    for (const auto &[name, range] : properties)
        useOption(request, name, range);
}

//! An object with members that are options of a request, and no body.
bool JavaScriptReader::isOptions(const ScriptRange &value)
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"headers", "json", "form", "body", "data", "params", "searchParams", "auth", "cookies"});
    const qsizetype open = m_values.objectIn(value);
    const auto entries = open < 0 ? QList<ScriptEntry>() : m_values.entries(open);
    return std::ranges::any_of(entries, [&](const ScriptEntry &entry) {
        const Script &script = m_values.script();
        const QByteArrayView name = script.is(entry.key, Kind::String)
            ? script.literal(entry.key).bytes()
            : script.name(entry.key < 0 ? entry.value.from : entry.key);
        return isOneOf(names, name);
    });
}

//! Behind the URL: options, or the body in front of them.
void JavaScriptReader::useArgument(ScriptRequest &request, const ScriptEntry &argument,
                                   bool mayBeBody)
{
    if (argument.key >= 0)
        useOption(request, m_values.keyOf(argument).bytes(), argument.value);
    else if (mayBeBody && !isOptions(argument.value))
        useOption(request, "body", argument.value);
    else
        useOptions(request, argument.value);
}

//! `axios.defaults.headers.common["Authorization"] = …`.
void JavaScriptReader::useDefaults(ScriptRequest &request, const QByteArray &client)
{
    const QByteArray common = client + ".defaults.headers.common";
    request.draft().headers += added(common);
    for (const auto &[name, value] : m_properties.value(common)) {
        const Script &script = m_values.script();
        const ScriptToken &last = script.tokens[std::max(value.from - 2, qsizetype(0))];
        RequestDraft::Field field;
        field.name.text = m_text->sliced(last.end - name.size(), name.size());
        field.value = m_values.textOf(value);
        request.draft().headers.append(field);
    }
}

//! `client.post("https://…", body, options)`, whatever the client is; a path, where it was made
//! with a base.
bool JavaScriptReader::readMethodCall(qsizetype index)
{
    const QByteArrayView name = m_values.script().name(index);
    if (!isMethodName(name))
        return false;
    const QByteArray client = name.first(name.lastIndexOf('.')).toByteArray();
    const QByteArrayView method = lastPart(name);
    const QList<ScriptEntry> arguments = m_values.entries(index + 1);
    const auto made = m_clients.constFind(client);
    const bool isUrl = !arguments.isEmpty() && arguments[0].key < 0
        && m_values.textOf(arguments[0].value).bytes().startsWith("http");
    if (arguments.isEmpty() || (!isUrl && made == m_clients.cend()))
        return false;
    ScriptRequest request(m_values);
    request.draft().method
        = method == "del" ? QByteArray("DELETE") : method.toByteArray().toUpper();
    if (made != m_clients.cend())
        useOptions(request, *made);
    useDefaults(request, client);
    request.useUrl(arguments[0].value);
    for (qsizetype i = 1; i < arguments.size(); ++i)
        useArgument(request, arguments[i], i == 1 && isOneOf(methodsWithBody, method));
    addCall(request, index, index + 1);
    return true;
}

//! `request("GET", url)` is a call of another language.
bool JavaScriptReader::isMethodWord(const ScriptRange &value) const
{
    const Script &script = m_values.script();
    return value.end == value.from + 1 && script.is(value.from, Kind::String)
        && isOneOf(methods, script.literal(value.from).bytes().toByteArray().toLower());
}

void JavaScriptReader::readCall(qsizetype index)
{
    if (readMethodCall(index))
        return;
    const Script &script = m_values.script();
    const QByteArrayView name = script.name(index);
    ScriptRequest request(m_values);
    const QList<ScriptEntry> arguments = m_values.entries(index + 1);
    const auto argument = [&](int place) {
        return place >= 0 && place < arguments.size() ? arguments[place].value : ScriptRange();
    };
    bool isCall = false;
    for (const RequestFunction &function : functions) {
        if (!isFunction(name, function) || isMethodWord(argument(0)))
            continue;
        isCall = true;
        useDefaults(request, name.first(std::ranges::find(name, '.') - name.begin()).toByteArray());
        const bool hasUrl = function.url >= 0 && m_values.objectIn(argument(function.url)) < 0;
        if (hasUrl && request.draft().urls.isEmpty())
            request.useUrl(argument(function.url));
        if (function.body >= 0)
            useOption(request, "body", argument(function.body));
        if (!function.method
                 .empty()) // options name their own, and two rows may stand for a function
            request.draft().method = function.method.toByteArray();
        if (function.name == "ajax")
            request.setObjectType(CarrierType::Form);
        useOptions(request, argument(function.options));
    }
    if (isCall)
        addCall(request, index, index + 1);
}

//! The request that the call asks for whose bracket is at `open`, and the calls behind it.
void JavaScriptReader::addCall(ScriptRequest &request, qsizetype from, qsizetype open)
{
    const auto &tokens = m_values.script().tokens;
    const qsizetype close = useChain(request, m_values, tokens[open].partner);
    if (isTold(request.draft()))
        addDraft(request.draft(), {from, std::min(close + 1, tokens.size())});
}

QList<RequestDraft> JavaScriptReader::read()
{
    const Script &script = m_values.script();
    for (qsizetype i = 0; i < script.tokens.size(); ++i) {
        if (!script.is(i, Kind::Name) || readSetting(i) || !script.isMark(i + 1, '('))
            continue;
        readAddition(i);
        readXhr(i);
        readCall(i);
    }
    if (!m_drafts.isEmpty())
        m_drafts.last().rest += addedInVain();
    return std::move(m_drafts);
}

} // namespace capture
