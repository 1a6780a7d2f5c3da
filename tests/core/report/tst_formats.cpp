// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "inspections.h"

#include "core/jose/base64url.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspections::accessPayload;
using inspections::inspect;
using inspections::signedToken;

namespace {

//! Everything that has ever steered a terminal, a label, a Markdown page or a CI log.
const auto hostileJson
    = R"json(,"\u001b]0;title\u0007":"\u001b[2J\u202e\u200b","x":"\n::set-output name=a::b\n##vso[x]",)json"
      R"json("y":"`](http://evil.example) <img src=file:///etc/passwd> ![i](http://evil.example)",)json"
      R"json("z":"``` # heading\r\n| table |","email":"eve@evil.example","name":"<b>Eve</b>")json"_ba;

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return document.object();
}

QString textOf(const report::Inspection &inspection)
{
    return report::toText(inspection, {});
}

} // namespace

class TestFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasTheDocumentedMembers();
    void jsonFindingsHaveTheDocumentedMembers();
    void jsonEmbedsHeaderAndPayloadAsTheyWereSent();
    void jsonShowsABrokenPayloadAsAString();
    void jsonHasNullWhereThereIsNothing();
    void jsonCarriesTheNetworkError();
    void jsonNamesTheCertificateThatTlsDoubts();
    void jsonNamesNoKeyUrlThatNobodyAsked();
    void jsonNamesNoKeyUnlessEverySignatureHolds();
    void jsonOfAnError();
    void nestedTokenIsShownByItsParts();
    void nestedTokenIsJudgedByItself_data();
    void nestedTokenIsJudgedByItself();
    void noFormatHoldsSignatureOrToken_data();
    void noFormatHoldsSignatureOrToken();
    void textHasTheExpectedSections();
    void textMarksTheDifference();
    void textHasColourOnlyWhenAsked();
    void textKeepsToItsWidth();
    void textNeverBeginsALineWithForeignText();
    void noFormatHoldsControlCharacters_data();
    void noFormatHoldsControlCharacters();
    void markdownKeepsForeignTextInCodeSpans();
    void markdownMasksPersonalAndCustomClaims();
    void markdownMasksFindingsAboutPersonalClaims();
    void oneMegabyteClaimStaysReadable();
};

void TestFormats::jsonHasTheDocumentedMembers()
{
    const auto json = parsed(report::toJson(inspect(signedToken(accessPayload()))));
    const QStringList members{u"findings"_s, u"instant"_s, u"issuer"_s, u"not_checked"_s,
                              u"policy"_s,   u"primary"_s, u"schema"_s, u"signature"_s,
                              u"token"_s,    u"verdict"_s};
    QCOMPARE(json.keys(), members);
    QCOMPARE(json[u"schema"_s].toString(), u"assay.inspection/1"_s);
    QVERIFY((QStringList{u"accepted"_s, u"rejected"_s, u"cannot_tell"_s}.contains(
        json[u"verdict"_s].toString())));
    QCOMPARE(json[u"policy"_s].toString(), u"access"_s);
    QCOMPARE(json[u"instant"_s].toString(), u"2026-08-24T14:02:11Z"_s);
    const auto signature = json[u"signature"_s].toObject();
    QCOMPARE(signature[u"status"_s].toString(), u"valid"_s);
    QCOMPARE(signature[u"algorithm"_s].toString(), u"ES256"_s);
    const auto key = signature[u"key"_s].toObject();
    QCOMPARE(key[u"kid"_s].toString(), u"k1"_s);
    QCOMPARE(key[u"source"_s].toString(), u"issuer"_s);
    QCOMPARE(key[u"thumbprint"_s].toString(),
             QString::fromLatin1(inspections::issuerKey().thumbprint()));
    const auto token = json[u"token"_s].toObject();
    QCOMPARE(token.keys(), (QStringList{u"header"_s, u"kind"_s, u"payload"_s, u"times"_s}));
    QCOMPARE(token[u"kind"_s].toString(), u"access_token"_s);
    const auto times = token[u"times"_s].toObject();
    QCOMPARE(times[u"exp"_s].toString(), u"2026-08-24T14:20:11Z"_s);
    QVERIFY(times[u"nbf"_s].isNull());
    const auto issuer = json[u"issuer"_s].toObject();
    QCOMPARE(issuer[u"expected"_s].toString(), u"https://issuer.example"_s);
    QCOMPARE(issuer[u"clock_offset"_s].toDouble(), 1.5);
    QCOMPARE(issuer[u"clock_offset_error"_s].toDouble(), 0.506);
    QVERIFY(issuer[u"error"_s].isNull());
}

