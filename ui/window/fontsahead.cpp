// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/fontsahead.h"

#include <fontconfig/fontconfig.h>

namespace ui {

FontsAhead::FontsAhead()
    : m_reading(QThread::create([] { FcInit(); }))
{
    m_reading->start();
}

FontsAhead::~FontsAhead()
{
    m_reading->wait();
}

} // namespace ui
