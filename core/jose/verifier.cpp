// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/verifier.h"

#include "core/jose/ecdsasignature.h"
#include "core/jose/headercheck.h"
#include "core/jose/keychoice.h"
#include "core/jose/keydata.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Refusal> checkSignaturePart(const Part &part)
{
    if (part.problem)
        return Refusal{"signature.malformed"_L1, QString(part.problem->id), part.problem->offset};
    if (!part.present || part.bytes.isEmpty())
        return Refusal{"signature.missing"_L1, {}, -1};
    return {};
}

//! One signature against all keys.
class Trial
{
public:
    Trial(const SignatureBlock &signature, const QList<KeySet> &sets)
        : m_signature(signature)
        , m_sets(sets)
    {
    }

    [[nodiscard]] SignatureResult run();

private:
    void listKeys();
    void refuse(const Refusal &refusal);
    void compareAll();
    void tryAll(bool withoutKid);
    void tryOne(Attempt &attempt);
    [[nodiscard]] std::optional<bool> computed(const Key::Data &key) const;
    void conclude();
    [[nodiscard]] const Attempt *unreadableCandidate() const;
    [[nodiscard]] Refusal reasonWhenNothingRan() const;
    [[nodiscard]] Refusal reasonWhenSomeRan() const;
    [[nodiscard]] bool kidIsUnknown() const;

    [[nodiscard]] bool any(Match match) const
    {
        return std::ranges::find(m_result.attempts, match, &Attempt::match)
            != m_result.attempts.end();
    }
    [[nodiscard]] const KeyEntry &entryOf(const Attempt &attempt) const
    {
        return m_sets.at(attempt.set).entries().at(attempt.entry);
    }
    //! Among the keys that do not come from the token itself.
    template <typename Predicate>
    [[nodiscard]] bool anyGiven(Predicate predicate) const
    {
        return std::ranges::any_of(m_result.attempts, [&](const Attempt &attempt) {
            return attempt.origin != KeyOrigin::Token && predicate(entryOf(attempt));
        });
    }

    const SignatureBlock &m_signature;
    const QList<KeySet> &m_sets;
    HeaderFacts m_header;
    SignatureResult m_result;
    bool m_ran = false;
};

SignatureResult Trial::run()
{
    m_header = checkHeader(m_signature);
    m_result.algorithm = m_header.algorithm;
    listKeys();
    if (!m_header.refusal)
        m_header.refusal = checkSignaturePart(m_signature.signature);
    if (m_header.refusal) {
        refuse(*m_header.refusal);
        return std::move(m_result);
    }
    compareAll();
    tryAll(false);
    tryAll(true);
    conclude();
    return std::move(m_result);
}

void Trial::listKeys()
{
    qsizetype count = 0;
    for (const KeySet &set : m_sets)
        count += set.size();
    m_result.attempts.reserve(count);
    for (qsizetype set = 0; set < m_sets.size(); ++set) {
        const KeySet &keys = m_sets.at(set);
        for (qsizetype entry = 0; entry < keys.size(); ++entry) {
            Attempt attempt;
            attempt.origin = keys.origin();
            attempt.set = set;
            attempt.entry = entry;
            attempt.label = keys.entries().at(entry).label;
            m_result.attempts.append(std::move(attempt));
        }
    }
}

void Trial::refuse(const Refusal &refusal)
{
    m_result.reason = refusal.reason;
    m_result.detail = refusal.detail;
    m_result.offset = refusal.offset;
}

void Trial::compareAll()
{
    const Demand demand{*m_header.algorithm, m_header.kid};
    for (Attempt &attempt : m_result.attempts) {
        const KeyEntry &entry = entryOf(attempt);
        compare(entry, demand, attempt);
        if (attempt.match != Match::NotTried)
            continue;
        if (mayPass(entry.key, attempt.origin)) {
            ++m_result.fittingKeys;
        } else {
            attempt.match = Match::NeverForPass;
            attempt.wouldMatch = computed(entry.key.data()).value_or(false);
        }
    }
}

// Keys with the very kid of the token come first, so that a key without one is only ever the answer
// when no other is.
void Trial::tryAll(bool withoutKid)
{
    for (qsizetype i = 0; i < m_result.attempts.size() && m_result.verifiedBy < 0; ++i) {
        Attempt &attempt = m_result.attempts[i];
        if (attempt.match != Match::NotTried || attempt.withoutKid != withoutKid)
            continue;
        tryOne(attempt);
        if (attempt.match == Match::Verified)
            m_result.verifiedBy = i;
    }
}

