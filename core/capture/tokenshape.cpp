// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/standardrun.h"
#include "core/capture/tokencharacters.h"
#include "core/capture/tokenscan.h"
#include "core/jose/base64url.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qsizetype signedParts = 3;
constexpr qsizetype encryptedParts = 5;
// Nobody breaks lines that are shorter; a shorter line is a line.
constexpr qsizetype shortestBrokenLine = 30;
constexpr qsizetype shortestSignature = 20;

//! The lengths in base64url of the signatures that the registered algorithms make: RSA with 1024,
//! 1536, 2048, 3072, 4096 and 8192 bits; else HS256, HS384, HS512 and ES256, ES384, ES512.
bool isSignatureLength(qsizetype length, bool isRsa)
{
    constexpr std::array<qsizetype, 6> rsa{171, 256, 342, 512, 683, 1366};
    constexpr std::array<qsizetype, 5> others{43, 64, 86, 128, 176};
    return isRsa ? std::find(rsa.begin(), rsa.end(), length) != rsa.end()
                 : std::find(others.begin(), others.end(), length) != others.end();
}

//! The value of `alg` begins with these letters; "alg" may stand in a list of words elsewhere.
bool namesAlgorithm(QByteArrayView header, QByteArrayView begin = {})
{
    qsizetype at = header.indexOf("\"alg\"");
    if (at < 0)
        return false;
    at += 5;
    while (at < header.size() && (header[at] == ' ' || header[at] == '\n'))
        ++at;
    if (!header.sliced(at).startsWith(':'))
        return at == header.size(); // cut off just here
    const qsizetype quote = header.indexOf('"', at);
    return begin.isEmpty() || (quote >= 0 && header.sliced(quote + 1).startsWith(begin));
}

//! How long the dot is that stands at the place percent-encoded, once or several times over: "%2E",
//! "%252E" …; 0 if none does.
qsizetype encodedDotAt(QByteArrayView bytes, qsizetype at)
{
    constexpr qsizetype mostTimes = 4;
    const QByteArrayView rest = bytes.sliced(std::min(at, bytes.size()));
    if (!rest.startsWith('%'))
        return 0;
    qsizetype length = 1;
    for (qsizetype times = 1; times < mostTimes && rest.sliced(length).startsWith("25"); ++times)
        length += 2;
    const bool isDot = rest.sliced(length).startsWith("2E") || rest.sliced(length).startsWith("2e");
    return isDot ? length + 2 : 0;
}

//! Grows a token from its first character on: parts, dots, and what may interrupt them.
class TokenReader
{
public:
    TokenReader(const SourceText &text, qsizetype start, StandardRun &run)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_run(run)
        , m_start(start)
        , m_at(start)
        , m_piece(start)
        , m_lineStart(start)
        , m_token(text.sliced(start, 0))
    {
    }

    //! Nothing when it is no token after all; end() says how far was read.
    [[nodiscard]] bool read();
    [[nodiscard]] FoundToken take();
    [[nodiscard]] qsizetype end() const { return m_at; }

private:
    void readPart();
    bool readDot();
    bool readEllipsis();
    bool joinNextLine();
    void readPadding();
    void readStandardAlphabet();
    void flush();
    void remark(QLatin1StringView id);
    [[nodiscard]] char at(qsizetype index) const
    {
        return index < m_bytes.size() ? m_bytes[index] : '\0';
    }
    [[nodiscard]] qsizetype skipLineBreak(qsizetype from) const;
    [[nodiscard]] bool goesOnToWhole(qsizetype next) const;
    [[nodiscard]] qsizetype lineRest(qsizetype from) const;
    [[nodiscard]] qsizetype partLength() const;
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] bool isSignature(qsizetype length) const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] bool isToken() const;

    const SourceText &m_text;
    QByteArrayView m_bytes;
    StandardRun &m_run;
    qsizetype m_start;
    qsizetype m_at;
    qsizetype m_piece; //!< Where the bytes begin that are not in m_token yet.
    qsizetype m_lineStart; //!< Of the token's characters on this line.
    SourceText m_token;
    qsizetype m_headerEnd = -1; //!< In m_token.
    qsizetype m_partStart = 0; //!< In m_token.
    qsizetype m_parts = 1;
    bool m_isShortened = false;
    QList<QLatin1StringView> m_remarks;
};

void TokenReader::remark(QLatin1StringView id)
{
    if (!m_remarks.contains(id))
        m_remarks.append(id);
}

void TokenReader::flush()
{
    if (m_at > m_piece)
        m_token.append(m_text.sliced(m_piece, m_at - m_piece));
    m_piece = m_at;
}

qsizetype TokenReader::partLength() const
{
    return m_token.size() - m_partStart;
}

void TokenReader::readPart()
{
    do {
        m_at = tokenRunEnd(m_bytes, m_at);
        flush();
    } while (joinNextLine());
    readStandardAlphabet();
    readPadding();
}

