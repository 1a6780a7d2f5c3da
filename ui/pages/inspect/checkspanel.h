// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/judge.h"
#include "ui/pages/inspect/remedies.h"

#include <QWidget>

class QSplitter;
class QTreeView;

namespace ui {

class FindingLooks;
class FindingsModel;

//! All findings, and the chosen one at length. It follows the finding that matters most until a
//! person chooses another.
class ChecksPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksPanel(QWidget *parent = nullptr);

    //! Another token, or other evidence: the choice of a person no longer stands.
    void startOver();
    void setVerdict(const verdict::Verdict &verdict, const base::Findings &carrying,
                    const Possibilities &possible);
    [[nodiscard]] int count(base::Outcome outcome) const;
    [[nodiscard]] QSplitter *splitter() const { return m_split; }

Q_SIGNALS:
    void findingChosen(const base::Finding &finding); //!< By a person.
    void remedyChosen(ui::Remedy remedy, const QString &argument);

private:
    void choose(int row);
    void showCurrent();
    [[nodiscard]] int currentRow() const;

    FindingsModel *m_model;
    FindingLooks *m_looks;
    QTreeView *m_list;
    FindingDetail *m_detail;
    QSplitter *m_split;
    Possibilities m_possible;
    bool m_isChosenByPerson = false;
    bool m_isFollowing = false;
};

} // namespace ui
