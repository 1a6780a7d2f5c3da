// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tokeneditor.h"

#include "ui/widgets/longtextview.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/tokentext.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLine = 32 * 1024;
constexpr qsizetype mostLines = 4000;
constexpr qsizetype mostBytes = 512 * 1024;
constexpr qsizetype mostSteps = 8;

//! Whether a text widget shows this without being felt (it lays out whole lines).
bool isShort(const QByteArray &bytes)
{
    if (bytes.size() <= longestLine)
        return bytes.count('\n') <= mostLines;
    if (bytes.size() > mostBytes || bytes.count('\n') > mostLines)
        return false;
    qsizetype start = 0;
    while (start >= 0 && start < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', start);
        if ((end < 0 ? bytes.size() : end) - start > longestLine)
            return false;
        start = end < 0 ? -1 : end + 1;
    }
    return true;
}

void push(QList<QByteArray> &steps, const QByteArray &bytes)
{
    steps.append(bytes);
    if (steps.size() > mostSteps)
        steps.removeFirst();
}

} // namespace

TokenEditor::TokenEditor(QWidget *parent)
    : Card(parent)
    , m_text(new TokenText)
    , m_long(new LongTextView)
    , m_note(new QLabel)
    , m_stack(new QStackedLayout)
{
    m_text->setObjectName(u"tokenText"_s);
    m_text->setAccessibleName(tr("Token"));
    m_text->setPlaceholderText(tr("Paste a token, or whatever carried it: a request, a curl "
                                  "command, a HAR file, a log, a ticket."));
    m_long->setObjectName(u"longTokenText"_s);
    m_long->setAccessibleName(tr("Long token, shown for reading"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_long);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addLayout(m_stack, 1);
    all->addWidget(m_note);
    setFocusProxy(m_text);

    connect(m_text, &TokenText::edited, this, [this] {
        Q_EMIT edited(m_text->bytes());
        Q_EMIT undoChanged();
    });
    connect(m_text, &TokenText::pasted, this, &TokenEditor::replaceByPerson);
    connect(m_text, &TokenText::filePasted, this, &TokenEditor::filePasted);
    connect(m_text, &TokenText::undoRequested, this, &TokenEditor::undo);
    connect(m_text, &TokenText::redoRequested, this, &TokenEditor::redo);
    connect(m_long, &LongTextView::pasteRequested, this, &TokenEditor::paste);
    connect(m_long, &LongTextView::clearRequested, this, &TokenEditor::clear);
    connect(m_long, &LongTextView::undoRequested, this, &TokenEditor::undo);
    connect(m_long, &LongTextView::redoRequested, this, &TokenEditor::redo);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { onFocusChanged(now); });
    updateFonts();
}

// QWidget's own destructor moves the focus, when this is no longer an editor to be told so.
TokenEditor::~TokenEditor()
{
    disconnect(qApp, nullptr, this, nullptr);
}

bool TokenEditor::isLong() const
{
    return m_stack->currentWidget() == m_long;
}

QByteArray TokenEditor::bytes() const
{
    return isLong() ? m_long->bytes() : m_text->bytes();
}

void TokenEditor::setBytes(const QByteArray &bytes)
{
    if (bytes != this->bytes())
        replace(bytes);
}

void TokenEditor::replace(const QByteArray &bytes)
{
    m_redo.clear();
    const bool ownHistory = isShort(bytes) && !isLong();
    if (!ownHistory)
        push(m_undo, this->bytes());
    display(bytes, ownHistory);
    Q_EMIT undoChanged();
}

void TokenEditor::replaceByPerson(const QByteArray &bytes)
{
    replace(bytes);
    Q_EMIT edited(bytes);
}

void TokenEditor::display(const QByteArray &bytes, bool keepHistory)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_text->setMarkup({});
    m_long->setMarkup({});
    const bool fits = isShort(bytes);
    if (!fits) {
        m_long->setBytes(bytes);
        m_note->setText(tr("%1, shown for reading. Paste to replace it.")
                            .arg(QLocale().formattedDataSize(bytes.size())));
    } else if (keepHistory) {
        m_text->replaceText(bytes);
    } else if (m_text->bytes() != bytes) {
        m_text->resetText(bytes);
    }
    if (fits)
        m_long->setBytes({});
    m_note->setVisible(!fits);
    m_stack->setCurrentIndex(fits ? 0 : 1);
    setFocusProxy(m_stack->currentWidget());
    if (hadFocus)
        m_stack->currentWidget()->setFocus();
}

void TokenEditor::setMarkup(const Markup &markup)
{
    if (isLong())
        m_long->setMarkup(markup);
    else
        m_text->setMarkup(markup);
}

void TokenEditor::setProse(bool isProse)
{
    m_text->setWordWrapMode(isProse ? QTextOption::WrapAtWordBoundaryOrAnywhere
                                    : QTextOption::WrapAnywhere);
}

void TokenEditor::showOffset(qint64 offset)
{
    if (isLong())
        m_long->showOffset(offset);
    else
        m_text->showOffset(offset);
}

void TokenEditor::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QString file = plaintext::localFile(copied);
    const QString text = QGuiApplication::clipboard()->text();
    if (!file.isEmpty())
        Q_EMIT filePasted(file);
    else if (!text.isEmpty())
        replaceByPerson(text.toUtf8());
}

void TokenEditor::clear()
{
    if (!bytes().isEmpty())
        replaceByPerson({});
}

bool TokenEditor::canUndo() const
{
    return !m_undo.isEmpty() || (!isLong() && m_text->document()->isUndoAvailable());
}

bool TokenEditor::canRedo() const
{
    return !m_redo.isEmpty() || (!isLong() && m_text->document()->isRedoAvailable());
}

void TokenEditor::undo()
{
    if (!isLong() && m_text->document()->isUndoAvailable()) {
        m_text->undo();
    } else if (!m_undo.isEmpty()) {
        push(m_redo, bytes());
        display(m_undo.takeLast(), false);
        Q_EMIT edited(bytes());
        Q_EMIT undoChanged();
    }
}

void TokenEditor::redo()
{
    if (!isLong() && m_text->document()->isRedoAvailable()) {
        m_text->redo();
    } else if (!m_redo.isEmpty()) {
        push(m_undo, bytes());
        display(m_redo.takeLast(), false);
        Q_EMIT edited(bytes());
        Q_EMIT undoChanged();
    }
}

void TokenEditor::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateFonts();
}

void TokenEditor::updateFonts()
{
    m_text->setFont(monospace(font()));
    m_long->setFont(monospace(font()));
    m_note->setPalette(textPalette(palette(), ColorRole::Muted));
}

void TokenEditor::onFocusChanged(const QWidget *now)
{
    setState(isAncestorOf(now) ? ColorRole::Accent : ColorRole::CardBorder, ColorRole::Card);
}

} // namespace ui
