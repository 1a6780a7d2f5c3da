// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/keysmodel.h"

#include "core/base/escape.h"
#include "core/report/wording.h"
#include "core/verdict/snapshots.h"

#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasIssuerKeys(const verdict::Evidence &evidence)
{
    return evidence.snapshot && !evidence.snapshot->keys.isEmpty();
}

//! As the verifier was handed them: the issuer's set first, then what the person gave.
QList<jose::KeySet> setsOf(const verdict::Evidence &evidence)
{
    QList<jose::KeySet> sets;
    if (hasIssuerKeys(evidence) && verdict::mayUseKeys(*evidence.snapshot))
        sets.append(evidence.snapshot->keys);
    return sets + evidence.given;
}

//! Of an attempt: found by its place, and by its label where sets were added that are not ours to
//! see (keys of the token itself).
jose::KeyEntry entryOf(const jose::Attempt &attempt, const QList<jose::KeySet> &sets)
{
    const auto fits = [&attempt](const jose::KeySet &set) {
        return set.origin() == attempt.origin && attempt.entry < set.size()
            && set.entries().at(attempt.entry).label == attempt.label;
    };
    if (attempt.set < sets.size() && fits(sets.at(attempt.set)))
        return sets.at(attempt.set).entries().at(attempt.entry);
    const auto other = std::find_if(sets.begin(), sets.end(), fits);
    if (other != sets.end())
        return other->entries().at(attempt.entry);
    jose::KeyEntry unknown;
    unknown.label = attempt.label;
    return unknown;
}

QString typeText(const jose::Key &key)
{
    if (key.isNull())
        return {};
    constexpr std::array names{"RSA"_L1, "EC"_L1, "OKP"_L1, "oct"_L1};
    const QLatin1StringView type = names.at(static_cast<std::size_t>(key.type()));
    return key.curve().isEmpty() ? type + u' ' + QString::number(key.bits())
                                 : type + u' ' + key.curve();
}

QStringList findingIds(const base::Findings &findings)
{
    QStringList ids;
    for (const base::Finding &finding : findings)
        ids.append(finding.id);
    return ids;
}

} // namespace

KeysModel::KeysModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void KeysModel::setExamination(const verdict::Examination &examination)
{
    beginResetModel();
    m_rows.clear();
    m_verifiedRow = -1;
    const QList<jose::KeySet> sets = setsOf(examination.evidence);
    if (!examination.signatures.isEmpty()) {
        const jose::SignatureResult &result = examination.signatures.first();
        for (const jose::Attempt &attempt : result.attempts)
            m_rows.append({entryOf(attempt, sets), attempt});
        m_verifiedRow = static_cast<int>(result.verifiedBy);
    }
    if (m_rows.isEmpty()) {
        const bool isSigned = !examination.signatures.isEmpty();
        for (const jose::KeySet &set : sets)
            appendUntried(set, isSigned ? Untried::SignatureStopped : Untried::NoSignature);
    }
    if (hasIssuerKeys(examination.evidence) && !verdict::mayUseKeys(*examination.evidence.snapshot))
        appendUntried(examination.evidence.snapshot->keys, Untried::ForeignIssuer);
    endResetModel();
}

void KeysModel::appendUntried(const jose::KeySet &set, Untried why)
{
    for (const jose::KeyEntry &entry : set.entries()) {
        jose::Attempt untried;
        untried.origin = set.origin();
        untried.label = entry.label;
        if (entry.problem)
            untried.match = jose::Match::Unusable;
        m_rows.append({entry, untried, why});
    }
}

const jose::KeyEntry *KeysModel::entry(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).entry : nullptr;
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeysModel::originText(jose::KeyOrigin origin)
{
    const std::array names{tr("issuer"), tr("URL"), tr("file"), tr("secret"),
                           tr("the token itself")};
    return names.at(static_cast<std::size_t>(origin));
}

QString KeysModel::untriedText(Untried why)
{
    const std::array names{QString(), tr("not tried: there is no signature to try it on"),
                           tr("not tried: the discovery document names another issuer"),
                           tr("not tried: the signature could not be computed, Checks says why")};
    return names.at(static_cast<std::size_t>(why));
}

QString KeysModel::displayText(const Row &row, int column) const
{
    const jose::Key &key = row.entry.key;
    switch (column) {
    case KeyColumn:
        return base::escape::visible(row.entry.label);
    case TypeColumn:
        return typeText(key);
    case AlgorithmColumn:
        return key.isNull() ? QString() : base::escape::visible(key.algorithm());
    case OriginColumn:
        return originText(row.attempt.origin);
    default:
        return row.untried == Untried::No || row.entry.problem ? report::attemptText(row.attempt)
                                                               : untriedText(row.untried);
    }
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const jose::Key &key = row.entry.key;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case MatchRole:
        return static_cast<int>(row.attempt.match);
    case OriginRole:
        return static_cast<int>(row.attempt.origin);
    case ProblemRole:
        return row.entry.problem ? QString(row.entry.problem->id) : QString();
    case FindingsRole:
        return findingIds(row.entry.findings);
    default:
        break;
    }
    if (key.isNull())
        return {};
    switch (role) {
    case ThumbprintRole:
        return QString::fromLatin1(key.thumbprint());
    case JsonRole:
        return QString::fromUtf8(key.json().bytes());
    case UseRole:
        return key.use();
    case OperationsRole:
        return key.operations();
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return {};
    const std::array names{tr("Key"), tr("Type"), tr("Algorithm"), tr("From"), tr("Result")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace ui
