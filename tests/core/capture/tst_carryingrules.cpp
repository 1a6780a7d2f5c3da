// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"
#include "core/capture/carryingrules.h"
#include "core/capture/placeholders.h"
#include "core/capture/signaturelength.h"
#include "core/jose/kind.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;
using capture::Capture;
using capture::Carrier;
using capture::CarrierType;
using capture::Side;
using capture::Sighting;

namespace {

const Carrier header{CarrierType::Header, u"Authorization"_s, Side::Request};

Sighting sightingOf(const QByteArray &token, const Carrier &carrier = header,
                    capture::Role role = capture::Role::AccessToken)
{
    Sighting sighting;
    sighting.token = token;
    sighting.span = {0, token.size()};
    sighting.carrier = carrier;
    sighting.request = 0;
    sighting.kind = jose::recognize(jose::Token::read(token));
    sighting.role = role;
    return sighting;
}

QString judged(const Sighting &sighting)
{
    return ids(capture::judgeCarrying(sighting)).join(u' ').remove(u"carrying."_s);
}

Capture captureOf(const QList<Sighting> &sightings, const QByteArray &url = "https://a.example/")
{
    Capture capture;
    capture::Request request;
    request.url = url;
    capture.requests = {request};
    capture.sightings = sightings;
    capture::judgeTogether(capture);
    return capture;
}

QStringList together(const QList<Sighting> &sightings, const QByteArray &url = "https://a.example/")
{
    QStringList all;
    for (const Sighting &sighting : captureOf(sightings, url).sightings)
        all += ids(sighting.findings).join(u' ').remove(u"carrying."_s);
    return all;
}

QByteArray withAlgorithm(const QByteArray &algorithm, qsizetype signatureSize)
{
    return jws(R"({"alg":")" + algorithm + "\"}", R"({"sub":"u"})", signatureSize);
}

} // namespace

class TestCarryingRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdIsThereOnce();
    void findingsTakeAfterTheirRule();
    void judgesTheText_data();
    void judgesTheText();
    void tellsHowItKnowsOfTheCut_data();
    void tellsHowItKnowsOfTheCut();
    void judgesThePlace_data();
    void judgesThePlace();
    void judgesTheSize();
    void saysNothingTwice();
    void judgesSightingsTogether_data();
    void judgesSightingsTogether();
    void tiesRefreshTokenAndIdTokenTogether();
    void warnsOfPlainHttp_data();
    void warnsOfPlainHttp();
    void knowsPlaceholders_data();
    void knowsPlaceholders();
};

void TestCarryingRules::everyIdIsThereOnce()
{
    QSet<QLatin1StringView> seen;
    for (const capture::CarryingRule &rule : capture::carryingRules()) {
        QVERIFY2(!seen.contains(rule.id), rule.id.data());
        seen.insert(rule.id);
    }
    QVERIFY(!capture::findCarryingRule("carrying.nothing"_L1));
}

void TestCarryingRules::findingsTakeAfterTheirRule()
{
    const base::Finding finding
        = capture::carryingFinding("carrying.in_query"_L1, u"x"_s, {{"a"_L1, 1}});
    QCOMPARE(finding.outcome, base::Outcome::Warn);
    QCOMPARE(finding.spec, "RFC 6750 section 5.3"_L1);
    QCOMPARE(finding.found, u"x"_s);
    QCOMPARE(finding.facts.value(u"a"_s), 1);
}

