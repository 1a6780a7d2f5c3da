// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/basis.h"
#include "core/report/jsonparts.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

constexpr auto inspectionSchema = "assay.inspection/1"_L1;
constexpr auto errorSchema = "assay.error/1"_L1;

// In the order of jose::SignatureStatus.
constexpr std::array statuses{"valid"_L1, "invalid"_L1, "unverified"_L1};
// In the order of oidc::Transport.
constexpr std::array transports{"tls"_L1, "tls_exception"_L1, "plain_loopback"_L1, "plain"_L1};

void writeFinding(JsonWriter &json, const base::Finding &finding, const Standpoint &now)
{
    json.beginObject();
    writeFindingMembers(json, finding, now);
    json.endObject();
}

void writeFindings(JsonWriter &json, const verdict::Verdict &verdict)
{
    json.name("findings"_L1).beginArray();
    for (const auto &finding : verdict.findings)
        writeFinding(json, finding, verdict);
    json.endArray();
    json.name("not_checked"_L1).beginArray();
    for (const auto &id : verdict.notChecked)
        json.string(QString(id));
    json.endArray();
}

//! The fields of the finding signature.valid: they name the key that the pass stands on. Where one
//! of several signatures fails, none stands.
void writeKey(JsonWriter &json, const verdict::Verdict &verdict)
{
    const auto &findings = verdict.findings;
    const auto valid = std::find_if(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.id == "signature.valid"_L1;
    });
    json.name("key"_L1);
    if (valid == findings.end() || verdict.signature != jose::SignatureStatus::Valid) {
        json.null();
        return;
    }
    json.beginObject();
    emptyAsNull(json, "kid"_L1, valid->facts.value(u"kid"_s).toString());
    emptyAsNull(json, "thumbprint"_L1, valid->facts.value(u"thumbprint"_s).toString());
    json.member("source"_L1, valid->facts.value(u"origin"_s).toString());
    json.endObject();
}

//! The algorithm is what the header says, also where the signature was not checked.
void writeSignature(JsonWriter &json, const verdict::Examination &examination,
                    const verdict::Verdict &verdict)
{
    const auto &blocks = examination.token.signatures();
    const auto algorithm = blocks.isEmpty() ? QByteArray() : blocks.first().algorithm();
    json.name("signature"_L1).beginObject();
    json.member("status"_L1, QString(statuses.at(size_t(verdict.signature))));
    emptyAsNull(json, "algorithm"_L1, QString::fromUtf8(algorithm));
    writeKey(json, verdict);
    json.endObject();
}

//! What was decided, and why.
void writeJudgement(JsonWriter &json, const verdict::Verdict &verdict)
{
    const auto *primary = verdict.primaryFinding();
    json.member("verdict"_L1, QString(verdict::name(verdict.decision)));
    json.member("primary"_L1, primary != nullptr ? QString(primary->id) : QString());
    json.member("policy"_L1, QString(verdict::name(verdict.judgedAs)));
}

//! The text as it was sent where it is strict JSON; else as a string; null where there is none.
void writePart(JsonWriter &json, QLatin1StringView name, const jose::Part &part)
{
    json.name(name);
    if (!part.present || part.bytes.isEmpty())
        json.null();
    else if (!part.problem && part.json.isValid())
        json.embed(part.bytes);
    else
        json.string(QString::fromUtf8(part.bytes));
}

void writeTimes(JsonWriter &json, const verdict::Moments &moments)
{
    json.name("times"_L1).beginObject();
    writeMoment(json, "auth_time"_L1, moments.authTime);
    writeMoment(json, "fresh_until"_L1, moments.freshUntil);
    writeMoment(json, "iat"_L1, moments.issuedAt);
    writeMoment(json, "nbf"_L1, moments.notBefore);
    writeMoment(json, "exp"_L1, moments.expires);
    json.endObject();
}

//! The payload of a nested token is a whole token, which is never printed: its own parts are.
void writeParts(JsonWriter &json, const verdict::Examination &examination)
{
    const auto &token = examination.token;
    json.member("kind"_L1, QString(verdict::name(examination.kind.kind)));
    writePart(json, "header"_L1, token.header());
    writePart(json, "payload"_L1, token.nested() ? jose::Part() : token.payload());
}

//! A token inside a token is judged by itself.
void writeInner(JsonWriter &json, const verdict::Examination &inner, const Inspection &inspection)
{
    const auto verdict = innerVerdict(inspection, inner);
    json.name("nested"_L1).beginObject();
    writeJudgement(json, verdict);
    writeFindings(json, verdict);
    writeSignature(json, inner, verdict);
    writeParts(json, inner);
    writeTimes(json, verdict.moments);
}

//! Tokens inside tokens are nested objects; the loop keeps deep nesting off the stack.
void writeToken(JsonWriter &json, const Inspection &inspection)
{
    json.name("token"_L1).beginObject();
    writeParts(json, inspection.examination);
    writeTimes(json, inspection.verdict.moments);
    int depth = 0;
    const auto *inner = inspection.examination.nested.get();
    for (; inner != nullptr; inner = inner->nested.get(), ++depth)
        writeInner(json, *inner, inspection);
    for (; depth > 0; --depth)
        json.endObject();
    json.endObject();
}

