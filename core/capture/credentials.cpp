// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/credentials.h"

#include "core/capture/carryingrules.h"
#include "core/capture/placeholders.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

enum class Carries : quint8 {
    Token, //!< A bearer token, as it belongs.
    User, //!< Name and password.
    Nothing, //!< Signatures, hashes, tickets.
};

struct Scheme
{
    QLatin1StringView name;
    Carries carries;
};
constexpr auto schemes = std::to_array<Scheme>({
    {"Bearer"_L1, Carries::Token},
    {"DPoP"_L1, Carries::Token},
    {"Basic"_L1, Carries::User},
    {"Digest"_L1, Carries::Nothing},
    {"Negotiate"_L1, Carries::Nothing},
    {"NTLM"_L1, Carries::Nothing},
    {"HOBA"_L1, Carries::Nothing},
    {"Mutual"_L1, Carries::Nothing},
    {"SCRAM-SHA-1"_L1, Carries::Nothing},
    {"SCRAM-SHA-256"_L1, Carries::Nothing},
    {"AWS4-HMAC-SHA256"_L1, Carries::Nothing},
    {"Signature"_L1, Carries::Nothing},
    {"Hawk"_L1, Carries::Nothing},
});

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

//! Blanks of Unicode that look like a plain one, or like nothing; chats and word processors put
//! them in.
struct OtherBlank
{
    QByteArrayView bytes;
    QLatin1StringView name;
};
constexpr auto otherBlanks = std::to_array<OtherBlank>({
    {"\xC2\xA0", "U+00A0"_L1},
    {"\xE2\x80\x89", "U+2009"_L1},
    {"\xE2\x80\x8B", "U+200B"_L1},
    {"\xE2\x80\xAF", "U+202F"_L1},
    {"\xE2\x81\xA0", "U+2060"_L1},
    {"\xE3\x80\x80", "U+3000"_L1},
    {"\xEF\xBB\xBF", "U+FEFF"_L1},
});

const OtherBlank *otherBlankAt(QByteArrayView text)
{
    const auto row = std::ranges::find_if(
        otherBlanks, [text](const OtherBlank &blank) { return text.startsWith(blank.bytes); });
    return row == otherBlanks.end() ? nullptr : &*row;
}

//! RFC 9110 section 5.6.2, but for the characters that no scheme in use has.
bool isSchemeCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'
        || c == '_';
}

const Scheme *findScheme(QByteArrayView name)
{
    const auto row = std::ranges::find_if(schemes, [name](const Scheme &scheme) {
        return QLatin1StringView(name).compare(scheme.name, Qt::CaseInsensitive) == 0;
    });
    return row == schemes.end() ? nullptr : row;
}

QString shown(QByteArrayView bytes)
{
    constexpr qsizetype enough = 80;
    return QString::fromUtf8(bytes.first(std::min(bytes.size(), enough)));
}

//! What people and programs put around a token: also typographic, escaped and angle ones.
constexpr std::array<QByteArrayView, 16> quoteMarks{"\\\"",
                                                    "\\'",
                                                    "\"",
                                                    "'",
                                                    "`",
                                                    "<",
                                                    ">",
                                                    "\xE2\x80\x9C",
                                                    "\xE2\x80\x9D",
                                                    "\xE2\x80\x9E",
                                                    "\xE2\x80\x98",
                                                    "\xE2\x80\x99",
                                                    "\xE2\x80\x9A",
                                                    "\xC2\xAB",
                                                    "\xC2\xBB",
                                                    "&quot;"};

qsizetype quoteAtFront(QByteArrayView text)
{
    const auto mark = std::ranges::find_if(
        quoteMarks, [text](QByteArrayView quote) { return text.startsWith(quote); });
    return mark == quoteMarks.end() ? 0 : mark->size();
}

qsizetype quoteAtBack(QByteArrayView text)
{
    const auto mark = std::ranges::find_if(
        quoteMarks, [text](QByteArrayView quote) { return text.endsWith(quote); });
    return mark == quoteMarks.end() ? 0 : mark->size();
}

//! Takes one credential apart from its front to its end, and notes what is not as it should be.
class CredentialReader
{
public:
    explicit CredentialReader(const SourceText &value)
        : m_rest(value)
    {
    }

    [[nodiscard]] QList<Credential> read();

private:
    void note(QLatin1StringView id, const QString &found = {}, const base::Facts &facts = {});
    void noteCount(QLatin1StringView id, qsizetype count);
    void dropFront(qsizetype length) { m_rest = m_rest.sliced(length); }
    void dropBack(qsizetype length) { m_rest = m_rest.sliced(0, m_rest.size() - length); }
    void dropBlanksAround();
    void dropQuotes();
    void dropMarks();
    [[nodiscard]] qsizetype schemeLength() const;
    bool readScheme();
    void readSeparator();
    void readRepeatedScheme();
    [[nodiscard]] QList<Credential> readUser();
    [[nodiscard]] QList<Credential> readToken();

