// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/discovery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using oidc::Discovery;

class TestDiscovery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADocument();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void saysWhereTheJsonBreaks();
    void listsMembersOfTheWrongType_data();
    void listsMembersOfTheWrongType();
    void listsDuplicates();
    void toleratesAByteOrderMark();
    void leavesUnknownMembersAlone();
    void recognisesAuthgear_data();
    void recognisesAuthgear();
    void isEmptyByDefault();
};

void TestDiscovery::readsADocument()
{
    const auto document = Discovery::read(R"({
        "issuer": "https://a.example", "jwks_uri": "https:\/\/a.example\/jwks",
        "id_token_signing_alg_values_supported": ["RS256", "ES256"]
    })");
    QVERIFY(document);
    QVERIFY(!document->isEmpty());
    QCOMPARE(document->issuer(), u"https://a.example"_s);
    QCOMPARE(document->jwksUri(), u"https://a.example/jwks"_s);
    QCOMPARE(document->idTokenAlgorithms(), (QStringList{u"RS256"_s, u"ES256"_s}));
    QVERIFY(document->text("token_endpoint").isEmpty());
    QVERIFY(document->problems().isEmpty());
}

void TestDiscovery::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("kind");
    QTest::newRow("array") << "[]"_ba << u"array"_s;
    QTest::newRow("string") << "\"x\""_ba << u"string"_s;
    QTest::newRow("number") << "1"_ba << u"number"_s;
    QTest::newRow("null") << "null"_ba << u"null"_s;
    QTest::newRow("true") << "true"_ba << u"true"_s;
    QTest::newRow("false") << "false"_ba << u"false"_s;
}

void TestDiscovery::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, kind);
    const auto document = Discovery::read(json);
    QVERIFY(!document);
    QCOMPARE(document.error().id, "discovery.shape"_L1);
    QCOMPARE(document.error().detail, kind);
}

void TestDiscovery::saysWhereTheJsonBreaks()
{
    const auto cut = Discovery::read(R"({"issuer": "https)");
    QVERIFY(!cut);
    QCOMPARE(cut.error().id, "discovery.json"_L1);
    QCOMPARE(cut.error().detail, u"json.syntax"_s);
    const auto behind = Discovery::read("{} x");
    QVERIFY(!behind);
    QCOMPARE(behind.error().offset, 3);
    const auto nothing = Discovery::read({});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().detail, u"json.empty"_s);
}

void TestDiscovery::listsMembersOfTheWrongType_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("issuer") << R"({"issuer": ["https://a.example"]})"_ba << u"issuer"_s;
    QTest::newRow("jwks_uri") << R"({"jwks_uri": null})"_ba << u"jwks_uri"_s;
    QTest::newRow("list") << R"({"scopes_supported": "openid"})"_ba << u"scopes_supported"_s;
    QTest::newRow("list of others")
        << R"({"scopes_supported": ["openid", 1]})"_ba << u"scopes_supported"_s;
}

void TestDiscovery::listsMembersOfTheWrongType()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    const auto document = Discovery::read(json);
    QVERIFY(document);
    QCOMPARE(document->problems().size(), 1);
    QCOMPARE(document->problems().first().id, "discovery.member_type"_L1);
    QCOMPARE(document->problems().first().detail, member);
    const QByteArray name = member.toUtf8();
    const bool isListMember = name.endsWith("_supported");
    QVERIFY(isListMember ? document->list(name).isEmpty() : document->text(name).isEmpty());
}

void TestDiscovery::listsDuplicates()
{
    const auto document = Discovery::read(R"({"issuer": "a", "x": 1, "issu\u0065r": "b"})");
    QVERIFY(document);
    QCOMPARE(document->problems().size(), 2);
    QCOMPARE(document->problems().first(), (base::Error{"discovery.duplicate"_L1, u"issuer"_s, 1}));
    QCOMPARE(document->issuer(), u"b"_s);
}

void TestDiscovery::toleratesAByteOrderMark()
{
    const auto document = Discovery::read("\xef\xbb\xbf{\"issuer\": \"a\"}");
    QVERIFY(document);
    QCOMPARE(document->issuer(), u"a"_s);
    QCOMPARE(document->problems().size(), 1);
    QCOMPARE(document->problems().first().id, "json.bom"_L1);
}

void TestDiscovery::leavesUnknownMembersAlone()
{
    const auto document = Discovery::read(R"({"mine": {"a": [1, null]}, "issuer": "a"})");
    QVERIFY(document);
    QVERIFY(document->problems().isEmpty());
    QVERIFY(document->json().root().member("mine").isObject());
}

void TestDiscovery::recognisesAuthgear_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("expected");
    QTest::newRow("response type") << R"({"response_types_supported":
              ["code", "urn:authgear:params:oauth:response-type:settings-action"]})"_ba
                                   << true;
    QTest::newRow("grant type")
        << R"({"grant_types_supported": ["urn:authgear:params:oauth:grant-type:id-token"]})"_ba
        << true;
    QTest::newRow("scope")
        << R"({"scopes_supported": ["openid", "https://authgear.com/scopes/full-access"]})"_ba
        << true;
    QTest::newRow("paths") << R"({"authorization_endpoint": "https://a.example/oauth2/authorize",
                                  "end_session_endpoint": "https://a.example/oauth2/end_session",
                                  "jwks_uri": "https://a.example/oauth2/jwks"})"_ba
                           << true;
    QTest::newRow("one path is not enough")
        << R"({"authorization_endpoint": "https://a.example/oauth2/authorize",
              "jwks_uri": "https://a.example/keys"})"_ba
        << false;
    QTest::newRow("another issuer") << R"({"grant_types_supported": ["authorization_code"],
                                           "scopes_supported": ["openid"]})"_ba
                                    << false;
}

void TestDiscovery::recognisesAuthgear()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, expected);
    const auto document = Discovery::read(json);
    QVERIFY(document);
    QCOMPARE(document->looksLikeAuthgear(), expected);
}

void TestDiscovery::isEmptyByDefault()
{
    const Discovery none;
    QVERIFY(none.isEmpty());
    QVERIFY(none.issuer().isEmpty());
    QVERIFY(none.problems().isEmpty());
    QVERIFY(!none.looksLikeAuthgear());
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
