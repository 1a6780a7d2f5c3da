// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/tlsfacts.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

constexpr std::array protocols{
    std::pair(QSsl::TlsV1_2, "TLS 1.2"_L1),
    std::pair(QSsl::TlsV1_3, "TLS 1.3"_L1),
};

// The most telling first: a wrong name mostly means a wrong server, whose certificate is then bad
// in other ways too.
constexpr std::array errorIds{
    std::pair(QSslError::HostNameMismatch, "net.tls_name"_L1),
    std::pair(QSslError::CertificateExpired, "net.tls_expired"_L1),
    std::pair(QSslError::CertificateNotYetValid, "net.tls_expired"_L1),
    std::pair(QSslError::SelfSignedCertificate, "net.tls_untrusted"_L1),
    std::pair(QSslError::SelfSignedCertificateInChain, "net.tls_untrusted"_L1),
    std::pair(QSslError::UnableToGetLocalIssuerCertificate, "net.tls_untrusted"_L1),
    std::pair(QSslError::UnableToGetIssuerCertificate, "net.tls_untrusted"_L1),
    std::pair(QSslError::UnableToVerifyFirstCertificate, "net.tls_untrusted"_L1),
    std::pair(QSslError::CertificateUntrusted, "net.tls_untrusted"_L1),
};

base::Instant instantOf(const QDateTime &time)
{
    return base::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString nameOf(const QStringList &commonNames, const QStringList &organizations)
{
    return (commonNames + organizations).join(u", "_s);
}

// The server's own certificate; errors about the chain carry others.
QSslCertificate leafOf(const QSslConfiguration &session, const QList<QSslError> &errors)
{
    if (!session.peerCertificate().isNull())
        return session.peerCertificate();
    return errors.isEmpty() ? QSslCertificate() : errors.last().certificate();
}

QString withoutBrackets(const QString &host)
{
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    return bracketed ? host.mid(1, host.size() - 2) : host;
}

} // namespace

http::TlsFacts tlsFacts(const QSslConfiguration &session, const QList<QSslError> &errors)
{
    http::TlsFacts facts;
    facts.used = true;
    for (const auto &[protocol, text] : protocols) {
        if (session.sessionProtocol() == protocol)
            facts.protocol = text;
    }
    for (const QSslError &error : errors)
        facts.problems.append(error.errorString());
    facts.problems.removeDuplicates();
    const QSslCertificate leaf = leafOf(session, errors);
    if (leaf.isNull())
        return facts;
    facts.certificateSubject = nameOf(leaf.subjectInfo(QSslCertificate::CommonName),
                                      leaf.subjectInfo(QSslCertificate::Organization));
    facts.certificateIssuer = nameOf(leaf.issuerInfo(QSslCertificate::CommonName),
                                     leaf.issuerInfo(QSslCertificate::Organization));
    facts.validFrom = instantOf(leaf.effectiveDate());
    facts.validUntil = instantOf(leaf.expiryDate());
    facts.certificateSha256 = leaf.digest(QCryptographicHash::Sha256).toHex();
    facts.certificatePem = leaf.toPem();
    return facts;
}

QLatin1StringView tlsErrorId(const QList<QSslError> &errors)
{
    for (const auto &[kind, id] : errorIds) {
        const QSslError::SslError wanted = kind;
        if (std::any_of(errors.begin(), errors.end(),
                        [wanted](const QSslError &error) { return error.error() == wanted; }))
            return id;
    }
    return "net.tls"_L1;
}

bool isExcepted(const QList<CertificateException> &exceptions, const QUrl &url,
                const QByteArray &sha256)
{
    const auto fits = [&](const CertificateException &exception) {
        return withoutBrackets(exception.host).compare(url.host(), Qt::CaseInsensitive) == 0
            && exception.port == url.port(443) && !sha256.isEmpty()
            && exception.sha256.compare(sha256, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(exceptions.begin(), exceptions.end(), fits);
}

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!authorities.isEmpty())
        configuration.setCaCertificates(authorities);
    return configuration;
}

} // namespace net
