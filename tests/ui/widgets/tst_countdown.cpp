// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/countdown.h"

#include "core/report/times.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'787'000'000}};

verdict::Verdict at(base::Instant now, const verdict::Moments &moments)
{
    verdict::Verdict verdict;
    verdict.at = now;
    verdict.moments = moments;
    return verdict;
}

verdict::Moments expiring(base::Instant at)
{
    verdict::Moments moments;
    moments.expires = at;
    return moments;
}

} // namespace

class TestCountdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDownToExpiry();
    void flipsExactlyAtExpiry();
    void leewayCountsToo();
    void turnsAmberInTheLastHalfMinute();
    void waitsForNotBefore();
    void sensitiveCountsToTheEndOfFreshness();
    void equalToTheLimitIsStillFresh();
    void ordinaryPolicyDoesNotCountFreshness();
    void withoutExpiryNothingCounts();
};

void TestCountdown::countsDownToExpiry()
{
    const Countdown countdown = countdownOf(at(noon, expiring(noon + 18min + 9s)));
    QCOMPARE(countdown.time, report::countdownText(18min + 9s));
    QCOMPARE(countdown.label, u"until it expires"_s);
    QCOMPARE(countdown.role, ColorRole::Accepted);
}

void TestCountdown::flipsExactlyAtExpiry()
{
    QCOMPARE(countdownOf(at(noon - 1ms, expiring(noon))).label, u"until it expires"_s);
    // judgement: expired iff now >= exp
    const Countdown over = countdownOf(at(noon, expiring(noon)));
    QCOMPARE(over.time, u"expired"_s);
    QCOMPARE(over.role, ColorRole::Rejected);
}

void TestCountdown::leewayCountsToo()
{
    verdict::Verdict verdict = at(noon + 59s, expiring(noon));
    verdict.policy.leeway = 60s;
    QCOMPARE(countdownOf(verdict).time, report::countdownText(1s));
    verdict.at = noon + 60s;
    QCOMPARE(countdownOf(verdict).time, u"expired"_s);
}

void TestCountdown::turnsAmberInTheLastHalfMinute()
{
    QCOMPARE(countdownOf(at(noon, expiring(noon + 31s))).role, ColorRole::Accepted);
    QCOMPARE(countdownOf(at(noon, expiring(noon + 30s))).role, ColorRole::Warning);
}

void TestCountdown::waitsForNotBefore()
{
    verdict::Moments moments = expiring(noon + 1h);
    moments.notBefore = noon + 10s;
    const Countdown waiting = countdownOf(at(noon, moments));
    QCOMPARE(waiting.time, report::countdownText(10s));
    QCOMPARE(waiting.label, u"until it is valid"_s);
    QCOMPARE(countdownOf(at(noon + 10s, moments)).label, u"until it expires"_s);
}

void TestCountdown::sensitiveCountsToTheEndOfFreshness()
{
    verdict::Moments moments = expiring(noon + 10min);
    moments.freshUntil = noon + 130s;
    verdict::Verdict verdict = at(noon, moments);
    verdict.judgedAs = verdict::Profile::Sensitive;
    QCOMPARE(countdownOf(verdict).time, report::countdownText(130s));
    QCOMPARE(countdownOf(verdict).label, u"until sign-in is too old"_s);
    verdict.moments.freshUntil = noon + 20min; // later than exp: exp comes first
    QCOMPARE(countdownOf(verdict).label, u"until it expires"_s);
}

void TestCountdown::equalToTheLimitIsStillFresh()
{
    verdict::Moments moments = expiring(noon + 10min);
    moments.freshUntil = noon;
    verdict::Verdict verdict = at(noon, moments);
    verdict.judgedAs = verdict::Profile::Sensitive;
    QCOMPARE(countdownOf(verdict).label, u"until sign-in is too old"_s);
    verdict.at = noon + 1ms;
    QCOMPARE(countdownOf(verdict).label, u"sign-in is too old"_s);
}

void TestCountdown::ordinaryPolicyDoesNotCountFreshness()
{
    verdict::Moments moments = expiring(noon + 10min);
    moments.freshUntil = noon + 1s;
    QCOMPARE(countdownOf(at(noon, moments)).label, u"until it expires"_s);
}

void TestCountdown::withoutExpiryNothingCounts()
{
    QCOMPARE(countdownOf(at(noon, {})).time, QString());
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestCountdown)
#include "tst_countdown.moc"
