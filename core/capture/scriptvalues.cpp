// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/scriptvalues.h"

#include <algorithm>
#include <array>
#include <utility>

namespace capture {

namespace {

using Kind = ScriptToken::Kind;

//! `b = a + a; c = b + b; …` grows without end.
constexpr qsizetype mostSubstituted = 4 * 1024 * 1024;
constexpr qsizetype stepsPerToken = 16;
constexpr qsizetype stepsAtLeast = 10'000;

bool isConstant(QByteArrayView name)
{
    const bool isNumber = !name.isEmpty() && name[0] >= '0' && name[0] <= '9';
    return isNumber || name == "true" || name == "false" || name == "True" || name == "False";
}

bool endsValue(const ScriptToken &token)
{
    return token.kind == Kind::LineBreak
        || (token.kind == Kind::Mark && QByteArrayView(",;:)}]").contains(token.mark));
}

} // namespace

ScriptValues::ScriptValues(Script script)
    : m_script(std::move(script))
    , m_isUsed(m_script.tokens.size(), false)
    , m_budget(mostSubstituted)
    , m_steps(m_script.tokens.size() * stepsPerToken + stepsAtLeast)
{
}

//! Of a variable, without the marks that languages put around names; PowerShell's have no case.
QByteArray ScriptValues::plainName(QByteArrayView name) const
{
    while (!name.isEmpty() && QByteArrayView("${(").contains(name.front()))
        name = name.sliced(1);
    while (!name.isEmpty() && QByteArrayView("})").contains(name.back()))
        name.chop(1);
    const QByteArray plain = name.trimmed().toByteArray();
    return m_script.language == Language::PowerShell ? plain.toLower() : plain;
}

ScriptEntry ScriptValues::entryOf(ScriptRange range) const
{
    while (!range.isEmpty() && m_script.is(range.from, Kind::LineBreak))
        ++range.from;
    const bool hasKey = range.end - range.from >= 2
        && m_script.tokens[range.from].kind != Kind::Mark
        && (m_script.isMark(range.from + 1, ':') || m_script.isMark(range.from + 1, '='));
    return hasKey ? ScriptEntry{range.from, {range.from + 2, range.end}} : ScriptEntry{-1, range};
}

QList<ScriptEntry> ScriptValues::entries(qsizetype open) const
{
    QList<ScriptEntry> found;
    const qsizetype end = std::max(open, m_script.tokens[open].partner);
    const bool isHashtable
        = m_script.language == Language::PowerShell && m_script.isMark(open, '{');
    qsizetype start = open + 1;
    for (qsizetype i = start; start <= end && spend(); ++i) {
        const bool isBreak
            = isHashtable && (m_script.is(i, Kind::LineBreak) || m_script.isMark(i, ';'));
        if (i < end && !isBreak && !m_script.isMark(i, ',')) {
            i = std::max(i, m_script.tokens[i].partner); // steps over brackets
            if (i < end)
                continue;
        }
        const ScriptEntry entry = entryOf({start, std::min(i, end)});
        if (!entry.value.isEmpty())
            found.append(entry);
        start = i + 1;
    }
    return found;
}

QList<ScriptEntry> ScriptValues::members(const ScriptRange &range) const
{
    QList<ScriptEntry> found;
    for (qsizetype i = range.from; i + 2 < range.end && spend(); ++i) {
        const ScriptEntry entry = entryOf({i, range.end});
        if (entry.key != i || m_script.is(i + 2, Kind::Mark))
            continue;
        qsizetype end = i + 2;
        while (end < range.end && !endsValue(m_script.tokens[end]))
            end = std::max(end, m_script.tokens[end].partner) + 1;
        found.append(ScriptEntry{i, {i + 2, std::min(end, range.end)}});
        i = end - 1;
    }
    return found;
}

QByteArray ScriptValues::variableIn(const ScriptRange &range) const
{
    qsizetype from = range.from;
    qsizetype end = range.end;
    while (from < end && m_script.is(from, Kind::LineBreak))
        ++from;
    while (end > from && (m_script.is(end - 1, Kind::LineBreak) || m_script.isMark(end - 1, ';')))
        --end;
    return end - from == 1 ? plainName(m_script.name(from)) : QByteArray();
}

ScriptRange ScriptValues::resolved(const ScriptRange &range) const
{
    const QByteArray name = variableIn(range);
    const auto variable = m_variables.constFind(name);
    return name.isEmpty() || variable == m_variables.cend() ? range : variable->range;
}

qsizetype ScriptValues::objectIn(const ScriptRange &range) const
{
    const ScriptRange all = resolved(range);
    for (qsizetype i = all.from; i < all.end && spend(); ++i) {
        if (m_script.isMark(i, '{'))
            return i;
        if (m_script.is(i, Kind::String))
            break;
    }
    return -1;
}

bool ScriptValues::mentions(const ScriptRange &range, QByteArrayView name) const
{
    const ScriptRange all = resolved(range);
    for (qsizetype i = all.from; i < all.end && spend(); ++i) {
        if (m_script.name(i).endsWith(name))
            return true;
    }
    return false;
}

void ScriptValues::use(qsizetype index)
{
    if (m_isSetting)
        return;
    m_isUsed[index] = true;
    m_usedEnd = std::max(m_usedEnd, m_script.tokens[index].end);
}

Literal ScriptValues::keyOf(const ScriptEntry &entry)
{
    if (entry.key < 0)
        return {};
    use(entry.key);
    return m_script.literal(entry.key);
}

void ScriptValues::setVariable(QByteArrayView name, const ScriptRange &range)
{
    Variable variable{range, {}, false};
    variable.isText = objectIn(range) < 0 && !m_script.isMark(range.from, '[');
    m_isSetting = true;
    if (variable.isText)
        variable.text = textOf(range);
    m_isSetting = false;
    m_variables.insert(plainName(name), variable);
}

//! With it the strings that it was set to, and the variables that were put into it.
void ScriptValues::useVariable(QByteArrayView name)
{
    QList<QByteArray> names{plainName(name)};
    while (!m_isSetting && !names.isEmpty()) {
        const auto variable = m_variables.find(names.takeLast());
        if (variable == m_variables.end() || std::exchange(variable->isUsed, true))
            continue;
        for (qsizetype i = variable->range.from; i < variable->range.end && spend(); ++i) {
            if (m_script.tokens[i].kind == Kind::Mark || m_script.tokens[i].kind == Kind::LineBreak)
                continue;
            use(i);
            const Literal &literal = m_script.literal(i);
            if (m_script.is(i, Kind::Name))
                names.append(plainName(literal.bytes()));
            for (const Gap &gap : literal.gaps)
                names.append(plainName(literal.bytes().sliced(gap.at, gap.length)));
        }
    }
}

//! The text that stands for a name, as long as there is some to spend.
const Literal *ScriptValues::textOfVariable(QByteArrayView name)
{
    const auto variable = m_variables.constFind(plainName(name));
    if (variable == m_variables.cend() || !variable->isText)
        return nullptr;
    if (m_budget < variable->text.size())
        return nullptr;
    m_budget -= variable->text.size();
    useVariable(name);
    return &variable->text;
}

//! With the variables that are known put into its gaps.
Literal ScriptValues::filled(const Literal &literal)
{
    if (literal.gaps.isEmpty())
        return literal;
    Literal result = literal.sliced(0, 0);
    qsizetype start = 0;
    for (const Gap &gap : literal.gaps) {
        const Literal *text = textOfVariable(literal.bytes().sliced(gap.at, gap.length));
        if (!text)
            continue;
        result.append(literal.sliced(start, gap.at - start));
        result.append(*text);
        start = gap.end();
    }
    result.append(literal.sliced(start));
    return result;
}

//! Functions whose argument is as good as what they return.
bool ScriptValues::isTransparent(QByteArrayView name) const
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"GetBytes", "JSON.stringify", "String", "str", "json.dumps", "encodeURIComponent",
         "URLSearchParams", "new", "await", "ConvertTo-SecureString", "-String", "-AsPlainText",
         "-Force"});
    return std::ranges::any_of(names, [name](QByteArrayView end) {
        const bool isWhole = name.size() == end.size();
        return name.endsWith(end)
            && (isWhole || QByteArrayView(".:").contains(name[name.size() - end.size() - 1]));
    });
}

