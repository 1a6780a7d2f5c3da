// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/jsonwriter.h"

#include <QList>
#include <QString>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! Controls (C0, DEL, C1), soft hyphen and format characters such as bidi overrides and zero-width
//! blanks, line and paragraph separators, and surrogates without their other half.
bool mustEscape(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

//! One UTF-16 unit as "\u" and four hexadecimal digits (RFC 8259 section 7).
void appendUnit(QString &out, char16_t unit)
{
    out += u"\\u%1"_s.arg(ushort(unit), 4, 16, '0'_L1);
}

//! Beyond the BMP JSON escapes the two halves of a surrogate pair.
void appendEscaped(QString &out, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        appendUnit(out, QChar::highSurrogate(c));
        appendUnit(out, QChar::lowSurrogate(c));
    } else {
        appendUnit(out, char16_t(c));
    }
}

//! The inside of a string of ours: quotes, backslashes and everything that must not reach a
//! terminal.
void appendInString(QString &out, char32_t c)
{
    if (c == U'"' || c == U'\\') {
        out += u'\\';
        out += QChar::fromUcs4(c);
    } else if (c == U'\n') {
        out += u"\\n"_s;
    } else if (c == U'\t') {
        out += u"\\t"_s;
    } else if (mustEscape(c)) {
        appendEscaped(out, c);
    } else {
        out += QChar::fromUcs4(c);
    }
}

//! Outside of strings strict JSON is ASCII, and inside of them a \u escape is the same character.
void appendEmbedded(QString &out, char32_t c)
{
    const bool isSpace = c == U'\n' || c == U'\t' || c == U'\r';
    if (!isSpace && mustEscape(c))
        appendEscaped(out, c);
    else
        out += QChar::fromUcs4(c);
}

} // namespace

void JsonWriter::beginObject()
{
    open('{');
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::beginArray()
{
    open('[');
}

void JsonWriter::endArray()
{
    close(']');
}

JsonWriter &JsonWriter::name(QLatin1StringView name)
{
    beforeValue();
    m_out += '"' + QByteArray(name.data(), name.size()) + "\": ";
    m_named = true;
    return *this;
}

void JsonWriter::string(QStringView text)
{
    beforeValue();
    QString escaped;
    for (const char32_t c : text.toUcs4())
        appendInString(escaped, c);
    m_out += '"' + escaped.toUtf8() + '"';
}

void JsonWriter::number(qint64 number)
{
    beforeValue();
    m_out += QByteArray::number(number);
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    m_out += value ? "true" : "false";
}

void JsonWriter::null()
{
    beforeValue();
    m_out += "null";
}

void JsonWriter::embed(QByteArrayView json)
{
    beforeValue();
    QString escaped;
    for (const char32_t c : QStringView(QString::fromUtf8(json)).toUcs4())
        appendEmbedded(escaped, c);
    m_out += escaped.toUtf8();
}

void JsonWriter::member(QLatin1StringView name, QStringView text)
{
    this->name(name);
    if (text.isNull())
        null();
    else
        string(text);
}

QByteArray JsonWriter::take()
{
    Q_ASSERT(m_depth == 0 && !m_named);
    return std::exchange(m_out, {}) + '\n';
}

// Names follow their comma and indentation themselves; the value after a name follows neither.
void JsonWriter::beforeValue()
{
    if (std::exchange(m_named, false))
        return;
    if (!m_first)
        m_out += ',';
    if (m_depth > 0)
        newLine();
    m_first = false;
}

void JsonWriter::open(char bracket)
{
    beforeValue();
    m_out += bracket;
    ++m_depth;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_first)
        newLine();
    m_out += bracket;
    m_first = false;
}

void JsonWriter::newLine()
{
    m_out += '\n' + QByteArray(m_depth * 2, ' ');
}

} // namespace report
