// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <array>

//! The number grammar of RFC 8259 section 6, one byte at a time, so that a number may be cut
//! anywhere between two chunks.
namespace base::json::number {

//! What has been seen of a number so far.
enum class State : quint8 {
    Start,
    Minus,
    Zero,
    Integer,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
    Stop, //!< The byte does not go on with the number.
};

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Whether a number may end here.
constexpr bool isComplete(State state)
{
    using enum State;
    return state == Zero || state == Integer || state == Fraction || state == ExponentDigits;
}

namespace detail {

enum class Byte : quint8 { Zero, Digit, Minus, Plus, Point, Exponent, Other };

constexpr Byte classOf(char c)
{
    if (isDigit(c))
        return c == '0' ? Byte::Zero : Byte::Digit;
    if (c == 'e' || c == 'E')
        return Byte::Exponent;
    if (c == '.')
        return Byte::Point;
    if (c == '-')
        return Byte::Minus;
    return c == '+' ? Byte::Plus : Byte::Other;
}

inline constexpr State xx = State::Stop;
inline constexpr State in = State::Integer;
inline constexpr State fr = State::Fraction;
inline constexpr State ed = State::ExponentDigits;

// Rows: the state before. Columns: '0', '1' to '9', '-', '+', '.', 'e', anything else.
inline constexpr State transitions[9][7] = {
    {State::Zero, in, State::Minus, xx, xx, xx, xx}, // Start
    {State::Zero, in, xx, xx, xx, xx, xx}, // Minus
    {xx, xx, xx, xx, State::Point, State::Exponent, xx}, // Zero
    {in, in, xx, xx, State::Point, State::Exponent, xx}, // Integer
    {fr, fr, xx, xx, xx, xx, xx}, // Point
    {fr, fr, xx, xx, xx, State::Exponent, xx}, // Fraction
    {ed, ed, State::ExponentSign, State::ExponentSign, xx, xx, xx}, // Exponent
    {ed, ed, xx, xx, xx, xx, xx}, // ExponentSign
    {ed, ed, xx, xx, xx, xx, xx}, // ExponentDigits
};

} // namespace detail

constexpr State next(State state, char c)
{
    return detail::transitions[quint8(state)][quint8(detail::classOf(c))];
}

} // namespace base::json::number