//! The id is for programs, the text is what the terminal says.
void writeError(JsonWriter &json, const base::Error &error)
{
    const auto words = word(error);
    json.beginObject();
    json.member("id"_L1, QString(error.id));
    json.member("text"_L1, u"%1. "_s.arg(words.title) + words.explanation + u' ' + words.action);
    json.endObject();
}

//! Seconds with three decimals, as the clock offset is known to no more.
void writeSeconds(JsonWriter &json, QLatin1StringView name, std::chrono::milliseconds value)
{
    json.name(name).embed(QByteArray::number(double(value.count()) / 1000.0, 'f', 3));
}

void writeClock(JsonWriter &json, const oidc::IssuerSnapshot &snapshot)
{
    if (snapshot.clockOffset) {
        writeSeconds(json, "clock_offset"_L1, snapshot.clockOffset->offset);
        writeSeconds(json, "clock_offset_error"_L1, snapshot.clockOffset->error);
    } else {
        json.name("clock_offset"_L1).null();
        json.name("clock_offset_error"_L1).null();
    }
}

//! The certificate that TLS complained about; null where it did not.
void writeCertificate(JsonWriter &json, const oidc::IssuerSnapshot &snapshot)
{
    json.name("certificate"_L1);
    const auto *tls = doubtedCertificate(snapshot);
    if (tls == nullptr) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("subject"_L1, tls->certificateSubject);
    json.member("issuer"_L1, tls->certificateIssuer);
    json.member("valid_from"_L1, base::toRfc3339(tls->validFrom));
    json.member("valid_until"_L1, base::toRfc3339(tls->validUntil));
    json.member("sha256"_L1, QString::fromLatin1(tls->certificateSha256));
    json.name("problems"_L1).beginArray();
    for (const auto &problem : tls->problems)
        json.string(problem);
    json.endArray();
    json.endObject();
}

//! What the visit to the issuer brought, also a failed one.
void writeSnapshot(JsonWriter &json, const oidc::IssuerSnapshot &snapshot)
{
    emptyAsNull(json, "document_issuer"_L1, snapshot.discovery.issuer());
    const bool isAsked = !snapshot.keysUrl.isEmpty() || snapshot.hasKeys();
    emptyAsNull(json, "keys_url"_L1, isAsked ? keySourceOf(snapshot) : QString());
    json.name("keys"_L1).number(snapshot.keys.size());
    json.member("fetched_at"_L1, base::toRfc3339(snapshot.fetchedAt));
    json.member("transport"_L1, QString(transports.at(size_t(snapshot.transport))));
    writeClock(json, snapshot);
    writeCertificate(json, snapshot);
    json.name("error"_L1);
    if (snapshot.error)
        writeError(json, *snapshot.error);
    else
        json.null();
}

//! Offline there is an expectation and no visit.
void writeIssuer(JsonWriter &json, const verdict::Examination &examination)
{
    const auto expected = examination.expectedIssuer();
    const auto &snapshot = examination.evidence.snapshot;
    json.name("issuer"_L1);
    if (expected.isEmpty() && !snapshot) {
        json.null();
        return;
    }
    json.beginObject();
    emptyAsNull(json, "expected"_L1, expected);
    if (snapshot)
        writeSnapshot(json, *snapshot);
    else
        json.name("clock_offset"_L1).null();
    json.endObject();
}

//! Only where the token came from a capture; what is said of the carrying is no part of the
//! verdict.
void writeCarried(JsonWriter &json, const Inspection &inspection)
{
    if (!inspection.carried)
        return;
    json.name("carrier"_L1);
    writeCarrier(json, inspection.carried->carrier);
    json.name("request"_L1);
    if (inspection.carried->request) {
        json.beginObject();
        writeRequestMembers(json, *inspection.carried->request);
        json.endObject();
    } else {
        json.null();
    }
    json.name("carrying"_L1).beginArray();
    for (const auto &finding : inspection.carried->findings)
        writeFinding(json, finding, inspection.verdict);
    json.endArray();
}

} // namespace

QByteArray toJson(const Inspection &inspection)
{
    const auto &verdict = inspection.verdict;
    JsonWriter json;
    json.beginObject();
    json.member("schema"_L1, QString(inspectionSchema));
    writeJudgement(json, verdict);
    json.member("instant"_L1, base::toRfc3339(verdict.at));
    writeFindings(json, verdict);
    writeSignature(json, inspection.examination, verdict);
    writeToken(json, inspection);
    writeIssuer(json, inspection.examination);
    writeCarried(json, inspection);
    json.endObject();
    return json.take();
}

QByteArray toJson(const base::Error &error)
{
    JsonWriter json;
    json.beginObject();
    json.member("schema"_L1, QString(errorSchema));
    json.name("error"_L1);
    writeError(json, error);
    json.endObject();
    return json.take();
}

} // namespace report
