// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include "core/capture/roles.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capturecases {

namespace {

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray jws(const QByteArray &header, const QByteArray &payload, qsizetype signatureSize)
{
    QByteArray signature(signatureSize, '\0');
    for (qsizetype i = 0; i < signatureSize; ++i)
        signature[i] = char(1 + (i * 7 + payload.size()) % 250);
    return encoded(header) + '.' + encoded(payload) + '.' + encoded(signature);
}

QByteArray jwt(int which)
{
    return jws(R"({"alg":"RS256","kid":"52b11413-a7c4-4afc-91ef-fc2c6ea99018","typ":"at+jwt"})",
               R"({"iss":"https://p.authgear.cloud","aud":["https://p.authgear.cloud"],)"
               R"("iat":1790000000,"exp":1790001800,"client_id":"c1","sub":"user)"
                   + QByteArray::number(which) + "\"}");
}

QByteArray idToken(int which)
{
    return jws(R"({"alg":"RS256","kid":"52b11413-a7c4-4afc-91ef-fc2c6ea99018","typ":"JWT"})",
               R"({"iss":"https://p.authgear.cloud","aud":["c1"],"iat":1790000000,)"
               R"("exp":1790000300,"auth_time":1789999990,"nonce":"n","sub":"user)"
                   + QByteArray::number(which) + "\"}");
}

QByteArray jwe()
{
    return encoded(R"({"alg":"dir","enc":"A256GCM"})") + ".." + encoded("twelve bytes") + '.'
        + encoded("what only the holder of the key can read") + '.' + encoded("sixteen bytes tag");
}

QByteArray opaque(int which)
{
    return "aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0l" + QByteArray(1, char('A' + which));
}

QByteArray refreshToken(int which)
{
    return "8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11." + opaque(which);
}

QString seen(const capture::Sighting &sighting)
{
    constexpr std::array sides{"unknown"_L1, "request"_L1, "response"_L1};
    QStringList words{capture::name(sighting.carrier.type), sighting.carrier.name,
                      sides[size_t(sighting.carrier.side)], capture::kindName(sighting)};
    words.removeAll(QString());
    return words.join(u' ');
}

QStringList seen(const capture::Capture &capture)
{
    QStringList lines;
    for (const auto &sighting : capture.sightings)
        lines.append(seen(sighting));
    return lines;
}

QStringList requests(const capture::Capture &capture)
{
    QStringList lines;
    for (const auto &request : capture.requests)
        lines.append(QString::fromUtf8(request.method + ' ' + request.url + ' '
                                       + QByteArray::number(request.status)));
    return lines;
}

QStringList ids(const base::Findings &findings)
{
    QStringList ids;
    for (const auto &finding : findings)
        ids.append(finding.id);
    return ids;
}

QList<QByteArray> places(const capture::Capture &capture)
{
    QList<QByteArray> places;
    for (const auto &sighting : capture.sightings)
        places.append(capture.text.mid(sighting.span.start, sighting.span.size()));
    return places;
}

QList<QByteArray> tokens(const capture::Capture &capture)
{
    QList<QByteArray> tokens;
    for (const auto &sighting : capture.sightings)
        tokens.append(sighting.token);
    return tokens;
}

} // namespace capturecases
