// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include "core/verdict/timeclaim.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using base::Instant;
using base::Outcome;
using std::chrono::milliseconds;
using std::chrono::seconds;
using verdict::Verdict;

namespace {

Verdict at(const Json &claims, milliseconds afterNoon, seconds leeway = seconds{0})
{
    verdict::Policy policy = profile(verdict::Profile::Access);
    policy.leeway = leeway;
    return judged(minted(accessHeader(), claims), authgear(), policy, noon + afterNoon);
}

Verdict withOffset(const Json &claims, milliseconds offset, milliseconds error)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.clockOffset = oidc::ClockOffset{offset, error};
    return judged(minted(accessHeader(), claims), evidenceOf(snapshot));
}

QVariant fact(const Verdict &verdict, QLatin1StringView id, const char *name)
{
    const base::Finding *finding = find(verdict, id);
    return finding ? finding->facts.value(QString::fromLatin1(name)) : QVariant();
}

bool has(const Verdict &verdict, QLatin1StringView id)
{
    return find(verdict, id) != nullptr;
}

} // namespace

class TestTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiresAtExpExactly_data();
    void expiresAtExpExactly();
    void beginsAtNbfExactly_data();
    void beginsAtNbfExactly();
    void issuedInTheFuture_data();
    void issuedInTheFuture();
    void saysByHowMuch();
    void countsFromExpAndNotFromTheLeeway();
    void ageOfASignInIsExact_data();
    void ageOfASignInIsExact();
    void millisecondsStaySeconds();
    void endsBeforeItBeginsOnlyWhereBothCanBeTold_data();
    void endsBeforeItBeginsOnlyWhereBothCanBeTold();
    void knowsMilliseconds_data();
    void knowsMilliseconds();
    void expiredIsRejectedWithoutAnyKey();
    void expiredIdTokensAreNamed();
    void issuerClockIsToldWhereItTells_data();
    void issuerClockIsToldWhereItTells();
    void smallOffsetsAreNoRemark();
    void momentsAreThoseOfTheToken();
    void nothingChangesBeforeTheNextChange_data();
    void nothingChangesBeforeTheNextChange();
    void somethingChangesThen();
    void endsWithoutNextChange();
    void survivesAnyLeeway();
    void spansPointIntoThePayload();
};

