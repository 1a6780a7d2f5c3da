// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

//! One escaping function per sink. Everything that came from a token, a key, a header or an error
//! body passes through exactly one of them before it reaches a person.
namespace base::escape {

//! Terminal: C0, C1, ESC, DEL, bidi controls, zero-width, tag and other unseen characters, lone
//! surrogates, line separators and blanks that only look like U+0020 become visible ("\u{1B}",
//! "\u{202E}"); a new line becomes "\n", so the answer is always one line. What joins an emoji
//! stays.
[[nodiscard]] QString forTerminal(QStringView text);

//! Labels and views: as forTerminal, but also a leading or trailing blank is shown as "\u{20}".
[[nodiscard]] QString visible(QStringView text);

//! Whether visible() would change anything.
[[nodiscard]] bool hasInvisible(QStringView text);

//! Markdown: a code span with a fence long enough for the text, on one line, also fit for a table
//! (a bar becomes "\u{7C}").
[[nodiscard]] QString forMarkdownCode(QStringView text);

//! HTML text or attribute, in either kind of quotes.
[[nodiscard]] QString forHtml(QStringView text);

//! A single POSIX shell word. What could steer the terminal it is pasted into is spelled out, so
//! only text that hasInvisible() does not hold arrives unchanged.
[[nodiscard]] QString forShell(QStringView text);

} // namespace base::escape
