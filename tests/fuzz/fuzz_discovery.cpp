// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/address.h"
#include "core/http/urlparts.h"
#include "core/oidc/snapshot.h"
#include "tests/fuzz/fuzzcheck.h"

#include <cstddef>
#include <cstdint>

namespace {

// What a person may type: whatever is accepted must give URLs that can be sent as they are, and
// must be accepted again as the same issuer.
void typeIssuer(const QString &text)
{
    const auto input = oidc::parseIssuer(text);
    if (!input)
        return;
    for (const QByteArray &url : input->metadataUrls()) {
        for (const char byte : url)
            fuzz::check(byte > ' ' && byte < '\x7f');
        fuzz::check(http::splitUrl(QString::fromLatin1(url)).has_value());
    }
    const auto again = oidc::parseIssuer(input->issuer);
    fuzz::check(again && again->issuer == input->issuer);
}

void readDocument(const QByteArray &bytes)
{
    const auto discovery = oidc::Discovery::read(bytes);
    if (!discovery)
        return;
    (void)discovery->problems();
    (void)discovery->looksLikeAuthgear();
    const auto input = oidc::parseIssuer(discovery->issuer());
    if (!input)
        return;
    const bool typedAsItIs = input->issuer == discovery->issuer();
    const auto match = oidc::matchIssuer(*input, *discovery);
    // With one issuer in the document, what was typed from it matches it.
    if (typedAsItIs && discovery->json().root().count("issuer") == 1)
        fuzz::check(match == oidc::IssuerMatch::Same);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    readDocument(bytes);
    typeIssuer(text);
    (void)http::reachOf(text);
    (void)http::parseHttpDate(bytes);
    (void)http::mediaType(bytes);

    const qsizetype half = text.size() / 2;
    const QString a = text.left(half);
    const QString b = text.mid(half);
    fuzz::check((oidc::compareIdentifiers(a, b) == oidc::Difference::None) == (a == b));
    fuzz::check(oidc::compareIdentifiers(a, b) == oidc::compareIdentifiers(b, a));
    return 0;
}
