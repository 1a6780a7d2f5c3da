// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/address.h"

#include <QList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

struct Network4
{
    Ipv4 address;
    int bits;
    Reach reach;
};

struct Network6
{
    Ipv6 address;
    int bits;
    Reach reach;
};

// RFC 6890 and its registry: what is not reached over the public Internet. The documentation
// networks lead nowhere and are left out.
constexpr std::array networks4{
    Network4{{0, 0, 0, 0}, 8, Reach::Loopback}, // connecting to 0.0.0.0 reaches this machine
    Network4{{127, 0, 0, 0}, 8, Reach::Loopback},
    Network4{{169, 254, 0, 0}, 16, Reach::LinkLocal}, // cloud metadata services live here
    Network4{{10, 0, 0, 0}, 8, Reach::Private},
    Network4{{172, 16, 0, 0}, 12, Reach::Private},
    Network4{{192, 168, 0, 0}, 16, Reach::Private},
    Network4{{100, 64, 0, 0}, 10, Reach::Private}, // carrier-grade NAT, RFC 6598
    Network4{{192, 0, 0, 0}, 24, Reach::Private},
    Network4{{198, 18, 0, 0}, 15, Reach::Private},
    Network4{{224, 0, 0, 0}, 4, Reach::Private},
    Network4{{240, 0, 0, 0}, 4, Reach::Private},
};

constexpr std::array networks6{
    Network6{{}, 128, Reach::Loopback}, // "::", as 0.0.0.0
    Network6{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, Reach::Loopback},
    Network6{{0xfe, 0x80}, 10, Reach::LinkLocal},
    Network6{{0xfc}, 7, Reach::Private}, // unique local, RFC 4193
    Network6{{0xfe, 0xc0}, 10, Reach::Private}, // site-local, deprecated
    Network6{{0xff}, 8, Reach::Private},
    Network6{{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, Reach::Private}, // local NAT64, RFC 8215
};

struct Embedding
{
    Ipv6 prefix;
    int bits;
    std::size_t at; // where the four bytes of the IPv4 address begin
};

// IPv6 addresses that are an IPv4 address in other clothes.
constexpr std::array embeddings{
    Embedding{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12}, // mapped
    Embedding{{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12}, // translated, RFC 2765
    Embedding{{0x00, 0x64, 0xff, 0x9b}, 96, 12}, // NAT64, RFC 6052
    Embedding{{0x20, 0x02}, 16, 2}, // 6to4, RFC 3056
    Embedding{{}, 96, 12}, // compatible, deprecated
};

template <std::size_t size>
bool isWithin(const std::array<quint8, size> &address, const std::array<quint8, size> &network,
              int bits)
{
    for (std::size_t i = 0; i < size && bits > 0; ++i, bits -= 8) {
        const int mask = bits >= 8 ? 0xff : (0xff << (8 - bits)) & 0xff;
        if ((address[i] & mask) != (network[i] & mask))
            return false;
    }
    return true;
}

template <typename Networks, typename Address>
std::optional<Reach> lookUp(const Networks &networks, const Address &address)
{
    const auto found = std::find_if(networks.begin(), networks.end(), [&](const auto &network) {
        return isWithin(address, network.address, network.bits);
    });
    return found == networks.end() ? std::nullopt : std::optional(found->reach);
}

Reach reachOf(const Ipv4 &address)
{
    return lookUp(networks4, address).value_or(Reach::Public);
}

Reach reachOf(const Ipv6 &address)
{
    if (const auto reach = lookUp(networks6, address))
        return *reach;
    for (const Embedding &embedding : embeddings) {
        if (isWithin(address, embedding.prefix, embedding.bits)) {
            Ipv4 inner{};
            std::copy_n(address.begin() + embedding.at, inner.size(), inner.begin());
            return reachOf(inner);
        }
    }
    return Reach::Public;
}

int hexValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    const QChar lower = c.toLower();
    return lower >= u'a' && lower <= u'f' ? lower.unicode() - u'a' + 10 : -1;
}

bool appendGroup(QStringView group, QList<quint8> &bytes)
{
    if (group.isEmpty() || group.size() > 4)
        return false;
    int value = 0;
    for (const QChar c : group) {
        const int digit = hexValue(c);
        if (digit < 0)
            return false;
        value = value * 16 + digit;
    }
    bytes << static_cast<quint8>(value >> 8) << static_cast<quint8>(value & 0xff);
    return true;
}

// The groups on one side of "::"; a final group may be an IPv4 address where `mayEndInIpv4`.
std::optional<QList<quint8>> readGroups(QStringView text, bool mayEndInIpv4)
{
    QList<quint8> bytes;
    if (text.isEmpty())
        return bytes;
    const QList<QStringView> groups = text.split(u':');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const auto last
            = mayEndInIpv4 && i == groups.size() - 1 ? parseIpv4(groups[i]) : std::nullopt;
        if (last)
            bytes.append(QList<quint8>(last->begin(), last->end()));
        else if (!appendGroup(groups[i], bytes))
            return std::nullopt;
    }
    return bytes;
}

