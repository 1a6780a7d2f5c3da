// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace jose {

//! Asks OpenSSL not to clean up when the program exits; the system takes everything back anyway. A
//! network thread that was given up may still be inside OpenSSL at that moment, and one that just
//! ended still gives its state back. Holds when called before OpenSSL's first use.
void leaveCleaningToTheSystem();

//! Gives back what OpenSSL keeps for this thread (random generators, its list of errors); it is
//! made anew when it is needed again. To be called when a job on a pool's thread ends: such a
//! thread goes a moment after the pool says so, and OpenSSL's own cleaning at the end of the
//! program may come first and leave it lying.
void releaseThreadState();

} // namespace jose