//! Behind the break and what quoting and indentation put before the next line; -1 if there is none.
//! Mail in quoted-printable breaks lines behind a "=" (RFC 2045 section 6.7).
qsizetype TokenReader::skipLineBreak(qsizetype from) const
{
    qsizetype next = from;
    if (at(next) == '=')
        ++next;
    const qsizetype lineBreak = next;
    if (at(next) == '\r')
        ++next;
    if (at(next) == '\n')
        ++next;
    if (next == lineBreak)
        return -1;
    while (at(next) == ' ' || at(next) == '\t' || at(next) == '>')
        ++next;
    return next;
}

//! How many characters of a token the rest of the line at `from` is, if it is nothing else.
qsizetype TokenReader::lineRest(qsizetype from) const
{
    qsizetype end = from;
    while (end < m_bytes.size() && (isTokenCharacter(m_bytes[end]) || m_bytes[end] == '.'))
        ++end;
    constexpr std::string_view closing{"\0\r\n=\"'`,;)}]> ", 14};
    return closing.find(at(end)) == std::string_view::npos ? 0 : end - from;
}

bool TokenReader::isSignature(qsizetype length) const
{
    const QByteArray bytes = header();
    return isSignatureLength(length, namesAlgorithm(bytes, "RS") || namesAlgorithm(bytes, "PS"));
}

//! A signature of a length that algorithms make; one more line would spoil it.
bool TokenReader::isWhole() const
{
    return m_parts >= signedParts && isSignature(partLength());
}

//! A line can end just where the signature of a shorter key would, and behind a hyphen it can be
//! short. The lines behind belong to the token all the same if the signature comes out right.
bool TokenReader::goesOnToWhole(qsizetype next) const
{
    constexpr qsizetype longestSignature = 1366;
    const bool isBroken = m_lineStart > m_start || m_at - m_lineStart >= shortestBrokenLine;
    qsizetype length = m_parts >= signedParts && isBroken ? partLength() : longestSignature;
    while (next >= 0 && length < longestSignature) {
        const qsizetype end = tokenRunEnd(m_bytes, next);
        length += end - next;
        if (end == next || lineRest(next) != end - next)
            return false;
        if (isSignature(length))
            return true;
        next = skipLineBreak(end);
    }
    return false;
}

//! Mail, terminals and PEM habits break long tokens. The next line belongs to the token when it is
//! nothing else and the token is not complete without it.
bool TokenReader::joinNextLine()
{
    const qsizetype next = skipLineBreak(m_at);
    const bool mayEnd = m_at - m_lineStart < shortestBrokenLine || isWhole();
    if (next < 0 || (mayEnd && !goesOnToWhole(next)))
        return false;
    const qsizetype length = lineRest(next);
    const bool isNext = length == 0 || nextCandidate(m_bytes.sliced(next, length), 0) == 0;
    const bool hasDot = m_bytes.sliced(next, length).contains('.');
    if (isNext || (hasDot && m_parts >= signedParts))
        return false;
    m_at = next;
    m_piece = next;
    m_lineStart = next;
    remark("carrying.line_broken"_L1);
    return true;
}

//! "+" and "/" belong to the token only where the signature comes out right with them; a path may
//! go on behind a token too.
void TokenReader::readStandardAlphabet()
{
    if ((at(m_at) != '+' && at(m_at) != '/') || isWhole())
        return;
    const StandardRun &run = m_run.around(m_bytes, m_at);
    const bool isWholeSignature
        = m_parts == signedParts && isSignature(partLength() + run.end - m_at);
    const bool isPayload
        = m_parts < signedParts && run.isFollowedByDot && run.restLength >= shortestSignature;
    if (!isWholeSignature && !isPayload)
        return;
    m_at = run.end;
    flush();
}

//! "=" is none of a token's characters, yet some makers leave it there. It is taken along where it
//! completes a group of four.
void TokenReader::readPadding()
{
    qsizetype end = m_at;
    while (end < m_at + 2 && at(end) == '=')
        ++end;
    if (end == m_at || (partLength() + end - m_at) % 4 != 0)
        return;
    m_at = end;
    flush();
}

bool TokenReader::readDot()
{
    const qsizetype encoded = encodedDotAt(m_bytes, m_at);
    const bool isEncoded = encoded > 0;
    if (at(m_at) != '.' && !isEncoded)
        return false;
    if (m_parts == 1)
        m_headerEnd = m_token.size();
    if (m_parts >= encryptedParts || (m_parts >= signedParts && !header().contains("\"enc\"")))
        return false;
    const qsizetype length = isEncoded ? encoded : 1;
    m_token.appendReplaced(".", m_text.span(m_at, length));
    if (isEncoded)
        remark("carrying.percent_encoded"_L1);
    m_at += length;
    m_piece = m_at;
    m_partStart = m_token.size();
    ++m_parts;
    return true;
}

