// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/dispatcher.h"
#include "core/capture/forms.h"
#include "core/capture/hints.h"
#include "core/capture/nesting.h"
#include "core/capture/textencoding.h"
#include "core/capture/textsearch.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! "2026-…", "203.0.113.7 …", "[error] …", a whole record of JSON in one line, or an empty line.
bool beginsEntry(QByteArrayView line)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    const char first = line.front();
    if (first == '{')
        return line.trimmed().endsWith('}');
    if (first == '[') // alone, or before a brace, it is an array of many lines
        return line.size() > 1 && (isLetter(line[1]) || isDigit(line[1]));
    return isDigit(first) || first == '\n';
}

//! Goes through a text line by line: who begins here reads on, what nobody wants is scanned.
class Dispatcher
{
    //! OkHttp's stands behind the prefix of an entry, and its token only lines later.
    static constexpr QByteArrayView arrow{"--> "};

public:
    Dispatcher(const SourceText &text, Collector &collector)
        : m_text(text)
        , m_collector(collector)
        , m_hasArrows(find(text.bytes(), arrow) >= 0)
    {
    }

    void run();
    //! The form that most of the text has; "text" when no form was met.
    [[nodiscard]] QLatin1StringView mostlyForm() const { return m_form; }

private:
    bool readFormAt(qsizetype from);
    void scanUnclaimed(qsizetype end);
    [[nodiscard]] qsizetype lineAfter(qsizetype from) const;
    [[nodiscard]] bool isPlainEntry(qsizetype from, qsizetype end) const;

    const SourceText &m_text;
    Collector &m_collector;
    bool m_hasArrows;
    qsizetype m_at = 0;
    qsizetype m_unclaimed = 0; //!< Where the lines begin that nobody wanted so far.
    QLatin1StringView m_form = "text"_L1;
    qsizetype m_longest = 0;
};

qsizetype Dispatcher::lineAfter(qsizetype from) const
{
    const qsizetype end = m_text.bytes().indexOf('\n', from);
    return end < 0 ? m_text.size() : end + 1;
}

void Dispatcher::scanUnclaimed(qsizetype end)
{
    if (end <= m_unclaimed)
        return;
    const SourceText unclaimed = m_text.sliced(m_unclaimed, end - m_unclaimed);
    m_collector.text(-1, Side::Unknown, unclaimed);
    m_collector.remark(-1, unclaimed);
}

bool Dispatcher::readFormAt(qsizetype from)
{
    const QByteArrayView bytes = m_text.bytes();
    for (const Form &form : forms()) {
        if (!form.begins(bytes, from))
            continue;
        const qsizetype end = form.read(m_text, from, m_collector);
        if (end <= from)
            continue;
        scanUnclaimed(from);
        if (end - from > m_longest) {
            m_longest = end - from;
            m_form = form.name;
        }
        m_at = end;
        m_unclaimed = end;
        return true;
    }
    return false;
}

//! In a large text the lines that begin like an entry of a log and hold nothing to read: there can
//! be millions of them, and asking every form about each takes longer than reading them all.
bool Dispatcher::isPlainEntry(qsizetype from, qsizetype end) const
{
    constexpr qsizetype large = 1'000'000;
    constexpr qsizetype longestPrefix = 256;
    const QByteArrayView bytes = m_text.bytes();
    if (bytes.size() < large)
        return false;
    const QByteArrayView line = bytes.sliced(from, end - from);
    const QByteArrayView head = line.first(std::min(line.size(), longestPrefix));
    return beginsEntry(line) && !(m_hasArrows && head.contains(arrow)) && !mayHoldToken(line);
}

void Dispatcher::run()
{
    while (m_at < m_text.size()) {
        const qsizetype end = lineAfter(m_at);
        if (isPlainEntry(m_at, end) || !readFormAt(m_at))
            m_at = end;
    }
    scanUnclaimed(m_text.size());
}

} // namespace

QLatin1StringView dispatch(const SourceText &text, Collector &collector)
{
    const SourceText plain = withShallowQuotes(withoutMargin(withoutColours(text)));
    Dispatcher dispatcher{plain, collector};
    dispatcher.run();
    return dispatcher.mostlyForm();
}

Capture read(const QByteArray &text, const Limits &limits)
{
    Collector collector(limits);
    const QByteArray utf8 = readableText(text, collector);
    const SourceText whole(utf8);
    const QLatin1StringView form = dispatch(whole, collector);
    if (const SourceText secret = loneSecret(whole); !secret.isEmpty())
        collector.sight(-1, {}, secret);
    Capture capture = collector.take();
    capture.form = form;
    capture.text = utf8;
    capture.textAt = hasUtf8Mark(text) ? text.size() - utf8.size() : 0;
    noteEmptyHands(capture);
    return capture;
}

} // namespace capture
