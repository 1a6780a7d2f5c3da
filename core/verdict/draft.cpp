// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/draft.h"

#include "core/verdict/rules.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

// Nobody reads more of an array or object in a finding, and the countdown makes it every second.
constexpr qsizetype longestShown = 1024;

QString cut(QString text)
{
    if (text.size() > longestShown)
        text = text.left(longestShown) + QChar(u'…');
    return text;
}

} // namespace

Draft::Draft(QLatin1StringView id, const QString &subject)
{
    const Rule *rule = findRule(id);
    Q_ASSERT_X(rule, "verdict::Draft", id.data());
    m_row = rule - rules().data();
    m_finding.id = rule->id;
    m_finding.outcome = rule->outcome;
    m_finding.spec = rule->spec;
    m_finding.subject = subject;
}

Draft &Draft::outcome(base::Outcome outcome)
{
    m_finding.outcome = outcome;
    return *this;
}

Draft &Draft::spec(QLatin1StringView spec)
{
    m_finding.spec = spec;
    return *this;
}

Draft &Draft::required(bool required)
{
    m_required = required;
    return *this;
}

Draft &Draft::expected(const QString &text)
{
    m_finding.expected = text;
    return *this;
}

Draft &Draft::found(const QString &text)
{
    m_finding.found = text;
    return *this;
}

Draft &Draft::found(const base::json::Value &value)
{
    m_finding.span = value.span();
    return found(shown(value));
}

Draft &Draft::fact(QLatin1StringView name, QVariant value)
{
    m_finding.facts.insert(name, std::move(value));
    return *this;
}

Draft &Draft::facts(const base::Facts &facts)
{
    m_finding.facts.insert(facts);
    return *this;
}

QString shown(const base::json::Value &value)
{
    if (value.isString())
        return value.toString();
    const QByteArrayView text = value.text();
    return cut(QString::fromUtf8(text.first(qMin(text.size(), longestShown * 4))));
}

QString inOneLine(const QStringList &list)
{
    return cut(list.join(", "_L1));
}

} // namespace verdict
