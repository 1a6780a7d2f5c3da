// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <thread>

namespace ui {

//! Has fontconfig read its lists on a thread of its own, while the program connects to its display;
//! Qt does so later, and the window waits. To be made before the QApplication, and kept until it
//! exists.
class FontsAhead final
{
public:
    FontsAhead();

private:
    std::jthread m_reading;
};

} // namespace ui
