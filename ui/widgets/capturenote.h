// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/finding.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace ui {

//! What is to be said of a capture or of an answer in it, with what to do about it: no more
//! than a few, the worst first where there is little room.
class CaptureNote final : public Card
{
    Q_OBJECT

public:
    //! `isLarge`: it stands alone and has room to explain.
    explicit CaptureNote(bool isLarge = false, QWidget *parent = nullptr);

    void setFindings(base::Findings findings, base::Instant now);
    //! In a low window a line for each must do; the tooltip tells the rest.
    void setCompact(bool isCompact);
    [[nodiscard]] bool isEmpty() const { return m_findings.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const base::Finding &finding, base::Instant now);
    void clearRows();
    void rebuild();

    bool m_isLarge;
    bool m_isCompact = false;
    base::Instant m_now{};
    base::Findings m_findings;
    QVBoxLayout *m_rows;
};

} // namespace ui
