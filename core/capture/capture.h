// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/finding.h"
#include "core/jose/kind.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

class QIODevice;

//! From any pasted text or file to sightings: each token found, where, how it was carried, and what
//! is wrong with the carrying. Nothing is executed, nothing is fetched, nothing is judged by time.
namespace capture {

enum class Side : quint8 { Unknown, Request, Response };

//! In what a token was carried.
enum class CarrierType : quint8 {
    Text, //!< Somewhere in prose, or a bare token.
    Header,
    Cookie, //!< In `Cookie`.
    SetCookie, //!< In `Set-Cookie`.
    Query,
    Fragment,
    Form, //!< application/x-www-form-urlencoded body.
    Multipart, //!< A part of a multipart/form-data body.
    Json, //!< A member of a JSON text.
    Html, //!< A form field or attribute of a page (form_post).
    Storage, //!< A row of a browser's storage, as developer tools copy it.
    Environment, //!< NAME=value of an .env file or a shell.
    Secret, //!< A base64 value of a Kubernetes secret.
};

//! "set_cookie"; stable, part of the JSON schema.
[[nodiscard]] QLatin1StringView name(CarrierType type);

//! What a value is by its place, where its content does not tell.
enum class Role : quint8 {
    Unknown,
    AccessToken,
    IdToken,
    RefreshToken,
    AuthorizationCode,
    SessionCookie, //!< Authgear's IdP session.
    AppSession, //!< Authgear's app session token.
    DeviceSecret,
    DpopProof,
    LogoutToken,
    Assertion, //!< RFC 7521 client or authorization assertion, RFC 8693 subject or actor token.
};

//! The place of a token in a request or an answer, as a person would name it.
struct Carrier
{
    CarrierType type = CarrierType::Text;
    QString name; //!< "Authorization", "access_token", "session"; as written. Foreign text.
    Side side = Side::Unknown;

    friend bool operator==(const Carrier &, const Carrier &) = default;
};

//! One request of a capture and what is known of its answer. All of it is foreign text.
struct Request
{
    QByteArray method; //!< Empty where the capture does not tell.
    QByteArray url; //!< Absolute where scheme and host are known, else the path as sent.
    std::optional<base::Instant> time; //!< When it was sent; else the answer's `Date`.
    int status = 0; //!< 0: no answer in the capture.
    base::Span span; //!< In the capture.
};

//! One token at one place of a capture.
struct Sighting
{
    QByteArray token; //!< Decoded from its carrier; nothing inside it is repaired.
    base::Span span; //!< In the capture, of what stands for the token.
    Carrier carrier;
    qsizetype request = -1; //!< Index in Capture::requests.
    jose::KindGuess kind; //!< By its content.
    Role role = Role::Unknown; //!< By its carrier.
    //! What is wrong or remarkable about the carrying; ids carrying.*, see carryingrules.h.
    base::Findings findings;
};

//! The index of the request that a finding of a capture is about; -1 if it is about none.
[[nodiscard]] qsizetype requestOf(const base::Finding &finding);

//! All that a text or file told. Foreign through and through: nothing in it is verified.
struct Capture
{
    QLatin1StringView form{}; //!< "har", "curl", "http" …: the form of most of it; forms.h.
    QList<Request> requests; //!< In the order of the text.
    QList<Sighting> sightings; //!< In the order of the text.
    //! About the capture as a whole or one answer; ids capture.*, answer.*, resolver.*. The fact
    //! "request" is the index of the request that it is about, if any; `span` is in the capture.
    base::Findings findings;
    QByteArray text; //!< What spans refer to, UTF-8; empty for a file that was read as a stream.
    qsizetype textAt = 0; //!< Where `text` begins in the input: behind a UTF-8 byte order mark.

    //! The sighting to show first: the most telling kind in the most telling place; -1 if none.
    [[nodiscard]] qsizetype mostRelevant() const;
    //! The moment of the failure, as far as the capture tells: of the sighting's request.
    [[nodiscard]] std::optional<base::Instant> timeOf(const Sighting &sighting) const;
};

//! Beyond these nothing more is collected, and a finding capture.limit or capture.depth says so.
struct Limits
{
    qsizetype sightings = 100'000;
    qsizetype requests = 200'000;
    int depth = 8; //!< Of texts in texts: JSON in a form in a URL …
};

//! Everything in a text of any form. Never fails: what cannot be understood as a form is scanned.
[[nodiscard]] Capture read(const QByteArray &text, const Limits &limits = {});

//! Told `done` of `total` bytes now and then; false cancels, and what was found so far is returned
//! with the finding capture.cancelled.
using Progress = std::function<bool(qint64 done, qint64 total)>;

//! The same from a file, which is not held in memory when it is a large HAR. Seekable devices only.
[[nodiscard]] Capture read(QIODevice &device, const Progress &progress, const Limits &limits = {});

} // namespace capture
