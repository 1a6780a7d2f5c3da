// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "ratios.h"

#include <QRandomGenerator>

#include <array>
#include <vector>

namespace {

constexpr auto qtOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
    | QByteArray::AbortOnBase64DecodingErrors;

using Parts = std::array<QByteArray, 3>;

QByteArray randomText(QRandomGenerator &random, qsizetype size)
{
    QByteArray text;
    while (text.size() < size)
        text.append(QByteArray::number(random.generate64(), 36));
    return text.first(size);
}

QByteArray noise(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i)
        bytes.append(char(random.bounded(256)));
    return bytes;
}

//! Like a header, a claims set and an RS256 signature; with their two dots 899 bytes.
Parts makeParts(QRandomGenerator &random)
{
    const QByteArray header
        = R"({"alg":"RS256","typ":"at+jwt","kid":")" + randomText(random, 35) + R"("})";
    const QByteArray claims = R"({"iss":"https://auth.example.com","sub":")"
        + randomText(random, 36) + R"(","exp":1766541600,"iat":1766538000,"scope":")"
        + randomText(random, 218) + R"("})";
    return {jose::base64url::encode(header), jose::base64url::encode(claims),
            jose::base64url::encode(noise(random, 256))};
}

//! Many, or the processor would learn one token by heart and its branches would cost nothing.
const std::vector<Parts> &tokens()
{
    static const std::vector<Parts> all = [] {
        QRandomGenerator random(7515);
        std::vector<Parts> made(64);
        for (Parts &parts : made)
            parts = makeParts(random);
        return made;
    }();
    return all;
}

//! Runs `work` on the parts of one token a round.
template <typename Work>
void forEveryRound(benchmark::State &state, Work work)
{
    size_t next = 0;
    qsizetype characters = 0;
    for (auto round : state) {
        const Parts &parts = tokens()[next++ % tokens().size()];
        for (const QByteArray &text : parts)
            benchmark::DoNotOptimize(work(text));
        characters = 2 + parts[0].size() + parts[1].size() + parts[2].size();
    }
    state.counters["token"] = double(characters);
}

void BM_Decode(benchmark::State &state)
{
    forEveryRound(state, [](const QByteArray &text) { return jose::base64url::decode(text); });
}
BENCHMARK(BM_Decode);

void BM_QByteArrayStrict(benchmark::State &state)
{
    forEveryRound(state, [](const QByteArray &text) {
        return QByteArray::fromBase64Encoding(text, qtOptions);
    });
}
BENCHMARK(BM_QByteArrayStrict);

void BM_Encode(benchmark::State &state)
{
    forEveryRound(state, [](const QByteArray &bytes) { return jose::base64url::encode(bytes); });
}
BENCHMARK(BM_Encode);

void BM_QByteArrayEncode(benchmark::State &state)
{
    forEveryRound(state, [](const QByteArray &bytes) { return bytes.toBase64(qtOptions); });
}
BENCHMARK(BM_QByteArrayEncode);

constexpr std::array<Ratio, 2> aims{{
    {"base64url, decoding", "BM_Decode", "BM_QByteArrayStrict", 0.20},
    {"base64url, encoding", "BM_Encode", "BM_QByteArrayEncode", 1.20},
}};

} // namespace

int main(int argc, char **argv)
{
    return ratios::run(argc, argv, aims);
}
