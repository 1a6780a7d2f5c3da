// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"
#include "core/verdict/draft.h"
#include "core/verdict/rules.h"
#include "core/verdict/snapshots.h"

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::Outcome;
using base::json::Document;
using verdict::Draft;

//! The small things that the rules are made with.
class TestDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsRow();
    void takesValuesAsTheyWereSent_data();
    void takesValuesAsTheyWereSent();
    void blocksOnlyWhenSkipped();
    void cutsLongTexts();
    void factsAdd();
    void readsMediaTypes_data();
    void readsMediaTypes();
    void readableIsStrict_data();
    void readableIsStrict();
    void claimsOfADamagedPayload_data();
    void claimsOfADamagedPayload();
    void clockBelowItsErrorSaysNothing();
};

void TestDraft::takesItsRow()
{
    const Draft draft("time.expired"_L1, "exp"_L1);
    const verdict::Rule &rule = verdict::rules()[size_t(draft.row())];
    QCOMPARE(rule.id, "time.expired"_L1);
    QCOMPARE(draft.finding().id, rule.id);
    QCOMPARE(draft.finding().spec, rule.spec);
    QVERIFY(draft.finding().outcome == Outcome::Fail);
    QCOMPARE(draft.finding().subject, u"exp"_s);
}

void TestDraft::takesValuesAsTheyWereSent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("found");
    QTest::newRow("string") << QByteArray(R"("a\u0062\n")") << u"ab\n"_s;
    QTest::newRow("number") << QByteArray("1.10") << u"1.10"_s;
    QTest::newRow("huge number") << QByteArray("1e400") << u"1e400"_s;
    QTest::newRow("array") << QByteArray(R"([ 1 , "ä" ])") << u"[ 1 , \"ä\" ]"_s;
    QTest::newRow("null") << QByteArray("null") << u"null"_s;
}

void TestDraft::takesValuesAsTheyWereSent()
{
    QFETCH(QByteArray, json);
    const Document document = Document::read(json);
    Draft draft("time.exp_type"_L1, "exp"_L1);
    draft.found(document.root());
    QTEST(draft.finding().found, "found");
    QCOMPARE(draft.finding().span, document.root().span());
}

void TestDraft::blocksOnlyWhenSkipped()
{
    Draft draft("kind.opaque"_L1, "token"_L1);
    QVERIFY(!draft.isBlocking());
    QVERIFY(draft.required().isBlocking());
    QVERIFY(!draft.outcome(Outcome::Fail).isBlocking());
    QVERIFY(!draft.outcome(Outcome::Skipped).required(false).isBlocking());
}

void TestDraft::cutsLongTexts()
{
    const QStringList many(2000, u"ab"_s);
    QCOMPARE(verdict::inOneLine(many).size(), 1025);
    QCOMPARE(verdict::inOneLine({u"a"_s, u"b"_s}), u"a, b"_s);
    // Strings stay whole: a difference may be marked at their end.
    const Document text = Document::read('"' + QByteArray(5000, 'x') + '"');
    QCOMPARE(verdict::shown(text.root()).size(), 5000);
    const Document list = Document::read('[' + QByteArray(5000, ' ') + ']');
    QCOMPARE(verdict::shown(list.root()).size(), 1025);
}

void TestDraft::factsAdd()
{
    Draft draft("signature.valid"_L1, "signature"_L1);
    draft.fact("a"_L1, 1).facts({{"b"_L1, 2}, {"a"_L1, 3}});
    QCOMPARE(draft.finding().facts, (base::Facts{{"a"_L1, 3}, {"b"_L1, 2}}));
}

void TestDraft::readsMediaTypes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *json, const char *type) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(type);
    };
    row(R"("JWT")", "jwt");
    row(R"("application/at+jwt")", "at+jwt");
    row(R"("APPLICATION/AT+JWT")", "at+jwt");
    row(R"("application/")", "");
    row(R"("text/plain")", "text/plain");
    row(R"("application/a/b")", "application/a/b");
    row("5", "");
    row("null", "");
}

void TestDraft::readsMediaTypes()
{
    QFETCH(QByteArray, json);
    const Document document = Document::read(json);
    QTEST(jose::mediaType(document.root()), "type");
}

void TestDraft::readableIsStrict_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("object") << QByteArray("{}") << true;
    QTest::newRow("blanks") << QByteArray(" {\n} ") << true;
    QTest::newRow("array") << QByteArray("[]") << false;
    QTest::newRow("two objects") << QByteArray("{}{}") << false;
    QTest::newRow("cut off") << QByteArray(R"({"alg")") << false;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << false;
    QTest::newRow("bad byte") << QByteArray("{\"a\":\"\xFF\"}") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestDraft::readableIsStrict()
{
    QFETCH(QByteArray, header);
    const auto token = jose::Token::read(builders::unsignedToken(header, "{}"));
    QTEST(jose::isReadable(token.header()), "isReadable");
}

void TestDraft::claimsOfADamagedPayload_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("hasClaims");
    QTest::addColumn<bool>("isBroken");
    QTest::newRow("whole") << QByteArray(R"({"a":1})") << true << false;
    QTest::newRow("bad byte in a name") << QByteArray("{\"\xFF\":1}") << true << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}") << true << false;
    QTest::newRow("cut off") << QByteArray(R"({"a":1,"b)") << false << true;
    QTest::newRow("text behind") << QByteArray(R"({"a":1} x)") << false << true;
    QTest::newRow("text") << QByteArray("hello") << false << false;
    QTest::newRow("list") << QByteArray("[1]") << false << false;
}

void TestDraft::claimsOfADamagedPayload()
{
    QFETCH(QByteArray, payload);
    const auto token = jose::Token::read(builders::unsignedToken(R"({"alg":"RS256"})", payload));
    QTEST(jose::readableClaims(token).isPresent(), "hasClaims");
    QTEST(jose::isPayloadBroken(token), "isBroken");
}

void TestDraft::clockBelowItsErrorSaysNothing()
{
    using std::chrono::milliseconds;
    QVERIFY(!verdict::issuerClock(nullptr));
    oidc::IssuerSnapshot snapshot;
    QVERIFY(!verdict::issuerClock(&snapshot));
    snapshot.clockOffset = oidc::ClockOffset{milliseconds{600}, milliseconds{600}};
    QVERIFY(!verdict::issuerClock(&snapshot));
    snapshot.clockOffset->offset = milliseconds{-601};
    QVERIFY(verdict::issuerClock(&snapshot).has_value());
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
