// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/ossl.h"

#include "core/jose/algorithms.h"

#include <openssl/err.h>

#include <array>
#include <vector>

namespace jose::ossl {

namespace {

struct FetchedDigest
{
    QLatin1StringView name;
    EVP_MD *digest;
};

// Lives as long as the program: freeing at exit would race with OpenSSL's own clean-up. The vector
// is not destroyed either, or its digests would count as leaked.
const std::vector<FetchedDigest> &fetchedDigests()
{
    static const std::vector<FetchedDigest> &all = *[] {
        auto *const found = new std::vector<FetchedDigest>;
        for (const Algorithm &row : algorithms()) {
            if (!row.digest.isEmpty())
                found->push_back({row.digest, EVP_MD_fetch(nullptr, row.digest.data(), nullptr)});
        }
        return found;
    }();
    return all;
}

} // namespace

QString takeErrors()
{
    QString text;
    std::array<char, 256> line{};
    while (const unsigned long code = ERR_get_error()) {
        ERR_error_string_n(code, line.data(), line.size());
        if (!text.isEmpty())
            text += QLatin1StringView("; ");
        text += QString::fromUtf8(line.data());
    }
    return text;
}

const EVP_MD *digest(QLatin1StringView name)
{
    for (const FetchedDigest &row : fetchedDigests()) {
        if (row.name == name)
            return row.digest;
    }
    return nullptr;
}

EVP_MAC *hmac()
{
    static EVP_MAC *const fetched = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    return fetched;
}

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray hash(32, Qt::Uninitialized);
    static const EVP_MD *const algorithm = digest(QLatin1StringView("SHA2-256"));
    EVP_Digest(bytes.data(), length(bytes), octets(hash), nullptr, algorithm, nullptr);
    return hash;
}

} // namespace jose::ossl
