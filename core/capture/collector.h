// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/capture/sourcetext.h"

#include <memory>

namespace capture {

struct FoundToken;
struct NamedText;

//! What the readers of the forms hand the pieces of a message to. It knows what each piece can
//! carry (cookies in headers, parameters in URLs and bodies, JSON in parameters …) and makes the
//! sightings. The readers only have to cut the text rightly; the order of calls within a request is
//! free.
class Collector
{
public:
    explicit Collector(const Limits &limits);
    ~Collector();
    Q_DISABLE_COPY_MOVE(Collector)

    //! A new request; its index is what the other calls want. Past the limit: -1, and one notice.
    qsizetype beginRequest(const base::Span &span);
    //! The last request, if no answer to it was seen and it stands just before: -1 if there is
    //! none.
    [[nodiscard]] qsizetype unansweredBefore(qint64 at) const;
    //! For method, time, status, url and span as they become known; null for -1.
    [[nodiscard]] Request *request(qsizetype index);

    //! The target as written, absolute or a path: sets Request::url unless it is set, and reads
    //! query and fragment.
    void url(qsizetype request, const SourceText &target);
    //! One field, name without colon. Reads credentials, cookies, URLs (Location, Referer),
    //! WWW-Authenticate, Date, and any token in any other header.
    void header(qsizetype request, Side side, const SourceText &name, const SourceText &value);
    void cookie(qsizetype request, Side side, const SourceText &name, const SourceText &value);
    //! One name and value of a query, form, JSON text, storage, environment …; names as decoded.
    void parameter(qsizetype request, const Carrier &carrier, const SourceText &value);
    //! `name=value&…`, percent-encoded (WHATWG URL 5.1).
    void parameters(qsizetype request, CarrierType type, Side side, const SourceText &encoded);
    //! A message body; read by its type, or by its look where `mediaType` is empty.
    void body(qsizetype request, Side side, const SourceText &body, const QByteArray &mediaType);
    //! Anything else: scanned for tokens, with their carriers guessed from what stands before them.
    void text(qsizetype request, Side side, const SourceText &text);

    //! What a program wrote into its log or its answer: the cause it tells, if it tells one.
    void remark(qsizetype request, const SourceText &text, bool isAboutTokens = false);

    //! The query and fragment of another URL than the request's own: Location, Referer, a link.
    void link(qsizetype request, Side side, const SourceText &target);

    //! What the capture sets a variable of a shell to; commands behind it are read with it.
    void setVariable(const QByteArray &name, const SourceText &value);
    //! Nothing where it is not set, or where too much was put in already.
    [[nodiscard]] std::optional<QByteArray> variable(const QByteArray &name);

    //! What is around the pieces that are collected meanwhile: a cookie that holds JSON, and what
    //! holds for each token found in it. Returns what was around before.
    struct Around
    {
        std::optional<Carrier> carrier;
        base::Findings findings;
    };
    Around setAround(Around around);

    void add(const base::Finding &finding);
    //! The same about one request.
    void add(base::Finding finding, qsizetype request);
    //! A sighting that a reader made itself; its kind and findings are filled in. A token at a
    //! place where one was seen already is not seen again.
    void sight(qsizetype request, const Carrier &carrier, const SourceText &token,
               const base::Findings &findings = {});

    //! The value was there, and whoever logged or saved it put something over it. Said once for
    //! each name.
    void noteMask(qsizetype request, const Carrier &carrier, const SourceText &mask);

    //! Ends a nested text that is read on the way (JSON in a parameter); see Limits::depth.
    [[nodiscard]] bool enter();
    void leave();

    //! What header() learns about a message for its other pieces; `request` must be one.
    void setHost(qsizetype request, const QByteArray &host);
    void setScheme(qsizetype request, const QByteArray &scheme);
    void setContentType(qsizetype request, Side side, const QByteArray &type);
    void setLocation(qsizetype request, const QByteArray &location);
    void addResolverHeader(qsizetype request, Side side, const NamedText &header);

    //! Everything in the order of the text, relations between sightings judged.
    [[nodiscard]] Capture take();

private:
    void judgeBody(qsizetype request, const SourceText &body);
    void sightFound(qsizetype request, const Carrier &carrier, const SourceText &text,
                    const FoundToken &found);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace capture
