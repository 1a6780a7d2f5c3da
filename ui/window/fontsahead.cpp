// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/fontsahead.h"

#include <fontconfig/fontconfig.h>

namespace ui {

FontsAhead::FontsAhead()
    : m_reading([] { FcInit(); })
{
}

} // namespace ui
