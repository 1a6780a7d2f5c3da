// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/choice.h"

#include "app/cli/tokens.h"
#include "core/report/captureformats.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

bool hasBlank(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

//! What a header's mistake is called among the things that cleaning takes off (jose::CleanedInput).
struct Mistake
{
    QLatin1StringView finding;
    std::array<QLatin1StringView, 3> removed;
};
constexpr auto mistakes = std::to_array<Mistake>({
    {"carrying.scheme_missing"_L1, {"header_name"_L1}},
    {"carrying.scheme_twice"_L1, {"header_name"_L1, "scheme"_L1, "scheme"_L1}},
    {"carrying.colon"_L1, {"header_name"_L1, "scheme"_L1, "colon"_L1}},
    {"carrying.tab"_L1, {"header_name"_L1, "scheme"_L1, "tab"_L1}},
    {"carrying.quotes"_L1, {"header_name"_L1, "scheme"_L1, "quotes"_L1}},
});

//! A token in an Authorization header is judged as an access token, and so is the header.
verdict::Presentation presentationOf(const capture::Sighting &sighting)
{
    verdict::Presentation presentation;
    presentation.inAuthorizationHeader = sighting.carrier.type == capture::CarrierType::Header
        && sighting.carrier.name.endsWith(u"authorization"_s, Qt::CaseInsensitive);
    if (!presentation.inAuthorizationHeader)
        return presentation;
    for (const auto &finding : sighting.findings) {
        const auto row = std::ranges::find(mistakes, finding.id, &Mistake::finding);
        if (row == mistakes.end())
            continue;
        for (const auto removed : row->removed) {
            if (!removed.isEmpty()
                && presentation.removed.count(removed) < std::ranges::count(row->removed, removed))
                presentation.removed.append(removed);
        }
    }
    return presentation;
}

Choice choiceOf(const capture::Capture &capture, qsizetype index)
{
    const auto &sighting = capture.sightings[index];
    return {sighting.token, presentationOf(sighting), index};
}

//! One word, with what may stand around a token: nothing else is in the text.
bool isBare(const jose::CleanedInput &cleaned, const capture::Capture &capture)
{
    if (hasBlank(cleaned.token))
        return false;
    const auto &sightings = capture.sightings;
    return std::ranges::all_of(sightings, [&](const capture::Sighting &sighting) {
        return sighting.token == cleaned.token
            || sighting.carrier.type == capture::CarrierType::Text;
    });
}

//! Words that are all tokens: somebody pasted several, even if they should be the same.
bool isListOfTokens(const QByteArray &text)
{
    const int count = countTokens(text);
    return count > 1 && text.simplified().count(' ') + 1 == count;
}

base::Result<Choice> chooseWithout(const jose::CleanedInput &cleaned,
                                   const capture::Capture &capture)
{
    if (cleaned.token.isEmpty() && capture.findings.isEmpty())
        return base::failure("input.empty"_L1);
    const bool isForm = !capture.form.isEmpty() && capture.form != "text"_L1;
    const bool isJson = cleaned.token.startsWith('{') && capture.form != "har"_L1;
    const bool isLarge = cleaned.token.isEmpty();
    if (isLarge || (isForm && !isJson && hasBlank(cleaned.token)))
        return base::failure("input.no_token"_L1);
    return Choice{cleaned.token, {cleaned.fromAuthorizationHeader, cleaned.removed}, -1};
}

} // namespace

base::Result<Choice> choose(const CaptureInput &input, std::optional<int> which)
{
    const auto &capture = input.capture;
    const auto count = capture.sightings.size();
    if (which) {
        if (*which < 1 || *which > count)
            return base::failure("usage.which"_L1, u"%1 (1 … %2)"_s.arg(*which).arg(count));
        return choiceOf(capture, *which - 1);
    }
    const auto cleaned = jose::cleanUp(input.bytes);
    if (count == 0 && cleaned.token.isEmpty() && !input.bytes.isEmpty())
        return base::failure("input.empty"_L1);
    if (count == 0)
        return chooseWithout(cleaned, capture);
    if (report::countDifferent(capture) > 1 || isListOfTokens(input.bytes))
        return base::failure("input.several_tokens"_L1, QString::number(count));
    const auto index = std::max(capture.mostRelevant(), qsizetype(0));
    if (!isBare(cleaned, capture))
        return choiceOf(capture, index);
    return Choice{cleaned.token, {cleaned.fromAuthorizationHeader, cleaned.removed}, index};
}

} // namespace cli
