// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/messagefields.h"

#include "core/capture/credentials.h"
#include "core/http/address.h"
#include "core/http/urlparts.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

bool isSame(QByteArrayView name, QLatin1StringView other)
{
    return name.size() == other.size()
        && QLatin1StringView(name).compare(other, Qt::CaseInsensitive) == 0;
}

struct KnownName
{
    QLatin1StringView name;
    Side side;
    bool isCredential = false;
};
// RFC 9110 and what browsers and proxies send beside it. Names that are words of other texts too
// (Host, Date, From, Location, Server …) are left out on purpose: they tell nothing by themselves.
constexpr auto knownNames = std::to_array<KnownName>({
    {":authority"_L1, Side::Request},
    {":method"_L1, Side::Request},
    {":path"_L1, Side::Request},
    {":scheme"_L1, Side::Request},
    {":status"_L1, Side::Response},
    {"accept"_L1, Side::Request},
    {"accept-encoding"_L1, Side::Request},
    {"accept-language"_L1, Side::Request},
    {"access-control-allow-origin"_L1, Side::Response},
    {"access-control-request-headers"_L1, Side::Request},
    {"alt-svc"_L1, Side::Response},
    {"authorization"_L1, Side::Request, true},
    {"cache-control"_L1, Side::Unknown},
    {"content-length"_L1, Side::Unknown},
    {"content-security-policy"_L1, Side::Response},
    {"content-type"_L1, Side::Unknown},
    {"cookie"_L1, Side::Request, true},
    {"dpop"_L1, Side::Request, true},
    {"dpop-nonce"_L1, Side::Response},
    {"etag"_L1, Side::Response},
    {"if-modified-since"_L1, Side::Request},
    {"if-none-match"_L1, Side::Request},
    {"last-modified"_L1, Side::Response},
    {"proxy-authenticate"_L1, Side::Response},
    {"proxy-authorization"_L1, Side::Request, true},
    {"referer"_L1, Side::Request},
    {"sec-fetch-mode"_L1, Side::Request},
    {"set-cookie"_L1, Side::Response, true},
    {"strict-transport-security"_L1, Side::Response},
    {"transfer-encoding"_L1, Side::Unknown},
    {"user-agent"_L1, Side::Request},
    {"www-authenticate"_L1, Side::Response, true},
    {"x-access-token"_L1, Side::Request, true},
    {"x-auth-token"_L1, Side::Request, true},
    {"x-forwarded-access-token"_L1, Side::Request, true},
    {"x-forwarded-authorization"_L1, Side::Request, true},
    {"x-forwarded-for"_L1, Side::Request},
    {"x-forwarded-host"_L1, Side::Request},
    {"x-forwarded-proto"_L1, Side::Request},
    {"x-id-token"_L1, Side::Request, true},
    {"x-original-authorization"_L1, Side::Request, true},
    {"x-refresh-token"_L1, Side::Request, true},
    {"x-requested-with"_L1, Side::Request},
    {"x-authgear-session-valid"_L1, Side::Unknown},
});

// Words that stand before a colon in other texts as well.
constexpr auto ambiguousNames = std::to_array<KnownName>({
    {"host"_L1, Side::Request},
    {"origin"_L1, Side::Request},
    {"te"_L1, Side::Request},
    {"priority"_L1, Side::Request},
    {"location"_L1, Side::Response},
    {"server"_L1, Side::Response},
    {"date"_L1, Side::Response},
    {"expires"_L1, Side::Response},
    {"vary"_L1, Side::Response},
    {"age"_L1, Side::Response},
});

constexpr size_t longestName = 40;
using NameTable = std::array<std::array<bool, longestName>, 256>;

//! By first letter and length: lines that look like fields are asked often, and nearly all are told
//! by this.
template <typename Rows>
constexpr NameTable tableOf(const Rows &rows)
{
    NameTable has{};
    for (const KnownName &known : rows)
        has[uchar(known.name[0].toLatin1())][size_t(known.name.size())] = true;
    return has;
}
constexpr NameTable knownTable = tableOf(knownNames);
constexpr NameTable ambiguousTable = tableOf(ambiguousNames);

