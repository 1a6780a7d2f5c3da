// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace cli {

//! While it lives, Ctrl+C asks to stop instead of ending the program; the second one ends it. Says
//! on standard error how far the reading is, where that is a terminal. One at a time.
class Progress final
{
public:
    Progress();
    ~Progress();
    Q_DISABLE_COPY_MOVE(Progress)

    //! False when the person does not want to wait any more.
    [[nodiscard]] bool report(qint64 done, qint64 total);

private:
    bool m_isSeen;
    qint64 m_percent = -1;
};

} // namespace cli
