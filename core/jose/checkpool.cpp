// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/checkpool.h"

#include <algorithm>

namespace jose {

namespace {

// More threads than this may verify at once; the contexts beyond are made and thrown away.
constexpr size_t maximumIdle = 16;

} // namespace

std::unique_ptr<SignatureCheck> CheckPool::take(const Algorithm &algorithm)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(
        m_idle, [&](const auto &check) { return &check->algorithm() == &algorithm; });
    if (found == m_idle.end())
        return {};
    auto check = std::move(*found);
    *found = std::move(m_idle.back());
    m_idle.pop_back();
    return check;
}

void CheckPool::giveBack(std::unique_ptr<SignatureCheck> check)
{
    const std::scoped_lock lock(m_mutex);
    if (m_idle.size() < maximumIdle)
        m_idle.push_back(std::move(check));
}

} // namespace jose
