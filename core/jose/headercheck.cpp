// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headercheck.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

// The members that take part in the judgement of a signature: were one of them sent twice, two
// libraries could judge two different tokens.
constexpr std::array judgedMembers{"alg", "kid", "crit", "b64"};

std::optional<Refusal> checkProtectedHeader(const SignatureBlock &signature)
{
    const Part &part = signature.protectedHeader;
    if (!part.present) {
        if (signature.unprotectedHeader.isObject())
            return {};
        return Refusal{"header.malformed"_L1, {}, -1};
    }
    if (part.problem)
        return Refusal{"header.malformed"_L1, QString(part.problem->id), part.problem->offset};
    if (!part.json.isValid()) {
        const base::Error &error = part.json.problems().first();
        return Refusal{"header.malformed"_L1, QString(error.id), error.offset};
    }
    if (!part.json.root().isObject())
        return Refusal{"header.malformed"_L1, u"json.type"_s, 0};
    return {};
}

std::optional<Refusal> checkAmbiguity(const Value &sealed, const Value &open)
{
    if (open.isPresent() && !open.isObject())
        return Refusal{"header.malformed"_L1, u"header"_s, -1};
    for (const char *name : judgedMembers) {
        if (sealed.count(name) + open.count(name) > 1)
            return Refusal{"header.malformed"_L1, QString::fromLatin1(name),
                           sealed.member(name).nameSpan().start};
    }
    return {};
}

//! The member, wherever it stands; it does not stand in both.
Value member(const Value &sealed, const Value &open, const char *name)
{
    const Value found = sealed.member(name);
    return found ? found : open.member(name);
}

std::optional<Refusal> readAlgorithm(const Value &alg, HeaderFacts &facts)
{
    if (!alg)
        return Refusal{"algorithm.missing"_L1, {}, -1};
    if (!alg.isString())
        return Refusal{"algorithm.type"_L1, QString::fromUtf8(alg.text()), -1};
    const QByteArray name = alg.toUtf8();
    facts.algorithm = findAlgorithm(name);
    if (!facts.algorithm)
        return Refusal{"algorithm.unknown"_L1, QString::fromUtf8(name), -1};
    if (facts.algorithm->family == Family::None)
        return Refusal{"algorithm.none"_L1, QString::fromUtf8(name), -1};
    return {};
}

std::optional<Refusal> readKid(const Value &kid, HeaderFacts &facts)
{
    if (kid && !kid.isString())
        return Refusal{"kid.type"_L1, QString::fromUtf8(kid.text()), -1};
    if (kid)
        facts.kid = kid.toString();
    return {};
}

} // namespace

HeaderFacts checkHeader(const SignatureBlock &signature)
{
    HeaderFacts facts;
    facts.refusal = checkProtectedHeader(signature);
    if (facts.refusal)
        return facts;
    const Value sealed = signature.protectedHeader.json.root();
    const Value open = signature.unprotectedHeader;
    facts.refusal = checkAmbiguity(sealed, open);
    if (facts.refusal)
        return facts;
    facts.refusal = readAlgorithm(member(sealed, open, "alg"), facts);
    if (!facts.refusal)
        facts.refusal = checkCritical(sealed, open);
    if (!facts.refusal)
        facts.refusal = readKid(member(sealed, open, "kid"), facts);
    return facts;
}

} // namespace jose
