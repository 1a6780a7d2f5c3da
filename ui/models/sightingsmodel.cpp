// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/sightingsmodel.h"

#include "core/base/escape.h"
#include "core/capture/roles.h"
#include "core/http/urlparts.h"
#include "core/report/wording.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestShown = 300;

QString shown(QStringView foreign)
{
    return base::escape::visible(foreign.left(longestShown));
}

QString carrierText(const capture::Carrier &carrier)
{
    constexpr std::array types{
        QT_TRANSLATE_NOOP("ui::SightingsModel", "text"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "header"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "cookie"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "new cookie"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "query"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "fragment"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "form"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "form part"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "JSON"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "page"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "storage"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "variable"),
        QT_TRANSLATE_NOOP("ui::SightingsModel", "secret"),
    };
    // Where everybody expects it: only its name tells something, and a narrow list has no room.
    const bool isUsual = carrier.type == capture::CarrierType::Header
        && carrier.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
    if (isUsual)
        return shown(carrier.name);
    const QString type = SightingsModel::tr(types.at(static_cast<std::size_t>(carrier.type)));
    return carrier.name.isEmpty() ? type : shown(carrier.name) + u" \u00b7 "_s + type;
}

//! What its content tells, else what its place does.
QString kindText(const capture::Sighting &sighting)
{
    const QLatin1StringView name = capture::kindName(sighting);
    if (name == verdict::name(sighting.kind.kind))
        return report::kindName(sighting.kind.kind);
    return QString(name).replace(u'_', u' ');
}

base::Outcome worstOf(const base::Findings &findings)
{
    base::Outcome worst = base::Outcome::Pass;
    for (const base::Finding &finding : findings) {
        if (finding.outcome == base::Outcome::Fail)
            return finding.outcome;
        if (finding.outcome == base::Outcome::Warn)
            worst = finding.outcome;
    }
    return worst;
}

QString urlOf(const capture::Request *request)
{
    return request ? QString::fromUtf8(request->url) : QString();
}

//! Without the query: it is long, and what counts of it has a row of its own.
QString pathOf(const QString &url)
{
    const auto parts = http::splitUrl(url);
    return parts ? parts->path : url.section(u'?', 0, 0).section(u'#', 0, 0);
}

QString hostOf(const QString &url)
{
    const auto parts = http::splitUrl(url);
    if (!parts)
        return {};
    return parts->port ? parts->host + u':' + *parts->port : parts->host;
}

QString requestText(const capture::Request *request)
{
    if (request == nullptr)
        return {};
    // The path first: where there is no room, most requests are to one host anyway.
    const QString url = urlOf(request);
    const QString host = hostOf(url);
    const QString line = QString(QString::fromUtf8(request->method) + u' ' + pathOf(url)).trimmed();
    return shown(host.isEmpty() ? line : line + u" \u00b7 "_s + host);
}

QString timeText(const capture::Request *request)
{
    if (request == nullptr || !request->time)
        return {};
    return QDateTime::fromMSecsSinceEpoch(request->time->time_since_epoch().count())
        .toString(u"HH:mm:ss"_s);
}

} // namespace

SightingsModel::SightingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SightingsModel::setCapture(const capture::Capture &capture)
{
    beginResetModel();
    m_capture = capture;
    m_outlooks.clear();
    m_outlooks.resize(m_capture.sightings.size());
    m_nextToJudge = 0;
    endResetModel();
}

void SightingsModel::forgetOutlooks()
{
    // What was known stays until it is known anew: a list that blinks tells nobody anything.
    m_nextToJudge = 0;
}

bool SightingsModel::judgeSome(const Judge &judge, std::chrono::milliseconds budget)
{
    QElapsedTimer clock;
    clock.start();
    const qsizetype first = m_nextToJudge;
    while (m_nextToJudge < m_outlooks.size() && clock.elapsed() < budget.count()) {
        m_outlooks[m_nextToJudge] = judge(m_nextToJudge);
        ++m_nextToJudge;
    }
    if (m_nextToJudge > first)
        Q_EMIT dataChanged(index(int(first), 0), index(int(m_nextToJudge) - 1, ColumnCount - 1));
    return m_nextToJudge < m_outlooks.size();
}

void SightingsModel::setOutlook(qsizetype row, const Outlook &outlook)
{
    if (row < 0 || row >= m_outlooks.size())
        return;
    const std::optional<Outlook> &known = m_outlooks.at(row);
    if (known && known->decision == outlook.decision && known->subject == outlook.subject)
        return;
    m_outlooks[row] = outlook;
    Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
}

int SightingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_capture.sightings.size());
}

int SightingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const capture::Request *SightingsModel::requestOf(int row) const
{
    const qsizetype request = m_capture.sightings.at(row).request;
    return request < 0 ? nullptr : &m_capture.requests.at(request);
}

QVariant SightingsModel::display(int row, int column) const
{
    const capture::Sighting &sighting = m_capture.sightings.at(row);
    const capture::Request *request = requestOf(row);
    switch (column) {
    case CarrierColumn:
        return carrierText(sighting.carrier);
    case KindColumn:
        return kindText(sighting);
    case RequestColumn:
        return requestText(request);
    case StatusColumn:
        return request && request->status > 0 ? QVariant(QString::number(request->status))
                                              : QVariant(QString());
    case TimeColumn:
        return timeText(request);
    default:
        return m_outlooks.at(row) ? shown(m_outlooks.at(row)->subject) : QString();
    }
}

QVariant SightingsModel::sortKey(int row, int column) const
{
    const capture::Request *request = requestOf(row);
    if (column == TimeColumn)
        return request && request->time ? qlonglong(request->time->time_since_epoch().count()) : 0;
    if (column == StatusColumn)
        return request ? request->status : 0;
    return display(row, column);
}

QVariant SightingsModel::ofRequest(int row, int role) const
{
    const capture::Request *request = requestOf(row);
    if (request == nullptr)
        return {};
    switch (role) {
    case MethodRole:
        return QString::fromUtf8(request->method);
    case UrlRole:
        return urlOf(request);
    case HostRole:
        return hostOf(urlOf(request));
    case PathRole:
        return pathOf(urlOf(request));
    case StatusRole:
        return request->status;
    default:
        return {};
    }
}

QVariant SightingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const std::optional<Outlook> &outlook = m_outlooks.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case SortRole:
        return sortKey(row, index.column());
    case IsJudgedRole:
        return outlook.has_value();
    case DecisionRole:
        return outlook ? QVariant(static_cast<int>(outlook->decision)) : QVariant();
    case CarryingRole:
        return static_cast<int>(worstOf(m_capture.sightings.at(row).findings));
    case CarrierTypeRole:
        return QString(capture::name(m_capture.sightings.at(row).carrier.type));
    case KindRole:
        return QString(capture::kindName(m_capture.sightings.at(row)));
    case SubjectRole:
        return outlook ? outlook->subject : QString();
    default:
        return ofRequest(row, role);
    }
}

QVariant SightingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return {};
    const std::array names{tr("Carried in"), tr("Kind"), tr("Request"),
                           tr("Answer"),     tr("Time"), tr("Subject")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace ui
