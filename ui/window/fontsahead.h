// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QThread>

#include <memory>

namespace ui {

//! Has fontconfig read its lists on a thread of its own, while the program connects to its display;
//! Qt does so later, and the window waits. To be made before the QApplication, and kept until it
//! exists.
class FontsAhead final
{
public:
    FontsAhead();
    ~FontsAhead();
    Q_DISABLE_COPY_MOVE(FontsAhead)

private:
    std::unique_ptr<QThread> m_reading;
};

} // namespace ui
