// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/documentforms.h"
#include "core/capture/foundcommand.h"
#include "core/capture/lines.h"
#include "core/capture/optionwalk.h"
#include "core/capture/pipedinput.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

enum class HttpieUse : quint8 { Scanned, Name, Auth, AuthType, Raw, Form, Multipart, Scheme };

constexpr OptionRow option(char letter, QLatin1StringView name, HttpieUse use = HttpieUse::Name)
{
    return {letter, name, true, quint8(use)};
}

constexpr OptionRow flag(char letter, QLatin1StringView name, HttpieUse use)
{
    return {letter, name, false, quint8(use)};
}

constexpr char none = '\0';

//! The options of HTTPie 3 that take a value, and those without one that change what items mean.
constexpr auto options = std::to_array<OptionRow>({
    option('a', "auth"_L1, HttpieUse::Auth),
    option('A', "auth-type"_L1, HttpieUse::AuthType),
    option(none, "bearer"_L1, HttpieUse::Auth),
    option(none, "raw"_L1, HttpieUse::Raw),
    flag('f', "form"_L1, HttpieUse::Form),
    flag(none, "multipart"_L1, HttpieUse::Multipart),
    option(none, "default-scheme"_L1, HttpieUse::Scheme),
    option(none, "session"_L1),
    option(none, "session-read-only"_L1),
    option('o', "output"_L1),
    option('p', "print"_L1),
    option('P', "history-print"_L1),
    option('s', "style"_L1),
    option(none, "pretty"_L1),
    option(none, "format-options"_L1),
    option(none, "response-charset"_L1),
    option(none, "response-mime"_L1),
    option(none, "boundary"_L1),
    option(none, "timeout"_L1),
    option(none, "verify"_L1),
    option(none, "ssl"_L1),
    option(none, "ciphers"_L1),
    option(none, "cert"_L1),
    option(none, "cert-key"_L1),
    option(none, "cert-key-pass"_L1),
    option(none, "proxy"_L1, HttpieUse::Scanned),
    option(none, "max-redirects"_L1),
    option(none, "max-headers"_L1),
});

enum class ItemKind : quint8 { Header, Query, Data, Json, File };

struct Separator
{
    QByteArrayView mark;
    ItemKind kind;
};
//! The longest first, where one begins another.
constexpr auto separators = std::to_array<Separator>({
    {"==@", ItemKind::File},
    {":=@", ItemKind::File},
    {"==", ItemKind::Query},
    {":=", ItemKind::Json},
    {"=@", ItemKind::File},
    {":@", ItemKind::File},
    {"=", ItemKind::Data},
    {":", ItemKind::Header},
    {"@", ItemKind::File},
});

struct Item
{
    const Separator *separator = nullptr;
    Literal name;
    Literal value;
};

//! Cut at the first separator; a backslash takes its meaning from one.
Item itemOf(const Literal &word)
{
    const QByteArrayView bytes = word.bytes();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\\') {
            ++at;
            continue;
        }
        const auto *row = std::ranges::find_if(separators, [&](const Separator &separator) {
            return bytes.sliced(at).startsWith(separator.mark);
        });
        if (row != separators.end())
            return {row, word.sliced(0, at), word.sliced(at + row->mark.size())};
    }
    return {};
}

