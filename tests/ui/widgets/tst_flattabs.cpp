// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/flattabs.h"

#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestFlatTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void arrowsChooseAPage();
    void titlesChangeWithWhatIsSpoken();
    void choosingMovesNothing();
    void cornerButtonGivesWayToTheTabs();

private:
    [[nodiscard]] QTabBar *bar() const { return m_tabs->findChild<QTabBar *>(); }
    std::unique_ptr<FlatTabs> m_tabs;
};

void TestFlatTabs::init()
{
    m_tabs = std::make_unique<FlatTabs>();
    m_tabs->addTab(new QLabel(u"one"_s), u"Checks"_s);
    m_tabs->addTab(new QLabel(u"two"_s), u"Claims"_s);
    m_tabs->resize(500, 200);
    m_tabs->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tabs.get()));
}

void TestFlatTabs::arrowsChooseAPage()
{
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_Right);
    QCOMPARE(m_tabs->current(), 1);
    const auto labels = m_tabs->findChildren<QLabel *>();
    QVERIFY(!labels.at(0)->isVisible());
    QVERIFY(labels.at(1)->isVisible());
    m_tabs->grab();
}

void TestFlatTabs::titlesChangeWithWhatIsSpoken()
{
    m_tabs->setTitle(0, u"Checks  1 \u00d7"_s, u"Checks: 1 failed"_s);
    QCOMPARE(m_tabs->title(0), u"Checks  1 \u00d7"_s);
    QCOMPARE(bar()->accessibleTabName(0), u"Checks: 1 failed"_s);
}

void TestFlatTabs::cornerButtonGivesWayToTheTabs()
{
    auto *button = new QToolButton;
    button->setText(u"Copy for a ticket"_s);
    button->setIcon(QPixmap(16, 16));
    m_tabs->setCornerButton(button);
    QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    m_tabs->resize(bar()->sizeHint().width() + 60, 200);
    QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
    m_tabs->resize(500, 200);
    QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
}

void TestFlatTabs::choosingMovesNothing()
{
    const QRect before = bar()->tabRect(1);
    m_tabs->setCurrent(1);
    QCOMPARE(bar()->tabRect(1), before);
}

} // namespace ui

QTEST_MAIN(ui::TestFlatTabs)
#include "tst_flattabs.moc"
