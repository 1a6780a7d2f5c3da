// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/requestdraft.h"
#include "core/capture/roles.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! Tells of a gap in the place of a credential: the request was not captured with its token.
class GapReport
{
public:
    GapReport(Collector &collector, qsizetype request)
        : m_collector(&collector)
        , m_request(request)
    {
    }
    void report(const Carrier &carrier, const Literal &value);
    void reportHeader(const RequestDraft::Field &field);
    void reportPairs(CarrierType type, const Literal &pairs, char separator);
    void reportUrl(const Literal &url);
    void reportBody(const Literal &body);

private:
    Collector *m_collector;
    qsizetype m_request;
};

void GapReport::report(const Carrier &carrier, const Literal &value)
{
    if (value.gaps.isEmpty() || roleOf(carrier) == Role::Unknown)
        return;
    const Gap &gap = value.gaps.first();
    base::Finding finding = carryingFinding(
        "carrying.variable"_L1, QString::fromUtf8(value.bytes().sliced(gap.at, gap.length)),
        {{"carrier"_L1, QString(name(carrier.type))},
         {"name"_L1, carrier.name},
         {"request"_L1, qlonglong(m_request)}});
    finding.span = value.text.span(gap.at, gap.length);
    m_collector->add(finding);
}

void GapReport::reportHeader(const RequestDraft::Field &field)
{
    if (field.name.bytes().compare("cookie", Qt::CaseInsensitive) == 0)
        return reportPairs(CarrierType::Cookie, field.value, ';');
    report({CarrierType::Header, field.name.text.toString(), Side::Request}, field.value);
}

void GapReport::reportPairs(CarrierType type, const Literal &pairs, char separator)
{
    if (pairs.gaps.isEmpty())
        return;
    for (const Literal &pair : pairs.split(separator)) {
        const qsizetype equals = pair.bytes().indexOf('=');
        if (equals < 0 || pair.gaps.isEmpty())
            continue;
        const QString name = pair.sliced(0, equals).trimmed().text.toString();
        report({type, name, Side::Request}, pair.sliced(equals + 1));
    }
}

void GapReport::reportUrl(const Literal &url)
{
    const qsizetype mark = url.bytes().indexOf('?');
    if (mark >= 0)
        reportPairs(CarrierType::Query, url.sliced(mark + 1), '&');
}

//! The name of the JSON member whose string value a gap begins: `"name": "` stands before it.
QByteArrayView memberBefore(QByteArrayView before)
{
    constexpr qsizetype longest = 200;
    QByteArrayView rest = before.last(std::min(longest, before.size())).trimmed();
    if (rest.endsWith('"'))
        rest = rest.chopped(1).trimmed();
    if (!rest.endsWith(':'))
        return {};
    rest = rest.chopped(1).trimmed();
    if (!rest.endsWith('"'))
        return {};
    rest.chop(1);
    return rest.sliced(rest.lastIndexOf('"') + 1);
}

void GapReport::reportBody(const Literal &body)
{
    if (!body.bytes().trimmed().startsWith('{'))
        return reportPairs(CarrierType::Form, body, '&');
    for (const Gap &gap : body.gaps) {
        const QByteArrayView name = memberBefore(body.bytes().first(gap.at));
        report({CarrierType::Json, QString::fromUtf8(name), Side::Request},
               body.sliced(gap.at, gap.length));
    }
}

} // namespace

void reportGaps(const RequestDraft &draft, qsizetype request, Collector &collector)
{
    GapReport report(collector, request);
    for (const Literal &url : draft.urls)
        report.reportUrl(url);
    for (const RequestDraft::Field &field : draft.headers)
        report.reportHeader(field);
    for (const Literal &cookies : draft.cookies)
        report.reportPairs(CarrierType::Cookie, cookies, ';');
    for (const Literal &query : draft.queries)
        report.reportPairs(CarrierType::Query, query, '&');
    for (const Literal &body : draft.bodies)
        report.reportBody(body);
    for (const RequestDraft::Parameter &parameter : draft.parameters)
        report.report(parameter.carrier, parameter.value);
}

} // namespace capture