    SourceText m_rest;
    Credential m_credential;
    const Scheme *m_scheme = nullptr;
};

void CredentialReader::note(QLatin1StringView id, const QString &found, const base::Facts &facts)
{
    const bool isKnown = std::ranges::any_of(
        m_credential.findings, [id](const base::Finding &finding) { return finding.id == id; });
    if (!isKnown)
        m_credential.findings.append(carryingFinding(id, found, facts));
}

void CredentialReader::noteCount(QLatin1StringView id, qsizetype count)
{
    note(id, QString::number(count), {{"count"_L1, qlonglong(count)}});
}

//! Blanks in front are the header's, RFC 9110 section 5.5; those behind are too, but some readers
//! keep them.
void CredentialReader::dropBlanksAround()
{
    while (!m_rest.isEmpty() && isBlank(m_rest.bytes().front()))
        dropFront(1);
    const QByteArray &bytes = m_rest.bytes();
    qsizetype end = bytes.size();
    while (end > 0 && isBlank(bytes[end - 1]))
        --end;
    const qsizetype count = bytes.size() - end;
    if (count == 0)
        return;
    noteCount("carrying.trailing_blank"_L1, count);
    dropBack(count);
}

//! At either end, as often as they stand there.
void CredentialReader::dropQuotes()
{
    const qsizetype front = quoteAtFront(m_rest.bytes());
    const qsizetype back = front < m_rest.size() ? quoteAtBack(m_rest.bytes()) : 0;
    if (front == 0 && back == 0)
        return;
    const QByteArrayView mark = front > 0 ? QByteArrayView(m_rest.bytes()).first(front)
                                          : QByteArrayView(m_rest.bytes()).last(back);
    note("carrying.quotes"_L1, shown(mark));
    dropFront(front);
    dropBack(back);
}

void CredentialReader::dropMarks()
{
    while (!m_rest.isEmpty() && (m_rest.bytes().back() == ',' || m_rest.bytes().back() == ';')) {
        note("carrying.trailing_mark"_L1, shown(QByteArrayView(m_rest.bytes()).last(1)));
        dropBack(1);
    }
}

//! Of the word at the front if it can be a scheme: a known one, or one with a blank and no dot
//! behind it that is not a token by itself.
qsizetype CredentialReader::schemeLength() const
{
    const QByteArrayView bytes = m_rest.bytes();
    constexpr qsizetype longest = 20;
    qsizetype end = 0;
    while (end < bytes.size() && end <= longest && isSchemeCharacter(bytes[end]))
        ++end;
    if (end == 0 || end > longest)
        return 0;
    const bool isWord
        = end == bytes.size() || isBlank(bytes[end]) || otherBlankAt(bytes.sliced(end));
    const bool isKnown = findScheme(bytes.first(end)) != nullptr;
    if (isKnown && (isWord || bytes[end] == ':'))
        return end;
    return isWord && end < bytes.size() ? end : 0;
}

bool CredentialReader::readScheme()
{
    const qsizetype length = schemeLength();
    if (length == 0)
        return false;
    m_credential.scheme = m_rest.bytes().first(length);
    m_scheme = findScheme(m_credential.scheme);
    dropFront(length);
    if (!m_scheme)
        note("carrying.other_scheme"_L1, shown(m_credential.scheme));
    else if (m_scheme->carries == Carries::Token
             && m_credential.scheme.compare(m_scheme->name.data()) != 0)
        note("carrying.lower_case"_L1, shown(m_credential.scheme));
    return true;
}

//! RFC 9110 section 11.4: one or more spaces, of which RFC 6750 section 2.1 wants exactly one.
void CredentialReader::readSeparator()
{
    if (m_rest.bytes().startsWith(':')) {
        note("carrying.colon"_L1);
        dropFront(1);
    }
    qsizetype count = 0;
    bool hasTab = false;
    const OtherBlank *other = nullptr;
    const QByteArrayView bytes = m_rest.bytes();
    for (qsizetype length = 1; count < bytes.size() && length > 0; count += length) {
        const OtherBlank *blank = otherBlankAt(bytes.sliced(count));
        hasTab = hasTab || bytes[count] == '\t';
        other = blank ? blank : other;
        length = blank ? blank->bytes.size() : isBlank(bytes[count]) ? 1 : 0;
    }
    if (hasTab)
        note("carrying.tab"_L1);
    else if (other)
        note("carrying.other_blank"_L1, other->name);
    else if (count > 1 && count < bytes.size())
        noteCount("carrying.two_spaces"_L1, count);
    dropFront(count);
}

