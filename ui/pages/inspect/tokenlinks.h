// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/examination.h"
#include "ui/widgets/textspans.h"

#include <QStringList>

//! Where things of a token stand, for linking views with each other. Pure.
namespace ui::tokenlinks {

//! The parts of the token in their colours, in the text that was pasted: the token begins at
//! `start`.
[[nodiscard]] QList<TextSpan> partColors(const jose::Token &token, qint64 start);

//! Index of a part in token.parts(); -1 when there is none.
[[nodiscard]] int headerPart(const jose::Token &token);
[[nodiscard]] int payloadPart(const jose::Token &token);
//! The part that the subject of a finding stands in.
[[nodiscard]] int partOf(const base::Finding &finding, const jose::Token &token);

//! What the fields of the policy can offer: audiences of the token, and client ids that it names.
[[nodiscard]] QStringList audiences(const jose::Token &token);
[[nodiscard]] QStringList clientIds(const jose::Token &token);

//! What stands in the place of the claims when there are none to show.
[[nodiscard]] QString noClaimsText(const verdict::Examination &examination);

} // namespace ui::tokenlinks
