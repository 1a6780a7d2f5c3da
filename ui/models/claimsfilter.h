// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSortFilterProxyModel>

namespace ui {

//! Shows the members whose name, value or meaning contains a text, with everything above and below.
class ClaimsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ClaimsFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace ui
