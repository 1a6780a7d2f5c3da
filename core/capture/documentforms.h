// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

//! The small forms of files and tables that hold names and values.
namespace capture {

//! "env": `NAME=value` of an .env file or a shell, also behind `export`, `set`, `ENV` and `-`.
//! Quotes are taken off and their escapes read; a quoted value may go over lines.
[[nodiscard]] BeginsForm beginsEnvironment;
[[nodiscard]] ReadForm readEnvironment;

//! "kubernetes": a manifest in YAML, of which `data` and `stringData` of secrets and config maps
//! are read; values of a secret's `data` are base64.
[[nodiscard]] BeginsForm beginsManifest;
[[nodiscard]] ReadForm readManifest;

//! "storage": rows of local and session storage as developer tools copy them: key, tab, value.
[[nodiscard]] BeginsForm beginsStorage;
[[nodiscard]] ReadForm readStorage;

//! "cookies": rows of developer tools (name, value, domain, path …) and of cookie files (domain,
//! TRUE or FALSE, path, TRUE or FALSE, expiry, name, value), between tabs.
[[nodiscard]] BeginsForm beginsCookies;
[[nodiscard]] ReadForm readCookies;

//! "html": a page, or a piece of one that begins with a tag.
[[nodiscard]] BeginsForm beginsHtml;
[[nodiscard]] ReadForm readHtml;

//! "burp": the items that Burp Suite saves as XML, requests and responses as base64 or CDATA.
[[nodiscard]] BeginsForm beginsBurp;
[[nodiscard]] ReadForm readBurp;

//! "form": the body of a request to a token endpoint, alone: `grant_type=…&refresh_token=…`.
[[nodiscard]] BeginsForm beginsFormBody;
[[nodiscard]] ReadForm readFormBody;

} // namespace capture
