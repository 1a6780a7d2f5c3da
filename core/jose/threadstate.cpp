// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/threadstate.h"

#include <openssl/crypto.h>

namespace jose {

void leaveCleaningToTheSystem()
{
    // Where even this fails, every later use of OpenSSL does and says so.
    static_cast<void>(OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr));
}

void releaseThreadState()
{
    OPENSSL_thread_stop();
}

} // namespace jose
