// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>

//! JSON texts and the first problem that a strict reader of RFC 8259 must name in each.
namespace samples {

struct Json
{
    const char *name;
    QByteArray text;
    const char *problem = ""; //!< Empty: none.
    qint64 offset = -1;
    //! Whether the reading goes on to the end despite the problem.
    bool goesOn = false;
};

inline QByteArray bytes(const char *text, qsizetype size)
{
    return {text, size};
}

inline QList<Json> goodJson()
{
    return {
        {"empty object", "{}"},
        {"empty array", "[]"},
        {"members", R"({"iss":"https://a.example","exp":1766541600,"ok":true,"no":false})"},
        {"nested", R"([[],{},[{"a":[1,{"b":null}]}],"end"])"},
        {"blanks everywhere", " \t\r\n{ \"a\" :\n[ 1 ,\t2 ] ,\r\"b\" : { } } \n"},
        {"scalar string", R"("alone")"},
        {"scalar number", "-12.5e-3"},
        {"scalar true", "true"},
        {"scalar false", "false"},
        {"scalar null", "null"},
        {"zero", "0"},
        {"minus zero", "-0"},
        {"zero with all parts", "0.0E+0"},
        {"huge exponent", "1e400"},
        {"thirty digits", "123456789012345678901234567890"},
        {"every simple escape", R"("\"\\\/\b\f\n\r\t")"},
        {"escaped NUL", R"(["\u0000"])"},
        {"surrogate pair", R"("\uD83D\uDE00")"},
        {"lone surrogates (8.2)", R"(["\uD800","\uDC00","\uD800\uD800","\uD800x"])"},
        {"DEL is no control character here", "\"\x7F\""},
        {"two, three and four bytes", "\"\xC3\xA9 \xE9\x99\xB3 \xF0\x9F\x98\x80\""},
        {"first and last of each length",
         "[\"\xC2\x80\xDF\xBF\",\"\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\","
         "\"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\"]"},
        {"long plain string", '"' + QByteArray(1000, 'x') + '"'},
        {"empty names and strings", R"({"":"","":""})"},
        {"deepest", QByteArray(64, '[') + QByteArray(64, ']')},
        {"U+FEFF inside", "\"\xEF\xBB\xBF\""},
    };
}

inline QList<Json> badStructure()
{
    return {
        {"nothing", "", "json.empty", 0},
        {"only blanks", " \t\r\n ", "json.empty", 5},
        {"open array", "[", "json.syntax", 1},
        {"open object", "{", "json.syntax", 1},
        {"open after an element", "[1", "json.syntax", 2},
        {"open after a comma", "[1,", "json.syntax", 3},
        {"open after a name", R"({"a")", "json.syntax", 4},
        {"open after a colon", R"({"a":)", "json.syntax", 5},
        {"open after a member", R"({"a":1)", "json.syntax", 6},
        {"comma before the end of an array", "[1,]", "json.syntax", 3},
        {"comma before the end of an object", R"({"a":1,})", "json.syntax", 7},
        {"comma first", "[,1]", "json.syntax", 1},
        {"comma twice", "[1,,2]", "json.syntax", 3},
        {"comma missing", "[1 2]", "json.syntax", 3},
        {"comma missing between members", R"({"a":1 "b":2})", "json.syntax", 7},
        {"colon missing", R"({"a" 1})", "json.syntax", 5},
        {"colon twice", R"({"a"::1})", "json.syntax", 5},
        {"colon in an array", R"(["a":1])", "json.syntax", 4},
        {"value missing", R"({"a":,})", "json.syntax", 5},
        {"name is a number", "{1:2}", "json.syntax", 1},
        {"name without quotes", "{a:1}", "json.syntax", 1},
        {"name in single quotes", "{'a':1}", "json.syntax", 1},
        {"string in single quotes", "'a'", "json.syntax", 0},
        {"wrong bracket", "[1}", "json.syntax", 2},
        {"wrong brace", R"({"a":1])", "json.syntax", 6},
        {"closing first", "]", "json.syntax", 0},
        {"comment", "[1,/*x*/2]", "json.syntax", 3},
        {"no-break space", "[\xC2\xA0]", "json.syntax", 1},
        {"form feed", "[\f1]", "json.syntax", 1},
        {"NUL", bytes("[\0]", 3), "json.syntax", 1},
        {"byte that is nothing", "\xFF", "json.syntax", 0},
        {"UTF-16 with its mark", bytes("\xFF\xFE{\0}\0", 6), "json.syntax", 0},
        {"half a byte order mark", "\xEF\xBB", "json.syntax", 0},
        {"byte order mark inside", "[\xEF\xBB\xBF]", "json.syntax", 1},
        {"second value", "{} {}", "json.trailing", 3},
        {"second scalar", "1 2", "json.trailing", 2},
        {"rubbish after a word", "truex", "json.trailing", 4},
        {"rubbish after a string", R"("a"b)", "json.trailing", 3},
        {"one bracket too many", "[]]", "json.trailing", 2},
        {"NUL at the end", bytes("{}\0", 3), "json.trailing", 2},
        {"65 deep", QByteArray(65, '[') + QByteArray(65, ']'), "json.depth", 64},
        {"65 deep in objects", QByteArray(R"({"a":)").repeated(65), "json.depth", 64 * 5},
    };
}

inline QList<Json> badScalars()
{
    return {
        {"leading zero", "01", "json.syntax", 1},
        {"leading zeros", "[-00]", "json.syntax", 3},
        {"point without fraction", "1.", "json.syntax", 2},
        {"point without fraction inside", "[1.]", "json.syntax", 3},
        {"point first", ".5", "json.syntax", 0},
        {"plus first", "+1", "json.syntax", 0},
        {"minus alone", "-", "json.syntax", 1},
        {"minus and a letter", "-x", "json.syntax", 1},
        {"minus Infinity", "-Infinity", "json.syntax", 1},
        {"exponent without digits", "1e", "json.syntax", 2},
        {"signed exponent without digits", "[1e+]", "json.syntax", 4},
        {"two points", "1.2.3", "json.trailing", 3},
        {"hexadecimal", "[0x10]", "json.syntax", 2},
        {"underscore", "[1_000]", "json.syntax", 2},
        {"NaN", "NaN", "json.syntax", 0},
        {"Infinity", "Infinity", "json.syntax", 0},
        {"cut word", "nul", "json.syntax", 3},
        {"wrong word", "[trve]", "json.syntax", 3},
        {"word in capitals", "True", "json.syntax", 0},
        {"undefined", "undefined", "json.syntax", 0},
        {"open string", R"("abc)", "json.syntax", 4},
        {"open name", R"({"abc)", "json.syntax", 5},
        {"open after a backslash", R"("a\)", "json.syntax", 3},
        {"open within an escape", R"("\u12)", "json.syntax", 5},
        {"raw new line", "\"a\nb\"", "json.syntax", 2},
        {"raw tab", "\"a\tb\"", "json.syntax", 2},
        {"raw NUL", bytes("\"\0\"", 3), "json.syntax", 1},
        {"raw 1F", "\"12345678\x1F\"", "json.syntax", 9},
        {"unknown escape", R"("\x41")", "json.syntax", 2},
        {"escaped single quote", R"("\'")", "json.syntax", 2},
        {"escaped NUL byte", bytes("\"\\\0\"", 4), "json.syntax", 2},
        {"upper case U", R"("\U0041")", "json.syntax", 2},
        {"no hexadecimal digit", R"("\u12G4")", "json.syntax", 5},
        {"sign among the digits", R"("\u+123")", "json.syntax", 3},
        {"second escape of a pair broken", R"("\uD83D\uDE0")", "json.syntax", 12},
    };
}

//! RFC 8259 section 8.1: named, and read all the same.
inline QList<Json> badEncoding()
{
    return {
        {"byte order mark", "\xEF\xBB\xBF{}", "json.bom", 0, true},
        {"stray continuation", "\"a\x80\"", "json.utf8", 2, true},
        {"Latin-1", "\"caf\xE9\"", "json.utf8", 4, true},
        {"overlong slash in two bytes", "\"\xC0\xAF\"", "json.utf8", 1, true},
        {"overlong in two bytes, last", "\"\xC1\xBF\"", "json.utf8", 1, true},
        {"overlong in three bytes", "\"\xE0\x80\xAF\"", "json.utf8", 1, true},
        {"overlong in four bytes", "\"\xF0\x80\x80\xAF\"", "json.utf8", 1, true},
        {"first surrogate", "\"\xED\xA0\x80\"", "json.utf8", 1, true},
        {"last surrogate", "\"\xED\xBF\xBF\"", "json.utf8", 1, true},
        {"above U+10FFFF", "\"\xF4\x90\x80\x80\"", "json.utf8", 1, true},
        {"five bytes", "\"\xF8\x88\x80\x80\x80\"", "json.utf8", 1, true},
        {"FE and FF", "\"\xFE\xFF\"", "json.utf8", 1, true},
        {"cut before the quote", "\"\xE9\x99\"", "json.utf8", 1, true},
        {"cut before an escape", "\"\xF0\x9F\x98\\n\"", "json.utf8", 1, true},
        {"in a name", "{\"\xFF\":1}", "json.utf8", 2, true},
        {"cut at the end of the text", "\"\xE9\x99", "json.utf8", 1},
    };
}

inline QList<Json> allJson()
{
    return goodJson() + badStructure() + badScalars() + badEncoding();
}

} // namespace samples
