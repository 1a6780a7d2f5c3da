// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QExplicitlySharedDataPointer>

#include <optional>
#include <span>

//! The flat JSON reader: what was sent, as it was sent. Order, every duplicate, exact number text,
//! and the span of each name and value in the bytes. Strict RFC 8259; nothing is ever "fixed".
namespace base::json {

enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };

namespace detail {
struct Store; // the bytes and the flat nodes, shared by every copy of a Document
}

//! A handle on one value of a Document; cheap to copy, valid while any copy of its Document lives.
//! A default-constructed Value is "absent", and every question about it has an empty answer.
class Value
{
public:
    Value() = default;

    //! False for a default-constructed Value, and for what was looked for in vain.
    [[nodiscard]] bool isPresent() const { return m_store != nullptr; }
    explicit operator bool() const { return isPresent(); }
    //! Null also when absent: ask is() where that matters.
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool is(Kind kind) const { return isPresent() && this->kind() == kind; }
    [[nodiscard]] bool isString() const { return is(Kind::String); }
    [[nodiscard]] bool isNumber() const { return is(Kind::Number); }
    [[nodiscard]] bool isObject() const { return is(Kind::Object); }
    [[nodiscard]] bool isArray() const { return is(Kind::Array); }
    [[nodiscard]] bool isBool() const { return is(Kind::True) || is(Kind::False); }

    //! The bytes of the value itself, quotes and brackets included.
    [[nodiscard]] Span span() const;
    //! The bytes of the member name, quotes included; nowhere for array elements and the root.
    [[nodiscard]] Span nameSpan() const;
    //! The bytes at span(); valid as long as the Document.
    [[nodiscard]] QByteArrayView text() const;
    //! The decoded member name.
    [[nodiscard]] QString name() const;
    //! The same as comparing name(), without decoding a name that has no escapes.
    [[nodiscard]] bool hasName(QByteArrayView utf8) const;
    //! Which of these is its name, -1 for none of them.
    [[nodiscard]] qsizetype nameIn(std::span<const QLatin1StringView> names) const;
    //! The decoded string; lone surrogates become U+FFFD. Empty for other kinds.
    [[nodiscard]] QString toString() const;
    //! toString() in UTF-8.
    [[nodiscard]] QByteArray toUtf8() const;
    [[nodiscard]] bool isTrue() const { return is(Kind::True); }
    //! The number when it is an integer within 64 bits, whatever its spelling ("1e3").
    [[nodiscard]] std::optional<qint64> toInteger() const;
    //! An array of nothing but strings, also one of none.
    [[nodiscard]] bool isStringList() const;
    //! An array's strings; anything that is no string is left out.
    [[nodiscard]] QStringList toStringList() const;

    //! Children in the order they were sent. size() takes no walk, at() walks over the siblings: go
    //! over many by the iterator.
    [[nodiscard]] qsizetype size() const;
    //! Absent for what has no children.
    [[nodiscard]] Value firstChild() const;
    //! Absent behind the last child, and of the root.
    [[nodiscard]] Value nextSibling() const;
    //! Absent of the root.
    [[nodiscard]] Value parent() const;
    [[nodiscard]] Value at(qsizetype index) const;
    //! Its place among the children of its parent, from 0; -1 when absent.
    [[nodiscard]] qsizetype row() const;
    //! The last member of this name, which is what most libraries would use; absent if none.
    [[nodiscard]] Value member(QByteArrayView utf8) const;
    //! How often the name occurs in this object.
    [[nodiscard]] qsizetype count(QByteArrayView utf8) const;
    //! Whether another member of the same object has the same name (RFC 8259 section 4).
    [[nodiscard]] bool isDuplicate() const;
    //! RFC 6901 JSON Pointer from the root.
    [[nodiscard]] QString pointer() const;
    //! Position in Document order: a stable number for item models.
    [[nodiscard]] qsizetype index() const { return m_index; }

    friend bool operator==(const Value &, const Value &) = default;

    //! Goes over the members or elements in the order in which they were sent, duplicates included.
    class Iterator
    {
    public:
        Value operator*() const;
        Iterator &operator++();
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        friend class Value;
        const detail::Store *m_store = nullptr;
        qsizetype m_index = -1;
    };
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

private:
    friend class Document;
    Value(const detail::Store *store, qsizetype index)
        : m_store(store)
        , m_index(index)
    {
    }
    const detail::Store *m_store = nullptr;
    qsizetype m_index = -1;
};

//! What a reader refuses: json.depth beyond so many open brackets (RFC 8259 section 9 lets every
//! reader set limits), json.size beyond so many bytes.
struct Limits
{
    int depth = 64;
    qint64 bytes = 64 * 1024 * 1024;
};

//! Where a byte stands for a person who looks for it in an editor.
struct Place
{
    qint64 line = 1; //!< From 1.
    qint64 column = 1; //!< From 1, in characters (code points).
};

//! One JSON text. Reading never fails: what could be read before a problem is there, and problems()
//! says what was wrong at which byte. A byte order mark and malformed UTF-8 are problems that do
//! not stop the reading; a syntax error, too much depth and too many bytes do.
class Document
{
public:
    Document();
    Document(const Document &other);
    Document(Document &&other) noexcept;
    Document &operator=(const Document &other);
    Document &operator=(Document &&other) noexcept;
    ~Document();

    //! Error ids: json.empty, json.syntax, json.trailing, json.depth, json.size, json.utf8,
    //! json.bom.
    [[nodiscard]] static Document read(QByteArray bytes, const Limits &limits = {});

    //! The text as it was given, whether or not it could be read.
    [[nodiscard]] const QByteArray &bytes() const;
    //! In the order of their offsets; the last one may have ended the reading.
    [[nodiscard]] const QList<Error> &problems() const;
    //! Strict RFC 8259 all through.
    [[nodiscard]] bool isValid() const;
    //! The whole text, or as much of it as was read; absent if nothing was.
    [[nodiscard]] Value root() const;
    //! Members whose name another member of the same object has too, in order.
    [[nodiscard]] QList<Value> duplicates() const;
    //! Line and column of a byte, for people.
    [[nodiscard]] Place place(qint64 offset) const;
    //! The innermost value (or member, by its name) that covers this byte.
    [[nodiscard]] Value valueAt(qint64 offset) const;
    //! How many values there are, at every depth.
    [[nodiscard]] qsizetype valueCount() const;
    //! The value of this Value::index(); absent when there is none.
    [[nodiscard]] Value value(qsizetype index) const;

private:
    QExplicitlySharedDataPointer<detail::Store> m_store;
};

} // namespace base::json
