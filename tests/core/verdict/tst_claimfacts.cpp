// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using base::Finding;
using verdict::Policy;
using verdict::Profile;
using verdict::Verdict;

namespace {

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

// An empty finding where there is none, so that a comparison says what is missing.
Finding take(const Verdict &verdict, QLatin1StringView id)
{
    const Finding *finding = find(verdict, id);
    return finding ? *finding : Finding();
}

QVariant fact(const Finding &finding, const char *name)
{
    return finding.facts.value(QString::fromLatin1(name));
}

Policy expecting(const QString &audience, Profile wanted = Profile::Access)
{
    Policy policy = profile(wanted);
    policy.audiences = QStringList{audience};
    return policy;
}

QString endpoint()
{
    return QString::fromLatin1(issuer);
}

} // namespace

//! What the sentences are made of: each fact that the rule table promises about what the claims
//! say.
class TestClaimFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void audienceDifference();
    void audienceHints_data();
    void audienceHints();
    void audienceOffers();
    void audienceDefault();
    void signInAges();
    void signInRefreshed();
    void defaultLimitOfSensitiveActions();
    void noLimitNoQuestion();
    void requirementsNameWhatIsMissing();
    void requirementsNameTheSlip_data();
    void requirementsNameTheSlip();
    void duplicatesShowEachValue();
    void duplicatesAreCapped();
    void longValuesAreCut();
};

void TestClaimFacts::audienceDifference()
{
    Policy policy = expecting(u"https://else.example.com"_s);
    policy.audiences << endpoint() + u'/';
    const Finding finding = take(judged(good(), authgear(), policy), "audience.mismatch"_L1);
    QCOMPARE(fact(finding, "closest").toString(), endpoint());
    QCOMPARE(fact(finding, "closestWanted").toString(), endpoint() + u'/');
    QCOMPARE(fact(finding, "difference").toString(), u"trailing_slash"_s);
    QCOMPARE(fact(finding, "hint").toString(), QString());
    QCOMPARE(fact(finding, "wanted").toStringList(), policy.audiences);
    QCOMPARE(finding.found, endpoint());
}

// Reference authgear 10, rows 1 to 3.
void TestClaimFacts::audienceHints_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("profile");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *tag, const QByteArray &token, const QString &wanted,
                        Profile asked, const char *hint) {
        QTest::newRow(tag) << token << wanted << int(asked) << QString::fromLatin1(hint);
    };
    const QByteArray id = minted(jwtHeader(), idClaims());
    const QByteArray api = minted(accessHeader(), accessClaims().text("aud", resource));
    row("client id expected of an access token", good(), QString::fromLatin1(clientId),
        Profile::Access, "client_id_wanted");
    row("ID token at an API", id, endpoint(), Profile::Access, "id_token_audience");
    row("token endpoint expected", good(), endpoint() + u"/oauth2/token"_s, Profile::Access,
        "endpoint_wanted");
    row("M2M token", minted(accessHeader(), m2mClaims()), endpoint(), Profile::Access, "resource");
    row("user token for a resource", api, endpoint(), Profile::Access, "resource");
    row("ID token checked against the issuer", id, endpoint(), Profile::Id, "issuer_for_id");
    row("ID token of another client", id, u"ffff"_s, Profile::Id, "other_client");
    row("ID token for a resource", minted(jwtHeader(), idClaims().text("aud", resource)), u"ffff"_s,
        Profile::Id, "");
    row("the address of the API expected", good(), QString::fromLatin1(resource), Profile::Access,
        "issuer_itself");
    row("another domain of the project expected", good(), u"https://auth.example.com"_s,
        Profile::Access, "issuer_itself");
    row("other scheme", good(), u"http://demo.authgear.cloud"_s, Profile::Access, "");
    row("a name is no address", good(), u"my-api"_s, Profile::Access, "");
    row("slip of the pen", good(), endpoint() + u'/', Profile::Access, "");
    const auto forAll = [](const QByteArray &aud) {
        return minted(accessHeader(), accessClaims().text("aud", aud));
    };
    const QByteArray own = issuer;
    const char *const asText = "list_as_text"; // RFC 7519 section 4.1.3: an array
    row("blanks between", forAll("x " + own), endpoint(), Profile::Access, asText);
    row("commas between", forAll(own + ",x"), endpoint(), Profile::Access, asText);
    row("JSON in JSON", forAll("[\\\"" + own + "\\\"]"), endpoint(), Profile::Access, asText);
    row("clients of an ID token", minted(jwtHeader(), idClaims().text("aud", "a c1 b")), u"c1"_s,
        Profile::Id, asText);
    row("a blank behind is no list", forAll(own + ' '), endpoint(), Profile::Access, "");
    row("a longer name is no list", forAll(own + ".org x"), endpoint(), Profile::Access,
        "resource");
}

