// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using base::Outcome;
using jose::SignatureStatus;
using verdict::Decision;
using verdict::Evidence;
using verdict::Policy;
using verdict::Profile;
using verdict::Verdict;

namespace {

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

// One byte of the payload is another one.
QByteArray tampered(const Json &claims)
{
    const QByteArrayList genuine = minted(accessHeader(), claims).split('.');
    const QByteArrayList other
        = minted(accessHeader(), Json(claims).text("jti", "ab13")).split('.');
    return genuine[0] + '.' + other[1] + '.' + genuine[2];
}

Evidence inHeader()
{
    Evidence evidence = authgear();
    evidence.presentation.inAuthorizationHeader = true;
    return evidence;
}

} // namespace

class TestJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsGenuineTokens_data();
    void acceptsGenuineTokens();
    void automaticFollowsTheKind_data();
    void automaticFollowsTheKind();
    void namesThePrimary_data();
    void namesThePrimary();
    void allRulesRun();
    void warningsNeverChangeTheVerdict();
    void signatureStatus_data();
    void signatureStatus();
    void sameInputSameVerdict();
    void examinationIsIndependentOfTime();
    void requiredComeFirst();
    void tokenAloneCannotBeTold();
    void jsonSignaturesAreJudgedApart();
    void innerTokenIsJudgedApart();
    void personalClaimsMayBeMissing();
    void namesTheStandardThatDemandsAClaim();
    void remembersWhatItWasAsked();
    void isCheap();
    void names();
};

void TestJudge::acceptsGenuineTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("judgedAs");

    const auto row
        = [](const char *tag, const QByteArray &token, Profile wanted, Profile judgedAs) {
              QTest::newRow(tag) << token << int(wanted) << int(judgedAs);
          };
    const QByteArray id = minted(jwtHeader(), idClaims());
    row("access, automatic", good(), Profile::Automatic, Profile::Access);
    row("access", good(), Profile::Access, Profile::Access);
    row("access as any", good(), Profile::Any, Profile::Any);
    row("ID, automatic", id, Profile::Automatic, Profile::Id);
    row("ID", id, Profile::Id, Profile::Id);
    row("ID, sensitive action", id, Profile::Sensitive, Profile::Sensitive);
    row("any", minted(jwtHeader(), plainClaims()), Profile::Automatic, Profile::Any);
}

void TestJudge::acceptsGenuineTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(int, wanted);
    QFETCH(int, judgedAs);
    const Verdict verdict = judged(token, authgear(), forClient(Profile(wanted)));
    QVERIFY2(verdict.decision == Decision::Accepted, qPrintable(listed(verdict)));
    QCOMPARE(int(verdict.judgedAs), judgedAs);
    QVERIFY2(primaryId(verdict).isEmpty(), primaryId(verdict).data());
    QVERIFY(verdict.requiredNotChecked.isEmpty());
    QVERIFY(verdict.signature == SignatureStatus::Valid);
}

void TestJudge::automaticFollowsTheKind_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("bare");
    QTest::addColumn<int>("header");

    const auto row = [](const char *tag, const QByteArray &token, Profile bare, Profile header) {
        QTest::newRow(tag) << token << int(bare) << int(header);
    };
    row("access", good(), Profile::Access, Profile::Access);
    row("ID", minted(jwtHeader(), idClaims()), Profile::Id, Profile::Access);
    row("M2M", minted(accessHeader(), m2mClaims()), Profile::M2m, Profile::Access);
    row("other JWT", minted(jwtHeader(), plainClaims()), Profile::Any, Profile::Access);
    row("other JWS", mintedBytes(jwtHeader().bytes(), "hello"), Profile::Any, Profile::Access);
    row("unreadable", unsignedToken("{", "{}"), Profile::Any, Profile::Access);
    row("opaque", QByteArray(32, 'a'), Profile::Automatic, Profile::Automatic);
    row("nothing", "", Profile::Automatic, Profile::Automatic);
    row("JWE", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA", Profile::Automatic,
        Profile::Automatic);
}

void TestJudge::automaticFollowsTheKind()
{
    QFETCH(QByteArray, token);
    QFETCH(int, bare);
    QFETCH(int, header);
    QCOMPARE(int(judged(token, authgear()).judgedAs), bare);
    QCOMPARE(int(judged(token, inHeader()).judgedAs), header);
}