void TestFormats::jsonFindingsHaveTheDocumentedMembers()
{
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example/"_s};
    const auto json = parsed(report::toJson(inspect(signedToken(accessPayload()), policy)));
    QCOMPARE(json[u"verdict"_s].toString(), u"rejected"_s);
    QCOMPARE(json[u"primary"_s].toString(), u"audience.mismatch"_s);
    const QStringList members{u"expected"_s, u"found"_s,   u"id"_s,  u"outcome"_s,
                              u"spec"_s,     u"subject"_s, u"text"_s};
    bool seen = false;
    for (const auto &value : json[u"findings"_s].toArray()) {
        const auto finding = value.toObject();
        QCOMPARE(finding.keys(), members);
        if (finding[u"id"_s].toString() != u"audience.mismatch"_s)
            continue;
        seen = true;
        QCOMPARE(finding[u"outcome"_s].toString(), u"fail"_s);
        QCOMPARE(finding[u"expected"_s].toString(), u"https://issuer.example/"_s);
        QCOMPARE(finding[u"found"_s].toString(), u"https://issuer.example"_s);
        QVERIFY(finding[u"text"_s].toString().startsWith(u"Your audience setting ends in “/”"_s));
        QCOMPARE(finding[u"spec"_s].toString(), u"RFC 7519 section 4.1.3"_s);
    }
    QVERIFY(seen);
}

void TestFormats::jsonEmbedsHeaderAndPayloadAsTheyWereSent()
{
    const auto header = R"({ "typ":"at+jwt",  "alg" : "ES256","kid":"k1"})"_ba;
    const auto payload = "{\"iss\":\"https://issuer.example\",\n\t\"n\":1.10,\"n\":-0,\"big\":"
                         "123456789012345678901234567890,\"e\":1e400,\"名\":\"\\u9673大文 😀\"}"_ba;
    const auto json = report::toJson(inspect(signedToken(payload, header)));
    QVERIFY(json.contains("\"header\": " + header + ",\n"));
    QVERIFY(json.contains("\"payload\": " + payload + ",\n"));
    // QJsonDocument takes no number beyond double, our JSON does.
    QCOMPARE(parsed(QByteArray(json).replace("1e400", "1e40"))[u"token"_s]
                 .toObject()[u"payload"_s]
                 .toObject()[u"名"_s]
                 .toString(),
             u"陳大文 😀"_s);
}

void TestFormats::jsonShowsABrokenPayloadAsAString()
{
    const auto broken = "{\"iss\":\"x\",}\x1b[2J \xff"_ba;
    const auto json = parsed(report::toJson(inspect(signedToken(broken))));
    const auto payload = json[u"token"_s].toObject()[u"payload"_s];
    QVERIFY(payload.isString());
    QVERIFY(payload.toString().startsWith(u"{\"iss\":\"x\",}\u001b[2J"_s));
    QCOMPARE(json[u"verdict"_s].toString(), u"rejected"_s);
}

void TestFormats::jsonHasNullWhereThereIsNothing()
{
    const auto json
        = parsed(report::toJson(inspect("abcdefghijklmnopqrstuvwxyz012345", verdict::Evidence{})));
    QCOMPARE(json[u"verdict"_s].toString(), u"cannot_tell"_s);
    const auto token = json[u"token"_s].toObject();
    QVERIFY(token[u"header"_s].isNull());
    QVERIFY(token[u"payload"_s].isNull());
    QVERIFY(json[u"issuer"_s].isNull());
    QVERIFY(json[u"signature"_s].toObject()[u"key"_s].isNull());
    QCOMPARE(json[u"signature"_s].toObject()[u"status"_s].toString(), u"unverified"_s);
}

