// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <chrono>

namespace support {

//! What a hostile server does with one request: sends `opening` after `delay`, then `repeated` over
//! and over, and at the end does what `ending` says. "{base}" in the opening is the server's own
//! address.
struct Behaviour
{
    enum class Ending : quint8 { KeepOpen, Close, Reset };

    QByteArray opening;
    QByteArray repeated;
    std::chrono::milliseconds pause{0}; //!< Before each repetition; 0: as fast as it is taken.
    std::chrono::milliseconds delay{0};
    Ending ending = Ending::KeepOpen;
};

[[nodiscard]] Behaviour answer(const QByteArray &status, const QByteArray &contentType,
                               const QByteArray &body, const QByteArray &extraHeaders = {});
[[nodiscard]] Behaviour json(const QByteArray &body, const QByteArray &extraHeaders = {});
[[nodiscard]] Behaviour redirect(const QByteArray &location,
                                 const QByteArray &status = "302 Found");
//! Accepts the request and says nothing.
[[nodiscard]] Behaviour silence();
//! An answer head of one endless line, as fast as it is taken.
[[nodiscard]] Behaviour endlessHead();
//! A good head, then one byte of body every `pause`.
[[nodiscard]] Behaviour drip(std::chrono::milliseconds pause);
//! A body without a length that never ends.
[[nodiscard]] Behaviour endlessBody();
//! Takes the request and resets the connection.
[[nodiscard]] Behaviour reset();
//! `size` zero bytes, compressed with gzip.
[[nodiscard]] Behaviour gzipBomb(qsizetype size);
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

} // namespace support
