// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/examination.h"

#include <QAbstractTableModel>

namespace ui {

//! Every key that was at hand, and why it did or did not match the token's (first) signature.
class KeysModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, TypeColumn, AlgorithmColumn, OriginColumn, ResultColumn, ColumnCount };
    enum Role {
        MatchRole = Qt::UserRole + 1, //!< int of jose::Match
        OriginRole, //!< int of jose::KeyOrigin
        ThumbprintRole,
        JsonRole, //!< The JWK as it was sent, private members removed: foreign text.
        UseRole,
        OperationsRole,
        ProblemRole, //!< base::Error::id when the key could not be read.
        FindingsRole, //!< Ids of what is wrong with the key.
    };

    explicit KeysModel(QObject *parent = nullptr);

    void setExamination(const verdict::Examination &examination);
    //! The row of the key that verified the signature; -1 when none did.
    [[nodiscard]] int verifiedRow() const { return m_verifiedRow; }
    [[nodiscard]] const jose::KeyEntry *entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    //! Why no key of a set was tried at all.
    enum class Untried : quint8 { No, NoSignature, ForeignIssuer, SignatureStopped };
    struct Row
    {
        jose::KeyEntry entry;
        jose::Attempt attempt;
        Untried untried = Untried::No;
    };
    void appendUntried(const jose::KeySet &set, Untried why);
    [[nodiscard]] static QString untriedText(Untried why);
    [[nodiscard]] QString displayText(const Row &row, int column) const;
    [[nodiscard]] static QString originText(jose::KeyOrigin origin);

    QList<Row> m_rows;
    int m_verifiedRow = -1;
};

} // namespace ui
