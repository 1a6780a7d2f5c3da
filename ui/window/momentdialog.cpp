// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/momentdialog.h"

#include "core/report/wording.h"
#include "ui/session/session.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

MomentDialog::MomentDialog(Session *session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setWindowTitle(tr("Judge at another moment"));
    const auto judged = std::chrono::floor<std::chrono::seconds>(session->now());
    m_moment = new QLineEdit(base::toRfc3339(judged), this);
    m_moment->selectAll();
    m_problem = new QLabel(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setPalette(textPalette(palette(), ColorRole::Rejected));
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Judge"));
    connect(buttons, &QDialogButtonBox::accepted, this, &MomentDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MomentDialog::reject);
    auto *note = new QLabel(
        tr("With its time zone, such as 2026-08-24T16:02:11+02:00, or seconds since 1970. The "
           "verdict and its countdown stand still until you judge now again."),
        this);
    note->setWordWrap(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Moment"), m_moment);
    form->addRow(note);
    form->addRow(m_problem);
    form->addRow(buttons);
    fitToTexts(this);
}

void MomentDialog::accept()
{
    const auto moment = base::parseInstant(m_moment->text().trimmed().toUtf8());
    if (moment) {
        m_session->setFixedInstant(*moment);
        QDialog::accept();
        return;
    }
    const auto words = report::word(moment.error());
    m_problem->setText(words.title + QChar::LineFeed + words.action);
    m_problem->show();
    fitToTexts(this);
    m_moment->setFocus();
}

} // namespace ui
