// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/textencoding.h"

#include "core/capture/carryingrules.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! A NUL in the first kilobytes is what tells files of other programs from text.
bool isBinary(QByteArrayView bytes)
{
    constexpr qsizetype enough = 8192;
    return bytes.first(std::min(enough, bytes.size())).contains('\0');
}

struct Magic
{
    QByteArrayView bytes;
    QLatin1StringView kind;
};
// What people attach to a case where a text was asked for.
constexpr auto magics = std::to_array<Magic>({
    {"PK\x03\x04", "archive"_L1},
    {"\x1F\x8B", "archive"_L1},
    {"7z\xBC\xAF", "archive"_L1},
    {"Rar!", "archive"_L1},
    {"\x28\xB5\x2F\xFD", "archive"_L1}, // zstd
    {"\x89PNG", "picture"_L1},
    {"\xFF\xD8\xFF", "picture"_L1},
    {"GIF8", "picture"_L1},
    {"%PDF", "picture"_L1},
    {"\xD4\xC3\xB2\xA1", "packets"_L1}, // pcap
    {"\xA1\xB2\xC3\xD4", "packets"_L1},
    {"\x0A\x0D\x0D\x0A", "packets"_L1}, // pcapng
    {"SQLite format 3", "database"_L1},
});

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

base::Finding reasonFor(const Capture &capture)
{
    if (isBlank(capture.text))
        return carryingFinding("capture.empty"_L1);
    return isBinary(capture.text) ? binaryFinding(capture.text)
                                  : carryingFinding("capture.no_token"_L1);
}

//! How many of the bytes at `first`, `first` + 2 … are zero, in percent.
int zerosAt(QByteArrayView head, qsizetype first)
{
    int zeros = 0;
    for (qsizetype at = first; at < head.size(); at += 2)
        zeros += head[at] == '\0' ? 1 : 0;
    return int(zeros * 200 / head.size());
}

} // namespace

base::Finding binaryFinding(QByteArrayView head)
{
    const auto magic = std::ranges::find_if(
        magics, [head](const Magic &row) { return head.startsWith(row.bytes); });
    if (magic == magics.end())
        return carryingFinding("capture.binary"_L1);
    return carryingFinding("capture.binary"_L1, QString(magic->kind),
                           {{"kind"_L1, QString(magic->kind)}});
}

std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView head)
{
    if (head.startsWith("\xFF\xFE") && !head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return QStringConverter::Utf16LE;
    if (head.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    // Tokens and what stands around them are ASCII: nearly every second byte is zero, and of the
    // others none is.
    constexpr qsizetype enough = 1024;
    constexpr qsizetype shortest = 8;
    constexpr int nearlyAll = 80;
    const QByteArrayView near = head.first(std::min(enough, head.size()));
    if (near.size() < shortest)
        return std::nullopt;
    if (zerosAt(near, 0) == 0 && zerosAt(near, 1) >= nearlyAll)
        return QStringConverter::Utf16LE;
    if (zerosAt(near, 1) == 0 && zerosAt(near, 0) >= nearlyAll)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

bool hasUtf8Mark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF");
}

QByteArray readableText(const QByteArray &bytes, Collector &collector)
{
    auto encoding = utf16Of(bytes);
    if (!encoding)
        encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        return bytes;
    if (*encoding == QStringConverter::Utf8)
        return bytes.sliced(3);
    QStringDecoder decoder(*encoding);
    const QString text = decoder.decode(bytes);
    collector.add(carryingFinding(
        "capture.encoding"_L1, QString::fromLatin1(QStringConverter::nameForEncoding(*encoding))));
    return text.toUtf8();
}

void noteEmptyHands(Capture &capture)
{
    const bool isExplained = std::any_of(
        capture.findings.begin(), capture.findings.end(), [](const base::Finding &finding) {
            return (finding.id.startsWith("capture."_L1) && finding.id != "capture.encoding"_L1)
                || finding.id == "carrying.masked"_L1;
        });
    if (capture.sightings.isEmpty() && !isExplained)
        capture.findings.append(reasonFor(capture));
}

} // namespace capture
