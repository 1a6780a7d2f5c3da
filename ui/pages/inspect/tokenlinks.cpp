// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/tokenlinks.h"

#include "core/verdict/claims.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui::tokenlinks {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TokenLinks", text);
}

int indexOf(const jose::Part &wanted, const jose::Token &token)
{
    if (!wanted.present)
        return -1;
    const QList<jose::Part> &parts = token.parts();
    const auto found = std::find_if(parts.begin(), parts.end(), [&wanted](const jose::Part &part) {
        return part.present && part.span == wanted.span;
    });
    return found == parts.end() ? -1 : static_cast<int>(found - parts.begin());
}

QStringList texts(const base::json::Value &value)
{
    return value.isString() ? QStringList{value.toString()} : value.toStringList();
}

//! A hostile token may name ten thousand; nobody chooses from more than these.
QStringList offered(QStringList list)
{
    constexpr qsizetype most = 20;
    list.removeDuplicates();
    list.removeAll(QString());
    return list.mid(0, most);
}

} // namespace

QList<TextSpan> partColors(const jose::Token &token, qint64 start)
{
    constexpr std::array three{ColorRole::TokenHeader, ColorRole::TokenPayload,
                               ColorRole::TokenSignature};
    constexpr std::array five{ColorRole::TokenHeader, ColorRole::TokenSignature,
                              ColorRole::TokenSignature, ColorRole::TokenPayload,
                              ColorRole::TokenSignature};
    QList<TextSpan> spans;
    const QList<jose::Part> &parts = token.parts();
    for (qsizetype i = 0; i < parts.size() && i < static_cast<qsizetype>(five.size()); ++i) {
        const auto place = static_cast<std::size_t>(i);
        const ColorRole role
            = parts.size() > 3 ? five.at(place) : three.at(std::min<std::size_t>(place, 2));
        const base::Span span = parts.at(i).span;
        if (span.size() > 0)
            spans.append({{span.start + start, span.end + start}, role});
    }
    std::sort(spans.begin(), spans.end(),
              [](const TextSpan &a, const TextSpan &b) { return a.bytes.start < b.bytes.start; });
    return spans;
}

int headerPart(const jose::Token &token)
{
    return indexOf(token.header(), token);
}

int payloadPart(const jose::Token &token)
{
    return indexOf(token.payload(), token);
}

int partOf(const base::Finding &finding, const jose::Token &token)
{
    const bool isOfHeader = finding.subject == "header"_L1
        || (verdict::describeHeader(finding.subject) != nullptr
            && token.header().json.root().count(finding.subject.toUtf8()) > 0
            && token.claims().count(finding.subject.toUtf8()) == 0);
    return isOfHeader ? headerPart(token) : payloadPart(token);
}

QStringList audiences(const jose::Token &token)
{
    const base::json::Value claims = token.claims();
    return offered(texts(claims.member("aud")) + texts(claims.member("iss")));
}

QStringList clientIds(const jose::Token &token)
{
    const base::json::Value claims = token.claims();
    return offered(texts(claims.member("azp")) + texts(claims.member("client_id"))
                   + texts(claims.member("aud")));
}

QString noClaimsText(const verdict::Examination &examination)
{
    const jose::Token &token = examination.token;
    if (examination.kind.kind == verdict::Kind::Jwe)
        return tr("Encrypted: only the holder of the key can read it.\nThe Header tab shows what "
                  "is not encrypted.");
    if (!token.payload().present)
        return tr("This text is no JSON Web Token, so there are no claims in it.");
    return tr("The payload is no JSON.\nThe Bytes tab shows what it holds.");
}

} // namespace ui::tokenlinks
