// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/verdictbanner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/wraplabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace ui {

namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

WrapLabel *wrapLabel(const QString &name, int lines, ColorRole role, QWidget *parent)
{
    auto *label = new WrapLabel(parent);
    label->setObjectName(name);
    label->setMaximumLines(lines);
    label->setRole(role);
    return label;
}

} // namespace

using namespace Qt::Literals::StringLiterals;

VerdictBanner::VerdictBanner(QWidget *parent)
    : Card(parent)
    , m_icon(plainLabel(u"bannerIcon"_s, this))
    , m_title(wrapLabel(u"bannerTitle"_s, 4, ColorRole::Text, this))
    , m_subtitle(wrapLabel(u"bannerSubtitle"_s, 2, ColorRole::Muted, this))
    , m_basis(wrapLabel(u"bannerBasis"_s, 2, ColorRole::Muted, this))
    , m_time(plainLabel(u"bannerTime"_s, this))
    , m_timeLabel(plainLabel(u"bannerTimeLabel"_s, this))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(gap(this, 0.15));
    texts->addStretch();
    for (WrapLabel *label : {m_title, m_subtitle, m_basis})
        texts->addWidget(label);
    texts->addStretch();

    auto *times = new QVBoxLayout;
    times->setSpacing(0);
    times->addStretch();
    times->addWidget(m_time);
    times->addWidget(m_timeLabel);
    times->addStretch();

    auto *all = new QHBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(gap(this, 0.7));
    all->addWidget(m_icon, 0, Qt::AlignVCenter);
    all->addLayout(texts, 1);
    all->addLayout(times);
    updateFonts();
    updateColors();
}

void VerdictBanner::setVerdict(const report::Headline &headline, const verdict::Verdict &verdict)
{
    const bool flips = m_decision != verdict.decision;
    m_decision = verdict.decision;
    m_title->setText(headline.title);
    m_subtitle->setText(headline.subtitle);
    m_basis->setText(m_isCompact ? QString() : headline.basis);
    m_basisText = headline.basis;
    setCountdown(countdownOf(verdict));
    setAccessibleName(headline.title);
    setAccessibleDescription(headline.subtitle + u'\n' + headline.basis);
    if (flips) {
        updateColors();
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void VerdictBanner::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    m_basis->setText(isCompact ? QString() : m_basisText);
    updateFonts();
}

void VerdictBanner::setCountdown(const Countdown &countdown)
{
    m_time->setText(countdown.time);
    updateTimeFont();
    m_timeLabel->setText(countdown.label);
    m_time->setVisible(!countdown.time.isEmpty());
    m_timeLabel->setVisible(!countdown.label.isEmpty());
    if (m_timeRole != countdown.role) {
        m_timeRole = countdown.role;
        updateColors();
    }
}

void VerdictBanner::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateFonts();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateColors();
}

void VerdictBanner::updateFonts()
{
    m_title->setFont(scaled(font(), m_isCompact ? 1.15 : 1.45, QFont::DemiBold));
    m_basis->setFont(scaled(font(), 0.92));
    updateTimeFont();
    m_timeLabel->setFont(scaled(font(), 0.92));
}

//! Digits are read from afar; "more than 7000 years" would take the room of the verdict.
void VerdictBanner::updateTimeFont()
{
    constexpr qsizetype longestLarge = 10; // "9 d 23 h", "expired", "23:59:59"
    const double large = m_isCompact ? 1.4 : 2.0;
    const double factor = m_time->text().size() > longestLarge ? 1.15 : large;
    const QFont wanted = scaled(font(), factor, QFont::DemiBold);
    if (m_time->font() != wanted) // each second
        m_time->setFont(wanted);
}

void VerdictBanner::updateColors()
{
    const Look seen = look(m_decision);
    setState(seen.text, seen.surface);
    m_icon->setPixmap(
        pixmap(seen.symbol, color(seen.text, palette()), gap(this, 2.2), devicePixelRatioF()));
    m_time->setPalette(textPalette(palette(), m_timeRole));
    m_timeLabel->setPalette(textPalette(palette(), ColorRole::Muted));
}

} // namespace ui
