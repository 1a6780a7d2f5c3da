// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/blanks.h"
#include "core/jose/token.h"

using namespace Qt::Literals::StringLiterals;

namespace jose {

namespace {

bool startsWithName(QByteArrayView text, QLatin1StringView name)
{
    return text.size() >= name.size()
        && QLatin1StringView(text.first(name.size())).compare(name, Qt::CaseInsensitive) == 0;
}

//! Takes layer after layer off both ends until a bare token is left.
class Peeler
{
public:
    explicit Peeler(QByteArrayView pasted)
        : m_text(pasted)
    {
    }

    [[nodiscard]] CleanedInput peel();

private:
    bool peelFront();
    bool peelBack();
    bool peelFrontQuote();
    bool peelBackQuote();
    bool peelMark();
    bool peelHeaderName();
    bool peelScheme();
    bool peelFrontOf(qsizetype length, QLatin1StringView what);
    bool peelBackOf(qsizetype length, QLatin1StringView what);
    void peelSeparator();
    void dropSpace();
    void drop(qsizetype length);
    void note(QLatin1StringView what);

    QByteArrayView m_text;
    qint64 m_start = 0;
    qint64 m_openQuotes = 0;
    CleanedInput m_cleaned;
};

void Peeler::note(QLatin1StringView what)
{
    // A scheme that stands there twice is a mistake of its own kind, so it is told twice.
    if (what == "scheme"_L1 || !m_cleaned.removed.contains(what))
        m_cleaned.removed.append(what);
}

void Peeler::drop(qsizetype length)
{
    m_text = m_text.sliced(length);
    m_start += length;
}

//! The one space that the header demands is no remark.
void Peeler::dropSpace()
{
    drop(m_text.startsWith(' ') ? 1 : 0);
}

bool Peeler::peelFrontOf(qsizetype length, QLatin1StringView what)
{
    if (length == 0)
        return false;
    note(what);
    drop(length);
    return true;
}

bool Peeler::peelBackOf(qsizetype length, QLatin1StringView what)
{
    if (length == 0)
        return false;
    note(what);
    m_text.chop(length);
    return true;
}

bool Peeler::peelMark()
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    return peelFrontOf(m_text.startsWith(mark) ? mark.size() : 0, "bom"_L1);
}

//! The header's name with its colon; a quote may stand between them, as in JSON and in scripts.
bool Peeler::peelHeaderName()
{
    constexpr auto name = "authorization"_L1;
    if (!startsWithName(m_text, name))
        return false;
    qsizetype end = name.size();
    while (const qsizetype length = blanks::blankAtFront(m_text.sliced(end)))
        end += length;
    end += blanks::quoteAtFront(m_text.sliced(end));
    while (const qsizetype length = blanks::blankAtFront(m_text.sliced(end)))
        end += length;
    if (!m_text.sliced(end).startsWith(':'))
        return false;
    m_cleaned.fromAuthorizationHeader = true;
    peelFrontOf(end + 1, "header_name"_L1);
    dropSpace();
    return true;
}

//! RFC 6750 section 2.1 and RFC 9449 section 7.1: scheme, one space, token.
bool Peeler::peelScheme()
{
    for (const QLatin1StringView scheme : {"bearer"_L1, "dpop"_L1}) {
        if (!startsWithName(m_text, scheme))
            continue;
        const QByteArrayView rest = m_text.sliced(scheme.size());
        if (!rest.isEmpty() && !rest.startsWith(':') && blanks::blankAtFront(rest) == 0)
            continue;
        m_cleaned.fromAuthorizationHeader = true;
        peelFrontOf(scheme.size(), "scheme"_L1);
        peelSeparator();
        return true;
    }
    return false;
}

void Peeler::peelSeparator()
{
    peelFrontOf(m_text.startsWith(':') ? 1 : 0, "colon"_L1);
    dropSpace();
    peelFrontOf(m_text.startsWith('\t') ? 1 : 0, "tab"_L1);
}

bool Peeler::peelFront()
{
    return peelMark() || peelFrontOf(blanks::blankAtFront(m_text), "whitespace"_L1)
        || peelFrontQuote() || peelHeaderName() || peelScheme();
}

bool Peeler::peelFrontQuote()
{
    const bool peeled = peelFrontOf(blanks::quoteAtFront(m_text), "quotes"_L1);
    m_openQuotes += peeled ? 1 : 0;
    return peeled;
}

//! A lone quote behind a token is one that a copy took along. Behind JSON it may be its own, where
//! that was cut off, so there only quotes go that were opened in front.
bool Peeler::peelBackQuote()
{
    if (m_text.startsWith('{') && m_openQuotes == 0)
        return false;
    const bool peeled = peelBackOf(blanks::quoteAtBack(m_text), "quotes"_L1);
    m_openQuotes -= peeled ? 1 : 0;
    return peeled;
}

bool Peeler::peelBack()
{
    return peelBackOf(blanks::blankAtBack(m_text), "whitespace"_L1) || peelBackQuote()
        || peelBackOf(m_text.endsWith(',') ? 1 : 0, "trailing_comma"_L1)
        || peelBackOf(m_text.endsWith(';') ? 1 : 0, "trailing_semicolon"_L1);
}

CleanedInput Peeler::peel()
{
    while (peelFront() || peelBack()) { }
    m_cleaned.token = m_text.toByteArray();
    m_cleaned.span = {m_start, m_start + m_text.size()};
    return std::move(m_cleaned);
}

} // namespace

CleanedInput cleanUp(QByteArrayView pasted)
{
    return Peeler(pasted).peel();
}

} // namespace jose
