// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

#include <QString>
#include <QStringList>

namespace oidc {

//! A discovery document (OpenID Discovery section 3, RFC 8414 section 2). Members that are missing
//! or have another type are empty here and listed in problems().
class Discovery
{
public:
    Discovery() = default;
    //! Errors: discovery.json (detail and offset of the reader), discovery.shape (no object).
    [[nodiscard]] static base::Result<Discovery> read(QByteArray json);

    //! Exactly as written; empty when it is missing or no text.
    [[nodiscard]] QString issuer() const { return text("issuer"); }
    //! Not yet known to be a URL at all.
    [[nodiscard]] QString jwksUri() const { return text("jwks_uri"); }
    //! Any member by its name; of duplicates the last one. The names: IANA "OAuth Authorization
    //! Server Metadata".
    [[nodiscard]] QString text(QByteArrayView member) const;
    //! Empty unless it is an array of nothing but strings.
    [[nodiscard]] QStringList list(QByteArrayView member) const;
    //! These limit ID tokens only; empty when the document does not say.
    [[nodiscard]] QStringList idTokenAlgorithms() const
    {
        return list("id_token_signing_alg_values_supported");
    }
    //! Authgear's own grant or response types are in the document, or it has Authgear's paths.
    [[nodiscard]] bool looksLikeAuthgear() const;
    //! discovery.member_type, discovery.duplicate; detail names the member.
    [[nodiscard]] QList<base::Error> problems() const;
    [[nodiscard]] const base::json::Document &json() const { return m_json; }
    [[nodiscard]] bool isEmpty() const { return !m_json.root().isPresent(); }

private:
    base::json::Document m_json;
};

} // namespace oidc
