// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace ui {

class Session;

//! Takes the moment to judge at: when it failed, as a mail or a log tells it.
class MomentDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit MomentDialog(Session *session, QWidget *parent = nullptr);

    void accept() override;

private:
    Session *m_session;
    QLineEdit *m_moment = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace ui
