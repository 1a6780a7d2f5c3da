// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

#include "core/verdict/rules.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::Finding;
using cases::Case;
using cases::Cases;

namespace {

const Cases &allCases()
{
    static const Cases all = cases::ofForm() + cases::ofSignatures() + cases::ofKeys()
        + cases::ofIssuers() + cases::ofKinds() + cases::ofTimes() + cases::ofAudiences()
        + cases::ofSignIns() + cases::ofRequirements() + cases::ofClaims();
    return all;
}

qsizetype rowOf(QLatin1StringView id)
{
    const verdict::Rule *rule = verdict::findRule(id);
    return rule ? rule - verdict::rules().data() : -1;
}

bool holds(const verdict::Verdict &verdict, QLatin1StringView id, base::Outcome outcome)
{
    return std::ranges::any_of(verdict.findings, [&](const Finding &finding) {
        return finding.id == id && finding.outcome == outcome;
    });
}

} // namespace

class TestRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreUnique();
    void idsNameTheirQuestion();
    void finds();
    void judgesEachCase_data() { addCases(); }
    void judgesEachCase();
    void keepsTheOrderOfTheTable_data() { addCases(); }
    void keepsTheOrderOfTheTable();
    void notCheckedIsWhatWasSkipped_data() { addCases(); }
    void notCheckedIsWhatWasSkipped();
    void decisionFollowsFromTheFindings_data() { addCases(); }
    void decisionFollowsFromTheFindings();
    void everyRuleHasACase();
    void everyFindingHasASubject();

private:
    static void addCases();
};

void TestRules::addCases()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < allCases().size(); ++i)
        QTest::addRow("%s: %s", allCases().at(i).id.data(), allCases().at(i).tag) << i;
}

void TestRules::idsAreUnique()
{
    QSet<QString> seen;
    for (const verdict::Rule &rule : verdict::rules()) {
        QVERIFY2(!seen.contains(rule.id), rule.id.data());
        seen.insert(rule.id);
    }
}

void TestRules::idsNameTheirQuestion()
{
    for (const verdict::Rule &rule : verdict::rules()) {
        QVERIFY2(rule.id.contains('.'_L1), rule.id.data());
        QVERIFY2(!rule.spec.isEmpty() || rule.id == "input.cleaned"_L1, rule.id.data());
    }
}

void TestRules::finds()
{
    QVERIFY(verdict::findRule("time.expired"_L1));
    QVERIFY(!verdict::findRule("time.expire"_L1));
}

void TestRules::judgesEachCase()
{
    QFETCH(int, index);
    const Case &one = allCases().at(index);
    QVERIFY2(holds(one.verdict, one.id, one.outcome), qPrintable(builders::listed(one.verdict)));
    QVERIFY2(one.verdict.decision == one.decision, qPrintable(builders::listed(one.verdict)));
}

void TestRules::keepsTheOrderOfTheTable()
{
    QFETCH(int, index);
    qsizetype last = 0;
    for (const Finding &finding : allCases().at(index).verdict.findings) {
        QVERIFY2(rowOf(finding.id) >= last, finding.id.data());
        last = rowOf(finding.id);
    }
}

void TestRules::notCheckedIsWhatWasSkipped()
{
    QFETCH(int, index);
    const verdict::Verdict &verdict = allCases().at(index).verdict;
    const qsizetype required = verdict.requiredNotChecked.size();
    QCOMPARE(verdict.notChecked.mid(0, required), verdict.requiredNotChecked);
    const auto skipped
        = std::ranges::count(verdict.findings, base::Outcome::Skipped, &Finding::outcome);
    QCOMPARE(verdict.notChecked.size(), skipped);
}

void TestRules::decisionFollowsFromTheFindings()
{
    QFETCH(int, index);
    const verdict::Verdict &verdict = allCases().at(index).verdict;
    const bool isFailed = std::ranges::any_of(verdict.findings, [](const Finding &finding) {
        return finding.outcome == base::Outcome::Fail;
    });
    QCOMPARE(verdict.decision == verdict::Decision::Rejected, isFailed);
    if (verdict.decision == verdict::Decision::Accepted) {
        QVERIFY(verdict.signature == jose::SignatureStatus::Valid);
        QVERIFY(verdict.requiredNotChecked.isEmpty());
    }
    if (verdict.decision == verdict::Decision::CannotTell)
        QVERIFY(!verdict.requiredNotChecked.isEmpty());
    if (verdict.decision != verdict::Decision::Accepted)
        QVERIFY(verdict.primaryFinding());
}

void TestRules::everyRuleHasACase()
{
    QSet<QString> covered;
    for (const Case &one : allCases())
        covered.insert(one.id);
    for (const verdict::Rule &rule : verdict::rules())
        QVERIFY2(covered.contains(rule.id), rule.id.data());
}

void TestRules::everyFindingHasASubject()
{
    for (const Case &one : allCases()) {
        for (const Finding &finding : one.verdict.findings)
            QVERIFY2(!finding.subject.isEmpty(), finding.id.data());
    }
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
