// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

#include <QSharedData>

#include <vector>

namespace base::json::detail {

inline constexpr quint32 nowhere = 0xFFFFFFFF;

//! One value, 32 bytes. Nodes stand in the order of their first bytes, a container before its
//! children, so the subtree of node i is [i, after) and no pointer to a child is needed.
struct Node
{
    quint32 start = 0;
    quint32 end = 0;
    quint32 nameStart = nowhere;
    quint32 nameEnd = nowhere;
    quint32 parent = nowhere;
    quint32 after = 0; //!< The first node that is not in this one's subtree.
    quint32 row = 0; //!< Among the children of the parent.
    Kind kind = Kind::Null;
    bool escapedName = false;
    bool escaped = false; //!< A string with escapes.
    bool duplicate = false;

    [[nodiscard]] bool hasName() const { return nameStart != nowhere; }
    //! The first byte of the value or, in an object, of the member.
    [[nodiscard]] quint32 memberStart() const { return hasName() ? nameStart : start; }
};
static_assert(sizeof(Node) == 32);

//! The bytes of a text and the flat tree over them. Immutable once it is read; values point into
//! it.
struct Store : QSharedData
{
    QByteArray bytes;
    std::vector<Node> nodes;
    QList<Error> problems;
    bool hasDuplicates = false;

    [[nodiscard]] const Node &node(qsizetype index) const { return nodes[size_t(index)]; }
    //! The member name as it was sent, without its quotes.
    [[nodiscard]] QByteArrayView innerName(const Node &node) const
    {
        return {bytes.constData() + node.nameStart + 1, node.nameEnd - node.nameStart - 2};
    }
    [[nodiscard]] QByteArrayView innerText(const Node &node) const
    {
        return {bytes.constData() + node.start + 1, node.end - node.start - 2};
    }
    //! With escapes resolved, UTF-8.
    [[nodiscard]] QByteArray decodedName(const Node &node) const;
    //! RFC 8259 section 8.3: names compare after decoding, code unit by code unit.
    [[nodiscard]] bool nameIs(const Node &node, QByteArrayView utf8) const;
};

//! Marks the members of the object at `object` that share a name with another one, in time that
//! grows with their number alone, whatever the names are.
void markDuplicates(Store &store, quint32 object);

} // namespace base::json::detail
