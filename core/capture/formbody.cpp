// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/documentforms.h"
#include "core/capture/lines.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

//! Unreserved characters, and what stands between pairs (WHATWG URL 5.2).
bool isFormCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("-._~*%+=&:/@,").contains(c);
}

//! Names that only requests and answers of OAuth have; one of them must be there.
constexpr auto names = std::to_array<QByteArrayView>(
    {"grant_type", "client_id", "refresh_token", "access_token", "id_token", "client_assertion",
     "code_verifier", "subject_token", "token_type"});

bool hasName(QByteArrayView line, QByteArrayView name)
{
    const qsizetype at = line.indexOf(name);
    const qsizetype end = at + name.size();
    return at >= 0 && (at == 0 || line[at - 1] == '&') && end < line.size() && line[end] == '=';
}

//! Of a line that is cut the next pair may be out of sight.
bool isForm(QByteArrayView line, bool isCut = false)
{
    const qsizetype equals = line.indexOf('=');
    return equals > 0 && !line.first(equals).contains('&') && (isCut || line.contains('&'))
        && std::ranges::all_of(line, isFormCharacter)
        && std::ranges::any_of(names, [line](QByteArrayView name) { return hasName(line, name); });
}

} // namespace

bool beginsFormBody(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    const qsizetype end = from + line.size();
    const bool isCut = end < text.size() && text[end] != '\n' && text[end] != '\r';
    return isForm(line.trimmed(), isCut);
}

//! What a client sends names its grant.
qsizetype readFormBody(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    if (!isForm(line.trimmed()))
        return from;
    const bool isSent = hasName(line.trimmed(), "grant_type");
    collector.parameters(-1, CarrierType::Form, isSent ? Side::Request : Side::Unknown,
                         text.sliced(from, line.size()).trimmed());
    return nextLine(text.bytes(), from);
}

} // namespace capture
