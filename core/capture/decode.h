// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/sourcetext.h"

#include <optional>

//! The wrappings that text comes in. Each takes one layer off and keeps the way back; what is
//! malformed stays as it is.
namespace capture {

//! Name and value, both decoded; each still knows its place.
struct NamedText
{
    SourceText name;
    SourceText value;
};

//! Without what every line begins with: the blanks of an indented block, the marks of a quoted one.
[[nodiscard]] SourceText withoutMargin(const SourceText &text);

//! Without the sequences that colour the text of a terminal, ECMA-48 section 8.3.117: programs and
//! build servers leave them in what they save.
[[nodiscard]] SourceText withoutColours(const SourceText &text);
//! What several answers of a mail quote, ">> ", as if one did, "> ", which the readers know.
[[nodiscard]] SourceText withShallowQuotes(const SourceText &text);

//! RFC 3986 section 2.1, and "+" for a blank where a form is read.
[[nodiscard]] SourceText percentDecoded(const SourceText &text, bool plusIsBlank = false);
//! `a=b&c=d` with both halves decoded; a piece without "=" is a name without value.
[[nodiscard]] QList<NamedText> formPairs(const SourceText &encoded);
//! The inside of a JSON string (RFC 8259 section 7), its quotes left out.
[[nodiscard]] SourceText jsonUnescaped(const SourceText &inner);
//! Standard or URL-safe alphabet, padding and line breaks allowed; nothing unless all of it
//! decodes. The result stands for the whole of `text`.
[[nodiscard]] std::optional<SourceText> base64Decoded(const SourceText &text);
//! Character references: the five of XML, decimal and hexadecimal ones.
[[nodiscard]] SourceText htmlUnescaped(const SourceText &text);

} // namespace capture
