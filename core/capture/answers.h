// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <QByteArray>

namespace capture {

//! Of an answer that is longer no words are taken: it is a page, and only names what it is about.
constexpr qsizetype longestComplaint = 16 * 1024;

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

//! The id of the cause that a backend's sentence names first; empty where it names none.
[[nodiscard]] QLatin1StringView causeIn(QByteArrayView sentence);

struct NumberedCause
{
    QLatin1StringView id{}; //!< Empty: none.
    qsizetype at = -1; //!< Where the number stands.
};
//! The first number of a message of ASP.NET Core ("IDX10223") whose cause is known. Nobody else
//! writes such numbers, so that it needs no words beside it.
[[nodiscard]] NumberedCause numberedCauseIn(QByteArrayView sentence);

//! What a backend's sentence says: one finding for each cause in it that is known.
[[nodiscard]] base::Findings judgeSentence(const ErrorAnswer &answer);

//! Whether the finding is the cause that the answer to this request told.
[[nodiscard]] bool isAnswerTo(const base::Finding &finding, qsizetype request);
//! "Refused", or a challenge without an error: any other cause says more.
[[nodiscard]] bool isVague(const base::Finding &cause);
//! Header and body of an answer may both tell why. Takes out what is vaguer than `cause` of the
//! same request; false if `cause` itself adds nothing to what was told.
[[nodiscard]] bool yieldTo(base::Findings &told, const base::Finding &cause, qsizetype request);

//! Whether `text` contains `needle`, whatever the case.
[[nodiscard]] bool hasWords(QByteArrayView text, QLatin1StringView needle);

} // namespace capture
