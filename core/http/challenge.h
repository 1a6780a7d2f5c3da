// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <QByteArray>
#include <QList>

namespace http {

//! One way to authenticate that an answer offers (RFC 9110 section 11.3).
struct Challenge
{
    //! An auth-param (RFC 9110 section 11.2).
    struct Parameter
    {
        QByteArray name; //!< As written.
        QByteArray value; //!< Without quotes and escapes.
        base::Span span; //!< Of the value as written, quotes left out.
    };

    QByteArray scheme; //!< As written.
    QByteArray token68; //!< What stands there instead of parameters; usually empty.
    QList<Parameter> parameters;

    //! Names compare case-insensitively; of duplicates the first counts. Null when there is none.
    [[nodiscard]] const Parameter *find(QByteArrayView name) const;
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool is(QByteArrayView scheme) const;
};

//! The challenges of a WWW-Authenticate or Proxy-Authenticate field, RFC 9110 section 11.6.1. Reads
//! what servers really send too: values with blanks and without quotes, missing commas, a quote
//! that never ends.
[[nodiscard]] QList<Challenge> readChallenges(QByteArrayView field);

} // namespace http
