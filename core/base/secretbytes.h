// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace base {

//! Overwrites the bytes with zeros in a way that the optimizer keeps; for the buffers that a secret
//! passes through before it becomes SecretBytes. A buffer that is shared is not wiped but copied.
void wipe(QByteArray &bytes);

//! Bytes that are wiped when dropped, compare in constant time and print as "[secret]".
//! Reading them takes a call that can be searched for.
class SecretBytes
{
public:
    SecretBytes() = default;
    //! Takes a copy; the source stays for its owner to wipe().
    explicit SecretBytes(QByteArrayView bytes);
    ~SecretBytes();
    SecretBytes(const SecretBytes &other);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes other) noexcept;

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! Valid as long as this object is neither changed nor dropped; what is copied from it is not
    //! wiped.
    [[nodiscard]] QByteArrayView revealSecret() const { return m_bytes; }
    friend bool operator==(const SecretBytes &a, const SecretBytes &b);

private:
    QByteArray m_bytes;
};

//! For debug output of values that hold one.
QDebug operator<<(QDebug debug, const SecretBytes &);

} // namespace base
