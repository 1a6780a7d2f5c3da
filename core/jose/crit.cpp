// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headercheck.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

// RFC 7515 section 4.1 and RFC 7518: every reader knows these, so calling them critical is refused.
constexpr std::array registered{"alg", "jku",      "jwk", "kid", "x5u", "x5c",
                                "x5t", "x5t#S256", "typ", "cty", "crit"};
// What this reader understands beyond them.
constexpr std::array understood{"b64"};

template <typename Names>
bool contains(const Names &names, const QByteArray &name)
{
    return std::ranges::any_of(names, [&](const char *known) { return name == known; });
}

Refusal refused(QLatin1StringView reason, const QString &detail = {})
{
    return {reason, detail, -1};
}

//! The names of `crit`, once it is sure that they are names.
std::optional<Refusal> readNames(const Value &crit, QList<QByteArray> &names)
{
    if (!crit.isArray())
        return refused("crit.type"_L1, QString::fromUtf8(crit.text()));
    for (const Value &name : crit) {
        if (!name.isString())
            return refused("crit.type"_L1, QString::fromUtf8(name.text()));
        names.append(name.toUtf8());
    }
    if (names.isEmpty())
        return refused("crit.empty"_L1);
    return {};
}

std::optional<Refusal> checkName(const QByteArray &name, const JudgedMembers &members)
{
    const QString text = QString::fromUtf8(name);
    if (contains(registered, name))
        return refused("crit.registered"_L1, text);
    if (!members.hasMember(name))
        return refused("crit.absent_member"_L1, text);
    if (!contains(understood, name))
        return refused("crit.unknown"_L1, text);
    return {};
}

std::optional<Refusal> checkNames(const QList<QByteArray> &names, const JudgedMembers &members)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names.indexOf(names[i], i + 1) >= 0)
            return refused("crit.duplicate"_L1, QString::fromUtf8(names[i]));
        if (auto refusal = checkName(names[i], members))
            return refusal;
    }
    return {};
}

// RFC 7797 sections 3 and 6: a payload that is not encoded is only safe where a reader that does
// not know b64 must refuse it.
std::optional<Refusal> checkUnencoded(const Value &b64, bool critical)
{
    if (!b64.isBool())
        return refused("b64.type"_L1, QString::fromUtf8(b64.text()));
    if (!b64.isTrue() && !critical)
        return refused("b64.without_crit"_L1, u"b64"_s);
    return {};
}

} // namespace

std::optional<Refusal> checkCritical(const JudgedMembers &members)
{
    for (const auto name : {JudgedMembers::Crit, JudgedMembers::B64}) {
        if (members.open(name))
            return refused("crit.unprotected"_L1, QString(JudgedMembers::names.at(name)));
    }
    QList<QByteArray> names;
    if (const Value crit = members.sealed(JudgedMembers::Crit)) {
        if (auto refusal = readNames(crit, names))
            return refusal;
        if (auto refusal = checkNames(names, members))
            return refusal;
    }
    const Value b64 = members.sealed(JudgedMembers::B64);
    return b64 ? checkUnencoded(b64, names.contains("b64"_ba)) : std::nullopt;
}

} // namespace jose
