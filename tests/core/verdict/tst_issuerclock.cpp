// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using std::chrono::milliseconds;
using std::chrono::seconds;
using verdict::Verdict;

namespace {

Verdict withClock(const Json &claims, milliseconds offset, milliseconds error, seconds leeway)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.clockOffset = oidc::ClockOffset{offset, error};
    verdict::Policy policy = profile(verdict::Profile::Access);
    policy.leeway = leeway;
    return judged(minted(accessHeader(), claims), evidenceOf(snapshot), policy);
}

QVariant fact(const Verdict &verdict, QLatin1StringView id, const char *name)
{
    const base::Finding *finding = find(verdict, id);
    return finding ? finding->facts.value(QString::fromLatin1(name)) : QVariant(u"no finding"_s);
}

} // namespace

//! "By the issuer's clock this token is still good": said only where it holds at both ends of what
//! the offset may be. design: judgement, "Claims".
class TestIssuerClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAtBothEnds_data();
    void holdsAtBothEnds();
    void saysNothingWithoutAClock_data();
    void saysNothingWithoutAClock();
    void isARemarkFromTenSecondsOn_data();
    void isARemarkFromTenSecondsOn();
    void neverChangesTheVerdict_data();
    void neverChangesTheVerdict();
};

// The offset is known to 600 ms; noon is now, and the claim is a minute on its wrong side.
void TestIssuerClock::holdsAtBothEnds_data()
{
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<qint64>("second"); // of the claim, from noon
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("leeway");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *claim, qint64 second, const char *id, qint64 offset,
                        qint64 leeway, bool good) {
        QTest::addRow("%s, offset %lld, leeway %lld", claim, offset, leeway)
            << QByteArray(claim) << second << QString::fromLatin1(id) << offset << leeway << good;
    };
    // exp: good while the issuer's clock is before exp + leeway (RFC 7519 section 4.1.4).
    row("exp", -60, "time.expired", -60'601, 0, true);
    row("exp", -60, "time.expired", -60'600, 0, false); // the late end is exp itself
    row("exp", -60, "time.expired", -59'401, 0, false); // good at the early end alone
    row("exp", -60, "time.expired", -59'399, 0, false);
    row("exp", -60, "time.expired", 60'600, 0, false);
    row("exp", -60, "time.expired", -50'601, 10, true);
    row("exp", -60, "time.expired", -50'600, 10, false);
    // nbf: good from nbf - leeway on (section 4.1.5).
    row("nbf", 60, "time.not_yet_valid", 60'600, 0, true); // the early end is nbf itself
    row("nbf", 60, "time.not_yet_valid", 60'599, 0, false);
    row("nbf", 60, "time.not_yet_valid", 59'400, 0, false); // good at the late end alone
    row("nbf", 60, "time.not_yet_valid", -60'600, 0, false);
    row("nbf", 60, "time.not_yet_valid", 50'600, 10, true);
    row("nbf", 60, "time.not_yet_valid", 50'599, 10, false);
    // iat: made in the past from iat on, whatever the leeway.
    row("iat", 60, "time.iat_future", 60'600, 0, true);
    row("iat", 60, "time.iat_future", 60'599, 0, false);
    row("iat", 60, "time.iat_future", 60'600, 10, true);
    row("iat", 60, "time.iat_future", 60'599, 10, false);
}

void TestIssuerClock::holdsAtBothEnds()
{
    QFETCH(const QByteArray, claim);
    QFETCH(const qint64, second);
    QFETCH(const QString, id);
    QFETCH(const qint64, offset);
    QFETCH(const qint64, leeway);
    const Verdict verdict = withClock(accessClaims().at(claim, second), milliseconds{offset},
                                      milliseconds{600}, seconds{leeway});
    const base::Finding *finding = nullptr;
    for (const base::Finding &each : verdict.findings)
        finding = each.id == id ? &each : finding;
    QVERIFY2(finding, qPrintable(listed(verdict)));
    QTEST(finding->facts.value(u"goodByIssuerClock"_s).toBool(), "good");
    QCOMPARE(finding->facts.value(u"offset"_s).toLongLong(), offset);
    QCOMPARE(finding->facts.value(u"offsetError"_s).toLongLong(), 600);
}

void TestIssuerClock::saysNothingWithoutAClock_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("told");
    QTest::newRow("as large as its error") << qint64(-600) << false;
    QTest::newRow("as large as its error, ahead") << qint64(600) << false;
    QTest::newRow("a millisecond larger") << qint64(-601) << true;
    QTest::newRow("a millisecond larger, ahead") << qint64(601) << true;
    QTest::newRow("none") << qint64(0) << false;
}

void TestIssuerClock::saysNothingWithoutAClock()
{
    QFETCH(const qint64, offset);
    const Verdict verdict = withClock(accessClaims().at("exp", -60), milliseconds{offset},
                                      milliseconds{600}, seconds{0});
    QTEST(fact(verdict, "time.expired"_L1, "goodByIssuerClock").isValid(), "told");
}

void TestIssuerClock::isARemarkFromTenSecondsOn_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("remark");
    QTest::newRow("almost, ahead") << qint64(9'999) << false;
    QTest::newRow("ten seconds ahead") << qint64(10'000) << true;
    QTest::newRow("almost, behind") << qint64(-9'999) << false;
    QTest::newRow("ten seconds behind") << qint64(-10'000) << true;
}

void TestIssuerClock::isARemarkFromTenSecondsOn()
{
    QFETCH(const qint64, offset);
    const Verdict verdict
        = withClock(accessClaims(), milliseconds{offset}, milliseconds{600}, seconds{0});
    const base::Finding *remark = find(verdict, "time.clock_offset"_L1);
    QTEST(remark != nullptr, "remark");
    if (remark) {
        QCOMPARE(remark->subject, u"clock"_s);
        QCOMPARE(remark->facts.value(u"offset"_s).toLongLong(), offset);
        QCOMPARE(remark->facts.value(u"offsetError"_s).toLongLong(), 600);
    }
}

void TestIssuerClock::neverChangesTheVerdict_data()
{
    QTest::addColumn<qint64>("exp");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<verdict::Decision>("decision");
    QTest::newRow("expired here, good there")
        << qint64(-60) << qint64(-120'000) << verdict::Decision::Rejected;
    QTest::newRow("good here, expired there")
        << qint64(60) << qint64(120'000) << verdict::Decision::Accepted;
}

void TestIssuerClock::neverChangesTheVerdict()
{
    QFETCH(const qint64, exp);
    QFETCH(const qint64, offset);
    const Verdict verdict = withClock(accessClaims().at("exp", exp), milliseconds{offset},
                                      milliseconds{600}, seconds{0});
    QTEST(verdict.decision, "decision");
}

QTEST_GUILESS_MAIN(TestIssuerClock)
#include "tst_issuerclock.moc"
