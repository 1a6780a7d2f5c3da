// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <QByteArray>
#include <QList>

namespace capture {

//! A piece of a capture, perhaps rewritten (unquoted, unfolded, percent-decoded), in which every
//! byte still knows the range of the original that it stands for. So what is found three layers
//! deep lights up at its place in the pasted text. Offsets have 64 bits: files can be large.
class SourceText
{
public:
    SourceText() = default;
    //! `bytes` as they stand in the original from `offset` on.
    explicit SourceText(QByteArray bytes, qint64 offset = 0);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_bytes); }
    //! No byte was rewritten: the bytes are those of span() in the original.
    [[nodiscard]] bool isVerbatim() const;

    //! The range of the original that these bytes stand for, the whole text by default. Of an empty
    //! range: the place where it stands.
    [[nodiscard]] base::Span span() const { return span(0, size()); }
    [[nodiscard]] base::Span span(qsizetype from, qsizetype length) const;

    [[nodiscard]] SourceText sliced(qsizetype from, qsizetype length) const;
    [[nodiscard]] SourceText sliced(qsizetype from) const { return sliced(from, size() - from); }
    //! Without ASCII white space at both ends.
    [[nodiscard]] SourceText trimmed() const;
    //! At each `separator`; at most `limit` pieces, of which the last holds the rest.
    [[nodiscard]] QList<SourceText> split(char separator, qsizetype limit = 100'000) const;

    //! Both must come from the same original.
    void append(const SourceText &other);
    //! `bytes` that stand for `source` of the original as a whole.
    void appendReplaced(QByteArrayView bytes, const base::Span &source);

private:
    //! The bytes from `at` up to the next run; one by one if verbatim, else all of them for all of
    //! `source`.
    struct Run
    {
        qsizetype at = 0;
        base::Span source;
        bool verbatim = true;
    };
    [[nodiscard]] qsizetype runAt(qsizetype index) const;
    [[nodiscard]] qsizetype endOf(qsizetype run) const;
    [[nodiscard]] base::Span spanOf(qsizetype run, qsizetype from, qsizetype end) const;
    void addRun(const Run &run, QByteArrayView bytes);

    QByteArray m_bytes;
    QList<Run> m_runs;
};

} // namespace capture
