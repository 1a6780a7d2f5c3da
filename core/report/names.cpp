// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/phrases.h"
#include "core/report/texts.h"
#include "core/report/words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

// In the order of verdict::Kind.
constexpr std::array kinds{
    QT_TRANSLATE_NOOP("report", "nothing"),
    QT_TRANSLATE_NOOP("report", "unreadable token"),
    QT_TRANSLATE_NOOP("report", "access token"),
    QT_TRANSLATE_NOOP("report", "ID token"),
    QT_TRANSLATE_NOOP("report", "machine-to-machine token"),
    QT_TRANSLATE_NOOP("report", "logout token"),
    QT_TRANSLATE_NOOP("report", "DPoP proof"),
    QT_TRANSLATE_NOOP("report", "anonymous sign-in request"),
    QT_TRANSLATE_NOOP("report", "biometric sign-in request"),
    QT_TRANSLATE_NOOP("report", "app-to-app request"),
    QT_TRANSLATE_NOOP("report", "Admin API token"),
    QT_TRANSLATE_NOOP("report", "JWT of no known kind"),
    QT_TRANSLATE_NOOP("report", "signed data (JWS)"),
    QT_TRANSLATE_NOOP("report", "signed JSON (JWS JSON serialization)"),
    QT_TRANSLATE_NOOP("report", "encrypted token (JWE)"),
    QT_TRANSLATE_NOOP("report", "opaque value of 32 characters"),
    QT_TRANSLATE_NOOP("report", "refresh token or session cookie"),
    QT_TRANSLATE_NOOP("report", "opaque value"),
};
static_assert(kinds.size() == size_t(verdict::Kind::Opaque) + 1);

// In the order of verdict::Profile.
constexpr std::array profiles{
    QT_TRANSLATE_NOOP("report", "Automatic"),
    QT_TRANSLATE_NOOP("report", "Access token"),
    QT_TRANSLATE_NOOP("report", "ID token"),
    QT_TRANSLATE_NOOP("report", "Sensitive action (ID token)"),
    QT_TRANSLATE_NOOP("report", "Machine to machine"),
    QT_TRANSLATE_NOOP("report", "Any JWT"),
};
static_assert(profiles.size() == size_t(verdict::Profile::Any) + 1);

// In the order of jose::Match. %1 is what the token demands, %2 what the key has.
constexpr std::array matches{
    QT_TRANSLATE_NOOP("report", "the signature fits this key"),
    QT_TRANSLATE_NOOP("report", "the signature does not fit this key"),
    QT_TRANSLATE_NOOP("report", "the signature has %2 bytes; this key makes %1"),
    QT_TRANSLATE_NOOP("report", "not tried: the token names the key “%1”"),
    QT_TRANSLATE_NOOP("report", "not tried: its type is %2, and the algorithm needs %1"),
    QT_TRANSLATE_NOOP("report", "not tried: its curve is %2, and the algorithm needs %1"),
    QT_TRANSLATE_NOOP("report", "not tried: it is for “%2” only, and the token says “%1”"),
    QT_TRANSLATE_NOOP("report", "not tried: its use is “%2”, and checking signatures needs “%1”"),
    QT_TRANSLATE_NOOP("report", "the key cannot be read"),
    QT_TRANSLATE_NOOP("report", "never used for a pass: everybody could have made this key"),
    QT_TRANSLATE_NOOP("report", "not tried"),
};
static_assert(matches.size() == size_t(jose::Match::NotTried) + 1);

//! Why a key of the set could not be read at all, and at which member.
QString problemText(const jose::Attempt &attempt, Quote quote)
{
    if (attempt.problem.isEmpty())
        return {};
    const auto title = u": "_s + word(base::Error{attempt.problem, attempt.found}).title;
    return attempt.found.isEmpty() ? title : title + u" ("_s + foreign(attempt.found, quote) + u')';
}

} // namespace

QString kindName(verdict::Kind kind)
{
    return translated(kinds.at(size_t(kind)));
}

QString kindReason(const verdict::KindGuess &kind)
{
    QStringList reasons;
    for (const auto &id : kind.reasons)
        reasons += phrase(kindReasonPhrases(), QString(id));
    return reasons.join(u", "_s);
}

QString profileName(verdict::Profile profile)
{
    return translated(profiles.at(size_t(profile)));
}

QString attemptTextFor(const jose::Attempt &attempt, Quote quote)
{
    auto text = filled(translated(matches.at(size_t(attempt.match))),
                       {foreign(attempt.expected, quote), foreign(attempt.found, quote)})
        + problemText(attempt, quote);
    if (attempt.withoutKid)
        text += translated(QT_TRANSLATE_NOOP("report", " (the key has no kid)"));
    if (attempt.wouldMatch == true)
        text += translated(QT_TRANSLATE_NOOP("report", " (the signature would fit it)"));
    return text;
}

QString attemptText(const jose::Attempt &attempt)
{
    return attemptTextFor(attempt, base::escape::visible);
}

} // namespace report
