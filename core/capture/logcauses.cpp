// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logcauses.h"

#include "core/capture/answers.h"
#include "core/capture/lines.h"
#include "core/capture/pairfilter.h"
#include "core/capture/textsearch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

// In lower case, and with double quotes for single ones: so everything here is compared.

//! What nothing but a verifier of tokens writes. Names of classes stand here with what logs put
//! behind them and programs do not; which cause a line tells is read from its words.
struct Phrase
{
    QByteArrayView words;
    QLatin1StringView id{}; //!< Where the words around could tell another one.
};
// clang-format off
constexpr auto phrases = std::to_array<Phrase>({
    // jsonwebtoken, jose, express-jwt, jwks-rsa
    {"jwt expired"}, {"jwt malformed"}, {"jwt audience invalid"}, {"jwt issuer invalid"},
    {"jwt not active"}, {"jwt must be provided"}, {"jwt signature is required"},
    {"jsonwebtokenerror: invalid"}, {"tokenexpirederror: ", "answer.expired"_L1},
    {"jwtexpired: ", "answer.expired"_L1}, {"err_jwt_expired", "answer.expired"_L1},
    {"err_jws_signature", "answer.signature"_L1}, {"err_jwks_no_matching", "answer.key_not_found"_L1},
    {"claim timestamp check failed"}, {"\"aud\" claim value"}, {"\"iss\" claim value"},
    {"no applicable key found in the json web key set"}, {"invalid compact jws"},
    {"signing key that matches"}, {"no authorization token was found"},
    // PyJWT, python-jose, Authlib
    {"expiredsignatureerror: ", "answer.expired"_L1}, {"invalidaudienceerror: ", "answer.audience"_L1},
    {"invalidissuererror: ", "answer.issuer"_L1}, {"invalidsignatureerror: ", "answer.signature"_L1},
    {"immaturesignatureerror: ", "answer.not_yet_valid"_L1},
    {"invalidalgorithmerror: ", "answer.algorithm"_L1}, {"pyjwkclienterror: unable to find"},
    {"pyjwkclientconnectionerror: ", "answer.keys_unreachable"_L1},
    // Spring Security, Nimbus, jjwt, java-jwt
    {"jwt used before"}, {"while attempting to decode the jwt:"},
    {"signed jwt rejected:"}, {"expiredjwtexception: ", "answer.expired"_L1},
    {"prematurejwtexception: ", "answer.not_yet_valid"_L1},
    {"malformedjwtexception: ", "answer.malformed"_L1}, {"jwt signature does not match"},
    {"jwt strings must contain"}, {"the token has expired on", "answer.expired"_L1},
    {"the claim \"exp\" value"}, {"the claim \"aud\" value"}, {"the claim \"iss\" value"},
    {"token\"s signature resulted invalid", "answer.signature"_L1},
    // jose4j
    {"the jwt is no longer valid", "answer.expired"_L1},
    {"the jwt is not yet valid", "answer.not_yet_valid"_L1},
    {"audience (aud) claim [", "answer.audience"_L1},
    {"issuer (iss) claim value (", "answer.issuer"_L1},
    {"jws signature is invalid", "answer.signature"_L1},
    // lcobucci/jwt
    {"token was not issued by the given issuers", "answer.issuer"_L1},
    {"token is not allowed to be used by this audience", "answer.audience"_L1},
    {"token signature mismatch", "answer.signature"_L1},
    // JWTKit of Vapor, Joken
    {"exp claim verification failed", "answer.expired"_L1},
    {"nbf claim verification failed", "answer.not_yet_valid"_L1},
    {"aud claim verification failed", "answer.audience"_L1},
    {"iss claim verification failed", "answer.issuer"_L1},
    {"failedclaim: expirationclaim", "answer.expired"_L1},
    {"failedclaim: audienceclaim", "answer.audience"_L1},
    {"failedclaim: issuerclaim", "answer.issuer"_L1},
    {"claim: \"exp\", claim_val", "answer.expired"_L1},
    {"claim: \"aud\", claim_val", "answer.audience"_L1},
    {"claim: \"iss\", claim_val", "answer.issuer"_L1},
    // golang-jwt, go-oidc, jwx, echo-jwt
    {"missing or malformed jwt", "answer.no_token"_L1},
    {"token has invalid claims"}, {"oidc: token is expired"}, {"oidc: expected audience"},
    {"oidc: id token issued by a different provider", "answer.issuer"_L1},
    {"failed to verify id token signature"}, {"failed to verify id_token signature"},
    {"token signature is invalid"}, {"token contains an invalid number of segments"},
    {"unexpected signing method"}, {"\"exp\" not satisfied"}, {"\"aud\" not satisfied"},
    {"\"iss\" not satisfied"}, {"\"nbf\" not satisfied"}, {"using any of the signatures or keys"},
    {"failed to find key with key id"},
    // Hasura, PostgREST
    {"could not verify jwt: jwtexpired", "answer.expired"_L1}, {"could not verify jwt"},
    // php-jwt, ruby-jwt
    {"jwt\\expiredexception: ", "answer.expired"_L1},
    {"jwt\\signatureinvalidexception: ", "answer.signature"_L1},
    {"jwt\\beforevalidexception: ", "answer.not_yet_valid"_L1},
    {"jwt::expiredsignature (", "answer.expired"_L1},
    {"jwt::expiredsignature: ", "answer.expired"_L1},
    {"jwt::invalidauderror", "answer.audience"_L1},
    {"jwt::invalidissuererror", "answer.issuer"_L1},
    {"jwt::verificationerror", "answer.signature"_L1}, {"unable to lookup correct key"},
    // Envoy, Apache, Google, AWS
    {"jwt is expired"}, {"jwt_is_expired"}, {"jwt is missing"}, {"jwt_is_missing"},
    {"jwt verification fails"}, {"jwt_verification_fails"}, {"jwt issuer is not configured"},
    {"jwt_issuer_is_not_configured"}, {"audiences in jwt are not allowed"},
    {"audiences_in_jwt_are_not_allowed"}, {"have key to match kid or alg"},
    {"have_key_to_match_kid_or_alg"}, {"jwks remote fetch is failed"},
{"jwks_remote_fetch_is_failed"}, {"\"iss\" value in id_token"},
    // Browsers: Chromium, Firefox, Safari
    {"blocked by cors policy", "answer.cors"_L1}, {"cross-origin request blocked", "answer.cors"_L1},
    {"is not allowed by access-control-allow-origin", "answer.cors"_L1},
    {"of undefined (reading \"digest\")", "answer.insecure_page"_L1},
    {"crypto.subtle is undefined", "answer.insecure_page"_L1},
    {"crypto.subtle.digest\")", "answer.insecure_page"_L1},
    {"incoming token has expired"}, {"audience of the token"}, {"incorrect token audience"},
});

