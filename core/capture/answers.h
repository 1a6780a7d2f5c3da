// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <QByteArray>

namespace capture {

//! What an answer says went wrong, in its own words.
struct ErrorAnswer
{
    QByteArray error; //!< "invalid_grant"
    QByteArray description;
    base::Span span; //!< In the capture.
};

//! A finding with the words of the answer as facts.
[[nodiscard]] base::Finding answerFinding(QLatin1StringView id, const ErrorAnswer &answer,
                                          const QString &found = {});

//! What a backend's sentence says: one finding for each cause in it that is known.
[[nodiscard]] base::Findings judgeSentence(const ErrorAnswer &answer);

//! Whether `text` contains `needle`, whatever the case.
[[nodiscard]] bool hasWords(QByteArrayView text, QLatin1StringView needle);

} // namespace capture
