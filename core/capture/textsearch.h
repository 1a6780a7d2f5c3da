// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstring>

namespace capture {

//! Where `needle` stands from `from` on; -1 if nowhere. For texts of many megabytes: the C library
//! looks at many bytes at once, where QByteArrayView::indexOf goes from one to the next.
[[nodiscard]] inline qsizetype find(QByteArrayView text, QByteArrayView needle, qsizetype from = 0)
{
    if (from >= text.size())
        return -1;
    const void *const found = ::memmem(text.data() + from, size_t(text.size() - from),
                                       needle.data(), size_t(needle.size()));
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

//! Whether the word is one of these, to the letter.
template <typename Words>
[[nodiscard]] bool isOneOf(const Words &words, QByteArrayView word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace capture
