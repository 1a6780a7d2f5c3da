// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/models/sightingsmodel.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/wraplabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QByteArray har(int entries)
{
    QByteArrayList list;
    for (int i = 0; i < entries; ++i)
        list.append(handmade::entry(handmade::signedToken(handmade::payload()),
                                    i == 3 ? 401 : 200 + i % 5, "/item/" + QByteArray::number(i)));
    return handmade::har(list);
}

} // namespace

//! The list of a capture: what of it is to be seen, and that the keyboard can do all of it.
class TestInspectList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void columnsFitAtEveryWidth_data();
    void columnsFitAtEveryWidth();
    void columnWithoutTextIsNotThere();
    void oneRowIsSeenWithoutScrolling();
    void fewRowsLeaveTheRoomToTheText();
    void manyRowsGetMoreOfItThanTheText();
    void lowWindowSqueezesNothing();
    void picturesGrowWithTheText();
    void largeTextCutsNoTitle();
    void largeTextKeepsTheChosenOneInSight();
    void largeTextCutsNoButtonOfTheEmptyPage();
    void menuSortsAndTurnsRound();
    void clickOnAHeadingShowsInTheMenu();
    void filterIsReachedByTheKeyboard();
    void nothingToSortInATokenAlone();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part(const QString &name = {}) const
    {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QTreeView *list() const { return part<QTreeView>(u"sightingsList"_s); }
    [[nodiscard]] QAction *order(int column) const;
    [[nodiscard]] QString firstAnswer() const;
    void open(const QByteArray &text);

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<InspectPage> m_page;
};

void TestInspectList::init()
{
    m_clock.set(base::Instant{std::chrono::seconds{handmade::noon}});
    m_session = std::make_unique<Session>(m_clock);
    m_page = std::make_unique<InspectPage>(m_session.get());
    m_page->resize(1280, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestInspectList::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void TestInspectList::open(const QByteArray &text)
{
    m_page->replaceInput(text);
    QTRY_VERIFY(!m_session->isExamining());
    QTRY_VERIFY(!list()->isVisible() || list()->viewport()->height() > 0);
}

QAction *TestInspectList::order(int column) const
{
    const QList<QAction *> orders = m_page->captureActions().last()->menu()->actions();
    for (QAction *one : orders) {
        if (one->data().toInt() == column)
            return one;
    }
    return nullptr;
}

QString TestInspectList::firstAnswer() const
{
    return list()->model()->index(0, SightingsModel::StatusColumn).data().toString();
}

void TestInspectList::columnsFitAtEveryWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {784, 1008, 1264, 1424, 2544, 3800})
        QTest::addRow("%d", width) << width;
}

void TestInspectList::columnsFitAtEveryWidth()
{
    QFETCH(const int, width);
    m_page->resize(width, 900);
    open(har(30));
    QTRY_COMPARE(list()->horizontalScrollBar()->maximum(), 0);
    for (const int column :
         {SightingsModel::CarrierColumn, SightingsModel::KindColumn, SightingsModel::RequestColumn})
        QVERIFY(list()->columnWidth(column) >= std::min(90, list()->viewport()->width() / 5));
    QCOMPARE(list()->isColumnHidden(SightingsModel::SubjectColumn), width < 2000);
}

void TestInspectList::columnWithoutTextIsNotThere()
{
    open("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\""
         + handmade::signedToken(handmade::payload())
         + "\",\"refresh_token\":\"abcdefgh01234567\"}");
    QVERIFY(list()->model()->rowCount() >= 1);
    QVERIFY(list()->isColumnHidden(SightingsModel::RequestColumn));
    QVERIFY(!list()->isColumnHidden(SightingsModel::StatusColumn));
}

