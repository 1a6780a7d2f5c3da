// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/claimdetail.h"

#include "core/base/escape.h"
#include "ui/models/claimsmodel.h"
#include "ui/widgets/findingdetail.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextTable>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

//! More than this nobody reads here; the copy actions give all of it.
constexpr qsizetype shownLength = 8 * 1024;

struct Fact
{
    QString name;
    QString text;
    bool isValue = false;
};

QTextCharFormat textFormat(const QFont &font, const QColor &color)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(color);
    return format;
}

QString cut(const QString &text)
{
    const bool splitsPair = text.at(shownLength - 1).isHighSurrogate();
    return text.first(splitsPair ? shownLength - 1 : shownLength) + u'\u2026';
}

} // namespace

ClaimDetail::ClaimDetail(QWidget *parent)
    : ClaimDetail(new PlainBrowser, parent)
{
}

ClaimDetail::ClaimDetail(PlainBrowser *text, QWidget *parent)
    : DetailPane(text, parent)
    , m_text(text)
{
    m_text->setObjectName(u"claimText"_s);
    m_text->setAccessibleName(tr("About the chosen member"));
    m_text->setOpenLinks(false);
    render();
}

void ClaimDetail::setMember(const QModelIndex &member)
{
    m_member = member;
    m_text->verticalScrollBar()->setValue(0);
    render();
}

void ClaimDetail::refresh()
{
    // A text that is being marked to be copied stays as it is.
    const QString time = m_member.data(ClaimsModel::RelativeTimeRole).toString();
    if (time != m_shownTime && !m_text->textCursor().hasSelection())
        render();
}

QString ClaimDetail::plainText() const
{
    return m_text->toPlainText();
}

void ClaimDetail::render()
{
    const int place = m_text->verticalScrollBar()->value();
    m_shownTime = m_member.data(ClaimsModel::RelativeTimeRole).toString();
    m_text->clear();
    m_text->document()->setDocumentMargin(0);
    QTextCursor cursor(m_text->document());
    if (m_member.isValid()) {
        insertTitle(cursor, m_member);
        insertFacts(cursor, m_member);
    } else {
        cursor.insertText(
            tr("Choose one to read its whole value, its times and what it means; its bytes "
               "light up in the token."),
            textFormat(font(), color(ColorRole::Muted, palette())));
    }
    m_text->verticalScrollBar()->setValue(place);
}

void ClaimDetail::insertTitle(QTextCursor &cursor, const QModelIndex &member) const
{
    const QString name = member.data(ClaimsModel::NameRole).toString();
    const QString path = member.data(ClaimsModel::PointerRole).toString();
    // Of an element of a list, or of something deeper, only the path says which.
    const bool isDeep = name.isEmpty() || path.count(u'/') > 1;
    const QString title = base::escape::visible(isDeep ? path : name);
    cursor.insertText(
        title.size() > shownLength ? cut(title) : title,
        textFormat(scaled(font(), 1.12, QFont::DemiBold), color(ColorRole::Text, palette())));
    const QString meaning = member.siblingAtColumn(ClaimsModel::MeaningColumn).data().toString();
    const bool isKnown = !meaning.isEmpty();
    QTextBlockFormat block;
    block.setTopMargin(gap(this, 0.25));
    cursor.insertBlock(block);
    const bool isTop = path.count(u'/') <= 1;
    const QString custom = tr("A custom name: no specification that Assay knows defines it.");
    cursor.insertText(
        isKnown     ? meaning
            : isTop ? custom
                    : tr("A part of another value."),
        textFormat(font(), color(isKnown ? ColorRole::Text : ColorRole::Muted, palette())));
    if (member.data(ClaimsModel::IsDuplicateRole).toBool())
        cursor.insertText(u' '
                              + tr("This name occurs more than once: libraries disagree which "
                                   "one counts."),
                          textFormat(font(), color(ColorRole::Warning, palette())));
}

QString ClaimDetail::valueText(const QModelIndex &member) const
{
    const QString text = member.data(ClaimsModel::TextRole).toString();
    if (text.size() <= shownLength)
        return base::escape::visible(text);
    return base::escape::visible(cut(text)) + u'\n'
        + tr("(the beginning; it has %1 characters. Copy value gives all.)")
              .arg(QLocale().toString(text.size()));
}

void ClaimDetail::insertFacts(QTextCursor &cursor, const QModelIndex &member) const
{
    const auto joined = [&member](std::initializer_list<int> roles) {
        QStringList texts;
        for (const int role : roles)
            texts.append(member.data(role).toString());
        texts.removeAll(QString());
        return texts.join(u" \u00b7 "_s);
    };
    QList<Fact> facts{{tr("value"), valueText(member), true},
                      {tr("time"),
                       joined({ClaimsModel::LocalTimeRole, ClaimsModel::UtcTimeRole,
                               ClaimsModel::RelativeTimeRole})},
                      {tr("present"), joined({ClaimsModel::WhenRole})},
                      {tr("defined"), joined({ClaimsModel::TypeRole, ClaimsModel::SourceRole})}};
    const bool isEmptyText = facts.first().text.isEmpty();
    if (isEmptyText)
        facts.first() = {tr("value"), tr("an empty text")};
    facts.removeIf([](const Fact &one) { return one.text.isEmpty(); });
    QTextTableFormat shape;
    shape.setBorder(0);
    shape.setCellPadding(1);
    shape.setCellSpacing(0);
    shape.setTopMargin(gap(this, 0.2));
    QTextTable *table = cursor.insertTable(static_cast<int>(facts.size()), 2, shape);
    const QTextCharFormat name = textFormat(font(), color(ColorRole::Muted, palette()));
    const QColor ink = color(ColorRole::Text, palette());
    for (int row = 0; row < table->rows(); ++row) {
        const Fact &one = facts.at(row);
        table->cellAt(row, 0).firstCursorPosition().insertText(one.name + u"   "_s, name);
        table->cellAt(row, 1).firstCursorPosition().insertText(
            one.text, textFormat(one.isValue ? monospace(font()) : font(), ink));
    }
}

void ClaimDetail::changeEvent(QEvent *event)
{
    DetailPane::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        render();
}

} // namespace ui
