// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QNetworkReply>

#include <optional>

namespace net {

//! Why a reply has no complete answer; nothing when it has one, whatever its status.
[[nodiscard]] std::optional<base::Error> replyError(const QNetworkReply &reply,
                                                    const QList<QSslError> &sslErrors);

} // namespace net
