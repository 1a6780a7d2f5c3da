// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

#include <optional>

namespace base {

//! A JSON number (RFC 8259 section 6) as its digits and its power of ten: nothing is rounded, and a
//! huge exponent costs nothing. Views the text it was read from.
class Decimal
{
public:
    //! Nothing when `text` is no JSON number from its first to its last byte.
    [[nodiscard]] static std::optional<Decimal> read(QByteArrayView text);

    //! The number times a power of ten, cut to an integer towards zero.
    struct Scaled
    {
        quint64 magnitude = 0;
        bool hasRest = false; //!< Something was cut off.
        bool tooLarge = false; //!< Over 19 digits; then `magnitude` is 0.
    };
    [[nodiscard]] Scaled scaled(int powerOfTen) const;

    //! Minus zero is not negative.
    [[nodiscard]] bool isNegative() const;
    //! The value if it is an integer within 64 bits.
    [[nodiscard]] std::optional<qint64> toInteger() const;

private:
    [[nodiscard]] qint64 digitCount() const { return m_integer.size() + m_fraction.size(); }
    [[nodiscard]] char digit(qint64 index) const;

    QByteArrayView m_integer; // digits before the point
    QByteArrayView m_fraction; // digits after it
    qint64 m_exponent = 0; // clamped far outside of what any text's digits can make up for
    qint64 m_firstDigit = 0; // of the digits that is not 0; digitCount() for zero
    bool m_minus = false;
};

} // namespace base
