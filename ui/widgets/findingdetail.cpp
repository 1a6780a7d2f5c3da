// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/findingdetail.h"

#include "core/report/difference.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextTable>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Enough of a long value around its difference to see where it is.
constexpr qsizetype shownAround = 600;

QTextCharFormat textFormat(const QFont &font, const QColor &color)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(color);
    return format;
}

//! Marked by colour, by a line under it, and readable aloud as part of the value.
QTextCharFormat differenceFormat(const QTextCharFormat &plain, const QPalette &palette)
{
    QTextCharFormat format = plain;
    format.setBackground(color(ColorRole::DifferenceSurface, palette));
    format.setForeground(color(ColorRole::DifferenceText, palette));
    format.setFontUnderline(true);
    return format;
}

struct Side
{
    QString label;
    QString text;
    report::TextRange range;
};

void insertSide(QTextCursor cursor, const Side &side, const QTextCharFormat &format,
                const QPalette &palette)
{
    const report::MarkedText pieces = report::marked(side.text, side.range);
    const QString before = pieces.before.size() > shownAround
        ? u'\u2026' + pieces.before.last(shownAround)
        : pieces.before;
    cursor.insertText(before, format);
    cursor.insertText(pieces.differing.left(shownAround), differenceFormat(format, palette));
    const bool isCut = pieces.differing.size() > shownAround || pieces.after.size() > shownAround;
    cursor.insertText(pieces.after.left(shownAround) + (isCut ? u"\u2026"_s : QString()), format);
}

} // namespace

QVariant PlainBrowser::loadResource(int, const QUrl &)
{
    return {};
}

QMimeData *PlainBrowser::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(textCursor().selection().toPlainText());
    plaintext::markSecret(copied);
    return copied;
}

FindingDetail::FindingDetail(QWidget *parent)
    : FindingDetail(new PlainBrowser, parent)
{
}

FindingDetail::FindingDetail(PlainBrowser *text, QWidget *parent)
    : DetailPane(text, parent)
    , m_text(text)
    , m_buttonRow(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_buttonRow))
{
    m_text->setObjectName(u"findingText"_s);
    m_text->setAccessibleName(tr("About the chosen check"));
    m_text->setOpenLinks(false);
    m_buttons->setContentsMargins({});
    m_buttonRow->hide();
    layout()->addWidget(m_buttonRow);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (mayOpen(url))
            Q_EMIT linkActivated(url);
    });
}

bool FindingDetail::mayOpen(const QUrl &url)
{
    constexpr std::array hosts{"www.rfc-editor.org"_L1,   "rfc-editor.org"_L1,
                               "datatracker.ietf.org"_L1, "openid.net"_L1,
                               "docs.authgear.com"_L1,    "www.w3.org"_L1};
    return url.scheme() == "https"_L1 && url.userInfo().isEmpty() && url.port() == -1
        && std::any_of(hosts.begin(), hosts.end(),
                       [&url](QLatin1StringView host) { return url.host() == host; });
}

void FindingDetail::setFinding(const base::Finding &finding, const report::Wording &wording,
                               const QList<DetailAction> &actions)
{
    const bool isSame = m_finding == finding && m_wording.title == wording.title
        && m_wording.explanation == wording.explanation && m_wording.action == wording.action;
    m_finding = finding;
    m_wording = wording;
    // Each second brings new numbers; a text that is being marked to be copied stays as it is.
    const bool isBeingRead = m_text->textCursor().hasSelection() && m_shownId == finding.id;
    if (!isSame && !isBeingRead)
        render();
    if (m_actions != actions) {
        m_actions = actions;
        rebuildButtons();
    }
}

void FindingDetail::clear()
{
    m_finding = {};
    m_wording = {};
    m_actions.clear();
    m_text->clear();
    rebuildButtons();
}

QString FindingDetail::plainText() const
{
    return m_text->toPlainText();
}

