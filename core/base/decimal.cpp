// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/decimal.h"

#include "core/base/jsonnumber.h"

#include <algorithm>
#include <limits>

namespace base {

namespace {

// More than any text has digits, and far from overflow when they are added.
constexpr qint64 maxExponent = qint64(1) << 58;
constexpr qint64 maxDigits = 19;

bool isNumber(QByteArrayView text)
{
    using json::number::State;
    State state = State::Start;
    for (const char c : text) {
        state = json::number::next(state, c);
        if (state == State::Stop)
            return false;
    }
    return json::number::isComplete(state);
}

qint64 readExponent(QByteArrayView text)
{
    const bool minus = text.startsWith('-');
    qint64 exponent = 0;
    for (const char c : text.sliced(minus || text.startsWith('+') ? 1 : 0))
        exponent = std::min(maxExponent, exponent * 10 + (c - '0'));
    return minus ? -exponent : exponent;
}

} // namespace

std::optional<Decimal> Decimal::read(QByteArrayView text)
{
    if (!isNumber(text))
        return std::nullopt;
    Decimal decimal;
    decimal.m_minus = text.startsWith('-');
    QByteArrayView digits = text.sliced(decimal.m_minus ? 1 : 0);
    const auto *mark
        = std::find_if(digits.begin(), digits.end(), [](char c) { return c == 'e' || c == 'E'; });
    if (mark != digits.end())
        decimal.m_exponent = readExponent({mark + 1, digits.end()});
    digits = QByteArrayView(digits.begin(), mark);
    const qsizetype point = digits.indexOf('.');
    decimal.m_integer = point < 0 ? digits : digits.first(point);
    decimal.m_fraction = point < 0 ? QByteArrayView() : digits.sliced(point + 1);
    const qint64 count = decimal.digitCount();
    while (decimal.m_firstDigit < count && decimal.digit(decimal.m_firstDigit) == '0')
        ++decimal.m_firstDigit;
    return decimal;
}

Decimal::Scaled Decimal::scaled(int powerOfTen) const
{
    Scaled result;
    if (m_firstDigit == digitCount())
        return result;
    const qint64 point = m_integer.size() + m_exponent + powerOfTen;
    result.tooLarge = point - m_firstDigit > maxDigits;
    if (result.tooLarge)
        return result;
    for (qint64 i = m_firstDigit; i < point; ++i)
        result.magnitude = result.magnitude * 10 + quint64(digit(i) - '0');
    for (qint64 i = std::max(point, m_firstDigit); i < digitCount() && !result.hasRest; ++i)
        result.hasRest = digit(i) != '0';
    return result;
}

bool Decimal::isNegative() const
{
    return m_minus && m_firstDigit != digitCount();
}

std::optional<qint64> Decimal::toInteger() const
{
    constexpr auto largest = quint64(std::numeric_limits<qint64>::max());
    const Scaled whole = scaled(0);
    if (whole.tooLarge || whole.hasRest || whole.magnitude > largest + (m_minus ? 1 : 0))
        return std::nullopt;
    if (m_minus && whole.magnitude == largest + 1)
        return std::numeric_limits<qint64>::min();
    const auto magnitude = qint64(whole.magnitude);
    return m_minus ? -magnitude : magnitude;
}

// Beyond the last digit there are zeros.
char Decimal::digit(qint64 index) const
{
    if (index < m_integer.size())
        return m_integer[index];
    const qint64 after = index - m_integer.size();
    return after < m_fraction.size() ? m_fraction[after] : '0';
}

} // namespace base
