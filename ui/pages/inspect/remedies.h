// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "ui/widgets/findingdetail.h"

namespace ui {

//! What can be done about a finding with one click.
enum class Remedy : int {
    RequireAudience, //!< argument: the audience
    RequireClientId, //!< argument: the client id
    FetchKeys,
    FetchFromToken, //!< argument: the host
    ConfirmIssuer,
    OpenInner, //!< The token inside this one takes its place; undo brings this one back.
};

//! What the session could do right now.
struct Possibilities
{
    bool hasIssuer = false;
    bool isUnconfirmed = false;
    QString tokenHost;
};

[[nodiscard]] QList<DetailAction> remediesFor(const base::Finding &finding,
                                              const Possibilities &possible);

} // namespace ui
