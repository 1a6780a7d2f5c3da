// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/commandline.h"
#include "core/capture/lines.h"
#include "core/capture/scriptreader.h"
#include "core/capture/statements.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using Kind = ScriptToken::Kind;

constexpr std::array<QByteArrayView, 4> commands{"Invoke-WebRequest", "Invoke-RestMethod", "iwr",
                                                 "irm"};

bool isCommand(QByteArrayView name)
{
    return std::ranges::any_of(commands, [name](QByteArrayView command) {
        return name.compare(command, Qt::CaseInsensitive) == 0;
    });
}

class PowerShellScript final : public ScriptReader
{
public:
    PowerShellScript(const SourceText &text, Script script)
        : ScriptReader(text, std::move(script))
    {
    }
    QList<RequestDraft> read();

private:
    void readStatement(const ScriptRange &statement);
    bool readAddition(const ScriptRange &statement);
    void readCommand(qsizetype index);
    void useTable(ScriptRequest &request, qsizetype name);
    [[nodiscard]] bool isCall(qsizetype index) const;
    void useParameter(ScriptRequest &request, QByteArrayView name, const ScriptRange &value);
    [[nodiscard]] qsizetype commandEnd(qsizetype index) const;
    [[nodiscard]] qsizetype valueEnd(qsizetype index, qsizetype end) const;
};

//! "$session" of "$session.Cookies.Add"; names have no case.
QByteArray variableOf(QByteArrayView name)
{
    const QByteArrayView first = name.first(std::ranges::find(name, '.') - name.begin());
    return (first.startsWith('$') ? first.sliced(1) : first).toByteArray().toLower();
}

//! `$headers.Add("name", "value")`, `$headers["name"] = "value"`, and as browsers copy cookies:
//! `$session.Cookies.Add((New-Object System.Net.Cookie("name", "value", "/", "host")))`.
bool PowerShellScript::readAddition(const ScriptRange &statement)
{
    const Script &script = m_values.script();
    const QByteArrayView name = script.name(statement.from);
    const auto assignment = assignmentIn(script, statement);
    if (assignment && assignment->key >= 0) {
        addField(variableOf(name), {assignment->key, assignment->value});
        return true;
    }
    if (!name.startsWith('$') || !name.toByteArray().toLower().endsWith(".add"))
        return false;
    for (qsizetype i = statement.from; i + 2 < statement.end; ++i) {
        if (!script.is(i, Kind::String) || !script.isMark(i + 1, ','))
            continue;
        qsizetype end = i + 3;
        while (end < statement.end && !script.isMark(end, ',') && !script.isMark(end, ')'))
            ++end;
        addField(variableOf(name), {i, {i + 2, end}});
        return true;
    }
    return false;
}

//! Where the command's words end: at the line's end, a pipe, or the bracket around it.
qsizetype PowerShellScript::commandEnd(qsizetype index) const
{
    const Script &script = m_values.script();
    qsizetype i = index + 1;
    for (; i < script.tokens.size() && !script.is(i, Kind::LineBreak); ++i) {
        const bool isEnd = script.isMark(i, ';') || script.isMark(i, '|') || script.isMark(i, ')')
            || script.isMark(i, '}');
        if (isEnd)
            break;
        i = std::max(i, script.tokens[i].partner);
    }
    return std::min(i, script.tokens.size());
}

//! A value goes on to the next parameter.
qsizetype PowerShellScript::valueEnd(qsizetype index, qsizetype end) const
{
    const Script &script = m_values.script();
    while (index < end && !script.name(index).startsWith('-'))
        index = std::max(index, script.tokens[index].partner) + 1;
    return std::min(index, end);
}

void PowerShellScript::useParameter(ScriptRequest &request, QByteArrayView name,
                                    const ScriptRange &value)
{
    const QByteArray plain = name.toByteArray().toLower();
    const QByteArray variable = m_values.variableIn(value);
    request.useOption(plain, value);
    if (plain == "headers")
        request.draft().headers += added(variable);
    if (plain != "websession")
        return;
    for (const RequestDraft::Field &cookie : added(variable))
        request.draft().addParameter(CarrierType::Cookie, cookie.name, cookie.value);
}

//! "Invoke-RestMethod : The remote server returned an error" is what PowerShell says of a refusal.
bool PowerShellScript::isCall(qsizetype index) const
{
    const Script &script = m_values.script();
    if (!script.is(index, Kind::Name) || !isCommand(script.name(index)))
        return false;
    const QByteArrayView word = script.name(index + 1);
    return script.is(index + 1, Kind::String) || script.isMark(index + 1, '(')
        || script.isMark(index + 1, '@') || word.startsWith('-') || word.startsWith('$')
        || looksLikeUrl(word);
}

//! `@params`: the parameters of the command as members of a table.
void PowerShellScript::useTable(ScriptRequest &request, qsizetype name)
{
    const qsizetype open = m_values.objectIn({name, name + 1});
    for (const ScriptEntry &entry : open < 0 ? QList<ScriptEntry>() : m_values.entries(open)) {
        if (entry.key >= 0)
            useParameter(request, m_values.keyOf(entry).bytes(), entry.value);
    }
}

