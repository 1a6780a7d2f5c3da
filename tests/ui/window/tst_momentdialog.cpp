// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "ui/session/session.h"
#include "ui/window/momentdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

//! A mail says when it failed; the token in it is judged at that moment.
class TestMomentDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensWithTheMomentThatIsJudged();
    void judgesAtTheMomentThatWasTyped_data();
    void judgesAtTheMomentThatWasTyped();
    void whatIsNoMomentIsSaidAndChangesNothing();
    void returnKeyJudges();
    void isAsHighAsItsTexts();

private:
    [[nodiscard]] QLineEdit *field() const { return m_dialog->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *button() const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MomentDialog> m_dialog;
};

void TestMomentDialog::init()
{
    m_clock.set(base::Instant{std::chrono::seconds{1'787'580'131}});
    m_session = std::make_unique<Session>(m_clock);
    m_session->setInput(handmade::signedToken(handmade::payload()));
    m_dialog = std::make_unique<MomentDialog>(m_session.get());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestMomentDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
}

void TestMomentDialog::opensWithTheMomentThatIsJudged()
{
    QCOMPARE(field()->text(), u"2026-08-24T14:02:11Z"_s);
    QCOMPARE(field()->selectedText(), field()->text());
    QVERIFY(field()->hasFocus());
}

void TestMomentDialog::judgesAtTheMomentThatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("RFC 3339") << u"2026-08-23T14:02:11Z"_s;
    QTest::newRow("with blanks around") << u"  2026-08-23T16:02:11+02:00 "_s;
    QTest::newRow("as a report writes it") << u"2026-08-23 14:02:11 UTC"_s;
    QTest::newRow("Unix seconds") << u"1787493731"_s;
}

void TestMomentDialog::judgesAtTheMomentThatWasTyped()
{
    QFETCH(const QString, typed);
    field()->setText(typed);
    button()->click();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_session->verdict().at, base::Instant{std::chrono::seconds{1'787'493'731}});
}

void TestMomentDialog::whatIsNoMomentIsSaidAndChangesNothing()
{
    field()->setText(u"yesterday at noon"_s);
    button()->click();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_session->fixedInstant());
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith("This is no moment"_L1);
    }));
}

void TestMomentDialog::returnKeyJudges()
{
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_session->fixedInstant().has_value());
}

void TestMomentDialog::isAsHighAsItsTexts()
{
    const auto needed
        = [this] { return m_dialog->layout()->totalHeightForWidth(m_dialog->width()); };
    QCOMPARE(m_dialog->height(), needed());
    const int before = m_dialog->height();
    field()->setText(u"yesterday"_s);
    button()->click();
    QVERIFY(m_dialog->height() > before);
    QCOMPARE(m_dialog->height(), needed());
}

} // namespace ui

QTEST_MAIN(ui::TestMomentDialog)
#include "tst_momentdialog.moc"
