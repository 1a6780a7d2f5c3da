// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/challenge.h"

#include <algorithm>

namespace http {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

//! RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

//! RFC 9110 section 11.2, without the padding.
bool isToken68Character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("-._~+/").contains(c);
}

bool isSame(QByteArrayView one, QByteArrayView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

class FieldReader
{
public:
    explicit FieldReader(QByteArrayView field)
        : m_text(field)
    {
    }

    [[nodiscard]] QList<Challenge> read();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] qsizetype skip(qsizetype from, bool (*isPart)(char)) const;
    void skipBlanks() { m_at = skip(m_at, isBlank); }
    bool readParameter();
    bool readToken68();
    void readScheme();
    Challenge::Parameter readQuoted();
    Challenge::Parameter readBare();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<Challenge> m_challenges;
};

qsizetype FieldReader::skip(qsizetype from, bool (*isPart)(char)) const
{
    while (from < m_text.size() && isPart(m_text[from]))
        ++from;
    return from;
}

Challenge::Parameter FieldReader::readQuoted()
{
    Challenge::Parameter parameter;
    const qsizetype start = ++m_at;
    for (; !atEnd() && here() != '"'; ++m_at) {
        if (here() == '\\' && m_at + 1 < m_text.size())
            ++m_at;
        parameter.value.append(here());
    }
    parameter.span = {start, m_at};
    m_at += atEnd() ? 0 : 1;
    return parameter;
}

//! Up to the comma, so that a sentence without quotes stays whole.
Challenge::Parameter FieldReader::readBare()
{
    const qsizetype comma = m_text.indexOf(',', m_at);
    const qsizetype start = m_at;
    m_at = comma < 0 ? m_text.size() : comma;
    qsizetype end = m_at;
    while (end > start && isBlank(m_text[end - 1]))
        --end;
    return {{}, m_text.sliced(start, end - start).toByteArray(), {start, end}};
}

//! name BWS "=" BWS value. The first parameter may stand there without a scheme.
bool FieldReader::readParameter()
{
    const qsizetype end = skip(m_at, isTokenCharacter);
    const qsizetype equals = skip(end, isBlank);
    if (end == m_at || equals >= m_text.size() || m_text[equals] != '=')
        return false;
    const QByteArray name = m_text.sliced(m_at, end - m_at).toByteArray();
    m_at = skip(equals + 1, isBlank);
    Challenge::Parameter parameter = here() == '"' ? readQuoted() : readBare();
    parameter.name = name;
    if (m_challenges.isEmpty())
        m_challenges.append(Challenge{});
    m_challenges.last().parameters.append(parameter);
    return true;
}

//! Directly behind a scheme, and alone up to the comma.
bool FieldReader::readToken68()
{
    if (m_challenges.isEmpty() || m_challenges.last().scheme.isEmpty()
        || !m_challenges.last().token68.isEmpty() || !m_challenges.last().parameters.isEmpty())
        return false;
    const qsizetype end = skip(skip(m_at, isToken68Character), [](char c) { return c == '='; });
    const qsizetype behind = skip(end, isBlank);
    if (end == m_at || (behind < m_text.size() && m_text[behind] != ','))
        return false;
    m_challenges.last().token68 = m_text.sliced(m_at, end - m_at).toByteArray();
    m_at = behind;
    return true;
}

void FieldReader::readScheme()
{
    const qsizetype end = skip(m_at, isTokenCharacter);
    if (end == m_at) { // nothing that could stand here
        ++m_at;
        return;
    }
    Challenge challenge;
    challenge.scheme = m_text.sliced(m_at, end - m_at).toByteArray();
    m_challenges.append(challenge);
    const bool hasBlank = end < m_text.size() && isBlank(m_text[end]);
    m_at = skip(end, isBlank);
    if (hasBlank && !readToken68())
        static_cast<void>(readParameter()); // or the next scheme
}

QList<Challenge> FieldReader::read()
{
    while (!atEnd()) {
        m_at = skip(m_at, [](char c) { return isBlank(c) || c == ','; });
        if (!atEnd() && !readParameter())
            readScheme();
    }
    return std::move(m_challenges);
}

} // namespace

const Challenge::Parameter *Challenge::find(QByteArrayView name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [name](const Parameter &p) { return isSame(p.name, name); });
    return found == parameters.end() ? nullptr : &*found;
}

QByteArray Challenge::value(QByteArrayView name) const
{
    const Parameter *found = find(name);
    return found ? found->value : QByteArray();
}

bool Challenge::is(QByteArrayView other) const
{
    return isSame(scheme, other);
}

QList<Challenge> readChallenges(QByteArrayView field)
{
    return FieldReader(field).read();
}

} // namespace http
