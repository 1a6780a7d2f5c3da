// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

#include <array>

namespace jose {

//! The members of a JWS header that take part in the judgement of its signature, collected in one
//! walk: this runs for every token of a batch.
class JudgedMembers
{
public:
    enum Name : quint8 { Alg, Kid, Crit, B64 };
    static constexpr std::array<QLatin1StringView, 4> names{
        QLatin1StringView("alg"), QLatin1StringView("kid"), QLatin1StringView("crit"),
        QLatin1StringView("b64")};

    //! Either header may be absent.
    JudgedMembers(const base::json::Value &sealedHeader, const base::json::Value &openHeader);

    //! In the protected header.
    [[nodiscard]] base::json::Value sealed(Name name) const { return m_sealed.at(name); }
    //! In the unprotected header of a JSON serialization.
    [[nodiscard]] base::json::Value open(Name name) const { return m_open.at(name); }
    //! Wherever it stands; the protected one first.
    [[nodiscard]] base::json::Value either(Name name) const
    {
        return sealed(name) ? sealed(name) : open(name);
    }
    //! How often it stands in both headers together.
    [[nodiscard]] int count(Name name) const { return m_counts.at(name); }
    //! Any member, judged or not.
    [[nodiscard]] bool hasMember(QByteArrayView name) const;

private:
    using Values = std::array<base::json::Value, names.size()>;
    void collect(const base::json::Value &header, Values &values);

    base::json::Value m_sealedHeader;
    base::json::Value m_openHeader;
    Values m_sealed;
    Values m_open;
    std::array<int, names.size()> m_counts{};
};

} // namespace jose
