// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/redaction.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! What leaves the computer in a report, and what does not.
class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksPersonalAndCustomClaims_data();
    void masksPersonalAndCustomClaims();
    void saysHowMuchIsMasked_data();
    void saysHowMuchIsMasked();
    void masksValuesOfFindings_data();
    void masksValuesOfFindings();
    void masksListsInFacts();
};

void TestRedaction::masksPersonalAndCustomClaims_data()
{
    QTest::addColumn<bool>("masked");
    const auto row = [](const char *claim, bool masked) { QTest::newRow(claim) << masked; };
    // What a reader of a ticket needs in order to help.
    for (const char *claim : {"iss", "aud", "exp", "nbf", "iat", "auth_time", "amr", "scope", "azp",
                              "client_id", "https://authgear.com/claims/user/is_anonymous"})
        row(claim, false);
    // OpenID Connect Core section 5.1, and whatever tells one user or session from another.
    for (const char *claim : {"sub", "sid", "jti", "nonce", "email", "phone_number", "name",
                              "picture", "birthdate", "address", "ds_hash", "act"})
        row(claim, true);
    // Nobody knows what is in them.
    for (const char *claim : {"employee", "https://example.com/ssn", "EMAIL", "iss ", ""})
        row(claim, true);
}

void TestRedaction::masksPersonalAndCustomClaims()
{
    const auto claim = QString::fromLatin1(QTest::currentDataTag());
    QTEST(report::isMasked(claim), "masked");
}

void TestRedaction::saysHowMuchIsMasked_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const QByteArray &json, const QString &text) {
        QTest::newRow(json.constData()) << json << text;
    };
    row(R"("")", u"masked: text of 0 characters"_s);
    row(R"("a\u00e9b")", u"masked: text of 3 characters"_s);
    row(R"("\ud83d\ude00")", u"masked: text of 1 characters"_s); // as a person counts
    row(R"([1,"a"])", u"masked: list of 2"_s);
    row(R"({"street":"x"})", u"masked: object"_s);
    row("17", u"masked"_s); // the length of a number would say too much
    row("null", u"masked"_s);
}

void TestRedaction::saysHowMuchIsMasked()
{
    QFETCH(const QByteArray, json);
    const auto document = base::json::Document::read(json);
    QTEST(report::maskText(document.root()), "text");
}

void TestRedaction::masksValuesOfFindings_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *subject, const QString &found) {
        QTest::newRow(subject) << QString::fromLatin1(subject) << found;
    };
    row("sub", u"masked"_s);
    row("email", u"masked"_s);
    row("custom", u"masked"_s);
    row("aud", u"VALUE"_s);
    // No claims: parts of the token, members of its header, and what is beside it.
    for (const char *subject : {"token", "header", "payload", "signature", "key", "issuer", "clock",
                                "alg", "kid", "typ", "crit", "b64", "jwk"})
        row(subject, u"VALUE"_s);
}

void TestRedaction::masksValuesOfFindings()
{
    QFETCH(const QString, subject);
    base::Finding finding;
    finding.subject = subject;
    finding.found = u"VALUE"_s;
    QTEST(report::redacted(finding).found, "found");
    finding.found.clear(); // nothing there: nothing to hide, and "missing" must stay visible
    QVERIFY(report::redacted(finding).found.isEmpty());
}

void TestRedaction::masksListsInFacts()
{
    base::Finding finding;
    finding.subject = u"email"_s;
    finding.facts
        = {{"values"_L1, QStringList{u"a@example.com"_s, u"b@example.com"_s}}, {"seconds"_L1, 5LL}};
    const auto facts = report::redacted(finding).facts;
    QCOMPARE(facts.value("values"_L1).toStringList(), QStringList{u"masked"_s});
    QCOMPARE(facts.value("seconds"_L1).toLongLong(), 5);
    finding.subject = u"aud"_s;
    QCOMPARE(report::redacted(finding).facts, finding.facts);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