//! Behind a name, the arguments of its call and the indices into it.
qsizetype ScriptValues::afterName(qsizetype index) const
{
    ++index;
    while (m_script.isMark(index, '(') || m_script.isMark(index, '['))
        index = std::max(index, m_script.tokens[index].partner) + 1;
    return index;
}

void ScriptValues::appendName(qsizetype index, Literal &to)
{
    const Literal &name = m_script.literal(index);
    if (name.bytes().startsWith('.') || name.bytes() == "+") // `"…".strip()`
        return;
    const bool isBare = m_script.language == Language::PowerShell && !name.bytes().startsWith('$');
    if (isConstant(name.bytes()) || isBare)
        return to.append(name);
    const bool isAlone = afterName(index) == index + 1;
    if (const Literal *text = isAlone ? textOfVariable(name.bytes()) : nullptr)
        return to.append(*text);
    Literal gap;
    gap.text.appendReplaced("{" + name.bytes().toByteArray() + "}", name.text.span());
    gap.gaps.append({0, gap.size()});
    to.append(gap);
}

//! Of one string or name; a gap of anything else.
Literal ScriptValues::simpleText(const ScriptRange &range)
{
    Literal text;
    const bool isString = m_script.is(range.from, Kind::String);
    if (range.end != range.from + 1 || (!isString && !m_script.is(range.from, Kind::Name)))
        return text;
    use(range.from);
    if (isString)
        return filled(m_script.literal(range.from));
    appendName(range.from, text);
    return text;
}

