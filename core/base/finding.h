// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/facts.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace base {

//! A half-open range of bytes. A default-constructed span is "nowhere".
struct Span
{
    qint64 start = -1;
    qint64 end = -1;

    [[nodiscard]] bool isValid() const { return start >= 0 && end >= start; }
    [[nodiscard]] qint64 size() const { return isValid() ? end - start : 0; }
    [[nodiscard]] bool contains(qint64 offset) const { return offset >= start && offset < end; }
    friend bool operator==(const Span &, const Span &) = default;
};

//! How a question was answered. design: judgement, "Verdict".
enum class Outcome : quint8 {
    Pass,
    Warn, //!< Worth knowing; never changes the verdict.
    Fail, //!< One of these rejects the token.
    Skipped, //!< Could not be judged: "cannot tell" where the policy requires an answer.
};

//! One judgement, as facts. Its sentence is made in core/report/wording from `id` and the facts,
//! so that two languages, the window and the terminal say the same.
struct Finding
{
    QLatin1StringView id{}; //!< Stable, names static storage: "time.expired", "audience.mismatch".
    Outcome outcome = Outcome::Skipped;
    QString subject{}; //!< What was judged: "exp", "aud", "signature", "kid".
    QString expected{}; //!< Exactly as demanded; may be foreign text, so escape it for the sink.
    QString found{}; //!< Exactly as found; foreign text.
    Facts facts{}; //!< Whatever else the sentence needs ("seconds", "limit", "hint").
    QLatin1StringView spec{}; //!< Where the rule is written: "RFC 7519 section 4.1.4".
    Span span{}; //!< In the decoded bytes of the part that `subject` stands in, if in any.

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = QList<Finding>;

} // namespace base

Q_DECLARE_TYPEINFO(base::Finding, Q_RELOCATABLE_TYPE);
