// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/connectioncut.h"

#include <QHostAddress>
#include <QScopeGuard>

#include <algorithm>
#include <array>

#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace net {

namespace {

QList<int> openDescriptors()
{
    QList<int> descriptors;
    DIR *directory = opendir("/dev/fd");
    if (directory == nullptr)
        return descriptors; // then there is nothing to cut with; the time limit holds all the same
    while (const dirent *entry = readdir(directory)) {
        bool isNumber = false;
        const int descriptor = QByteArrayView(entry->d_name).toInt(&isNumber);
        if (isNumber && descriptor != dirfd(directory))
            descriptors.append(descriptor);
    }
    closedir(directory);
    return descriptors;
}

bool leadsTo(int socket, const QList<QHostAddress> &addresses, quint16 port)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto *generic = reinterpret_cast<sockaddr *>(&peer);
    if (getpeername(socket, generic, &size) != 0
        || (peer.ss_family != AF_INET && peer.ss_family != AF_INET6))
        return false;
    // The port stands at the same place for both families, in network order.
    std::array<quint8, 4> head{};
    std::copy_n(reinterpret_cast<const quint8 *>(&peer), head.size(), head.begin());
    if (((head[2] << 8) | head[3]) != port)
        return false;
    const QHostAddress address(generic);
    return std::any_of(addresses.begin(), addresses.end(), [&](const QHostAddress &wanted) {
        return address.isEqual(wanted, QHostAddress::TolerantConversion);
    });
}

// What has arrived and not been read would still be read, a byte at a time.
void discardArrived(int socket)
{
    std::array<char, 65'536> bin; // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (recv(socket, bin.data(), bin.size(), MSG_DONTWAIT) > 0) { }
}

} // namespace

void cutConnections(const QStringList &addresses, quint16 port)
{
    const QList<QHostAddress> wanted(addresses.begin(), addresses.end());
    const QList<int> descriptors = openDescriptors();
    for (const int descriptor : descriptors) {
        // A second descriptor of the same socket cannot be reused by another thread between the two
        // calls, should the first be closed meanwhile.
        const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
        const auto closing = qScopeGuard([copy] { close(copy); });
        if (leadsTo(copy, wanted, port) && shutdown(copy, SHUT_RDWR) == 0)
            discardArrived(copy);
    }
}

} // namespace net
