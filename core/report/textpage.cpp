// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/textpage.h"

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

// In the order of Ink: SGR parameters that read well on dark and on light.
constexpr std::array inks{""_L1, "32"_L1, "31"_L1, "33"_L1, "2"_L1, "1"_L1};

//! Narrower than this a report is easier to read when the terminal wraps it.
constexpr int leastWidth = 40;

//! Breaks at blanks only: an address or an identifier stays whole, so that it can be copied.
QStringList wrap(const QString &text, qsizetype width)
{
    QStringList lines;
    QString line;
    for (const auto &word : text.split(u' ')) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > width)
            lines += std::exchange(line, QString());
        if (!line.isEmpty())
            line += u' ';
        line += word;
    }
    lines += line;
    return lines;
}

} // namespace

void TextPage::heading(const QString &text)
{
    m_text += u'\n' + painted(text, Ink::Strong) + u'\n';
}

void TextPage::entry(QChar mark, Ink ink, const QString &text, Ink textInk)
{
    wrapped(painted(mark, ink), text, textInk);
}

void TextPage::line(const QString &text, Ink ink)
{
    if (!text.isEmpty())
        wrapped(painted(u"│"_s, Ink::Quiet), text, ink);
}

void TextPage::raw(const QString &text)
{
    m_text += painted(u"│"_s, Ink::Quiet) + u' ' + text + u'\n';
}

QString TextPage::painted(const QString &text, Ink ink) const
{
    if (!m_colour || ink == Ink::Plain)
        return text;
    return u"\u001b[%1m"_s.arg(inks.at(size_t(ink))) + text + u"\u001b[0m"_s;
}

void TextPage::wrapped(const QString &mark, const QString &text, Ink ink)
{
    auto prefix = mark;
    for (const auto &line : wrap(text, std::max(m_width, leastWidth) - 2)) {
        m_text += prefix + u' ' + painted(line, ink) + u'\n';
        prefix = painted(u"│"_s, Ink::Quiet);
    }
}

} // namespace report