void TestFormats::jsonCarriesTheNetworkError()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->keys = {};
    evidence.snapshot->error = base::Error{"net.app_not_found"_L1, u"issuer.example"_s, -1};
    const auto json = parsed(report::toJson(inspect(signedToken(accessPayload()), evidence)));
    QCOMPARE(json[u"verdict"_s].toString(), u"cannot_tell"_s);
    const auto error = json[u"issuer"_s].toObject()[u"error"_s].toObject();
    QCOMPARE(error[u"id"_s].toString(), u"net.app_not_found"_s);
    QVERIFY(error[u"text"_s].toString().startsWith(u"Authgear knows no project on this host."_s));
}

void TestFormats::jsonNamesTheCertificateThatTlsDoubts()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    const auto fine = parsed(report::toJson(inspect(signedToken(accessPayload()), evidence)));
    QVERIFY(fine[u"issuer"_s].toObject()[u"certificate"_s].isNull());
    evidence.snapshot->keys = {};
    evidence.snapshot->error = base::Error{"net.tls_name"_L1, u"issuer.example"_s, -1};
    auto &tls = evidence.snapshot->exchanges.last().tls;
    tls.certificateSubject = u"other\u202e.example"_s;
    tls.certificateIssuer = u"Some CA"_s;
    tls.certificateSha256 = "ab12";
    tls.validFrom = inspections::now;
    tls.validUntil = inspections::now;
    tls.problems = {u"The host name did not match"_s};
    const auto bytes = report::toJson(inspect(signedToken(accessPayload()), evidence));
    QVERIFY(!bytes.contains("\u202e"));
    const auto certificate = parsed(bytes)[u"issuer"_s].toObject()[u"certificate"_s].toObject();
    QCOMPARE(certificate[u"subject"_s].toString(), tls.certificateSubject);
    QCOMPARE(certificate[u"issuer"_s].toString(), u"Some CA"_s);
    QCOMPARE(certificate[u"sha256"_s].toString(), u"ab12"_s);
    QCOMPARE(certificate[u"valid_until"_s].toString(), u"2026-08-24T14:02:11Z"_s);
    QCOMPARE(certificate[u"problems"_s].toArray().size(), 1);
}

void TestFormats::jsonNamesNoKeyUrlThatNobodyAsked()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->keys = {};
    evidence.snapshot->error = base::Error{"net.not_found"_L1, u"issuer.example"_s, -1};
    const auto urlOf = [&evidence] {
        const auto json = parsed(report::toJson(inspect(signedToken(accessPayload()), evidence)));
        return json[u"issuer"_s].toObject()[u"keys_url"_s];
    };
    QVERIFY(urlOf().isNull());
    evidence.snapshot->keysUrl = "https://issuer.example/oauth2/jwks";
    QCOMPARE(urlOf().toString(), u"https://issuer.example/oauth2/jwks"_s);
}

// RFC 7515 section 7.2.1: several signatures over one payload.
void TestFormats::jsonNamesNoKeyUnlessEverySignatureHolds()
{
    const auto parts = signedToken(accessPayload()).split('.');
    const auto signature = [&parts](const QByteArray &bytes) {
        return R"({"protected":")" + parts[0] + R"(","signature":")" + bytes + R"("})";
    };
    const auto keyOf = [&](const QByteArrayList &signatures) {
        const auto token
            = R"({"payload":")" + parts[1] + R"(","signatures":[)" + signatures.join(',') + "]}";
        return parsed(report::toJson(inspect(token)))[u"signature"_s].toObject()[u"key"_s];
    };
    const auto good = signature(parts[2]);
    QVERIFY(keyOf({good}).isObject());
    QVERIFY(keyOf({good, signature(QByteArray(86, 'A'))}).isNull());
}

void TestFormats::jsonOfAnError()
{
    const auto json
        = parsed(report::toJson(base::Error{"input.unreadable"_L1, u"no\u001bsuch"_s, -1}));
    QCOMPARE(json[u"schema"_s].toString(), u"assay.error/1"_s);
    QCOMPARE(json[u"error"_s].toObject()[u"id"_s].toString(), u"input.unreadable"_s);
    QVERIFY(!json[u"error"_s].toObject()[u"text"_s].toString().isEmpty());
}