void TestCarryingRules::judgesTheText_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("expected");
    const QByteArray good = jwt();
    QTest::newRow("good") << good << QString();
    QTest::newRow("opaque") << opaque() << QString();
    QTest::newRow("refresh token") << refreshToken() << QString();
    QTest::newRow("JWE") << jwe() << QString();
    QTest::newRow("percent-encoded")
        << QByteArray(good).replace(".", "%2E") << u"percent_encoded"_s;
    QTest::newRow("a percent sign alone") << "50%" + opaque() << QString();
    QTest::newRow("padded") << withAlgorithm("HS256", 32) + '=' << u"padded"_s;
    QTest::newRow("plus") << good.chopped(1) + '+' << u"wrong_alphabet"_s;
    QTest::newRow("slash") << good.chopped(1) + '/' << u"wrong_alphabet"_s;
    QTest::newRow("line break") << QByteArray(good).insert(200, "\r\n ") << u"line_broken"_s;
    QTest::newRow("ellipsis") << good.first(40) + "\xE2\x80\xA6" + good.last(8) << u"shortened"_s;
    QTest::newRow("three dots") << good.first(60) + "..." << u"shortened"_s;
    QTest::newRow("stars") << good.first(60) + "***" << u"shortened"_s;
    QTest::newRow("base64 twice") << good.toBase64() << u"double_base64"_s;
    QTest::newRow("cut") << good.chopped(4) << u"truncated"_s;
    QTest::newRow("base64 of other JSON, padded")
        << QByteArray(R"({"a":"b"})").toBase64() + '=' << QString();
}

void TestCarryingRules::judgesTheText()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, expected);
    QCOMPARE(judged(sightingOf(token)), expected);
}

void TestCarryingRules::tellsHowItKnowsOfTheCut_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("expectedBytes");
    const auto whole = [](const char *name, const QByteArray &token) {
        QTest::newRow(name) << token << QString() << 0 << 0;
    };
    const auto cut = [](const char *name, const QByteArray &token, int bytes, int expected) {
        QTest::newRow(name) << token << u"signature"_s << bytes << expected;
    };
    for (const int size : {128, 256, 384, 512, 1024})
        whole("RS256 whole", withAlgorithm("RS256", size));
    whole("RSA of 2056 bits", withAlgorithm("RS256", 264));
    whole("HS256 whole", withAlgorithm("HS256", 32));
    whole("HS256 longer", withAlgorithm("HS256", 40));
    whole("ES256 whole", withAlgorithm("ES256", 64));
    whole("EdDSA, Ed448", withAlgorithm("EdDSA", 114));
    whole("unknown algorithm", withAlgorithm("XY", 5));
    cut("RS256, one byte", withAlgorithm("RS256", 255), 255, 256);
    cut("RS256, one character", withAlgorithm("RS256", 256).chopped(1), 255, 256);
    cut("RS256 of 3072 bits", withAlgorithm("PS256", 383), 383, 384);
    cut("RS256, most of it", withAlgorithm("RS256", 20), 20, 256);
    cut("HS256", withAlgorithm("HS256", 31), 31, 32);
    cut("ES512", withAlgorithm("ES512", 100), 100, 132);
    cut("EdDSA", withAlgorithm("EdDSA", 63), 63, 64);
    cut("nothing behind the dot", withAlgorithm("RS256", 0), 0, 256);
    const QByteArray token = jwt();
    QTest::newRow("no signature") << token.first(token.lastIndexOf('.')) << u"parts"_s << 0 << 0;
    QTest::newRow("within the payload")
        << token.first(token.indexOf('.') + 60) << u"payload"_s << 0 << 0;
    QTest::newRow("within the header") << token.first(40) << u"header"_s << 0 << 0;
    whole("unsecured", QByteArray("eyJhbGciOiJub25lIn0.e30."));
}

void TestCarryingRules::tellsHowItKnowsOfTheCut()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, how);
    QFETCH(const int, bytes);
    QFETCH(const int, expectedBytes);
    const auto truncation = capture::truncationOf(token);
    QCOMPARE(truncation ? QString(truncation->how) : QString(), how);
    if (truncation) {
        QCOMPARE(truncation->bytes, bytes);
        QCOMPARE(truncation->expectedBytes, expectedBytes);
    }
}

