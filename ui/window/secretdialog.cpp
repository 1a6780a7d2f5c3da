// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/secretdialog.h"

#include "core/report/wording.h"
#include "ui/session/session.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace ui {

SecretDialog::SecretDialog(Session *session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setWindowTitle(tr("Add a shared secret"));
    m_secret = new QLineEdit(this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(tr("Shared secret"));
    m_encoding = new QComboBox(this);
    m_encoding->addItems({tr("text (UTF-8)"), tr("base64"), tr("base64url"), tr("hexadecimal")});
    m_problem = new QLabel(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setPalette(textPalette(palette(), ColorRole::Rejected));
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SecretDialog::reject);
    auto *note = new QLabel(
        tr("Used for HS256, HS384 and HS512 only. It stays in memory until Assay is closed."),
        this);
    note->setWordWrap(true);
    // Wide enough for its title; what wraps has its height before it is shown.
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Secret"), m_secret);
    form->addRow(tr("Written &as"), m_encoding);
    form->addRow(note);
    form->addRow(m_problem);
    form->addRow(buttons);
    fitToTexts(this);
}

void SecretDialog::accept()
{
    const base::SecretBytes text(m_secret->text().toUtf8());
    const auto error = m_session->addSecret(text, jose::SecretEncoding(m_encoding->currentIndex()));
    if (!error) {
        QDialog::accept();
        return;
    }
    const auto words = report::word(*error);
    m_problem->setText(words.title + QChar::LineFeed + words.action);
    m_problem->show();
    fitToTexts(this);
    m_secret->setFocus();
}

} // namespace ui
