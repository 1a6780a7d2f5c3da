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

//! "eyJ…": a token that is only spoken of.
[[nodiscard]] bool isMereBeginning(QByteArrayView token);

//! What programs write for nothing ("undefined", "null", "[object Object]" …), and what people
//! write for a token: "YOUR_ACCESS_TOKEN", "xxxxxxxx", "[redacted]".
[[nodiscard]] bool isPlaceholder(QByteArrayView text);

} // namespace capture
