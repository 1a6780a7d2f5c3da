// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsonstore.h"

#include "core/base/jsonstring.h"

#include <QHashFunctions>
#include <QVarLengthArray>

#include <bit>

namespace base::json::detail {

QByteArray Store::decodedName(const Node &node) const
{
    const QByteArrayView inner = innerName(node);
    return node.escapedName ? decodeString(inner) : inner.toByteArray();
}

bool Store::nameIs(const Node &node, QByteArrayView utf8) const
{
    if (!node.hasName())
        return false;
    return node.escapedName ? decodedName(node) == utf8 : innerName(node) == utf8;
}

namespace {

size_t hashName(const Store &store, const Node &node, size_t seed)
{
    if (node.escapedName)
        return qHash(QByteArrayView(store.decodedName(node)), seed);
    return qHash(store.innerName(node), seed);
}

bool sameName(const Store &store, const Node &a, const Node &b)
{
    if (!a.escapedName && !b.escapedName && a.nameEnd - a.nameStart != b.nameEnd - b.nameStart)
        return false;
    if (b.escapedName)
        return store.nameIs(a, store.decodedName(b));
    return store.nameIs(a, store.innerName(b));
}

// The first member of each name, by hash with linear probing. The seed is random a process, so
// names cannot be chosen to collide.
class NameTable
{
public:
    NameTable(Store &store, qsizetype members)
        : m_store(store)
        , m_slots(std::bit_ceil(size_t(members) * 2), nowhere)
        , m_seed(QHashSeed::globalSeed())
    {
    }

    void add(quint32 index)
    {
        Node &node = m_store.nodes[index];
        const size_t mask = m_slots.size() - 1;
        size_t slot = hashName(m_store, node, m_seed) & mask;
        for (; m_slots[slot] != nowhere; slot = (slot + 1) & mask) {
            Node &other = m_store.nodes[m_slots[slot]];
            if (!sameName(m_store, other, node))
                continue;
            node.duplicate = other.duplicate = m_store.hasDuplicates = true;
            return;
        }
        m_slots[slot] = index;
    }

private:
    Store &m_store;
    std::vector<quint32> m_slots;
    size_t m_seed;
};

// Most objects are small, and comparing lengths is cheaper than hashing.
constexpr qsizetype fewMembers = 16;

void compareAll(Store &store, const QVarLengthArray<quint32, fewMembers> &members)
{
    for (qsizetype i = 1; i < members.size(); ++i) {
        Node &node = store.nodes[members[i]];
        for (qsizetype j = 0; j < i; ++j) {
            Node &other = store.nodes[members[j]];
            if (sameName(store, other, node))
                node.duplicate = other.duplicate = store.hasDuplicates = true;
        }
    }
}

} // namespace

void markDuplicates(Store &store, quint32 object)
{
    const Node &parent = store.nodes[object];
    QVarLengthArray<quint32, fewMembers> members;
    for (quint32 i = object + 1; i < parent.after; i = store.nodes[i].after)
        members.append(i);
    if (members.size() <= fewMembers)
        return compareAll(store, members);
    NameTable table(store, members.size());
    for (const quint32 member : members)
        table.add(member);
}

} // namespace base::json::detail
