// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/tickettext.h"

#include "core/base/escape.h"
#include "core/report/foreign.h"
#include "core/report/redaction.h"
#include "core/report/times.h"
#include "core/report/words.h"

#include <QCoreApplication>

namespace ui::tickettext {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TicketText", text);
}

QString code(QStringView text)
{
    return report::foreign(text, base::escape::forMarkdownCode);
}

//! Names of the query stay, its values and the fragment do not: tokens and codes travel in them.
QString redactedUrl(const QString &url)
{
    const QString plain = url.section(u'#', 0, 0);
    const QStringList fields = plain.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    QStringList names;
    for (const QString &field : fields)
        names.append(field.section(u'=', 0, 0) + u"=\u2026"_s);
    QString start = plain.section(u'?', 0, 0);
    const qsizetype at = start.indexOf(u'@');
    const qsizetype host = start.indexOf(u"://"_s) + 3;
    if (at > host && at < start.indexOf(u'/', host))
        start.remove(host, at + 1 - host);
    return names.isEmpty() ? start : start + u'?' + names.join(u'&');
}

QString item(const QString &text)
{
    return u"- "_s + text + u'\n';
}

QString requestItem(const capture::Request &request)
{
    const QString line
        = QString::fromUtf8(request.method) + u' ' + redactedUrl(QString::fromUtf8(request.url));
    QString text = code(line.trimmed());
    if (request.status > 0)
        text += u" \u2192 "_s + QString::number(request.status);
    if (request.time)
        text += u", "_s + report::utcText(*request.time);
    return item(text);
}

QString findingItems(const base::Findings &findings, const report::Standpoint &now)
{
    QString text;
    for (const base::Finding &finding : findings) {
        const auto words
            = report::wordFor(report::redacted(finding), now, base::escape::forMarkdownCode);
        text += item(words.title + u". "_s + words.action);
    }
    return text;
}

QString heading(const QString &text)
{
    return u"\n#### "_s + text + u"\n\n"_s;
}

} // namespace

QString carriedIn(const Sending &sending, const report::Standpoint &now)
{
    const capture::Sighting *sighting = sending.sighting;
    if (sighting == nullptr || (sending.request == nullptr && sending.carrying.isEmpty()))
        return {};
    QString text = heading(tr("How it was sent"));
    if (sending.request != nullptr)
        text += requestItem(*sending.request);
    if (!sighting->carrier.name.isEmpty())
        text += item(tr("Carried in %1").arg(code(sighting->carrier.name)));
    text += findingItems(sending.carrying, now);
    if (!sending.answers.isEmpty())
        text += heading(tr("What was answered")) + findingItems(sending.answers, now);
    return text;
}

} // namespace ui::tickettext
