// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wording.h"

#include "core/report/phrases.h"
#include "core/report/spec.h"
#include "core/report/texts.h"
#include "core/report/wordingargs.h"
#include "core/report/words.h"

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! For an id without a row, which a test makes sure does not occur in the rule table.
constexpr WordingRow unknownRow{
    .id = "",
    .headline = QT_TRANSLATE_NOOP("report", "something is wrong that has no description"),
    .inShort = QT_TRANSLATE_NOOP("report", "no description"),
    .title = QT_TRANSLATE_NOOP("report", "A finding without a description"),
    .explanation = QT_TRANSLATE_NOOP("report", "Expected “%1”, found “%2”."),
    .action = QT_TRANSLATE_NOOP("report", "Please report it, with what you did.")};

//! The first row of the id whose condition holds.
const WordingRow &rowOf(const base::Finding &finding)
{
    for (const auto rows : {formWording(), algorithmWording(), signatureWording(), keyWording(),
                            keySetWording(), issuerWording(), kindWording(), timeWording(),
                            audienceWording(), reauthWording(), claimWording(), carryingWording(),
                            requestWording(), answerWording(), oauthWording(), captureWording()}) {
        for (const auto &row : rows) {
            if (finding.id == QLatin1StringView(row.id) && fits(row, finding))
                return row;
        }
    }
    return unknownRow;
}

QString text(const char *source, const QStringList &arguments)
{
    return source == nullptr ? QString() : filled(translated(source), arguments);
}

} // namespace

Wording wordFor(const base::Finding &finding, const Standpoint &now, Quote quote)
{
    const auto &row = rowOf(finding);
    const auto args = arguments(row, finding, now, quote);
    Wording wording;
    wording.subject
        = row.subject != nullptr ? text(row.subject, args) : subjectName(finding.subject, quote);
    wording.found = row.found != nullptr ? text(row.found, args) : foreign(finding.found, quote);
    wording.inShort = text(row.inShort, args);
    wording.title = text(row.title, args);
    wording.explanation = text(row.explanation, args);
    wording.action = text(row.action, args);
    wording.spec = finding.spec;
    wording.specUrl = specUrl(wording.spec);
    return wording;
}

QString headlineWords(const base::Finding &finding, const Standpoint &now, Quote quote)
{
    const auto &row = rowOf(finding);
    return text(row.headline != nullptr ? row.headline : row.inShort,
                arguments(row, finding, now, quote));
}

Wording word(const base::Finding &finding, const Standpoint &now)
{
    return wordFor(finding, now, base::escape::visible);
}

Compared compared(const base::Finding &finding)
{
    const auto expected = finding.facts.value(u"closestWanted"_s, finding.expected).toString();
    const auto found = finding.facts.value(u"closest"_s, finding.found).toString();
    return expected.isEmpty() || found.isEmpty() ? Compared{} : Compared{expected, found};
}

QString notCheckedText(QLatin1StringView id)
{
    base::Finding bare;
    bare.id = id;
    return word(bare, {}).title;
}

} // namespace report
