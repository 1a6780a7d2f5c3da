// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/decode.h"

namespace capture {

//! Hands all fields of one side of a message to the collector: cookies that are cut over several
//! fields joined, and the scheme of the URL told where a field betrays it (Origin, Referer, a port
//! or a host that TLS is not used with).
void collectFields(Collector &collector, qsizetype request, Side side,
                   const QList<NamedText> &fields);

//! The side that a field of this name belongs to; Unknown where both have it.
[[nodiscard]] Side sideOf(QByteArrayView name);
//! A name that header fields have and other lines that look like fields do not.
[[nodiscard]] bool isTellingName(QByteArrayView name);
//! A name that holds a credential, so that one line alone is understood.
[[nodiscard]] bool isCredentialName(QByteArrayView name);

} // namespace capture
