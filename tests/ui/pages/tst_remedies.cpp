// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/remedies.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

base::Finding finding(QLatin1StringView id)
{
    base::Finding result;
    result.id = id;
    return result;
}

} // namespace

class TestRemedies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void audiencesOfTheTokenAreOffered();
    void clientIdIsOfferedWhereOneIsMissing();
    void fewAreOffered();
    void keysAreFetchedFromWhereTheyCanBe();
    void nothingIsOfferedWithoutAnIssuer();
    void confirmingIsOfferedOnlyWhileUnconfirmed();
    void otherFindingsOfferNothing();
    void foreignTextIsMadeVisible();
};

void TestRemedies::audiencesOfTheTokenAreOffered()
{
    base::Finding open = finding("audience.not_given"_L1);
    open.facts.insert("offers"_L1, QStringList{u"a"_s, u"b"_s});
    const QList<DetailAction> actions = remediesFor(open, {});
    QCOMPARE(actions.size(), 2);
    QCOMPARE(actions.first().id, static_cast<int>(Remedy::RequireAudience));
    QCOMPARE(actions.first().argument, u"a"_s);
    QVERIFY(actions.first().text.contains(u"a"_s));
}

void TestRemedies::clientIdIsOfferedWhereOneIsMissing()
{
    base::Finding open = finding("audience.not_given"_L1);
    open.facts.insert("offers"_L1, QStringList{u"client"_s});
    open.facts.insert("clientId"_L1, true);
    QCOMPARE(remediesFor(open, {}).first().id, static_cast<int>(Remedy::RequireClientId));
}

void TestRemedies::fewAreOffered()
{
    base::Finding other = finding("audience.mismatch"_L1);
    QStringList many;
    for (int i = 0; i < 1000; ++i)
        many.append(QString::number(i));
    other.facts.insert("audiences"_L1, many);
    QCOMPARE(remediesFor(other, {}).size(), 3);
}

void TestRemedies::keysAreFetchedFromWhereTheyCanBe()
{
    const Possibilities possible{true, false, u"demo.example"_s};
    const QList<DetailAction> actions = remediesFor(finding("signature.no_keys"_L1), possible);
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions.last().text.contains(u"demo.example"_s)); // names the host before the click
    for (const auto id : {"kid.unknown"_L1, "key.unreadable"_L1, "key.no_fit"_L1})
        QCOMPARE(remediesFor(finding(id), possible).size(), 1);
}

void TestRemedies::nothingIsOfferedWithoutAnIssuer()
{
    QVERIFY(remediesFor(finding("kid.unknown"_L1), {}).isEmpty());
    QVERIFY(remediesFor(finding("signature.no_keys"_L1), {}).isEmpty());
}

void TestRemedies::confirmingIsOfferedOnlyWhileUnconfirmed()
{
    QVERIFY(remediesFor(finding("issuer.unconfirmed"_L1), {}).isEmpty());
    const Possibilities possible{true, true, {}};
    QCOMPARE(remediesFor(finding("issuer.unconfirmed"_L1), possible).first().id,
             static_cast<int>(Remedy::ConfirmIssuer));
}

void TestRemedies::otherFindingsOfferNothing()
{
    QVERIFY(remediesFor(finding("time.expired"_L1), {true, true, u"x"_s}).isEmpty());
}

void TestRemedies::foreignTextIsMadeVisible()
{
    base::Finding open = finding("audience.not_given"_L1);
    open.facts.insert("offers"_L1, QStringList{u"a\u202eb"_s});
    const DetailAction action = remediesFor(open, {}).first();
    QVERIFY(!action.text.contains(QChar(0x202e)));
    QCOMPARE(action.argument, u"a\u202eb"_s);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestRemedies)
#include "tst_remedies.moc"