void TestClaimFacts::audienceHints()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, wanted);
    QFETCH(int, profile);
    const Verdict verdict = judged(token, authgear(), expecting(wanted, Profile(profile)));
    QTEST(fact(take(verdict, "audience.mismatch"_L1), "hint").toString(), "hint");
}

void TestClaimFacts::audienceOffers()
{
    const Verdict verdict = judged(minted(accessHeader(), m2mClaims()), authgear());
    const Finding finding = take(verdict, "audience.not_given"_L1);
    QCOMPARE(fact(finding, "offers").toStringList(), QStringList{QString::fromLatin1(resource)});
    QVERIFY(!fact(finding, "clientId").toBool());
    const Finding id
        = take(judged(minted(jwtHeader(), idClaims()), authgear()), "audience.not_given"_L1);
    QVERIFY(fact(id, "clientId").toBool());
    QCOMPARE(fact(id, "offers").toStringList(), QStringList{QString::fromLatin1(clientId)});
}

void TestClaimFacts::audienceDefault()
{
    QVERIFY(fact(take(judged(good(), authgear()), "audience.match"_L1), "isDefault").toBool());
    const Finding given
        = take(judged(good(), authgear(), expecting(endpoint())), "audience.match"_L1);
    QVERIFY(!fact(given, "isDefault").toBool());
    QCOMPARE(fact(given, "matched").toString(), endpoint());
}

void TestClaimFacts::signInAges()
{
    const QByteArray token = minted(jwtHeader(), idClaims());
    const Finding fresh = take(judged(token, authgear(), forClient()), "reauth.fresh"_L1);
    QCOMPARE(fact(fresh, "age").toInt(), 90);
    QCOMPARE(fact(fresh, "seconds").toInt(), 210);
    QCOMPARE(fact(fresh, "limit").toInt(), 300);
    QCOMPARE(fact(fresh, "until").toLongLong(), (noonSeconds + 210) * 1000);
    Policy strict = forClient(Profile::Sensitive);
    strict.maxAuthAge = std::chrono::seconds{60};
    const Finding stale = take(judged(token, authgear(), strict), "reauth.stale"_L1);
    QCOMPARE(fact(stale, "age").toInt(), 90);
    QCOMPARE(fact(stale, "seconds").toInt(), 30);
    QVERIFY(fact(stale, "sensitive").toBool());
    QVERIFY(!fact(stale, "refreshed").toBool());
}

void TestClaimFacts::signInRefreshed()
{
    const QByteArray token = minted(jwtHeader(), idClaims().at("auth_time", -1200));
    const Verdict verdict = judged(token, authgear(), forClient());
    QVERIFY(fact(take(verdict, "reauth.stale"_L1), "refreshed").toBool());
    QCOMPARE(fact(take(verdict, "reauth.refreshed"_L1), "seconds").toInt(), 1140);
    const QByteArray border = minted(jwtHeader(), idClaims().at("auth_time", -120));
    QVERIFY(!find(judged(border, authgear(), forClient()), "reauth.refreshed"_L1));
}

void TestClaimFacts::defaultLimitOfSensitiveActions()
{
    Policy policy = forClient(Profile::Sensitive);
    policy.maxAuthAge.reset();
    const Verdict verdict = judged(minted(jwtHeader(), idClaims()), authgear(), policy);
    QCOMPARE(fact(take(verdict, "reauth.fresh"_L1), "limit").toInt(), 300);
    QVERIFY(verdict.moments.freshUntil.has_value());
}

void TestClaimFacts::noLimitNoQuestion()
{
    Policy policy = forClient(Profile::Id);
    policy.maxAuthAge.reset();
    const Verdict verdict
        = judged(minted(jwtHeader(), idClaims().at("auth_time", -9999)), authgear(), policy);
    for (const Finding &finding : verdict.findings)
        QVERIFY2(!finding.id.startsWith("reauth."_L1), finding.id.data());
    QVERIFY(verdict.moments.authTime.has_value());
    QVERIFY(!verdict.moments.freshUntil);
}

