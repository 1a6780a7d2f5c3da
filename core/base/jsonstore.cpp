// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsonstore.h"

#include "core/base/jsonstring.h"

#include <QHashFunctions>
#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <cstring>

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

// Most objects are small, and comparing all pairs is cheaper than hashing.
constexpr qsizetype fewMembers = 16;

// Equal for equal names, and seldom for others: the length and the end, where long names (URLs of
// one authority) differ.
quint64 fingerprint(QByteArrayView name)
{
    quint64 end = 0;
    const auto size = static_cast<size_t>(std::min<qsizetype>(name.size(), sizeof end));
    std::memcpy(&end, name.end() - size, size);
    return end ^ (static_cast<quint64>(name.size()) * 0x9e3779b97f4a7c15U);
}

quint64 fingerprint(const Store &store, const Node &node)
{
    return node.escapedName ? fingerprint(store.decodedName(node))
                            : fingerprint(store.innerName(node));
}

void compareAll(Store &store, const QVarLengthArray<quint32, fewMembers> &members)
{
    QVarLengthArray<quint64, fewMembers> prints;
    for (const quint32 member : members) {
        Node &node = store.nodes[member];
        const quint64 print = fingerprint(store, node);
        for (qsizetype i = 0; i < prints.size(); ++i) {
            if (prints[i] != print)
                continue;
            Node &other = store.nodes[members[i]];
            if (sameName(store, other, node))
                node.duplicate = other.duplicate = store.hasDuplicates = true;
        }
        prints.append(print);
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
