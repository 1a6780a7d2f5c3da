// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/threadstate.h"

#include <openssl/crypto.h>

namespace jose {

void releaseThreadState()
{
    OPENSSL_thread_stop();
}

} // namespace jose
