// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/welcome.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/wraplabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostLines = 12;

} // namespace

Welcome::Welcome(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_text(new WrapLabel(this))
    , m_paste(new QPushButton(icon(Symbol::Paste), tr("&Paste from the clipboard"), this))
    , m_open(new QPushButton(icon(Symbol::Open), tr("Ope&n a file\u2026"), this))
    , m_sample(new QPushButton(icon(Symbol::Sample), tr("Try a &sample"), this))
    , m_middle(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"welcome"_s);
    m_paste->setObjectName(u"pasteToken"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_text->setRole(ColorRole::Muted);
    m_text->setCentred(true);
    m_text->setMaximumLines(mostLines);
    m_buttons->addStretch();
    for (QPushButton *button : {m_paste, m_open, m_sample}) {
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
    m_sample->hide();
    auto *all = new QVBoxLayout(this);
    all->setSpacing(gap(this, 0.8));
    all->addStretch(2);
    all->addWidget(m_title);
    m_middle->addStretch(1);
    m_middle->addWidget(m_text, 4);
    m_middle->addStretch(1);
    all->addLayout(m_middle);
    all->addLayout(m_buttons);
    all->addStretch(3);
    connect(m_paste, &QPushButton::clicked, this, &Welcome::pasteRequested);
    connect(m_open, &QPushButton::clicked, this, &Welcome::openRequested);
    updateFonts();
    showTexts();
}

void Welcome::setSamples(QMenu *menu)
{
    m_sample->setMenu(menu);
    showTexts();
}

void Welcome::setReading(bool isReading)
{
    if (isReading == m_isReading)
        return;
    m_isReading = isReading;
    showTexts();
}

void Welcome::showTexts()
{
    m_paste->setVisible(!m_isReading);
    m_open->setVisible(!m_isReading);
    m_sample->setVisible(!m_isReading && m_sample->menu() != nullptr);
    if (m_isReading) {
        m_title->setText(tr("Reading the file\u2026"));
        m_text->setText(
            tr("What was found is listed as soon as it has been read. Stop reading, and "
               "what was found so far is shown."));
        return;
    }
    m_title->setText(tr("Paste a token to see whether it holds"));
    m_text->setText(tr("Or paste what carried it: a request, a curl command, a HAR file, a log. "
                       "Every token in it is found, judged and explained. Give an issuer above "
                       "and fetch its keys to check signatures too. A file can be dropped "
                       "anywhere on this page."));
}

void Welcome::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateFonts();
        arrange();
    }
}

void Welcome::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

//! Large text leaves no room beside each other, and needs the margins.
void Welcome::arrange()
{
    int wanted = m_buttons->spacing() * 2;
    for (const QPushButton *button : {m_paste, m_open, m_sample})
        wanted += button->sizeHint().width();
    const bool isNarrow = wanted > contentsRect().width();
    for (const int margin : {0, 2})
        m_middle->setStretch(margin, isNarrow ? 0 : 1);
    m_buttons->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QPushButton *button : {m_paste, m_open, m_sample})
        m_buttons->setAlignment(button, isNarrow ? Qt::AlignHCenter : Qt::Alignment());
}

void Welcome::updateFonts()
{
    m_title->setFont(scaled(font(), 1.5, QFont::DemiBold));
}

} // namespace ui