void TestTimes::expiresAtExpExactly_data()
{
    QTest::addColumn<QByteArray>("exp");
    QTest::addColumn<qint64>("now"); // milliseconds from noon
    QTest::addColumn<qint64>("leeway");
    QTest::addColumn<QString>("id");

    const auto row
        = [](const char *tag, const char *exp, qint64 now, qint64 leeway, const char *id) {
              QTest::newRow(tag) << QByteArray(exp) << now << leeway << QString::fromLatin1(id);
          };
    row("a millisecond before", "1790000000", -1, 0, "time.exp_ok");
    row("exp == now", "1790000000", 0, 0, "time.expired");
    row("leeway: exp == now", "1790000000", 0, 60, "time.within_leeway");
    row("leeway: a millisecond before its end", "1790000000", 59'999, 60, "time.within_leeway");
    row("leeway: exp + leeway == now", "1790000000", 60'000, 60, "time.expired");
    row("fraction: a millisecond before", "1790000000.5", 499, 0, "time.exp_ok");
    row("fraction: now", "1790000000.5", 500, 0, "time.expired");
    row("fraction finer than a millisecond, before", "1790000000.0005", 0, 0, "time.exp_ok");
    row("fraction finer than a millisecond, after", "1790000000.0005", 1, 0, "time.expired");
    row("exponent", "1.79e9", 0, 0, "time.expired");
    row("exponent, before", "179E+7", -1, 0, "time.exp_ok");
    row("negative", "-5", 0, 0, "time.expired");
    row("minus zero", "-0", 0, 0, "time.expired");
    row("tiny", "1e-400", 0, 0, "time.expired");
    row("huge", "1e400", 0, 0, "time.exp_ok");
    row("hugely negative", "-1e400", 0, 0, "time.expired");
    row("30 digits", "179000000000000000000000000000", 0, 0, "time.exp_ok");
}

void TestTimes::expiresAtExpExactly()
{
    QFETCH(QByteArray, exp);
    QFETCH(qint64, now);
    QFETCH(qint64, leeway);
    QFETCH(QString, id);
    const Verdict verdict = at(accessClaims().set("exp", exp), milliseconds{now}, seconds{leeway});
    int found = 0;
    for (const base::Finding &finding : verdict.findings) {
        const bool isAnswer = finding.id == "time.exp_ok"_L1 || finding.id == "time.expired"_L1
            || finding.id == "time.within_leeway"_L1;
        found += isAnswer ? 1 : 0;
        if (isAnswer) {
            QCOMPARE(QString(finding.id), id);
            QCOMPARE(finding.found, QString::fromLatin1(exp)); // As sent.
        }
    }
    QCOMPARE(found, 1);
}

void TestTimes::beginsAtNbfExactly_data()
{
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("leeway");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, qint64 now, qint64 leeway, const char *id) {
        QTest::newRow(tag) << now << leeway << QString::fromLatin1(id);
    };
    row("nbf == now", 0, 0, "time.nbf_ok");
    row("a millisecond before", -1, 0, "time.not_yet_valid");
    row("leeway: nbf - leeway == now", -60'000, 60, "time.within_leeway");
    row("leeway: a millisecond before", -60'001, 60, "time.not_yet_valid");
    row("leeway: nbf == now", 0, 60, "time.nbf_ok");
}

void TestTimes::beginsAtNbfExactly()
{
    QFETCH(qint64, now);
    QFETCH(qint64, leeway);
    QFETCH(QString, id);
    const Verdict verdict = at(accessClaims().at("nbf", 0), milliseconds{now}, seconds{leeway});
    for (const auto candidate :
         {"time.nbf_ok"_L1, "time.not_yet_valid"_L1, "time.within_leeway"_L1})
        QCOMPARE(has(verdict, candidate), candidate == id);
}

void TestTimes::issuedInTheFuture_data()
{
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("leeway");
    QTest::addColumn<bool>("future");
    QTest::newRow("iat == now") << qint64(0) << qint64(0) << false;
    QTest::newRow("a millisecond before") << qint64(-1) << qint64(0) << true;
    QTest::newRow("within leeway") << qint64(-60'000) << qint64(60) << false;
    QTest::newRow("beyond leeway") << qint64(-60'001) << qint64(60) << true;
}

void TestTimes::issuedInTheFuture()
{
    QFETCH(qint64, now);
    QFETCH(qint64, leeway);
    QFETCH(bool, future);
    const Verdict verdict = at(accessClaims().at("iat", 0), milliseconds{now}, seconds{leeway});
    QCOMPARE(has(verdict, "time.iat_future"_L1), future);
    QCOMPARE(has(verdict, "time.iat_ok"_L1), !future);
}

void TestTimes::saysByHowMuch()
{
    const Verdict good = at(accessClaims(), milliseconds{500});
    QCOMPARE(fact(good, "time.exp_ok"_L1, "seconds").toLongLong(), 1739);
    QCOMPARE(fact(good, "time.exp_ok"_L1, "lifetime").toLongLong(), 1800);
    QCOMPARE(fact(good, "time.iat_ok"_L1, "seconds").toLongLong(), 60);
    const Verdict late = at(accessClaims().at("exp", -90), milliseconds{0});
    QVERIFY(!fact(late, "time.expired"_L1, "lifetime").isValid()); // It ends before it begins.
    QCOMPARE(fact(late, "time.expired"_L1, "seconds").toLongLong(), 90);
    QCOMPARE(fact(late, "time.expired"_L1, "at").toLongLong(), (noonSeconds - 90) * 1000);
    const Verdict early = at(accessClaims().at("nbf", 30), milliseconds{0});
    QCOMPARE(fact(early, "time.not_yet_valid"_L1, "seconds").toLongLong(), 30);
    QVERIFY(!fact(early, "time.not_yet_valid"_L1, "milliseconds").toBool());
}

void TestTimes::countsFromExpAndNotFromTheLeeway()
{
    const Verdict late = at(accessClaims().at("exp", -90), milliseconds{0}, seconds{60});
    QCOMPARE(fact(late, "time.expired"_L1, "seconds").toLongLong(), 90);
    QCOMPARE(fact(late, "time.expired"_L1, "leeway").toLongLong(), 60);
}

// judgement, "Claims": stale iff now - auth_time > limit, exactly; the limit is 300 s.
void TestTimes::ageOfASignInIsExact_data()
{
    QTest::addColumn<QByteArray>("authTime");
    QTest::addColumn<qint64>("now"); // milliseconds from noon
    QTest::addColumn<bool>("stale");
    const auto row = [](const char *authTime, qint64 now, bool stale) {
        QTest::addRow("%s at %lld", authTime, now) << QByteArray(authTime) << now << stale;
    };
    row("1789999700", 0, false);
    row("1789999700", 1, true);
    row("1789999699.9999", 0, true); // 300.0001 s
    row("1789999699.9999", -1, false); // 299.9991 s
    row("1789999700.0001", 0, false);
    row("1789999700.0001", 1, true); // 300.0009 s
    row("1789999699.9990", -1, false);
    row("1789999699.9990", 0, true);
    row("17899996999999e-4", 0, true);
    row("1789999700.0", 0, false);
}

void TestTimes::ageOfASignInIsExact()
{
    QFETCH(const QByteArray, authTime);
    QFETCH(const qint64, now);
    const Verdict verdict = at(accessClaims().set("auth_time", authTime), milliseconds{now});
    QTEST(has(verdict, "reauth.stale"_L1), "stale");
    QCOMPARE(has(verdict, "reauth.fresh"_L1), !has(verdict, "reauth.stale"_L1));
    if (has(verdict, "reauth.fresh"_L1)) // The countdown wakes up at the very change.
        QVERIFY(*verdict.nextChange <= *verdict.moments.freshUntil + milliseconds{1});
}

// judgement, "Claims": a time in milliseconds is said to be so and never converted.
void TestTimes::millisecondsStaySeconds()
{
    const Verdict verdict = at(accessClaims().set("exp", "1789999999000"), milliseconds{0});
    QVERIFY(has(verdict, "time.exp_ok"_L1)); // As milliseconds it would have expired.
    QCOMPARE(fact(verdict, "time.milliseconds"_L1, "meant").toLongLong(), 1789999999000);
    const Verdict start = at(accessClaims().set("nbf", "1789999999000"), milliseconds{0});
    QVERIFY(fact(start, "time.not_yet_valid"_L1, "milliseconds").toBool());
    const Verdict made = at(accessClaims().set("iat", "1789999999000"), milliseconds{0});
    QVERIFY(fact(made, "time.iat_future"_L1, "milliseconds").toBool());
}

void TestTimes::endsBeforeItBeginsOnlyWhereBothCanBeTold_data()
{
    QTest::addColumn<QByteArray>("iat");
    QTest::addColumn<QByteArray>("exp");
    QTest::addColumn<bool>("isTold");
    const auto row = [](const char *tag, const char *iat, const char *exp, bool isTold) {
        QTest::newRow(tag) << QByteArray(iat) << QByteArray(exp) << isTold;
    };
    row("a second after", "1790000000", "1790000001", false);
    row("the same second", "1790000000", "1790000000", true);
    row("a second before", "1790000001", "1790000000", true);
    // Beyond the year 9999 all moments look alike.
    row("milliseconds, in order", "1790000000000", "1790001800000", false);
    row("milliseconds in iat alone", "1790000000000", "1790001800", true);
    row("before all moments, both", "-1790000000000", "-1790000000001", false);
}

void TestTimes::endsBeforeItBeginsOnlyWhereBothCanBeTold()
{
    QFETCH(const QByteArray, iat);
    QFETCH(const QByteArray, exp);
    const Verdict verdict = at(accessClaims().set("iat", iat).set("exp", exp), milliseconds{0});
    QTEST(has(verdict, "time.order"_L1), "isTold");
}

void TestTimes::knowsMilliseconds_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isMilliseconds");
    QTest::addColumn<bool>("isFar");
    const auto row = [](const char *number, bool isMilliseconds, bool isFar) {
        QTest::newRow(number) << QByteArray(number) << isMilliseconds << isFar;
    };
    row("0", false, false);
    row("5749715507", false, false); // beyond 32 bits, and an ordinary second
    row("99999999999", false, false);
    row("100000000000", true, false);
    row("-1790000000000", true, false);
    row("1790000000000.5", true, false);
    row("1.79e12", true, false);
    row("99999999999999", true, false);
    row("100000000000000", false, true);
    row("1790000000000000", false, true);
    row("1e400", false, true);
    row("1e-400", false, false);
}

void TestTimes::knowsMilliseconds()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, isMilliseconds);
    QFETCH(bool, isFar);
    const auto document = base::json::Document::read(number);
    const verdict::TimeClaim time(document.root());
    QCOMPARE(time.looksLikeMilliseconds(), isMilliseconds);
    QCOMPARE(time.isFarAway(), isFar);
}

void TestTimes::expiredIsRejectedWithoutAnyKey()
{
    const Verdict verdict = judged(minted(accessHeader(), accessClaims().at("exp", 0)), {});
    QVERIFY(verdict.decision == verdict::Decision::Rejected);
    QCOMPARE(primaryId(verdict), "time.expired"_L1);
}

// Reference authgear 10, trouble 23: it is taken for a session, and ends after five minutes.
void TestTimes::expiredIdTokensAreNamed()
{
    const auto idToken = [](const QByteArray &token) {
        return find(judged(token, authgear()), "time.expired"_L1)->facts.value(u"idToken"_s);
    };
    QCOMPARE(idToken(minted(jwtHeader(), idClaims().at("exp", 0))), QVariant(true));
    QCOMPARE(idToken(minted(accessHeader(), accessClaims().at("exp", 0))), QVariant(false));
}

void TestTimes::issuerClockIsToldWhereItTells_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("error");
    QTest::addColumn<QVariant>("good");
    const auto row = [](const char *tag, qint64 offset, qint64 error, const QVariant &good) {
        QTest::newRow(tag) << offset << error << good;
    };
    // The token expired a minute ago by this machine's clock.
    row("two minutes behind", -120'000, 600, true);
    row("a minute and a second behind", -61'000, 600, true);
    row("a minute behind, give or take", -60'000, 600, false);
    row("half a minute behind", -30'000, 600, false);
    row("ahead", 60'000, 600, false);
    row("smaller than its error", -500, 600, QVariant());
}

void TestTimes::issuerClockIsToldWhereItTells()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, error);
    QFETCH(QVariant, good);
    const Verdict verdict
        = withOffset(accessClaims().at("exp", -60), milliseconds{offset}, milliseconds{error});
    QCOMPARE(fact(verdict, "time.expired"_L1, "goodByIssuerClock"), good);
    QVERIFY(verdict.decision == verdict::Decision::Rejected);
    QCOMPARE(fact(verdict, "time.expired"_L1, "offset").isValid(), good.isValid());
    const Verdict early
        = withOffset(accessClaims().at("nbf", 60), milliseconds{-offset}, milliseconds{error});
    QCOMPARE(fact(early, "time.not_yet_valid"_L1, "goodByIssuerClock").isValid(), good.isValid());
    if (qAbs(offset) > 61'000)
        QCOMPARE(fact(early, "time.not_yet_valid"_L1, "goodByIssuerClock"), good);
}

void TestTimes::smallOffsetsAreNoRemark()
{
    QVERIFY(!has(withOffset(accessClaims(), milliseconds{9'999}, milliseconds{600}),
                 "time.clock_offset"_L1));
    const Verdict ahead = withOffset(accessClaims(), milliseconds{10'000}, milliseconds{600});
    QCOMPARE(fact(ahead, "time.clock_offset"_L1, "offset").toLongLong(), 10'000);
}

void TestTimes::momentsAreThoseOfTheToken()
{
    const Verdict verdict = at(accessClaims().at("nbf", -61), milliseconds{0});
    QCOMPARE(*verdict.moments.authTime, noonPlus(-90));
    QCOMPARE(*verdict.moments.freshUntil, noonPlus(210));
    QCOMPARE(*verdict.moments.notBefore, noonPlus(-61));
    QCOMPARE(*verdict.moments.issuedAt, noonPlus(-60));
    QCOMPARE(*verdict.moments.expires, noonPlus(1740));
    const Verdict none = at(accessClaims().text("exp", "1").drop("auth_time"), milliseconds{0});
    QVERIFY(!none.moments.expires);
    QVERIFY(!none.moments.freshUntil);
}

void TestTimes::nothingChangesBeforeTheNextChange_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("leeway");
    const auto row = [](const char *tag, const Json &claims, qint64 leeway) {
        QTest::newRow(tag) << claims.bytes() << leeway;
    };
    row("ordinary", accessClaims(), 0);
    row("with leeway", accessClaims(), 60);
    row("everything ahead", accessClaims().at("iat", 5).at("nbf", 7).at("auth_time", 3), 2);
    row("fractions", accessClaims().set("exp", "1790000001.25").set("nbf", "1790000000.75"), 0);
    row("no times", accessClaims().drop("exp").drop("iat").drop("auth_time"), 0);
}

// Walks from change to change: outcomes are the same until the millisecond before each of them.
void TestTimes::nothingChangesBeforeTheNextChange()
{
    QFETCH(QByteArray, claims);
    QFETCH(qint64, leeway);
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.clockOffset = oidc::ClockOffset{milliseconds{-2500}, milliseconds{600}};
    const auto examination = verdict::examine(
        jose::Token::read(mintedBytes(accessHeader().bytes(), claims)), evidenceOf(snapshot));
    verdict::Policy policy = profile(verdict::Profile::Access);
    policy.leeway = seconds{leeway};
    const auto signature = [&](Instant now) {
        QStringList lines;
        for (const base::Finding &finding : verdict::judge(examination, policy, now).findings)
            lines << QString(finding.id) + QString::number(int(finding.outcome))
                    + finding.facts.value(u"goodByIssuerClock"_s).toString();
        return lines;
    };
    Instant now = noonPlus(-100);
    for (int steps = 0; steps < 20; ++steps) {
        const auto next = verdict::judge(examination, policy, now).nextChange;
        if (!next) {
            QCOMPARE(signature(now + std::chrono::hours{24 * 365}), signature(now));
            return;
        }
        QVERIFY(*next > now);
        QCOMPARE(signature(*next - milliseconds{1}), signature(now));
        now = *next;
    }
    QFAIL("too many changes");
}

void TestTimes::somethingChangesThen()
{
    const Verdict fresh = at(accessClaims(), milliseconds{0});
    QCOMPARE(*fresh.nextChange, noonPlus(210) + milliseconds{1});
    const Verdict stale = at(accessClaims(), milliseconds{210'001});
    QVERIFY(has(stale, "reauth.stale"_L1));
    QCOMPARE(*stale.nextChange, noonPlus(1740));
}

void TestTimes::endsWithoutNextChange()
{
    QVERIFY(!at(accessClaims(), milliseconds{2'000'000}).nextChange);
}

void TestTimes::survivesAnyLeeway()
{
    const Verdict verdict = at(accessClaims().set("exp", "1e400"), milliseconds{0}, seconds::max());
    QVERIFY(has(verdict, "time.exp_ok"_L1));
    QVERIFY(has(at(accessClaims().at("exp", -9), milliseconds{0}, seconds::max()),
                "time.within_leeway"_L1));
}

void TestTimes::spansPointIntoThePayload()
{
    const Json claims = accessClaims().at("exp", -1);
    const Verdict verdict = at(claims, milliseconds{0});
    const base::Span span = find(verdict, "time.expired"_L1)->span;
    QCOMPARE(claims.bytes().mid(span.start, span.size()), QByteArray::number(noonSeconds - 1));
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