//! A request that was copied has neither answer nor time: other columns stand beside the last one.
void TestInspectList::oneRowIsSeenWithoutScrolling()
{
    open("GET /me HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer "
         + handmade::signedToken(handmade::payload()) + "\r\nAccept: */*\r\n\r\n");
    QCOMPARE(list()->model()->rowCount(), 1);
    QTRY_VERIFY(!list()->isColumnHidden(SightingsModel::SubjectColumn));
    QCOMPARE(list()->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(list()->verticalScrollBar()->maximum(), 0);
}

void TestInspectList::fewRowsLeaveTheRoomToTheText()
{
    open(har(1));
    QTRY_VERIFY(part<TokenEditor>()->height() > part<QWidget>(u"sightingsPanel"_s)->height());
    QCOMPARE(list()->verticalScrollBar()->maximum(), 0);
}

void TestInspectList::manyRowsGetMoreOfItThanTheText()
{
    open(har(40));
    QTRY_VERIFY(part<TokenEditor>()->height() < part<QWidget>(u"sightingsPanel"_s)->height());
}

void TestInspectList::lowWindowSqueezesNothing()
{
    m_page->resize(784, 415); // what 800x500 leaves
    open(har(40));
    QCOMPARE(m_page->height(), 415);
    QTRY_VERIFY(list()->viewport()->height() >= list()->sizeHintForRow(0) * 2);
    const auto boxes = part<QWidget>(u"policyPanel"_s)->findChildren<QComboBox *>();
    for (const QComboBox *box : boxes)
        QVERIFY2(box->height() >= box->sizeHint().height(), qPrintable(box->objectName()));
}

//! The first column that is not of the row's ground, from the right end of where a picture may be.
void TestInspectList::picturesGrowWithTheText()
{
    open(har(2));
    const auto pictureHeight = [this] {
        const QModelIndex first = list()->model()->index(0, 0);
        const QImage row = list()->viewport()->grab(list()->visualRect(first)).toImage();
        const QColor red = color(ColorRole::Rejected);
        int lines = 0;
        for (int y = 0; y < row.height(); ++y) {
            bool isRed = false;
            for (int x = 0; x < row.width() / 2; ++x)
                isRed |= row.pixelColor(x, y) == red;
            lines += isRed ? 1 : 0;
        }
        return lines;
    };
    m_clock.set(m_clock.now() + std::chrono::hours{10});
    m_session->captures().setAsOfCapture(false);
    QTRY_VERIFY(pictureHeight() > 8);
    const int before = pictureHeight();
    QFont large = list()->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    list()->setFont(large);
    QTRY_VERIFY(pictureHeight() > before * 3 / 2);
}

//! Twice the size of the text, as a person with weak eyes sets it.
void TestInspectList::largeTextCutsNoTitle()
{
    open(har(4));
    QFont large = m_page->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_page->setFont(large);
    m_page->resize(1264, 640);
    const auto *title = part<WrapLabel>(u"bannerTitle"_s);
    QTRY_VERIFY(!part<WrapLabel>(u"bannerBasis"_s)->isVisible());
    QTRY_VERIFY(title->height() >= title->heightForWidth(title->width()));
    const auto *offer = part<QAbstractButton>(u"issuerOfferButton"_s);
    QVERIFY(offer->isVisible() && offer->text().contains("demo.example"_L1)); // says whom it asks
}

void TestInspectList::largeTextKeepsTheChosenOneInSight()
{
    open(har(30));
    m_session->captures().choose(29);
    const auto isInSight = [this] {
        const QRect row = list()->visualRect(list()->currentIndex());
        return list()->viewport()->rect().contains(row.center());
    };
    QTRY_VERIFY(isInSight());
    const QFont before = QApplication::font();
    const int rowHeight = list()->sizeHintForRow(0);
    QApplication::setFont(scaled(before, 1.8));
    QTRY_VERIFY(list()->visualRect(list()->currentIndex()).height() > rowHeight);
    QTRY_VERIFY(isInSight());
    QCOMPARE(list()->currentIndex().row(), 29);
    QApplication::setFont(before);
}

void TestInspectList::largeTextCutsNoButtonOfTheEmptyPage()
{
    const auto *welcome = part<QWidget>(u"welcome"_s);
    const auto *paste = part<QAbstractButton>(u"pasteToken"_s);
    QMenu samples;
    m_page->setSamples(&samples);
    const QFont before = QApplication::font();
    QApplication::setFont(scaled(before, 2.4));
    m_page->resize(1210, 700);
    const auto fits = [=] {
        const bool isLarge = paste->font().pointSizeF() > before.pointSizeF();
        return isLarge && paste->width() >= paste->sizeHint().width()
            && welcome->rect().contains(paste->geometry());
    };
    const bool isFitting = QTest::qWaitFor(fits, 2000);
    const auto labels = welcome->findChildren<QLabel *>();
    const bool isRead = std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->height() >= label->heightForWidth(label->width());
    });
    QApplication::setFont(before);
    QVERIFY(isFitting);
    QVERIFY(isRead);
}

void TestInspectList::menuSortsAndTurnsRound()
{
    open(har(10));
    const QString first = firstAnswer();
    order(SightingsModel::StatusColumn)->trigger();
    QCOMPARE(firstAnswer(), u"200"_s);
    QVERIFY(order(SightingsModel::StatusColumn)->isChecked());
    order(SightingsModel::StatusColumn)->trigger();
    QCOMPARE(firstAnswer(), u"401"_s);
    QCOMPARE(m_session->captures().chosen(), 3); // sorting chooses nothing
    order(-1)->trigger();
    QCOMPARE(firstAnswer(), first);
    QVERIFY(order(-1)->isChecked());
    QVERIFY(!order(SightingsModel::StatusColumn)->isChecked());
}

void TestInspectList::clickOnAHeadingShowsInTheMenu()
{
    open(har(10));
    QHeaderView *header = list()->header();
    const int x = header->sectionViewportPosition(SightingsModel::KindColumn) + 10;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    QVERIFY(order(SightingsModel::KindColumn)->isChecked());
}

void TestInspectList::filterIsReachedByTheKeyboard()
{
    open(har(10)); // too few for a filter of its own accord
    auto *filter = part<QLineEdit>(u"sightingsFilter"_s);
    QVERIFY(!filter->isVisible());
    m_page->captureActions().first()->trigger();
    QVERIFY(filter->isVisible());
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"path:item/7"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(!list()->currentIndex().isValid()); // another one is examined
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(list()->hasFocus());
    QCOMPARE(m_session->captures().chosen(), 7);
}

void TestInspectList::nothingToSortInATokenAlone()
{
    open(handmade::signedToken(handmade::payload()));
    for (const QAction *action : m_page->captureActions())
        QVERIFY(!action->isEnabled());
    open(har(2));
    for (const QAction *action : m_page->captureActions())
        QVERIFY(action->isEnabled());
}

} // namespace ui

QTEST_MAIN(ui::TestInspectList)
#include "tst_inspectlist.moc"