void TestCarryingRules::judgesThePlace_data()
{
    QTest::addColumn<CarrierType>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<capture::Role>("role");
    QTest::addColumn<QString>("expected");
    using enum capture::Role;
    const auto row
        = [](CarrierType type, const char *name, capture::Role role, const char *expected) {
              QTest::addRow("%s %s", capture::name(type).data(), name)
                  << type << QString::fromLatin1(name) << role << QString::fromLatin1(expected);
          };
    row(CarrierType::Query, "access_token", AccessToken, "in_query");
    row(CarrierType::Query, "id_token_hint", IdToken, "");
    row(CarrierType::Query, "code", AuthorizationCode, "");
    row(CarrierType::Query, "jwt", Unknown, "in_query");
    row(CarrierType::Fragment, "access_token", AccessToken, "in_fragment");
    row(CarrierType::Form, "access_token", AccessToken, "");
    row(CarrierType::Cookie, "session", SessionCookie, "session_cookie_live");
    row(CarrierType::SetCookie, "app_session", AppSession, "session_cookie_live");
    row(CarrierType::Cookie, "token", AccessToken, "");
    row(CarrierType::Json, "access_token", AccessToken, "");
}

void TestCarryingRules::judgesThePlace()
{
    QFETCH(const CarrierType, type);
    QFETCH(const QString, name);
    QFETCH(const capture::Role, role);
    QFETCH(const QString, expected);
    QCOMPARE(judged(sightingOf(jwt(), {type, name, Side::Request}, role)), expected);
}