void TestFormats::nestedTokenIsShownByItsParts()
{
    const auto inner = signedToken(accessPayload());
    const auto outer = signedToken(inner, R"({"alg":"ES256","kid":"k1","cty":"JWT"})");
    const auto inspection = inspect(outer);
    const auto token = parsed(report::toJson(inspection))[u"token"_s].toObject();
    QVERIFY(token[u"payload"_s].isNull());
    const auto nested = token[u"nested"_s].toObject();
    QCOMPARE(nested[u"payload"_s].toObject()[u"sub"_s].toString(), u"u-1"_s);
    const auto signature = inner.mid(inner.lastIndexOf('.') + 1);
    for (const auto &text : {report::toJson(inspection), textOf(inspection).toUtf8(),
                             report::toMarkdown(inspection).toUtf8()})
        QVERIFY(!text.contains(signature));
    QVERIFY(textOf(inspection).contains(u"Token inside"_s));
}

void TestFormats::nestedTokenIsJudgedByItself_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("primary");
    QTest::addColumn<QString>("words");
    const auto good = signedToken(accessPayload());
    const auto more = R"(,"sub":"u-1")"_ba;
    QTest::newRow("good") << good << u"accepted"_s << QString() << u"Accepted as an access token"_s;
    QTest::newRow("stranger's signature")
        << good.left(good.lastIndexOf('.') + 1) + QByteArray(86, 'A') << u"rejected"_s
        << u"signature.mismatch"_s << u"Rejected: the signature does not fit the key"_s;
    QTest::newRow("duplicate claim")
        << signedToken(accessPayload(more)) << u"rejected"_s << u"claim.duplicate"_s
        << u"Rejected: a claim stands there more than once"_s;
    QTest::newRow("unsecured") << "eyJhbGciOiJub25lIn0.e30."_ba << u"rejected"_s
                               << u"algorithm.none"_s << u"Rejected: "_s;
}

void TestFormats::nestedTokenIsJudgedByItself()
{
    QFETCH(const QByteArray, inner);
    QFETCH(const QString, words);
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example"_s};
    policy.maxAuthAge.reset();
    const auto inspection
        = inspect(signedToken(inner, R"({"alg":"ES256","kid":"k1","cty":"JWT"})"), policy);
    const auto json = parsed(report::toJson(inspection));
    QCOMPARE(json[u"verdict"_s].toString(), u"cannot_tell"_s); // the outer one alone
    QCOMPARE(json[u"signature"_s].toObject()[u"status"_s].toString(), u"valid"_s);
    const auto nested = json[u"token"_s].toObject()[u"nested"_s].toObject();
    QTEST(nested[u"verdict"_s].toString(), "verdict");
    QTEST(nested[u"primary"_s].toString(), "primary");
    QVERIFY(!nested[u"findings"_s].toArray().isEmpty());
    QVERIFY(textOf(inspection).section(u"Token inside"_s, 1).contains(words));
    QVERIFY(report::toMarkdown(inspection).section(u"Token inside"_s, 1).contains(words));
}

void TestFormats::noFormatHoldsSignatureOrToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("access") << signedToken(accessPayload());
    QTest::newRow("broken payload") << signedToken("{broken");
    QTest::newRow("payload is bytes") << signedToken("\x01\x02\x03");
    QTest::newRow("two parts") << signedToken(accessPayload()).left(180);
    QTest::newRow("unknown kid") << signedToken(accessPayload(),
                                                R"({"alg":"ES256","kid":"k2","typ":"at+jwt"})");
    QTest::newRow("opaque") << "abcdefghijklmnopqrstuvwxyz012345"_ba;
    QTest::newRow("refresh token")
        << "3d5c8a1e-6f27-4b90-8e4d-a1c7f05b92e6.abcdefghijklmnopqrstuvwxyz012345"_ba;
    QTest::newRow("garbage") << "not a token at all, but something else"_ba;
}

