// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tokentext.h"

#include "ui/widgets/plaintext.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

//! How many texts keep their exact bytes for undo and redo.
constexpr qsizetype knownTexts = 8;

//! Where this byte stands in the document, which has one position for "\r\n" and none for a BOM.
int position(const QByteArray &bytes, qint64 offset)
{
    const QString before = QString::fromUtf8(bytes.first(std::min<qint64>(offset, bytes.size())));
    return static_cast<int>(before.size() - before.count("\r\n"_L1));
}

} // namespace

TokenText::TokenText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAnywhere);
    // Every line wraps; a bar would only come from the cursor standing behind a full line.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setFont(monospace(font()));
    document()->setDocumentMargin(0);
    document()->clearUndoRedoStacks(); // the margin was a change that could be undone
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_shown = -1; });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isSilent)
            return;
        m_shown = -1;
        Q_EMIT edited();
    });
}

QByteArray TokenText::bytes() const
{
    QString raw = document()->toRawText();
    const auto known = std::find_if(m_known.begin(), m_known.end(),
                                    [&raw](const Known &text) { return text.raw == raw; });
    if (known != m_known.end())
        return known->bytes;
    raw.replace(QChar::ParagraphSeparator, u'\n');
    return raw.toUtf8();
}

void TokenText::replaceText(const QByteArray &bytes)
{
    const QScopedValueRollback<bool> silent(m_isSilent, true);
    QTextCursor cursor(document());
    // By positions and within a block of edits: else the cursor asks at each step where it stands
    // on the screen, and all lines are cut anew.
    cursor.beginEditBlock();
    cursor.setPosition(0);
    cursor.setPosition(document()->characterCount() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(QString::fromUtf8(bytes));
    cursor.endEditBlock();
    remember(bytes);
    updateColors();
    moveCursor(QTextCursor::Start);
}

void TokenText::resetText(const QByteArray &bytes)
{
    const QScopedValueRollback<bool> silent(m_isSilent, true);
    setPlainText(QString::fromUtf8(bytes));
    remember(bytes);
    updateColors();
}

void TokenText::remember(const QByteArray &bytes)
{
    m_shown = -1;
    const QString raw = document()->toRawText();
    m_known.removeIf([&raw](const Known &text) { return text.raw == raw; });
    m_known.append({raw, bytes});
    if (m_known.size() > knownTexts)
        m_known.removeFirst();
}

void TokenText::setMarkup(const Markup &markup)
{
    m_markup = markup;
    updateColors();
}

void TokenText::showOffset(qint64 offset)
{
    m_shown = offset;
    const QTextBlock block = document()->findBlock(position(bytes(), offset));
    if (!block.isValid())
        return;
    // Lines are counted where they are cut, and that waits until they are asked for.
    for (QTextBlock above = document()->begin(); above.isValid() && !(block < above);
         above = above.next())
        blockBoundingRect(above);
    const int inside = position(bytes(), offset) - block.position();
    const int line = block.layout()->lineForTextPosition(inside).lineNumber();
    const int wanted = block.firstLineNumber() + std::max(0, line);
    QScrollBar *bar = verticalScrollBar();
    // One line above it tells where it stands.
    if (wanted < bar->value() || wanted >= bar->value() + bar->pageStep())
        bar->setValue(wanted - 1);
}

QList<QTextLayout::FormatRange> TokenText::coloredRuns() const
{
    QList<QTextLayout::FormatRange> runs;
    const bool isPlain
        = m_markup.spans.isEmpty() && !m_markup.highlight.isValid() && !m_markup.chosen.isValid();
    if (isPlain)
        return runs;
    const QByteArray text = bytes();
    qint64 next = 0;
    for (qint64 start = 0; start < text.size(); start = next) {
        next = m_markup.nextChange(start, text.size());
        QTextLayout::FormatRange run;
        run.start = position(text, start);
        run.length = position(text, next) - run.start;
        run.format.setForeground(color(m_markup.roleAt(start), palette()));
        if (m_markup.chosen.contains(start))
            run.format.setBackground(color(ColorRole::AccentSurface, palette()));
        if (m_markup.highlight.contains(start)) {
            run.format.setBackground(color(ColorRole::MatchSurface, palette()));
            run.format.setForeground(color(ColorRole::Text, palette()));
            run.format.setFontUnderline(true);
        }
        runs.append(run);
    }
    return runs;
}

//! Formats of the layout, as a highlighter would set them. Extra selections would not do: of two
//! that touch each other the widget paints only the first.
void TokenText::updateColors()
{
    const QList<QTextLayout::FormatRange> runs = coloredRuns();
    const QScopedValueRollback<bool> silent(m_isSilent, true);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QList<QTextLayout::FormatRange> formats;
        for (QTextLayout::FormatRange run : runs) {
            const int end = std::min(run.start + run.length - block.position(), block.length());
            run.start = std::max(0, run.start - block.position());
            run.length = end - run.start;
            if (run.length > 0)
                formats.append(run);
        }
        block.layout()->setFormats(formats);
    }
    document()->markContentsDirty(0, document()->characterCount());
}

QMimeData *TokenText::createMimeDataFromSelection() const
{
    if (m_isSelectingByMouse)
        return nullptr; // the primary selection gets nothing by itself
    auto *copied = new QMimeData;
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    copied->setText(text);
    plaintext::markSecret(copied);
    return copied;
}

bool TokenText::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() ? !plaintext::localFile(source).isEmpty() : source->hasText();
}

void TokenText::insertFromMimeData(const QMimeData *source)
{
    // A copied file means what is in it; its name is not the text that was meant.
    if (const QString file = plaintext::localFile(source); !file.isEmpty()) {
        Q_EMIT filePasted(file);
        return;
    }
    const QString text = source->text();
    const bool isWhole = document()->isEmpty()
        || textCursor().selectedText().size() == document()->characterCount() - 1;
    constexpr qsizetype longInsertion = 32 * 1024;
    if (isWhole) {
        Q_EMIT pasted(text.toUtf8());
    } else if (text.size() > longInsertion) {
        const QTextCursor cursor = textCursor();
        QString all = toPlainText();
        all.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), text);
        Q_EMIT pasted(all.toUtf8());
    } else {
        textCursor().insertText(text);
        ensureCursorVisible();
    }
}

void TokenText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT redoRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TokenText::mouseReleaseEvent(QMouseEvent *event)
{
    const QScopedValueRollback<bool> selecting(m_isSelectingByMouse, true);
    QPlainTextEdit::mouseReleaseEvent(event);
}

void TokenText::dragEnterEvent(QDragEnterEvent *event)
{
    // A file goes to the page, which reads it; its name is not the text that was meant.
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}

void TokenText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

//! Before it has its size, lines are cut elsewhere.
void TokenText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_shown >= 0)
        showOffset(m_shown);
}

} // namespace ui
