// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QMap>
#include <QStringList>

//! Writing JSON as Authgear's server does: object members sorted by name, no white space.
namespace practice::jsontext {

//! Member name to JSON text of the value; sorted by bytes, as Go's encoder sorts a map.
using Members = QMap<QByteArray, QByteArray>;

//! Quoted and escaped as RFC 8259 section 7 demands, and no more: other characters stay UTF-8.
[[nodiscard]] QByteArray text(QStringView value);
//! Whole numbers only: a claim with a time must not become 1.79e9.
[[nodiscard]] QByteArray number(qint64 value);
//! "true" or "false".
[[nodiscard]] QByteArray boolean(bool value);
//! An array of strings, also of one or none: Authgear never flattens aud.
[[nodiscard]] QByteArray list(const QStringList &values);
//! The values must be JSON texts already.
[[nodiscard]] QByteArray object(const Members &members);

} // namespace practice::jsontext
