// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/basis.h"

#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! Findings that take away from a green mark, so they stand beside it.
constexpr std::array warnings{
    "key.plain_http"_L1,           "key.tls_exception"_L1,         "keyset.private_members"_L1,
    "keyset.secret_published"_L1,  "signature.key_without_kid"_L1, "signature.several_keys"_L1,
    "issuer.document_spelling"_L1, "issuer.document_duplicate"_L1,
};

//! Null when nobody was asked.
const oidc::IssuerSnapshot *snapshotOf(const verdict::Examination &examination)
{
    const auto &snapshot = examination.evidence.snapshot;
    return snapshot ? &*snapshot : nullptr;
}

//! The key that a signature was found to fit; null when none did. Of several signatures the first.
const jose::Attempt *verifiedAttempt(const verdict::Examination &examination)
{
    for (const auto &result : examination.signatures) {
        if (const auto *attempt = result.verifiedAttempt())
            return attempt;
    }
    return nullptr;
}

//! "fetched from https://…/jwks 34 s ago over TLS 1.3": a place, an age and a transport, because
//! each of them alone can make a green mark worthless.
QString fetchedText(const oidc::IssuerSnapshot &snapshot, const Standpoint &now, Quote quote)
{
    return filled(translated(QT_TRANSLATE_NOOP("report", "fetched from %1 %2 over %3")),
                  {foreign(keySourceOf(snapshot), quote), pastText(snapshot.fetchedAt, now),
                   transportText(snapshot)});
}

//! Whose key it is, in the words of who gave it: keys of the issuer, of a URL, of a file, a secret.
QString keyText(const verdict::Examination &examination, const jose::Attempt &attempt,
                const Standpoint &now, Quote quote)
{
    const auto label = foreign(attempt.label, quote);
    const auto *snapshot = snapshotOf(examination);
    const bool fetched
        = attempt.origin == jose::KeyOrigin::Issuer || attempt.origin == jose::KeyOrigin::Url;
    if (fetched && snapshot != nullptr) {
        return filled(translated(QT_TRANSLATE_NOOP("report", "Checked with the key “%1”, %2.")),
                      {label, fetchedText(*snapshot, now, quote)});
    }
    if (fetched) {
        return filled(translated(QT_TRANSLATE_NOOP(
                          "report", "Checked with the key “%1” from an address that you gave.")),
                      {label});
    }
    if (attempt.origin == jose::KeyOrigin::Secret)
        return translated(
            QT_TRANSLATE_NOOP("report", "Checked with the shared secret that you gave."));
    return filled(
        translated(QT_TRANSLATE_NOOP("report", "Checked with the key “%1” that you gave.")),
        {label});
}

//! What was at hand where no key fitted.
QString withoutKeyText(const verdict::Examination &examination, const Standpoint &now, Quote quote)
{
    const auto *snapshot = snapshotOf(examination);
    if (snapshot != nullptr && snapshot->error) {
        return filled(translated(QT_TRANSLATE_NOOP("report", "No keys from the issuer: %1.")),
                      {word(*snapshot->error).title});
    }
    if (snapshot != nullptr && snapshot->hasKeys()) {
        return filled(translated(QT_TRANSLATE_NOOP("report", "Keys at hand: %1, %2.")),
                      {QString::number(snapshot->keys.size()), fetchedText(*snapshot, now, quote)});
    }
    return examination.evidence.given.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("report", "No issuer has answered and no key was given."))
        : translated(QT_TRANSLATE_NOOP("report", "Only keys that you gave were at hand."));
}

QString warningText(const base::Finding &finding, const Standpoint &now, Quote quote)
{
    return filled(translated(QT_TRANSLATE_NOOP("report", "Warning: %1.")),
                  {wordFor(finding, now, quote).title});
}

//! Warnings of the rules that belong beside the key; the others stay in the list of findings.
QStringList warningTexts(const verdict::Verdict &verdict, Quote quote)
{
    QStringList texts;
    for (const auto &finding : verdict.findings) {
        const bool counts = finding.outcome == base::Outcome::Warn
            && std::find(warnings.begin(), warnings.end(), finding.id) != warnings.end();
        if (counts)
            texts += warningText(finding, verdict, quote);
    }
    return texts;
}

} // namespace

QString basisOf(const verdict::Examination &examination, const verdict::Verdict &verdict,
                Quote quote)
{
    if (examination.signatures.isEmpty())
        return {};
    const auto *attempt = verifiedAttempt(examination);
    QStringList sentences{attempt != nullptr ? keyText(examination, *attempt, verdict, quote)
                                             : withoutKeyText(examination, verdict, quote)};
    sentences += warningTexts(verdict, quote);
    return sentences.join(u' ');
}

QString transportText(const oidc::IssuerSnapshot &snapshot)
{
    using oidc::Transport;
    switch (snapshot.transport) {
    case Transport::PlainLoopback:
        return translated(QT_TRANSLATE_NOOP("report", "http on this computer"));
    case Transport::Plain:
        return translated(QT_TRANSLATE_NOOP("report", "plain http"));
    case Transport::TlsException:
        return translated(QT_TRANSLATE_NOOP("report", "TLS with a certificate trusted by hand"));
    case Transport::Tls:
        break;
    }
    const auto &all = snapshot.exchanges;
    const auto last = std::find_if(all.crbegin(), all.crend(), [](const auto &exchange) {
        return !exchange.tls.protocol.isEmpty();
    });
    return last == all.crend() ? u"TLS"_s : last->tls.protocol;
}

QString keySourceOf(const oidc::IssuerSnapshot &snapshot)
{
    if (!snapshot.exchanges.isEmpty())
        return QString::fromUtf8(snapshot.exchanges.last().url);
    return snapshot.input.issuer;
}

} // namespace report
