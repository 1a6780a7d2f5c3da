// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "programs.h"

#include <fstream>
#include <random>

namespace {

constexpr size_t fileSize = 100'000'000;
constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string randomText(std::mt19937 &random, size_t length)
{
    std::string text(length, ' ');
    for (char &c : text)
        c = alphabet[random() % 64];
    return text;
}

//! What `{"alg":"RS256","typ":"JWT"}` and the same with a blank or line feed behind the brace are,
//! and a payload and a signature of the usual lengths.
std::string token(std::mt19937 &random)
{
    constexpr std::array headers{"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9", "eyAiYWxnIjoiUlMyNTYifQ",
                                 "ewoiYWxnIjoiUlMyNTYifQ"};
    return headers.at(random() % headers.size()) + ("." + randomText(random, 500)) + "."
        + randomText(random, 342);
}

//! Half of its bytes are tokens.
std::string accessLog(std::mt19937 &random)
{
    std::string text;
    while (text.size() < fileSize) {
        for (int line = 0; line < 6; ++line)
            text += "203.0.113.7 - - [12/Sep/2026:14:02:11 +0000] \"GET /api/v1/keys/17?page=2 "
                    "HTTP/1.1\" 200 5124 \"https://app.example.com/they/were\" \"Mozilla/5.0\"\n";
        text += "203.0.113.9 - - [12/Sep/2026:14:02:12 +0000] \"GET /cb?access_token="
            + token(random) + " HTTP/1.1\" 401 12 \"-\" \"curl/8.5\"\n";
    }
    return text;
}

//! A sixth of its bytes are tokens.
std::string har(std::mt19937 &random)
{
    std::string text = R"({"log":{"version":"1.2","entries":[)";
    const std::string body = randomText(random, 97);
    while (text.size() < fileSize) {
        text
            += R"({"startedDateTime":"2026-09-12T14:02:11.000Z","request":{"method":"GET","url":)"
               R"("https://api.example.com/me","headers":[{"name":"Authorization","value":"Bearer )"
            + token(random) + "\"}]},\n\"response\":{\"status\":401,\"content\":{\"text\":\"";
        for (int i = 0; i < 42; ++i)
            text += "they say \\\"" + body + "\\\" hey\\n";
        text += "\"}}},\n";
    }
    return text + "{}]}}\n";
}

} // namespace

// usage: bench_scan FOLDER: where scan_count is
int main(int argc, char **argv)
{
    if (argc != 2)
        return 64;
    const std::string scanner = std::string(argv[1]) + "/scan_count";
    // The same shape as a regular expression, which also finds headers that begin eyA, ewo …
    const std::string shape
        = "e(y[A-DI-L]|w[0-3k-r])[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";
    std::mt19937 random(1); // NOLINT: the same file each time
    constexpr std::array makers{std::pair{"log", accessLog}, std::pair{"HAR", har}};
    for (const auto &[name, make] : makers) {
        const programs::TemporaryFile file(make(random));
        programs::compare(std::string("scan of a 100 MB ") + name,
                          {{"ripgrep", {"rg", "-j1", "-o", shape, file.path()}, 0.25},
                           {"wc -l", {"wc", "-l", file.path()}, 1.6}},
                          {scanner, file.path()});
    }
    return 0;
}
