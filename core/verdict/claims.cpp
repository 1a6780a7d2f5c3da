// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/claims.h"

#include "core/base/json.h"
#include "core/jose/base64url.h"

#include <QFile>
#include <QHash>

// The resource lies in a static library, and nothing else would make the linker take it along.
static void initResources()
{
    Q_INIT_RESOURCE(verdict);
}

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

//! resources/claims.json, read once.
struct Dictionary
{
    QList<ClaimInfo> rows; //!< Claims first, then header parameters.
    QHash<QString, qsizetype> claims; //!< Row by name.
    QHash<QString, qsizetype> headers;
    QHash<QString, QString> amr;
};

ClaimInfo readRow(const Value &row, bool inHeader)
{
    return {row.member("name").toString(),    row.member("type").toString(),
            row.member("meaning").toString(), row.member("when").toString(),
            row.member("source").toString(),  row.member("time").isTrue(),
            row.member("personal").isTrue(),  inHeader};
}

Dictionary readDictionary()
{
    initResources();
    QFile file(u":/verdict/claims.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = base::json::Document::read(file.readAll());
    Dictionary dictionary;
    const auto take = [&](QByteArrayView list, QHash<QString, qsizetype> &index, bool inHeader) {
        for (const Value row : document.root().member(list)) {
            const ClaimInfo info = readRow(row, inHeader);
            index.insert(info.name, dictionary.rows.size());
            dictionary.rows << info;
        }
    };
    take("claims", dictionary.claims, false);
    take("headers", dictionary.headers, true);
    for (const Value row : document.root().member("amr"))
        dictionary.amr.insert(row.member("value").toString(), row.member("meaning").toString());
    return dictionary;
}

const Dictionary &dictionary()
{
    static const Dictionary instance = readDictionary();
    return instance;
}

const ClaimInfo *find(const QHash<QString, qsizetype> &index, const QString &name)
{
    const auto row = index.constFind(name);
    return row == index.cend() ? nullptr : &dictionary().rows.at(*row);
}

// Reference authgear 4.2: the kind of session, a colon, and its id.
bool isSession(const QString &text)
{
    for (const QLatin1StringView kind : {"idp:"_L1, "offline_grant:"_L1}) {
        if (text.startsWith(kind))
            return text.size() > kind.size();
    }
    return false;
}

} // namespace

const ClaimInfo *describeClaim(const QString &name)
{
    return find(dictionary().claims, name);
}

const ClaimInfo *describeHeader(const QString &name)
{
    return find(dictionary().headers, name);
}

const QList<ClaimInfo> &claimDictionary()
{
    return dictionary().rows;
}

QString decodeSid(const QString &sid)
{
    const base::Result<QByteArray> decoded = jose::base64url::decode(sid.toUtf8());
    const QString text = decoded ? QString::fromUtf8(*decoded) : QString();
    return isSession(text) ? text : QString();
}

QString explainAmr(const QString &value)
{
    return dictionary().amr.value(value);
}

} // namespace verdict
