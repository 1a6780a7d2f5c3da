// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <span>

//! What the options do, in one place for --help and for the man page.
namespace cli {

struct Flag
{
    const char *name; //!< As CLI11 wants it: "-p,--port" or a positional name.
    const char *value; //!< "FILE"; null for a switch.
    const char *text;
};

[[nodiscard]] std::span<const Flag> inspectFlags();
[[nodiscard]] std::span<const Flag> captureFlags();
[[nodiscard]] std::span<const Flag> practiceFlags();
[[nodiscard]] std::span<const Flag> desktopFlags();

//! The flag of that name in a table; it must be there.
[[nodiscard]] const Flag &flag(std::span<const Flag> flags, std::string_view name);

//! A man page in section 1, as roff: of "assay-cli" or of "assay".
[[nodiscard]] QByteArray manPage(bool ofDesktop);

} // namespace cli
