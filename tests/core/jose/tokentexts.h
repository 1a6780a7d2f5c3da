// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/base64url.h"
#include "core/jose/token.h"

#include <QFile>
#include <QTest>

//! What the tests of reading tokens share.
namespace tokentexts {

//! Header, payload and signature as they stand, encoded.
inline QByteArray compact(const QByteArray &header, const QByteArray &payload,
                          const QByteArray &signature = "signature")
{
    return jose::base64url::encode(header) + '.' + jose::base64url::encode(payload) + '.'
        + jose::base64url::encode(signature);
}

inline QByteArray simple(const QByteArray &payload = R"({"sub":"joe"})")
{
    return compact(R"({"alg":"RS256"})", payload);
}

//! "id", or "id(detail)", "@" and the offset; separated by blanks.
inline QString described(const QList<base::Error> &problems)
{
    QStringList texts;
    for (const base::Error &problem : problems) {
        const QString detail
            = problem.detail.isEmpty() ? QString() : QChar(u'(') + problem.detail + QChar(u')');
        texts.append(QString(problem.id) + detail + QChar(u'@') + QString::number(problem.offset));
    }
    return texts.join(u' ');
}

inline QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(ASSAY_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

inline QByteArray textAt(const jose::Token &token, const base::Span &span)
{
    return span.isValid() ? token.text().mid(span.start, span.size()) : QByteArray("nowhere");
}

} // namespace tokentexts

namespace jose {

//! For the messages of QCOMPARE.
inline char *toString(Form form)
{
    constexpr const char *names[] = {"Empty",         "Opaque",      "Compact",      "Encrypted",
                                     "FlattenedJson", "GeneralJson", "EncryptedJson"};
    return QTest::toString(names[static_cast<int>(form)]);
}

} // namespace jose

namespace base {

inline char *toString(const Span &span)
{
    return QTest::toString(QStringLiteral("[%1, %2)").arg(span.start).arg(span.end));
}

} // namespace base
