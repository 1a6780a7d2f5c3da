// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/judgedmembers.h"

namespace jose {

using base::json::Value;

JudgedMembers::JudgedMembers(const Value &sealedHeader, const Value &openHeader)
    : m_sealedHeader(sealedHeader)
    , m_openHeader(openHeader)
{
    collect(sealedHeader, m_sealed);
    collect(openHeader, m_open);
}

bool JudgedMembers::hasMember(QByteArrayView name) const
{
    return m_sealedHeader.member(name) || m_openHeader.member(name);
}

void JudgedMembers::collect(const Value &header, Values &values)
{
    for (Value member = header.firstChild(); member; member = member.nextSibling()) {
        const qsizetype name = member.nameIn(names);
        if (name < 0)
            continue;
        values.at(static_cast<size_t>(name)) = member;
        ++m_counts.at(static_cast<size_t>(name));
    }
}

} // namespace jose
