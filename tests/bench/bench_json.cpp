// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"
#include "core/base/jsontokenizer.h"
#include "tests/bench/ratios.h"

#include <QJsonDocument>

#include <array>

namespace {

//! The claims of an Authgear access token: 691 bytes.
const QByteArray &claimsSet()
{
    static const QByteArray json
        = R"({"iss":"https://auth.example.com","sub":"3b9e2f77-6c0e-4f4d-9a55-0f1f5f3c7d21",)"
          R"("aud":["https://auth.example.com","https://api.example.com"],"client_id":"c0ffee0123",)"
          R"("jti":"5f0c7e2ab1d94a5e8e7d1c3b2a190807","iat":1766537999,"exp":1766541600,)"
          R"("auth_time":1766530800,"amr":["pwd","otp","mfa"],"sid":"aWRwOmQ0ZDZhNmY0LTc3",)"
          R"("email":"jos\u00e9@example.com","email_verified":true,"name":"José 陳大文",)"
          R"("https://authgear.com/claims/user/is_anonymous":false,)"
          R"("https://authgear.com/claims/user/can_reauthenticate":true,)"
          R"("https://authgear.com/claims/user/roles":["reader","writer","admin"],)"
          R"("custom_attributes":{"plan":"gold","seats":25,"ratio":1.10,"beta":null}})";
    return json;
}

//! 10,000 claims, each about 80 bytes long.
const QByteArray &manyClaims()
{
    static const QByteArray json = [] {
        QByteArray text = "{";
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            text += (i == 0 ? "" : ",") + QByteArray("\"claim_") + number + "\":{\"name\":\"value "
                + number + "\",\"at\":" + QByteArray::number(1'766'537'999 + i)
                + ",\"list\":[1,true,\"xyzzy\",null]}";
        }
        return text + '}';
    }();
    return json;
}

class CountingSink final : public base::json::TokenSink
{
public:
    void onToken(const base::json::Token &) override { ++count; }
    void onProblem(const base::Error &) override { }
    qint64 count = 0;
};

void finish(benchmark::State &state, const QByteArray &json)
{
    state.SetBytesProcessed(state.iterations() * json.size());
}

void BM_Document(benchmark::State &state, const QByteArray &json)
{
    for (auto round : state)
        benchmark::DoNotOptimize(base::json::Document::read(json));
    finish(state, json);
}

void BM_Tokenizer(benchmark::State &state, const QByteArray &json)
{
    CountingSink sink;
    for (auto round : state) {
        base::json::Tokenizer tokenizer(&sink, {});
        tokenizer.feed(json);
        tokenizer.finish();
    }
    benchmark::DoNotOptimize(sink.count);
    finish(state, json);
}

void BM_QJsonDocument(benchmark::State &state, const QByteArray &json)
{
    for (auto round : state)
        benchmark::DoNotOptimize(QJsonDocument::fromJson(json));
    finish(state, json);
}

BENCHMARK_CAPTURE(BM_Document, claims, claimsSet());
BENCHMARK_CAPTURE(BM_Tokenizer, claims, claimsSet());
BENCHMARK_CAPTURE(BM_QJsonDocument, claims, claimsSet());
BENCHMARK_CAPTURE(BM_Document, many, manyClaims());
BENCHMARK_CAPTURE(BM_Tokenizer, many, manyClaims());
BENCHMARK_CAPTURE(BM_QJsonDocument, many, manyClaims());

constexpr std::array<Ratio, 2> aims{{
    {"JSON, claims set", "BM_Document/claims", "BM_QJsonDocument/claims", 0.45},
    {"JSON, 10,000 claims", "BM_Document/many", "BM_QJsonDocument/many", 0.30},
}};

} // namespace

int main(int argc, char **argv)
{
    std::printf("claims set %lld bytes, 10,000 claims %lld bytes\n", claimsSet().size(),
                manyClaims().size());
    return ratios::run(argc, argv, aims);
}
