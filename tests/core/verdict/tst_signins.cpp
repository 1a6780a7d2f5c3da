// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using std::chrono::seconds;
using verdict::Policy;
using verdict::Profile;
using verdict::Verdict;

namespace {

constexpr char canReauthenticate[] = "https://authgear.com/claims/user/can_reauthenticate";

QStringList signInIds(const Verdict &verdict)
{
    QStringList ids;
    for (const base::Finding &finding : verdict.findings) {
        if (finding.id.startsWith("reauth."_L1))
            ids << QString(finding.id).sliced(7);
    }
    ids.sort();
    return ids;
}

const base::Finding *signIn(const Verdict &verdict, const QString &id)
{
    const auto found = std::ranges::find_if(verdict.findings, [&id](const base::Finding &finding) {
        return finding.id == u"reauth."_s + id;
    });
    return found == verdict.findings.end() ? nullptr : &*found;
}

Verdict judgedId(const Json &claims, Profile wanted = Profile::Id,
                 std::optional<seconds> limit = seconds{300}, seconds leeway = seconds{0})
{
    Policy policy = forClient(wanted);
    policy.maxAuthAge = limit;
    policy.leeway = leeway;
    return judged(minted(jwtHeader(), claims), authgear(), policy);
}

} // namespace

//! Re-authentication on auth_time and can_reauthenticate. design: judgement, "Claims"; OpenID
//! Connect Core section 2; Authgear docs: Reauthentication.
class TestSignIns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWithTheIssueTime_data();
    void comparesWithTheIssueTime();
    void asksWhereASignInCanBeOld_data();
    void asksWhereASignInCanBeOld();
    void everySensitiveActionHasALimit_data();
    void everySensitiveActionHasALimit();
    void sendsNobodyAwayWhoCannotComeBack_data();
    void sendsNobodyAwayWhoCannotComeBack();
    void leewayMakesNoSignInYounger_data();
    void leewayMakesNoSignInYounger();
    void saysWhatWasFound_data();
    void saysWhatWasFound();
};

// A minute for the login page; the token's own time against that of the sign-in.
void TestSignIns::comparesWithTheIssueTime_data()
{
    QTest::addColumn<QByteArray>("authTime");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<qint64>("apart"); // seconds
    const auto row = [](const char *tag, const char *authTime, const char *id, qint64 apart) {
        QStringList ids{u"fresh"_s};
        if (qstrlen(id) > 0)
            ids << QString::fromLatin1(id);
        ids.sort();
        QTest::newRow(tag) << QByteArray(authTime) << ids << apart;
    };
    // iat is 1789999940, a minute before noon.
    row("the same second", "1789999940", "", 0);
    row("a millisecond after iat", "1789999940.001", "after_iat", 0);
    row("a second after iat", "1789999941", "after_iat", 1);
    row("a second before iat", "1789999939", "", 0);
    row("a minute before iat", "1789999880", "", 0);
    row("a millisecond more", "1789999879.999", "refreshed", 60);
    row("two minutes before iat", "1789999820", "refreshed", 120);
}

void TestSignIns::comparesWithTheIssueTime()
{
    QFETCH(const QByteArray, authTime);
    QFETCH(const QStringList, ids);
    QFETCH(const qint64, apart);
    const Verdict verdict = judgedId(idClaims().set("auth_time", authTime));
    QCOMPARE(signInIds(verdict), ids);
    for (const char *id : {"after_iat", "refreshed"}) {
        const base::Finding *finding = signIn(verdict, QString::fromLatin1(id));
        if (!finding)
            continue;
        QCOMPARE(finding->subject, u"auth_time"_s);
        QCOMPARE(finding->found, QString::fromLatin1(authTime));
        QCOMPARE(finding->expected, u"1789999940"_s);
        QCOMPARE(finding->facts.value(u"seconds"_s).toLongLong(), apart);
    }
}

