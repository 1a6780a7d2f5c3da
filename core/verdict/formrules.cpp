// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"
#include "core/verdict/families.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList texts(const QList<QLatin1StringView> &ids)
{
    return {ids.begin(), ids.end()};
}

Draft broken(QLatin1StringView id, QLatin1StringView subject, const base::Error &problem)
{
    Draft draft(id, subject);
    draft.fact("problem"_L1, QString(problem.id))
        .fact("offset"_L1, problem.offset)
        .fact("detail"_L1, problem.detail);
    return draft;
}

void addEncoding(Inquiry &inquiry, QLatin1StringView subject, const jose::Part &part)
{
    inquiry.add(
        broken("form.encoding"_L1, subject, *part.problem).fact("repairs"_L1, texts(part.repairs)));
}

void addJson(Inquiry &inquiry, QLatin1StringView subject, const jose::Part &part)
{
    const QList<base::Error> &problems = part.json.problems();
    const base::Error problem
        = problems.isEmpty() ? base::Error{"json.shape"_L1, {}, 0} : problems.constFirst();
    const base::json::Place place = part.json.place(qMax<qint64>(problem.offset, 0));
    inquiry.add(broken("form.json"_L1, subject, problem)
                    .fact("line"_L1, place.line)
                    .fact("column"_L1, place.column));
}

void judgeHeaderPart(Inquiry &inquiry, const jose::Part &part)
{
    if (part.problem)
        addEncoding(inquiry, "header"_L1, part);
    else if (part.present && !isReadable(part))
        addJson(inquiry, "header"_L1, part);
}

// True when the payload itself is what cannot be read.
bool judgePayloadPart(Inquiry &inquiry)
{
    const jose::Part &payload = inquiry.token().payload();
    if (payload.problem) {
        addEncoding(inquiry, "payload"_L1, payload);
        return true;
    }
    const bool isClaimed = isPayloadBroken(inquiry.token()) || inquiry.claims().isPresent();
    if (!payload.present || payload.json.isValid() || !isClaimed)
        return false;
    addJson(inquiry, "payload"_L1, payload);
    return true;
}

QString payloadKind(const jose::Part &payload)
{
    // In the order of base::json::Kind.
    constexpr auto names = std::to_array<QLatin1StringView>(
        {"null"_L1, "false"_L1, "true"_L1, "number"_L1, "string"_L1, "array"_L1, "object"_L1});
    if (!payload.json.isValid())
        return u"bytes"_s;
    return names[static_cast<size_t>(payload.json.root().kind())];
}

// RFC 7519 section 7.2: a JWT's payload is a JSON object, encoded. For "any JWS" that is a remark.
void judgePayloadKind(Inquiry &inquiry)
{
    const auto outcome = inquiry.wantsKind() ? base::Outcome::Fail : base::Outcome::Warn;
    const bool isPlain = inquiry.token().hasUnencodedPayload();
    if (isPlain)
        inquiry.add(
            Draft("form.unencoded_payload"_L1, "b64"_L1).outcome(outcome).found(u"false"_s));
    if (inquiry.token().payload().bytes.isEmpty())
        inquiry.add(Draft("form.detached"_L1, "payload"_L1).outcome(outcome));
    else if (inquiry.token().nested())
        inquiry.add(Draft("form.nested"_L1, "payload"_L1).required());
    else if (!inquiry.claims().isPresent())
        inquiry.add(Draft("form.not_claims"_L1, "payload"_L1)
                        .outcome(outcome)
                        .found(payloadKind(inquiry.token().payload())));
}

// RFC 3986 section 2.1: a token that went through a URL or a form and was not decoded there.
bool hasEncodedDots(const jose::Token &token)
{
    return token.text().contains("%2E") || token.text().contains("%2e");
}

void judgeStructure(Inquiry &inquiry)
{
    for (const base::Error &problem : inquiry.token().problems()) {
        if (problem.id == "token.signature_missing"_L1 || problem.id == "token.payload_detached"_L1)
            continue; // Findings of their own say it.
        const bool isCount = problem.id == "token.parts"_L1;
        inquiry.add(broken(isCount ? "form.parts"_L1 : "form.structure"_L1, "token"_L1, problem)
                        .found(problem.detail)
                        .fact("encodedDots"_L1, isCount && hasEncodedDots(inquiry.token())));
    }
}

// What stood around the token was taken off to read it; a server would have refused the header. Two
// spaces, a lower case scheme and blanks at the end are legal or trimmed.
QStringList headerProblems(const Presentation &presentation)
{
    const QList<QLatin1StringView> &removed = presentation.removed;
    const qsizetype scheme = removed.indexOf("scheme"_L1);
    QStringList problems;
    if (scheme < 0 && removed.contains("header_name"_L1))
        problems << u"scheme_missing"_s;
    if (removed.count("scheme"_L1) > 1)
        problems << u"scheme_twice"_s;
    for (const QLatin1StringView odd : {"tab"_L1, "colon"_L1}) {
        if (removed.contains(odd))
            problems << odd;
    }
    if (scheme >= 0 && removed.indexOf("quotes"_L1) > scheme)
        problems << u"quotes"_s;
    return problems;
}

void judgePresentation(Inquiry &inquiry)
{
    const Presentation &presentation = inquiry.examination().evidence.presentation;
    const QStringList problems = headerProblems(presentation);
    if (!problems.isEmpty())
        inquiry.add(Draft("input.header_form"_L1, "header"_L1).fact("problems"_L1, problems));
    if (!presentation.removed.isEmpty())
        inquiry.add(
            Draft("input.cleaned"_L1, "token"_L1).fact("removed"_L1, texts(presentation.removed)));
}

bool hasStructure(jose::Form form)
{
    return form != jose::Form::Empty && form != jose::Form::Opaque;
}

} // namespace

void judgeForm(Inquiry &inquiry)
{
    judgePresentation(inquiry);
    if (inquiry.kind() == Kind::Nothing) {
        const bool isOpen = inquiry.profile() == Profile::Automatic;
        inquiry.add(Draft("form.empty"_L1, "token"_L1)
                        .outcome(isOpen ? base::Outcome::Skipped : base::Outcome::Fail)
                        .required());
    }
    if (!hasStructure(inquiry.token().form()) || inquiry.kind() == Kind::UuidSecret)
        return;
    judgeStructure(inquiry);
    if (inquiry.token().signatures().isEmpty())
        judgeHeaderPart(inquiry, inquiry.token().header());
    for (const jose::SignatureBlock &signature : inquiry.token().signatures())
        judgeHeaderPart(inquiry, signature.protectedHeader);
    if (inquiry.token().signatures().isEmpty() || judgePayloadPart(inquiry))
        return;
    judgePayloadKind(inquiry);
}

} // namespace verdict
