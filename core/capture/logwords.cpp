// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logwords.h"

#include <cstring>

namespace capture {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("_-.@$", c) != nullptr);
}

class WordCutter
{
public:
    explicit WordCutter(QByteArrayView line)
        : m_line(line)
    {
    }

    QList<LogWord> cut(qsizetype limit)
    {
        while (skipBlanks() && m_words.size() < limit)
            m_words.append(next());
        return m_words;
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_line.size() && isBlank(m_line[m_at]))
            ++m_at;
        return m_at < m_line.size();
    }

    LogWord next()
    {
        const QByteArrayView key = takeKey();
        LogWord word = fenced();
        if (word.fence == 0)
            word = bare();
        word.key = key;
        if (word.key.isEmpty() && word.fence == '"')
            word.key = keyBefore(word.from - 1);
        return word;
    }

    //! `key=`, where something stands behind it.
    QByteArrayView takeKey()
    {
        const qsizetype start = keyAt();
        qsizetype end = start;
        while (end < m_line.size() && isKeyCharacter(m_line[end]))
            ++end;
        const bool isKey = end > start && end + 1 < m_line.size() && m_line[end] == '='
            && !isBlank(m_line[end + 1]);
        if (!isKey)
            return {};
        const QByteArrayView key = m_line.sliced(start, end - start);
        m_at = end + 1;
        return key;
    }

    //! Behind "request{", where Rust's tracing opens the fields of a span.
    [[nodiscard]] qsizetype keyAt() const
    {
        qsizetype at = m_at;
        while (at < m_line.size() && isKeyCharacter(m_line[at]))
            ++at;
        return at > m_at && at < m_line.size() && m_line[at] == '{' ? at + 1 : m_at;
    }

    //! `request: "…"`: the key was a word of its own.
    [[nodiscard]] QByteArrayView keyBefore(qsizetype quote) const
    {
        if (m_words.isEmpty() || m_words.last().fence != 0 || m_words.last().end + 1 != quote)
            return {};
        const LogWord &last = m_words.last();
        const QByteArrayView word = m_line.sliced(last.from, last.end - last.from);
        return word.endsWith(':') ? word.chopped(1) : QByteArrayView();
    }

    LogWord fenced()
    {
        const char open = m_line[m_at];
        if (open != '"' && open != '[')
            return {};
        const qsizetype end = open == '"' ? closingQuote(m_at + 1) : m_line.indexOf(']', m_at + 1);
        if (end < 0) {
            m_unclosed = true;
            return {};
        }
        const LogWord word{m_at + 1, end, open, {}};
        m_at = end + 1;
        return word;
    }

    //! Past `\"`; nginx and Apache escape quotes inside of fields so.
    [[nodiscard]] qsizetype closingQuote(qsizetype from) const
    {
        if (m_unclosed)
            return -1;
        for (qsizetype at = from; at < m_line.size(); ++at) {
            if (m_line[at] == '\\')
                ++at;
            else if (m_line[at] == '"')
                return at;
        }
        return -1;
    }

    LogWord bare()
    {
        const qsizetype from = m_at;
        while (m_at < m_line.size() && !isBlank(m_line[m_at]))
            ++m_at;
        return {from, m_at, 0, {}};
    }

    QByteArrayView m_line;
    qsizetype m_at = 0;
    bool m_unclosed = false; // searched once to the end: no further quote is closed either
    QList<LogWord> m_words;
};

} // namespace

QList<LogWord> logWords(QByteArrayView line, qsizetype limit)
{
    return WordCutter(line).cut(limit);
}

} // namespace capture
