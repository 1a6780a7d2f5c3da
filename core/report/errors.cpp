// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include "core/report/texts.h"
#include "core/report/tokenmask.h"
#include "core/report/words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! For an id without a row, which a test makes sure does not occur in the source.
constexpr ErrorRow unknownRow{
    "", QT_TRANSLATE_NOOP("report", "Something could not be done"),
    QT_TRANSLATE_NOOP("report", "There is no better description of this fault."),
    QT_TRANSLATE_NOOP("report", "It says: %1."),
    QT_TRANSLATE_NOOP("report", "Please report it, with what you did.")};

QString placeText(const base::Error &error)
{
    return error.offset < 0
        ? QString()
        : u' ' + translated(QT_TRANSLATE_NOOP("report", "It is at byte %1.")).arg(error.offset);
}

QString detailText(const ErrorRow &row, const base::Error &error, Quote quote)
{
    if (error.detail.isEmpty() || row.detail == nullptr)
        return {};
    // An error that was caused by another one has its id as detail, and ids are not for people.
    const auto id = error.detail.toLatin1();
    const auto *cause = findErrorRow(QLatin1StringView(id));
    const auto text = cause != nullptr ? u'“' + translated(cause->title) + u'”'
                                       : foreign(withShortTokens(error.detail), quote);
    return u' ' + filled(translated(row.detail), {text});
}

} // namespace

const ErrorRow *findErrorRow(QLatin1StringView id)
{
    for (const auto rows :
         {tokenErrors(), keyErrors(), issuerErrors(), networkErrors(), programErrors()}) {
        for (const auto &row : rows) {
            if (id == QLatin1StringView(row.id))
                return &row;
        }
    }
    return nullptr;
}

ErrorText wordFor(const base::Error &error, Quote quote)
{
    const auto *known = findErrorRow(error.id);
    const auto &row = known != nullptr ? *known : unknownRow;
    return {translated(row.title),
            translated(row.explanation) + detailText(row, error, quote) + placeText(error),
            translated(row.action)};
}

ErrorText word(const base::Error &error)
{
    return wordFor(error, base::escape::visible);
}

} // namespace report
