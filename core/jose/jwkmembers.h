// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"
#include "core/jose/algorithms.h"
#include "core/jose/keydata.h"

namespace jose {

//! Reads the members of one JWK and remembers the first thing that is wrong, so that a reader can
//! ask for all it needs and look once.
class JwkMembers
{
public:
    explicit JwkMembers(const base::json::Value &jwk);

    //! A member that must be a string. Errors: key.member_missing, key.member_type.
    [[nodiscard]] QString requiredText(const char *name);
    //! The same for a member that may be missing.
    [[nodiscard]] std::optional<QString> text(const char *name);
    //! An array of strings that may be missing.
    [[nodiscard]] std::optional<QStringList> textList(const char *name);
    //! A member that must be there in strict base64url. Error: key.member_encoding.
    [[nodiscard]] QByteArray octets(const char *name);
    //! An unsigned number (RFC 7518 section 2, Base64urlUInt); leading zero octets go, with a
    //! finding.
    [[nodiscard]] QByteArray number(const char *name);
    //! A number of exactly this many octets; one of another length is fitted where its value
    //! allows, with a finding. Error: key.size.
    [[nodiscard]] QByteArray coordinate(const char *name, int octets);

    //! Only the first problem is kept: what follows from it is no news.
    void fail(QLatin1StringView id, const QString &detail, qint64 offset = -1);
    [[nodiscard]] const std::optional<base::Error> &problem() const { return m_problem; }
    [[nodiscard]] const base::Findings &findings() const { return m_findings; }

private:
    //! Twice is a problem even where the values agree: another reader may see another key.
    [[nodiscard]] base::json::Value member(const char *name, bool required);
    //! RFC 7518 sections 6.2.1.2 and 2 fix the length; strict libraries refuse another one.
    void noteLength(const char *name, qsizetype expected, qsizetype found);

    base::json::Value m_jwk;
    std::optional<base::Error> m_problem;
    base::Findings m_findings;
};

//! The text of a JWK without its private members, each of the others exactly as it was sent.
//! `removed` says whether there were any.
[[nodiscard]] QByteArray publicText(const base::json::Value &jwk, bool *removed);

} // namespace jose
