// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/policy.h"

#include "core/verdict/judge.h"

#include <algorithm>
#include <array>

namespace verdict {

namespace {

using namespace Qt::Literals::StringLiterals;

// In the order of enum Profile.
constexpr auto names = std::to_array<QLatin1StringView>(
    {"auto"_L1, "access"_L1, "id"_L1, "sensitive"_L1, "m2m"_L1, "any"_L1});
static_assert(names.size() == static_cast<size_t>(Profile::Any) + 1);

} // namespace

QLatin1StringView name(Profile profile)
{
    return names[static_cast<size_t>(profile)];
}

std::optional<Profile> profileFromName(QStringView name)
{
    const auto found = std::ranges::find_if(
        names, [name](QLatin1StringView candidate) { return name == candidate; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Profile>(found - names.begin());
}

Policy completed(Policy policy, const Examination &examination, const QString &clientId,
                 const QString &resource)
{
    const bool isMachine = examination.kind.kind == Kind::M2mToken; // Which is a client of its own.
    if (policy.clientId.isEmpty() && !isMachine)
        policy.clientId = clientId;
    if (policy.audiences.isEmpty() && isMachine)
        policy.audiences = {resource};
    return policy;
}

} // namespace verdict
