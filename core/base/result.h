// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>
#include <QString>

#include <tl/expected.hpp>

namespace base {

//! Why something could not be done. `id` is stable and names static storage ("net.timeout"); the
//! sentence a person reads is made from it in core/report. `offset` counts bytes of the input.
struct Error
{
    QLatin1StringView id;
    QString detail; //!< What the id speaks about; may be foreign text, never a secret.
    qint64 offset = -1;

    friend bool operator==(const Error &, const Error &) = default;
};

//! A value, or the Error that says why there is none. Functions returning it are [[nodiscard]].
template <typename T>
using Result = tl::expected<T, Error>;

//! For returning an Error from a function with a Result of whatever type.
[[nodiscard]] inline tl::unexpected<Error> failure(QLatin1StringView id, QString detail = {},
                                                   qint64 offset = -1)
{
    return tl::unexpected<Error>(Error{id, std::move(detail), offset});
}

} // namespace base
