// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/challenge.h"

#include <QTest>

using http::Challenge;

namespace {

//! "Bearer{realm=x,error=y} Basic" and token68 in brackets.
QByteArray summary(const QList<Challenge> &challenges)
{
    QByteArrayList all;
    for (const Challenge &challenge : challenges) {
        QByteArray text = challenge.scheme;
        if (!challenge.token68.isEmpty())
            text += '[' + challenge.token68 + ']';
        QByteArrayList parameters;
        for (const Challenge::Parameter &parameter : challenge.parameters)
            parameters += parameter.name + '=' + parameter.value;
        if (!parameters.isEmpty())
            text += '{' + parameters.join(',') + '}';
        all += text;
    }
    return all.join(' ');
}

} // namespace

class TestChallenge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLists_data();
    void readsLists();
    void knowsWhereValuesStand();
    void comparesNamesWithoutCase();
    void endsOnHostileText_data();
    void endsOnHostileText();
};

void TestChallenge::readsLists_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *field, const char *expected) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(expected);
    };
    row("scheme alone", "Bearer", "Bearer");
    row("RFC 6750 section 3",
        R"(Bearer realm="example", error="invalid_token", error_description="The access token expired")",
        "Bearer{realm=example,error=invalid_token,error_description=The access token expired}");
    row("RFC 9110 section 11.6.1",
        R"(Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"")",
        R"(Basic{realm=simple} Newauth{realm=apps,type=1,title=Login to "apps"})");
    row("token68", "Negotiate oYGzMIGwoAMKAQ==, Basic realm=x",
        "Negotiate[oYGzMIGwoAMKAQ==] Basic{realm=x}");
    row("schemes without anything", "Negotiate, NTLM , Bearer", "Negotiate NTLM Bearer");
    row("blanks around equals", "Bearer error = \"x\" , scope= y", "Bearer{error=x,scope=y}");
    row("no comma between parameters", R"(Bearer error="a" error_description="b")",
        "Bearer{error=a,error_description=b}");
    row("sentence without quotes", "Bearer error=a, error_description=The token is old, x=y",
        "Bearer{error=a,error_description=The token is old,x=y}");
    row("comma within quotes", R"(Bearer scope="a, b c")", "Bearer{scope=a, b c}");
    row("quote that does not end", R"(Bearer error="a b)", "Bearer{error=a b}");
    row("parameters without scheme", R"(error="a", realm="b")", "{error=a,realm=b}");
    row("empty values", R"(Bearer error="", scope=)", "Bearer{error=,scope=}");
    row("empty elements", ", ,Bearer ,, Basic", "Bearer Basic");
    row("nothing", "", "");
    row("only signs", "\"@@()", "");
}

void TestChallenge::readsLists()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, expected);
    QCOMPARE(summary(http::readChallenges(field)), expected);
}

void TestChallenge::knowsWhereValuesStand()
{
    const QByteArray field = R"(Bearer error="a b", scope=c d )";
    const QList<Challenge> challenges = http::readChallenges(field);
    QCOMPARE(challenges.size(), 1);
    for (const Challenge::Parameter &parameter : challenges.first().parameters)
        QCOMPARE(field.mid(parameter.span.start, parameter.span.size()), parameter.value);
}

void TestChallenge::comparesNamesWithoutCase()
{
    const QList<Challenge> challenges = http::readChallenges("bEARER Error=\"a\", error=\"b\"");
    QVERIFY(challenges.first().is("Bearer"));
    QCOMPARE(challenges.first().value("ERROR"), "a");
    QVERIFY(challenges.first().value("scope").isNull());
    QVERIFY(!challenges.first().find("scope"));
}

void TestChallenge::endsOnHostileText_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"\"", "\\", "=", ",", "a ", "a=", "a=\"", "a b=c "})
        QTest::newRow(piece) << QByteArray(piece);
}

void TestChallenge::endsOnHostileText()
{
    QFETCH(const QByteArray, piece);
    const QByteArray field = "Bearer " + piece.repeated(100'000);
    const QList<Challenge> challenges = http::readChallenges(field);
    QVERIFY(!challenges.isEmpty());
}

QTEST_GUILESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
