// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

namespace capture {

//! What the strings in a container of a JSON text are, by the container's name.
enum class JsonPlace : quint8 {
    Plain, //!< Parameters.
    Headers,
    Cookies,
    Query,
    Form,
    Multipart,
    Storage,
    Bearer, //!< Postman's and Insomnia's settings of a Bearer credential.
    Url, //!< The parts of a URL that was read whole.
    Secret, //!< The base64 values of a Kubernetes secret.
    SecretText, //!< Its `stringData`.
};

//! Where a container stands that has this name, inside of one at `outer`.
[[nodiscard]] JsonPlace placeOf(QByteArrayView name, JsonPlace outer);
//! Which half of an exchange a container of this name is about; `outer` where it does not tell.
[[nodiscard]] Side sideOf(QByteArrayView name, Side outer);

//! Members that are header fields wherever they stand; the field's name, or nothing.
[[nodiscard]] QByteArrayView headerNameOf(QByteArrayView member);
//! Lists of "NAME=value", as Docker prints them.
[[nodiscard]] bool isVariablesName(QByteArrayView member);
//! Containers of what was thrown: Sentry, Cloudflare.
[[nodiscard]] bool isExceptionName(QByteArrayView member);
//! Members that hold a message body as text.
[[nodiscard]] bool isBodyName(QByteArrayView member);
//! Members that hold what went wrong.
[[nodiscard]] bool isErrorName(QByteArrayView member);
//! Members that hold a sentence, or a whole line of another log.
[[nodiscard]] bool isMessageName(QByteArrayView member);

} // namespace capture
