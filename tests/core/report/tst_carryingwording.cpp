// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/report/wording.h"
#include "tests/core/capture/capturecases.h"
#include "tests/core/capture/rulecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capturecases::RuleCase;
using report::Wording;

namespace {

constexpr base::Instant now{std::chrono::milliseconds{1'790'000'000'000}};

base::Finding findingOf(const QByteArray &text, QLatin1StringView id)
{
    const capture::Capture capture = capture::read(text);
    base::Findings all = capture.findings;
    for (const capture::Sighting &sighting : capture.sightings)
        all += sighting.findings;
    const auto finding
        = std::ranges::find_if(all, [id](const base::Finding &one) { return one.id == id; });
    return finding == all.end() ? base::Finding() : *finding;
}

QStringList textsOf(const Wording &wording)
{
    return {wording.subject, wording.found,       wording.inShort,
            wording.title,   wording.explanation, wording.action};
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

//! What a person reads of each finding about a capture, made from a whole capture and not by hand.
class TestCarryingWording final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingReadsWell_data();
    void everyFindingReadsWell();
    void saysExactly_data();
    void saysExactly();
    void makesForeignTextVisible_data();
    void makesForeignTextVisible();
};

void TestCarryingWording::everyFindingReadsWell_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const RuleCase &one : capturecases::ruleCases())
        QTest::newRow(one.id) << one.fires;
}

void TestCarryingWording::everyFindingReadsWell()
{
    QFETCH(const QByteArray, text);
    const base::Finding finding = findingOf(text, QLatin1StringView(QTest::currentDataTag()));
    const Wording wording = report::word(finding, now);
    QVERIFY(!wording.subject.isEmpty());
    QVERIFY(!wording.inShort.isEmpty());
    QVERIFY2(!wording.title.isEmpty() && !wording.title.endsWith(u'.'), qPrintable(wording.title));
    QVERIFY2(wording.explanation.endsWith(u'.'), qPrintable(wording.explanation));
    QVERIFY2(wording.action.endsWith(u'.'), qPrintable(wording.action));
    QCOMPARE(wording.spec.isEmpty(), finding.spec.isEmpty());
    for (const QString &part : textsOf(wording)) {
        QVERIFY2(!part.contains(u"%1"_s) && !part.contains(u"%2"_s), qPrintable(part));
        QVERIFY2(part.compare("invalid token"_L1, Qt::CaseInsensitive) != 0, qPrintable(part));
        QVERIFY2(!part.contains(u'!'), qPrintable(part));
        QVERIFY2(std::none_of(part.begin(), part.end(), isInvisible), qPrintable(part));
        QVERIFY2(!part.contains(QString::fromLatin1(capturecases::jwt().last(40))),
                 qPrintable(part));
    }
}

