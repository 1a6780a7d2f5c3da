// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/longtextview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestLongTextView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scrollsOverAllRows();
    void cutsAtLineBreaks();
    void neverCutsACharacter();
    void keepsTheBytes();
    void highlightScrollsIntoView();
    void copiesAllAndRanges();
    void keysAskForWhatCannotBeDoneHere();
    void survivesBinaryRubbish();

private:
    [[nodiscard]] double cell() const
    {
        return QFontMetricsF(m_view->font()).horizontalAdvance(u'0');
    }

    std::unique_ptr<LongTextView> m_view;
};

void TestLongTextView::init()
{
    m_view = std::make_unique<LongTextView>();
    m_view->resize(400, 200);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLongTextView::scrollsOverAllRows()
{
    m_view->setBytes(QByteArray(1'000'000, 'a'));
    const auto columns = static_cast<int>(m_view->viewport()->width() / cell());
    const int rows = (1'000'000 + columns - 1) / columns;
    const QScrollBar *bar = m_view->verticalScrollBar();
    QCOMPARE(bar->maximum(), rows - bar->pageStep());
}

void TestLongTextView::cutsAtLineBreaks()
{
    m_view->setBytes(QByteArray("short\n").repeated(1000));
    const QScrollBar *bar = m_view->verticalScrollBar();
    QCOMPARE(bar->maximum(), 1000 - bar->pageStep());
}

void TestLongTextView::neverCutsACharacter()
{
    const QByteArray bytes = "x" + QByteArray("\xe7\x8e\x8b").repeated(30'000);
    m_view->setBytes(bytes);
    m_view->grab();
    m_view->selectAll();
    m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), bytes);
}

void TestLongTextView::keepsTheBytes()
{
    const QByteArray bytes = "\xff\xfe\x00\r\n"_ba + QByteArray(50'000, 'b');
    m_view->setBytes(bytes);
    QCOMPARE(m_view->bytes(), bytes);
}

void TestLongTextView::highlightScrollsIntoView()
{
    m_view->setBytes(QByteArray(500'000, 'a'));
    m_view->setMarkup({{}, {400'000, 400'010}});
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    const QImage lit = m_view->grab().toImage();
    m_view->setMarkup({});
    QVERIFY(m_view->grab().toImage() != lit);
}

void TestLongTextView::copiesAllAndRanges()
{
    m_view->setBytes("0123456789" + QByteArray(40'000, 'z'));
    QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
    QCOMPARE(m_view->selection().size(), 40'010);
    const QPoint begin(static_cast<int>(2 * cell()) + 2, 3);
    const QPoint end(static_cast<int>(5 * cell()) + 2, 3);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, begin);
    QTest::mouseMove(m_view->viewport(), end);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, end);
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"234"_s);
}

void TestLongTextView::keysAskForWhatCannotBeDoneHere()
{
    const QSignalSpy pastes(m_view.get(), &LongTextView::pasteRequested);
    const QSignalSpy clears(m_view.get(), &LongTextView::clearRequested);
    const QSignalSpy undos(m_view.get(), &LongTextView::undoRequested);
    QTest::keySequence(m_view.get(), QKeySequence::Paste);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QTest::keySequence(m_view.get(), QKeySequence::Undo);
    QCOMPARE(pastes.count() + clears.count() + undos.count(), 3);
}

void TestLongTextView::survivesBinaryRubbish()
{
    QByteArray rubbish;
    for (int i = 0; i < 70'000; ++i)
        rubbish.append(static_cast<char>((i * 7919) >> 3));
    m_view->setBytes(rubbish);
    m_view->grab();
    m_view->resize(17, 5);
    m_view->grab();
    m_view->setBytes({});
    m_view->grab();
    QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
}

} // namespace ui

QTEST_MAIN(ui::TestLongTextView)
#include "tst_longtextview.moc"
