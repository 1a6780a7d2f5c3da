// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/pages/handmade.h"
#include "ui/session/examiner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

namespace ui {

namespace {

const QByteArray shortToken = handmade::signedToken(handmade::payload());
const QByteArray longToken
    = handmade::signedToken(R"({"iss":"a","filling":")" + QByteArray(200'000, 'x') + R"("})");

} // namespace

class TestExaminer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void shortOneIsExaminedAtOnce();
    void longOneIsExaminedElsewhere();
    void newestWins();
    void cancelledOneStaysSilent();
    void maySomebodyLeaveMeanwhile();
    void presentationIsThatOfTheText();
    void foundTokenIsNotCleanedAgain();

private:
    [[nodiscard]] Examiner::Result last() const
    {
        return m_results->last().first().value<Examiner::Result>();
    }
    std::unique_ptr<Examiner> m_examiner;
    std::unique_ptr<QSignalSpy> m_results;
};

void TestExaminer::init()
{
    m_examiner = std::make_unique<Examiner>();
    m_results = std::make_unique<QSignalSpy>(m_examiner.get(), &Examiner::examined);
}

void TestExaminer::shortOneIsExaminedAtOnce()
{
    m_examiner->examine(shortToken, {});
    QCOMPARE(m_results->count(), 1);
    QVERIFY(!m_examiner->isRunning());
    QCOMPARE(last().examination.token.text(), shortToken);
}

void TestExaminer::longOneIsExaminedElsewhere()
{
    m_examiner->examine(longToken, {});
    QCOMPARE(m_results->count(), 0);
    QVERIFY(m_examiner->isRunning());
    QTRY_COMPARE(m_results->count(), 1);
    QVERIFY(!m_examiner->isRunning());
    QCOMPARE(last().examination.token.text(), longToken);
}

void TestExaminer::newestWins()
{
    m_examiner->examine(longToken, {});
    m_examiner->examine(longToken + "A", {});
    m_examiner->examine(shortToken, {});
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_results->count(), 1);
    QCOMPARE(last().examination.token.text(), shortToken);
}

void TestExaminer::cancelledOneStaysSilent()
{
    m_examiner->examine(longToken, {});
    m_examiner->cancel();
    QVERIFY(!m_examiner->isRunning());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_results->count(), 0);
}

void TestExaminer::maySomebodyLeaveMeanwhile()
{
    m_examiner->examine(longToken, {});
    m_examiner.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_results->count(), 0);
}

void TestExaminer::presentationIsThatOfTheText()
{
    m_examiner->examine("Authorization: Bearer " + shortToken + "\n", {});
    QVERIFY(last().examination.evidence.presentation.inAuthorizationHeader);
    QCOMPARE(last().cleaned.token, shortToken);
    m_examiner->examine(shortToken, {});
    QVERIFY(!last().examination.evidence.presentation.inAuthorizationHeader);
    QVERIFY(last().examination.evidence.presentation.removed.isEmpty());
}

//! Where it stands is known from the capture; a quote inside belongs to the token.
void TestExaminer::foundTokenIsNotCleanedAgain()
{
    jose::CleanedInput found;
    found.token = '"' + shortToken + '"';
    found.span = {7, 7 + found.token.size()};
    m_examiner->examine(found, {});
    QCOMPARE(last().examination.token.text(), found.token);
    QCOMPARE(last().cleaned.span, found.span);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestExaminer)
#include "tst_examiner.moc"
