// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/keysmodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace ui {

//! Every key that was tried and why it did or did not match, with the chosen key at length below.
class KeysView final : public QWidget
{
    Q_OBJECT

public:
    explicit KeysView(QWidget *parent = nullptr);

    void setExamination(const verdict::Examination &examination);
    void setEmptyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showKey(int row);

    KeysModel *m_model;
    QTreeView *m_list;
    QPlainTextEdit *m_detail;
    QLabel *m_empty;
    QWidget *m_content;
};

} // namespace ui
