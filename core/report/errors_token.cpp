// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Parts and JSON that cannot be read. What was read before the fault is still shown.
// clang-format off
constexpr std::array rows{
    ErrorRow{"base64url.alphabet", QT_TRANSLATE_NOOP("report", "A character does not belong to base64url"),
             QT_TRANSLATE_NOOP("report", "Each part of a token is base64url: letters, digits, “-” and “_”. “+” and “/” are standard base64, “%” is URL encoding, “…” is a shortened copy."),
             QT_TRANSLATE_NOOP("report", "The character is “%1”."),
             QT_TRANSLATE_NOOP("report", "Copy the token again from where it was sent, unchanged.")},
    ErrorRow{"base64url.padding", QT_TRANSLATE_NOOP("report", "A part of the token is padded with “=”"),
             QT_TRANSLATE_NOOP("report", "RFC 7515 section 2 leaves the padding out. Some program encoded the part with ordinary base64."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Use the base64url function of your library, without padding.")},
    ErrorRow{"base64url.whitespace", QT_TRANSLATE_NOOP("report", "There is white space inside the token"),
             QT_TRANSLATE_NOOP("report", "A token is one unbroken word. A mail program, a terminal or a log has wrapped the line."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Copy the token again as one line.")},
    ErrorRow{"base64url.length", QT_TRANSLATE_NOOP("report", "A part of the token is cut off"),
             QT_TRANSLATE_NOOP("report", "No bytes encode to a length that leaves 1 when divided by 4, so at least one character is missing or too many."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Copy the whole token again.")},
    ErrorRow{"base64url.trailing_bits", QT_TRANSLATE_NOOP("report", "The last character of a part holds stray bits"),
             QT_TRANSLATE_NOOP("report", "The bits beyond the last byte must be zero. The last character was changed, or the part is cut off; lenient libraries do not notice."),
             QT_TRANSLATE_NOOP("report", "The character is “%1”."),
             QT_TRANSLATE_NOOP("report", "Copy the whole token again.")},
    ErrorRow{"json.empty", QT_TRANSLATE_NOOP("report", "There is no JSON: the text is empty"),
             QT_TRANSLATE_NOOP("report", "A JSON text was expected, and nothing was there."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Check that the whole text was copied or sent.")},
    ErrorRow{"json.syntax", QT_TRANSLATE_NOOP("report", "The JSON text breaks the grammar"),
             QT_TRANSLATE_NOOP("report", "RFC 8259 does not allow what stands there. What came before it is still shown."),
             QT_TRANSLATE_NOOP("report", "The reader says: %1."),
             QT_TRANSLATE_NOOP("report", "Look at the text at that place, and at what wrote it.")},
    ErrorRow{"json.shape", QT_TRANSLATE_NOOP("report", "The JSON is of another kind than expected"),
             QT_TRANSLATE_NOOP("report", "Most often an object was expected."),
             QT_TRANSLATE_NOOP("report", "Found: %1."),
             QT_TRANSLATE_NOOP("report", "Look at what wrote it.")},
    ErrorRow{"json.trailing", QT_TRANSLATE_NOOP("report", "Something stands after the end of the JSON"),
             QT_TRANSLATE_NOOP("report", "A JSON text is one value and nothing more (RFC 8259)."),
             QT_TRANSLATE_NOOP("report", "It begins with “%1”."),
             QT_TRANSLATE_NOOP("report", "Find out what was joined to the text.")},
    ErrorRow{"json.depth", QT_TRANSLATE_NOOP("report", "The JSON is nested too deeply"),
             QT_TRANSLATE_NOOP("report", "More than 64 levels are not read: no honest token or key set needs them, and they crash careless readers."),
             QT_TRANSLATE_NOOP("report", "The limit is %1."),
             QT_TRANSLATE_NOOP("report", "Find out what made such a text.")},
    ErrorRow{"json.size", QT_TRANSLATE_NOOP("report", "The JSON is too large to be read"),
             QT_TRANSLATE_NOOP("report", "The text is longer than the limit."),
             QT_TRANSLATE_NOOP("report", "The limit is %1."),
             QT_TRANSLATE_NOOP("report", "Check that this is the right file or address.")},
    ErrorRow{"json.utf8", QT_TRANSLATE_NOOP("report", "The JSON is not UTF-8"),
             QT_TRANSLATE_NOOP("report", "JSON that is exchanged must be UTF-8 (RFC 8259 section 8.1). The bytes that are none are shown as “\uFFFD”."),
             QT_TRANSLATE_NOOP("report", "Found: %1."),
             QT_TRANSLATE_NOOP("report", "Let the program that wrote it encode text as UTF-8.")},
    ErrorRow{"json.bom", QT_TRANSLATE_NOOP("report", "The JSON begins with a byte order mark"),
             QT_TRANSLATE_NOOP("report", "RFC 8259 section 8.1 forbids it in texts that are sent, and many readers refuse it."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Save the text as UTF-8 without a mark.")},
    ErrorRow{"token.parts", QT_TRANSLATE_NOOP("report", "The token has the wrong number of parts"),
             QT_TRANSLATE_NOOP("report", "A signed token has three parts with dots between them, an encrypted one has five."),
             QT_TRANSLATE_NOOP("report", "Here the count is %1."),
             QT_TRANSLATE_NOOP("report", "Copy the whole token, and nothing else.")},
    ErrorRow{"token.signature_missing", QT_TRANSLATE_NOOP("report", "The token has no signature"),
             QT_TRANSLATE_NOOP("report", "The third part is missing or empty, so anybody can have written the claims."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Copy the whole token. If it really ends there, let no backend accept it.")},
    ErrorRow{"token.json_member", QT_TRANSLATE_NOOP("report", "A member of the JSON serialization is missing or wrong"),
             QT_TRANSLATE_NOOP("report", "RFC 7515 section 7.2 names the members and their types: payload, signatures, protected, header, signature."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Compare the text with what the sender meant to send.")},
    ErrorRow{"token.mixed_headers", QT_TRANSLATE_NOOP("report", "A header stands in both the protected and the unprotected part"),
             QT_TRANSLATE_NOOP("report", "The two sets of names must not overlap (RFC 7515 section 7.2.1): readers would disagree on which one counts."),
             QT_TRANSLATE_NOOP("report", "The header is “%1”."),
             QT_TRANSLATE_NOOP("report", "Let the sender put it into the protected header only.")},
};
// clang-format on

} // namespace

std::span<const ErrorRow> tokenErrors()
{
    return rows;
}

} // namespace report
