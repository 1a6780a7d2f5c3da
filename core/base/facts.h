// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAnyStringView>
#include <QLatin1StringView>
#include <QList>
#include <QVariant>

#include <initializer_list>

namespace base {

struct Fact
{
    QLatin1StringView name{}; //!< Names static storage.
    QVariant value{};

    friend bool operator==(const Fact &, const Fact &) = default;
};

//! A few named values, in the order in which they came. A judgement makes dozens of them a second,
//! so they lie side by side instead of in a tree.
class Facts
{
public:
    Facts() = default;
    //! Every name once.
    Facts(std::initializer_list<Fact> facts)
        : m_facts(facts)
    {
    }

    //! In place of the value that had this name, if one had.
    void insert(QLatin1StringView name, QVariant value);
    void insert(const Facts &others);

    [[nodiscard]] bool contains(QAnyStringView name) const { return find(name) >= 0; }
    [[nodiscard]] QVariant value(QAnyStringView name, const QVariant &otherwise = {}) const;

    [[nodiscard]] auto begin() { return m_facts.begin(); }
    [[nodiscard]] auto end() { return m_facts.end(); }
    [[nodiscard]] auto begin() const { return m_facts.cbegin(); }
    [[nodiscard]] auto end() const { return m_facts.cend(); }

    friend bool operator==(const Facts &, const Facts &) = default;

private:
    [[nodiscard]] qsizetype find(QAnyStringView name) const;

    QList<Fact> m_facts;
};

} // namespace base

Q_DECLARE_TYPEINFO(base::Fact, Q_RELOCATABLE_TYPE);
