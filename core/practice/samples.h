// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/jose/signer.h"

#include <QList>
#include <QString>

#include <span>

namespace practice {

//! What samples are made with. The stranger's key has nothing to do with the issuer.
struct Mint
{
    QString issuer;
    QString clientId;
    QString kid;
    jose::SigningKey key;
    jose::SigningKey stranger;
};

//! One row of the sample table.
struct Sample
{
    QLatin1StringView name; //!< "expired": stable, for --print and tests.
    const char *title = nullptr; //!< Translatable (context "samples").
    const char *lesson = nullptr; //!< What it shows, one sentence; translatable.
    bool isText = false; //!< A capture with tokens in it, not a token.
    //! Makes it; see mint().
    base::Result<QByteArray> (*make)(const Mint &with, base::Instant now) = nullptr;
};

//! The client id of the samples, and the resource that the machine-to-machine sample is for.
[[nodiscard]] QString practiceClientId();
[[nodiscard]] QString practiceResource();

//! The table, in the order of the menu.
[[nodiscard]] std::span<const Sample> samples();
//! Error sample.unknown.
[[nodiscard]] base::Result<QByteArray> mint(QLatin1StringView name, const Mint &with,
                                            base::Instant now);

} // namespace practice
