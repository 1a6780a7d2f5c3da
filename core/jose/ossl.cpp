// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/ossl.h"

#include "core/jose/algorithms.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <vector>

namespace jose::ossl {

namespace {

struct FetchedDigest
{
    QLatin1StringView name;
    EVP_MD *digest;
};

const EVP_MD *fetched(QLatin1StringView name, const std::vector<FetchedDigest> &rows)
{
    const auto row = std::ranges::find(rows, name, &FetchedDigest::name);
    return row == rows.end() ? nullptr : row->digest;
}

// Never destroyed: threads may still verify while the program ends, and OpenSSL frees what it
// holds.
const std::vector<FetchedDigest> &fetchedDigests()
{
    static const auto *const all = [] {
        auto *rows = new std::vector<FetchedDigest>;
        for (const Algorithm &row : algorithms()) {
            if (!row.digest.isEmpty() && !fetched(row.digest, *rows))
                rows->push_back({row.digest, EVP_MD_fetch(nullptr, row.digest.data(), nullptr)});
        }
        return rows;
    }();
    return *all;
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
    return fetched(name, fetchedDigests());
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
    if (EVP_Digest(bytes.data(), length(bytes), octets(hash), nullptr, algorithm, nullptr) == 1)
        return hash;
    takeErrors();
    return {};
}

} // namespace jose::ossl
