// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/basis.h"
#include "core/report/difference.h"
#include "core/report/findinglines.h"
#include "core/report/sections.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;
using base::escape::forTerminal;

namespace report {

namespace {

constexpr qsizetype valueLimit = 300;
constexpr qsizetype comparedLimit = 2000;

// In the order of verdict::Decision.
constexpr std::array decisionInks{Ink::Good, Ink::Bad, Ink::Doubtful};
constexpr std::array decisionMarks{u'✓', u'✗', u'?'};

QString heading(const char *source)
{
    return translated(source);
}

//! What a person looks for first: the verdict, the separate answers, the basis, the question.
void addBanner(TextPage &page, const verdict::Examination &examination,
               const verdict::Verdict &verdict)
{
    const auto lines = headline(examination, verdict);
    const auto decision = size_t(verdict.decision);
    page.entry(decisionMarks.at(decision), decisionInks.at(decision), lines.title, Ink::Strong);
    page.line(lines.subtitle);
    page.line(lines.basis);
    page.line(judgedText(verdict), Ink::Quiet);
}

//! Marks as well as colour: a pipe, a log and a colour-blind reader see the difference too.
QString markedText(const TextPage &page, const MarkedText &text)
{
    if (text.differing.isEmpty())
        return text.plain();
    return text.before + page.painted(u'‹' + text.differing + u'›', Ink::Bad) + text.after;
}

//! Expected above found in columns, with what differs marked; long texts only in part.
void addComparison(TextPage &page, const base::Finding &finding)
{
    const auto pair = compared(finding);
    if (pair.expected.isEmpty())
        return;
    const auto expected = shortened(pair.expected, comparedLimit);
    const auto found = shortened(pair.found, comparedLimit);
    auto ranges = differences(expected, found);
    if (!isTelling(ranges, expected, found))
        ranges = {};
    const auto expectedLabel = translated(QT_TRANSLATE_NOOP("report", "expected"));
    const auto foundLabel = translated(QT_TRANSLATE_NOOP("report", "found"));
    const auto width = std::max(expectedLabel.size(), foundLabel.size()) + 2;
    page.raw(expectedLabel.leftJustified(width)
             + markedText(page, marked(expected, ranges.expected)));
    page.raw(foundLabel.leftJustified(width) + markedText(page, marked(found, ranges.found)));
}

//! One line where all is well; else what is wrong, expected, found, what to do, where it is
//! written.
void addFinding(TextPage &page, const base::Finding &finding, const Standpoint &now)
{
    const auto words = word(finding, now);
    auto summary = words.subject + u": "_s;
    if (!words.found.isEmpty())
        summary += words.found + u" – "_s;
    page.entry(markOf(finding.outcome), inkOf(finding.outcome), summary + words.inShort);
    if (finding.outcome == base::Outcome::Pass)
        return;
    page.line(words.title + u". "_s + words.explanation);
    if (finding.outcome != base::Outcome::Skipped)
        addComparison(page, finding);
    page.line(u"→ "_s + words.action);
    page.line(words.specUrl.isEmpty() ? words.spec : words.spec + u" · "_s + words.specUrl,
              Ink::Quiet);
}

void addFindings(TextPage &page, const verdict::Verdict &verdict, const TextOptions &options)
{
    page.heading(heading(QT_TRANSLATE_NOOP("report", "Findings")));
    for (const auto &finding : aboutToken(verdict.findings)) {
        if (options.allFindings || finding.outcome != base::Outcome::Pass)
            addFinding(page, finding, verdict);
    }
}

//! Claims in the order in which they were sent.
void addRows(TextPage &page, const QList<ClaimRow> &rows)
{
    for (const auto &row : rows) {
        const auto value = forTerminal(shortened(row.value, valueLimit));
        page.entry(u'·', Ink::Quiet,
                   u"%1: "_s.arg(forTerminal(shortened(row.name))) + value + u"  – "_s
                       + row.meaning);
    }
}

//! A payload that is no set of claims: its text, or its bytes in hexadecimal.
QString payloadText(const QByteArray &bytes)
{
    const auto text = QString::fromUtf8(bytes);
    return text.toUtf8() == bytes ? forTerminal(shortened(text, valueLimit))
                                  : shortened(QString::fromLatin1(bytes.toHex(' ')), valueLimit);
}

//! What can be read of the token, whatever the verdict is.
void addToken(TextPage &page, const verdict::Examination &examination, const Standpoint &now)
{
    const auto &token = examination.token;
    page.heading(heading(QT_TRANSLATE_NOOP("report", "Token")));
    page.line(kindText(examination));
    const auto headers = headerRows(token);
    if (!headers.isEmpty())
        page.heading(heading(QT_TRANSLATE_NOOP("report", "Header")));
    addRows(page, headers);
    const auto claims = claimRows(token, now);
    if (!claims.isEmpty())
        page.heading(heading(QT_TRANSLATE_NOOP("report", "Claims")));
    addRows(page, claims);
    const auto &payload = token.payload();
    if (claims.isEmpty() && payload.present && !payload.bytes.isEmpty() && !token.nested()) {
        page.heading(heading(QT_TRANSLATE_NOOP("report", "Payload")));
        page.line(payloadText(payload.bytes));
    }
}

//! Every key that was looked at, and why it did or did not fit.
void addKeys(TextPage &page, const verdict::Examination &examination)
{
    page.heading(heading(QT_TRANSLATE_NOOP("report", "Keys")));
    bool any = false;
    for (const auto &result : examination.signatures) {
        for (const auto &attempt : result.attempts) {
            any = true;
            const bool fitted = attempt.match == jose::Match::Verified;
            page.entry(fitted ? u'✓' : u'–', fitted ? Ink::Good : Ink::Quiet,
                       u"%1 (%2): "_s.arg(forTerminal(shortened(attempt.label)),
                                          keyText(examination, attempt))
                           + attemptText(attempt));
        }
    }
    if (!any)
        page.line(translated(QT_TRANSLATE_NOOP("report", "No key was looked at.")));
}

//! The tokens inside the token, from the outside in: each is judged by itself.
void addInnerTokens(TextPage &page, const Inspection &inspection, const TextOptions &options)
{
    const auto *inner = inspection.examination.nested.get();
    for (; inner != nullptr; inner = inner->nested.get()) {
        const auto verdict = innerVerdict(inspection, *inner);
        page.heading(heading(QT_TRANSLATE_NOOP("report", "Token inside, judged by itself")));
        addBanner(page, *inner, verdict);
        addFindings(page, verdict, options);
        addToken(page, *inner, verdict);
        addKeys(page, *inner);
    }
}

//! Only where TLS complained: then the certificate is the story.
void addCertificate(TextPage &page, const http::TlsFacts &tls)
{
    if (tls.problems.isEmpty())
        return;
    page.line(filled(translated(QT_TRANSLATE_NOOP("report",
                                                  "Certificate of “%1”, issued by “%2”, good from "
                                                  "%3 until %4, SHA-256 %5.")),
                     {foreign(tls.certificateSubject), foreign(tls.certificateIssuer),
                      utcText(tls.validFrom), utcText(tls.validUntil),
                      QString::fromLatin1(tls.certificateSha256)}));
}

//! One line a request, so that nobody wonders what was contacted.
void addExchange(TextPage &page, const http::Exchange &exchange)
{
    const auto status = exchange.status == 0 ? translated(QT_TRANSLATE_NOOP("report", "no answer"))
                                             : QString::number(exchange.status);
    page.entry(u'·', Ink::Quiet,
               u"%1 %2: "_s.arg(QString::fromUtf8(exchange.method),
                                foreign(QString::fromUtf8(exchange.url)))
                   + status + u", %1 ms"_s.arg(exchange.duration.count()));
    if (!exchange.proxy.isEmpty()) {
        page.line(filled(translated(QT_TRANSLATE_NOOP("report", "Through the proxy %1.")),
                         {foreign(exchange.proxy)}));
    }
    addCertificate(page, exchange.tls);
}

//! Said only when the difference is larger than its own error.
void addClock(TextPage &page, const oidc::IssuerSnapshot &snapshot)
{
    if (!snapshot.clockOffset || !snapshot.clockOffset->isTelling())
        return;
    const auto &clock = *snapshot.clockOffset;
    const auto *text = clock.offset > clock.offset.zero()
        ? QT_TRANSLATE_NOOP("report", "Its clock is ahead of this computer's by %1.")
        : QT_TRANSLATE_NOOP("report", "Its clock is behind this computer's by %1.");
    page.line(translated(text).arg(durationText(std::chrono::abs(clock.offset))));
}

void addIssuer(TextPage &page, const Inspection &inspection)
{
    const auto &snapshot = inspection.examination.evidence.snapshot;
    if (!snapshot)
        return;
    page.heading(heading(QT_TRANSLATE_NOOP("report", "Issuer")));
    page.line(foreign(snapshot->input.issuer.isEmpty() ? keySourceOf(*snapshot)
                                                       : snapshot->input.issuer));
    if (snapshot->error) {
        const auto words = word(*snapshot->error);
        page.entry(u'✗', Ink::Bad, words.title + u'.');
        page.line(words.explanation);
        page.line(u"→ "_s + words.action);
    }
    for (const auto &exchange : snapshot->exchanges)
        addExchange(page, exchange);
    addClock(page, *snapshot);
}

void addNotChecked(TextPage &page, const verdict::Verdict &verdict)
{
    const auto texts = notCheckedTexts(verdict, forTerminal);
    if (texts.isEmpty())
        return;
    page.heading(heading(QT_TRANSLATE_NOOP("report", "Not checked")));
    for (const auto &text : texts)
        page.entry(u'–', Ink::Quiet, text);
}

} // namespace

QString toText(const Inspection &inspection, const TextOptions &options)
{
    TextPage page(options.width, options.colour);
    addBanner(page, inspection.examination, inspection.verdict);
    addFindings(page, inspection.verdict, options);
    if (inspection.carried)
        addCarried(page, *inspection.carried);
    addToken(page, inspection.examination, inspection.verdict);
    addKeys(page, inspection.examination);
    addInnerTokens(page, inspection, options);
    addIssuer(page, inspection);
    addNotChecked(page, inspection.verdict);
    return page.text();
}

} // namespace report
