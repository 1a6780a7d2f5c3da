// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QNetworkReply>
#include <QUrl>

#include <algorithm>
#include <cstring>

namespace nettest {

//! A reply whose head, body and end come when the test says so.
class FakeReply final : public QNetworkReply
{
public:
    explicit FakeReply(const QString &url)
    {
        setUrl(QUrl(url));
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void setStatus(int status) { setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status); }
    void setHeader(const QByteArray &name, const QByteArray &value) { setRawHeader(name, value); }
    //! Sets the error, and tells nobody yet.
    void fail(NetworkError error, const QString &words) { setError(error, words); }

    void sendHead() { Q_EMIT metaDataChanged(); }
    void sendBody(const QByteArray &bytes)
    {
        m_body += bytes;
        Q_EMIT readyRead();
    }
    //! Arrives together with the end, and is not told on its own.
    void leaveBody(const QByteArray &bytes) { m_body += bytes; }
    void complainAboutTls(const QList<QSslError> &errors) { Q_EMIT sslErrors(errors); }
    void end()
    {
        setFinished(true);
        Q_EMIT finished();
    }

    //! As Qt does: an aborted reply has an error, and says at once that it is finished.
    void abort() override
    {
        ++m_aborts;
        setError(OperationCanceledError, QStringLiteral("Operation canceled"));
        end();
    }
    [[nodiscard]] int aborts() const { return m_aborts; }
    [[nodiscard]] bool ignoresTls() const { return m_ignoresTls; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size(); }
    [[nodiscard]] qint64 largestRead() const { return m_largestRead; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 size = std::min<qint64>(maximum, m_body.size());
        m_largestRead = std::max(m_largestRead, maximum);
        std::memcpy(data, m_body.constData(), static_cast<size_t>(size));
        m_body.remove(0, size);
        return size;
    }
    void ignoreSslErrorsImplementation(const QList<QSslError> &) override { m_ignoresTls = true; }

private:
    QByteArray m_body;
    int m_aborts = 0;
    bool m_ignoresTls = false;
    qint64 m_largestRead = 0;
};

} // namespace nettest
