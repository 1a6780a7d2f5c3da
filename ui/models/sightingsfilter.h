// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSortFilterProxyModel>

namespace ui {

//! Rows that hold every word that was typed. A word may say where it is to be looked for: host:,
//! path:, kind:, carrier:, status:, verdict:, subject:. Without a column to sort by: the order of
//! the text.
class SightingsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SightingsFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    struct Word
    {
        QString field; //!< Empty: anywhere.
        QString text;
    };
    [[nodiscard]] bool holds(int row, const Word &word) const;

    QList<Word> m_words;
};

} // namespace ui