// judgement, "Primary finding": each row has the fault that is named and all that come after it.
void TestJudge::namesThePrimary_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("primary");

    const auto row = [](const char *tag, const QByteArray &token, const char *primary) {
        QTest::newRow(tag) << token << QString::fromLatin1(primary);
    };
    const Json noRole = accessClaims().drop("sub");
    const Json stale = Json(noRole).text("auth_time", "x");
    const Json wrongAudience = Json(stale).text("aud", "https://x.org");
    const Json expired = Json(wrongAudience).at("exp", -1);
    const Json wrongIssuer = Json(expired).text("iss", "https://x.org");
    const QByteArray unreadable = unsignedToken("{", wrongIssuer.bytes());
    row("unreadable", unreadable, "form.json");
    row("unsecured", unsignedToken(R"({"alg":"none"})", wrongIssuer.bytes(), ""), "algorithm.none");
    row("HS confusion", unsignedToken(R"({"alg":"HS256","kid":"k1"})", wrongIssuer.bytes()),
        "algorithm.hmac_needs_secret");
    row("crit", unsignedToken(R"({"alg":"RS256","crit":[]})", wrongIssuer.bytes()), "crit.empty");
    row("foreign key", mintedWith(strangerKey(), jwtHeader().text("typ", "dpop+jwt"), wrongIssuer),
        "kind.dpop_proof");
    row("issuer", minted(accessHeader().text("kid", "zz"), wrongIssuer), "issuer.mismatch");
    row("no key", minted(accessHeader().text("kid", "zz"), expired), "kid.unknown");
    row("bad signature", mintedWith(strangerKey(), jwtHeader(), expired), "signature.mismatch");
    row("kind", minted(jwtHeader(), expired), "kind.typ");
    row("exp", minted(accessHeader(), expired), "time.expired");
    row("nbf", minted(accessHeader(), Json(wrongAudience).at("nbf", 9)), "time.not_yet_valid");
    row("audience", minted(accessHeader(), wrongAudience), "audience.mismatch");
    row("the rest", minted(accessHeader(), noRole), "claim.missing");
    row("a warning", minted(accessHeader(), accessClaims().at("auth_time", -900)), "reauth.stale");
    row("nothing", good(), "");
}

void TestJudge::namesThePrimary()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, primary);
    const Verdict verdict = judged(token, authgear(), profile(Profile::Access));
    QVERIFY2(primaryId(verdict) == primary,
             qPrintable(primaryId(verdict) + u'\n' + listed(verdict)));
}

void TestJudge::allRulesRun()
{
    const Json claims = accessClaims().at("exp", -1).text("iss", "https://x.org").text("aud", "x");
    const Verdict verdict = judged(mintedWith(strangerKey(), accessHeader(), claims), authgear());
    for (const auto id :
         {"signature.mismatch"_L1, "issuer.mismatch"_L1, "time.expired"_L1, "audience.mismatch"_L1,
          "kind.expected"_L1, "reauth.fresh"_L1, "not_checked.session"_L1})
        QVERIFY2(find(verdict, id), id.data());
}

void TestJudge::warningsNeverChangeTheVerdict()
{
    const Json claims = accessClaims().at("auth_time", -900).at("iat", 60).set("jti", "5");
    const Verdict verdict = judged(minted(accessHeader(), claims), authgear());
    QVERIFY(verdict.decision == Decision::Accepted);
    QVERIFY(verdict.findings.size() > 5);
}

void TestJudge::signatureStatus_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    const auto row = [](const char *tag, const QByteArray &token, SignatureStatus status) {
        QTest::newRow(tag) << token << int(status);
    };
    row("genuine", good(), SignatureStatus::Valid);
    row("genuine and expired", minted(accessHeader(), accessClaims().at("exp", -1)),
        SignatureStatus::Valid);
    row("one claim changed", tampered(accessClaims()), SignatureStatus::Invalid);
    row("stranger", mintedWith(strangerKey(), accessHeader(), accessClaims()),
        SignatureStatus::Invalid);
    row("unsecured", unsignedToken(R"({"alg":"none"})", "{}", ""), SignatureStatus::Unverified);
    row("kid unknown", minted(accessHeader().text("kid", "zz"), accessClaims()),
        SignatureStatus::Unverified);
    row("opaque", "hello", SignatureStatus::Unverified);
}

void TestJudge::signatureStatus()
{
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    QCOMPARE(int(judged(token, authgear()).signature), status);
}

void TestJudge::sameInputSameVerdict()
{
    const auto examination
        = verdict::examine(jose::Token::read(tampered(accessClaims())), authgear());
    const Verdict first = verdict::judge(examination, forClient(), noon);
    for (int i = 0; i < 3; ++i) {
        const Verdict again = verdict::judge(examination, forClient(), noon);
        QCOMPARE(again.findings, first.findings);
        QCOMPARE(again.primary, first.primary);
        QVERIFY(again.nextChange == first.nextChange);
    }
    const Verdict fromScratch = judged(tampered(accessClaims()), authgear(), forClient());
    QCOMPARE(fromScratch.findings, first.findings);
}

void TestJudge::examinationIsIndependentOfTime()
{
    const auto examination = verdict::examine(jose::Token::read(good()), authgear());
    QVERIFY(verdict::judge(examination, {}, noon).decision == Decision::Accepted);
    QVERIFY(verdict::judge(examination, {}, noonPlus(1740)).decision == Decision::Rejected);
    QVERIFY(verdict::judge(examination, {}, noon).decision == Decision::Accepted);
}

