// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"
#include "core/capture/logtime.h"
#include "core/capture/messagefields.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

constexpr qsizetype mostColumns = 32;

QList<QByteArrayView> columnsOf(QByteArrayView line)
{
    QList<QByteArrayView> columns;
    qsizetype from = 0;
    while (columns.size() + 1 < mostColumns) {
        const qsizetype tab = line.indexOf('\t', from);
        if (tab < 0)
            break;
        columns.append(line.sliced(from, tab - from));
        from = tab + 1;
    }
    columns.append(line.sliced(from));
    return columns;
}

bool isFlag(QByteArrayView text)
{
    return text == "TRUE" || text == "FALSE";
}

bool isHost(QByteArrayView text)
{
    const bool isWord = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    });
    return isWord && (text.contains('.') || text == "localhost");
}

//! The file that curl, wget and yt-dlp call cookies.txt; "#HttpOnly_" stands before some domains.
bool isCookieFileRow(const QList<QByteArrayView> &columns)
{
    return columns.size() >= 7 && isFlag(columns[1]) && isFlag(columns[3])
        && columns[2].startsWith('/');
}

bool isCookieTableRow(const QList<QByteArrayView> &columns)
{
    return columns.size() >= 4 && !columns[0].isEmpty() && isHost(columns[2])
        && columns[3].startsWith('/');
}

//! Programs that keep JSON may have any key: Auth0's hold the scopes, with blanks between.
bool isObjectBehind(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    return text.startsWith("{\"") || text.startsWith("[{");
}

//! A key of a storage is one word: no sentence, no header field, no scheme, no time of a log.
bool isStorageKey(QByteArrayView key)
{
    const bool hasBlank
        = std::any_of(key.begin(), key.end(), [](char c) { return c == ' ' || uchar(c) < 0x20; });
    return !key.isEmpty() && !hasBlank && !key.endsWith(':')
        && key.compare("bearer", Qt::CaseInsensitive) != 0 && !readLogTime(key);
}

//! The named column of a row, without blanks around it.
SourceText column(const SourceText &text, QByteArrayView view)
{
    const qsizetype from = view.data() - text.bytes().constData();
    return text.sliced(from, view.size()).trimmed();
}

} // namespace

bool beginsCookies(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    if (!head.contains('\t'))
        return false;
    const QList<QByteArrayView> columns = columnsOf(head);
    // A long value hides the columns behind it: then read() decides.
    constexpr qsizetype whole = 500;
    return isCookieFileRow(columns) || isCookieTableRow(columns)
        || (columns.size() == 2 && head.size() >= whole);
}

qsizetype readCookies(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const QList<QByteArrayView> columns = columnsOf(lineAt(bytes, from));
    const bool isFile = isCookieFileRow(columns);
    if (!isFile && !isCookieTableRow(columns))
        return from;
    const SourceText name = column(text, columns[isFile ? 5 : 0]);
    const SourceText value = column(text, columns[isFile ? 6 : 1]);
    collector.cookie(-1, Side::Unknown, name, value);
    return nextLine(bytes, from);
}

bool beginsStorage(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const qsizetype tab = head.indexOf('\t');
    return tab > 0 && tab + 1 < head.size()
        && (isStorageKey(head.first(tab)) || isObjectBehind(head.sliced(tab + 1)));
}

qsizetype readStorage(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const QByteArrayView line = lineAt(bytes, from);
    const QList<QByteArrayView> columns = columnsOf(line);
    if (columns.size() != 2 || !mayHoldToken(line)
        || (!isStorageKey(columns[0]) && (readLogTime(columns[0]) || !isObjectBehind(columns[1]))))
        return from;
    const SourceText key = column(text, columns[0]);
    if (isCredentialName(columns[0])) // the fields of a request, as tables show them
        collector.header(-1, Side::Request, key, column(text, columns[1]));
    else
        collector.parameter(-1, {CarrierType::Storage, key.toString(), Side::Unknown},
                            column(text, columns[1]));
    return nextLine(bytes, from);
}

} // namespace capture
