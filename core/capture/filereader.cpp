// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/dispatcher.h"
#include "core/capture/harreader.h"
#include "core/capture/textencoding.h"
#include "core/capture/tokencharacters.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
//! Up to here a file is held, so that its text can be shown beside what was found in it.
constexpr qint64 mostHeld = 32 * mebibyte;
//! Of UTF-16, which must be converted as a whole.
constexpr qint64 mostConverted = 256 * mebibyte;
//! What a large file is read by: a HAR needs no more, a text is cut between lines.
constexpr qint64 chunkSize = mebibyte;
constexpr qint64 windowSize = 8 * mebibyte;
constexpr qsizetype headSize = 8192;
constexpr QByteArrayView utf8Mark = "\xEF\xBB\xBF";

//! Where a window may end so that no token and, if possible, no line goes over its border.
qsizetype windowEnd(QByteArrayView window)
{
    const qsizetype paragraph = window.lastIndexOf(QByteArrayView("\n\n"));
    if (paragraph > window.size() / 2)
        return paragraph + 2;
    const qsizetype line = window.lastIndexOf('\n');
    if (line > window.size() / 2)
        return line + 1;
    qsizetype at = window.size();
    while (at > window.size() / 2 && (isTokenCharacter(window[at - 1]) || window[at - 1] == '.'))
        --at;
    return at > window.size() / 2 ? at : window.size();
}

//! A file too large to be held.
class StreamReader
{
public:
    StreamReader(QIODevice &device, const Progress &progress, const Limits &limits)
        : m_device(device)
        , m_progress(progress)
        , m_size(device.size())
        , m_collector(limits)
    {
    }

    Capture read(const QByteArray &head)
    {
        const qint64 start = head.startsWith(utf8Mark) ? utf8Mark.size() : 0;
        if (looksLikeHar(QByteArrayView(head).sliced(start)))
            readHar(start);
        else
            readText(start);
        return finish();
    }

private:
    //! False when the person does not want to wait any more.
    bool report(qint64 done)
    {
        m_isCancelled = m_isCancelled || (m_progress && !m_progress(done, m_size));
        m_done = done;
        return !m_isCancelled;
    }

    void readHar(qint64 start)
    {
        m_form = "har"_L1;
        HarReader reader(m_collector, start);
        QByteArray chunk(chunkSize, Qt::Uninitialized);
        bool isGoing = m_device.seek(start);
        while (isGoing && !reader.isStopped()) {
            const qint64 count = m_device.read(chunk.data(), chunk.size());
            if (count <= 0)
                break;
            reader.feed(QByteArrayView(chunk).first(count));
            isGoing = report(m_device.pos());
        }
        reader.finish(isGoing);
        // What stands behind, or behind the place where it is broken, may still hold tokens.
        if (isGoing && reader.stoppedAt())
            readText(*reader.stoppedAt());
    }

    void readText(qint64 start)
    {
        bool isGoing = m_device.seek(start);
        while (isGoing && start < m_size) {
            QByteArray window = m_device.read(windowSize);
            if (window.isEmpty())
                break;
            const bool isLast = start + window.size() >= m_size;
            if (!isLast)
                window.truncate(windowEnd(window));
            const QLatin1StringView form = dispatch(SourceText(window, start), m_collector);
            m_form = m_form.isEmpty() ? form : m_form;
            start += window.size();
            isGoing = m_device.seek(start) && report(start);
        }
    }

    Capture finish()
    {
        Capture capture = m_collector.take();
        capture.form = m_form;
        dropWindowEnds(capture.findings);
        if (m_isCancelled)
            capture.findings.append(
                carryingFinding("capture.cancelled"_L1, {},
                                {{"done"_L1, qlonglong(m_done)}, {"total"_L1, qlonglong(m_size)}}));
        else if (capture.sightings.isEmpty() && capture.findings.isEmpty())
            capture.findings.append(carryingFinding("capture.no_token"_L1));
        return capture;
    }

    //! A text that only went over the border of a window was not truncated.
    void dropWindowEnds(base::Findings &findings) const
    {
        if (m_form == "har"_L1)
            return;
        findings.removeIf([this](const base::Finding &finding) {
            return finding.id == "capture.truncated"_L1 && finding.span.start < m_size;
        });
    }

    QIODevice &m_device;
    const Progress &m_progress;
    qint64 m_size;
    Collector m_collector;
    QLatin1StringView m_form;
    qint64 m_done = 0;
    bool m_isCancelled = false;
};

//! What is said of a text that ends where the person stopped reading says nothing of the file.
void dropEnds(base::Findings &findings)
{
    findings.removeIf([](const base::Finding &finding) {
        return finding.id == "capture.truncated"_L1 || finding.id == "capture.no_token"_L1
            || finding.id == "capture.empty"_L1;
    });
}

//! A file that is held.
Capture readHeld(QIODevice &device, const Progress &progress, const Limits &limits, qint64 most)
{
    const qint64 total = std::min(device.size(), most);
    QByteArray bytes;
    bytes.reserve(total);
    bool isGoing = true;
    while (isGoing && bytes.size() < total) {
        const QByteArray chunk = device.read(std::min(chunkSize, total - bytes.size()));
        if (chunk.isEmpty())
            break;
        bytes += chunk;
        isGoing = !progress || progress(bytes.size(), device.size());
    }
    Capture capture = read(bytes, limits);
    if (!isGoing) {
        dropEnds(capture.findings);
        capture.findings.append(carryingFinding(
            "capture.cancelled"_L1, {},
            {{"done"_L1, qlonglong(bytes.size())}, {"total"_L1, qlonglong(device.size())}}));
    } else if (device.size() > most)
        capture.findings.append(
            carryingFinding("capture.limit"_L1, QString::number(most), {{"what"_L1, u"bytes"_s}}));
    return capture;
}

Capture binaryFile(QByteArrayView head)
{
    Capture capture;
    capture.form = "text"_L1;
    capture.findings.append(binaryFinding(head));
    return capture;
}

} // namespace

Capture read(QIODevice &device, const Progress &progress, const Limits &limits)
{
    const QByteArray head = device.peek(headSize);
    if (utf16Of(head))
        return readHeld(device, progress, limits, mostConverted);
    if (device.size() <= mostHeld)
        return readHeld(device, progress, limits, mostHeld);
    if (head.contains('\0'))
        return binaryFile(head);
    return StreamReader(device, progress, limits).read(head);
}

} // namespace capture
