// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/looks.h"

#include "tests/support/zone.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QIcon>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingHasPictureAndSpokenState();
    void coloursFollowTheTheme();
    void duplicateClaimIsMarkedInWords();
    void timeTipSaysAllForms_data();
    void timeTipSaysAllForms();
    void foreignTipIsEscaped();
    void looksPassTheModelTester();
};

void TestLooks::findingHasPictureAndSpokenState()
{
    FindingsModel model;
    verdict::Verdict verdict;
    base::Finding finding;
    finding.id = "issuer.same"_L1;
    finding.subject = u"iss"_s;
    for (const base::Outcome outcome :
         {base::Outcome::Pass, base::Outcome::Warn, base::Outcome::Fail, base::Outcome::Skipped}) {
        finding.outcome = outcome;
        verdict.findings = {finding};
        model.setVerdict(verdict);
        FindingLooks looks;
        looks.setSourceModel(&model);
        const QModelIndex check = looks.index(0, FindingsModel::CheckColumn);
        QVERIFY(!check.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(check.data(Qt::AccessibleTextRole).toString().contains(outcomeName(outcome)));
        QVERIFY(!looks.index(0, FindingsModel::FoundColumn).data(Qt::DecorationRole).isValid());
    }
}

void TestLooks::coloursFollowTheTheme()
{
    FindingsModel model;
    verdict::Verdict verdict;
    verdict.findings = {base::Finding()};
    verdict.findings.first().id = "issuer.same"_L1;
    model.setVerdict(verdict);
    FindingLooks looks;
    looks.setSourceModel(&model);
    const QModelIndex aside = looks.index(0, FindingsModel::ShortColumn);
    applyTheme(true);
    QCOMPARE(aside.data(Qt::ForegroundRole).value<QColor>(), color(ColorRole::Muted, true));
    applyTheme(false);
    QCOMPARE(aside.data(Qt::ForegroundRole).value<QColor>(), color(ColorRole::Muted, false));
}

void TestLooks::duplicateClaimIsMarkedInWords()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(base::json::Document::read(R"({"a":1,"a":2,"b":3})"));
    ClaimLooks looks;
    looks.setSourceModel(&model);
    QVERIFY(
        looks.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"more than once"_s));
    QVERIFY(!looks.index(0, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(looks.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"b"_s);
}

void TestLooks::timeTipSaysAllForms_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("lines");
    QTest::newRow("local, UTC and relative") << QByteArray("Asia/Kolkata") << 3;
    QTest::newRow("local is UTC") << QByteArray("UTC") << 2;
}

void TestLooks::timeTipSaysAllForms()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const int, lines);
    const support::Zone local(zone);
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(base::json::Document::read(R"({"exp":1787000000})"));
    ClaimLooks looks;
    looks.setSourceModel(&model);
    const QString tip = looks.index(0, ClaimsModel::TimeColumn).data(Qt::ToolTipRole).toString();
    QCOMPARE(tip.count(u"<br/>"_s), lines - 1);
    QVERIFY(tip.contains(u"UTC"_s));
}

void TestLooks::foreignTipIsEscaped()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(base::json::Document::read(R"({"a":"<img src=x>"})"));
    ClaimLooks looks;
    looks.setSourceModel(&model);
    const QModelIndex value = looks.index(0, ClaimsModel::ValueColumn);
    QVERIFY(!value.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QVERIFY(value.data(Qt::FontRole).value<QFont>().family() == monospace(QFont()).family());
}

void TestLooks::looksPassTheModelTester()
{
    ClaimsModel model(ClaimSet::Payload);
    ClaimLooks looks;
    looks.setSourceModel(&model);
    const QAbstractItemModelTester tester(&looks);
    model.setDocument(base::json::Document::read(R"({"a":{"b":[1]}})"));
    QCOMPARE(looks.rowCount(looks.index(0, 0)), 1);
}

} // namespace ui

QTEST_MAIN(ui::TestLooks)
#include "tst_looks.moc"
