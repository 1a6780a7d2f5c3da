// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/wording.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countdown.h"

class QLabel;

namespace ui {

class WrapLabel;

//! The one answer: accepted, rejected or cannot tell, why, what it stands on, and how long it
//! lasts.
class VerdictBanner final : public Card
{
    Q_OBJECT

public:
    explicit VerdictBanner(QWidget *parent = nullptr);

    //! In a low window what it stands on is left to the checks.
    void setCompact(bool isCompact);
    void setVerdict(const report::Headline &headline, const verdict::Verdict &verdict);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateFonts();
    void updateTimeFont();
    void updateColors();
    void setCountdown(const Countdown &countdown);

    verdict::Decision m_decision = verdict::Decision::CannotTell;
    ColorRole m_timeRole = ColorRole::Text;
    QLabel *m_icon;
    WrapLabel *m_title;
    WrapLabel *m_subtitle;
    WrapLabel *m_basis;
    QLabel *m_time;
    QString m_basisText;
    bool m_isCompact = false;
    QLabel *m_timeLabel;
};

} // namespace ui