void TestSignIns::asksWhereASignInCanBeOld_data()
{
    QTest::addColumn<Profile>("wanted");
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("typed"); // at+jwt
    QTest::addColumn<bool>("hasLimit");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *tag, Profile wanted, const Json &claims, bool typed,
                        bool hasLimit, const QStringList &ids) {
        QTest::newRow(tag) << wanted << claims.bytes() << typed << hasLimit << ids;
    };
    const QStringList fresh{u"fresh"_s};
    const QStringList missing{u"missing"_s};
    const Json noTime = idClaims().drop("auth_time");
    row("ID token", Profile::Id, idClaims(), false, true, fresh);
    row("ID token, nobody asked", Profile::Id, idClaims(), false, false, {});
    row("ID token without auth_time", Profile::Id, noTime, false, true, missing);
    row("access token", Profile::Access, accessClaims(), true, true, fresh);
    row("access token, nobody asked", Profile::Access, accessClaims(), true, false, {});
    row("sensitive, nobody asked", Profile::Sensitive, idClaims(), false, false, fresh);
    row("sensitive without auth_time", Profile::Sensitive, noTime, false, false, missing);
    // A machine does not sign in, and any JWT only where it says when.
    row("M2M token", Profile::M2m, m2mClaims(), true, true, {});
    row("M2M token at a user's API", Profile::Access, m2mClaims(), true, true, {});
    row("M2M token with auth_time", Profile::M2m, m2mClaims().at("auth_time", -90), true, true,
        fresh);
    row("user's token at an API for machines", Profile::M2m, accessClaims().drop("auth_time"), true,
        true, {});
    row("any JWT", Profile::Any, plainClaims(), false, true, {});
    row("any JWT with auth_time", Profile::Any, plainClaims().at("auth_time", -60), false, true,
        fresh);
}

void TestSignIns::asksWhereASignInCanBeOld()
{
    QFETCH(const Profile, wanted);
    QFETCH(const QByteArray, claims);
    QFETCH(const bool, typed);
    QFETCH(const bool, hasLimit);
    Policy policy = forClient(wanted);
    if (!hasLimit)
        policy.maxAuthAge.reset();
    const Json header = typed ? accessHeader() : jwtHeader();
    const Verdict verdict = judged(mintedBytes(header.bytes(), claims), authgear(), policy);
    QTEST(signInIds(verdict), "ids");
}

void TestSignIns::everySensitiveActionHasALimit_data()
{
    QTest::addColumn<qint64>("limit"); // seconds; -1: nobody gave one
    QTest::addColumn<qint64>("authTime"); // from noon
    QTest::addColumn<bool>("stale");
    const auto row = [](const char *tag, qint64 limit, qint64 authTime, bool stale) {
        QTest::newRow(tag) << limit << authTime << stale;
    };
    row("default, five minutes", -1, -300, false);
    row("default, a second more", -1, -301, true);
    row("a minute", 60, -60, false);
    row("a minute and a second", 60, -61, true);
    row("zero, now", 0, 0, false);
    row("zero, a second ago", 0, -1, true);
    row("a day", 86'400, -86'400, false);
}

void TestSignIns::everySensitiveActionHasALimit()
{
    QFETCH(const qint64, limit);
    QFETCH(const qint64, authTime);
    QFETCH(const bool, stale);
    const std::optional<seconds> given = limit < 0 ? std::nullopt : std::optional(seconds{limit});
    const Verdict verdict = judgedId(idClaims().at("auth_time", authTime).at("iat", authTime),
                                     Profile::Sensitive, given);
    QCOMPARE(signInIds(verdict), QStringList{stale ? u"stale"_s : u"fresh"_s});
    QVERIFY(verdict.decision
            == (stale ? verdict::Decision::Rejected : verdict::Decision::Accepted));
    const base::Finding *finding = signIn(verdict, stale ? u"stale"_s : u"fresh"_s);
    QCOMPARE(finding->facts.value(u"limit"_s).toLongLong(), limit < 0 ? 300 : limit);
    QCOMPARE(finding->facts.value(u"sensitive"_s).toBool(), true);
}

void TestSignIns::sendsNobodyAwayWhoCannotComeBack_data()
{
    QTest::addColumn<QByteArray>("able"); // JSON; empty: not there
    QTest::addColumn<qint64>("authTime");
    QTest::addColumn<Profile>("wanted");
    QTest::addColumn<bool>("told");
    QTest::addColumn<bool>("rejected");
    const auto row = [](const char *tag, const char *able, qint64 authTime, Profile wanted,
                        bool told, bool rejected) {
        QTest::newRow(tag) << QByteArray(able) << authTime << wanted << told << rejected;
    };
    row("cannot, fresh", "false", -90, Profile::Id, false, false);
    row("cannot, stale", "false", -900, Profile::Id, true, false);
    row("cannot, fresh, sensitive", "false", -90, Profile::Sensitive, true, false);
    row("cannot, stale, sensitive", "false", -900, Profile::Sensitive, true, true);
    row("can, stale", "true", -900, Profile::Id, false, false);
    row("can, stale, sensitive", "true", -900, Profile::Sensitive, false, true);
    row("nobody knows, stale", "", -900, Profile::Id, false, false);
    row("null is no false", "null", -900, Profile::Id, false, false);
    row("text is no false", "\"false\"", -900, Profile::Id, false, false);
    row("zero is no false", "0", -900, Profile::Id, false, false);
}

