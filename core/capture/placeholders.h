// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

//! What stands where a token should have been put.
namespace capture {

//! A variable that nobody filled in: "$TOKEN", "${TOKEN}", "%TOKEN%", "{{token}}", "$env:TOKEN",
//! "$(cat token)", "<token>".
[[nodiscard]] bool isVariable(QByteArrayView text);

//! What programs that log or save put over a secret: "***", "[REDACTED]", "<masked>", "••••".
[[nodiscard]] bool isMask(QByteArrayView text);

//! What programs write for nothing: "undefined", "null", "[object Object]" …
[[nodiscard]] bool isPlaceholder(QByteArrayView text);

} // namespace capture
