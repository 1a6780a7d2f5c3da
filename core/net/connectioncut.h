// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace net {

//! Ends every TCP connection of this process to one of these addresses and that port, as if the
//! other side had hung up. QNetworkAccessManager offers no other way out of an answer head that
//! never ends: its own thread keeps reading byte after byte into memory, aborted or not, for as
//! long as the server sends, and deleting the manager waits five seconds for it.
void cutConnections(const QStringList &addresses, quint16 port);

} // namespace net
