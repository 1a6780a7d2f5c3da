// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/foreign.h"

#include <QStringList>

namespace report {

QString shortened(QStringView text, qsizetype limit)
{
    if (text.size() <= limit)
        return text.toString();
    auto head = limit * 2 / 3;
    auto tail = limit - head - 1;
    if (text.at(head - 1).isHighSurrogate())
        --head;
    if (text.at(text.size() - tail).isLowSurrogate())
        --tail;
    return text.left(head).toString() + u'…' + text.right(tail).toString();
}

QString filled(const QString &text, const QStringList &arguments)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto digit = at + 1 < text.size() ? text.at(at + 1).digitValue() : -1;
        if (text.at(at) != u'%' || digit < 1) {
            result += text.at(at);
            continue;
        }
        result += arguments.value(digit - 1);
        ++at;
    }
    return result;
}

} // namespace report
