// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/keychoice.h"

#include "core/jose/jwkusage.h"
#include "core/jose/keydata.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array keyTypeNames{"RSA"_L1, "EC"_L1, "OKP"_L1, "oct"_L1};

QString nameOf(KeyType type)
{
    return keyTypeNames.at(static_cast<size_t>(type));
}

bool differs(Attempt &attempt, Match match, QString expected, QString found)
{
    attempt.match = match;
    attempt.expected = std::move(expected);
    attempt.found = std::move(found);
    return false;
}

bool kidFits(const Key::Data &key, const Demand &demand, Attempt &attempt)
{
    if (!demand.kid)
        return true;
    attempt.withoutKid = !key.kid;
    return !key.kid || *key.kid == *demand.kid
        || differs(attempt, Match::KidDiffers, *demand.kid, *key.kid);
}

bool typeFits(const Key::Data &key, const Demand &demand, Attempt &attempt)
{
    return key.type == demand.algorithm.keyType
        || differs(attempt, Match::KeyTypeDiffers, nameOf(demand.algorithm.keyType),
                   nameOf(key.type));
}

bool curveFits(const Key::Data &key, const Demand &demand, Attempt &attempt)
{
    if (canServe(key, demand.algorithm))
        return true;
    const QLatin1StringView curve = demand.algorithm.curve;
    return differs(attempt, Match::CurveDiffers,
                   curve.isEmpty() ? u"Ed25519, Ed448"_s : QString(curve), key.curve->name);
}

// RFC 9864: `EdDSA` and the name of the curve mean the same where the curve is the key's own.
bool sameAlgorithm(const Algorithm &wanted, const QString &bound, const Curve *curve)
{
    if (bound == wanted.name)
        return true;
    const Algorithm *row = wanted.family == Family::EdDsa ? findAlgorithm(bound.toUtf8()) : nullptr;
    return row && row->family == Family::EdDsa
        && (row->curve.isEmpty() || row->curve == curve->name);
}

// RFC 4055 section 1.2: such a key serves PSS alone, and with parameters one hash alone.
bool pssFits(const Key::Data &key, const Algorithm &algorithm)
{
    if (!key.pssOnly)
        return true;
    return algorithm.family == Family::RsaPss
        && (key.pssDigest.isEmpty() || algorithm.digest == QLatin1StringView(key.pssDigest));
}

QString pssName(const Key::Data &key)
{
    return key.pssDigest.isEmpty() ? u"RSA-PSS"_s
                                   : u"RSA-PSS, "_s + QString::fromLatin1(key.pssDigest);
}

bool algorithmFits(const Key::Data &key, const Demand &demand, Attempt &attempt)
{
    if (!pssFits(key, demand.algorithm))
        return differs(attempt, Match::AlgorithmDiffers, demand.algorithm.name, pssName(key));
    return !key.algorithm || sameAlgorithm(demand.algorithm, *key.algorithm, key.curve)
        || differs(attempt, Match::AlgorithmDiffers, demand.algorithm.name, *key.algorithm);
}

bool useFits(const Key::Data &key, const Demand &, Attempt &attempt)
{
    if (key.use && *key.use != "sig"_L1)
        return differs(attempt, Match::UseDiffers, u"sig"_s, *key.use);
    if (key.operations && !key.operations->contains("verify"_L1))
        return differs(attempt, Match::UseDiffers, u"verify"_s, key.operations->join(u", "_s));
    return true;
}

using Comparison = bool (*)(const Key::Data &key, const Demand &demand, Attempt &attempt);
constexpr std::array comparisons{kidFits, typeFits, curveFits, algorithmFits, useFits};

} // namespace

void compare(const KeyEntry &entry, const Demand &demand, Attempt &attempt)
{
    if (entry.problem) {
        attempt.match = Match::Unusable;
        attempt.problem = entry.problem->id;
        attempt.found = entry.problem->detail;
        return;
    }
    const Key::Data &key = entry.key.data();
    std::ranges::all_of(comparisons, [&](Comparison fits) { return fits(key, demand, attempt); });
}

bool mayPass(const Key &key, KeyOrigin origin)
{
    if (origin == KeyOrigin::Token)
        return false;
    const bool overNetwork = origin == KeyOrigin::Issuer || origin == KeyOrigin::Url;
    return !overNetwork || key.type() != KeyType::Oct;
}

} // namespace jose