void TestSignIns::sendsNobodyAwayWhoCannotComeBack()
{
    QFETCH(const QByteArray, able);
    QFETCH(const qint64, authTime);
    QFETCH(const Profile, wanted);
    QFETCH(const bool, told);
    Json claims = idClaims().at("auth_time", authTime);
    if (!able.isEmpty())
        claims.set(canReauthenticate, able);
    const Verdict verdict = judgedId(claims, wanted);
    const base::Finding *cannot = signIn(verdict, u"cannot"_s);
    QCOMPARE(cannot != nullptr, told);
    QTEST(verdict.decision == verdict::Decision::Rejected, "rejected");
    if (!cannot)
        return;
    QCOMPARE(cannot->subject, u"can_reauthenticate"_s);
    QCOMPARE(cannot->found, u"false"_s);
    QCOMPARE(cannot->facts.value(u"stale"_s).toBool(), authTime < -300);
    QCOMPARE(cannot->facts.value(u"sensitive"_s).toBool(), wanted == Profile::Sensitive);
    QCOMPARE(cannot->facts.value(u"limit"_s).toLongLong(), 300);
}

void TestSignIns::leewayMakesNoSignInYounger_data()
{
    QTest::addColumn<qint64>("authTime");
    QTest::addColumn<QString>("id");
    QTest::newRow("at the limit") << qint64(-300) << u"fresh"_s;
    QTest::newRow("a second beyond") << qint64(-301) << u"stale"_s;
    QTest::newRow("in the future") << qint64(1) << u"future"_s;
}

void TestSignIns::leewayMakesNoSignInYounger()
{
    QFETCH(const qint64, authTime);
    QFETCH(const QString, id);
    const Json claims = idClaims().at("auth_time", authTime).at("iat", authTime);
    QVERIFY(signIn(judgedId(claims, Profile::Id, seconds{300}, seconds{600}), id));
}

void TestSignIns::saysWhatWasFound_data()
{
    QTest::addColumn<QByteArray>("authTime"); // JSON; empty: not there
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<base::Facts>("facts");
    const auto row
        = [](const char *authTime, const char *id, const char *expected, const base::Facts &facts) {
              QTest::addRow("%s", qstrlen(authTime) > 0 ? authTime : "missing")
                  << QByteArray(authTime) << QString::fromLatin1(id)
                  << QString::fromLatin1(expected) << facts;
          };
    row("", "missing", "", {});
    row("null", "type", "number", {});
    row("\"1789999700\"", "type", "number", {});
    row("[1789999700]", "type", "number", {});
    row("1790000060", "future", "", {{"seconds"_L1, 60}, {"milliseconds"_L1, false}});
    row("1789999700000", "future", "", {{"milliseconds"_L1, true}});
    row("1789999800", "fresh", "",
        {{"age"_L1, 200}, {"seconds"_L1, 100}, {"until"_L1, qint64(1'790'000'100'000)}});
    row("1789999600", "stale", "",
        {{"age"_L1, 400},
         {"seconds"_L1, 100},
         {"refreshed"_L1, true},
         {"at"_L1, qint64(1'789'999'600'000)}});
}

void TestSignIns::saysWhatWasFound()
{
    QFETCH(const QByteArray, authTime);
    QFETCH(const QString, id);
    QFETCH(const QString, expected);
    QFETCH(const base::Facts, facts);
    const Json claims
        = authTime.isEmpty() ? idClaims().drop("auth_time") : idClaims().set("auth_time", authTime);
    const Verdict verdict = judgedId(claims);
    const base::Finding *finding = signIn(verdict, id);
    QVERIFY2(finding, qPrintable(listed(verdict)));
    QCOMPARE(finding->subject, u"auth_time"_s);
    QCOMPARE(finding->expected, expected);
    QVERIFY(!finding->spec.isEmpty());
    for (const base::Fact &fact : facts)
        QCOMPARE(finding->facts.value(fact.name).toString(), fact.value.toString());
    QCOMPARE(finding->span.isValid(), !authTime.isEmpty());
    if (finding->span.isValid())
        QCOMPARE(claims.bytes().mid(finding->span.start, finding->span.size()), authTime);
}

QTEST_GUILESS_MAIN(TestSignIns)
#include "tst_signins.moc"
