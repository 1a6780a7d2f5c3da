// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/jsontokenizer.h"
#include "core/capture/harentry.h"
#include "core/capture/harpaths.h"

#include <QVarLengthArray>

#include <optional>

namespace capture {

//! Reads a HAR that comes in chunks, cut anywhere. One entry is held at a time and handed over when
//! it is complete, so memory does not grow with the file. Of a broken file what could be read.
class HarReader final : private base::json::TokenSink
{
public:
    //! `offset` is that of the first byte in the capture.
    explicit HarReader(Collector &collector, qint64 offset = 0);

    void feed(QByteArrayView chunk) { m_tokenizer.feed(chunk); }
    //! Says that no more bytes will come: hands over a cut entry, and what is to be said about the
    //! file as a whole; less of one that is not read to its end.
    void finish(bool isWhole = true);

    //! The JSON text is complete; what follows is something else.
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    //! Where the JSON text is broken, or where it ended; nothing before that.
    [[nodiscard]] std::optional<qint64> stoppedAt() const { return m_stoppedAt; }
    [[nodiscard]] bool isStopped() const { return m_isClosed || m_tokenizer.isStopped(); }

private:
    struct Container
    {
        HarNode node = HarNode::Other;
        bool isArray = false;
    };
    //! What the entries say about whether their credentials were taken out.
    struct Signs
    {
        bool isBrowser = false; //!< Saved by the developer tools that take them out.
        bool hasHeaders = false;
        bool hasCredentials = false;
        bool isRefused = false; //!< Something shows that credentials were sent or missed.
    };

    void onToken(const base::json::Token &token) override;
    void onProblem(const base::Error &problem) override;
    [[nodiscard]] HarNode takePlace();
    void open(const base::json::Token &token, bool isArray);
    void close(const base::json::Token &token);
    void take(HarNode node, const base::json::Token &token);
    [[nodiscard]] SourceText piece(const base::json::Token &token);
    void addPair(HarNode list);
    void finishEntry(qint64 end);
    void readSigns();
    void reportTruncation();
    void reportStripped();

    Collector &m_collector;
    base::json::Tokenizer m_tokenizer;
    QVarLengthArray<Container, 64> m_stack;
    HarNode m_next = HarNode::Top; // where the value behind the last name is
    HarEntry m_entry;
    bool m_hasEntry = false;
    NamedText m_pair;
    HarMessage m_message;
    Signs m_signs;
    qint64 m_cut = 0; // how many strings were longer than is kept
    base::Span m_firstCut;
    bool m_isClosed = false;
    std::optional<qint64> m_stoppedAt;
    QString m_problem;
};

//! Whether a JSON text that begins so is a HAR.
[[nodiscard]] bool looksLikeHar(QByteArrayView head);

} // namespace capture
