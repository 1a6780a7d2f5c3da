// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimsmodel.h"

#include "core/report/times.h"

#include <array>

namespace ui {

using base::json::Value;

namespace {

//! The node whose children stand at the top: the root, or (for a root that is no container) nobody,
//! so that the scalar itself is the only row.
constexpr qsizetype scalarRoot = -2;

bool isContainer(const Value &value)
{
    return value.isObject() || value.isArray();
}

} // namespace

ClaimsModel::ClaimsModel(ClaimSet set, QObject *parent)
    : QAbstractItemModel(parent)
    , m_set(set)
{
}

void ClaimsModel::setDocument(const base::json::Document &document)
{
    beginResetModel();
    m_document = document;
    m_levels.clear();
    m_rows.clear();
    endResetModel();
}

void ClaimsModel::setNow(const report::Standpoint &now)
{
    m_now = now;
    if (m_timeForm == TimeForm::Relative)
        refreshTimes();
}

void ClaimsModel::setTimeForm(TimeForm form)
{
    if (form == m_timeForm)
        return;
    m_timeForm = form;
    refreshTimes();
}

void ClaimsModel::refreshTimes()
{
    const Level &top = level(parentValue({}));
    for (int row = 0; row < top.size(); ++row) {
        if (claimfacts::instant(m_document.value(top.at(row)), m_set)) {
            const QModelIndex changed = index(row, TimeColumn);
            Q_EMIT dataChanged(changed, changed, {Qt::DisplayRole, RelativeTimeRole});
        }
    }
}

const ClaimsModel::Level &ClaimsModel::level(const Value &parent) const
{
    const bool isScalar = !parent.isPresent() || !isContainer(parent);
    const qsizetype key = isScalar ? scalarRoot : parent.index();
    const auto known = m_levels.constFind(key);
    if (known != m_levels.constEnd())
        return *known;
    Level children;
    if (isScalar) {
        if (m_document.root().isPresent() && !isContainer(m_document.root()))
            children.append(m_document.root().index());
        return *m_levels.insert(key, children);
    }
    children.reserve(parent.size());
    for (const Value child : parent)
        children.append(child.index());
    return *m_levels.insert(key, children);
}

Value ClaimsModel::parentValue(const QModelIndex &parent) const
{
    return parent.isValid() ? value(parent) : m_document.root();
}

Value ClaimsModel::value(const QModelIndex &index) const
{
    return index.isValid() ? m_document.value(static_cast<qsizetype>(index.internalId())) : Value();
}

QModelIndex ClaimsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const qsizetype node = level(parentValue(parent)).at(row);
    return createIndex(row, column, static_cast<quintptr>(node));
}

QModelIndex ClaimsModel::parent(const QModelIndex &index) const
{
    const Value above = value(index).parent();
    return above.parent().isPresent() ? indexOf(above) : QModelIndex();
}

QModelIndex ClaimsModel::indexOf(const Value &value) const
{
    if (!value.isPresent())
        return {};
    const qsizetype node = value.index();
    const auto known = m_rows.constFind(node);
    if (known != m_rows.constEnd())
        return createIndex(*known, 0, static_cast<quintptr>(node));
    const Value above = value.parent();
    const auto row
        = static_cast<int>(level(above.isPresent() ? above : m_document.root()).indexOf(node));
    if (row < 0)
        return {}; // the root of an object or array: it is the tree itself
    m_rows.insert(node, row);
    return createIndex(row, 0, static_cast<quintptr>(node));
}

QModelIndex ClaimsModel::indexAt(qint64 offset) const
{
    return indexOf(m_document.valueAt(offset));
}

bool ClaimsModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    return parent.isValid() ? value(parent).firstChild().isPresent()
                            : m_document.root().isPresent();
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Value above = parentValue(parent);
    if (parent.isValid() && !isContainer(above))
        return 0;
    return static_cast<int>(level(above).size());
}

int ClaimsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ClaimsModel::timeText(const Value &value, TimeForm form) const
{
    const std::optional<base::Instant> moment = claimfacts::instant(value, m_set);
    if (!moment)
        return {};
    switch (form) {
    case TimeForm::Local:
        return report::localText(*moment);
    case TimeForm::Utc:
        return report::utcText(*moment);
    case TimeForm::Relative:
        return report::relativeText(*moment, m_now);
    case TimeForm::Raw:
        break;
    }
    return QString::fromUtf8(value.text());
}

QString ClaimsModel::displayText(const Value &value, const QModelIndex &index) const
{
    switch (index.column()) {
    case NameColumn:
        return claimfacts::nameText(value, index.row());
    case ValueColumn:
        return claimfacts::valueText(value);
    case TimeColumn:
        return timeText(value, m_timeForm);
    default:
        return claimfacts::meaning(value, m_set);
    }
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Value node = value(index);
    return role == Qt::DisplayRole ? displayText(node, index) : fact(node, role);
}

QVariant ClaimsModel::fact(const Value &value, int role) const
{
    switch (role) {
    case NameRole:
        return value.name();
    case TextRole:
        return value.isString() ? value.toString() : QString::fromUtf8(value.text());
    case RawTextRole:
        return value.text().toByteArray();
    case PointerRole:
        return value.pointer();
    case SpanRole:
        return QVariant::fromValue(claimfacts::memberSpan(value));
    case ValueSpanRole:
        return QVariant::fromValue(value.span());
    case KindRole:
        return static_cast<int>(value.kind());
    case IsTimeRole:
        return claimfacts::instant(value, m_set).has_value();
    case IsDuplicateRole:
        return value.isDuplicate();
    case IsKnownRole:
        return claimfacts::info(value, m_set) != nullptr;
    case LocalTimeRole: {
        const auto moment = claimfacts::instant(value, m_set);
        return moment && !report::isInUtc(*moment) ? report::localText(*moment) : QString();
    }
    case UtcTimeRole:
        return timeText(value, TimeForm::Utc);
    case RelativeTimeRole:
        return timeText(value, TimeForm::Relative);
    default:
        return definition(value, role);
    }
}

//! What the dictionary says; nothing of custom claims.
QVariant ClaimsModel::definition(const Value &value, int role) const
{
    const verdict::ClaimInfo *described = claimfacts::info(value, m_set);
    if (described == nullptr)
        return {};
    switch (role) {
    case SourceRole:
        return described->source;
    case TypeRole:
        return described->type;
    case WhenRole:
        return described->when;
    default:
        return {};
    }
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return {};
    const std::array names{tr("Name"), tr("Value"), tr("Time"), tr("Meaning")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace ui
