// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace verdict {

//! One row of the claim dictionary (resources/claims.json).
struct ClaimInfo
{
    QString name;
    QString type; //!< "NumericDate", "string", "array of string" …
    QString meaning; //!< One sentence.
    QString when; //!< When it is present.
    QString source; //!< Where it is defined.
    bool isTime = false;
    bool isPersonal = false; //!< Masked in reports.
    bool inHeader = false; //!< A header parameter (RFC 7515 section 4.1).
};

//! Null for a custom claim, which is never an error.
[[nodiscard]] const ClaimInfo *describeClaim(const QString &name);
//! Null for a header parameter that no standard names.
[[nodiscard]] const ClaimInfo *describeHeader(const QString &name);
//! Every row, header parameters included, in the order of the file.
[[nodiscard]] const QList<ClaimInfo> &claimDictionary();

//! Authgear's sid, decoded: "idp:<id>" or "offline_grant:<uuid>"; empty when it is no such thing.
[[nodiscard]] QString decodeSid(const QString &sid);
//! What one amr value means; empty when unknown. Reference authgear 4.3.
[[nodiscard]] QString explainAmr(const QString &value);

} // namespace verdict
