// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/osslptr.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

//! The few things that every use of OpenSSL needs.
namespace jose::ossl {

//! Empties this thread's error queue, the only place that reads it, and says what it held.
QString takeErrors();

//! A digest of the algorithm table by its OpenSSL name; fetched once for the whole run, because a
//! fetch takes locks that every thread shares. Null for an empty or unknown name.
[[nodiscard]] const EVP_MD *digest(QLatin1StringView name);

//! HMAC (FIPS 198-1), fetched once. Null where this OpenSSL has none.
[[nodiscard]] EVP_MAC *hmac();

//! FIPS 180-4: 32 octets, or none where OpenSSL could not compute it.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

//! The same bytes as OpenSSL wants them.
[[nodiscard]] inline const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

[[nodiscard]] inline unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

[[nodiscard]] inline size_t length(QByteArrayView bytes)
{
    return static_cast<size_t>(bytes.size());
}

} // namespace jose::ossl
