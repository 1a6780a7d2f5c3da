// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QAbstractButton;

namespace ui {

class Session;
class WrapLabel;

//! Which moment is judged: now, or that of the capture. What counts for "why was it refused" is
//! the moment of the failure, so a refused request is judged as of then until a person says
//! otherwise. Not there when the capture tells no time.
class MomentChoice final : public Card
{
    Q_OBJECT

public:
    explicit MomentChoice(Session *session, QWidget *parent = nullptr);

    void refresh();

private:
    [[nodiscard]] QAbstractButton *addSegment(const QString &text, const char *name);
    [[nodiscard]] QString explanation(bool isAsOf) const;

    Session *m_session;
    WrapLabel *m_text;
    QAbstractButton *m_then = nullptr;
    QAbstractButton *m_now = nullptr;
};

} // namespace ui