//! `"Bearer %s" % token`, `"Bearer {}".format(token)`: the values take the places of their marks.
//! `index` is that of the "%", or of the bracket.
void ScriptValues::format(Literal &pattern, qsizetype index)
{
    const bool isPercent = m_script.isMark(index, '%');
    const bool isList = m_script.isMark(isPercent ? index + 1 : index, '(');
    const auto values = isList ? entries(isPercent ? index + 1 : index)
                               : QList<ScriptEntry>{{-1, {index + 1, index + 2}}};
    constexpr qsizetype mostValues = 16;
    qsizetype start = 0;
    for (const ScriptEntry &value : values.first(std::min(mostValues, values.size()))) {
        const qsizetype at = pattern.bytes().indexOf(isPercent ? '%' : '{', start);
        const qsizetype close = at < 0 || isPercent ? at + 1 : pattern.bytes().indexOf('}', at);
        if (at < 0 || close < 0 || close >= pattern.size())
            break;
        const Literal text = simpleText(value.value);
        Literal whole = pattern.sliced(0, at);
        whole.append(text);
        whole.append(pattern.sliced(close + 1));
        start = at + text.size();
        pattern = whole;
    }
}

Literal ScriptValues::textOf(const ScriptRange &range)
{
    Literal result;
    for (qsizetype i = range.from; i < range.end && spend();) {
        const bool isType = m_script.isMark(i, '[') && m_script.language == Language::PowerShell;
        if (m_script.is(i, Kind::String)) {
            use(i);
            result.append(filled(m_script.literal(i)));
        } else if (m_script.isMark(i, '%')) {
            format(result, i);
            break;
        } else if (m_script.name(i) == ".format" && m_script.isMark(i + 1, '(')) {
            format(result, i + 1);
            i = afterName(i);
            continue;
        } else if (m_script.is(i, Kind::Name) && !isTransparent(m_script.name(i))) {
            use(i);
            appendName(i, result);
            i = afterName(i);
            continue;
        } else if (isType) {
            i = std::max(i, m_script.tokens[i].partner);
        }
        ++i;
    }
    return result;
}

QList<Literal> ScriptValues::unused() const
{
    QList<Literal> rest;
    for (qsizetype i = 0; i < m_script.tokens.size(); ++i) {
        const bool isText = m_script.is(i, Kind::String)
            || (m_script.is(i, Kind::Name) && m_script.language == Language::PowerShell);
        if (isText && !m_isUsed[i])
            rest.append(m_script.literal(i));
    }
    for (const SourceText &comment : m_script.comments)
        rest.append(Literal{comment, {}});
    return rest;
}

} // namespace capture
