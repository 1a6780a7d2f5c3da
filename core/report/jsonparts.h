// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/capture/capture.h"
#include "core/report/jsonwriter.h"
#include "core/report/times.h"

//! What several schemas write in the same way.
namespace report {

//! The schemas have null for "there is none", never an empty text.
void emptyAsNull(JsonWriter &json, QLatin1StringView name, const QString &text);

//! RFC 3339 in UTC: no reader has to know what the number in the token counts.
void writeMoment(JsonWriter &json, QLatin1StringView name, std::optional<base::Instant> moment);

//! The members of a finding, inside an object that is open. The action is left out where nothing
//! is to be done.
void writeFindingMembers(JsonWriter &json, const base::Finding &finding, const Standpoint &now);

//! An object; null for nowhere.
void writeSpan(JsonWriter &json, const base::Span &span);

//! An object with `type`, `name` and `side`.
void writeCarrier(JsonWriter &json, const capture::Carrier &carrier);

//! The members of a request, inside an object that is open.
void writeRequestMembers(JsonWriter &json, const capture::Request &request);

} // namespace report
