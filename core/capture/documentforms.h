// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

//! The small forms of files and tables that hold names and values.
namespace capture {

//! "env": `NAME=value` of an .env file or a shell, also behind `export`, `set`, `ENV` and `-`.
//! Quotes are taken off and their escapes read; a quoted value may go over lines.
[[nodiscard]] bool beginsEnvironment(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readEnvironment(const SourceText &text, qsizetype from,
                                        Collector &collector);

//! "kubernetes": a manifest in YAML, of which `data` and `stringData` of secrets and config maps
//! are read; values of a secret's `data` are base64.
[[nodiscard]] bool beginsManifest(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readManifest(const SourceText &text, qsizetype from, Collector &collector);

//! "storage": rows of local and session storage as developer tools copy them: key, tab, value.
[[nodiscard]] bool beginsStorage(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readStorage(const SourceText &text, qsizetype from, Collector &collector);

//! "cookies": rows of developer tools (name, value, domain, path …) and of cookie files (domain,
//! TRUE or FALSE, path, TRUE or FALSE, expiry, name, value), between tabs.
[[nodiscard]] bool beginsCookies(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readCookies(const SourceText &text, qsizetype from, Collector &collector);

//! "html": a page, or a piece of one that begins with a tag.
[[nodiscard]] bool beginsHtml(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readHtml(const SourceText &text, qsizetype from, Collector &collector);

} // namespace capture
