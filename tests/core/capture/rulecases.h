// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>

namespace capturecases {

//! A rule of capture::carryingRules(), a capture in which it speaks up, and one that is as like it
//! as can be and in which it must be silent.
struct RuleCase
{
    const char *id = nullptr;
    QByteArray fires;
    QByteArray misses;
};

//! Every rule but capture.limit, capture.cancelled and capture.cut (an entry of many megabytes),
//! which are about reading and not about what a text says.
[[nodiscard]] QList<RuleCase> ruleCases();

//! Of them, what gateways, libraries and Authgear's front say of a request.
[[nodiscard]] QList<RuleCase> causeCases();

} // namespace capturecases
