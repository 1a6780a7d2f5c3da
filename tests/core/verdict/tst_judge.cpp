// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using base::Outcome;
using verdict::Decision;
using verdict::Policy;
using verdict::Profile;
using verdict::Verdict;

class TestJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsGenuineTokens_data();
    void acceptsGenuineTokens();
};

void TestJudge::acceptsGenuineTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("judgedAs");

    const auto row
        = [](const char *tag, const QByteArray &token, Profile wanted, Profile judgedAs) {
              QTest::newRow(tag) << token << int(wanted) << int(judgedAs);
          };
    const QByteArray access = minted(accessHeader(), accessClaims());
    const QByteArray id = minted(jwtHeader(), idClaims());
    row("access, automatic", access, Profile::Automatic, Profile::Access);
    row("access", access, Profile::Access, Profile::Access);
    row("access as any", access, Profile::Any, Profile::Any);
    row("ID, automatic", id, Profile::Automatic, Profile::Id);
    row("ID", id, Profile::Id, Profile::Id);
    row("ID, sensitive action", id, Profile::Sensitive, Profile::Sensitive);
    row("any", minted(jwtHeader(), plainClaims()), Profile::Automatic, Profile::Any);
}

void TestJudge::acceptsGenuineTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(int, wanted);
    QFETCH(int, judgedAs);
    const Verdict verdict = judged(token, authgear(), forClient(Profile(wanted)));
    QVERIFY2(verdict.decision == Decision::Accepted, qPrintable(listed(verdict)));
    QCOMPARE(int(verdict.judgedAs), judgedAs);
    QVERIFY2(primaryId(verdict).isEmpty(), primaryId(verdict).data());
    QVERIFY(verdict.requiredNotChecked.isEmpty());
    QVERIFY(verdict.signature == jose::SignatureStatus::Valid);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
