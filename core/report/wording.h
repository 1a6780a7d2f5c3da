// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/times.h"

//! The one place that turns findings into sentences, for the window, the terminal and files.
namespace report {

//! How a finding reads. Plain text; foreign parts are already made visible (escape::visible).
struct Wording
{
    QString subject; //!< "Audience (aud)"
    QString found; //!< Short, for the list: "in 18 min 09 s"
    QString inShort; //!< A few words, lower case: "your setting has one “/” too many"
    QString title; //!< A whole sentence without full stop, for the detail pane.
    QString explanation; //!< What is wrong and why it matters.
    QString action; //!< What to do.
    QString spec; //!< "RFC 7519 section 4.1.3"
    QString specUrl; //!< https address of it; empty when there is none.
};

//! Never empty for an id of the rule table: a test walks over all of them.
[[nodiscard]] Wording word(const base::Finding &finding, const Standpoint &now);

//! What to lay side by side with the difference marked: of several audiences the closest pair.
struct Compared
{
    QString expected; //!< Exact and foreign, as in the finding; both empty when there is no pair.
    QString found;
};
//! Empty where the finding has only one side.
[[nodiscard]] Compared compared(const base::Finding &finding);

//! A verdict in three lines.
struct Headline
{
    QString title; //!< "Rejected: your audience has a “/” too many"
    QString subtitle; //!< "Signature valid · not expired · sign-in is 27 min old"
    QString basis; //!< What a green mark stands on: key, source, age, transport; warnings too.
};
//! Of a verdict on this very examination. Findings that are listed beside those of the verdict are
//! counted with them.
[[nodiscard]] Headline headline(const verdict::Examination &examination,
                                const verdict::Verdict &verdict, const base::Findings &beside = {});

//! Errors of files, issuers, networks as a sentence with the likely cause (reference authgear 1.4).
struct ErrorText
{
    QString title;
    QString explanation;
    QString action;
};
//! A general sentence with the id for one that no table knows.
[[nodiscard]] ErrorText word(const base::Error &error);

[[nodiscard]] QString kindName(verdict::Kind kind); //!< "access token"
[[nodiscard]] QString kindReason(const verdict::KindGuess &kind); //!< "typ is at+jwt"
[[nodiscard]] QString profileName(verdict::Profile profile); //!< "Access token"
[[nodiscard]] QString
attemptText(const jose::Attempt &attempt); //!< Why this key did or did not match.
//! One sentence: what was not checked, and who could.
[[nodiscard]] QString notCheckedText(QLatin1StringView id);

} // namespace report
