// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/facts.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace capture {

//! How it is known that a compact token is not all there.
struct Truncation
{
    QLatin1StringView how{}; //!< "header", "payload", "parts" or "signature".
    qsizetype bytes = 0; //!< Of the signature.
    qsizetype expectedBytes = 0; //!< What the algorithm makes; of RSA the next usual size.
    QString algorithm;

    [[nodiscard]] QString found() const;
    [[nodiscard]] base::Facts facts() const;
};

//! Nothing when nothing is missing, or when it cannot be told.
[[nodiscard]] std::optional<Truncation> truncationOf(const QByteArray &token);

} // namespace capture