bool isMethod(QByteArrayView word)
{
    constexpr qsizetype longest = 10;
    return word.size() >= 3 && word.size() <= longest
        && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class HttpieReader
{
public:
    RequestDraft read(const FoundCommandLine &command, const QByteArray &scheme);

private:
    void useOption(HttpieUse use, const Literal &value);
    void useWord(const Literal &word);
    void useItem(const Item &item);
    void useAuth();
    void useInputs(QList<Literal> inputs);

    RequestDraft m_draft;
    CarrierType m_dataType = CarrierType::Json;
    QList<Literal> m_auth;
    bool m_isBearer = false;
    bool m_isSent = false;
};

void HttpieReader::useOption(HttpieUse use, const Literal &value)
{
    switch (use) {
    case HttpieUse::Auth:
        m_auth.append(value);
        return;
    case HttpieUse::AuthType:
        m_isBearer = value.bytes() == "bearer";
        return;
    case HttpieUse::Raw:
        m_draft.bodies.append(value);
        return;
    case HttpieUse::Form:
        m_dataType = CarrierType::Form;
        return;
    case HttpieUse::Multipart:
        m_dataType = CarrierType::Multipart;
        return;
    case HttpieUse::Scheme:
        m_draft.scheme = value.bytes().toByteArray();
        return;
    case HttpieUse::Name:
        return;
    case HttpieUse::Scanned:
        break;
    }
    m_draft.rest.append(value);
}

//! The method may be left out, then the URL; items follow.
void HttpieReader::useWord(const Literal &word)
{
    if (!m_draft.urls.isEmpty())
        return useItem(itemOf(word));
    if (m_draft.method.isEmpty() && isMethod(word.bytes()))
        m_draft.method = word.bytes().toByteArray();
    else if (looksLikeUrl(word.bytes()) || !m_draft.method.isEmpty())
        m_draft.urls.append(word);
    else
        m_draft.rest.append(word);
}

void HttpieReader::useItem(const Item &item)
{
    const ItemKind kind = item.separator ? item.separator->kind : ItemKind::File;
    m_isSent = m_isSent || kind == ItemKind::Data || kind == ItemKind::Json
        || (item.separator && kind == ItemKind::File);
    if (kind == ItemKind::Header)
        m_draft.headers.append({item.name, item.value});
    else if (kind == ItemKind::Query)
        m_draft.addParameter(CarrierType::Query, item.name, item.value);
    else if (kind != ItemKind::File)
        m_draft.addParameter(m_dataType, item.name, item.value);
    else if (item.separator)
        m_draft.files.append(item.value);
}

void HttpieReader::useAuth()
{
    for (const Literal &auth : std::as_const(m_auth)) {
        if (m_isBearer)
            m_draft.addHeader("Authorization", auth, "Bearer ");
        else
            m_draft.users.append(auth);
    }
}

//! What is piped into it is the body, unless the items are.
void HttpieReader::useInputs(QList<Literal> inputs)
{
    if (!inputs.isEmpty() && !m_isSent && m_draft.bodies.isEmpty())
        m_draft.bodies.append(inputs.takeFirst());
    m_draft.rest += inputs;
}

RequestDraft HttpieReader::read(const FoundCommandLine &command, const QByteArray &scheme)
{
    m_draft.span = command.span;
    m_draft.scheme = scheme;
    OptionWalk walk(command.line.words, options);
    for (OptionWalk::Item item; walk.next(item);) {
        if (item.row)
            useOption(HttpieUse(item.row->use), item.value);
        else
            useWord(item.value);
    }
    useAuth();
    useInputs(command.inputs);
    if (m_draft.method.isEmpty() && m_isSent)
        m_draft.method = "POST"_ba;
    return std::move(m_draft);
}

struct Program
{
    QLatin1StringView name;
    QByteArrayView scheme;
};
constexpr auto programs = std::to_array<Program>({
    {"https"_L1, "https"},
    {"http"_L1, "http"},
    {"xhs"_L1, "https"},
    {"xh"_L1, "http"},
});

struct FoundProgram
{
    const Program *program = nullptr;
    CommandPlace place;
};

//! "http" is a word of prose as well, so it must stand where a command can, with a URL or a method
//! behind it.
FoundProgram findProgram(QByteArrayView text, qsizetype from)
{
    // A prompt is short: not every line of a log is to be searched for every name.
    constexpr qsizetype longestPrompt = 96;
    const QByteArrayView head = lineHead(text, from);
    const QByteArrayView prompt = head.first(std::min(longestPrompt, head.size()));
    for (const Program &program : programs) {
        if (indexOfWord(prompt, QByteArrayView(program.name)) < 0)
            continue;
        const CommandPlace place = findCommand(text, from, program.name, isMethod);
        if (place.start >= 0 && isBehindPrompt(text, from, place.start))
            return {&program, place};
    }
    return {};
}

//! `echo '{…}' | http …`.
qsizetype readPiped(const SourceText &text, qsizetype from, Collector &collector)
{
    FoundProgram found;
    const auto command = readPipedCommand(text, from, [&](qsizetype at) {
        found = findProgram(text.bytes(), at);
        return found.place;
    });
    if (!command)
        return from;
    const RequestDraft draft = HttpieReader().read(*command, found.program->scheme.toByteArray());
    return finishCommand(*command, {draft}, from, collector);
}

} // namespace

bool beginsHttpie(QByteArrayView text, qsizetype from)
{
    const bool isHere = findProgram(text, from).program != nullptr;
    return (isHere || beginsPipedInput(text, from)) && !beginsEnvironment(text, from);
}

qsizetype readHttpie(const SourceText &text, qsizetype from, Collector &collector)
{
    if (const qsizetype end = readPiped(text, from, collector); end > from)
        return end;
    const FoundProgram found = findProgram(text.bytes(), from);
    if (!found.program)
        return from;
    const FoundCommandLine command = readFoundCommand(text, from, found.place);
    const RequestDraft draft = HttpieReader().read(command, found.program->scheme.toByteArray());
    return finishCommand(command, {draft}, from, collector);
}

} // namespace capture
