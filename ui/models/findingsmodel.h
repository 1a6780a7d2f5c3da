// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/wording.h"

#include <QAbstractTableModel>

namespace ui {

//! The findings of a verdict: failed, warned, passed, skipped, and inside each in the order of the
//! rule table. A countdown changes rows in place and moves the one that flips, so selections stay.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CheckColumn, FoundColumn, ShortColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        OutcomeRole, //!< int of base::Outcome
        SubjectRole,
        ExpectedRole,
        FoundRole, //!< As it was found: foreign text.
        TitleRole,
        ExplanationRole,
        ActionRole,
        SpecRole,
        SpecUrlRole,
        IsCarryingRole, //!< About how the token was sent, not about what is in it.
    };

    explicit FindingsModel(QObject *parent = nullptr);

    //! `carrying`: what was found about how the token was sent.
    void setVerdict(const verdict::Verdict &verdict, const base::Findings &carrying = {});
    [[nodiscard]] int count(base::Outcome outcome) const;
    [[nodiscard]] const base::Finding *finding(int row) const;
    [[nodiscard]] const report::Wording *wording(int row) const;
    //! The row of the finding that matters most: where nothing in the token is wrong, an error in
    //! how it was sent; -1 when there is none.
    [[nodiscard]] int primaryRow() const;
    //! What to read first: the primary one, else what is wrong, else what the rest stands on.
    [[nodiscard]] int tellingRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct Row
    {
        QString key; //!< Subject and how often it came before: what a row keeps when it flips.
        base::Finding finding;
        report::Wording wording;
        bool isCarrying = false;
    };
    [[nodiscard]] static QList<Row> rowsOf(const verdict::Verdict &verdict,
                                           const base::Findings &carrying);
    void removeGone(const QList<Row> &wanted);
    void placeAll(QList<Row> wanted);
    void update(int row, Row wanted);
    [[nodiscard]] int rowOfKey(const QString &key, int from) const;

    QList<Row> m_rows;
    QString m_primaryKey;
};

} // namespace ui
