// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/spec.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

struct Document
{
    QLatin1StringView name;
    QLatin1StringView url;
};

constexpr std::array openIdDocuments{
    Document{"OpenID Connect Core"_L1, "https://openid.net/specs/openid-connect-core-1_0.html"_L1},
    Document{"OpenID Connect Discovery"_L1,
             "https://openid.net/specs/openid-connect-discovery-1_0.html"_L1},
    Document{"OpenID Connect Back-Channel Logout"_L1,
             "https://openid.net/specs/openid-connect-backchannel-1_0.html"_L1},
};

constexpr auto authgearDocs = "https://docs.authgear.com/"_L1;
constexpr std::array authgearPages{
    Document{"Admin API"_L1, "reference/apis/admin-api/authentication-and-security"_L1},
    Document{"Anonymous users"_L1, "authentication-and-access/authentication/anonymous-users"_L1},
    Document{"App2App"_L1, "authentication-and-access/single-sign-on/app2app-authorization"_L1},
    Document{"Biometric login"_L1, "authentication-and-access/authentication/biometric"_L1},
    Document{"CORS"_L1, "troubleshooting/how-to-fix-cors-error"_L1},
    Document{"JWKS"_L1, "get-started/backend-api/jwt"_L1},
    Document{"JWT access token"_L1, "reference/tokens/jwt-access-token"_L1},
    Document{"M2M tokens"_L1, "reference/tokens/m2m-tokens"_L1},
    Document{"Nginx"_L1, "get-started/backend-api/nginx"_L1},
    Document{"Reauthentication"_L1, "authentication-and-access/authentication/reauthentication"_L1},
    Document{"Refresh token"_L1, "reference/tokens/refresh-token"_L1},
    Document{"SubtleCrypto"_L1,
             "troubleshooting/how-to-fix-subtlecrypto-digest-undefined-error-in-authgear-sdk"_L1},
};

template <size_t count>
QLatin1StringView find(const std::array<Document, count> &documents, QStringView name)
{
    for (const auto &document : documents) {
        if (name == document.name)
            return document.url;
    }
    return {};
}

//! The RFC Editor has anchors for every section and appendix.
QString rfcUrl(QStringView number, QStringView kind, QStringView place)
{
    const auto page = u"https://www.rfc-editor.org/rfc/rfc%1"_s.arg(number);
    return place.isEmpty() ? page : page + u"#%1-%2"_s.arg(kind, place);
}

//! OpenID specifications number their anchors the way xml2rfc does.
QString openIdUrl(QStringView name, QStringView section)
{
    const auto page = find(openIdDocuments, name);
    if (page.isEmpty() || section.isEmpty())
        return page;
    return page + u"#rfc.section.%1"_s.arg(section);
}

} // namespace

QString specUrl(QStringView spec)
{
    constexpr auto docsPrefix = "Authgear docs: "_L1;
    if (spec.startsWith(docsPrefix)) {
        const auto page = find(authgearPages, spec.mid(docsPrefix.size()));
        return authgearDocs + QString(page);
    }
    static const QRegularExpression form(
        u"^(?:RFC (\\d+)|(.+?))(?: (section|appendix) ([0-9A-Z.]+))?$"_s);
    const auto match = form.match(spec.toString());
    const auto place = match.capturedView(4);
    if (match.capturedView(1).isEmpty())
        return openIdUrl(match.capturedView(2), place);
    return rfcUrl(match.capturedView(1), match.capturedView(3), place);
}

} // namespace report
