// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/claimsview.h"

#include "ui/widgets/claimdetail.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

base::json::Document document(const QByteArray &text)
{
    return base::json::Document::read(text);
}

base::json::Document manyClaims(int count)
{
    QByteArray text = "{";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? "," : "") + "\"claim_"_ba + QByteArray::number(i)
            + "\":{\"value\":[1,true]}";
    return document(text + "}");
}

} // namespace

class TestClaimsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosingSaysWhichBytes();
    void bytesChooseWithoutAnEcho();
    void copiesByKey_data();
    void copiesByKey();
    void copyWithoutAChoiceDoesNothing();
    void menuOpensWithoutBlocking();
    void filterNarrows();
    void filterThatFindsNothingSaysSo();
    void timeFormIsChosen();
    void emptyTextStandsInThePlace();
    void hostileMarkupStaysText();
    void sameDocumentKeepsWhatIsOpen();
    void tenThousandClaimsAreShown();
    void everyControlHasAName();
    void columnOfTimesIsThereForTimes();
    void chosenRowHasOneColorInEveryTheme();
    void namesThatDifferAtTheEndLookDifferent();
    void columnsFitTheView();
    void chosenOneIsToldBelow();
    void lowWindowLeavesTheRoomToTheRows();

private:
    [[nodiscard]] QTreeView *tree() const { return m_view->findChild<QTreeView *>(); }
    void choose(int row) { tree()->setCurrentIndex(tree()->model()->index(row, 0)); }

    std::unique_ptr<ClaimsView> m_view;
};

void TestClaimsView::init()
{
    m_view = std::make_unique<ClaimsView>(ClaimSet::Payload);
    m_view->resize(700, 400);
    m_view->setDocument(
        document(R"({"iss":"https://a.example","n":1.10,"l":["x"],"exp":1787000000})"));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    tree()->setFocus();
}

void TestClaimsView::columnOfTimesIsThereForTimes()
{
    QVERIFY(!tree()->isColumnHidden(ClaimsModel::TimeColumn));
    m_view->setDocument(document(R"({"alg":"RS256","typ":"at+jwt"})"));
    QVERIFY(tree()->isColumnHidden(ClaimsModel::TimeColumn));
    m_view->setDocument(document(R"({"alg":"RS256","iat":1787000000})"));
    QVERIFY(!tree()->isColumnHidden(ClaimsModel::TimeColumn));
}

//! Also under the branches, where no delegate paints.
void TestClaimsView::chosenRowHasOneColorInEveryTheme()
{
    for (const bool dark : {true, false}) {
        applyTheme(dark);
        QCoreApplication::processEvents(); // the palette reaches widgets as an event
        tree()->setCurrentIndex(tree()->model()->index(0, 0));
        const QImage row
            = tree()->viewport()->grab(tree()->visualRect(tree()->currentIndex())).toImage();
        const QImage branch
            = tree()
                  ->viewport()
                  ->grab({0, tree()->visualRect(tree()->currentIndex()).top() + 2, 3, 3})
                  .toImage();
        QCOMPARE(branch.pixelColor(1, 1), row.pixelColor(row.width() - 2, 3));
        // A style may shade it a little; the palette's own highlight is far from it.
        const int shade
            = branch.pixelColor(1, 1).lightness() - color(ColorRole::AccentSurface).lightness();
        QVERIFY(std::abs(shade) < 8);
    }
}

void TestClaimsView::namesThatDifferAtTheEndLookDifferent()
{
    m_view->setDocument(document(R"({"https://authgear.com/claims/user/is_verified":true,
        "https://authgear.com/claims/user/is_anonymous":true})"));
    tree()->setCurrentIndex({});
    tree()->setFocus();
    QList<QImage> cells;
    for (int row = 0; row < 2; ++row) {
        const QRect cell = tree()->visualRect(tree()->model()->index(row, 0));
        cells.append(tree()->viewport()->grab(cell).toImage());
    }
    QCOMPARE(cells.at(0).size(), cells.at(1).size());
    QVERIFY(cells.at(0) != cells.at(1));
}

void TestClaimsView::columnsFitTheView()
{
    QByteArray claims;
    for (int number = 0; number < 40; ++number)
        claims += '"' + QByteArray::number(number) + "\":1,";
    m_view->setDocument(document('{' + claims + R"("exp":1787000000})"));
    QTRY_VERIFY(tree()->verticalScrollBar()->isVisible());
    // Shares of a width are rounded, so some widths are harder than others.
    for (int width = 700; width < 720; ++width) {
        m_view->resize(width, 400);
        QCOMPARE(tree()->header()->length(), tree()->viewport()->width());
    }
}

void TestClaimsView::chosenOneIsToldBelow()
{
    const auto *detail = m_view->findChild<ClaimDetail *>();
    tree()->setCurrentIndex({});
    QVERIFY(detail->plainText().startsWith(u"Choose one"_s));
    choose(0);
    QVERIFY(detail->plainText().contains(u"The issuer that made the token."_s));
    m_view->chooseByte(m_view->model().document().bytes().indexOf("1787000000"));
    QVERIFY(detail->plainText().startsWith(u"exp"_s)); // also when the bytes were clicked
    m_view->setNow(base::Instant{std::chrono::seconds{1787000005}});
    QVERIFY(detail->plainText().contains(u"5 s ago"_s));
    m_view->setDocument(document("{\"a\":1}"));
    QVERIFY(detail->plainText().startsWith(u"Choose one"_s));
}

void TestClaimsView::lowWindowLeavesTheRoomToTheRows()
{
    const auto *detail = m_view->findChild<ClaimDetail *>();
    QVERIFY(detail->isVisible());
    m_view->resize(700, m_view->fontMetrics().lineSpacing() * 11);
    QVERIFY(!detail->isVisible());
    QTRY_VERIFY(tree()->height() > m_view->height() / 2);
    m_view->resize(700, 400);
    QVERIFY(detail->isVisible());
}

void TestClaimsView::choosingSaysWhichBytes()
{
    const QSignalSpy chosen(m_view.get(), &ClaimsView::memberChosen);
    choose(1);
    QCOMPARE(chosen.count(), 1);
    const auto span = chosen.first().first().value<base::Span>();
    QCOMPARE(m_view->model().document().bytes().mid(span.start, span.size()), R"("n":1.10)"_ba);
}

void TestClaimsView::bytesChooseWithoutAnEcho()
{
    const QSignalSpy chosen(m_view.get(), &ClaimsView::memberChosen);
    const qint64 offset = m_view->model().document().bytes().indexOf("\"x\"");
    m_view->chooseByte(offset);
    QCOMPARE(tree()->currentIndex().data().toString(), u"[0]"_s);
    m_view->chooseByte(99'999);
    QCOMPARE(chosen.count(), 0);
}

void TestClaimsView::copiesByKey_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("text");
    QTest::newRow("value") << u"Ctrl+C"_s << 0 << u"https://a.example"_s;
    QTest::newRow("exact number") << u"Ctrl+C"_s << 1 << u"1.10"_s;
    QTest::newRow("name") << u"Ctrl+Alt+N"_s << 0 << u"iss"_s;
    QTest::newRow("JSON") << u"Ctrl+Alt+J"_s << 2 << u"[\"x\"]"_s;
    QTest::newRow("path") << u"Ctrl+Alt+P"_s << 3 << u"/exp"_s;
}

void TestClaimsView::copiesByKey()
{
    QFETCH(const QString, keys);
    QFETCH(const int, row);
    QFETCH(const QString, text);
    choose(row);
    QTest::keySequence(tree(), QKeySequence(keys));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), text);
    QVERIFY(data->hasFormat(u"x-kde-passwordManagerHint"_s));
}

