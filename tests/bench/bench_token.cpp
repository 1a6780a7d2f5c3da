// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "core/jose/token.h"
#include "ratios.h"

#include <array>

namespace {

const QByteArray &header()
{
    static const QByteArray json = R"({"alg":"RS256","kid":"7f3c9a52-1d1e-4f0b","typ":"at+jwt"})";
    return json;
}

const QByteArray &claims()
{
    static const QByteArray json
        = R"({"iss":"https://auth.example.com","sub":"3b9e77c0-5d1f-4a55-9f0e-1c2d3e4f5a6b",)"
          R"("aud":["https://api.example.com"],"exp":1766541600,"iat":1766538000,)"
          R"("jti":"0d9b6c8e-7a41-4a8e-b7f5-2f6d1c3e9a10","client_id":"4f1c2d3e5a6b7c8d",)"
          R"("scope":"openid offline_access https://authgear.com/scopes/full-userinfo",)"
          R"("https://authgear.com/claims/user/is_verified":true})";
    return json;
}

const QByteArray &text()
{
    static const QByteArray token = jose::base64url::encode(header()) + '.'
        + jose::base64url::encode(claims()) + '.'
        + jose::base64url::encode(QByteArray(256, '\x5A'));
    return token;
}

void BM_TokenRead(benchmark::State &state)
{
    for (auto round : state)
        benchmark::DoNotOptimize(jose::Token::read(text()));
    state.counters["token"] = double(text().size());
}
BENCHMARK(BM_TokenRead);

//! What cannot be saved: the three parts decoded, two of them read as JSON.
void BM_Parts(benchmark::State &state)
{
    const QByteArrayList parts = text().split('.');
    for (auto round : state) {
        for (const QByteArray &part : parts) {
            const auto bytes = jose::base64url::decode(part);
            if (bytes->startsWith('{'))
                benchmark::DoNotOptimize(base::json::Document::read(*bytes));
        }
    }
}
BENCHMARK(BM_Parts);

void BM_CleanUp(benchmark::State &state)
{
    const QByteArray pasted = "Authorization: Bearer " + text() + "\n";
    for (auto round : state)
        benchmark::DoNotOptimize(jose::cleanUp(pasted));
}
BENCHMARK(BM_CleanUp);

constexpr std::array<Ratio, 2> aims{{
    {"reading a token, beside its parts", "BM_TokenRead", "BM_Parts", 2.00},
    {"cleaning up, beside reading", "BM_CleanUp", "BM_TokenRead", 0.50},
}};

} // namespace

int main(int argc, char **argv)
{
    return ratios::run(argc, argv, aims);
}