void FindingDetail::render()
{
    // Another finding is read from its beginning.
    const bool isAnother = std::exchange(m_shownId, m_finding.id) != m_finding.id;
    const int place = isAnother ? 0 : m_text->verticalScrollBar()->value();
    m_text->clear();
    m_text->document()->setDocumentMargin(0);
    QTextCursor cursor(m_text->document());
    const QTextCharFormat normal = textFormat(font(), color(ColorRole::Text, palette()));
    cursor.insertText(
        m_wording.title,
        textFormat(scaled(font(), 1.12, QFont::DemiBold), color(ColorRole::Text, palette())));
    if (!m_finding.expected.isEmpty())
        insertComparison(cursor);
    for (const QString &paragraph : {m_wording.explanation, m_wording.action}) {
        if (paragraph.isEmpty())
            continue;
        QTextBlockFormat block;
        block.setTopMargin(gap(this, 0.25));
        cursor.insertBlock(block);
        cursor.insertText(paragraph, normal);
    }
    if (!m_wording.spec.isEmpty()) {
        cursor.insertText(u"   "_s, normal);
        QTextCharFormat link = normal;
        if (mayOpen(QUrl(m_wording.specUrl))) {
            link.setAnchor(true);
            link.setAnchorHref(m_wording.specUrl);
            link.setForeground(color(ColorRole::Accent, palette()));
            link.setFontUnderline(true);
        }
        cursor.insertText(m_wording.spec, link);
    }
    // What is inserted pushes the browser's own cursor to the end, and a resize would scroll there.
    m_text->moveCursor(QTextCursor::Start);
    m_text->verticalScrollBar()->setValue(place);
}

void FindingDetail::insertComparison(QTextCursor &cursor) const
{
    // Of several audiences the pair that the sentence below is about; where nothing was found,
    // that.
    report::Compared pair = report::compared(m_finding);
    if (pair.expected.isEmpty())
        pair = {m_finding.expected, m_finding.found};
    const report::Differences differences = report::differences(pair.expected, pair.found);
    const bool isTelling = report::isTelling(differences, pair.expected, pair.found);
    const auto ranged = [isTelling](const report::TextRange &range) {
        return isTelling ? range : report::TextRange{};
    };
    const std::array sides{Side{tr("expected"), pair.expected, ranged(differences.expected)},
                           Side{tr("found"), pair.found, ranged(differences.found)}};
    QTextTableFormat shape;
    shape.setBorder(0);
    shape.setCellPadding(1);
    shape.setCellSpacing(0);
    shape.setTopMargin(gap(this, 0.2));
    QTextTable *table = cursor.insertTable(static_cast<int>(sides.size()), 2, shape);
    const QTextCharFormat name = textFormat(font(), color(ColorRole::Muted, palette()));
    const QTextCharFormat value = textFormat(monospace(font()), color(ColorRole::Text, palette()));
    for (int row = 0; row < table->rows(); ++row) {
        const Side &side = sides.at(static_cast<std::size_t>(row));
        table->cellAt(row, 0).firstCursorPosition().insertText(side.label + u"   "_s, name);
        const QTextCursor cell = table->cellAt(row, 1).firstCursorPosition();
        if (side.text.isEmpty())
            QTextCursor(cell).insertText(tr("nothing"), name);
        else
            insertSide(cell, side, value, palette());
    }
    cursor.movePosition(QTextCursor::End);
}

void FindingDetail::rebuildButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    for (const DetailAction &action : m_actions) {
        auto *button = new QPushButton(m_buttonRow);
        // An ampersand of foreign text is no mnemonic.
        const QString text = fontMetrics().elidedText(action.text, Qt::ElideMiddle,
                                                      fontMetrics().averageCharWidth() * 60);
        button->setText(QString(text).replace(u'&', "&&"_L1));
        button->setToolTip(plaintext::tip(action.text));
        button->setAccessibleName(action.text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, action] { Q_EMIT actionTriggered(action.id, action.argument); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
    m_buttonRow->setVisible(!m_actions.isEmpty());
}

void FindingDetail::changeEvent(QEvent *event)
{
    DetailPane::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        render();
}

} // namespace ui