void PowerShellScript::readCommand(qsizetype index)
{
    const Script &script = m_values.script();
    const qsizetype end = commandEnd(index);
    ScriptRequest request(m_values);
    request.setObjectType(CarrierType::Form);
    for (qsizetype i = index + 1; i < end;) {
        QByteArrayView name = script.name(i);
        if (script.isMark(i, '@') && script.is(i + 1, Kind::Name)) {
            useTable(request, i + 1);
            i += 2;
            continue;
        }
        const bool isParameter = name.startsWith('-');
        const qsizetype from = isParameter ? i + 1 : i;
        const qsizetype to = std::max(valueEnd(from, end), from + (isParameter ? 0 : 1));
        if (isParameter && name.endsWith(':'))
            name.chop(1);
        if (isParameter)
            useParameter(request, name.sliced(1), {from, to});
        else if (request.draft().urls.isEmpty())
            request.useUrl({from, to});
        i = to;
    }
    addDraft(request.draft(), {index, end});
}

void PowerShellScript::readStatement(const ScriptRange &statement)
{
    const Script &script = m_values.script();
    bool hasCommand = false;
    for (qsizetype i = statement.from; i < statement.end; ++i) {
        if (!isCall(i))
            continue;
        hasCommand = true;
        readCommand(i);
        i = commandEnd(i);
    }
    if (hasCommand || readAddition(statement))
        return;
    if (const auto assignment = assignmentIn(script, statement))
        m_values.setVariable(assignment->target, assignment->value);
}

QList<RequestDraft> PowerShellScript::read()
{
    for (const ScriptRange &statement : statementsOf(m_values.script()))
        readStatement(statement);
    return m_drafts;
}

//! `$token = "…"`, `$params = @{`, which other languages write as well.
bool isSetting(QByteArrayView line)
{
    const auto *equals = std::ranges::find(line, '=');
    const QByteArrayView name = line.first(equals - line.begin()).trimmed();
    const QByteArrayView value = line.sliced(equals - line.begin()).trimmed();
    const QByteArrayView text = value.isEmpty() ? value : value.sliced(1).trimmed();
    const bool isName = name.size() > 1 && !name.contains(' ') && name.startsWith('$');
    constexpr QByteArrayView secret("ConvertTo-SecureString");
    return isName
        && (text.startsWith('"') || text.startsWith('\'') || text.startsWith("@{")
            || text.startsWith("[ordered]@{") || text.startsWith(secret));
}

bool hasCommandBehind(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 4096;
    const QByteArrayView near = text.sliced(from).first(std::min(farthest, text.size() - from));
    return std::ranges::any_of(
        commands, [near](QByteArrayView command) { return indexOfWord(near, command) >= 0; });
}

//! What scripts set before they ask.
bool isPreparation(QByteArrayView line)
{
    if (!line.startsWith('$'))
        return false;
    const QByteArrayView name = line.first(std::ranges::find(line, '=') - line.begin()).trimmed();
    const QByteArrayView value = line.sliced(std::min(name.size() + 2, line.size()));
    return indexOfWord(line, "WebRequestSession") >= 0 || isSetting(line)
        || (name.compare("$headers", Qt::CaseInsensitive) == 0
            && (value.contains('{') || value.contains("New-Object")));
}

//! Where the first statement begins on the line; -1 if the line has none.
qsizetype statementOn(QByteArrayView line)
{
    const qsizetype indent = indentOf(line);
    if (isPreparation(line.sliced(indent)))
        return indent;
    // The short names stand behind a prompt or an assignment, which are short.
    constexpr qsizetype longestPrompt = 96;
    const QByteArrayView head = line.first(std::min(longestPrompt, line.size()));
    for (const QByteArrayView command : commands) {
        const qsizetype at = indexOfWord(command.contains('-') ? line : head, command);
        if (at < 0)
            continue;
        const QByteArrayView rest = line.sliced(at + command.size()).trimmed();
        constexpr QByteArrayView starts("-'\"$`(@h");
        if (rest.isEmpty() || !starts.contains(rest[0]))
            continue;
        const bool isAssigned = line.sliced(indent).startsWith('$') && line.first(at).contains('=');
        return isAssigned ? indent : at;
    }
    return -1;
}

} // namespace

bool beginsPowerShell(QByteArrayView text, qsizetype from)
{
    return statementOn(lineHead(text, from)) >= 0;
}

qsizetype readPowerShell(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineHead(text.bytes(), from);
    if (isSetting(line.trimmed()) && !hasCommandBehind(text.bytes(), from))
        return from;
    const qsizetype at = from + statementOn(line);
    PowerShellScript reader(text, readStatements(text, at, Language::PowerShell));
    const QList<RequestDraft> drafts = reader.read();
    if (!drafts.isEmpty())
        collector.text(-1, Side::Unknown, text.sliced(from, at - from));
    return finishScript(text, from, reader.values(), drafts, collector);
}

} // namespace capture