//! What people and tools put for the part that they leave out, and what stands behind it.
bool TokenReader::readEllipsis()
{
    constexpr std::array<QByteArrayView, 5> signs{"\xE2\x80\xA6", "...", "***", "[...]",
                                                  "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"};
    const QByteArrayView rest = m_bytes.sliced(m_at);
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](QByteArrayView s) { return rest.startsWith(s); });
    if (sign == signs.end())
        return false;
    m_at += sign->size();
    while (m_at < m_bytes.size()
           && (isTokenCharacter(m_bytes[m_at]) || m_bytes[m_at] == '*' || m_bytes[m_at] == '.'))
        ++m_at;
    while (m_bytes[m_at - 1] == '.' && m_at - m_piece > sign->size())
        --m_at; // The end of the sentence.
    flush();
    m_isShortened = true;
    remark("carrying.shortened"_L1);
    return true;
}

//! As much of the first part as can be decoded.
QByteArray TokenReader::header() const
{
    constexpr qsizetype enough = 4096;
    const qsizetype end = m_headerEnd < 0 ? m_token.size() : m_headerEnd;
    return jose::base64url::repair(
               QByteArrayView(m_token.bytes()).first(std::min({end, enough, m_token.size()})))
        .bytes;
}

bool TokenReader::isToken() const
{
    constexpr qsizetype shortestHeader = 14; // {"alg":"x"}
    const qsizetype headerSize = m_parts == 1 ? m_token.size() : m_headerEnd;
    if (!m_isShortened && headerSize < shortestHeader)
        return false;
    const QByteArray bytes = header();
    if (m_parts == 1)
        return namesAlgorithm(bytes) || (m_isShortened && bytes.startsWith('{'));
    if (namesAlgorithm(bytes) || m_isShortened)
        return true;
    const QByteArrayView behind = QByteArrayView(m_token.bytes()).sliced(m_headerEnd + 1);
    return nextCandidate(behind, 0) == 0;
}

bool TokenReader::read()
{
    readPart();
    while (!readEllipsis() && readDot())
        readPart();
    return isToken();
}

FoundToken TokenReader::take()
{
    if (m_remarks.isEmpty() && m_token.size() == m_at - m_start)
        return {m_start, m_at, {}};
    return {m_start, m_at,
            std::make_shared<const Interruption>(
                Interruption{std::move(m_token), std::move(m_remarks)})};
}

//! Behind these a token may go on in some other way, or end.
bool mayGoOn(char c)
{
    constexpr std::string_view signs{"\r\n+/=%.*[\xE2"};
    return signs.find(c) != std::string_view::npos;
}

//! The header names an algorithm within its first characters, as nearly all do. Decodes nothing
//! else, and nothing onto the heap.
bool beginsWithAlgorithm(QByteArrayView part)
{
    constexpr QByteArrayView usual = "eyJhbGciOi"; // {"alg":
    if (part.startsWith(usual))
        return true;
    constexpr qsizetype enough = 64;
    std::array<char, enough> decoded{};
    size_t size = 0;
    uint bits = 0;
    int count = 0;
    for (const char c : part.first(std::min(enough, part.size()))) {
        bits = (bits << 6U) | base64urlValue(c);
        count += 6;
        if (count >= 8) {
            count -= 8;
            decoded[size++] = char((bits >> uint(count)) & 0xFFU);
        }
    }
    return namesAlgorithm({decoded.data(), qsizetype(size)});
}

//! Where a token of three plain parts ends that nothing interrupts, which is nearly every token; -1
//! when it takes a TokenReader to tell.
qsizetype plainTokenEnd(QByteArrayView bytes, qsizetype start)
{
    std::array<qsizetype, signedParts> ends{};
    qsizetype at = start;
    for (qsizetype &end : ends) {
        end = tokenRunEnd(bytes, at);
        at = end + 1;
        const bool isLast = &end == &ends.back();
        if (!isLast && (end + 1 >= bytes.size() || bytes[end] != '.' || bytes[end + 1] == '.'))
            return -1;
    }
    const bool isEnd = ends[2] == bytes.size() || !mayGoOn(bytes[ends[2]]);
    return isEnd && ends[2] > ends[1] + 1
            && beginsWithAlgorithm(bytes.sliced(start, ends[0] - start))
        ? ends[2]
        : -1;
}

} // namespace

QList<FoundToken> findTokens(const SourceText &text, qsizetype limit)
{
    QList<FoundToken> found;
    const QByteArrayView bytes = text.bytes();
    StandardRun run;
    qsizetype at = nextCandidate(bytes, 0);
    while (at >= 0 && found.size() < limit) {
        if (const qsizetype end = plainTokenEnd(bytes, at); end >= 0) {
            found.append({at, end, {}});
            at = nextCandidate(bytes, end);
            continue;
        }
        TokenReader reader(text, at, run);
        const bool isToken = reader.read();
        if (isToken)
            found.append(reader.take());
        at = nextCandidate(bytes, std::max(reader.end(), at + 1));
    }
    return found;
}

} // namespace capture
