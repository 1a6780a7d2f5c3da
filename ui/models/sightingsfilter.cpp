// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/sightingsfilter.h"

#include "ui/models/sightingsmodel.h"

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Field
{
    QLatin1StringView name{};
    //! Where the word may stand: texts of columns and roles of the row.
    QString (*text)(const QModelIndex &row) = nullptr;
};

QString shownIn(const QModelIndex &row, int column)
{
    return row.siblingAtColumn(column).data().toString();
}

template <int role>
QString fact(const QModelIndex &row)
{
    return row.data(role).toString();
}

QString kindOf(const QModelIndex &row)
{
    return shownIn(row, SightingsModel::KindColumn) + u' ' + fact<SightingsModel::KindRole>(row);
}

QString carrierOf(const QModelIndex &row)
{
    return shownIn(row, SightingsModel::CarrierColumn) + u' '
        + fact<SightingsModel::CarrierTypeRole>(row);
}

QString verdictOf(const QModelIndex &row)
{
    const QVariant decision = row.data(SightingsModel::DecisionRole);
    return decision.isNull() ? QString()
                             : QString(verdict::name(verdict::Decision(decision.toInt())));
}

constexpr std::array fields{
    Field{"host"_L1, fact<SightingsModel::HostRole>},
    Field{"path"_L1, fact<SightingsModel::PathRole>},
    Field{"method"_L1, fact<SightingsModel::MethodRole>},
    Field{"status"_L1, fact<SightingsModel::StatusRole>},
    Field{"subject"_L1, fact<SightingsModel::SubjectRole>},
    Field{"kind"_L1, kindOf},
    Field{"carrier"_L1, carrierOf},
    Field{"verdict"_L1, verdictOf},
};

bool isField(QStringView name)
{
    return std::any_of(fields.begin(), fields.end(),
                       [name](const Field &field) { return field.name == name; });
}

} // namespace

SightingsFilter::SightingsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SightingsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void SightingsFilter::setText(const QString &text)
{
    m_words.clear();
    const QStringList typed = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        const QString name = word.section(u':', 0, 0).toLower();
        const bool isNamed = word.contains(u':') && isField(name);
        m_words.append(isNamed ? Word{name, word.section(u':', 1)} : Word{{}, word});
    }
    invalidateFilter();
}

bool SightingsFilter::holds(int row, const Word &word) const
{
    const QModelIndex index = sourceModel()->index(row, 0);
    const auto isThere = [&](const Field &field) {
        return (word.field.isEmpty() || word.field == field.name)
            && field.text(index).contains(word.text, Qt::CaseInsensitive);
    };
    // Of a URL also what the columns leave out.
    return std::any_of(fields.begin(), fields.end(), isThere)
        || (word.field.isEmpty()
            && fact<SightingsModel::UrlRole>(index).contains(word.text, Qt::CaseInsensitive));
}

bool SightingsFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [this, row](const Word &word) { return holds(row, word); });
}

} // namespace ui
