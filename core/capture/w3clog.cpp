// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"
#include "core/capture/logform.h"
#include "core/capture/logtime.h"

namespace capture {

namespace {

constexpr QByteArrayView directive("#Fields:");
constexpr qsizetype mostFields = 128;

//! The words of a line: IIS puts blanks between them, CloudFront tabs.
QList<QByteArrayView> wordsOf(QByteArrayView line)
{
    const char separator = line.contains('\t') ? '\t' : ' ';
    QList<QByteArrayView> words;
    for (qsizetype from = 0; from <= line.size() && words.size() < mostFields;) {
        const qsizetype blank = line.indexOf(separator, from);
        const qsizetype end = blank < 0 ? line.size() : blank;
        words.append(line.sliced(from, end - from));
        from = end + 1;
    }
    return words;
}

//! "cs(Cookie)": the field of the request that the word holds; empty for other names.
QByteArrayView headerIn(QByteArrayView name, QByteArrayView prefix)
{
    return name.startsWith(prefix) && name.endsWith(')') ? name.sliced(prefix.size()).chopped(1)
                                                         : QByteArrayView();
}

//! The W3C extended log file format: a line names the fields of those that follow.
class W3cReader
{
public:
    W3cReader(const SourceText &text, qsizetype from, Collector &collector)
        : m_text(text)
        , m_at(from)
        , m_collector(collector)
    {
    }

    qsizetype read()
    {
        while (m_at < m_text.size() && readLine())
            m_at = nextLine(m_text.bytes(), m_at);
        return m_at;
    }

private:
    //! False at a line that is of another text.
    bool readLine()
    {
        const QByteArrayView line = lineAt(m_text.bytes(), m_at);
        if (line.startsWith(directive)) {
            m_names.clear();
            for (const QByteArrayView name : wordsOf(line.sliced(directive.size()).trimmed()))
                m_names.append(name.toByteArray());
        }
        if (line.isEmpty() || line.startsWith('#'))
            return true;
        m_words = wordsOf(line);
        if (m_words.size() != m_names.size())
            return false;
        if (mayHoldToken(line))
            readEntry(line);
        return true;
    }

    //! Nothing for a field that is not logged, or that the request had none of.
    [[nodiscard]] SourceText value(QByteArrayView name) const
    {
        const qsizetype index = m_names.indexOf(name);
        return index < 0 || m_words[index] == "-" ? SourceText() : piece(m_words[index]);
    }
    [[nodiscard]] SourceText piece(QByteArrayView word) const
    {
        return m_text.sliced(word.data() - m_text.bytes().constData(), word.size());
    }

    void readEntry(QByteArrayView line)
    {
        const qsizetype index = m_collector.beginRequest(m_text.span(m_at, line.size()));
        if (Request *request = m_collector.request(index)) {
            request->method = value("cs-method").bytes();
            request->status = value("sc-status").bytes().toInt();
            // Always in UTC, section "Date" of the format.
            request->time = readLogTime(value("date").bytes() + 'T' + value("time").bytes() + 'Z');
        }
        if (index >= 0)
            readTarget(index);
        for (qsizetype i = 0; i < m_names.size(); ++i)
            readField(index, m_names[i], m_words[i]);
    }

    void readTarget(qsizetype index)
    {
        for (const QByteArrayView name : {"x-host-header", "cs-host", "cs(Host)"}) {
            if (const SourceText host = value(name); !host.isEmpty())
                m_collector.setHost(index, host.bytes());
        }
        if (const SourceText scheme = value("cs-protocol"); !scheme.isEmpty())
            m_collector.setScheme(index, scheme.bytes());
        SourceText target = value("cs-uri-stem");
        if (const SourceText query = value("cs-uri-query"); !query.isEmpty()) {
            target.appendReplaced("?", query.sliced(0, 0).span());
            target.append(query);
        }
        m_collector.url(index, target.isEmpty() ? value("cs-uri") : target);
    }

    void readField(qsizetype index, QByteArrayView name, QByteArrayView word)
    {
        const QByteArrayView sent = headerIn(name, "cs(");
        const QByteArrayView got = headerIn(name, "sc(");
        if (word == "-" || (sent.isEmpty() && got.isEmpty()))
            return;
        const SourceText value = percentDecoded(piece(word), true);
        SourceText field = value.sliced(0, 0);
        field.appendReplaced(sent.isEmpty() ? got : sent, value.span());
        m_collector.header(index, sent.isEmpty() ? Side::Response : Side::Request, field, value);
    }

    const SourceText &m_text;
    qsizetype m_at;
    Collector &m_collector;
    QList<QByteArray> m_names;
    QList<QByteArrayView> m_words; //!< Of the line that is read.
};

} // namespace

bool beginsW3cLog(QByteArrayView text, qsizetype from)
{
    return text.sliced(from).startsWith(directive);
}

qsizetype readW3cLog(const SourceText &text, qsizetype from, Collector &collector)
{
    return W3cReader(text, from, collector).read();
}

} // namespace capture
