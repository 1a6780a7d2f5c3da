// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/terminal.h"

#include "core/report/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace desktop {

void print(FILE *stream, const QString &text)
{
    static_cast<void>(std::fputs(qUtf8Printable(text), stream)); // Nowhere is left to complain.
}

void complain(const base::Error &error)
{
    const report::ErrorText words = report::word(error);
    print(stderr,
          u"assay: %1. "_s.arg(words.title) + words.explanation + u' ' + words.action + u'\n');
}

} // namespace desktop
