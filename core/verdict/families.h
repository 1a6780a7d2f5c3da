// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/inquiry.h"

//! The rules, one function (and file) a family. Each asks its own question only, and none stops
//! the others.
namespace verdict {

void judgeForm(Inquiry &inquiry);
void judgeSignatures(Inquiry &inquiry);
void judgeKeys(Inquiry &inquiry);
void judgeIssuer(Inquiry &inquiry);
void judgeKind(Inquiry &inquiry);
void judgeTimes(Inquiry &inquiry);
void judgeAudience(Inquiry &inquiry);
void judgeSignIn(Inquiry &inquiry);
void judgeRequirements(Inquiry &inquiry);
void judgeClaims(Inquiry &inquiry);
void judgeDuplicates(Inquiry &inquiry);
void judgeAuthgear(Inquiry &inquiry);
void listUnchecked(Inquiry &inquiry);

} // namespace verdict
