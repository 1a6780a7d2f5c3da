// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/times.h"
#include "ui/models/claimfacts.h"

#include <QAbstractItemModel>
#include <QHash>

namespace ui {

//! Header or payload as a tree straight over the flat JSON nodes: the order in which it was sent,
//! each duplicate, nothing copied. A level is looked at when a view first asks for it.
class ClaimsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, TimeColumn, MeaningColumn, ColumnCount };
    enum class TimeForm : quint8 { Local, Utc, Relative, Raw };
    Q_ENUM(TimeForm)
    enum Role {
        NameRole = Qt::UserRole + 1, //!< Decoded member name: foreign text.
        TextRole, //!< A string decoded, anything else as sent: foreign text.
        RawTextRole, //!< QByteArray, the exact bytes of the value.
        PointerRole,
        SpanRole, //!< base::Span of the member, name included.
        ValueSpanRole, //!< base::Span of the value.
        KindRole, //!< int of base::json::Kind
        IsTimeRole,
        IsDuplicateRole,
        IsKnownRole, //!< The dictionary describes it.
        SourceRole, //!< Where it is defined.
        TypeRole, //!< What type the definition asks for.
        WhenRole, //!< When it is there.
        LocalTimeRole, //!< Empty where the machine's zone is UTC: UtcTimeRole says the same.
        UtcTimeRole,
        RelativeTimeRole,
    };

    explicit ClaimsModel(ClaimSet set, QObject *parent = nullptr);

    void setDocument(const base::json::Document &document);
    [[nodiscard]] const base::json::Document &document() const { return m_document; }
    //! Relative times are told against this; only the rows that show one change.
    void setNow(const report::Standpoint &now);
    void setTimeForm(TimeForm form);
    [[nodiscard]] TimeForm timeForm() const { return m_timeForm; }

    [[nodiscard]] base::json::Value value(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const base::json::Value &value) const;
    //! The innermost member that covers this decoded byte.
    [[nodiscard]] QModelIndex indexAt(qint64 offset) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    using Level = QList<qsizetype>;
    const Level &level(const base::json::Value &parent) const;
    [[nodiscard]] base::json::Value parentValue(const QModelIndex &parent) const;
    [[nodiscard]] QString displayText(const base::json::Value &value,
                                      const QModelIndex &index) const;
    [[nodiscard]] QString timeText(const base::json::Value &value, TimeForm form) const;
    [[nodiscard]] QVariant fact(const base::json::Value &value, int role) const;
    [[nodiscard]] QVariant definition(const base::json::Value &value, int role) const;
    void refreshTimes();

    base::json::Document m_document;
    mutable QHash<qsizetype, Level> m_levels; //!< By the node whose children they are.
    mutable QHash<qsizetype, int> m_rows; //!< Of every node that has a level of its own.
    report::Standpoint m_now;
    ClaimSet m_set;
    TimeForm m_timeForm = TimeForm::Local;
};

} // namespace ui

Q_DECLARE_METATYPE(base::Span)
