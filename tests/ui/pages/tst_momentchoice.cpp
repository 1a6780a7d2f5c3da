// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/pages/inspect/momentchoice.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/wraplabel.h"

#include <QAbstractButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

//! As handmade::entry(), at another moment: an hour, a day before noon.
QByteArray entryAt(const QByteArray &time, int status)
{
    QByteArray text = handmade::entry(handmade::signedToken(handmade::payload()), status);
    return text.replace("2026-08-17T19:53:20.000Z", time);
}

} // namespace

//! Now, or when it was captured: which is chosen, why, and what a click changes.
class TestMomentChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhichMomentAndWhy_data();
    void saysWhichMomentAndWhy();
    void clickChangesTheMoment();
    void chosenOneIsMarkedByMoreThanColour();
    void withoutATimeThereIsNoChoice_data();
    void withoutATimeThereIsNoChoice();
    void fixedMomentLeavesNoChoice();

private:
    void open(const QByteArray &text);
    [[nodiscard]] QString text() const { return m_choice->findChild<WrapLabel *>()->text(); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_choice->findChild<QAbstractButton *>(name);
    }

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MomentChoice> m_choice;
};

void TestMomentChoice::init()
{
    m_session = std::make_unique<Session>(m_clock);
    m_choice = std::make_unique<MomentChoice>(m_session.get());
}

void TestMomentChoice::cleanup()
{
    m_choice.reset();
    m_session.reset();
}

void TestMomentChoice::open(const QByteArray &text)
{
    m_session->setInput(text);
    QTRY_VERIFY(!m_session->isExamining());
    m_choice->refresh();
}

void TestMomentChoice::saysWhichMomentAndWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("chosen");
    QTest::addColumn<QString>("words");
    const QByteArray hour = "2026-08-17T19:53:20.000Z";
    const QByteArray day = "2026-08-16T20:53:20.000Z";
    QTest::newRow("answered") << handmade::har({entryAt(hour, 200)}) << 0
                              << u"Judged now. It was captured at 19:53:20, 1 h ago."_s;
    QTest::newRow("refused") << handmade::har({entryAt(hour, 401)}) << 0
                             << u"Judged as of 19:53:20, when the answer was 401: "
                                "the moment that counts."_s;
    QTest::newRow("of another day") << handmade::har({entryAt(day, 403)}) << 0
                                    << u"Judged as of 2026-08-16 20:53:20, when the answer was "
                                       "403: the moment that counts."_s;
    QTest::newRow("beside a refused one")
        << handmade::har({entryAt(day, 200), entryAt(hour, 500)}) << 0
        << u"Judged as of 2026-08-16 20:53:20, when it was captured: another request of this "
           "capture failed."_s;
}

void TestMomentChoice::saysWhichMomentAndWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, chosen);
    QFETCH(const QString, words);
    open(text);
    m_session->captures().choose(chosen);
    m_choice->refresh();
    QVERIFY(!m_choice->isHidden());
    QCOMPARE(this->text(), words);
    QCOMPARE(m_choice->accessibleName(), words);
}

void TestMomentChoice::clickChangesTheMoment()
{
    open(handmade::har({entryAt("2026-08-17T19:53:20.000Z", 401)}));
    QVERIFY(m_session->now() < m_session->wallClock());
    button(u"judgeNow"_s)->click();
    m_choice->refresh();
    QCOMPARE(m_session->now(), m_session->wallClock());
    QVERIFY(text().startsWith(u"Judged now."_s));
    button(u"judgeAsOfCapture"_s)->click();
    m_choice->refresh();
    QVERIFY(m_session->now() < m_session->wallClock());
    QCOMPARE(text(), u"Judged as of 19:53:20, when it was captured."_s); // because a person said so
}

void TestMomentChoice::chosenOneIsMarkedByMoreThanColour()
{
    open(handmade::har({entryAt("2026-08-17T19:53:20.000Z", 401)}));
    QVERIFY(button(u"judgeAsOfCapture"_s)->isChecked());
    QVERIFY(!button(u"judgeAsOfCapture"_s)->icon().isNull());
    QVERIFY(button(u"judgeNow"_s)->icon().isNull());
    m_session->captures().setAsOfCapture(false);
    m_choice->refresh();
    QVERIFY(button(u"judgeNow"_s)->isChecked());
    QVERIFY(!button(u"judgeNow"_s)->icon().isNull());
    QVERIFY(button(u"judgeAsOfCapture"_s)->icon().isNull());
}

void TestMomentChoice::withoutATimeThereIsNoChoice_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray token = handmade::signedToken(handmade::payload());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("token alone") << token;
    QTest::newRow("command") << "curl https://api.example -H 'Authorization: Bearer " + token + "'";
}

void TestMomentChoice::withoutATimeThereIsNoChoice()
{
    QFETCH(const QByteArray, text);
    open(text);
    QVERIFY(m_choice->isHidden());
}

void TestMomentChoice::fixedMomentLeavesNoChoice()
{
    m_session->setFixedInstant(m_clock.now());
    open(handmade::har({entryAt("2026-08-17T19:53:20.000Z", 401)}));
    QVERIFY(m_choice->isHidden());
}

} // namespace ui

QTEST_MAIN(ui::TestMomentChoice)
#include "tst_momentchoice.moc"
