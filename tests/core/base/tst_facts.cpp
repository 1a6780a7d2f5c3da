// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/facts.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::Facts;

namespace {

QString listed(const Facts &facts)
{
    QStringList texts;
    for (const base::Fact &fact : facts)
        texts.append(fact.name + u'=' + fact.value.toString());
    return texts.join(u' ');
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void laterValueReplacesTheFirst();
    void whatIsMissingHasTheOtherValue();
    void othersAreTakenOver();
};

void TestFacts::keepsTheOrder()
{
    Facts facts{{"seconds"_L1, 5}, {"at"_L1, 7}};
    facts.insert("hint"_L1, u"slash"_s);
    QCOMPARE(listed(facts), u"seconds=5 at=7 hint=slash"_s);
}

void TestFacts::laterValueReplacesTheFirst()
{
    Facts facts{{"seconds"_L1, 5}, {"at"_L1, 7}};
    facts.insert("seconds"_L1, 6);
    QCOMPARE(listed(facts), u"seconds=6 at=7"_s);
}

void TestFacts::whatIsMissingHasTheOtherValue()
{
    const Facts facts{{"seconds"_L1, 0}};
    QCOMPARE(facts.value(u"seconds"_s, 9).toInt(), 0);
    QCOMPARE(facts.value("second"_L1, 9).toInt(), 9);
    QVERIFY(!facts.value("Seconds").isValid());
    QVERIFY(facts.contains("seconds") && !facts.contains(""));
    QVERIFY(!Facts().contains("seconds"));
}

void TestFacts::othersAreTakenOver()
{
    const Facts others{{"at"_L1, 1}, {"limit"_L1, 2}};
    Facts none;
    none.insert(others);
    QVERIFY(none == others);
    Facts some{{"limit"_L1, 3}, {"seconds"_L1, 4}};
    some.insert(others);
    QCOMPARE(listed(some), u"limit=2 seconds=4 at=1"_s);
    QCOMPARE(listed(others), u"at=1 limit=2"_s);
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
