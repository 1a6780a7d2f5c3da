// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"

#include "core/base/decimal.h"
#include "core/base/jsonstore.h"
#include "core/base/jsonstring.h"

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace base::json {

Kind Value::kind() const
{
    return m_store == nullptr ? Kind::Null : m_store->node(m_index).kind;
}

Span Value::span() const
{
    if (m_store == nullptr)
        return {};
    const detail::Node &node = m_store->node(m_index);
    return {node.start, node.end};
}

Span Value::nameSpan() const
{
    if (m_store == nullptr || !m_store->node(m_index).hasName())
        return {};
    const detail::Node &node = m_store->node(m_index);
    return {node.nameStart, node.nameEnd};
}

QByteArrayView Value::text() const
{
    if (m_store == nullptr)
        return {};
    return QByteArrayView(m_store->bytes).sliced(span().start, span().size());
}

QString Value::name() const
{
    if (!nameSpan().isValid())
        return {};
    return toText(m_store->decodedName(m_store->node(m_index)));
}

bool Value::hasName(QByteArrayView utf8) const
{
    return m_store != nullptr && m_store->nameIs(m_store->node(m_index), utf8);
}

qsizetype Value::nameIn(std::span<const QLatin1StringView> names) const
{
    if (m_store == nullptr || !m_store->node(m_index).hasName())
        return -1;
    const detail::Node &node = m_store->node(m_index);
    const QByteArray decoded = node.escapedName ? m_store->decodedName(node) : QByteArray();
    const QByteArrayView own = node.escapedName ? decoded : m_store->innerName(node);
    const auto same = std::ranges::find_if(names, [own](QLatin1StringView name) {
        return name.size() == own.size()
            && std::memcmp(name.data(), own.data(), static_cast<size_t>(own.size())) == 0;
    });
    return same == names.end() ? -1 : same - names.begin();
}

QString Value::toString() const
{
    if (!isString())
        return {};
    const detail::Node &node = m_store->node(m_index);
    const QByteArrayView inner = m_store->innerText(node);
    return node.escaped ? toText(decodeString(inner)) : toText(inner);
}

QByteArray Value::toUtf8() const
{
    if (!isString())
        return {};
    const detail::Node &node = m_store->node(m_index);
    const QByteArrayView inner = m_store->innerText(node);
    return node.escaped ? decodeString(inner) : inner.toByteArray();
}

std::optional<qint64> Value::toInteger() const
{
    const std::optional<Decimal> decimal = isNumber() ? Decimal::read(text()) : std::nullopt;
    return decimal ? decimal->toInteger() : std::nullopt;
}

bool Value::isStringList() const
{
    if (!isArray())
        return false;
    for (const Value &element : *this) {
        if (!element.isString())
            return false;
    }
    return true;
}

QStringList Value::toStringList() const
{
    QStringList strings;
    if (!isArray())
        return strings;
    for (const Value &element : *this) {
        if (element.isString())
            strings.append(element.toString());
    }
    return strings;
}

qsizetype Value::size() const
{
    if (!firstChild())
        return 0;
    // The last node of the subtree is the last child, or lies within it.
    qsizetype last = m_store->node(m_index).after - 1;
    while (m_store->node(last).parent != m_index)
        last = m_store->node(last).parent;
    return m_store->node(last).row + 1;
}

Value Value::firstChild() const
{
    if (m_store == nullptr || m_store->node(m_index).after == m_index + 1)
        return {};
    return {m_store, m_index + 1};
}

Value Value::nextSibling() const
{
    const Value above = parent();
    if (!above)
        return {};
    const qsizetype next = m_store->node(m_index).after;
    return next < m_store->node(above.m_index).after ? Value(m_store, next) : Value();
}

Value Value::parent() const
{
    if (m_store == nullptr || m_store->node(m_index).parent == detail::nowhere)
        return {};
    return {m_store, m_store->node(m_index).parent};
}

qsizetype Value::row() const
{
    return m_store == nullptr ? -1 : qsizetype(m_store->node(m_index).row);
}

// Halves the subtree: any node in it knows, through its parents, which child it belongs to.
Value Value::at(qsizetype index) const
{
    if (index < 0 || index >= size())
        return {};
    qsizetype low = m_index + 1;
    qsizetype high = m_store->node(m_index).after;
    while (true) {
        qsizetype child = low + (high - low) / 2;
        while (m_store->node(child).parent != m_index)
            child = m_store->node(child).parent;
        const detail::Node &node = m_store->node(child);
        if (node.row == index)
            return {m_store, child};
        if (node.row > index)
            high = child;
        else
            low = node.after;
    }
}

Value Value::member(QByteArrayView utf8) const
{
    Value last;
    for (const Value &child : *this) {
        if (child.hasName(utf8))
            last = child;
    }
    return last;
}

qsizetype Value::count(QByteArrayView utf8) const
{
    qsizetype count = 0;
    for (const Value &child : *this)
        count += child.hasName(utf8) ? 1 : 0;
    return count;
}

bool Value::isDuplicate() const
{
    return m_store != nullptr && m_store->node(m_index).duplicate;
}

QString Value::pointer() const
{
    QStringList steps;
    for (Value value = *this; value.parent(); value = value.parent()) {
        QString step = value.nameSpan().isValid() ? value.name() : QString::number(value.row());
        step.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
        steps.prepend(u'/' + step);
    }
    return steps.join(QString());
}

Value::Iterator Value::begin() const
{
    Iterator iterator = end();
    if (firstChild())
        iterator.m_index = m_index + 1;
    return iterator;
}

Value::Iterator Value::end() const
{
    Iterator iterator;
    iterator.m_store = m_store;
    iterator.m_index = m_store == nullptr ? -1 : qsizetype(m_store->node(m_index).after);
    return iterator;
}

Value Value::Iterator::operator*() const
{
    return {m_store, m_index};
}

Value::Iterator &Value::Iterator::operator++()
{
    Q_ASSERT(m_store != nullptr); // end() goes nowhere
    m_index = m_store->node(m_index).after;
    return *this;
}

} // namespace base::json
