// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/claimsfilter.h"
#include "ui/models/claimsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTreeView;

namespace ui {

class ClaimDetail;

//! Header or payload: a filter, a choice of how times are written, and the tree. Name, value, JSON
//! and path of the chosen member can be copied by menu and by keyboard.
class ClaimsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimsView(ClaimSet set, QWidget *parent = nullptr);

    void setDocument(const base::json::Document &document);
    //! What stands in the place of the tree when there is nothing to show.
    void setEmptyText(const QString &text);
    void setNow(const report::Standpoint &now);
    //! Chooses the member that covers this decoded byte.
    void chooseByte(qint64 offset);
    void focusFilter();
    [[nodiscard]] const ClaimsModel &model() const { return *m_model; }

Q_SIGNALS:
    //! In the decoded bytes; by a person. Invalid where none is chosen any more.
    void memberChosen(const base::Span &span);
    void timeFormChanged(ui::ClaimsModel::TimeForm form);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTree(const QString &name);
    [[nodiscard]] QLayout *buildBar();
    void buildActions();
    void addCopyAction(const QString &text, const QKeySequence &shortcut, int role);
    void copyRole(int role) const;
    void onCurrentChanged(const QModelIndex &current);
    [[nodiscard]] QModelIndex sourceIndex(const QModelIndex &shown) const;
    [[nodiscard]] QModelIndex shownIndex(const QModelIndex &source) const;
    void showEmptyOrTree();
    void showTimesWhereThereAre();
    void tintChosenRow();

    ClaimsModel *m_model;
    ClaimsFilter *m_filter;
    QAbstractProxyModel *m_looks;
    QLineEdit *m_filterText;
    QComboBox *m_timeForm;
    QTreeView *m_tree;
    ClaimDetail *m_detail;
    QSplitter *m_split;
    QLabel *m_empty;
    QString m_emptyText;
    bool m_isChoosing = false;
};

} // namespace ui
