// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/json.h"

namespace verdict {

//! A finding in the making: its row of the rule table, and what this token adds to it.
class Draft
{
public:
    Draft(QLatin1StringView id, const QString &subject);
    Draft(QLatin1StringView id, QLatin1StringView subject)
        : Draft(id, QString(subject))
    {
    }

    Draft &outcome(base::Outcome outcome);
    //! Where the rule is written for this very case, if not where the table says.
    Draft &spec(QLatin1StringView spec);
    //! The policy asks for this answer, so that a skipped one means "cannot tell".
    Draft &required(bool required = true);
    Draft &expected(const QString &text);
    Draft &found(const QString &text);
    //! `found` and the span, from the value as it was sent.
    Draft &found(const base::json::Value &value);
    Draft &fact(QLatin1StringView name, QVariant value);
    Draft &facts(const base::Facts &facts);

    [[nodiscard]] const base::Finding &finding() const { return m_finding; }
    [[nodiscard]] base::Finding takeFinding() { return std::move(m_finding); }
    //! Place of the rule in the table.
    [[nodiscard]] qsizetype row() const { return m_row; }
    //! Required, and not answered.
    [[nodiscard]] bool isBlocking() const
    {
        return m_required && m_finding.outcome == base::Outcome::Skipped;
    }

private:
    base::Finding m_finding;
    qsizetype m_row = -1;
    bool m_required = false;
};

//! How a value reads: strings decoded, anything else as its JSON text. Very long texts are cut.
[[nodiscard]] QString shown(const base::json::Value &value);

//! The list in one line, for `expected` and `found`.
[[nodiscard]] QString inOneLine(const QStringList &list);

} // namespace verdict

Q_DECLARE_TYPEINFO(verdict::Draft, Q_RELOCATABLE_TYPE);
