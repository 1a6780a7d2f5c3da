// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/tokens.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace cli {

int countTokens(QByteArrayView text)
{
    // The base64url of {" and of {-newline and {-blank: how a JOSE header begins.
    const auto isToken = [](const QByteArray &word) {
        const bool begins
            = word.startsWith("eyJ") || word.startsWith("ewo") || word.startsWith("eyA");
        return begins && word.count('.') >= 2;
    };
    const auto words = text.trimmed().toByteArray().simplified().split(' ');
    return int(std::count_if(words.begin(), words.end(), isToken));
}

} // namespace cli
