// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

//! Makes one function of OpenSSL fail on demand. forcedfailures.cpp defines functions of the same
//! names, which a test executable takes in place of those in the shared library.
namespace forced {

//! From here on the call of `function` after the next `before` ones fails, and leaves an entry in
//! OpenSSL's error queue, as a real failure does. Ends with the object.
class Failure
{
public:
    Failure(const QByteArray &function, int before);
    ~Failure();
    Failure(const Failure &) = delete;
    Failure &operator=(const Failure &) = delete;

    //! Whether the failing call was reached; a row that never fails proves nothing.
    [[nodiscard]] bool happened() const;
};

//! How many entries OpenSSL's error queue of this thread holds; empties it.
[[nodiscard]] int errorsLeftBehind();

} // namespace forced
