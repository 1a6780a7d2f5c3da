// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/jwkmembers.h"

#include "core/jose/base64url.h"

#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

// RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1: what nobody else should ever see.
constexpr std::array privateMembers{"d"_L1,  "p"_L1,  "q"_L1,   "dp"_L1,
                                    "dq"_L1, "qi"_L1, "oth"_L1, "k"_L1};

bool isPrivate(const Value &member)
{
    return member.nameIn(privateMembers) >= 0;
}

} // namespace

JwkMembers::JwkMembers(const Value &jwk)
    : m_jwk(jwk)
{
    if (!jwk.isObject())
        fail("key.shape"_L1, {}, jwk.span().start);
}

void JwkMembers::fail(QLatin1StringView id, const QString &detail, qint64 offset)
{
    if (!m_problem)
        m_problem = base::Error{id, detail, offset};
}

Value JwkMembers::member(const char *name, bool required)
{
    const qsizetype count = m_jwk.isObject() ? m_jwk.count(name) : 0;
    const QString detail = QString::fromLatin1(name);
    if (count > 1)
        fail("key.member_duplicate"_L1, detail, m_jwk.member(name).nameSpan().start);
    else if (count == 0 && required)
        fail("key.member_missing"_L1, detail, m_jwk.span().start);
    return count == 1 ? m_jwk.member(name) : Value();
}

std::optional<QString> JwkMembers::text(const char *name)
{
    const Value value = member(name, false);
    if (!value)
        return {};
    if (!value.isString())
        fail("key.member_type"_L1, QString::fromLatin1(name), value.span().start);
    return value.toString();
}

QString JwkMembers::requiredText(const char *name)
{
    const Value value = member(name, true);
    if (value && !value.isString())
        fail("key.member_type"_L1, QString::fromLatin1(name), value.span().start);
    return value.toString();
}

std::optional<QStringList> JwkMembers::textList(const char *name)
{
    const Value value = member(name, false);
    if (!value)
        return {};
    if (!value.isStringList())
        fail("key.member_type"_L1, QString::fromLatin1(name), value.span().start);
    return value.toStringList();
}

QByteArray JwkMembers::octets(const char *name)
{
    const Value value = member(name, true);
    if (!value)
        return {};
    if (!value.isString()) {
        fail("key.member_type"_L1, QString::fromLatin1(name), value.span().start);
        return {};
    }
    auto decoded = base64url::decode(value.toUtf8());
    if (!decoded) {
        const qint64 inside = std::max<qint64>(decoded.error().offset, 0);
        fail("key.member_encoding"_L1, QString::fromLatin1(name), value.span().start + 1 + inside);
        return {};
    }
    return *decoded;
}

QByteArray JwkMembers::number(const char *name)
{
    const QByteArray sent = octets(name);
    QByteArray value = withoutLeadingZeros(sent);
    if (value.size() != sent.size())
        noteLength(name, value.size(), sent.size());
    return value;
}

QByteArray JwkMembers::coordinate(const char *name, int octetCount)
{
    QByteArray sent = octets(name);
    if (sent.size() == octetCount || m_problem)
        return sent;
    const QByteArray value = withoutLeadingZeros(sent);
    if (value.size() > octetCount || value.isEmpty()) {
        fail("key.size"_L1, QString::fromLatin1(name), m_jwk.member(name).span().start);
        return {};
    }
    noteLength(name, octetCount, sent.size());
    return QByteArray(octetCount - value.size(), '\0') + value;
}

void JwkMembers::noteLength(const char *name, qsizetype expected, qsizetype found)
{
    m_findings.append({.id = "key.member_length"_L1,
                       .outcome = base::Outcome::Warn,
                       .subject = QString::fromLatin1(name),
                       .expected = QString::number(expected),
                       .found = QString::number(found),
                       .spec = "RFC 7518 section 6"_L1,
                       .span = m_jwk.member(name).span()});
}

QByteArray publicText(const Value &jwk, bool *removed)
{
    QByteArray text;
    *removed = false;
    for (const Value &member : jwk) {
        if (isPrivate(member)) {
            *removed = true;
            continue;
        }
        const base::Span name = member.nameSpan();
        const base::Span value = member.span();
        const qint64 origin = jwk.span().start;
        text += text.isEmpty() ? "{" : ",";
        text += jwk.text().sliced(name.start - origin, name.size());
        text += ':';
        text += jwk.text().sliced(value.start - origin, value.size());
    }
    return *removed ? (text.isEmpty() ? "{}"_ba : text + '}') : jwk.text().toByteArray();
}

} // namespace jose
