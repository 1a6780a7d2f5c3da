// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/sourcetext.h"

namespace capture {

//! What developer tools and testers of APIs print in front of the headers: address, method, status.
//! Their labels are in the language of whoever uses them, so the values tell what a line is.
struct PanelFacts
{
    SourceText url;
    QByteArray method;
    int status = 0;
    qsizetype end = 0; //!< Where the headers begin; `from` where this is no panel.
};

//! Whether the line at `from` holds an absolute URL, a method, or both, and nothing else but a
//! label.
[[nodiscard]] bool beginsPanelFacts(QByteArrayView text, qsizetype from);
[[nodiscard]] PanelFacts readPanelFacts(const SourceText &text, qsizetype from);

//! A title between the parts of a panel in any language: a few words in front of a line that begins
//! a message or is a well-known field.
[[nodiscard]] bool isPanelTitle(QByteArrayView text, qsizetype from);

//! Where the fields of the next part begin, if nothing but empty lines, rules and remarks in
//! brackets stand before them: "(body is empty)", "---- Response ----" of Chucker. -1 if none does.
[[nodiscard]] qsizetype panelPartBehind(QByteArrayView text, qsizetype from);

} // namespace capture