void TestCarryingRules::judgesTheSize()
{
    const auto large = [](qsizetype size) {
        return jws(R"({"alg":"HS256"})", "{\"a\":\"" + QByteArray(size, 'x') + "\"}", 32);
    };
    const Carrier cookie{CarrierType::Cookie, u"t"_s, Side::Request};
    QCOMPARE(judged(sightingOf(large(7'000))), u"header_size"_s);
    QCOMPARE(judged(sightingOf(large(5'000))), QString());
    QCOMPARE(judged(sightingOf(large(3'100), cookie)), u"cookie_size"_s);
    QCOMPARE(judged(sightingOf(large(2'000), cookie)), QString());
    Sighting joined = sightingOf(large(3'100), cookie);
    joined.span.end += 6; // "; t.1="
    QCOMPARE(judged(joined), QString());
}

// The scanner has told of it already, with what it saw.
void TestCarryingRules::saysNothingTwice()
{
    Sighting sighting = sightingOf(QByteArray(jwt()).replace(".", "%2E"));
    sighting.findings = {capture::carryingFinding("carrying.percent_encoded"_L1)};
    QCOMPARE(judged(sighting), QString());
}

void TestCarryingRules::judgesSightingsTogether_data()
{
    QTest::addColumn<QList<Sighting>>("sightings");
    QTest::addColumn<QStringList>("expected");
    using enum capture::Role;
    const Carrier query{CarrierType::Query, u"access_token"_s, Side::Request};
    const Carrier dpop{CarrierType::Header, u"DPoP"_s, Side::Request};
    const Carrier hint{CarrierType::Query, u"id_token_hint"_s, Side::Request};
    const Carrier answer{CarrierType::Json, u"access_token"_s, Side::Response};
    QTest::newRow("one") << QList{sightingOf(jwt())} << QStringList{QString()};
    QTest::newRow("the same twice")
        << QList{sightingOf(jwt()), sightingOf(jwt(), query)} << QStringList{QString(), QString()};
    QTest::newRow("two") << QList{sightingOf(jwt()), sightingOf(jwt(1), query)}
                         << QStringList{QString(), u"two_tokens"_s};
    QTest::newRow("two headers") << QList{sightingOf(jwt()), sightingOf(jwt())}
                                 << QStringList{u"several_authorization"_s,
                                                u"several_authorization"_s};
    QTest::newRow("DPoP proof beside it")
        << QList{sightingOf(jwt()), sightingOf(jwt(1), dpop, DpopProof)}
        << QStringList{QString(), QString()};
    QTest::newRow("hint beside it")
        << QList{sightingOf(jwt()), sightingOf(idToken(), hint, IdToken)}
        << QStringList{QString(), QString()};
    QTest::newRow("another one in the answer")
        << QList{sightingOf(jwt()), sightingOf(jwt(1), answer)}
        << QStringList{QString(), QString()};
    QTest::newRow("ID token") << QList{sightingOf(idToken())}
                              << QStringList{u"id_token_in_authorization"_s};
    QTest::newRow("refresh token")
        << QList{sightingOf(refreshToken())} << QStringList{u"refresh_token_in_authorization"_s};
    QTest::newRow("access token as a hint")
        << QList{sightingOf(jwt(), hint, IdToken)} << QStringList{u"access_token_as_id_token"_s};
}

void TestCarryingRules::judgesSightingsTogether()
{
    QFETCH(const QList<Sighting>, sightings);
    QFETCH(const QStringList, expected);
    QCOMPARE(together(sightings), expected);
}

// Reference: the id of the grant is the first half of the refresh token and stands in sid.
void TestCarryingRules::tiesRefreshTokenAndIdTokenTogether()
{
    const Carrier form{CarrierType::Form, u"refresh_token"_s, Side::Request};
    const QByteArray grant = refreshToken().first(36);
    const auto idTokenOf = [](const QByteArray &session) {
        return jws(
            R"({"alg":"RS256","typ":"JWT"})",
            R"({"aud":["c"],"nonce":"n","sid":")"
                + session.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                + "\"}");
    };
    const Sighting refresh = sightingOf(refreshToken(), form, capture::Role::RefreshToken);
    const Carrier json{CarrierType::Json, u"id_token"_s, Side::Response};
    const auto with = [&](const QByteArray &session) {
        return together({refresh, sightingOf(idTokenOf(session), json, capture::Role::IdToken)});
    };
    QCOMPARE(with("offline_grant:" + grant),
             (QStringList{u"refresh_and_id_token_same_session"_s, QString()}));
    QCOMPARE(with("idp:" + grant).first(), u"refresh_and_id_token_same_session"_s);
    QCOMPARE(with("offline_grant:other").first(), QString());
    QCOMPARE(with("").first(), QString());
}

void TestCarryingRules::warnsOfPlainHttp_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("warns");
    QTest::newRow("https") << QByteArray("https://a.example/") << false;
    QTest::newRow("http") << QByteArray("http://a.example/") << true;
    QTest::newRow("capital letters") << QByteArray("HTTP://a.example/") << true;
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1:8080/") << false;
    QTest::newRow("localhost") << QByteArray("http://localhost/") << false;
    QTest::newRow("path only") << QByteArray("/x") << false;
}

void TestCarryingRules::warnsOfPlainHttp()
{
    QFETCH(const QByteArray, url);
    QFETCH(const bool, warns);
    QCOMPARE(together({sightingOf(jwt())}, url).first() == "plain_http"_L1, warns);
}

void TestCarryingRules::knowsPlaceholders_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isVariable");
    QTest::addColumn<bool>("isPlaceholder");
    for (const char *text : {"$TOKEN", "${TOKEN}", "$(cat t)", "%TOKEN%", "{{token}}", "<token>",
                             "$env:TOKEN", "#{token}"})
        QTest::newRow(text) << QByteArray(text) << true << false;
    for (const char *text :
         {"undefined", "null", "None", "[object Object]", "(null)", "NaN", "YOUR_ACCESS_TOKEN",
          "your-token-here", "yourToken", "[redacted]", "insert jwt here", "xxxxxxxx", "***"})
        QTest::newRow(text) << QByteArray(text) << false << true;
    for (const char *text :
         {"", "$", "a", "abc.def.ghi", "$a.b!c", "nullx", "tokenizer", "my-token-7", "xxxxxy"})
        QTest::newRow(text) << QByteArray(text) << false << false;
}

void TestCarryingRules::knowsPlaceholders()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isVariable);
    QFETCH(const bool, isPlaceholder);
    QCOMPARE(capture::isVariable(text), isVariable);
    QCOMPARE(capture::isPlaceholder(text), isPlaceholder);
}

QTEST_GUILESS_MAIN(TestCarryingRules)
#include "tst_carryingrules.moc"
