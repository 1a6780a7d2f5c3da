// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/capture/decode.h"

#include <QHash>

namespace capture {

//! The parameters of one query, fragment or form that matter to a sign-in.
struct OAuthRecord
{
    qsizetype request = -1;
    CarrierType type = CarrierType::Query;
    Side side = Side::Unknown;
    QHash<QByteArray, QByteArray> values; //!< Names as the standards write them.
    base::Span span;

    [[nodiscard]] QByteArray value(const char *name) const { return values.value(name); }
    [[nodiscard]] bool has(const char *name) const { return values.contains(name); }
};

//! The requests of a sign-in as a whole: what is wrong with each, and whether they belong together.
//! RFC 6749, RFC 7636, OpenID Connect Core; reference authgear 9.
class OAuthFlow
{
public:
    //! The pairs of one query, fragment or form; what is no parameter of OAuth is left out.
    void note(qsizetype request, CarrierType type, Side side, const QList<NamedText> &pairs);
    //! ids request.* and answer.*, each with the fact "request" where that is known. The capture
    //! gives times and URLs.
    [[nodiscard]] base::Findings judge(const Capture &capture) const;

private:
    QList<OAuthRecord> m_records;
};

//! What an answer's body says where it is no JSON: Authgear's page for an authorization request
//! that it cannot redirect (reference authgear 9.2), and for a host without a project (1.4).
[[nodiscard]] base::Findings judgeAnswerText(const SourceText &body);

//! The cause that the body of a refusal (401, 403) tells in its own words: a member of a JSON
//! text, the error page of a framework, a line of text. Nothing where it tells none.
[[nodiscard]] base::Findings judgeRefusal(const SourceText &body);

//! Authgear sends a request for another origin than the project's to the same path there, reference
//! authgear 1.4: a custom domain, http for https, or a proxy that hides the host.
[[nodiscard]] std::optional<base::Finding> judgeMove(const Capture &capture, qsizetype index,
                                                     const QByteArray &location);

//! What the URLs of requests to Authgear show.
[[nodiscard]] base::Findings judgeTargets(const Capture &capture);

} // namespace capture
