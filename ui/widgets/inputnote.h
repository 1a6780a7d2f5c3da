// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/judge.h"
#include "ui/widgets/card.h"

class QLabel;

namespace ui {

class WrapLabel;

//! What the pasted text is taken for, why, and what was taken off around it.
class InputNote final : public Card
{
    Q_OBJECT

public:
    explicit InputNote(QWidget *parent = nullptr);

    void setHeading(const QString &text);
    void setExamination(const verdict::Examination &examination);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLooks();

    bool m_isReadable = false;
    QLabel *m_heading;
    QLabel *m_icon;
    WrapLabel *m_kind;
    WrapLabel *m_removed;
};

} // namespace ui
