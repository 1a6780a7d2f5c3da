// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/capturesections.h"
#include "core/report/findingitems.h"
#include "core/report/redaction.h"
#include "core/report/sections.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"
#include "core/verdict/claims.h"

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! The only way in which foreign text enters the page.
QString code(QStringView text)
{
    return foreign(text, base::escape::forMarkdownCode);
}

QString heading(const char *source)
{
    return u"\n#### "_s + translated(source) + u"\n\n"_s;
}

QString item(const QString &text)
{
    return u"- "_s + text + u'\n';
}

//! The headline speaks of the primary finding, so that is redacted before.
verdict::Verdict redacted(verdict::Verdict verdict)
{
    for (auto &finding : verdict.findings)
        finding = report::redacted(finding);
    return verdict;
}

QString banner(const verdict::Examination &examination, const verdict::Verdict &verdict)
{
    const auto lines = headlineFor(examination, verdict, base::escape::forMarkdownCode);
    QString text = u"### "_s + lines.title + u"\n\n"_s;
    for (const auto &line : {lines.subtitle, lines.basis, judgedText(verdict)}) {
        if (!line.isEmpty())
            text += item(line);
    }
    return text;
}

//! Side by side in code spans, where a reader sees the slash too many.
QString comparison(const base::Finding &finding)
{
    const auto pair = compared(finding);
    if (pair.expected.isEmpty())
        return {};
    return filled(translated(QT_TRANSLATE_NOOP("report", " Expected %1, found %2.")),
                  {code(pair.expected), code(pair.found)});
}

} // namespace

QString findingItem(const base::Finding &finding, const Standpoint &now)
{
    const auto words = wordFor(finding, now, base::escape::forMarkdownCode);
    const auto start = u"%1 **"_s.arg(markOf(finding.outcome)) + words.subject + u"**: "_s;
    if (finding.outcome == base::Outcome::Pass)
        return item(start + words.inShort);
    auto text = start + words.title + u"."_s + comparison(finding) + u' ' + words.action;
    if (!words.specUrl.isEmpty())
        text += u" ([%1](%2))"_s.arg(words.spec, words.specUrl);
    return item(text);
}

namespace {

QString findings(const verdict::Verdict &verdict)
{
    auto text = heading(QT_TRANSLATE_NOOP("report", "Findings"));
    for (const auto &finding : aboutToken(verdict.findings))
        text += findingItem(finding, verdict);
    return text;
}

//! Headers are not masked: they name algorithms and keys, and a ticket is about these.
QString rows(const QList<ClaimRow> &list)
{
    QString text;
    for (const auto &row : list)
        text += item(code(row.name) + u": "_s + code(row.value));
    return text;
}

//! Nobody reads a number of seconds: the moment that it names, in parentheses.
QString momentNote(const base::json::Value &value)
{
    const auto *info = verdict::describeClaim(value.name());
    const auto instant = info != nullptr && info->isTime && value.isNumber()
        ? base::instantFromNumber(value.text())
        : std::nullopt;
    return instant ? u" (%1)"_s.arg(utcText(*instant)) : QString();
}

//! Names and times stay readable; who the user is does not.
QString claims(const jose::Token &token)
{
    QString text;
    for (const auto value : token.claims()) {
        const auto name = value.name();
        text += item(code(name) + u": "_s
                     + (isMasked(name) ? maskText(value) : code(QString::fromUtf8(value.text())))
                     + momentNote(value));
    }
    return text;
}

//! Header parameters that carry keys and certificates are long and say nothing in a ticket.
QList<ClaimRow> shortHeaders(const jose::Token &token)
{
    auto list = headerRows(token);
    list.removeIf(
        [](const ClaimRow &row) { return row.value.startsWith(u'{') || row.name == "x5c"_L1; });
    return list;
}

QString token(const verdict::Examination &examination)
{
    return heading(QT_TRANSLATE_NOOP("report", "Token")) + item(kindText(examination))
        + rows(shortHeaders(examination.token)) + claims(examination.token);
}

//! The token and those inside it, from the outside in; each of these is judged by itself.
QString tokens(const Inspection &inspection)
{
    auto text = token(inspection.examination);
    const auto *inner = inspection.examination.nested.get();
    for (; inner != nullptr; inner = inner->nested.get()) {
        const auto verdict = redacted(innerVerdict(inspection, *inner));
        text += heading(QT_TRANSLATE_NOOP("report", "Token inside, judged by itself"));
        text += banner(*inner, verdict) + findings(verdict) + token(*inner);
    }
    return text;
}

//! Where the token was found, and what is to be said about that; nothing for a bare one.
QString carrying(const Inspection &inspection)
{
    if (!inspection.carried)
        return {};
    const auto &carried = *inspection.carried;
    const bool isBare = carried.carrier.type == capture::CarrierType::Text && !carried.request;
    if (isBare && carried.findings.isEmpty())
        return {};
    auto text = heading(QT_TRANSLATE_NOOP("report", "Carrying"))
        + item(carrierText(carried.carrier, base::escape::forMarkdownCode));
    if (carried.request)
        text += item(requestText(*carried.request, base::escape::forMarkdownCode));
    for (const auto &finding : carried.findings)
        text += findingItem(finding, inspection.verdict);
    return text;
}

QString notChecked(const verdict::Verdict &verdict)
{
    QString text;
    for (const auto &line : notCheckedTexts(verdict, base::escape::forMarkdownCode))
        text += item(line);
    return text.isEmpty() ? text : heading(QT_TRANSLATE_NOOP("report", "Not checked")) + text;
}

} // namespace

QString toMarkdown(const Inspection &inspection)
{
    const Inspection shown{inspection.examination, redacted(inspection.verdict),
                           inspection.carried};
    return banner(shown.examination, shown.verdict) + findings(shown.verdict) + carrying(shown)
        + tokens(shown) + notChecked(shown.verdict);
}

} // namespace report