void TestFormats::noFormatHoldsSignatureOrToken()
{
    QFETCH(const QByteArray, token);
    const auto inspection = inspect(token);
    const auto secret = token.count('.') == 2 ? token.mid(token.lastIndexOf('.') + 1) : token;
    for (const auto &text : {report::toJson(inspection), textOf(inspection).toUtf8(),
                             report::toMarkdown(inspection).toUtf8()}) {
        QVERIFY2(!text.contains(token), text.constData());
        QVERIFY2(!text.contains(secret), text.constData());
    }
}

void TestFormats::textHasTheExpectedSections()
{
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example"_s};
    const auto text
        = textOf(inspect(signedToken(accessPayload(R"(,"roles_of_mine":["a"])")), policy));
    for (const auto &part :
         {u"✓ Accepted as an access token\n"_s, u"\nFindings\n"_s, u"\nHeader\n"_s,
          u"· alg: \"ES256\"  – "_s, u"\nClaims\n"_s,
          u"· exp: 1787581211  – 2026-08-24 14:20:11 UTC, in 18 min"_s,
          u"· roles_of_mine: [\"a\"]  – custom\n"_s, u"\nKeys\n"_s,
          u"✓ k1 (EC P-256, from the issuer): the signature fits this key\n"_s, u"\nIssuer\n"_s,
          u"│ Its clock is ahead of this computer's by 1 s.\n"_s, u"\nNot checked\n"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n---\n"_s + text));
}

void TestFormats::textMarksTheDifference()
{
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example/"_s};
    const auto text = textOf(inspect(signedToken(accessPayload()), policy));
    QVERIFY2(text.contains(u"│ expected  https://issuer.example‹/›\n"
                           "│ found     https://issuer.example\n"_s),
             qPrintable(text));
}

void TestFormats::textHasColourOnlyWhenAsked()
{
    const auto inspection = inspect(signedToken(accessPayload()));
    QVERIFY(!report::toText(inspection, {false, 100, true}).contains(u'\u001b'));
    auto coloured = report::toText(inspection, {true, 100, true});
    QVERIFY(coloured.contains(u"\u001b[32m✓\u001b[0m"_s));
    coloured.remove(QRegularExpression(u"\u001b\\[[0-9]*m"_s));
    QCOMPARE(coloured, report::toText(inspection, {false, 100, true}));
}

void TestFormats::textKeepsToItsWidth()
{
    const auto text = report::toText(inspect(signedToken(accessPayload())), {false, 60, true});
    for (const auto &line : text.split(u'\n')) {
        const bool isOneWord = line.count(u' ') <= 1;
        QVERIFY2(line.size() <= 60 || isOneWord, qPrintable(line));
    }
}

//! GitHub and Azure take "::…" and "##vso[…" at the start of a line for commands, after blanks too.
void TestFormats::textNeverBeginsALineWithForeignText()
{
    const QStringList headings{u"Findings"_s, u"Token"_s, u"Header"_s, u"Claims"_s,
                               u"Payload"_s,  u"Keys"_s,  u"Issuer"_s, u"Not checked"_s};
    verdict::Policy policy;
    policy.audiences = {u"::stop-commands::x"_s};
    policy.claims = {u"::add-mask::a b c d e f g h i j k l m n o p q r s t u v w x y z"_s};
    const auto header = R"({"alg":"ES256","kid":"::error::kid"})"_ba;
    for (const auto width : {20, 60, 100}) {
        for (const auto &token :
             {signedToken(accessPayload(hostileJson), header),
              signedToken("::warning:: bytes\n::warning::"), "::debug:: garbage"_ba}) {
            const auto text = report::toText(inspect(token, policy), {false, width, true});
            for (const auto &line : text.split(u'\n')) {
                const bool isOurs = line.isEmpty() || headings.contains(line)
                    || u"✓✗?!–·│"_s.contains(line.at(0));
                QVERIFY2(isOurs, qPrintable(line));
            }
        }
    }
}

void TestFormats::noFormatHoldsControlCharacters_data()
{
    QTest::addColumn<QByteArray>("token");
    const auto hostileHeader = R"({"alg":"ES256","kid":"\u001b[31m\u202ek","typ":"\u0007"})"_ba;
    QTest::newRow("claims") << signedToken(accessPayload(hostileJson));
    QTest::newRow("header") << signedToken(accessPayload(), hostileHeader);
    QTest::newRow("raw bytes") << signedToken("\x1b]0;x\x07\xc2\x9b\x32J\x7f\xe2\x80\xae");
    QTest::newRow("raw in JSON") << signedToken(
        accessPayload(",\"raw\":\"\xc2\x9b\x7f\xe2\x80\xae\xe2\x80\xa8\""));
    QTest::newRow("no token") << "\x1b]0;x\x07 \xc2\x9b"_ba;
}

void TestFormats::noFormatHoldsControlCharacters()
{
    QFETCH(const QByteArray, token);
    const auto inspection = inspect(token);
    for (const auto &text : {QString::fromUtf8(report::toJson(inspection)), textOf(inspection),
                             report::toMarkdown(inspection)}) {
        for (const auto c : text) {
            const auto category = c.category();
            QVERIFY2(c == u'\n' || category != QChar::Other_Control, qPrintable(text));
            QVERIFY2(category != QChar::Other_Format, qPrintable(text));
        }
    }
}

void TestFormats::markdownKeepsForeignTextInCodeSpans()
{
    const auto header
        = R"json({"alg":"ES256","kid":"`</code><script>x</script>`","typ":"![i](http://evil.example)"})json"_ba;
    verdict::Policy policy;
    policy.audiences = {u"``[x](http://evil.example)"_s};
    const auto hostile = R"json(,"<b>":"x","nbf":"[x](http://evil.example)")json"_ba;
    auto text = report::toMarkdown(inspect(signedToken(accessPayload(hostile), header), policy));
    QVERIFY(text.contains(u"evil.example"_s));
    // A code span ends at the first fence of its own length (CommonMark 6.1).
    static const QRegularExpression span(u"(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)"_s);
    text.remove(span);
    QVERIFY2(!text.contains(u"evil.example"_s), qPrintable(text));
    QVERIFY2(!text.contains(u'<'), qPrintable(text));
    QVERIFY2(!text.contains(u'`'), qPrintable(text));
}

void TestFormats::markdownMasksPersonalAndCustomClaims()
{
    const auto payload = accessPayload(
        R"(,"email":"eve@example.com","name":"Eve","custom_note":"secret note","n":12345678)");
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example"_s};
    const auto text = report::toMarkdown(inspect(signedToken(payload), policy));
    for (const auto &hidden : {u"eve@example.com"_s, u"Eve"_s, u"secret note"_s, u"12345678"_s,
                               u"\"u-1\""_s, u"\"j-1\""_s})
        QVERIFY2(!text.contains(hidden), qPrintable(hidden));
    QVERIFY(text.contains(u"- `email`: masked: text of 15 characters\n"_s));
    QVERIFY(text.contains(u"- `aud`: `[\"https://issuer.example\"]`\n"_s));
    QVERIFY(text.contains(u"### Accepted as an access token\n"_s));
    QVERIFY(text.contains(u"- `exp`: `1787581211` (2026-08-24 14:20:11 UTC)\n"_s));
}

void TestFormats::markdownMasksFindingsAboutPersonalClaims()
{
    verdict::Policy policy;
    policy.claims = {u"email"_s};
    const auto payload = accessPayload(R"(,"email":"eve@example.com","email":"bob@example.com")");
    const auto inspection = inspect(signedToken(payload), policy);
    QVERIFY(textOf(inspection).contains(u"bob@example.com"_s));
    const auto text = report::toMarkdown(inspection);
    QVERIFY2(!text.contains(u"bob@"_s) && !text.contains(u"eve@"_s), qPrintable(text));
}

void TestFormats::oneMegabyteClaimStaysReadable()
{
    const auto payload = accessPayload(",\"big\":\"" + QByteArray(1024 * 1024, 'x') + '"');
    const auto inspection = inspect(signedToken(payload));
    QVERIFY(textOf(inspection).size() < 20'000);
    QVERIFY(report::toMarkdown(inspection).size() < 20'000);
    QVERIFY(report::toJson(inspection).size() > 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
