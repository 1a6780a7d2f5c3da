// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/countdown.h"

#include "core/report/times.h"

#include <QCoreApplication>

namespace ui {

using namespace std::chrono_literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Countdown", text);
}

//! Amber in the last half minute, so that a person looks up before it flips.
ColorRole roleFor(std::chrono::milliseconds left)
{
    return left <= 30s ? ColorRole::Warning : ColorRole::Accepted;
}

Countdown until(base::Instant moment, base::Instant now, const char *label)
{
    return {report::countdownText(moment - now), tr(label), roleFor(moment - now)};
}

bool asksForSignIn(const verdict::Verdict &verdict)
{
    return verdict.judgedAs == verdict::Profile::Sensitive;
}

} // namespace

Countdown countdownOf(const verdict::Verdict &verdict)
{
    const verdict::Moments &moments = verdict.moments;
    const base::Instant now = verdict.at;
    const auto leeway = verdict.policy.leeway;
    if (moments.expires && now >= *moments.expires + leeway)
        return {tr(QT_TRANSLATE_NOOP("Countdown", "expired")),
                report::shortRelativeText(*moments.expires, verdict), ColorRole::Rejected};
    if (moments.notBefore && now < *moments.notBefore - leeway) {
        Countdown waiting = until(*moments.notBefore - leeway, now,
                                  QT_TRANSLATE_NOOP("Countdown", "until it is valid"));
        waiting.role = ColorRole::Warning;
        return waiting;
    }
    const bool signInCounts = asksForSignIn(verdict) && moments.freshUntil;
    if (signInCounts && now > *moments.freshUntil)
        return {tr(QT_TRANSLATE_NOOP("Countdown", "stale")),
                tr(QT_TRANSLATE_NOOP("Countdown", "sign-in is too old")), ColorRole::Rejected};
    if (signInCounts && (!moments.expires || *moments.freshUntil < *moments.expires + leeway))
        return until(*moments.freshUntil, now,
                     QT_TRANSLATE_NOOP("Countdown", "until sign-in is too old"));
    if (moments.expires)
        return until(*moments.expires + leeway, now,
                     QT_TRANSLATE_NOOP("Countdown", "until it expires"));
    return {};
}

} // namespace ui
