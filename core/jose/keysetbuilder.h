// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/key.h"

namespace jose {

//! Puts a KeySet together, one entry after another, and at the end judges it as a whole.
class KeySetBuilder
{
public:
    //! Keys of PEM text have no place for a kid, so that none is missing there.
    enum class Naming : quint8 { ByKid, Without };

    explicit KeySetBuilder(KeyOrigin origin, Naming naming = Naming::ByKid);

    //! Also what could not be read becomes an entry, with its reason: "why did this key not match?"
    //! is asked of every key. `kid` is the name of one that could not be read.
    void add(const base::Result<Key> &key, std::optional<QString> kid = {});
    //! `source` is kept only where nothing in it is a secret: it is shown and may be copied.
    [[nodiscard]] KeySet finished(QByteArray source);

private:
    //! After all are known, because a key without a name is called "key 2 of 3".
    void label();
    void judge();
    //! RFC 7517 section 4.5: names should differ, or a kid finds several keys.
    void judgeKids();
    //! A warning about these entries; none when there are none.
    void warn(QLatin1StringView id, const QStringList &labels, QLatin1StringView spec);
    [[nodiscard]] QStringList labelsWhere(bool (*predicate)(const KeyEntry &entry)) const;

    KeySet m_set;
    Naming m_naming;
};

} // namespace jose
