// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/tokenscan.h"

//! What a text carries that is wrapped once more, and what stands around a token in plain text.
namespace capture {

//! A value that is itself JSON, a URL, a form, a credential with its scheme, percent-encoded or
//! base64 of JSON is read as such. False, and nothing collected, when it is none of these.
[[nodiscard]] bool readNested(Collector &collector, qsizetype request, const Carrier &carrier,
                              const SourceText &value);

//! A body by its type, or by its look where the type says nothing.
void readBody(Collector &collector, qsizetype request, Side side, const SourceText &body,
              const QByteArray &contentType);

//! The URLs in a text that have a query or a fragment, in their order.
[[nodiscard]] QList<SourceText> linksIn(const SourceText &text);

//! Authgear's refresh tokens and sessions have a shape that nothing else has, so they are found
//! without a name before them. Of large texts only the first megabyte is searched.
[[nodiscard]] QList<FoundToken> uuidSecretsIn(const SourceText &text);

//! Authgear's opaque tokens and codes are 32 letters and digits, as many other things are, so the
//! name before one must tell. Of large texts only the first megabyte is searched.
[[nodiscard]] QList<FoundToken> namedSecretsIn(const SourceText &text, Side side);
//! JWTs that were encoded in base64 once more, as Kubernetes keeps secrets; decoded, with
//! carrying.double_base64. What lies within one of `whole` is the payload of that token, which then
//! is a nested one. Of large texts only the first megabyte is searched.
[[nodiscard]] QList<FoundToken> encodedTokensIn(const SourceText &text,
                                                const QList<FoundToken> &whole = {});

//! In a value, whatever its name: JWTs, else what holds one, else what has the shape of Authgear's
//! secrets.
[[nodiscard]] QList<FoundToken> tokensOf(const SourceText &value, qsizetype most);

//! A text that is nothing but an opaque token, perhaps in quotes; else empty.
[[nodiscard]] SourceText loneSecret(const SourceText &text);

//! What is wrong with the credential that the token at `start` ends, where its line begins with the
//! scheme: a header's value that was copied without the name.
[[nodiscard]] base::Findings judgeLineBefore(const SourceText &text, qsizetype start,
                                             qsizetype end);

//! How the token at `start` is carried, by what stands before it on its line: a header's name and
//! scheme, a member's name, `?name=`, `NAME=`. Text when nothing tells.
[[nodiscard]] Carrier carrierBefore(QByteArrayView text, qsizetype start, Side side);

} // namespace capture
