// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/facts.h"

#include <algorithm>

namespace base {

void Facts::insert(QLatin1StringView name, QVariant value)
{
    const qsizetype known = find(name);
    if (known >= 0) {
        m_facts[known].value = std::move(value);
        return;
    }
    constexpr qsizetype usual = 8;
    if (m_facts.isEmpty())
        m_facts.reserve(usual);
    m_facts.append({name, std::move(value)});
}

void Facts::insert(const Facts &others)
{
    if (m_facts.isEmpty()) {
        m_facts = others.m_facts;
        return;
    }
    for (const Fact &fact : others)
        insert(fact.name, fact.value);
}

QVariant Facts::value(QAnyStringView name, const QVariant &otherwise) const
{
    const qsizetype known = find(name);
    return known >= 0 ? m_facts.at(known).value : otherwise;
}

qsizetype Facts::find(QAnyStringView name) const
{
    const auto known = std::ranges::find_if(
        m_facts, [name](const Fact &fact) { return QAnyStringView(fact.name) == name; });
    return known == m_facts.cend() ? -1 : known - m_facts.cbegin();
}

} // namespace base
