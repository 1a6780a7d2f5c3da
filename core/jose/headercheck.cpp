// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headercheck.h"

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

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

std::optional<Refusal> checkUnprotectedHeader(const Value &header)
{
    if (header && !header.isObject())
        return Refusal{"header.malformed"_L1, u"header"_s, -1};
    return {};
}

// Were a judged member sent twice, two libraries could judge two different tokens.
std::optional<Refusal> checkAmbiguity(const JudgedMembers &members)
{
    for (const auto name :
         {JudgedMembers::Alg, JudgedMembers::Kid, JudgedMembers::Crit, JudgedMembers::B64}) {
        if (members.count(name) > 1)
            return Refusal{"header.malformed"_L1, QString(JudgedMembers::names.at(name)),
                           members.sealed(name).nameSpan().start};
    }
    return {};
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
    if (!facts.refusal)
        facts.refusal = checkUnprotectedHeader(signature.unprotectedHeader);
    if (facts.refusal)
        return facts;
    const JudgedMembers members(signature.protectedHeader.json.root(), signature.unprotectedHeader);
    facts.refusal = checkAmbiguity(members);
    if (!facts.refusal)
        facts.refusal = readAlgorithm(members.either(JudgedMembers::Alg), facts);
    if (!facts.refusal)
        facts.refusal = checkCritical(members);
    if (!facts.refusal)
        facts.refusal = readKid(members.either(JudgedMembers::Kid), facts);
    return facts;
}

} // namespace jose
