// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/judgedmembers.h"
#include "core/verdict/families.h"
#include "core/verdict/rules.h"
#include "core/verdict/snapshots.h"

#include <algorithm>
#include <iterator>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using jose::Attempt;
using jose::Match;

namespace {

//! One signature of the token, and what became of it.
struct Case
{
    const jose::SignatureBlock &block;
    const jose::SignatureResult &result;
    base::Facts facts; //!< In each of its findings.
};

// The member of the header that a reason is about; the rest is about the signature.
struct SubjectRow
{
    QLatin1StringView prefix;
    QLatin1StringView subject;
};
constexpr auto subjects = std::to_array<SubjectRow>({
    {"algorithm."_L1, "alg"_L1},
    {"crit."_L1, "crit"_L1},
    {"b64."_L1, "b64"_L1},
    {"kid."_L1, "kid"_L1},
    {"header."_L1, "header"_L1},
});

QLatin1StringView subjectOf(QLatin1StringView reason)
{
    const auto row = std::ranges::find_if(subjects, [reason](const SubjectRow &candidate) {
        return reason.startsWith(candidate.prefix);
    });
    return row == subjects.end() ? "signature"_L1 : row->subject;
}

QStringList kidsOf(const QList<jose::KeySet> &sets)
{
    QStringList kids;
    for (const jose::KeySet &set : sets) {
        for (const jose::KeyEntry &entry : set.entries()) {
            if (entry.kid)
                kids << *entry.kid;
        }
    }
    return kids;
}

void addLengths(Draft &draft, const Case &one)
{
    const auto attempt
        = std::ranges::find(one.result.attempts, Match::SignatureLength, &Attempt::match);
    draft.fact("der"_L1, one.result.detail == "der"_L1);
    if (attempt != one.result.attempts.end())
        draft.expected(attempt->expected).found(attempt->found);
}

void addMismatch(Draft &draft, const Case &one, bool isDetached)
{
    const auto failed
        = [](const Attempt &attempt) { return attempt.match == Match::WrongSignature; };
    const qlonglong count = std::ranges::count_if(one.result.attempts, failed);
    const auto first = std::ranges::find_if(one.result.attempts, failed);
    // RFC 7515 appendix F: the signature may be over a content that is sent apart.
    draft.fact("keys"_L1, count)
        .fact("detached"_L1, isDetached)
        .fact("secret"_L1, one.result.algorithm->family == jose::Family::Hmac);
    if (count == 1)
        draft.found(first->label);
}

// Of keys that all differ in the same way the finding itself can say in which.
struct DifferenceRow
{
    Match match;
    QLatin1StringView name;
};
constexpr auto differences = std::to_array<DifferenceRow>({
    {Match::KeyTypeDiffers, "type"_L1},
    {Match::CurveDiffers, "curve"_L1},
    {Match::AlgorithmDiffers, "algorithm"_L1},
    {Match::UseDiffers, "use"_L1},
});

void addDifference(Draft &draft, const Case &one)
{
    const QList<Attempt> &attempts = one.result.attempts;
    draft.fact("keys"_L1, qlonglong(attempts.size()));
    QList<Attempt> meant;
    std::ranges::remove_copy(attempts, std::back_inserter(meant), Match::KidDiffers,
                             &Attempt::match);
    const auto row = std::ranges::find(differences, meant.value(0).match, &DifferenceRow::match);
    const bool isShared = std::ranges::all_of(meant, [&](const Attempt &attempt) {
        return attempt.match == meant.first().match && attempt.expected == meant.first().expected;
    });
    if (row == differences.end() || !isShared)
        return;
    QStringList found;
    for (const Attempt &attempt : meant)
        found << attempt.found;
    found.removeDuplicates();
    draft.expected(meant.first().expected)
        .found(inOneLine(found))
        .fact("differs"_L1, QString(row->name));
}

// RFC 9901 section 4: "~" and a disclosure after it, any number of times.
bool bringsDisclosures(const jose::Token &token, const Case &one)
{
    const qint64 at = one.block.signature.span.start + one.result.offset;
    return one.result.offset > 0 && at < token.text().size() && token.text().at(at) == '~';
}

void addMalformed(Draft &draft, const Inquiry &inquiry, const Case &one)
{
    const jose::Part &part = one.block.signature;
    draft.fact("problem"_L1, one.result.detail)
        .fact("offset"_L1, one.result.offset)
        .fact("disclosures"_L1, bringsDisclosures(inquiry.token(), one))
        .fact("detail"_L1, part.problem ? part.problem->detail : QString())
        .fact("repairs"_L1, QStringList(part.repairs.begin(), part.repairs.end()));
}

void addKids(Draft &draft, const Inquiry &inquiry, const Case &one)
{
    const QStringList kids = kidsOf(inquiry.examination().keySets());
    draft.expected(inOneLine(kids))
        .fact("kids"_L1, kids)
        .fact("keys"_L1, qlonglong(one.result.attempts.size()));
}

// jose refuses two things by one name: a header that cannot be read, and one that reads in two
// ways.
bool isJudgedMember(const QString &detail)
{
    const auto &names = jose::JudgedMembers::names;
    return std::ranges::find(names, detail) != names.end();
}

// The key that could be meant is there and damaged: only its owner can say what it would have told.
void addUnreadable(Draft &draft, const Case &one)
{
    const auto attempt = std::ranges::find_if(one.result.attempts, [&](const Attempt &candidate) {
        return candidate.match == Match::Unusable && candidate.label == one.result.detail;
    });
    draft.required();
    if (attempt != one.result.attempts.end())
        draft.fact("problem"_L1, QString(attempt->problem)).fact("detail"_L1, attempt->found);
}

// Nothing to check with: because nothing was given, or because a visit brought nothing usable.
Draft withoutKeys(const Inquiry &inquiry)
{
    const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
    if (!snapshot) {
        Draft draft("signature.no_keys"_L1, "signature"_L1);
        return draft.fact("emptySet"_L1, !inquiry.examination().keySets().isEmpty());
    }
    Draft draft("signature.keys_unavailable"_L1, "signature"_L1);
    if (snapshot->error)
        return draft.fact("problem"_L1, QString(snapshot->error->id))
            .fact("detail"_L1, snapshot->error->detail);
    const QString documented = snapshot->discovery.issuer();
    const QLatin1StringView foreign
        = documented.isEmpty() ? "discovery.no_issuer"_L1 : "issuer.document_differs"_L1;
    const bool isForeign = isDocumentForeign(*snapshot);
    return draft.fact("problem"_L1, QString(isForeign ? foreign : "keyset.empty"_L1))
        .fact("detail"_L1, documented)
        .fact("foreign"_L1, isForeign);
}

constexpr auto tokenKeyMembers
    = std::to_array<QLatin1StringView>({"jwk"_L1, "jku"_L1, "x5u"_L1, "x5c"_L1});

QStringList tokenKeys(const jose::SignatureBlock &block)
{
    QStringList names;
    for (const QLatin1StringView member : tokenKeyMembers) {
        if (block.header(QByteArrayView(member.data(), member.size())))
            names << member;
    }
    return names;
}

void addTokenKeys(Inquiry &inquiry, const Case &one, base::Outcome outcome)
{
    QStringList names = tokenKeys(one.block);
    if (names.isEmpty())
        return;
    const bool wouldMatch = std::ranges::any_of(one.result.attempts, [](const Attempt &attempt) {
        return attempt.wouldMatch.value_or(false);
    });
    Draft draft("key.from_token"_L1, "header"_L1);
    inquiry.add(draft.outcome(outcome)
                    .facts(one.facts)
                    .found(inOneLine(names))
                    .fact("names"_L1, names)
                    .fact("wouldMatch"_L1, wouldMatch));
}

void addRefusal(Inquiry &inquiry, const Case &one)
{
    const QLatin1StringView reason = one.result.reason;
    const bool noKeys = reason == "key.none"_L1
        || (reason == "key.from_token"_L1 && inquiry.examination().keySets().isEmpty());
    if (noKeys) {
        inquiry.add(withoutKeys(inquiry).facts(one.facts).required());
        return;
    }
    // A reason that this table does not know yet is still no pass.
    const QLatin1StringView id = findRule(reason) ? reason : "key.no_fit"_L1;
    // A header that cannot be read has a finding of its own; this one is what follows from it.
    const bool isUnread = id == "header.malformed"_L1 && !isJudgedMember(one.result.detail);
    Draft draft(id, isUnread ? "signature"_L1 : subjectOf(id));
    draft.facts(one.facts).found(one.result.detail);
    if (id == "signature.length"_L1)
        addLengths(draft, one);
    else if (id == "signature.mismatch"_L1)
        addMismatch(draft, one, inquiry.token().payload().bytes.isEmpty());
    else if (id == "signature.malformed"_L1)
        addMalformed(draft, inquiry, one);
    else if (id == "header.malformed"_L1)
        draft.fact("ambiguous"_L1, isJudgedMember(one.result.detail));
    else if (id == "kid.unknown"_L1)
        addKids(draft, inquiry, one);
    else if (id == "key.unreadable"_L1)
        addUnreadable(draft, one);
    else if (id == "key.no_fit"_L1)
        addDifference(draft, one);
    inquiry.add(draft);
}

void judgeOne(Inquiry &inquiry, const Case &one)
{
    if (one.result.status == jose::SignatureStatus::Valid) {
        addTokenKeys(inquiry, one, base::Outcome::Warn);
        return; // judgeKeys() names the basis.
    }
    const bool byToken
        = one.result.reason == "key.from_token"_L1 && !inquiry.examination().keySets().isEmpty();
    if (!byToken)
        addRefusal(inquiry, one);
    addTokenKeys(inquiry, one, byToken ? base::Outcome::Fail : base::Outcome::Warn);
}

// RFC 9864 gives EdDSA with a named curve its own names; both mean the same signature.
bool isAllowed(const QString &algorithm, const QStringList &allowed)
{
    constexpr auto family = "EdDSA"_L1;
    const bool isEdwards
        = algorithm == family || algorithm == "Ed25519"_L1 || algorithm == "Ed448"_L1;
    return allowed.contains(algorithm) || (isEdwards && allowed.contains(family))
        || (algorithm == family
            && (allowed.contains("Ed25519"_L1) || allowed.contains("Ed448"_L1)));
}

// What discovery lists limits ID tokens only; there is no such list for access tokens.
void judgeAllowed(Inquiry &inquiry, const Case &one)
{
    const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
    const jose::Algorithm *algorithm = one.result.algorithm;
    const bool isAsked = snapshot && !isDocumentForeign(*snapshot) && inquiry.wantsIdToken()
        && algorithm && algorithm->family != jose::Family::None;
    const QStringList allowed = isAsked ? snapshot->discovery.idTokenAlgorithms() : QStringList();
    if (allowed.isEmpty() || isAllowed(algorithm->name, allowed))
        return;
    inquiry.add(Draft("algorithm.not_allowed"_L1, "alg"_L1)
                    .facts(one.facts)
                    .expected(inOneLine(allowed))
                    .found(algorithm->name)
                    .fact("allowed"_L1, allowed));
}

} // namespace

void judgeSignatures(Inquiry &inquiry)
{
    const QList<jose::SignatureBlock> &blocks = inquiry.token().signatures();
    const QList<jose::SignatureResult> &results = inquiry.examination().signatures;
    if (inquiry.kind() == Kind::UuidSecret)
        return; // Its dot separates no signature.
    for (qsizetype i = 0; i < qMin(blocks.size(), results.size()); ++i) {
        const jose::Algorithm *algorithm = results.at(i).algorithm;
        Case one{blocks.at(i), results.at(i), {}};
        one.facts.insert("algorithm"_L1,
                         algorithm ? QString(algorithm->name)
                                   : QString::fromUtf8(blocks.at(i).algorithm()));
        if (blocks.size() > 1)
            one.facts.insert("index"_L1, qlonglong(i));
        judgeOne(inquiry, one);
        judgeAllowed(inquiry, one);
    }
}

} // namespace verdict