//! The same words are said of other signatures and tokens too.
constexpr auto weakPhrases = std::to_array<Phrase>({
    {"signature verification failed"}, {"signature has expired"}, {"audience doesn\"t match"},
    {"not enough segments"}, {"wrong number of segments"}, {"invalid crypto padding"},
    {"token is expired"}, {"token has expired"}, {"token expired"}, {"expired token"},
    {"token is not yet valid"}, {"invalid audience"},
    // jsonwebtoken of Rust: the kinds of its errors
    {"error(expiredsignature)", "answer.expired"_L1}, {"=expiredsignature", "answer.expired"_L1},
    {"error(immaturesignature)", "answer.not_yet_valid"_L1},
    {"=immaturesignature", "answer.not_yet_valid"_L1},
    {"error(invalidsignature)", "answer.signature"_L1}, {"=invalidsignature", "answer.signature"_L1},
    {"error(invalidaudience)", "answer.audience"_L1}, {"=invalidaudience", "answer.audience"_L1},
    {"error(invalidissuer)", "answer.issuer"_L1}, {"=invalidissuer", "answer.issuer"_L1},
    {"invalid issuer"}, {"verification error"}, {"invalid signature"}, {"invalid algorithm"},
});
// clang-format on

//! Every phrase has one of these, and so have the numbers of ASP.NET Core, so that most of a log is
//! passed over quickly.
constexpr auto anchors = std::to_array<QByteArrayView>({"jwt",
                                                        "jws",
                                                        "jwk",
                                                        "jsonweb",
                                                        "token",
                                                        "idx1",
                                                        "idx2",
                                                        "signature",
                                                        "audience",
                                                        "segments",
                                                        "claim",
                                                        "padding",
                                                        "oidc",
                                                        "satisfied",
                                                        "key with key id",
                                                        "applicable key",
                                                        "signing key",
                                                        "lookup correct key",
                                                        "signing method",
                                                        "have key to",
                                                        "have_key_to",
                                                        "invalidaud",
                                                        "invalidiss",
                                                        "invalidalg",
                                                        "issuer",
                                                        "verification error",
                                                        "algorithm",
                                                        "cors policy",
                                                        "s-origin",
                                                        "allow-origin",
                                                        "crypto.subtle",
                                                        "g \"digest"});

