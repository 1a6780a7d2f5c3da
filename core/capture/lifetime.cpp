// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lifetime.h"

#include "core/base/clock.h"
#include "core/capture/carryingrules.h"
#include "core/jose/token.h"

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! A response is made a moment after the token in it.
constexpr std::chrono::seconds tolerance{2};

std::optional<std::chrono::seconds> lifetimeOf(const QByteArray &accessToken)
{
    const jose::Token token = jose::Token::read(accessToken);
    const base::json::Value claims = token.payload().json.root();
    const auto issued = base::instantFromNumber(claims.member("iat").text());
    const auto expires = base::instantFromNumber(claims.member("exp").text());
    if (!issued || !expires)
        return std::nullopt;
    return std::chrono::round<std::chrono::seconds>(*expires - *issued);
}

} // namespace

std::optional<base::Finding> judgeLifetime(const QByteArray &accessToken, QByteArrayView expiresIn)
{
    bool isNumber = false;
    const qlonglong said = expiresIn.toByteArray().toLongLong(&isNumber);
    const std::optional<std::chrono::seconds> lifetime = lifetimeOf(accessToken);
    if (!isNumber || !lifetime)
        return std::nullopt;
    const qlonglong seconds = lifetime->count();
    // Both are foreign numbers, so their difference may overflow.
    if (said >= seconds - tolerance.count() && said <= seconds + tolerance.count())
        return std::nullopt;
    base::Finding finding = carryingFinding("carrying.expires_in_differs"_L1, QString::number(said),
                                            {{"seconds"_L1, said}, {"lifetime"_L1, seconds}});
    finding.expected = QString::number(seconds);
    return finding;
}

} // namespace capture
