// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/findingsmodel.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

int rank(base::Outcome outcome)
{
    constexpr std::array order{base::Outcome::Fail, base::Outcome::Warn, base::Outcome::Pass,
                               base::Outcome::Skipped};
    return static_cast<int>(std::find(order.begin(), order.end(), outcome) - order.begin());
}

struct TextRole
{
    int role;
    QString report::Wording::*text;
};
constexpr std::array textRoles{
    TextRole{FindingsModel::TitleRole, &report::Wording::title},
    TextRole{FindingsModel::ExplanationRole, &report::Wording::explanation},
    TextRole{FindingsModel::ActionRole, &report::Wording::action},
    TextRole{FindingsModel::SpecRole, &report::Wording::spec},
    TextRole{FindingsModel::SpecUrlRole, &report::Wording::specUrl},
};
constexpr std::array columnTexts{&report::Wording::subject, &report::Wording::found,
                                 &report::Wording::inShort};

bool sameTexts(const report::Wording &a, const report::Wording &b)
{
    const auto same = [&](auto text) { return a.*text == b.*text; };
    return std::all_of(columnTexts.begin(), columnTexts.end(), same)
        && std::all_of(textRoles.begin(), textRoles.end(),
                       [&](const TextRole &row) { return same(row.text); });
}

} // namespace

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<FindingsModel::Row> FindingsModel::rowsOf(const verdict::Verdict &verdict,
                                                const base::Findings &carrying)
{
    QList<Row> rows;
    rows.reserve(verdict.findings.size());
    QHash<QString, int> seen;
    for (const base::Finding &finding : verdict.findings) {
        const int nth = seen[finding.subject]++;
        rows.append({finding.subject + QLatin1Char('\n') + QString::number(nth), finding,
                     report::word(finding, verdict), false});
    }
    for (const base::Finding &finding : carrying) {
        report::Wording wording = report::word(finding, verdict);
        wording.subject = tr("Carrying: %1").arg(wording.subject);
        rows.append({QStringLiteral("carrying\n") + finding.id, finding, wording, true});
    }
    return rows;
}

void FindingsModel::setVerdict(const verdict::Verdict &verdict, const base::Findings &carrying)
{
    QList<Row> wanted = rowsOf(verdict, carrying);
    m_primaryKey = verdict.primary >= 0 ? wanted.at(verdict.primary).key : QString();
    const auto wrong = std::find_if(wanted.begin(), wanted.end(), [](const Row &row) {
        return row.isCarrying && row.finding.outcome == base::Outcome::Fail;
    });
    if (verdict.decision != verdict::Decision::Rejected && wrong != wanted.end())
        m_primaryKey = wrong->key;
    std::stable_sort(wanted.begin(), wanted.end(), [](const Row &a, const Row &b) {
        return rank(a.finding.outcome) < rank(b.finding.outcome);
    });
    removeGone(wanted);
    placeAll(std::move(wanted));
    Q_EMIT countsChanged();
}

void FindingsModel::removeGone(const QList<Row> &wanted)
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        const QString &key = m_rows.at(row).key;
        const bool stays = std::any_of(wanted.begin(), wanted.end(),
                                       [&key](const Row &other) { return other.key == key; });
        if (!stays) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
}

void FindingsModel::placeAll(QList<Row> wanted)
{
    for (int row = 0; row < wanted.size(); ++row) {
        const int old = rowOfKey(wanted.at(row).key, row);
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, std::move(wanted[row]));
            endInsertRows();
            continue;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_rows.move(old, row);
            endMoveRows();
        }
        update(row, std::move(wanted[row]));
    }
}

void FindingsModel::update(int row, Row wanted)
{
    Row &current = m_rows[row];
    if (current.finding == wanted.finding && sameTexts(current.wording, wanted.wording))
        return;
    current = std::move(wanted);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int FindingsModel::rowOfKey(const QString &key, int from) const
{
    const auto found = std::find_if(m_rows.begin() + from, m_rows.end(),
                                    [&key](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FindingsModel::count(base::Outcome outcome) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [outcome](const Row &row) {
        return row.finding.outcome == outcome;
    }));
}

const base::Finding *FindingsModel::finding(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).finding : nullptr;
}

const report::Wording *FindingsModel::wording(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).wording : nullptr;
}

int FindingsModel::primaryRow() const
{
    return m_primaryKey.isEmpty() ? -1 : rowOfKey(m_primaryKey, 0);
}

int FindingsModel::tellingRow() const
{
    const int primary = primaryRow();
    const bool isWrong = !m_rows.isEmpty() && m_rows.first().finding.outcome != base::Outcome::Pass;
    if (primary >= 0 || isWrong)
        return std::max(0, primary);
    const auto signature = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.finding.id.startsWith("signature."_L1);
    });
    return signature == m_rows.end() ? 0 : static_cast<int>(signature - m_rows.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.wording.*columnTexts.at(static_cast<std::size_t>(index.column()));
    case IdRole:
        return QString(row.finding.id);
    case OutcomeRole:
        return static_cast<int>(row.finding.outcome);
    case SubjectRole:
        return row.finding.subject;
    case ExpectedRole:
        return row.finding.expected;
    case FoundRole:
        return row.finding.found;
    case IsCarryingRole:
        return row.isCarrying;
    default:
        break;
    }
    const auto text = std::find_if(textRoles.begin(), textRoles.end(),
                                   [role](const TextRole &known) { return known.role == role; });
    return text == textRoles.end() ? QVariant() : row.wording.*(text->text);
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return {};
    const std::array names{tr("Check"), tr("Found"), tr("In short")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace ui
