// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace verdict {

//! What a backend would require. design: judgement, "Verdict".
enum class Profile : quint8 { Automatic, Access, Id, Sensitive, M2m, Any };

//! What the reader of a token demands of it. An empty list demands nothing.
struct Policy
{
    Profile profile = Profile::Automatic;
    QStringList audiences; //!< One match is enough; exact comparison.
    QString clientId;
    QStringList scopes;
    QStringList roles;
    QStringList claims; //!< Names that must be there.
    //! How old a sign-in may be. Nothing: not asked. Sensitive action always asks.
    std::optional<std::chrono::seconds> maxAuthAge = std::chrono::seconds{300};
    std::chrono::seconds leeway{0};

    friend bool operator==(const Policy &, const Policy &) = default;
};

//! "auto", "access", "id", "sensitive", "m2m", "any".
[[nodiscard]] QLatin1StringView name(Profile profile);
//! Nothing for any other word.
[[nodiscard]] std::optional<Profile> profileFromName(QStringView name);

} // namespace verdict