void TestClaimFacts::requirementsNameWhatIsMissing()
{
    Policy policy = profile(Profile::Access);
    policy.scopes = QStringList{u"openid"_s, u"write"_s};
    policy.roles = QStringList{u"reader"_s, u"admin"_s};
    const Verdict verdict = judged(good(), authgear(), policy);
    const Finding scope = take(verdict, "requirement.scope_missing"_L1);
    QCOMPARE(fact(scope, "missing").toStringList(), QStringList{u"write"_s});
    QCOMPARE(scope.found, u"openid offline_access"_s);
    const Finding role = take(verdict, "requirement.role_missing"_L1);
    QCOMPARE(fact(role, "missing").toStringList(), QStringList{u"admin"_s});
}

// Scopes: RFC 6749 section 3.3.
void TestClaimFacts::requirementsNameTheSlip_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QString>("scopeSlip");
    QTest::addColumn<QString>("roleSlip");
    const auto row = [](const char *tag, const QByteArray &scope, const QByteArray &roles,
                        const char *scopeSlip, const char *roleSlip) {
        QTest::newRow(tag) << scope << roles << QString::fromLatin1(scopeSlip)
                           << QString::fromLatin1(roleSlip);
    };
    row("upper case", "openid Write ADMIN", R"(["Admin"])", "case", "case");
    row("only one of two in upper case", "Write", R"(["admins"])", "", "");
    row("commas", "openid,write,admin", R"(["x,admin,y"])", "commas", "commas");
    row("commas, and a blank behind each", "write, admin, x", R"(["Administrator"])", "commas", "");
    row("a part of a longer word", "rewrite,administer", R"(["administer"])", "", "");
    row("nothing like it", "openid", "[]", "", "");
}

void TestClaimFacts::requirementsNameTheSlip()
{
    QFETCH(const QByteArray, scope);
    QFETCH(const QByteArray, roles);
    Policy policy = profile(Profile::Access);
    policy.scopes = QStringList{u"write"_s, u"admin"_s};
    policy.roles = QStringList{u"admin"_s};
    const Json claims
        = accessClaims().text("scope", scope).set("https://authgear.com/claims/user/roles", roles);
    const Verdict verdict = judged(minted(accessHeader(), claims), authgear(), policy);
    QTEST(fact(take(verdict, "requirement.scope_missing"_L1), "slip").toString(), "scopeSlip");
    QTEST(fact(take(verdict, "requirement.role_missing"_L1), "slip").toString(), "roleSlip");
}

void TestClaimFacts::duplicatesShowEachValue()
{
    const Json claims = accessClaims().also("exp", "1").also("exp", "1790009999");
    const Finding finding
        = take(judged(minted(accessHeader(), claims), authgear()), "claim.duplicate"_L1);
    QCOMPARE(finding.subject, u"exp"_s);
    QCOMPARE(finding.found, u"1790009999"_s);
    QCOMPARE(fact(finding, "count").toInt(), 3);
    QCOMPARE(fact(finding, "values").toStringList(),
             (QStringList{u"1790001740"_s, u"1"_s, u"1790009999"_s}));
    const Json deep = accessClaims().set("own", R"({"a":1,"a":2})");
    const Finding inner
        = take(judged(minted(accessHeader(), deep), authgear()), "claim.duplicate_unused"_L1);
    QCOMPARE(fact(inner, "pointer").toString(), u"/own/a"_s);
}

void TestClaimFacts::duplicatesAreCapped()
{
    Json claims = accessClaims();
    for (int i = 0; i < 100; ++i) {
        const QByteArray name = "claim" + QByteArray::number(i);
        claims.also(name, "1").also(name, "2");
    }
    claims.also("exp", "1790009999");
    const Verdict verdict = judged(minted(accessHeader(), claims), authgear());
    qsizetype unused = 0;
    for (const Finding &finding : verdict.findings)
        unused += finding.id == "claim.duplicate_unused"_L1 ? 1 : 0;
    QCOMPARE(unused, 16);
    QVERIFY(find(verdict, "claim.duplicate"_L1)); // Whatever else is there.
}

void TestClaimFacts::longValuesAreCut()
{
    QByteArrayList many;
    for (int i = 0; i < 5000; ++i)
        many << "\"a\"";
    const Json claims = accessClaims().set("sub", '[' + many.join(',') + ']');
    const Finding finding
        = take(judged(minted(accessHeader(), claims), authgear()), "claim.type"_L1);
    QVERIFY(finding.found.size() < 1100);
    QVERIFY(finding.found.endsWith(u'…'));
    QVERIFY(finding.span.size() > 5000); // Where all of it stands.
}

QTEST_GUILESS_MAIN(TestClaimFacts)
#include "tst_claimfacts.moc"
