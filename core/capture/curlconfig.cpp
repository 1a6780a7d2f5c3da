// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/curloptions.h"
#include "core/capture/foundcommand.h"
#include "core/capture/lines.h"

#include <algorithm>

namespace capture {

namespace {

constexpr qsizetype mostLines = 200;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == 'H';
}

//! Of the offsets in a line: the option's name, its dashes left out, and its value.
struct ConfigLine
{
    qsizetype name = 0;
    qsizetype nameEnd = 0;
    qsizetype value = 0;

    [[nodiscard]] QByteArrayView nameIn(QByteArrayView line) const
    {
        return line.sliced(name, nameEnd - name);
    }
};

//! `header = "…"`, `header: …`, `--header "…"`, `-H "…"`: https://curl.se/docs/manpage.html, -K.
ConfigLine cut(QByteArrayView line)
{
    ConfigLine cut;
    cut.name = indentOf(line);
    while (cut.name < line.size() && line[cut.name] == '-')
        ++cut.name;
    cut.nameEnd = cut.name;
    while (cut.nameEnd < line.size() && isNameCharacter(line[cut.nameEnd]))
        ++cut.nameEnd;
    cut.value = cut.nameEnd;
    while (cut.value < line.size() && QByteArrayView(" \t=:").contains(line[cut.value]))
        ++cut.value;
    return cut;
}

//! A line that hardly anything else has: a header with its name in quotes.
bool isHeader(QByteArrayView line)
{
    const ConfigLine parts = cut(line);
    const QByteArrayView name = parts.nameIn(line);
    const QByteArrayView value = line.sliced(parts.value);
    const bool isName = name == "header" || (name == "H" && line.contains("-H"));
    return isName && value.startsWith('"') && value.contains(": ") && value.trimmed().endsWith('"');
}

bool isUrl(QByteArrayView line)
{
    const ConfigLine parts = cut(line);
    const QByteArrayView value = line.sliced(parts.value);
    return parts.nameIn(line) == "url" && (value.startsWith("\"http") || value.startsWith("http"));
}

bool isOption(QByteArrayView line)
{
    const QByteArrayView name = cut(line).nameIn(line);
    return !name.isEmpty() && std::ranges::any_of(curlOptions(), [name](const OptionRow &row) {
        return QLatin1StringView(name) == row.name || (name.size() == 1 && name[0] == row.letter);
    });
}

//! A file of options has its header or its URL near.
bool hasOther(QByteArrayView text, qsizetype from, bool (*isIt)(QByteArrayView line))
{
    constexpr int farthest = 16;
    constexpr qsizetype mostBytes = 16 * 1024;
    const QByteArrayView near = text.first(std::min(text.size(), from + mostBytes));
    for (int line = 0; line < farthest && from < near.size(); ++line) {
        if (isIt(lineAt(near, from)))
            return true;
        from = nextLine(near, from);
    }
    return false;
}

//! In quotes with the escapes of C, or up to the end of the line.
Literal valueAt(const SourceText &text, qsizetype at, qsizetype end)
{
    const QByteArrayView bytes = QByteArrayView(text.bytes()).first(end);
    LiteralWriter writer(text);
    if (at >= end || bytes[at] != '"') {
        writer.keep(at, end);
        return writer.take(at);
    }
    for (qsizetype i = at + 1; i < end && bytes[i] != '"';) {
        if (bytes[i] == '\\') {
            i = readEscape(bytes, i, writer);
            continue;
        }
        writer.keep(i, i + 1);
        ++i;
    }
    return writer.take(at);
}

//! The option with its dashes, as it would stand behind the command.
Literal optionOf(const SourceText &text, qsizetype from, qsizetype end)
{
    Literal option;
    option.text.appendReplaced(end - from == 1 ? "-" : "--", text.span(from, 0));
    option.append({text.sliced(from, end - from), {}});
    return option;
}

} // namespace

bool beginsCurlConfig(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    return (isUrl(line) && hasOther(text, from, isHeader))
        || (cut(line).nameIn(line) != "url" && line.contains('"') && line.size() > 8
            && isOption(line) && hasOther(text, from, isUrl) && hasOther(text, from, isHeader));
}

qsizetype readCurlConfig(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    FoundCommandLine config;
    qsizetype at = from;
    for (qsizetype line = 0; line < mostLines && at < bytes.size(); ++line) {
        const QByteArrayView whole = lineAt(bytes, at);
        const bool isPassed = whole.trimmed().isEmpty() || whole.trimmed().startsWith('#');
        const ConfigLine parts = cut(whole);
        const bool isFlag = parts.value == whole.size() && !parts.nameIn(whole).isEmpty();
        if (!isPassed && !isFlag && !isOption(whole))
            break;
        if (!isPassed)
            config.line.words.append(optionOf(text, at + parts.name, at + parts.nameEnd));
        if (!isPassed && parts.value < whole.size())
            config.line.words.append(valueAt(text, at + parts.value, at + whole.size()));
        at = nextLine(bytes, at);
    }
    config.line.end = at;
    config.before = text.sliced(from, 0);
    config.whole = text.sliced(from, at - from);
    config.span = config.whole.trimmed().span();
    return finishCommand(config, readCurlWords(config), from, collector);
}

} // namespace capture