template <typename Rows>
constexpr bool areAnchored(const Rows &rows)
{
    return std::ranges::all_of(rows, [](const Phrase &phrase) {
        const std::string_view words(phrase.words.data(), size_t(phrase.words.size()));
        return std::ranges::any_of(anchors, [words](QByteArrayView anchor) {
            return words.find(std::string_view(anchor.data(), size_t(anchor.size())))
                != std::string_view::npos;
        });
    });
}
static_assert(areAnchored(phrases) && areAnchored(weakPhrases));

constexpr PairFilter anchorFilter = [] {
    PairFilter made;
    for (const QByteArrayView anchor : anchors)
        made.add(anchor[0], anchor[1]);
    return made;
}();

//! The next place from `from` on where an anchor stands; -1 if none does.
qsizetype nextAnchor(QByteArrayView text, qsizetype from)
{
    for (qsizetype at = from; at + 1 < text.size(); ++at) {
        quint32 candidates = anchorFilter.candidates(text[at], text[at + 1]);
        for (; candidates != 0; candidates &= candidates - 1) {
            if (text.sliced(at).startsWith(anchors[size_t(std::countr_zero(candidates))]))
                return at;
        }
    }
    return -1;
}

//! What speaks of a token for the caller of an API.
constexpr auto subjects = std::to_array<QByteArrayView>(
    {"jwt", "jws", "bearer", "access token", "access_token", "accesstoken", "id token", "id_token",
     "idtoken", "oidc", "unauthenticated", "unauthorized"}); // gRPC's and HTTP's
//! Other things that are signed, that expire, and are called tokens.
constexpr auto others = std::to_array<QByteArrayView>(
    {"csrf", "xsrf", "webhook", "reset", "invit", "x509", "certificate", "push", "device token",
     "captcha", "gpg", "registration", "cookie", "unexpected token", "session token"});

template <typename Rows>
bool containsOne(const Rows &rows, QByteArrayView text)
{
    return std::ranges::any_of(rows, [text](QByteArrayView row) { return find(text, row) >= 0; });
}

struct Hit
{
    QLatin1StringView id{}; //!< Empty: none.
    qsizetype at = 0;
};

template <typename Rows>
Hit hitOf(const Rows &rows, QByteArrayView line)
{
    for (const Phrase &phrase : rows) {
        const qsizetype at = find(line, phrase.words);
        if (at < 0)
            continue;
        const QLatin1StringView told = phrase.id.isEmpty() ? causeIn(line.sliced(at)) : phrase.id;
        if (const QLatin1StringView id = told.isEmpty() ? causeIn(line) : told; !id.isEmpty())
            return {id, at};
    }
    return {};
}

