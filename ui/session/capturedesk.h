// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/session/capturereader.h"

namespace ui {

//! The capture that was pasted or opened, the sighting that was chosen in it, and the moment that
//! this is judged at. Files are read and forgotten: no name of one is kept.
class CaptureDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CaptureDesk(QObject *parent = nullptr);

    void readText(const QByteArray &text);
    void openFile(const QString &path);
    //! What was found so far is shown.
    void stopReading() { m_reader.stop(); }
    void clear();

    [[nodiscard]] bool isReading() const { return m_reader.isRunning(); }
    [[nodiscard]] qint64 bytesRead() const { return m_reader.done(); }
    [[nodiscard]] qint64 bytesToRead() const { return m_reader.total(); }
    //! Of a file that is not in the editor; empty when a text is.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    [[nodiscard]] qint64 fileSize() const { return m_fileSize; }

    [[nodiscard]] const capture::Capture &capture() const { return m_capture; }
    //! Nothing but a token: there is no list to choose from.
    [[nodiscard]] bool isBareToken() const { return m_isBareToken; }
    [[nodiscard]] qsizetype chosen() const { return m_chosen; }
    void choose(qsizetype sighting);
    [[nodiscard]] const capture::Sighting *sighting() const;
    [[nodiscard]] const capture::Request *request() const;
    //! The chosen token and its place, as the clean-up of a pasted one tells them.
    [[nodiscard]] jose::CleanedInput found() const;
    //! What is wrong or remarkable about how the chosen token was carried.
    [[nodiscard]] base::Findings carrying() const;
    //! What is to be said of the request that carried it, such as why it was refused.
    [[nodiscard]] base::Findings answers() const;

    //! When the sighting was captured, as far as the capture tells.
    [[nodiscard]] std::optional<base::Instant> capturedAt(qsizetype sighting) const;
    //! Whether it is judged at that moment: where the capture holds a request that failed, because
    //! what counts is the moment of the failure, or where the person said so. Then all of the
    //! capture is: beside the one that failed, those that still worked must not look expired.
    [[nodiscard]] bool isAsOfCapture(qsizetype sighting) const;
    void setAsOfCapture(bool isAsOf);
    //! The request that carried it was refused, or failed otherwise.
    [[nodiscard]] bool hasFailed(const capture::Sighting &sighting) const;
    [[nodiscard]] bool isMomentChosen() const { return m_asOfCapture.has_value(); }

    //! Judged as an access token by the automatic policy.
    [[nodiscard]] static bool isInAuthorization(const capture::Sighting &sighting);

Q_SIGNALS:
    void captureChanged(); //!< Another capture, with the most relevant sighting chosen.
    void sightingChanged(); //!< Another sighting of the same capture.
    void momentChanged();
    void readingChanged(); //!< isReading() or how far it is.
    void failed(const base::Error &error); //!< The file could not be read.

private:
    void accept(const CaptureReader::Result &result);

    CaptureReader m_reader;
    capture::Capture m_capture;
    qsizetype m_chosen = -1;
    bool m_isBareToken = true;
    std::optional<bool> m_asOfCapture; //!< As the person said.
    bool m_recordsFailure = false;
    QString m_fileName;
    qint64 m_fileSize = 0;
};

} // namespace ui
