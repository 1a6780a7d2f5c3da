// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/inputnote.h"

#include "core/report/wording.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/wraplabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString removedText(const QList<QLatin1StringView> &removed)
{
    if (removed.isEmpty())
        return {};
    QStringList names;
    for (const QLatin1StringView name : removed)
        names.append(name);
    base::Finding finding;
    finding.id = "input.cleaned"_L1;
    finding.outcome = base::Outcome::Pass;
    finding.facts.insert("removed"_L1, names);
    return report::word(finding, {}).found;
}

bool isReadable(verdict::Kind kind)
{
    return kind != verdict::Kind::Unreadable && kind != verdict::Kind::Nothing;
}

} // namespace

InputNote::InputNote(QWidget *parent)
    : Card(parent)
    , m_heading(new QLabel(tr("Found in this text"), this))
    , m_icon(new QLabel(this))
    , m_kind(new WrapLabel(this))
    , m_removed(new WrapLabel(this))
{
    setObjectName(u"inputNote"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_icon->setTextFormat(Qt::PlainText);
    m_removed->setRole(ColorRole::Muted);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(gap(this, 0.15));
    grid->setHorizontalSpacing(gap(this, 0.35));
    grid->addWidget(m_heading, 0, 0, 1, 2);
    grid->addWidget(m_icon, 1, 0, Qt::AlignTop);
    grid->addWidget(m_kind, 1, 1);
    grid->addWidget(m_removed, 2, 1);
    grid->setColumnStretch(1, 1);
    updateLooks();
}

void InputNote::setHeading(const QString &text)
{
    m_heading->setText(text);
    setAccessibleName(text + u": "_s + m_kind->text());
}

void InputNote::setExamination(const verdict::Examination &examination)
{
    m_isReadable = isReadable(examination.kind.kind);
    const QString kind = report::kindName(examination.kind.kind);
    const QString reason = report::kindReason(examination.kind);
    m_kind->setText(reason.isEmpty() ? kind : kind + u" \u00b7 "_s + reason);
    m_removed->setText(removedText(examination.evidence.presentation.removed));
    setAccessibleName(m_heading->text() + u": "_s + m_kind->text());
    setAccessibleDescription(m_removed->text());
    updateLooks();
}

void InputNote::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateLooks();
}

void InputNote::updateLooks()
{
    const Symbol symbol = m_isReadable ? Symbol::Info : Symbol::Warning;
    const ColorRole role = m_isReadable ? ColorRole::Accent : ColorRole::Warning;
    m_icon->setPixmap(pixmap(symbol, color(role, palette()), gap(this, 0.9), devicePixelRatioF()));
    m_heading->setFont(scaled(font(), 0.92));
    m_heading->setPalette(textPalette(palette(), ColorRole::Muted));
}

} // namespace ui
