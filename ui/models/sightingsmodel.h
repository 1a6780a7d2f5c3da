// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/verdict/judge.h"

#include <QAbstractTableModel>

#include <chrono>
#include <functional>
#include <optional>

namespace ui {

//! What was found in a capture, in the order of the text. How each would be judged comes in
//! afterwards, some rows at a time, because it takes signatures to know.
class SightingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CarrierColumn,
        KindColumn,
        RequestColumn,
        StatusColumn,
        TimeColumn,
        SubjectColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole + 1,
        IsJudgedRole,
        DecisionRole, //!< int of verdict::Decision; nothing before it is known.
        CarryingRole, //!< int of the worst base::Outcome of how it was carried.
        CarrierTypeRole, //!< "set_cookie"
        KindRole, //!< "refresh_token"
        MethodRole,
        UrlRole, //!< As it was sent: foreign text.
        HostRole,
        PathRole,
        StatusRole,
        SubjectRole,
    };
    //! How a row is judged; asked when there is time for it.
    struct Outlook
    {
        verdict::Decision decision = verdict::Decision::CannotTell;
        QString subject;
    };
    using Judge = std::function<Outlook(qsizetype row)>;

    explicit SightingsModel(QObject *parent = nullptr);

    void setCapture(const capture::Capture &capture);
    //! All are to be judged again.
    void forgetOutlooks();
    //! Judges rows until the time is used up; false when none is left.
    bool judgeSome(const Judge &judge, std::chrono::milliseconds budget);
    void setOutlook(qsizetype row, const Outlook &outlook);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const capture::Request *requestOf(int row) const;
    [[nodiscard]] QVariant display(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    [[nodiscard]] QVariant ofRequest(int row, int role) const;

    capture::Capture m_capture;
    QList<std::optional<Outlook>> m_outlooks;
    qsizetype m_nextToJudge = 0;
};

} // namespace ui
