// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace cli {

//! How many compact tokens stand in the text, with white space between them. JSON counts as none
//! here: it is one token in JSON serialization, or no token at all.
[[nodiscard]] int countTokens(QByteArrayView text);

} // namespace cli
