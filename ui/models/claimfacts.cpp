// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimfacts.h"

#include "core/base/escape.h"

namespace ui::claimfacts {

using namespace Qt::Literals::StringLiterals;

namespace {

//! More than any screen is wide, and little enough to measure for each row that scrolls by.
constexpr qsizetype shownLength = 600;

bool isTopLevel(const base::json::Value &value)
{
    const base::json::Value parent = value.parent();
    return parent.isObject() && !parent.parent().isPresent();
}

//! "updated_at" and "x_expires_at" of custom claims are moments too.
bool namesTime(const base::json::Value &value)
{
    return value.name().endsWith("_at"_L1);
}

QString shortened(QString text)
{
    if (text.size() <= shownLength)
        return text;
    const bool splitsPair = text.at(shownLength - 1).isHighSurrogate();
    text.truncate(splitsPair ? shownLength - 1 : shownLength);
    return text + u'\u2026';
}

} // namespace

const verdict::ClaimInfo *info(const base::json::Value &value, ClaimSet set)
{
    if (!isTopLevel(value))
        return nullptr;
    return set == ClaimSet::Header ? verdict::describeHeader(value.name())
                                   : verdict::describeClaim(value.name());
}

std::optional<base::Instant> instant(const base::json::Value &value, ClaimSet set)
{
    if (!value.isNumber())
        return std::nullopt;
    const verdict::ClaimInfo *described = info(value, set);
    const bool isTime = described != nullptr ? described->isTime : namesTime(value);
    return isTime ? base::instantFromNumber(value.text()) : std::nullopt;
}

QString nameText(const base::json::Value &value, int row)
{
    if (value.parent().isArray())
        return u'[' + QString::number(row) + u']';
    return base::escape::visible(shortened(value.name()));
}

QString valueText(const base::json::Value &value)
{
    if (value.isString())
        return base::escape::visible(shortened(value.toString()));
    // Four bytes are the longest character: enough text is decoded, and not a megabyte for one row.
    const QByteArrayView text = value.text().first(qMin(value.text().size(), 4 * shownLength));
    return base::escape::forTerminal(shortened(QString::fromUtf8(text).simplified()));
}

QString meaning(const base::json::Value &value, ClaimSet set)
{
    const base::json::Value parent = value.parent();
    if (parent.isArray() && isTopLevel(parent) && parent.name() == "amr"_L1)
        return verdict::explainAmr(value.toString());
    const verdict::ClaimInfo *described = info(value, set);
    if (described == nullptr)
        return {};
    const QString decoded
        = value.name() == "sid"_L1 ? verdict::decodeSid(value.toString()) : QString();
    if (decoded.isEmpty())
        return described->meaning;
    return base::escape::visible(decoded) + u" \u00b7 "_s + described->meaning;
}

base::Span memberSpan(const base::json::Value &value)
{
    const base::Span name = value.nameSpan();
    const base::Span whole = value.span();
    return name.isValid() ? base::Span{name.start, whole.end} : whole;
}

} // namespace ui::claimfacts
