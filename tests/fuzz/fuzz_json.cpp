// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"
#include "core/base/escape.h"
#include "core/base/json.h"
#include "core/base/jsontokenizer.h"

#include <cstdlib>

//! JSON: whatever the bytes are, the document is sound, and the tokenizer says the same however
//! they are cut.
namespace {

using base::json::Document;
using base::json::Value;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

class Record final : public base::json::TokenSink
{
public:
    void onToken(const base::json::Token &token) override
    {
        const base::Span span = token.span;
        require(span.isValid() && span.start >= m_end);
        require(span.size() == token.text.size()); // below the limit of the text
        m_end = span.end;
        m_events.append(QByteArray::number(int(token.kind)) + (token.hasEscapes ? '\\' : ' ')
                        + QByteArray::number(span.start) + token.text.toByteArray());
    }

    void onProblem(const base::Error &problem) override
    {
        m_events.append(QByteArray(problem.id.data()) + QByteArray::number(problem.offset)
                        + problem.detail.toUtf8());
    }

    friend bool operator==(const Record &a, const Record &b) { return a.m_events == b.m_events; }

private:
    QList<QByteArray> m_events;
    qint64 m_end = 0;
};

// The sizes of the chunks come from the bytes themselves, so that the fuzzer can choose them.
void readInChunks(QByteArrayView bytes, unsigned seed, Record *record)
{
    base::json::Tokenizer tokenizer(record, {});
    while (!bytes.isEmpty()) {
        seed = seed * 1103515245U + 12345U;
        const qsizetype size = qMin<qsizetype>(bytes.size(), 1 + (seed >> 16) % 7);
        const QByteArray chunk = bytes.first(size).toByteArray(); // bounds watched by the sanitizer
        tokenizer.feed(chunk);
        bytes = bytes.sliced(size);
    }
    tokenizer.finish();
}

void checkChunks(const QByteArray &bytes)
{
    Record whole;
    base::json::Tokenizer tokenizer(&whole, {});
    tokenizer.feed(bytes);
    tokenizer.finish();
    Record chunks;
    readInChunks(bytes, bytes.isEmpty() ? 0 : uchar(bytes.back()), &chunks);
    require(whole == chunks);
}

// Compares each with each, which the reader must not do.
void checkNames(const Value &object)
{
    if (object.size() > 100)
        return;
    for (const Value &member : object) {
        const QByteArray name = member.name().toUtf8();
        // Malformed bytes cannot be looked up by the text that is shown for them.
        if (member.hasName(name))
            require(member.isDuplicate() == (object.count(name) > 1));
    }
}

void checkPlace(const Document &document, const Value &value)
{
    const base::Span span = value.span();
    require(span.isValid() && span.end <= document.bytes().size());
    require(document.valueAt(span.start) == value);
    if (value.nameSpan().isValid()) {
        require(value.nameSpan().end < span.start);
        require(document.valueAt(value.nameSpan().start) == value);
    }
    if (const Value above = value.parent()) {
        require(span.start > above.span().start && span.end <= above.span().end);
        require(above.at(value.row()) == value);
    }
    if (const Value next = value.nextSibling())
        require(next.span().start > span.end && next.row() == value.row() + 1);
}

// What a value was read from is a JSON text of its own, and it says the same.
void checkAlone(const Document &document, const Value &value)
{
    if (!document.isValid() || value.span().size() > 200)
        return;
    const Document alone = Document::read(value.text().toByteArray());
    require(alone.isValid() && alone.root().kind() == value.kind());
    require(alone.root().toString() == value.toString());
    require(alone.root().toInteger() == value.toInteger());
    require(alone.root().size() == value.size());
}

void checkValue(const Document &document, const Value &value)
{
    checkPlace(document, value);
    checkAlone(document, value);
    require(value.toString().size() <= value.span().size());
    require(value.isNumber() == base::instantFromNumber(value.text()).has_value());
    const QString shown = base::escape::visible(value.toString());
    require(!base::escape::hasInvisible(shown));
    if (value.isObject())
        checkNames(value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkChunks(bytes);
    const Document document = Document::read(bytes);
    require(document.isValid() == document.problems().isEmpty());
    for (const base::Error &problem : document.problems()) {
        require(problem.offset >= 0 && problem.offset <= bytes.size());
        require(document.place(problem.offset).column >= 1);
    }
    for (qsizetype i = 0; i < qMin<qsizetype>(document.valueCount(), 2000); ++i)
        checkValue(document, document.value(i));
    return 0;
}
