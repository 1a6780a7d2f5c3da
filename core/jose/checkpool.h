// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/signaturecheck.h"

#include <memory>
#include <mutex>
#include <vector>

namespace jose {

//! The idle contexts of one key. A context is set up once for one key and one algorithm and then
//! used again and again, by one thread at a time. They live with the key, not with the thread: when
//! the key dies so do they, the HMAC ones with the secret in them.
class CheckPool
{
public:
    //! Null when there is no idle one.
    [[nodiscard]] std::unique_ptr<SignatureCheck> take(const Algorithm &algorithm);
    //! For the next take(). Only a context whose last use came to its end: one that failed half-way
    //! would fail, or worse, the next time.
    void giveBack(std::unique_ptr<SignatureCheck> check);

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<SignatureCheck>> m_idle;
};

} // namespace jose
