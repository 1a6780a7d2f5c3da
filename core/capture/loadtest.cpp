// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/documentforms.h"
#include "core/capture/foundcommand.h"
#include "core/capture/lines.h"
#include "core/capture/optionwalk.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

enum class LoadUse : quint8 { Name, Header, Method, Body, File, Type, Cookie, User, Put };

constexpr OptionRow option(char letter, LoadUse use = LoadUse::Name, QLatin1StringView name = {})
{
    return {letter, name, true, quint8(use)};
}

constexpr OptionRow named(QLatin1StringView name, LoadUse use = LoadUse::Name)
{
    return option('\0', use, name);
}

//! Options that take a value of which nothing is made, by their letters.
template <size_t size>
constexpr std::array<OptionRow, size - 1> valued(const char (&letters)[size])
{
    std::array<OptionRow, size - 1> rows{};
    std::transform(letters, letters + size - 1, rows.begin(),
                   [](char letter) { return option(letter); });
    return rows;
}

template <size_t one, size_t other>
constexpr std::array<OptionRow, one + other> joined(const std::array<OptionRow, one> &rows,
                                                    const std::array<OptionRow, other> &more)
{
    std::array<OptionRow, one + other> all{};
    std::copy(more.begin(), more.end(), std::copy(rows.begin(), rows.end(), all.begin()));
    return all;
}

// Of each tool the options that take a value. Their flags need no row.
constexpr auto apacheBench
    = joined(std::to_array<OptionRow>({option('H', LoadUse::Header), option('T', LoadUse::Type),
                                       option('p', LoadUse::File), option('u', LoadUse::Put),
                                       option('C', LoadUse::Cookie), option('A', LoadUse::User),
                                       option('m', LoadUse::Method)}),
             valued("nctsbBegvxyzPXfZE"));

//! oha took over the options of hey.
constexpr auto heys = std::to_array<OptionRow>(
    {option('H', LoadUse::Header, "header"_L1), option('m', LoadUse::Method, "method"_L1),
     option('d', LoadUse::Body), option('D', LoadUse::File), option('T', LoadUse::Type),
     option('a', LoadUse::User), named("host"_L1)});
constexpr auto hey = joined(joined(heys, valued("ncqzotAUx")),
                            std::to_array<OptionRow>({named("cpus"_L1), named("n"_L1)}));
constexpr auto oha
    = joined(joined(heys, valued("ncqzpwtAx")),
             std::to_array<OptionRow>({named("http-version"_L1), named("connect-to"_L1),
                                       named("latency-correction"_L1)}));

//! wrk and wrk2.
constexpr auto wrk = std::to_array<OptionRow>({
    option('H', LoadUse::Header, "header"_L1),
    option('c', LoadUse::Name, "connections"_L1),
    option('d', LoadUse::Name, "duration"_L1),
    option('t', LoadUse::Name, "threads"_L1),
    option('s', LoadUse::Name, "script"_L1),
    option('R', LoadUse::Name, "rate"_L1),
    named("timeout"_L1),
});

constexpr auto bombardier = std::to_array<OptionRow>({
    option('H', LoadUse::Header, "header"_L1),
    option('m', LoadUse::Method, "method"_L1),
    option('b', LoadUse::Body, "body"_L1),
    option('f', LoadUse::File, "body-file"_L1),
    option('c', LoadUse::Name, "connections"_L1),
    option('n', LoadUse::Name, "requests"_L1),
    option('d', LoadUse::Name, "duration"_L1),
    option('t', LoadUse::Name, "timeout"_L1),
    option('r', LoadUse::Name, "rate"_L1),
    option('p', LoadUse::Name, "print"_L1),
    option('o', LoadUse::Name, "format"_L1),
});

constexpr auto autocannon = std::to_array<OptionRow>({
    option('H', LoadUse::Header, "headers"_L1),
    option('m', LoadUse::Method, "method"_L1),
    option('b', LoadUse::Body, "body"_L1),
    option('i', LoadUse::File, "input"_L1),
    option('c', LoadUse::Name, "connections"_L1),
    option('p', LoadUse::Name, "pipelining"_L1),
    option('d', LoadUse::Name, "duration"_L1),
    option('a', LoadUse::Name, "amount"_L1),
    option('w', LoadUse::Name, "workers"_L1),
    option('t', LoadUse::Name, "timeout"_L1),
    option('T', LoadUse::Name, "title"_L1),
    option('R', LoadUse::Name, "overallRate"_L1),
    option('S', LoadUse::Name, "socketPath"_L1),
});

//! The targets stand in what it is fed.
constexpr auto vegeta = std::to_array<OptionRow>({
    named("header"_L1, LoadUse::Header),
    named("body"_L1, LoadUse::File),
    named("targets"_L1, LoadUse::File),
    named("duration"_L1),
    named("rate"_L1),
    named("name"_L1),
    named("output"_L1),
    named("workers"_L1),
    named("timeout"_L1),
    named("format"_L1),
    named("connections"_L1),
});

