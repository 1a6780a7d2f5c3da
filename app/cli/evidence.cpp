// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/evidence.h"

#include "app/cli/files.h"
#include "app/cli/terminal.h"
#include "core/base/escape.h"
#include "core/report/tokenmask.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

using jose::KeyOrigin;
using jose::KeySet;
using jose::SecretEncoding;

struct EncodingRow
{
    QLatin1StringView name;
    SecretEncoding encoding = SecretEncoding::Utf8;
};
constexpr std::array encodings{
    EncodingRow{"utf8"_L1, SecretEncoding::Utf8},
    EncodingRow{"base64"_L1, SecretEncoding::Base64},
    EncodingRow{"base64url"_L1, SecretEncoding::Base64Url},
    EncodingRow{"hex"_L1, SecretEncoding::Hex},
};

SecretEncoding encodingOf(const QString &name)
{
    for (const auto &row : encodings) {
        if (name == row.name)
            return row.encoding;
    }
    return SecretEncoding::Utf8;
}

//! Of several files the error itself does not say which one it was.
base::Result<KeySet> readKeys(const QString &name)
{
    const auto content = readFile(name);
    if (!content)
        return tl::unexpected(content.error());
    auto keys = KeySet::fromFile(*content, KeyOrigin::File);
    if (!keys)
        complain(QCoreApplication::translate("cli", "The key file is %1.")
                     .arg(base::escape::visible(report::withShortTokens(name))));
    return keys;
}

//! Editors end a file with a newline that is no part of the secret.
void dropFinalNewline(QByteArray &secret)
{
    if (!secret.endsWith('\n'))
        return;
    secret.chop(secret.endsWith("\r\n") ? 2 : 1);
    complain(QCoreApplication::translate(
        "cli", "The final newline of the secret file is not part of the secret and was left out."));
}

base::Result<KeySet> readSecret(const QString &name, SecretEncoding encoding)
{
    auto content = readFile(name);
    if (!content)
        return tl::unexpected(content.error());
    dropFinalNewline(*content);
    const auto key = jose::decodeSecret(*content, encoding).and_then(jose::Key::fromSecret);
    content->fill('\0');
    if (!key)
        return tl::unexpected(key.error());
    return KeySet::of(*key, KeyOrigin::Secret);
}

} // namespace

base::Result<verdict::Evidence> givenEvidence(const InspectOptions &options,
                                              const Settings &settings)
{
    verdict::Evidence evidence;
    QStringList files = options.keys;
    if (!settings.jwksFile.isEmpty())
        files.prepend(settings.jwksFile);
    for (const auto &name : files) {
        const auto keys = readKeys(name);
        if (!keys)
            return tl::unexpected(keys.error());
        evidence.given += *keys;
    }
    if (!options.secretFile.isEmpty()) {
        const auto secret = readSecret(options.secretFile, encodingOf(options.secretEncoding));
        if (!secret)
            return tl::unexpected(secret.error());
        evidence.given += *secret;
    }
    // Online the snapshot says it, in the issuer's own spelling.
    if (settings.issuer && options.offline)
        evidence.expectedIssuer = settings.issuer->issuer;
    return evidence;
}

base::Result<QByteArray> readAuthorities(const QString &name)
{
    if (name.isEmpty())
        return QByteArray();
    auto content = readFile(name);
    if (content && !content->contains("-----BEGIN CERTIFICATE-----"))
        return base::failure("input.no_certificate"_L1, name);
    return content;
}

} // namespace cli