bool mayHold(const NameTable &table, QByteArrayView name)
{
    if (name.isEmpty() || size_t(name.size()) >= longestName)
        return false;
    const char first = name.front();
    const bool isUpper = first >= 'A' && first <= 'Z';
    return table[uchar(isUpper ? first + ('a' - 'A') : first)][size_t(name.size())];
}

template <typename Rows>
const KnownName *findIn(const Rows &rows, const NameTable &table, QByteArrayView name)
{
    if (!mayHold(table, name))
        return nullptr;
    const auto row = std::ranges::find_if(
        rows, [name](const KnownName &known) { return isSame(name, known.name); });
    return row == rows.end() ? nullptr : &*row;
}

//! Cookies may come in several fields (RFC 9113 section 8.2.3), and a value cut over several
//! cookies with them.
void collectCookies(Collector &collector, qsizetype request, const QList<NamedText> &fields,
                    Side side)
{
    const QLatin1StringView name = side == Side::Response ? "set-cookie"_L1 : "cookie"_L1;
    QList<NamedText> cookies;
    for (const NamedText &field : fields) {
        if (!isSame(field.name.bytes(), name))
            continue;
        if (side == Side::Response)
            cookies.append(setCookiePair(field.value));
        else
            cookies += cookiePairs(field.value);
    }
    collectJoined(collector, request, side, cookies);
}

//! What a URL in another field says about the scheme of this host.
QByteArray schemeByUrl(QByteArrayView url, QByteArrayView host)
{
    const auto parts = http::splitUrl(QString::fromUtf8(url));
    if (!parts)
        return {};
    const QString authority = parts->port ? parts->host + u':' + *parts->port : parts->host;
    return authority.compare(QString::fromUtf8(host), Qt::CaseInsensitive) == 0
        ? parts->scheme.toLower().toUtf8()
        : QByteArray();
}

//! https unless something says otherwise: a loopback address, the port, a page of the same host.
QByteArray schemeOf(const QList<NamedText> &fields)
{
    QByteArray host;
    for (const NamedText &field : fields) {
        if (isSame(field.name.bytes(), "host"_L1))
            host = field.value.bytes().trimmed();
    }
    for (const NamedText &field : fields) {
        const bool isPage
            = isSame(field.name.bytes(), "origin"_L1) || isSame(field.name.bytes(), "referer"_L1);
        QByteArray scheme
            = isPage ? schemeByUrl(field.value.bytes().trimmed(), host) : QByteArray();
        if (!scheme.isEmpty())
            return scheme;
    }
    const auto parts = http::splitUrl(u"http://"_s + QString::fromUtf8(host));
    if (host.isEmpty() || !parts)
        return {};
    const bool isLocal = http::reachOf(parts->host) == http::Reach::Loopback;
    const int port = parts->effectivePort();
    const bool isPlainPort = parts->port && (port == 80 || port == 8080);
    return isPlainPort || (isLocal && port != 443 && port != 8443) ? "http"_ba : QByteArray();
}

} // namespace

void collectFields(Collector &collector, qsizetype request, Side side,
                   const QList<NamedText> &fields)
{
    const QByteArray scheme
        = side == Side::Request && request >= 0 ? schemeOf(fields) : QByteArray();
    if (!scheme.isEmpty())
        collector.setScheme(request, scheme);
    for (const NamedText &field : fields) {
        const QByteArrayView name = field.name.bytes();
        if (isSame(name, "cookie"_L1) || isSame(name, "set-cookie"_L1))
            continue;
        // Blanks behind a credential are something to tell; elsewhere they are nothing.
        const bool isCredential = isSame(name, "authorization"_L1);
        collector.header(request, side, field.name,
                         isCredential ? field.value : field.value.trimmed());
    }
    collectCookies(collector, request, fields, Side::Request);
    collectCookies(collector, request, fields, Side::Response);
}

Side sideOf(QByteArrayView name)
{
    const KnownName *known = findIn(knownNames, knownTable, name);
    if (!known)
        known = findIn(ambiguousNames, ambiguousTable, name);
    return known ? known->side : Side::Unknown;
}

bool isTellingName(QByteArrayView name)
{
    return findIn(knownNames, knownTable, name) != nullptr;
}

bool isCredentialName(QByteArrayView name)
{
    const KnownName *known = findIn(knownNames, knownTable, name);
    return known && known->isCredential;
}

} // namespace capture
