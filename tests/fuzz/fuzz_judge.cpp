// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/judge.h"
#include "core/verdict/rules.h"
#include "fuzzcheck.h"

namespace {

using base::Finding;
using verdict::Decision;
using verdict::Verdict;

constexpr base::Instant noon{std::chrono::seconds{1'790'000'000}};

//! An issuer whose key set is a P-256 key (RFC 7515 appendix A.3), which a fuzzer cannot sign with.
const verdict::Evidence &evidence()
{
    static const verdict::Evidence one = [] {
        verdict::Evidence made;
        made.snapshot = oidc::IssuerSnapshot();
        made.snapshot->input.issuer = QStringLiteral("https://demo.example.com");
        made.snapshot->issuerMatch = oidc::IssuerMatch::Same;
        const QByteArray keys
            = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
              R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
        made.snapshot->keys
            = jose::KeySet::fromJson(keys, jose::KeyOrigin::Issuer).value_or(jose::KeySet());
        return made;
    }();
    return one;
}

verdict::Policy policyOf(uint8_t choice)
{
    verdict::Policy policy;
    policy.profile = verdict::Profile(choice % 6);
    policy.leeway = std::chrono::seconds{choice};
    if (choice % 2 == 0)
        policy.clientId = QStringLiteral("client");
    if (choice % 3 == 0)
        policy.audiences = QStringList{QStringLiteral("https://api.example.com")};
    return policy;
}

void checkFinding(const Finding &finding)
{
    fuzz::check(verdict::findRule(finding.id) != nullptr);
    fuzz::check(!finding.span.isValid() || finding.span.size() > 0);
}

void checkVerdict(const Verdict &verdict)
{
    fuzz::check(verdict.decision != Decision::Accepted);
    fuzz::check(verdict.primary >= 0 && verdict.primary < verdict.findings.size());
    fuzz::check(verdict.requiredNotChecked.size() <= verdict.notChecked.size());
    fuzz::check(!verdict.nextChange || *verdict.nextChange > verdict.at);
    for (const Finding &finding : verdict.findings)
        checkFinding(finding);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const auto examination = verdict::examine(jose::Token::read(text), evidence());
    const verdict::Policy policy = policyOf(data[0]);
    const Verdict verdict = verdict::judge(examination, policy, noon);
    checkVerdict(verdict);
    fuzz::check(verdict::judge(examination, policy, noon).findings == verdict.findings);
    return 0;
}
