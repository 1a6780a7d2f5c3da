// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Evidence;
using verdict::Profile;

namespace cases {

namespace {

QByteArray from(const QByteArray &iss)
{
    return minted(accessHeader(), accessClaims().set("iss", iss));
}

Evidence expecting(const QString &issuer)
{
    Evidence evidence = keysOnly();
    evidence.expectedIssuer = issuer;
    return evidence;
}

// The document names another issuer than the one that was typed.
Evidence typedAs(const QString &typed)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.input.typed = typed;
    snapshot.input.issuer = typed;
    snapshot.issuerMatch = oidc::matchIssuer(snapshot.input, snapshot.discovery);
    return evidenceOf(snapshot);
}

// RFC 8259 section 4: which of the two a reader takes is anybody's guess.
Evidence documentWith(const QByteArray &repeated)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    QByteArray document = snapshot.discovery.json().bytes();
    document.insert(document.indexOf('{') + 1, repeated + ',');
    snapshot.discovery = oidc::Discovery::read(document).value();
    return evidenceOf(snapshot);
}

Evidence unconfirmed()
{
    Evidence evidence = authgear();
    evidence.issuerUnconfirmed = true;
    return evidence;
}

verdict::Policy anyAudience(Profile wanted)
{
    verdict::Policy policy = profile(wanted);
    policy.audiences = QStringList{QString::fromLatin1(issuer)};
    return policy;
}

} // namespace

Cases ofIssuers()
{
    const QByteArray good = minted(accessHeader(), accessClaims());
    const QByteArray none = minted(accessHeader(), accessClaims().drop("iss"));
    const auto access = anyAudience(Profile::Access);
    const auto any = profile(Profile::Any);
    return {
        {"issuer.same"_L1, Pass, Accepted, "as typed", judged(good, authgear())},
        {"issuer.same"_L1, Pass, Accepted, "expected without contact",
         judged(good, expecting(QString::fromLatin1(issuer)), access)},
        {"issuer.mismatch"_L1, Fail, Rejected, "slash",
         judged(from(R"("https://demo.authgear.cloud/")"), authgear())},
        {"issuer.mismatch"_L1, Fail, Rejected, "any",
         judged(from(R"("https://x.org")"), authgear(), any)},
        {"issuer.mismatch"_L1, Fail, Rejected, "empty", judged(from(R"("")"), authgear())},
        {"issuer.missing"_L1, Fail, Rejected, "access", judged(none, authgear())},
        {"issuer.missing"_L1, Warn, Accepted, "any", judged(none, authgear(), any)},
        {"issuer.type"_L1, Fail, Rejected, "array", judged(from("[\"x\"]"), authgear())},
        {"issuer.type"_L1, Fail, Rejected, "null, any", judged(from("null"), authgear(), any)},
        {"issuer.not_given"_L1, Skipped, CannotTell, "keys alone",
         judged(good, keysOnly(), access)},
        {"issuer.not_given"_L1, Skipped, Accepted, "keys alone, any",
         judged(good, keysOnly(), any)},
        {"issuer.unconfirmed"_L1, Skipped, CannotTell, "token's own issuer",
         judged(good, unconfirmed())},
        {"issuer.unconfirmed"_L1, Skipped, CannotTell, "token's own issuer, any",
         judged(good, unconfirmed(), any)},
        {"issuer.document_differs"_L1, Skipped, CannotTell, "another host, and iss as typed",
         judged(from(R"("https://old.example.com")"), typedAs(u"https://old.example.com"_s),
                access)},
        {"issuer.document_spelling"_L1, Warn, Accepted, "typed with a slash",
         judged(good, typedAs(u"https://demo.authgear.cloud/"_s))},
        {"issuer.document_spelling"_L1, Warn, Accepted, "typed in upper case",
         judged(good, typedAs(u"https://DEMO.authgear.cloud"_s))},
        {"issuer.document_duplicate"_L1, Warn, Accepted, "two key sets",
         judged(good, documentWith(R"("jwks_uri":"https://other.example/jwks")"))},
        {"issuer.document_duplicate"_L1, Warn, Accepted, "two issuers",
         judged(good, documentWith(R"("issuer":"https://other.example")"))},
    };
}

} // namespace cases
