// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/capturedesk.h"

#include "core/http/status.h"

#include <QFileInfo>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

CaptureDesk::CaptureDesk(QObject *parent)
    : QObject(parent)
{
    connect(&m_reader, &CaptureReader::finished, this, &CaptureDesk::accept);
    connect(&m_reader, &CaptureReader::progressed, this, &CaptureDesk::readingChanged);
}

void CaptureDesk::readText(const QByteArray &text)
{
    m_fileName.clear();
    m_fileSize = 0;
    m_reader.readText(text);
    if (isReading())
        Q_EMIT readingChanged();
}

void CaptureDesk::openFile(const QString &path)
{
    const QFileInfo file(path);
    m_reader.forget();
    accept({});
    m_fileName = file.fileName();
    m_fileSize = file.size();
    m_reader.readFile(path);
    Q_EMIT readingChanged();
}

void CaptureDesk::clear()
{
    m_reader.forget();
    m_fileName.clear();
    m_fileSize = 0;
    accept({{}, true, {}});
}

void CaptureDesk::accept(const CaptureReader::Result &result)
{
    m_capture = result.capture;
    m_isBareToken = result.isBareToken;
    m_chosen = m_capture.mostRelevant();
    m_asOfCapture.reset();
    m_recordsFailure = std::any_of(m_capture.sightings.begin(), m_capture.sightings.end(),
                                   [this](const auto &one) { return hasFailed(one); });
    if (result.error) {
        m_fileName.clear();
        m_fileSize = 0;
        m_isBareToken = true;
    }
    Q_EMIT readingChanged();
    Q_EMIT captureChanged();
    if (result.error)
        Q_EMIT failed(*result.error);
}

void CaptureDesk::choose(qsizetype sighting)
{
    if (sighting == m_chosen || sighting < 0 || sighting >= m_capture.sightings.size())
        return;
    m_chosen = sighting;
    Q_EMIT sightingChanged();
}

const capture::Sighting *CaptureDesk::sighting() const
{
    return m_chosen < 0 ? nullptr : &m_capture.sightings.at(m_chosen);
}

const capture::Request *CaptureDesk::request() const
{
    const capture::Sighting *chosen = sighting();
    return chosen && chosen->request >= 0 ? &m_capture.requests.at(chosen->request) : nullptr;
}

jose::CleanedInput CaptureDesk::found() const
{
    jose::CleanedInput result;
    if (const capture::Sighting *chosen = sighting()) {
        result.token = chosen->token;
        result.fromAuthorizationHeader = isInAuthorization(*chosen);
        result.span = chosen->span;
    }
    return result;
}

base::Findings CaptureDesk::carrying() const
{
    const capture::Sighting *chosen = sighting();
    const bool isAlone
        = m_isBareToken && chosen && chosen->carrier.type == capture::CarrierType::Text;
    return chosen && !isAlone ? chosen->findings : base::Findings();
}

base::Findings CaptureDesk::answers() const
{
    const capture::Sighting *chosen = sighting();
    if (chosen == nullptr || chosen->request < 0)
        return {};
    base::Findings said;
    std::copy_if(m_capture.findings.begin(), m_capture.findings.end(), std::back_inserter(said),
                 [chosen](const base::Finding &finding) {
                     return capture::requestOf(finding) == chosen->request;
                 });
    return said;
}

std::optional<base::Instant> CaptureDesk::capturedAt(qsizetype sighting) const
{
    if (sighting < 0 || sighting >= m_capture.sightings.size())
        return {};
    return m_capture.timeOf(m_capture.sightings.at(sighting));
}

bool CaptureDesk::isAsOfCapture(qsizetype sighting) const
{
    if (!capturedAt(sighting))
        return false;
    return m_asOfCapture.value_or(m_recordsFailure);
}

void CaptureDesk::setAsOfCapture(bool isAsOf)
{
    if (m_asOfCapture == isAsOf)
        return;
    m_asOfCapture = isAsOf;
    Q_EMIT momentChanged();
}

bool CaptureDesk::hasFailed(const capture::Sighting &sighting) const
{
    if (sighting.request < 0)
        return false;
    return http::isErrorStatus(m_capture.requests.at(sighting.request).status);
}

bool CaptureDesk::isInAuthorization(const capture::Sighting &sighting)
{
    return sighting.carrier.type == capture::CarrierType::Header
        && sighting.carrier.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace ui