struct Tool
{
    QLatin1StringView name;
    std::span<const OptionRow> options;
    bool hasGoFlags = false; //!< "-header" is one option, and not six letters.
};
constexpr auto tools = std::to_array<Tool>({
    {"ab"_L1, apacheBench},
    {"hey"_L1, hey, true},
    {"oha"_L1, oha},
    {"wrk"_L1, wrk},
    {"wrk2"_L1, wrk},
    {"bombardier"_L1, bombardier},
    {"autocannon"_L1, autocannon},
    {"vegeta"_L1, vegeta, true},
});

bool isVegetaVerb(QByteArrayView word)
{
    return word == "attack";
}

struct Found
{
    const Tool *tool = nullptr;
    CommandPlace place;
};

//! Without a header there is no token to be found, and that is told quickly.
Found findTool(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, std::min(from, text.size()));
    if (!line.contains("-H") && !line.contains("-header"))
        return {};
    for (const Tool &tool : tools) {
        const CommandPlace place = findCommand(text, from, tool.name, isVegetaVerb);
        if (place.start >= 0)
            return {&tool, place};
    }
    return {};
}

//! "-header" as OptionWalk knows long options.
QList<Literal> withLongNames(const QList<Literal> &words)
{
    QList<Literal> result;
    for (const Literal &word : words) {
        const QByteArrayView bytes = word.bytes();
        const bool isName = bytes.size() > 2 && bytes[0] == '-' && bytes[1] != '-';
        Literal named;
        if (isName)
            named.text.appendReplaced("-", word.text.span(0, 0));
        named.append(word);
        result.append(named);
    }
    return result;
}

class LoadTestReader
{
public:
    RequestDraft read(const FoundCommandLine &command, const Tool &tool);

private:
    void use(LoadUse use, const Literal &value);
    void addHeader(const Literal &value);
    void addInput(const Literal &input);

    RequestDraft m_draft;
};

//! autocannon takes "name=value" too.
void LoadTestReader::addHeader(const Literal &value)
{
    const qsizetype colon = value.bytes().indexOf(':');
    const qsizetype equals = value.bytes().indexOf('=');
    if (equals > 0 && (colon < 0 || equals < colon))
        m_draft.headers.append({value.sliced(0, equals), value.sliced(equals + 1)});
    else
        m_draft.addHeaderLine(value);
}

void LoadTestReader::use(LoadUse use, const Literal &value)
{
    switch (use) {
    case LoadUse::Name:
        return;
    case LoadUse::Header:
        return addHeader(value);
    case LoadUse::Method:
        m_draft.method = value.bytes().toByteArray();
        return;
    case LoadUse::Body:
        m_draft.bodies.append(value);
        return;
    case LoadUse::Put:
        m_draft.method = "PUT"_ba;
        m_draft.files.append(value);
        return;
    case LoadUse::File:
        m_draft.files.append(value);
        return;
    case LoadUse::Type:
        return m_draft.addHeader("Content-Type", value);
    case LoadUse::Cookie:
        m_draft.cookies.append(value);
        return;
    case LoadUse::User:
        m_draft.users.append(value);
        return;
    }
}

//! "GET https://…", of which there may be one a line; more of it is text.
void LoadTestReader::addInput(const Literal &input)
{
    const qsizetype blank = input.bytes().indexOf(' ');
    if (blank < 3 || !input.bytes().sliced(blank + 1).startsWith("http"))
        return m_draft.rest.append(input);
    m_draft.method = input.bytes().first(blank).toByteArray();
    m_draft.urls.append(input.sliced(blank + 1).split('\n').first().trimmed());
}

RequestDraft LoadTestReader::read(const FoundCommandLine &command, const Tool &tool)
{
    m_draft.span = command.span;
    const QList<Literal> words
        = tool.hasGoFlags ? withLongNames(command.line.words) : command.line.words;
    OptionWalk walk(words, tool.options);
    for (OptionWalk::Item item; walk.next(item);) {
        if (item.row)
            use(LoadUse(item.row->use), item.value);
        else if (looksLikeUrl(item.value.bytes()))
            m_draft.urls.append(item.value);
        else if (!isVegetaVerb(item.value.bytes()))
            m_draft.rest.append(item.value);
    }
    for (const Literal &input : command.inputs)
        addInput(input);
    if (m_draft.method.isEmpty()) // but for ab, what is sent does not change the method
        m_draft.method = tool.name == "ab"_L1 && !m_draft.files.isEmpty() ? "POST"_ba : "GET"_ba;
    return std::move(m_draft);
}

} // namespace

bool beginsLoadTest(QByteArrayView text, qsizetype from)
{
    return findTool(text, from).tool != nullptr && !beginsEnvironment(text, from);
}

qsizetype readLoadTest(const SourceText &text, qsizetype from, Collector &collector)
{
    const Found found = findTool(text.bytes(), from);
    const auto find = [&](qsizetype at) { return findTool(text.bytes(), at).place; };
    const FoundCommandLine command
        = readPipedCommand(text, from, find).value_or(readFoundCommand(text, from, found.place));
    return finishCommand(command, {LoadTestReader().read(command, *found.tool)}, from, collector);
}

} // namespace capture