void TestCarryingWording::saysExactly_data()
{
    QTest::addColumn<QString>("inShort");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *id, const char *inShort, const char *title) {
        QTest::newRow(id) << QString::fromUtf8(inShort) << QString::fromUtf8(title);
    };
    row("carrying.scheme_missing", "“Bearer” is missing before the token",
        "The Authorization header lacks the word “Bearer” before the token");
    row("carrying.scheme_twice", "“Bearer” stands there twice",
        "The word “Bearer” stands in the Authorization header twice");
    row("carrying.other_scheme", "another scheme than “Bearer” stands before the token",
        "The token is sent with the scheme “Token” instead of “Bearer”");
    row("carrying.colon", "a colon stands behind the scheme",
        "A colon stands behind the word “Bearer”");
    row("carrying.tab", "a tab stands where a blank belongs",
        "A tab stands between “Bearer” and the token");
    row("carrying.other_blank", "another blank stands where a plain one belongs",
        "A blank of another kind stands between “Bearer” and the token");
    row("carrying.quotes", "quotation marks are sent with the token",
        "Quotation marks or brackets stand around the token");
    row("carrying.trailing_mark", "“;” stands behind the token", "A “;” stands behind the token");
    row("carrying.token_missing", "no token stands behind the scheme",
        "No token stands behind “Bearer”");
    row("carrying.placeholder", "the word “null” stands where the token belongs",
        "The word “null” is sent where the token belongs");
    row("carrying.variable", "the variable $TOKEN was not filled in",
        "The variable $TOKEN stands where the token belongs");
    row("carrying.several_authorization", "2 Authorization headers in one request",
        "The request has 2 Authorization headers");
    row("carrying.lower_case", "“BEARER”: legal, but some backends compare exactly",
        "The scheme is written “BEARER”");
    row("carrying.two_spaces", "2 blanks: some backends cut at the first",
        "Between the scheme and the token stand 2 blanks");
    row("carrying.trailing_blank", "white space stands behind the token",
        "White space stands behind the token");
    row("carrying.truncated", "cut off: 255 bytes of signature, RS256 needs 256",
        "The end of the token is missing");
    row("carrying.shortened", "shortened by a person or a program",
        "The token was shortened, so that parts of it are missing");
    row("carrying.percent_encoded", "percent-encoded where it must not be",
        "The token is percent-encoded");
    row("carrying.double_base64", "the token is base64-encoded once more",
        "The token was encoded in base64 a second time");
    row("carrying.padded", "“=” stands in the token", "The token has “=” in it");
    row("carrying.wrong_alphabet", "“/” is not of the base64url alphabet",
        "The token has “/” in it, which is not base64url");
    row("carrying.line_broken", "line breaks inside were left out",
        "The token was broken over several lines");
    row("carrying.in_query", "in the URL: it gets into logs and histories",
        "The token is sent in the URL, as the parameter “access_token”");
    row("carrying.in_fragment", "in the fragment: the implicit flow, which is given up",
        "The token comes in the fragment of a URL, as “access_token”");
    row("carrying.plain_http", "sent without TLS to a.example",
        "The token was sent to a.example over plain HTTP");
    row("carrying.id_token_in_authorization", "an ID token where an access token belongs",
        "An ID token is sent where an access token belongs");
    row("carrying.access_token_as_id_token", "an access token where an ID token belongs",
        "An access token is sent where an ID token belongs");
    row("carrying.refresh_token_in_authorization",
        "a refresh token or session, not an access token",
        "A refresh token or session is sent where an access token belongs");
    row("carrying.two_tokens", "another token than in Authorization",
        "Two different tokens are sent in one request");
    row("carrying.header_size", "8209 bytes: many servers allow 8192",
        "The header with the token has 8209 bytes");
    row("carrying.session_cookie_live", "a live credential: redact it",
        "The cookie “session” holds a live session");
    row("carrying.refresh_and_id_token_same_session", "belongs to the session of the ID token here",
        "The refresh token and the ID token are of one session");
    row("carrying.expires_in_differs", "expires_in is 1 h, exp - iat is 30 min",
        "The response says that the token lives for 1 h, the token says 30 min");
}

void TestCarryingWording::saysExactly()
{
    QFETCH(const QString, inShort);
    QFETCH(const QString, title);
    const QLatin1StringView id(QTest::currentDataTag());
    for (const RuleCase &one : capturecases::ruleCases()) {
        if (id != QLatin1StringView(one.id))
            continue;
        const Wording wording = report::word(findingOf(one.fires, id), now);
        QCOMPARE(wording.inShort, inShort);
        QCOMPARE(wording.title, title);
        return;
    }
    QFAIL("no case of this rule");
}

void TestCarryingWording::makesForeignTextVisible_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("visible");
    const auto header = [](const QByteArray &value) {
        return "GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: " + value + "\r\n\r\n";
    };
    const QByteArray token = capturecases::jwt();
    QTest::newRow("carrying.variable")
        << header("Bearer <to\u202Eken>") << u"\\u{202E}"_s; // right-to-left override
    QTest::newRow("carrying.in_query") << "GET /?a%1Bb=" + token + " HTTP/1.1\r\nHost: a\r\n\r\n"
                                       << u"\\u{1B}"_s;
    QTest::newRow("carrying.session_cookie_live")
        << "{\"cookies\":[{\"name\":\"x\u200B_app_session\",\"value\":\"" + capturecases::opaque()
            + "\",\"domain\":\"a\",\"path\":\"/\"}]}"
        << u"\\u{200B}"_s;
    QTest::newRow("answer.audience") << header("Bearer " + token)
            + "HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer error=\"invalid_token\", "
              "error_description=\"The audience 'a\u2066\x1B[31mb' is invalid\"\r\n\r\n"
                                     << u"\\u{2066}"_s;
}

void TestCarryingWording::makesForeignTextVisible()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, visible);
    const base::Finding finding = findingOf(text, QLatin1StringView(QTest::currentDataTag()));
    QVERIFY(!finding.id.isEmpty());
    const QString all = textsOf(report::word(finding, now)).join(u' ');
    QVERIFY2(all.contains(visible, Qt::CaseInsensitive), qPrintable(all));
    QVERIFY2(std::none_of(all.begin(), all.end(), isInvisible), qPrintable(all));
}

QTEST_GUILESS_MAIN(TestCarryingWording)

#include "tst_carryingwording.moc"
