// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/script.h"

#include "core/capture/callchain.h"
#include "core/capture/lines.h"
#include "core/capture/scriptlexer.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

//! No request has as many; what does is no request, and memory is finite.
constexpr qsizetype mostTokens = 500'000;

//! Makes a script, bracket by bracket.
class ScriptBuilder
{
public:
    ScriptBuilder(const SourceText &text, qsizetype from, Language language)
        : m_text(&text)
        , m_lexer(text, from, m_script)
    {
        m_script.language = language;
    }
    Script readExpression();
    Script readStatements();

private:
    [[nodiscard]] bool readToken();
    void matchBracket();
    Script finish();

    const SourceText *m_text;
    Script m_script;
    ScriptLexer m_lexer;
    QList<qsizetype> m_open;
};

char openerOf(char closer)
{
    return closer == ')' ? '(' : closer == ']' ? '[' : '{';
}

void ScriptBuilder::matchBracket()
{
    const qsizetype index = m_script.tokens.size() - 1;
    const char mark = m_script.tokens[index].mark;
    if (mark == '(' || mark == '[' || mark == '{')
        m_open.append(index);
    const bool isCloser = mark == ')' || mark == ']' || mark == '}';
    if (!isCloser || m_open.isEmpty() || m_script.tokens[m_open.last()].mark != openerOf(mark))
        return;
    const qsizetype open = m_open.takeLast();
    m_script.tokens[open].partner = index;
    m_script.tokens[index].partner = open;
}

bool ScriptBuilder::readToken()
{
    if (m_script.tokens.size() >= mostTokens || !m_lexer.readNext())
        return false;
    if (m_script.tokens.last().kind == ScriptToken::Kind::Mark)
        matchBracket();
    return true;
}

//! What is not closed closes at the end.
Script ScriptBuilder::finish()
{
    m_script.isClosed = m_open.isEmpty();
    for (const qsizetype open : std::as_const(m_open))
        m_script.tokens[open].partner = m_script.tokens.size();
    m_script.end = m_lexer.at();
    return std::move(m_script);
}

Script ScriptBuilder::readExpression()
{
    while (readToken()) {
        if (m_open.isEmpty() && m_script.tokens.last().partner >= 0
            && !isChainAhead(m_text->bytes(), m_lexer.at()))
            break;
    }
    return finish();
}

bool isWordStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

QByteArrayView firstWord(QByteArrayView line)
{
    const auto *end = std::find_if_not(line.begin(), line.end(), [](char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '.';
    });
    return {line.begin(), end};
}

//! A word and what makes a statement of it, or a keyword.
bool isPythonLine(QByteArrayView line)
{
    constexpr auto keywords = std::to_array<QByteArrayView>(
        {"import", "from", "print", "if", "else:", "elif", "for", "while", "with", "try:", "except",
         "def", "class", "return", "assert", "raise", "async", "await", "pass"});
    if (line.isEmpty() || line[0] == '#' || line[0] == '@' || line[0] == ')' || line[0] == '}')
        return true;
    const QByteArrayView word = firstWord(line);
    const QByteArrayView behind = line.sliced(word.size()).trimmed();
    if (word.isEmpty() || !isWordStart(word[0]))
        return false;
    constexpr QByteArrayView follows("=([");
    if (!behind.isEmpty() && follows.contains(behind[0]))
        return true;
    return std::ranges::any_of(keywords, [&](QByteArrayView keyword) {
        const bool isPart = line.startsWith(keyword)
            && (keyword.endsWith(':') || line.size() == keyword.size()
                || line[keyword.size()] == ' ');
        return isPart && (line.endsWith(':') || keyword != "with" || line.contains('('));
    });
}

//! A variable, a command with its dash, a closing brace.
bool isPowerShellLine(QByteArrayView line)
{
    if (line.isEmpty() || QByteArrayView("$#}|)[").contains(line[0]))
        return true;
    const QByteArrayView word = line.first(std::ranges::find(line, ' ') - line.begin());
    constexpr auto shortNames = std::to_array<QByteArrayView>({"iwr", "irm", "try", "catch", "if"});
    return (isWordStart(word[0]) && word.indexOf('-') > 1)
        || std::ranges::any_of(shortNames, [word](QByteArrayView name) {
               return word.compare(name, Qt::CaseInsensitive) == 0;
           });
}

//! A mark that goes on, a word and what makes a statement of it, or a keyword with more than words
//! behind it.
bool isJavaScriptLine(QByteArrayView line)
{
    constexpr auto keywords = std::to_array<QByteArrayView>(
        {"const",  "let",   "var",   "import", "export",  "async",  "function",
         "return", "await", "try",   "catch",  "finally", "if",     "else",
         "for",    "while", "throw", "new",    "class",   "console"});
    if (line.isEmpty() || QByteArrayView("})].;/*$").contains(line[0]))
        return true;
    const QByteArrayView word = firstWord(line);
    if (word.isEmpty() || !isWordStart(word[0]))
        return false;
    const QByteArrayView behind = line.sliced(word.size()).trimmed();
    if (!behind.isEmpty() && QByteArrayView("=([").contains(behind[0]))
        return true;
    const bool isCode
        = std::ranges::any_of(behind, [](char c) { return QByteArrayView("=({;'\"").contains(c); });
    return isCode && std::ranges::find(keywords, word) != keywords.end();
}

bool isStatement(QByteArrayView line, Language language)
{
    const QByteArrayView trimmed = line.trimmed();
    if (language == Language::JavaScript)
        return isJavaScriptLine(trimmed);
    if (language == Language::PowerShell)
        return isPowerShellLine(trimmed);
    return isPythonLine(line.sliced(pythonPromptLength(line)).trimmed());
}

Script ScriptBuilder::readStatements()
{
    while (readToken()) {
        if (!m_open.isEmpty() || m_script.tokens.last().kind != ScriptToken::Kind::LineBreak)
            continue;
        if (!isStatement(lineHead(m_text->bytes(), m_lexer.at()), m_script.language))
            break;
    }
    return finish();
}

} // namespace

bool hasNamedArguments(QByteArrayView arguments)
{
    constexpr auto names
        = std::to_array<QByteArrayView>({"headers=", "json=", "data=", "params=", "cookies="});
    return std::ranges::any_of(
        names, [arguments](QByteArrayView name) { return arguments.contains(name); });
}

Script readExpression(const SourceText &text, qsizetype from, Language language)
{
    return ScriptBuilder(text, from, language).readExpression();
}

Script readStatements(const SourceText &text, qsizetype from, Language language)
{
    return ScriptBuilder(text, from, language).readStatements();
}

} // namespace capture
