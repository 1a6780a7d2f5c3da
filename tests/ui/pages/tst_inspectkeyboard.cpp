// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/session.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestInspectKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void everyControlHasANameForScreenReaders();
    void shortcutsOpenEveryTab();
    void keysAfterAShortcutLeaveTheTokenAlone_data();
    void keysAfterAShortcutLeaveTheTokenAlone();
    void findKeyReachesTheFilterFromEverywhere_data();
    void findKeyReachesTheFilterFromEverywhere();
    void noShortcutIsTakenTwice();

private:
    [[nodiscard]] QWidgetList reachable() const;

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<InspectPage> m_page;
};

void TestInspectKeyboard::init()
{
    m_session = std::make_unique<Session>(m_clock);
    m_page = std::make_unique<InspectPage>(m_session.get());
    m_page->resize(1000, 640);
    m_page->show();
    m_page->replaceInput(handmade::signedToken(handmade::payload()));
    QTRY_VERIFY(!m_session->isExamining());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestInspectKeyboard::cleanup()
{
    m_page.reset();
    m_session.reset();
}

QWidgetList TestInspectKeyboard::reachable() const
{
    m_page->focusInput();
    QWidgetList seen;
    for (int step = 0; step < 60; ++step) {
        QWidget *now = QApplication::focusWidget();
        if (now == nullptr || seen.contains(now))
            break;
        seen.append(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return seen;
}

void TestInspectKeyboard::tabReachesEverything_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QStringList>("names");
    const QStringList always{u"tokenText"_s, u"profile"_s,  u"signIn"_s,           u"leeway"_s,
                             u"audience"_s,  u"clientId"_s, u"moreRequirements"_s, u"tabs"_s};
    QTest::newRow("checks") << 0 << always + QStringList{u"findingsList"_s, u"findingText"_s};
    QTest::newRow("claims") << 1 << always + QStringList{u"claimsTree"_s};
    QTest::newRow("bytes") << 4 << always + QStringList{u"bytesView"_s};
}

void TestInspectKeyboard::tabReachesEverything()
{
    QFETCH(const int, tab);
    QFETCH(const QStringList, names);
    m_page->setCurrentTab(static_cast<InspectPage::Tab>(tab));
    QStringList reached;
    for (const QWidget *widget : reachable())
        reached.append(widget->objectName());
    for (const QString &name : names)
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u' ')));
}

void TestInspectKeyboard::everyControlHasANameForScreenReaders()
{
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus
            && widget->focusProxy() == nullptr && qobject_cast<QScrollBar *>(widget) == nullptr
            && !widget->objectName().startsWith(u"qt_"_s)
            && qobject_cast<QComboBox *>(widget->parentWidget()) == nullptr;
        if (!isControl || !widget->isVisible())
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface != nullptr);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName()));
    }
}

void TestInspectKeyboard::shortcutsOpenEveryTab()
{
    for (int tab = 0; tab < m_page->viewActions().size(); ++tab) {
        const QAction *action = m_page->viewActions().at(tab);
        QVERIFY(!action->shortcut().isEmpty());
        m_page->viewActions().at(tab)->trigger();
    }
    QVERIFY(m_page->findChild<QWidget *>(u"bytesView"_s)->isVisible());
}

void TestInspectKeyboard::keysAfterAShortcutLeaveTheTokenAlone_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("focused");
    QTest::newRow("checks") << 0 << u"findingsList"_s;
    QTest::newRow("claims") << 1 << u"claimsTree"_s;
    QTest::newRow("header") << 2 << u"claimsTree"_s;
    QTest::newRow("keys, of which there are none") << 3 << u"tabs"_s;
    QTest::newRow("bytes") << 4 << u"bytesView"_s;
}

void TestInspectKeyboard::keysAfterAShortcutLeaveTheTokenAlone()
{
    QFETCH(const int, tab);
    QFETCH(const QString, focused);
    m_page->focusInput();
    const QByteArray before = m_session->input();
    m_page->viewActions().at(tab)->trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), focused);
    QTest::keyClicks(QApplication::focusWidget(), u"exp"_s);
    QCOMPARE(m_session->input(), before);
}

void TestInspectKeyboard::findKeyReachesTheFilterFromEverywhere_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("view");
    QTest::newRow("checks") << 0 << u"claimsView"_s;
    QTest::newRow("claims") << 1 << u"claimsView"_s;
    QTest::newRow("header") << 2 << u"headerView"_s;
    QTest::newRow("keys") << 3 << u"claimsView"_s;
    QTest::newRow("bytes") << 4 << u"claimsView"_s;
}

void TestInspectKeyboard::findKeyReachesTheFilterFromEverywhere()
{
    QFETCH(const int, tab);
    QFETCH(const QString, view);
    m_page->setCurrentTab(static_cast<InspectPage::Tab>(tab));
    m_page->focusInput();
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Find);
    const auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QVERIFY(m_page->findChild<QWidget *>(view)->isAncestorOf(field));
}

void TestInspectKeyboard::noShortcutIsTakenTwice()
{
    QSet<QString> taken;
    for (const QAction *action :
         m_page->editActions() + m_page->viewActions() + QList{m_page->findClaimAction()}) {
        const QString keys = action->shortcut().toString();
        QVERIFY2(!taken.contains(keys), qPrintable(keys));
        taken.insert(keys);
    }
}

} // namespace ui

QTEST_MAIN(ui::TestInspectKeyboard)
#include "tst_inspectkeyboard.moc"
