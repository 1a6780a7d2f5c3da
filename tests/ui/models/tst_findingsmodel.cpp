// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/findingsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::Outcome;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'787'000'000}};

base::Finding finding(QLatin1StringView id, Outcome outcome, const QString &subject,
                      const QString &found = {})
{
    base::Finding result;
    result.id = id;
    result.outcome = outcome;
    result.subject = subject;
    result.found = found;
    return result;
}

verdict::Verdict verdictOf(const base::Findings &findings, qsizetype primary = -1)
{
    verdict::Verdict verdict;
    verdict.findings = findings;
    verdict.primary = primary;
    verdict.at = noon;
    return verdict;
}

const base::Findings &someFindings()
{
    static const base::Findings findings{
        finding("signature.valid"_L1, Outcome::Pass, u"signature"_s),
        finding("not_checked.session"_L1, Outcome::Skipped, u"session"_s),
        finding("issuer.same"_L1, Outcome::Pass, u"iss"_s),
        finding("audience.mismatch"_L1, Outcome::Fail, u"aud"_s),
        finding("reauth.stale"_L1, Outcome::Warn, u"auth_time"_s),
        finding("time.exp_ok"_L1, Outcome::Pass, u"exp"_s),
    };
    return findings;
}

//! The rows as text, one a line: what a person reads from top to bottom.
QString drawn(const FindingsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row, 0).data(FindingsModel::IdRole).toString());
    return lines.join(u' ');
}

} // namespace

class TestFindingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresStandFirstAndTheTableOrderStays();
    void countsEachOutcome();
    void tickChangesRowsInPlace();
    void nothingIsSaidWhenNothingChanged();
    void flippedFindingMovesAndKeepsItsSelection();
    void findingsThatComeAndGoDisturbNoOthers();
    void sameSubjectTwiceStaysApart();
    void primaryRowFollowsTheOrderShown();
    void tellingRowIsWhatMattersMost_data();
    void tellingRowIsWhatMattersMost();
    void everyColumnAndRoleHasItsFact();
    void emptyVerdictHasNoRows();
};

void TestFindingsModel::failuresStandFirstAndTheTableOrderStays()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setVerdict(verdictOf(someFindings()));
    QCOMPARE(drawn(model),
             u"audience.mismatch reauth.stale signature.valid issuer.same "
             "time.exp_ok not_checked.session"_s);
}

void TestFindingsModel::countsEachOutcome()
{
    FindingsModel model;
    const QSignalSpy counts(&model, &FindingsModel::countsChanged);
    model.setVerdict(verdictOf(someFindings()));
    QCOMPARE(counts.count(), 1);
    QCOMPARE(model.count(Outcome::Fail), 1);
    QCOMPARE(model.count(Outcome::Warn), 1);
    QCOMPARE(model.count(Outcome::Pass), 3);
    QCOMPARE(model.count(Outcome::Skipped), 1);
}

void TestFindingsModel::tickChangesRowsInPlace()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    base::Findings findings = someFindings();
    model.setVerdict(verdictOf(findings));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    findings.last().facts.insert("seconds"_L1, 1089LL);
    model.setVerdict(verdictOf(findings));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(removals.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 4);
}

void TestFindingsModel::nothingIsSaidWhenNothingChanged()
{
    FindingsModel model;
    model.setVerdict(verdictOf(someFindings()));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setVerdict(verdictOf(someFindings()));
    QCOMPARE(changes.count(), 0);
}

void TestFindingsModel::flippedFindingMovesAndKeepsItsSelection()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    base::Findings findings = someFindings();
    model.setVerdict(verdictOf(findings));
    const QPersistentModelIndex expiry = model.index(4, 0);
    QCOMPARE(expiry.data(FindingsModel::SubjectRole).toString(), u"exp"_s);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    findings.last() = finding("time.expired"_L1, Outcome::Fail, u"exp"_s);
    model.setVerdict(verdictOf(findings));
    QCOMPARE(resets.count(), 0);
    QVERIFY(expiry.isValid());
    QCOMPARE(expiry.row(), 1);
    QCOMPARE(expiry.data(FindingsModel::IdRole).toString(), u"time.expired"_s);
    QCOMPARE(expiry.data(FindingsModel::OutcomeRole).toInt(), static_cast<int>(Outcome::Fail));
}