void TestJudge::requiredComeFirst()
{
    const Verdict verdict = judged(good(), {});
    QCOMPARE(verdict.requiredNotChecked,
             (QList<QLatin1StringView>{"signature.no_keys"_L1, "issuer.not_given"_L1,
                                       "audience.not_given"_L1}));
    QCOMPARE(verdict.notChecked.mid(3),
             (QList<QLatin1StringView>{"not_checked.session"_L1, "not_checked.replay"_L1}));
}

void TestJudge::tokenAloneCannotBeTold()
{
    const Verdict verdict = judged(good(), {});
    QVERIFY(verdict.decision == Decision::CannotTell);
    QCOMPARE(primaryId(verdict), "signature.no_keys"_L1);
}

void TestJudge::jsonSignaturesAreJudgedApart()
{
    const QByteArrayList one = good().split('.');
    const QByteArrayList bad = mintedWith(strangerKey(), accessHeader(), accessClaims()).split('.');
    const auto block = [](const QByteArrayList &parts) {
        return R"({"protected":")" + parts[0] + R"(","signature":")" + parts[2] + R"("})";
    };
    const QByteArray token
        = R"({"payload":")" + one[1] + R"(","signatures":[)" + block(one) + ',' + block(bad) + "]}";
    const Verdict verdict = judged(token, authgear());
    QCOMPARE(find(verdict, "signature.valid"_L1)->facts.value(u"index"_s).toInt(), 0);
    QCOMPARE(find(verdict, "signature.mismatch"_L1)->facts.value(u"index"_s).toInt(), 1);
    QVERIFY(verdict.signature == SignatureStatus::Invalid);
    QVERIFY(verdict.decision == Decision::Rejected);
    QVERIFY(!find(judged(good(), authgear()), "signature.valid"_L1)->facts.contains(u"index"_s));
}

void TestJudge::innerTokenIsJudgedApart()
{
    const QByteArray outer = mintedBytes(jwtHeader().text("cty", "JWT").bytes(), good());
    const auto examination = verdict::examine(jose::Token::read(outer), authgear());
    QVERIFY(verdict::judge(examination, {}, noon).decision == Decision::CannotTell);
    QVERIFY(examination.nested);
    QVERIFY(verdict::judge(*examination.nested, {}, noon).decision == Decision::Accepted);
}

// Reference authgear 4.2: e-mail and name are left out for most client types.
void TestJudge::personalClaimsMayBeMissing()
{
    Policy policy = profile(Profile::Access);
    QVERIFY(judged(good(), authgear(), policy).decision == Decision::Accepted);
    policy.claims = QStringList{u"email"_s, u"tenant"_s};
    const Verdict verdict = judged(good(), authgear(), policy);
    QList<bool> personal;
    for (const base::Finding &finding : verdict.findings) {
        if (finding.id == "requirement.claim_missing"_L1)
            personal << finding.facts.value(u"personal"_s).toBool();
    }
    QCOMPARE(personal, (QList<bool>{true, false}));
}

// RFC 9068 demands what OpenID Connect says nothing of.
void TestJudge::namesTheStandardThatDemandsAClaim()
{
    const auto specOf = [](const QByteArray &token, const Policy &policy) {
        for (const base::Finding &finding : judged(token, authgear(), policy).findings) {
            if (finding.id == "claim.missing"_L1)
                return QString(finding.spec);
        }
        return QString();
    };
    QCOMPARE(specOf(minted(accessHeader(), accessClaims().drop("sub")), profile(Profile::Access)),
             u"RFC 9068 section 2.2"_s);
    QCOMPARE(specOf(minted(jwtHeader(), idClaims().drop("sub")), forClient(Profile::Id)),
             u"OpenID Connect Core section 2"_s);
}

void TestJudge::remembersWhatItWasAsked()
{
    Policy policy = forClient(Profile::Id);
    policy.leeway = std::chrono::seconds{7};
    const Verdict verdict = judged(good(), authgear(), policy, noonPlus(3));
    QVERIFY(verdict.policy == policy);
    QCOMPARE(verdict.at, noonPlus(3));
}

// The countdown calls it every second, whatever was pasted. Generous: a hundred times what it
// takes.
void TestJudge::isCheap()
{
    Json many = accessClaims();
    for (int i = 0; i < 10'000; ++i)
        many.also("claim" + QByteArray::number(i), "1").also("twice", R"("x")");
    const auto examination
        = verdict::examine(jose::Token::read(minted(accessHeader(), many)), authgear());
    const std::clock_t start = std::clock();
    const Verdict verdict = verdict::judge(examination, {}, noon);
    const std::clock_t spent = std::clock() - start;
    QVERIFY2(spent < CLOCKS_PER_SEC / 2, qPrintable(QString::number(spent)));
    QCOMPARE(find(verdict, "claim.duplicate_unused"_L1)->facts.value(u"count"_s).toInt(), 10'000);
}

void TestJudge::names()
{
    QCOMPARE(verdict::name(Decision::Accepted), "accepted"_L1);
    QCOMPARE(verdict::name(Decision::Rejected), "rejected"_L1);
    QCOMPARE(verdict::name(Decision::CannotTell), "cannot_tell"_L1);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
