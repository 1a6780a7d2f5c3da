// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/key.h"

namespace jose {

//! Puts a KeySet together, one entry after another, and at the end judges it as a whole.
class KeySetBuilder
{
public:
    explicit KeySetBuilder(KeyOrigin origin);

    void add(const base::Result<Key> &key, std::optional<QString> kid = {});
    [[nodiscard]] KeySet finished(QByteArray source);

private:
    void label();
    void judge();
    void judgeKids();
    //! A warning about these entries; none when there are none.
    void warn(QLatin1StringView id, const QStringList &labels, QLatin1StringView spec);
    [[nodiscard]] QStringList labelsWhere(bool (*predicate)(const KeyEntry &entry)) const;

    KeySet m_set;
};

} // namespace jose
