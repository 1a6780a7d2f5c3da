// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/replyreader.h"

#include "core/net/replyerrors.h"
#include "core/net/tlsfacts.h"

using namespace Qt::Literals::StringLiterals;

namespace net {

ReplyReader::ReplyReader(QNetworkReply *reply, qint64 bodyLimit,
                         QList<CertificateException> exceptions)
    : m_reply(reply)
    , m_bodyLimit(bodyLimit)
    , m_exceptions(std::move(exceptions))
{
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ReplyReader::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &ReplyReader::onBody);
    connect(m_reply, &QNetworkReply::sslErrors, this, &ReplyReader::onSslErrors);
    connect(m_reply, &QNetworkReply::finished, this, &ReplyReader::onFinished);
}

ReplyReader::~ReplyReader()
{
    abort();
    if (m_reply)
        m_reply->deleteLater(); // never within its own signal
}

void ReplyReader::abort()
{
    m_ended = true;
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
}

void ReplyReader::onHead()
{
    m_exchange.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_exchange.reason
        = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    const bool isHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    m_exchange.protocol = isHttp2 ? "HTTP/2"_ba : "HTTP/1.x"_ba;
    m_exchange.answerHeaders = {};
    for (const auto &header : m_reply->rawHeaderPairs())
        m_exchange.answerHeaders.append(header.first, header.second);
    noteTls();
    const bool announcesTooMuch
        = m_exchange.answerHeaders.value("Content-Length").toLongLong() > m_bodyLimit;
    if (m_exchange.isRedirect())
        end(std::nullopt); // its body says nothing that the head does not
    else if (announcesTooMuch)
        end(tooLarge());
}

void ReplyReader::onBody()
{
    // One byte more than allowed shows that there is more.
    m_exchange.body += m_reply->read(m_bodyLimit + 1 - m_exchange.body.size());
    if (m_exchange.body.size() > m_bodyLimit) {
        m_exchange.body.truncate(m_bodyLimit);
        end(tooLarge());
    }
}

base::Error ReplyReader::tooLarge() const
{
    return {"net.too_large"_L1, QString::number(m_bodyLimit), -1};
}

void ReplyReader::onSslErrors(const QList<QSslError> &errors)
{
    m_sslErrors = errors;
    noteTls();
    if (isExcepted(m_exceptions, m_reply->url(), m_exchange.tls.certificateSha256))
        m_reply->ignoreSslErrors(errors);
}

void ReplyReader::noteTls()
{
    if (m_reply->url().scheme() != "https"_L1)
        return;
    const http::TlsFacts before = m_exchange.tls;
    m_exchange.tls = tlsFacts(m_reply->sslConfiguration(), m_sslErrors);
    if (m_exchange.tls.certificateSha256.isEmpty() && !before.certificateSha256.isEmpty())
        m_exchange.tls = before;
    m_exchange.tls.trustedByException = !m_sslErrors.isEmpty()
        && isExcepted(m_exceptions, m_reply->url(), m_exchange.tls.certificateSha256);
}

void ReplyReader::onFinished()
{
    if (m_reply->bytesAvailable() > 0)
        onBody();
    if (m_ended)
        return;
    noteTls();
    end(replyError(*m_reply, m_sslErrors));
}

void ReplyReader::end(const std::optional<base::Error> &error)
{
    if (m_ended)
        return;
    m_exchange.error = error;
    abort();
    Q_EMIT finished();
}

} // namespace net
