// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/kind.h"
#include "core/verdict/families.h"
#include "core/verdict/snapshots.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

QString differenceName(const QString &expected, const QString &found)
{
    return oidc::name(oidc::compareIdentifiers(expected, found));
}

// RFC 3986: a URI is ASCII. Other letters can look exactly like the expected ones.
bool hasForeignLetters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80; });
}

Draft about(QLatin1StringView id, const Inquiry &inquiry)
{
    Draft draft(id, "iss"_L1);
    draft.expected(inquiry.expectedIssuer()).found(inquiry.claim(Claim::Iss));
    if (inquiry.snapshot() && !inquiry.snapshot()->discovery.isEmpty())
        draft.fact("documentIssuer"_L1, inquiry.snapshot()->discovery.issuer());
    return draft;
}

// Where the document says two things, another program may use other keys than those that came here.
void judgeRepeatedMembers(Inquiry &inquiry, const oidc::Discovery &discovery)
{
    for (const QLatin1StringView name : {"issuer"_L1, "jwks_uri"_L1}) {
        const base::json::Value member = discovery.json().root().member(name);
        if (member.isDuplicate())
            inquiry.add(Draft("issuer.document_duplicate"_L1, name).found(member));
    }
}

// The document against what was typed; the token plays no part in it.
void judgeDocument(Inquiry &inquiry)
{
    const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
    if (!snapshot)
        return;
    judgeRepeatedMembers(inquiry, snapshot->discovery);
    const QString typed = snapshot->input.issuer;
    const QString documented = snapshot->discovery.issuer();
    if (isDocumentForeign(*snapshot)) {
        inquiry.add(Draft("issuer.document_differs"_L1, "issuer"_L1)
                        .required()
                        .expected(typed)
                        .found(documented)
                        .fact("difference"_L1, differenceName(typed, documented)));
    } else if (snapshot->issuerMatch == oidc::IssuerMatch::SlashOrCase) {
        inquiry.add(Draft("issuer.document_spelling"_L1, "issuer"_L1)
                        .expected(documented)
                        .found(typed)
                        .fact("difference"_L1, differenceName(documented, typed)));
    }
}

void judgeMissing(Inquiry &inquiry)
{
    // Nobody asked, or it was made by a client for its issuer: there is no iss to expect.
    const bool isMute = inquiry.expectedIssuer().isEmpty() || hasForeignKey(inquiry.kind());
    if (isMute && !inquiry.wantsKind())
        return;
    inquiry.add(about("issuer.missing"_L1, inquiry)
                    .outcome(inquiry.wantsKind() ? base::Outcome::Fail : base::Outcome::Warn));
}

void judgeText(Inquiry &inquiry)
{
    const QString expected = inquiry.expectedIssuer();
    const QString found = inquiry.claim(Claim::Iss).toString();
    if (found != expected) {
        const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
        const bool isDocuments
            = snapshot && !found.isEmpty() && found == snapshot->discovery.issuer();
        inquiry.add(about("issuer.mismatch"_L1, inquiry)
                        .fact("difference"_L1, differenceName(expected, found))
                        .fact("foreignLetters"_L1, hasForeignLetters(found))
                        .fact("isDocumentIssuer"_L1, isDocuments));
    } else if (!inquiry.examination().evidence.issuerUnconfirmed) {
        // An issuer that the token itself named is always the same.
        inquiry.add(about("issuer.same"_L1, inquiry));
    }
}

void judgeClaim(Inquiry &inquiry)
{
    const base::json::Value &iss = inquiry.claim(Claim::Iss);
    if (!iss)
        judgeMissing(inquiry);
    else if (!iss.isString())
        inquiry.add(about("issuer.type"_L1, inquiry).expected(u"string"_s));
    else if (inquiry.expectedIssuer().isEmpty())
        inquiry.add(about("issuer.not_given"_L1, inquiry).required(inquiry.wantsKind()));
    else
        judgeText(inquiry);
}

} // namespace

void judgeIssuer(Inquiry &inquiry)
{
    if (inquiry.token().signatures().isEmpty() || inquiry.kind() == Kind::UuidSecret)
        return;
    judgeDocument(inquiry);
    if (inquiry.claims().isPresent())
        judgeClaim(inquiry);
    if (inquiry.examination().evidence.issuerUnconfirmed)
        inquiry.add(
            Draft("issuer.unconfirmed"_L1, "iss"_L1).required().found(inquiry.claim(Claim::Iss)));
}

} // namespace verdict
