// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>

namespace report {

//! Writes indented JSON in the order of the calls. Characters that could steer a terminal or turn
//! the direction of text are written as \u escapes, so the output may be printed anywhere.
class JsonWriter
{
public:
    //! Opens a value; every begin has its end before take().
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    //! A member name; the next call writes its value.
    JsonWriter &name(QLatin1StringView name);
    //! Never null, however empty the text; lone surrogates are written as their escapes.
    void string(QStringView text);
    void number(qint64 number);
    void boolean(bool value);
    void null();
    //! A valid JSON text of somebody else, as it stands: white space, order, duplicates and number
    //! spelling stay. The caller has checked that it is strict JSON in UTF-8.
    void embed(QByteArrayView json);

    //! A member whose value is a string; null when the text is.
    void member(QLatin1StringView name, QStringView text);

    //! The finished text with a final newline.
    [[nodiscard]] QByteArray take();

private:
    void beforeValue();
    void open(char bracket);
    void close(char bracket);
    void newLine();

    QByteArray m_out;
    int m_depth = 0;
    bool m_first = true; //!< Nothing stands yet in the innermost bracket.
    bool m_named = false; //!< A member name waits for its value.
};

} // namespace report
