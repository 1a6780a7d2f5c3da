// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/capturenote.h"

#include "core/report/wording.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/wraplabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRows = 3;

bool isWorse(const base::Finding &one, const base::Finding &other)
{
    const auto rank = [](base::Outcome outcome) {
        return outcome == base::Outcome::Fail ? 0 : outcome == base::Outcome::Warn ? 1 : 2;
    };
    return rank(one.outcome) < rank(other.outcome);
}

} // namespace

CaptureNote::CaptureNote(bool isLarge, QWidget *parent)
    : Card(parent)
    , m_isLarge(isLarge)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(isLarge ? u"captureWords"_s : u"captureNote"_s);
    setPadding(isLarge ? 1.2 : 0.4);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(gap(this, isLarge ? 0.8 : 0.3));
    if (!isLarge)
        setState(ColorRole::Warning, ColorRole::WarningSurface);
}

void CaptureNote::setFindings(base::Findings findings, base::Instant now)
{
    if (!m_isLarge)
        std::stable_sort(findings.begin(), findings.end(), isWorse);
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    m_now = now;
    rebuild();
    QStringList said;
    for (const base::Finding &finding : m_findings) {
        const report::Wording words = report::word(finding, now);
        said.append(words.title + u". "_s + words.explanation + u' ' + words.action);
    }
    const bool isWrong = !m_findings.isEmpty() && m_findings.first().outcome == base::Outcome::Fail;
    const bool isInformation
        = m_findings.isEmpty() || m_findings.first().outcome == base::Outcome::Pass;
    if (!m_isLarge && isInformation)
        setState(ColorRole::CardBorder, ColorRole::Card);
    else if (!m_isLarge)
        setState(isWrong ? ColorRole::Rejected : ColorRole::Warning,
                 isWrong ? ColorRole::RejectedSurface : ColorRole::WarningSurface);
    setAccessibleName(said.join(u'\n'));
    setToolTip(plaintext::tip(said.mid(0, 8).join(u"\n\n"_s)));
}

void CaptureNote::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    rebuild();
}

//! Pictures are drawn in the colours and the size of the moment.
void CaptureNote::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        rebuild();
}

void CaptureNote::rebuild()
{
    clearRows();
    const qsizetype most = m_isCompact ? 1 : mostRows;
    for (const base::Finding &finding : m_findings.first(std::min(most, m_findings.size())))
        addRow(finding, m_now);
    if (m_isLarge)
        m_rows->addStretch();
}

void CaptureNote::addRow(const base::Finding &finding, base::Instant now)
{
    const report::Wording words = report::word(finding, now);
    const Look seen = look(finding.outcome);
    const bool isInformation = finding.outcome == base::Outcome::Pass;
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(gap(this, m_isLarge ? 0.4 : 0.1));
    auto *picture = new QLabel;
    picture->setTextFormat(Qt::PlainText);
    const QColor tint = color(isInformation ? ColorRole::Accent : seen.text, palette());
    picture->setPixmap(pixmap(isInformation ? Symbol::Info : seen.symbol, tint,
                              gap(this, m_isLarge ? 1.6 : 0.9), devicePixelRatioF()));
    auto *title = new WrapLabel;
    title->setText(words.title);
    title->setMaximumLines(m_isCompact ? 1 : 3);
    auto *more = new WrapLabel;
    if (!m_isCompact)
        more->setText(m_isLarge ? words.explanation + u"\n\n"_s + words.action : words.action);
    more->setMaximumLines(m_isLarge ? 12 : 3);
    more->setRole(m_isLarge ? ColorRole::Text : ColorRole::Muted);
    if (m_isLarge)
        title->setFont(scaled(font(), 1.45, QFont::DemiBold));
    grid->addWidget(picture, 0, 0, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(more, 1, 1);
    grid->setColumnStretch(1, 1);
    m_rows->addWidget(row);
}

void CaptureNote::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace ui