QStringView withoutBrackets(QStringView host)
{
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']') && host.size() > 2;
    return bracketed ? host.sliced(1, host.size() - 2) : host;
}

int nearness(Reach reach)
{
    constexpr std::array order{Reach::Public, Reach::Private, Reach::LinkLocal, Reach::Loopback};
    return static_cast<int>(std::find(order.begin(), order.end(), reach) - order.begin());
}

} // namespace

std::optional<Ipv4> parseIpv4(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    Ipv4 address{};
    if (parts.size() != 4)
        return std::nullopt;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const QStringView part = parts[static_cast<qsizetype>(i)];
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        const bool plain = !part.isEmpty() && part.size() <= 3
            && std::all_of(part.begin(), part.end(), isDigit)
            && (part.size() == 1 || part.front() != u'0');
        if (!plain || part.toInt() > 255)
            return std::nullopt;
        address[i] = static_cast<quint8>(part.toInt());
    }
    return address;
}

std::optional<Ipv6> parseIpv6(QStringView text)
{
    const qsizetype zone = text.indexOf(u'%');
    const QStringView digits = zone < 0 ? text : text.left(zone);
    const qsizetype gap = digits.indexOf("::"_L1);
    const auto head = readGroups(gap < 0 ? digits : digits.left(gap), gap < 0);
    const auto tail = readGroups(gap < 0 ? QStringView() : digits.sliced(gap + 2), true);
    if (!head || !tail)
        return std::nullopt;
    const qsizetype size = head->size() + tail->size();
    Ipv6 address{};
    // "::" stands for at least one group; without it all eight must be there.
    if (gap < 0 ? size != 16 : size > 14)
        return std::nullopt;
    std::copy(head->begin(), head->end(), address.begin());
    std::copy_backward(tail->begin(), tail->end(), address.end());
    return address;
}

bool isAddressLiteral(const QString &host)
{
    return parseIpv4(host) || parseIpv6(withoutBrackets(host));
}

Reach reachOf(const QString &host)
{
    QStringView name = withoutBrackets(host);
    if (name.endsWith(u'.'))
        name.chop(1);
    if (const auto address = parseIpv4(name))
        return reachOf(*address);
    if (const auto address = parseIpv6(name))
        return reachOf(*address);
    const bool local = name.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || name.endsWith(".localhost"_L1, Qt::CaseInsensitive); // RFC 6761 section 6.3
    return local ? Reach::Loopback : Reach::Public;
}

Reach nearestReach(const QString &host, const QStringList &addresses)
{
    Reach nearest = reachOf(host);
    for (const QString &address : addresses) {
        if (isNearer(reachOf(address), nearest))
            nearest = reachOf(address);
    }
    return nearest;
}

bool isNearer(Reach target, Reach from)
{
    return nearness(target) > nearness(from);
}

} // namespace http