Hit causeInLine(QByteArrayView line, bool isAboutTokens)
{
    if (const NumberedCause cause = numberedCauseIn(line); !cause.id.isEmpty())
        return {cause.id, cause.at};
    if (const Hit hit = hitOf(phrases, line); !hit.id.isEmpty())
        return hit;
    if ((isAboutTokens || containsOne(subjects, line)) && !containsOne(others, line))
        return hitOf(weakPhrases, line);
    return {};
}

//! An opening quotation mark, and no apostrophe.
bool isQuoteAt(QByteArrayView line, qsizetype at)
{
    const bool isBehindLetter
        = at > 0 && ((line[at - 1] | 0x20) >= 'a' && (line[at - 1] | 0x20) <= 'z');
    return QByteArrayView("\"'`").contains(line[at]) && (line[at] != '\'' || !isBehindLetter);
}

//! From what introduces the phrase to the end of the sentence: the quotation mark that closes it,
//! or the end of the line.
base::Span sentenceAround(QByteArrayView line, qsizetype at)
{
    constexpr qsizetype longest = 300;
    qsizetype start = at;
    while (start > 0 && !isQuoteAt(line, start - 1)
           && !QByteArrayView("\t[(|").contains(line[start - 1])
           && !line.first(start).endsWith(": "))
        --start;
    const bool isQuoted = start > 0 && isQuoteAt(line, start - 1);
    const qsizetype quote = isQuoted ? line.indexOf(line[start - 1], at + 1) : -1;
    const qsizetype end = quote < 0 ? line.size() : quote;
    return {start, std::min(end, start + longest)};
}

//! Goes over the lines that hold an anchor.
class LogJudge
{
public:
    LogJudge(const SourceText &text, bool isAboutTokens)
        : m_text(text)
        , m_folded(text.bytes().toLower().replace('\'', '"'))
        , m_isAboutTokens(isAboutTokens)
    {
    }

    base::Findings judge()
    {
        qsizetype at = nextAnchor(m_folded, 0);
        while (at >= 0 && m_readable > 0)
            at = nextAnchor(m_folded, readLineAt(at));
        return std::move(m_findings);
    }

private:
    qsizetype readLineAt(qsizetype at)
    {
        constexpr qsizetype longest = 4096;
        const qsizetype start = at == 0 ? 0 : m_folded.lastIndexOf('\n', at - 1) + 1;
        const qsizetype end = lineEnd(m_folded, at);
        // Of a line without end, what stands near.
        const qsizetype from = std::max(start, at - longest / 2);
        const qsizetype to = std::min(end, at + longest / 2);
        const QByteArrayView line = QByteArrayView(m_folded).sliced(from, to - from);
        m_readable -= line.size();
        const Hit hit = causeInLine(line, m_isAboutTokens);
        if (!hit.id.isEmpty())
            add(hit.id, from, sentenceAround(m_text.bytes().sliced(from, to - from), hit.at));
        return to;
    }

    void add(QLatin1StringView id, qsizetype lineStart, const base::Span &sentence)
    {
        const bool isKnown = std::ranges::any_of(
            m_findings, [id](const base::Finding &finding) { return finding.id == id; });
        if (isKnown)
            return;
        const SourceText said
            = m_text.sliced(lineStart + sentence.start, sentence.size()).trimmed();
        base::Finding finding = answerFinding(id, {{}, said.bytes(), said.span()});
        finding.facts.insert("place"_L1, u"body"_s);
        m_findings.append(finding);
    }

    const SourceText &m_text;
    QByteArray m_folded; //!< Byte for byte in step with the text.
    bool m_isAboutTokens;
    //! Whoever cannot verify tokens says so again and again: bytes of lines still to be looked at.
    qsizetype m_readable = 1024 * 1024;
    base::Findings m_findings;
};

} // namespace

base::Findings judgeLogText(const SourceText &text, bool isAboutTokens)
{
    return LogJudge(text, isAboutTokens).judge();
}

} // namespace capture
