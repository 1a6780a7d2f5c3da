// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/looks.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"

#include <QGuiApplication>

#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

base::Outcome outcomeOf(const QModelIndex &source)
{
    return static_cast<base::Outcome>(source.data(FindingsModel::OutcomeRole).toInt());
}

} // namespace

QString outcomeName(base::Outcome outcome)
{
    constexpr std::array names{
        QT_TRANSLATE_NOOP("ui::Looks", "passed"), QT_TRANSLATE_NOOP("ui::Looks", "warning"),
        QT_TRANSLATE_NOOP("ui::Looks", "failed"), QT_TRANSLATE_NOOP("ui::Looks", "not checked")};
    return QCoreApplication::translate("ui::Looks", names.at(static_cast<std::size_t>(outcome)));
}

QVariant Looks::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    switch (role) {
    case Qt::DecorationRole:
        return decoration(source);
    case Qt::ForegroundRole:
        return foreground(source);
    case Qt::FontRole:
        return isMonospace(source) ? monospace(QGuiApplication::font()) : QVariant();
    case Qt::ToolTipRole:
        return plaintext::tip(tip(source));
    case Qt::AccessibleTextRole: {
        const QString said = state(source);
        const QString text = source.data(Qt::DisplayRole).toString();
        return said.isEmpty() ? text : text + u", "_s + said;
    }
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant Looks::decoration(const QModelIndex &) const
{
    return {};
}

QVariant Looks::foreground(const QModelIndex &) const
{
    return {};
}

bool Looks::isMonospace(const QModelIndex &) const
{
    return false;
}

QString Looks::tip(const QModelIndex &source) const
{
    return source.data(Qt::DisplayRole).toString();
}

QString Looks::state(const QModelIndex &) const
{
    return {};
}

QVariant FindingLooks::decoration(const QModelIndex &source) const
{
    if (source.column() != FindingsModel::CheckColumn)
        return {};
    const Look seen = look(outcomeOf(source));
    return icon(seen.symbol, seen.text);
}

QVariant FindingLooks::foreground(const QModelIndex &source) const
{
    const bool isAside = source.column() == FindingsModel::ShortColumn;
    return isAside ? color(ColorRole::Muted) : QVariant();
}

bool FindingLooks::isMonospace(const QModelIndex &source) const
{
    return source.column() == FindingsModel::FoundColumn;
}

QString FindingLooks::state(const QModelIndex &source) const
{
    return source.column() == FindingsModel::CheckColumn ? outcomeName(outcomeOf(source))
                                                         : QString();
}

QVariant ClaimLooks::decoration(const QModelIndex &source) const
{
    if (source.column() != ClaimsModel::NameColumn
        || !source.data(ClaimsModel::IsDuplicateRole).toBool())
        return {};
    return icon(Symbol::Warning, ColorRole::Warning);
}

QVariant ClaimLooks::foreground(const QModelIndex &source) const
{
    const bool isAside = source.column() == ClaimsModel::TimeColumn
        || source.column() == ClaimsModel::MeaningColumn;
    return isAside ? color(ColorRole::Muted) : QVariant();
}

bool ClaimLooks::isMonospace(const QModelIndex &source) const
{
    return source.column() <= ClaimsModel::ValueColumn;
}

QString ClaimLooks::tip(const QModelIndex &source) const
{
    switch (source.column()) {
    case ClaimsModel::ValueColumn:
        return source.data(Qt::DisplayRole).toString();
    case ClaimsModel::TimeColumn: {
        QStringList lines;
        for (const int role :
             {ClaimsModel::LocalTimeRole, ClaimsModel::UtcTimeRole, ClaimsModel::RelativeTimeRole})
            lines.append(source.data(role).toString());
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case ClaimsModel::MeaningColumn:
        return QStringList{source.data(Qt::DisplayRole).toString(),
                           source.data(ClaimsModel::SourceRole).toString()}
            .join(u'\n')
            .trimmed();
    default:
        return state(source).isEmpty() ? source.data(ClaimsModel::PointerRole).toString()
                                       : state(source);
    }
}

QString ClaimLooks::state(const QModelIndex &source) const
{
    const bool isDouble = source.column() == ClaimsModel::NameColumn
        && source.data(ClaimsModel::IsDuplicateRole).toBool();
    return isDouble ? tr("this name occurs more than once") : QString();
}

QVariant KeyLooks::decoration(const QModelIndex &source) const
{
    if (source.column() != KeysModel::KeyColumn)
        return {};
    switch (static_cast<jose::Match>(source.data(KeysModel::MatchRole).toInt())) {
    case jose::Match::Verified:
        return icon(Symbol::Accepted, ColorRole::Accepted);
    case jose::Match::WrongSignature:
    case jose::Match::SignatureLength:
        return icon(Symbol::Rejected, ColorRole::Rejected);
    case jose::Match::Unusable:
    case jose::Match::NeverForPass:
        return icon(Symbol::Warning, ColorRole::Warning);
    default:
        return icon(Symbol::Skipped, ColorRole::Muted);
    }
}

bool KeyLooks::isMonospace(const QModelIndex &source) const
{
    return source.column() == KeysModel::KeyColumn;
}

namespace {

base::Outcome carryingOf(const QModelIndex &source)
{
    return static_cast<base::Outcome>(source.data(SightingsModel::CarryingRole).toInt());
}

} // namespace

QVariant SightingLooks::decoration(const QModelIndex &source) const
{
    if (source.column() != SightingsModel::CarrierColumn)
        return {};
    const QVariant decision = source.data(SightingsModel::DecisionRole);
    if (carryingOf(source) == base::Outcome::Fail)
        return icon(Symbol::Rejected, ColorRole::Rejected);
    if (!decision.isValid())
        return icon(Symbol::Skipped, ColorRole::Muted);
    const Look seen = look(static_cast<verdict::Decision>(decision.toInt()));
    return icon(seen.symbol, seen.text);
}

QVariant SightingLooks::foreground(const QModelIndex &source) const
{
    const int status = source.data(SightingsModel::StatusRole).toInt();
    if (source.column() == SightingsModel::StatusColumn && status >= 400)
        return color(ColorRole::Rejected);
    const bool isAside = source.column() == SightingsModel::TimeColumn
        || source.column() == SightingsModel::KindColumn;
    return isAside ? color(ColorRole::Muted) : QVariant();
}

bool SightingLooks::isMonospace(const QModelIndex &) const
{
    return false;
}

//! All of the row: in a narrow list some columns are not there.
QString SightingLooks::tip(const QModelIndex &source) const
{
    QStringList lines;
    for (int column = 0; column < SightingsModel::ColumnCount; ++column) {
        const QString text = source.siblingAtColumn(column).data().toString();
        if (!text.isEmpty())
            lines.append(
                source.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                + u": "_s + text);
    }
    lines.append(state(source.siblingAtColumn(SightingsModel::CarrierColumn)));
    return lines.join(u'\n');
}

QString SightingLooks::state(const QModelIndex &source) const
{
    if (source.column() != SightingsModel::CarrierColumn)
        return {};
    const std::array decisions{tr("accepted"), tr("rejected"), tr("cannot tell")};
    const QVariant decision = source.data(SightingsModel::DecisionRole);
    const QString judged = decision.isValid()
        ? decisions.at(static_cast<std::size_t>(decision.toInt()))
        : tr("not judged yet");
    return carryingOf(source) == base::Outcome::Fail ? judged + u", "_s + tr("sent wrongly")
                                                     : judged;
}

} // namespace ui