void TestClaimsView::copyWithoutAChoiceDoesNothing()
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    tree()->setCurrentIndex({});
    for (QAction *action : tree()->actions())
        action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestClaimsView::menuOpensWithoutBlocking()
{
    choose(0);
    Q_EMIT tree()->customContextMenuRequested(QPoint(10, 10));
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 4);
    for (const QAction *action : menu->actions())
        QVERIFY(!action->shortcut().isEmpty());
    menu->close();
}

void TestClaimsView::filterNarrows()
{
    m_view->focusFilter();
    auto *field = m_view->findChild<QLineEdit *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"exp"_s); // by name, and "expected" in the meaning of iss
    QCOMPARE(tree()->model()->rowCount(), 2);
    field->clear();
    QCOMPARE(tree()->model()->rowCount(), 4);
}

void TestClaimsView::filterThatFindsNothingSaysSo()
{
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QSignalSpy chosen(m_view.get(), &ClaimsView::memberChosen);
    auto *field = m_view->findChild<QLineEdit *>();
    field->setText(u"no such claim"_s);
    QVERIFY(!tree()->isVisible() && field->isEnabled());
    QVERIFY(m_view->findChild<QLabel *>()->text().contains(u"“no such claim”"_s));
    QVERIFY(!chosen.isEmpty()); // what is out of sight does not stay lit in the token
    QVERIFY(!chosen.last().first().value<base::Span>().isValid());
    field->clear();
    QVERIFY(tree()->isVisible());
}

void TestClaimsView::timeFormIsChosen()
{
    m_view->findChild<QComboBox *>()->setCurrentIndex(static_cast<int>(ClaimsModel::TimeForm::Raw));
    QCOMPARE(tree()->model()->index(3, ClaimsModel::TimeColumn).data().toString(), u"1787000000"_s);
}

void TestClaimsView::emptyTextStandsInThePlace()
{
    m_view->setEmptyText(u"Encrypted"_s);
    QVERIFY(tree()->isVisible());
    m_view->setDocument({});
    QVERIFY(!tree()->isVisible());
    QCOMPARE(m_view->findChild<QLabel *>()->text(), u"Encrypted"_s);
    m_view->setDocument(document("[1]"));
    QVERIFY(tree()->isVisible());
}

void TestClaimsView::hostileMarkupStaysText()
{
    m_view->setDocument(document(R"({"<b>x</b>":"<img src=\"file:///etc/passwd\">"})"));
    const QModelIndex value = tree()->model()->index(0, ClaimsModel::ValueColumn);
    QCOMPARE(value.data().toString(), u"<img src=\"file:///etc/passwd\">"_s);
    QVERIFY(!value.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    m_view->grab();
}

void TestClaimsView::sameDocumentKeepsWhatIsOpen()
{
    choose(2);
    m_view->setDocument(m_view->model().document());
    QCOMPARE(tree()->currentIndex().row(), 2);
}

void TestClaimsView::tenThousandClaimsAreShown()
{
    const base::json::Document big = manyClaims(10'000);
    m_view->setDocument(big);
    QVERIFY(!m_view->grab().isNull());
    QCOMPARE(tree()->model()->rowCount(), 10'000);
}

void TestClaimsView::everyControlHasAName()
{
    QVERIFY(!tree()->accessibleName().isEmpty());
    QVERIFY(!m_view->findChild<QLineEdit *>()->accessibleName().isEmpty());
    QVERIFY(!m_view->findChild<QComboBox *>()->accessibleName().isEmpty());
}

} // namespace ui

QTEST_MAIN(ui::TestClaimsView)
#include "tst_claimsview.moc"
