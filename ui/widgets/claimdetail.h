// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/detailpane.h"

#include <QPersistentModelIndex>

class QTextCursor;

namespace ui {

class PlainBrowser;

//! One member of the header or payload at length: the whole value, its time in every form, what it
//! means, when it is there and where that is written. A row of the tree has room for none of it.
class ClaimDetail final : public DetailPane
{
    Q_OBJECT

public:
    explicit ClaimDetail(QWidget *parent = nullptr);

    //! An index of a ClaimsModel; an invalid one says what can be chosen.
    void setMember(const QModelIndex &member);
    //! Relative times change with each second.
    void refresh();
    [[nodiscard]] QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    ClaimDetail(PlainBrowser *text, QWidget *parent);
    void render();
    void insertTitle(QTextCursor &cursor, const QModelIndex &member) const;
    void insertFacts(QTextCursor &cursor, const QModelIndex &member) const;
    [[nodiscard]] QString valueText(const QModelIndex &member) const;

    PlainBrowser *m_text;
    QPersistentModelIndex m_member;
    QString m_shownTime;
};

} // namespace ui
