// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace base::json {

//! What stands between the quotes of a JSON string, decoded to UTF-8. A lone surrogate escape
//! becomes U+FFFD; bytes that are no UTF-8 stay as they were sent. `inner` must be free of syntax
//! errors: the tokenizer saw it.
[[nodiscard]] QByteArray decodeString(QByteArrayView inner);

//! The same as text. Unlike QString::fromUtf8 it keeps a leading U+FEFF, which is a character here.
[[nodiscard]] QString toText(QByteArrayView utf8);

} // namespace base::json
