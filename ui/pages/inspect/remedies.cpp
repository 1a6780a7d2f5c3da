// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/remedies.h"

#include "core/base/escape.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Remedies", text);
}

DetailAction action(Remedy remedy, const QString &text, const QString &argument = {})
{
    return {static_cast<int>(remedy), argument, text};
}

//! The audiences of the token; more than a few would bury the rest.
QList<DetailAction> audienceOffers(const base::Finding &finding, const Possibilities &)
{
    constexpr qsizetype most = 3;
    const bool isClient = finding.facts.value(u"clientId"_s).toBool();
    QStringList offers = finding.facts.value(u"offers"_s).toStringList();
    if (offers.isEmpty())
        offers = finding.facts.value(u"audiences"_s).toStringList();
    QList<DetailAction> actions;
    for (const QString &offer : offers.mid(0, most)) {
        const QString shown = base::escape::visible(offer);
        actions.append(isClient ? action(Remedy::RequireClientId,
                                         tr("Require this client ID: %1").arg(shown), offer)
                                : action(Remedy::RequireAudience,
                                         tr("Require this audience: %1").arg(shown), offer));
    }
    return actions;
}

QList<DetailAction> fetchOffers(const base::Finding &, const Possibilities &possible)
{
    QList<DetailAction> actions;
    if (possible.hasIssuer)
        actions.append(action(Remedy::FetchKeys, tr("Fetch keys")));
    if (!possible.tokenHost.isEmpty())
        actions.append(action(Remedy::FetchFromToken,
                              tr("Fetch from the token's own issuer: %1")
                                  .arg(base::escape::visible(possible.tokenHost)),
                              possible.tokenHost));
    return actions;
}

QList<DetailAction> refetchOffers(const base::Finding &, const Possibilities &possible)
{
    if (!possible.hasIssuer)
        return {};
    return {action(Remedy::FetchKeys, tr("Fetch keys again"))};
}

QList<DetailAction> confirmOffers(const base::Finding &, const Possibilities &possible)
{
    if (!possible.isUnconfirmed)
        return {};
    return {action(Remedy::ConfirmIssuer, tr("This is my issuer"))};
}

QList<DetailAction> innerOffers(const base::Finding &, const Possibilities &)
{
    return {action(Remedy::OpenInner, tr("Inspect the token inside"))};
}

struct Row
{
    QLatin1StringView id{};
    QList<DetailAction> (*offers)(const base::Finding &, const Possibilities &) = nullptr;
};
constexpr std::array table{
    Row{"audience.not_given"_L1, audienceOffers}, Row{"audience.mismatch"_L1, audienceOffers},
    Row{"signature.no_keys"_L1, fetchOffers},     Row{"signature.keys_unavailable"_L1, fetchOffers},
    Row{"issuer.not_given"_L1, fetchOffers},      Row{"kid.unknown"_L1, refetchOffers},
    Row{"key.unreadable"_L1, refetchOffers},      Row{"signature.mismatch"_L1, refetchOffers},
    Row{"key.no_fit"_L1, refetchOffers},          Row{"issuer.unconfirmed"_L1, confirmOffers},
    Row{"form.nested"_L1, innerOffers},
};

} // namespace

QList<DetailAction> remediesFor(const base::Finding &finding, const Possibilities &possible)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&finding](const Row &known) { return known.id == finding.id; });
    return row == table.end() ? QList<DetailAction>() : row->offers(finding, possible);
}

} // namespace ui
