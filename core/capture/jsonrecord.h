// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

namespace capture {

//! What the direct members of a JSON object say about it as a whole, found in one pass, by the
//! names that programs use for them. Absent values stay default-constructed.
struct JsonRecord
{
    using Value = base::json::Value;

    // A request as logs and collections tell it.
    Value method;
    Value url; //!< A string.
    Value urlObject; //!< What `url` stands in, where a collection takes the URL apart.
    Value base; //!< Of the URL, where that is relative to it.
    Value requestLine; //!< "GET /path HTTP/1.1"
    Value status;
    Value host; //!< Under a name that nothing but the host of a request has.
    Value ownHost; //!< "host": of the request only where the object is the request itself.
    Value scheme;
    Value time;
    Value level; //!< Something that only log records have.

    // A pair written as an object: {"name": …, "value": …}.
    Value pairName;
    Value pairValue;
    Value domain; //!< Of a cookie.

    // An OAuth answer, RFC 6749 sections 5.1 and 5.2.
    Value accessToken;
    Value expiresIn;
    Value error;
    Value errorDescription;

    // JSON serialization, RFC 7515 section 7.2 and RFC 7516 section 7.2.
    Value payload;
    Value signature;
    Value ciphertext;

    Value kind; //!< Of a Kubernetes object.
    Value credentialType; //!< Of an entry of MSAL's cache.
    Value authType; //!< Of a request that Hoppscotch keeps.

    [[nodiscard]] static JsonRecord read(const Value &object);
    //! The record with what its halves say of the same request. A half can have halves of its own:
    //! "http" of the Elastic Common Schema, "requestContext" of API gateways.
    [[nodiscard]] static JsonRecord readWhole(const Value &object);

    //! A number or, as some logs write it, text; 0 where it is none.
    [[nodiscard]] int httpStatus() const;

    [[nodiscard]] bool isPair() const;
    [[nodiscard]] bool isRequest() const;
    //! A line of a JSON log that tells when it was written.
    [[nodiscard]] bool isLogLine() const;
    //! A JWS or JWE in JSON serialization.
    [[nodiscard]] bool isToken() const;
};

} // namespace capture