void CredentialReader::readRepeatedScheme()
{
    constexpr int most = 8;
    for (int times = 0; times < most; ++times) {
        const qsizetype length = schemeLength();
        const Scheme *scheme = findScheme(QByteArrayView(m_rest.bytes()).first(length));
        if (!scheme || scheme->carries != Carries::Token)
            return;
        note("carrying.scheme_twice"_L1, shown(m_credential.scheme));
        dropFront(length);
        readSeparator();
    }
}

//! RFC 7617 section 2. Client credentials are no token; a JWT in either place is one.
QList<Credential> CredentialReader::readUser()
{
    if (m_rest.bytes().contains('.')) { // not base64: a bearer token behind the wrong word
        note("carrying.other_scheme"_L1, shown(m_credential.scheme));
        return readToken();
    }
    const std::optional<SourceText> decoded = base64Decoded(m_rest);
    if (!decoded)
        return {};
    QList<Credential> tokens;
    for (const SourceText &half : decoded->split(':', 2)) {
        if (half.bytes().startsWith('e') && half.bytes().count('.') >= 2)
            tokens.append({m_credential.scheme, half, m_credential.findings});
    }
    return tokens;
}

QList<Credential> CredentialReader::readToken()
{
    dropMarks();
    if (!isVariable(m_rest.bytes())) // "<token>" is one with its brackets
        dropQuotes();
    dropMarks();
    m_credential.token = m_rest;
    const QByteArray &bytes = m_rest.bytes();
    if (bytes.isEmpty())
        note("carrying.token_missing"_L1, shown(m_credential.scheme));
    else if (isMask(bytes))
        note("carrying.masked"_L1, shown(bytes));
    else if (isVariable(bytes))
        note("carrying.variable"_L1, shown(bytes));
    else if (isPlaceholder(bytes))
        note("carrying.placeholder"_L1, shown(bytes));
    return {m_credential};
}

QList<Credential> CredentialReader::read()
{
    dropBlanksAround();
    const bool isQuotedWhole = quoteAtFront(m_rest.bytes()) > 0;
    if (isQuotedWhole)
        dropQuotes();
    if (m_rest.isEmpty())
        return {};
    if (!readScheme()) {
        if (!isVariable(m_rest.bytes()))
            note("carrying.scheme_missing"_L1);
        return readToken();
    }
    readSeparator();
    if (m_scheme && m_scheme->carries == Carries::Nothing)
        return {};
    if (m_scheme && m_scheme->carries == Carries::User)
        return readUser();
    readRepeatedScheme();
    return readToken();
}

//! "Bearer a, Bearer b" is two fields that a proxy made one of, RFC 9110 section 5.3.
bool isNextCredential(QByteArrayView behindComma)
{
    const QByteArrayView word = behindComma.trimmed();
    return std::ranges::any_of(schemes, [word](const Scheme &scheme) {
        return scheme.carries != Carries::Nothing && word.size() > scheme.name.size()
            && isBlank(word[scheme.name.size()])
            && QLatin1StringView(word.first(scheme.name.size()))
                   .compare(scheme.name, Qt::CaseInsensitive)
            == 0;
    });
}

QList<SourceText> cutAtCredentials(const SourceText &value)
{
    constexpr qsizetype longestScheme = 40;
    QList<SourceText> pieces;
    qsizetype start = 0;
    const QByteArrayView bytes = value.bytes();
    for (qsizetype comma = bytes.indexOf(','); comma >= 0; comma = bytes.indexOf(',', comma + 1)) {
        const QByteArrayView behind = bytes.sliced(comma + 1);
        if (!isNextCredential(behind.first(std::min(behind.size(), longestScheme))))
            continue;
        pieces.append(value.sliced(start, comma - start));
        start = comma + 1;
    }
    pieces.append(value.sliced(start));
    return pieces;
}

} // namespace

bool isCredentialScheme(QByteArrayView word)
{
    const Scheme *scheme = findScheme(word);
    return scheme && scheme->carries == Carries::Token;
}

QList<Credential> readCredentials(const SourceText &value)
{
    QList<Credential> credentials;
    const QList<SourceText> pieces = cutAtCredentials(value);
    for (const SourceText &piece : pieces)
        credentials.append(CredentialReader(piece).read());
    // Of "Basic …, Bearer …" a backend reads the first, which is no token to be told beside it.
    if (pieces.size() > 1 && credentials.size() == 1)
        credentials.first().findings.append(
            carryingFinding("carrying.several_authorization"_L1, QString::number(pieces.size()),
                            {{"count"_L1, qlonglong(pieces.size())}}));
    return credentials;
}

} // namespace capture
