// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/bodies.h"
#include "core/capture/lines.h"

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qsizetype mostParts = 10'000;

//! A parameter of a header field, quoted or not (RFC 2045 section 5.1); escapes are left in, no
//! writer of form data uses them.
QByteArrayView fieldParameter(QByteArrayView field, QByteArrayView name)
{
    for (qsizetype at = field.indexOf(';'); at >= 0; at = field.indexOf(';', at)) {
        ++at;
        const QByteArrayView rest = field.sliced(at).trimmed();
        const bool isIt = rest.size() > name.size() && rest[name.size()] == '='
            && rest.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
        if (!isIt)
            continue;
        const QByteArrayView value = rest.sliced(name.size() + 1);
        const bool isQuoted = value.startsWith('"');
        const qsizetype from = isQuoted ? 1 : 0;
        const qsizetype end = value.indexOf(isQuoted ? '"' : ';', from);
        return value.sliced(from, (end < 0 ? value.size() : end) - from).trimmed();
    }
    return {};
}

//! Nothing but blanks stands behind a delimiter, RFC 2046 section 5.1.1; "--" behind the last.
bool endsDelimiterLine(QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(at, lineEnd(text, at) - at).trimmed();
    return rest.isEmpty() || rest.startsWith("--");
}

//! Where a line is the delimiter, from `from` on; -1 if none is.
qsizetype delimiterAt(QByteArrayView text, QByteArrayView delimiter, qsizetype from)
{
    for (qsizetype at = text.indexOf(delimiter, from); at >= 0;
         at = text.indexOf(delimiter, at + 1)) {
        const bool beginsLine = at == 0 || text[at - 1] == '\n';
        if (beginsLine && endsDelimiterLine(text, at + delimiter.size()))
            return at;
    }
    return -1;
}

//! One part of the form: its fields, an empty line, its value.
struct PartFields
{
    QByteArrayView disposition;
    QByteArrayView type;
    qsizetype valueAt = 0;
};

PartFields fieldsOf(QByteArrayView part)
{
    PartFields fields;
    qsizetype at = 0;
    while (at < part.size()) {
        const QByteArrayView line = lineAt(part, at);
        at = nextLine(part, at);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArrayView name = line.first(colon);
        if (name.compare("content-disposition", Qt::CaseInsensitive) == 0)
            fields.disposition = line.sliced(colon + 1).trimmed();
        else if (name.compare("content-type", Qt::CaseInsensitive) == 0)
            fields.type = line.sliced(colon + 1).trimmed();
    }
    fields.valueAt = at;
    return fields;
}

struct Target
{
    qsizetype request;
    Side side;
    Collector &collector;
};

void readPart(const SourceText &part, const Target &target)
{
    const PartFields fields = fieldsOf(part.bytes());
    const QByteArrayView name = fieldParameter(fields.disposition, "name");
    SourceText value = part.sliced(fields.valueAt);
    if (value.bytes().endsWith("\r\n"))
        value = value.sliced(0, value.size() - 2);
    else if (value.bytes().endsWith('\n'))
        value = value.sliced(0, value.size() - 1);
    const bool isFile = !fieldParameter(fields.disposition, "filename").isEmpty();
    if (name.isEmpty() || isFile)
        target.collector.body(target.request, target.side, value, fields.type.toByteArray());
    else
        target.collector.parameter(
            target.request, {CarrierType::Multipart, QString::fromUtf8(name), target.side}, value);
}

//! The delimiter by the type, else by the first line: captures often lack the header.
QByteArray delimiterOf(const QByteArray &contentType, QByteArrayView text)
{
    const QByteArrayView boundary = fieldParameter(contentType, "boundary");
    if (!boundary.isEmpty())
        return "--" + boundary.toByteArray();
    const QByteArrayView line = lineHead(text, 0);
    return line.startsWith("--") && line.size() > 4 ? line.trimmed().toByteArray() : QByteArray();
}

} // namespace

bool readMultipartBody(const SourceText &text, const QByteArray &contentType, qsizetype request,
                       Side side, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const QByteArray delimiter = delimiterOf(contentType, bytes);
    qsizetype at = delimiter.isEmpty() ? -1 : delimiterAt(bytes, delimiter, 0);
    if (at < 0)
        return false;
    const Target target{request, side, collector};
    for (qsizetype parts = 0; at >= 0 && parts < mostParts; ++parts) {
        const qsizetype from = nextLine(bytes, at);
        if (bytes.sliced(at + delimiter.size()).startsWith("--"))
            return true;
        at = delimiterAt(bytes, delimiter, from);
        const qsizetype end = at < 0 ? bytes.size() : at;
        readPart(text.sliced(from, end - from), target);
    }
    return true;
}

} // namespace capture
