// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/decode.h"
#include "core/capture/jsonplaces.h"
#include "core/capture/jsonrecord.h"

#include <QSet>

namespace capture {

//! Goes over the values of a JSON text in their order and hands each string to the collector as
//! what it is by its place: a header field, a cookie, a parameter, a body. Log records and
//! requests of collections become requests, unless the text belongs to one already.
class JsonWalk
{
public:
    JsonWalk(const SourceText &text, const base::json::Document &document, Collector &collector)
        : m_text(text)
        , m_document(document)
        , m_collector(collector)
    {
    }
    void run(qsizetype request, Side side);

private:
    using Value = base::json::Value;

    //! An open container.
    struct Frame
    {
        qint64 end = 0; //!< In the text.
        JsonPlace place = JsonPlace::Plain;
        Side side = Side::Unknown;
        qsizetype request = -1;
        SourceText name; //!< Its own, or that of the array it is an element of.
        SourceText secretName; //!< What its member "secret" is, as MSAL's caches tell.
        bool ownsRequests = true; //!< No request is known outside, so records may begin one.
        bool isListed = false; //!< One of several.
        bool isSecret = false; //!< A Kubernetes secret.
        bool isAboutTokens = false; //!< A record of a log that holds one.
        bool isException = false; //!< Its sentences are those of errors.
    };

    void open(const Value &container);
    void readObject(const Value &object, Frame &frame);
    void beginRequest(const Value &object, const JsonRecord &record, Frame &frame);
    [[nodiscard]] bool isUntold(qsizetype index) const;
    void tellRequest(const JsonRecord &record, Frame &frame);
    [[nodiscard]] SourceText withBase(const JsonRecord &record) const;
    void readRequestLine(const Value &line, Frame &frame);
    void readPair(const JsonRecord &record, const Frame &frame);
    void readTuple(const Value &list, Frame &frame);
    void readTimedLine(const Value &list, Frame &frame);
    [[nodiscard]] SourceText messageName(const Value &list) const;
    [[nodiscard]] bool isListening(const Frame &frame) const;
    [[nodiscard]] bool handLine(QByteArrayView list, const SourceText &line, const Frame &frame);
    void readError(const Value &object, const JsonRecord &record, const Frame &frame);
    void readLifetime(const JsonRecord &record, const Frame &frame);
    void readString(const Value &value);
    void hand(JsonPlace place, const NamedText &member, const Frame &frame);
    void handBearer(const NamedText &member, const Frame &frame);
    void handPlain(const NamedText &member, const Frame &frame);
    void handSecret(const NamedText &member, const Frame &frame);
    [[nodiscard]] SourceText piece(const base::Span &quoted) const;
    [[nodiscard]] base::Span sourceSpan(const base::Span &span) const;

    const SourceText &m_text;
    const base::json::Document &m_document;
    Collector &m_collector;
    QList<Frame> m_frames; // the first stands for what is around the text
    QSet<qint64> m_read; // where values begin that were read with the object they stand in
    qint64 m_skipTo = 0;
};

} // namespace capture
