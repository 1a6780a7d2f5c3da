// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/keysetbuilder.h"

#include "core/jose/keydata.h"

#include <QMap>

#include <algorithm>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBroken(const KeyEntry &entry)
{
    return entry.problem.has_value();
}

bool lacksKid(const KeyEntry &entry)
{
    return !entry.problem && !entry.kid;
}

bool isSecret(const KeyEntry &entry)
{
    return !entry.problem && entry.key.type() == KeyType::Oct;
}

bool hasPrivatePart(const KeyEntry &entry)
{
    return !entry.problem && entry.key.cameWithPrivatePart();
}

bool everybodyCanFetch(KeyOrigin origin)
{
    return origin == KeyOrigin::Issuer || origin == KeyOrigin::Url;
}

} // namespace

KeySetBuilder::KeySetBuilder(KeyOrigin origin, Naming naming)
    : m_naming(naming)
{
    m_set.m_origin = origin;
}

void KeySetBuilder::add(const base::Result<Key> &key, std::optional<QString> kid)
{
    KeyEntry entry;
    entry.kid = std::move(kid);
    if (key) {
        entry.key = *key;
        entry.findings = key->findings();
        entry.kid = key->data().kid;
    } else {
        entry.problem = key.error();
    }
    m_set.m_entries.append(std::move(entry));
}

KeySet KeySetBuilder::finished(QByteArray source)
{
    label();
    judge();
    const bool confidential = std::ranges::any_of(m_set.m_entries, [](const KeyEntry &entry) {
        return isSecret(entry) || hasPrivatePart(entry) || isBroken(entry);
    });
    if (!confidential)
        m_set.m_source = std::move(source);
    return m_set;
}

void KeySetBuilder::label()
{
    const qsizetype size = m_set.m_entries.size();
    for (qsizetype i = 0; i < size; ++i) {
        KeyEntry &entry = m_set.m_entries[i];
        entry.label = entry.kid.value_or(u"key %1 of %2"_s.arg(i + 1).arg(size));
    }
}

void KeySetBuilder::judge()
{
    const QList<KeyEntry> &entries = m_set.m_entries;
    if (entries.isEmpty())
        m_set.m_findings.append({.id = "keyset.empty"_L1,
                                 .outcome = base::Outcome::Warn,
                                 .subject = u"keys"_s,
                                 .spec = "RFC 7517 section 5.1"_L1});
    judgeKids();
    warn("keyset.private_members"_L1, labelsWhere(hasPrivatePart), "RFC 7517 section 9.2"_L1);
    if (everybodyCanFetch(m_set.m_origin))
        warn("keyset.secret_published"_L1, labelsWhere(isSecret), "RFC 7517 section 9.2"_L1);
    warn("keyset.broken_member"_L1, labelsWhere(isBroken), "RFC 7517 section 5"_L1);
}

void KeySetBuilder::judgeKids()
{
    QMap<QString, int> uses;
    for (const KeyEntry &entry : m_set.m_entries) {
        if (entry.kid)
            ++uses[*entry.kid];
    }
    QStringList repeated;
    for (auto row = uses.cbegin(); row != uses.cend(); ++row) {
        if (row.value() > 1)
            repeated.append(row.key());
    }
    warn("keyset.duplicate_kid"_L1, repeated, "RFC 7517 section 4.5"_L1);
    if (m_set.m_entries.size() > 1 && m_naming == Naming::ByKid)
        warn("keyset.kid_missing"_L1, labelsWhere(lacksKid), "RFC 7517 section 4.5"_L1);
}

void KeySetBuilder::warn(QLatin1StringView id, const QStringList &labels, QLatin1StringView spec)
{
    if (labels.isEmpty())
        return;
    m_set.m_findings.append({.id = id,
                             .outcome = base::Outcome::Warn,
                             .subject = u"keys"_s,
                             .found = labels.join(u", "_s),
                             .facts = {{"count"_L1, static_cast<int>(labels.size())},
                                       {"keys"_L1, labels},
                                       {"published"_L1, everybodyCanFetch(m_set.m_origin)}},
                             .spec = spec});
}

QStringList KeySetBuilder::labelsWhere(bool (*predicate)(const KeyEntry &entry)) const
{
    QStringList labels;
    for (const KeyEntry &entry : m_set.m_entries) {
        if (predicate(entry))
            labels.append(entry.label);
    }
    return labels;
}

} // namespace jose