void Trial::tryOne(Attempt &attempt)
{
    const Key::Data &key = entryOf(attempt).key.data();
    const int length = expectedLength(*m_header.algorithm, key);
    const qsizetype found = m_signature.signature.bytes.size();
    const auto matched = computed(key);
    m_ran = m_ran || matched;
    if (found != length) {
        attempt.match = Match::SignatureLength;
        attempt.expected = QString::number(length);
        attempt.found = QString::number(found);
    } else {
        attempt.match = !matched ? Match::Unusable
            : *matched           ? Match::Verified
                                 : Match::WrongSignature;
    }
}

// Checking the length is the first step of every computation (RFC 7518 section 3.4, RFC 8017
// section 8.2.2), so a wrong one is a signature that was computed and failed.
std::optional<bool> Trial::computed(const Key::Data &key) const
{
    const QByteArray &signature = m_signature.signature.bytes;
    if (signature.size() != expectedLength(*m_header.algorithm, key))
        return false;
    return matches(*m_header.algorithm, key, m_signature.signingInput, signature);
}

void Trial::conclude()
{
    if (m_result.verifiedBy >= 0) {
        m_result.status = SignatureStatus::Valid;
        return;
    }
    m_result.status = m_ran ? SignatureStatus::Invalid : SignatureStatus::Unverified;
    refuse(m_ran ? reasonWhenSomeRan() : reasonWhenNothingRan());
}

// A set that names its keys, and none of them so.
bool Trial::kidIsUnknown() const
{
    return m_header.kid && anyGiven([](const KeyEntry &entry) { return entry.kid.has_value(); })
        && !anyGiven([this](const KeyEntry &entry) { return entry.kid == m_header.kid; });
}

Refusal Trial::reasonWhenSomeRan() const
{
    if (kidIsUnknown())
        return {"kid.unknown"_L1, *m_header.kid, -1};
    const bool der
        = m_header.algorithm->family == Family::Ecdsa && ecdsa::isDer(m_signature.signature.bytes);
    const bool onlyLength = any(Match::SignatureLength) && !any(Match::WrongSignature);
    return {onlyLength ? "signature.length"_L1 : "signature.mismatch"_L1,
            der ? u"der"_s : QString(), -1};
}

// "Nothing fits" would be untrue of a key that nobody could read. One that is for something else
// (an unknown curve or type), or that is refused as a forger's trick, is no riddle.
const Attempt *Trial::unreadableCandidate() const
{
    constexpr std::array settled{"key.curve"_L1, "key.type"_L1, "key.shape"_L1,
                                 "secret.is_public_key"_L1};
    const auto found = std::ranges::find_if(m_result.attempts, [&](const Attempt &attempt) {
        const std::optional<QString> &kid = entryOf(attempt).kid;
        return attempt.match == Match::Unusable && attempt.origin != KeyOrigin::Token
            && std::ranges::find(settled, attempt.problem) == settled.end()
            && (!m_header.kid || !kid || kid == m_header.kid);
    });
    return found == m_result.attempts.end() ? nullptr : &*found;
}

Refusal Trial::reasonWhenNothingRan() const
{
    if (m_result.attempts.isEmpty())
        return {"key.none"_L1, {}, -1};
    if (any(Match::NeverForPass)) {
        const bool token = std::ranges::any_of(m_result.attempts, [](const Attempt &attempt) {
            return attempt.match == Match::NeverForPass && attempt.origin == KeyOrigin::Token;
        });
        return {token ? "key.from_token"_L1 : "key.oct_from_network"_L1, {}, -1};
    }
    const bool secrets = anyGiven([](const KeyEntry &entry) {
        return entry.key.data().type == KeyType::Oct && !entry.problem;
    });
    const Attempt *unreadable = unreadableCandidate();
    const bool allUnreadable
        = unreadable && !anyGiven([](const KeyEntry &entry) { return !entry.problem; });
    if (m_header.algorithm->isSymmetric() && !secrets && !allUnreadable)
        return {"algorithm.hmac_needs_secret"_L1, m_header.algorithm->name, -1};
    if (kidIsUnknown())
        return {"kid.unknown"_L1, *m_header.kid, -1};
    if (unreadable)
        return {"key.unreadable"_L1, unreadable->label, -1};
    return {"key.no_fit"_L1, m_header.algorithm->name, -1};
}

} // namespace

SignatureResult verify(const SignatureBlock &signature, const QList<KeySet> &sets)
{
    return Trial(signature, sets).run();
}

} // namespace jose
