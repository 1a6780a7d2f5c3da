// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ui {

class Session;

//! Takes the shared secret of HS256, HS384 and HS512 tokens. It stays in memory and is never shown.
class SecretDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SecretDialog(Session *session, QWidget *parent = nullptr);

    void accept() override;

private:
    Session *m_session;
    QLineEdit *m_secret = nullptr;
    QComboBox *m_encoding = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace ui
