// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/judge.h"
#include "ratios.h"

#include "core/jose/signer.h"

#include <array>

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'790'000'000}};

const jose::SigningKey &key()
{
    static const jose::SigningKey generated
        = jose::SigningKey::generate("RS256").value_or(jose::SigningKey());
    return generated;
}

QByteArray payload(int customClaims)
{
    QByteArray claims
        = R"({"iss":"https://demo.authgear.cloud","aud":["https://demo.authgear.cloud"],)"
          R"("iat":1789999940,"exp":1790001740,"auth_time":1789999910,"amr":["pwd"],)"
          R"("sub":"8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11","client_id":"0123456789abcdef",)"
          R"("scope":"openid offline_access","jti":"ab12",)"
          R"("https://authgear.com/claims/user/can_reauthenticate":true)";
    for (int i = 0; i < customClaims; ++i)
        claims += ",\"claim" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return claims + '}';
}

verdict::Evidence evidence()
{
    QByteArray jwk = R"("kid":"k1")";
    for (const auto &[name, value] : key().publicMembers())
        jwk += ",\"" + name + "\":\"" + value + '"';
    verdict::Evidence made;
    made.snapshot = oidc::IssuerSnapshot();
    made.snapshot->input.issuer = QStringLiteral("https://demo.authgear.cloud");
    made.snapshot->issuerMatch = oidc::IssuerMatch::Same;
    made.snapshot->keys
        = jose::KeySet::fromJson('{' + jwk + '}', jose::KeyOrigin::Issuer).value_or(jose::KeySet());
    return made;
}

jose::Token token(int customClaims)
{
    const QByteArray header = R"({"alg":"RS256","kid":"k1","typ":"at+jwt"})";
    return jose::Token::read(key().compact(header, payload(customClaims)).value_or(QByteArray()));
}

void BM_Examine(benchmark::State &state)
{
    const jose::Token read = token(0);
    const verdict::Evidence given = evidence();
    for (auto round : state)
        benchmark::DoNotOptimize(verdict::examine(read, given));
}
BENCHMARK(BM_Examine);

//! The signature alone, which no examination can do without.
void BM_Verify(benchmark::State &state)
{
    const jose::Token read = token(0);
    const QList<jose::KeySet> sets{evidence().snapshot->keys};
    for (auto round : state)
        benchmark::DoNotOptimize(jose::verify(read.signatures().constFirst(), sets));
}
BENCHMARK(BM_Verify);

void judgeAgain(benchmark::State &state, int customClaims)
{
    const verdict::Examination examination = verdict::examine(token(customClaims), evidence());
    const verdict::Policy policy;
    for (auto round : state)
        benchmark::DoNotOptimize(verdict::judge(examination, policy, noon));
}

void BM_Judge(benchmark::State &state)
{
    judgeAgain(state, 0);
}
BENCHMARK(BM_Judge);

void BM_JudgeTenThousandClaims(benchmark::State &state)
{
    judgeAgain(state, 10'000);
}
BENCHMARK(BM_JudgeTenThousandClaims);

void BM_ReadTenThousandClaims(benchmark::State &state)
{
    const QByteArray claims = payload(10'000);
    for (auto round : state)
        benchmark::DoNotOptimize(base::json::Document::read(claims));
}
BENCHMARK(BM_ReadTenThousandClaims);

constexpr std::array<Ratio, 3> aims{{
    {"examining, beside its signature", "BM_Examine", "BM_Verify", 1.20},
    {"judging, beside the signature", "BM_Judge", "BM_Verify", 1.00},
    {"judging 10,000 claims, beside reading them", "BM_JudgeTenThousandClaims",
     "BM_ReadTenThousandClaims", 1.00},
}};

} // namespace

int main(int argc, char **argv)
{
    return ratios::run(argc, argv, aims);
}
