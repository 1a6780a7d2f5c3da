// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

#include <QStringConverter>

#include <optional>

namespace capture {

//! UTF-16, by its byte order mark (Windows tools write one), or by the zeros beside each letter of
//! a text that lost it.
[[nodiscard]] std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView head);

//! The byte order mark that editors of Windows put before UTF-8.
[[nodiscard]] bool hasUtf8Mark(QByteArrayView bytes);

//! The text as UTF-8 without a byte order mark: UTF-16 is converted, with the notice
//! capture.encoding. Other bytes stay as they are.
[[nodiscard]] QByteArray readableText(const QByteArray &bytes, Collector &collector);

//! What the first bytes of something that is no text say that it is: an archive, a picture …
[[nodiscard]] base::Finding binaryFinding(QByteArrayView head);

//! Says why nothing was found: capture.empty, capture.binary or capture.no_token, unless another
//! notice explains it.
void noteEmptyHands(Capture &capture);

} // namespace capture