void TestFindingsModel::findingsThatComeAndGoDisturbNoOthers()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    base::Findings findings = someFindings();
    model.setVerdict(verdictOf(findings));
    const QPersistentModelIndex issuer = model.index(3, 0);
    findings.removeAt(3);
    findings.prepend(finding("input.cleaned"_L1, Outcome::Pass, u"token"_s));
    model.setVerdict(verdictOf(findings));
    QCOMPARE(drawn(model),
             u"reauth.stale input.cleaned signature.valid issuer.same time.exp_ok "
             "not_checked.session"_s);
    QVERIFY(issuer.isValid());
    QCOMPARE(issuer.data(FindingsModel::SubjectRole).toString(), u"iss"_s);
}

void TestFindingsModel::sameSubjectTwiceStaysApart()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    const base::Findings twins{finding("claim.duplicate"_L1, Outcome::Fail, u"sub"_s, u"a"_s),
                               finding("claim.duplicate"_L1, Outcome::Fail, u"sub"_s, u"b"_s)};
    model.setVerdict(verdictOf(twins));
    model.setVerdict(verdictOf({twins.first()}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.finding(0)->found, u"a"_s);
}

void TestFindingsModel::primaryRowFollowsTheOrderShown()
{
    FindingsModel model;
    model.setVerdict(verdictOf(someFindings(), 4));
    QCOMPARE(model.primaryRow(), 1);
    model.setVerdict(verdictOf(someFindings()));
    QCOMPARE(model.primaryRow(), -1);
}

void TestFindingsModel::tellingRowIsWhatMattersMost_data()
{
    QTest::addColumn<base::Findings>("findings");
    QTest::addColumn<int>("primary");
    QTest::addColumn<QString>("id");
    const base::Finding cleaned = finding("input.cleaned"_L1, Outcome::Pass, u"input"_s);
    const base::Finding valid = finding("signature.valid"_L1, Outcome::Pass, u"signature"_s);
    const base::Finding stale = finding("reauth.stale"_L1, Outcome::Warn, u"auth_time"_s);
    QTest::newRow("primary") << someFindings() << 4 << u"reauth.stale"_s;
    QTest::newRow("something wrong")
        << base::Findings{cleaned, stale, valid} << -1 << u"reauth.stale"_s;
    QTest::newRow("all is well") << base::Findings{cleaned, valid} << -1 << u"signature.valid"_s;
    QTest::newRow("nothing but the text") << base::Findings{cleaned} << -1 << u"input.cleaned"_s;
}

void TestFindingsModel::tellingRowIsWhatMattersMost()
{
    QFETCH(const base::Findings, findings);
    QFETCH(const int, primary);
    QFETCH(const QString, id);
    FindingsModel model;
    QCOMPARE(model.tellingRow(), 0); // also of nothing
    model.setVerdict(verdictOf(findings, primary));
    QCOMPARE(model.index(model.tellingRow(), 0).data(FindingsModel::IdRole).toString(), id);
}

void TestFindingsModel::everyColumnAndRoleHasItsFact()
{
    FindingsModel model;
    base::Finding one
        = finding("issuer.mismatch"_L1, Outcome::Fail, u"iss"_s, u"https://b.example"_s);
    one.expected = u"https://a.example"_s;
    model.setVerdict(verdictOf({one}));
    for (int column = 0; column < FindingsModel::ColumnCount; ++column) {
        QVERIFY(!model.index(0, column).data().toString().isEmpty());
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(index.data(FindingsModel::ExpectedRole).toString(), one.expected);
    QCOMPARE(index.data(FindingsModel::FoundRole).toString(), one.found);
    QVERIFY(!index.data(FindingsModel::TitleRole).toString().isEmpty());
    QVERIFY(!index.data(FindingsModel::ActionRole).toString().isEmpty());
    QVERIFY(!index.data(Qt::DecorationRole).isValid());
    QVERIFY(!index.data(Qt::ForegroundRole).isValid());
    QCOMPARE(model.finding(0)->id, "issuer.mismatch"_L1);
    QVERIFY(model.finding(1) == nullptr);
    QVERIFY(model.wording(-1) == nullptr);
}

void TestFindingsModel::emptyVerdictHasNoRows()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setVerdict(verdictOf(someFindings()));
    model.setVerdict(verdictOf({}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.primaryRow(), -1);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestFindingsModel)
#include "tst_findingsmodel.moc"
