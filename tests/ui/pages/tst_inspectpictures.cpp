// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/session.h"
#include "ui/widgets/findingdetail.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;

namespace ui {

//! Draws the page in each of its states, in both themes and in the sizes that matter, and leaves
//! the pictures in the build folder for a person to look at. What a machine can see is checked:
//! nothing is cut off, and the page is not wider or taller than the screen it must fit on.
class TestInspectPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void draw_data();
    void draw();
    void comparisonIsSeen_data();
    void comparisonIsSeen();

private:
    QString m_folder;
    support::FakeClock m_clock;
};

void TestInspectPictures::initTestCase()
{
    m_folder = QCoreApplication::applicationDirPath() + u"/pictures"_s;
    QVERIFY(QDir().mkpath(m_folder));
    applyTheme(false);
}

void TestInspectPictures::cleanup()
{
    applyTheme(false);
}

void TestInspectPictures::draw_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<int>("tab");
    QTest::addColumn<QSize>("size");
    const QByteArray good = "Authorization: Bearer " + handmade::signedToken(handmade::payload());
    const QByteArray old = handmade::signedToken(handmade::payload(handmade::noon - 100));
    const QByteArray endless = handmade::signedToken(R"({"iss":"a","iat":1786999000,"exp":1e20})");
    const QString same = u"https://demo.example"_s;
    const QString slash = u"https://demo.example/"_s;
    const QString longText = u"https://a-very-long-host-name.of-a-customer.example/"_s.repeated(6);
    const QSize window(1170, 690);
    const QSize small(1004, 570); // what 1024x700 leaves between menus and status line
    QTest::newRow("empty") << QByteArray() << QString() << 0 << window;
    QTest::newRow("accepted") << good << same << 0 << window;
    QTest::newRow("rejected") << good << slash << 0 << window;
    QTest::newRow("expired") << old << same << 0 << window;
    QTest::newRow("garbage") << "hello <b>world</b>"_ba << QString() << 0 << window;
    QTest::newRow("endless") << endless << QString() << 0 << window;
    QTest::newRow("claims") << good << same << 1 << window;
    QTest::newRow("header") << good << same << 2 << window;
    QTest::newRow("keys") << good << same << 3 << window;
    QTest::newRow("bytes") << good << same << 4 << window;
    QTest::newRow("small") << good << slash << 0 << small;
    QTest::newRow("small-long") << good << longText << 0 << small;
    QTest::newRow("4k") << good << slash << 0 << QSize(3700, 1950);
    QTest::newRow("long-token") << handmade::signedToken(QByteArray(200'000, 'x')) << QString() << 0
                                << window;
}

void TestInspectPictures::draw()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QString, audience);
    QFETCH(const int, tab);
    QFETCH(const QSize, size);
    Session session(m_clock);
    QVERIFY(!session.addSecret(base::SecretBytes(handmade::secret), jose::SecretEncoding::Utf8));
    verdict::Policy policy;
    policy.audiences = QStringList{audience};
    policy.audiences.removeAll(QString());
    session.setPolicy(policy);
    InspectPage page(&session);
    page.setAutoFillBackground(true);
    page.setContentsMargins(8, 8, 8, 8);
    page.resize(size);
    page.show();
    page.replaceInput(input);
    QTRY_VERIFY(!session.isExamining());
    page.setCurrentTab(static_cast<InspectPage::Tab>(tab));
    QCOMPARE(page.size(), size); // nothing forced it to grow
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        const bool isOneLine = label->isVisible() && !label->wordWrap() && !label->text().isEmpty();
        if (isOneLine)
            QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
    }
    for (const bool dark : {false, true}) {
        applyTheme(dark);
        QCoreApplication::processEvents(); // the palette reaches widgets as an event
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString theme = dark ? u"dark"_s : u"light"_s;
        QVERIFY(page.grab().save(u"%1/%2-%3.png"_s.arg(m_folder, name, theme)));
    }
}

void TestInspectPictures::comparisonIsSeen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1264, 710);
    QTest::newRow("1024x700") << QSize(1004, 570);
    QTest::newRow("800x600") << QSize(780, 500);
}

// The slash that is too many is the whole point of the verdict: nobody should have to scroll to it.
void TestInspectPictures::comparisonIsSeen()
{
    QFETCH(const QSize, size);
    Session session(m_clock);
    verdict::Policy policy;
    policy.audiences = QStringList{u"https://demo.example/"_s};
    session.setPolicy(policy);
    InspectPage page(&session);
    page.resize(size);
    page.show();
    page.replaceInput(handmade::signedToken(handmade::payload()));
    QTRY_VERIFY(!session.isExamining());
    QCoreApplication::processEvents();
    const auto *detail = page.findChild<FindingDetail *>()->findChild<QTextBrowser *>();
    QVERIFY(detail);
    const QTextCursor found = detail->document()->find(u"found"_s);
    QVERIFY2(!found.isNull(), qPrintable(detail->toPlainText()));
    const QRect line = detail->cursorRect(found);
    QVERIFY2(line.bottom() <= detail->viewport()->height(), qPrintable(detail->toPlainText()));
}

} // namespace ui

QTEST_MAIN(ui::TestInspectPictures)
#include "tst_inspectpictures.moc"
