// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/wraplabel.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestWrapLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortTextNeedsOneLine();
    void heightStopsAtTheMostLines();
    void longWordWrapsAnywhere();
    void cutTextIsWholeInTheTip();
    void markupStaysText();
    void megabyteIsNotLaidOut();
    void emptyTextTakesNoRoom();
    void whatChangesIsMeasuredAnew();
    void centredTextLeavesTheSameRoomAtBothSides();
};

void TestWrapLabel::shortTextNeedsOneLine()
{
    WrapLabel label;
    label.setText(u"Accepted"_s);
    QCOMPARE(label.heightForWidth(400), label.fontMetrics().lineSpacing());
    QCOMPARE(label.accessibleName(), u"Accepted"_s);
}

void TestWrapLabel::heightStopsAtTheMostLines()
{
    WrapLabel label;
    label.setMaximumLines(3);
    label.setText(u"word "_s.repeated(200));
    QCOMPARE(label.heightForWidth(200), 3 * label.fontMetrics().lineSpacing());
}

void TestWrapLabel::longWordWrapsAnywhere()
{
    WrapLabel label;
    label.setText(QString(120, u'x'));
    QCOMPARE(label.heightForWidth(label.fontMetrics().horizontalAdvance(QString(80, u'x'))),
             2 * label.fontMetrics().lineSpacing());
}

void TestWrapLabel::cutTextIsWholeInTheTip()
{
    WrapLabel label;
    const QString text = u"https://long.example/"_s + QString(400, u'a');
    label.setText(text);
    label.resize(200, 40);
    label.grab();
    QTextDocument tip;
    tip.setHtml(label.toolTip());
    QCOMPARE(tip.toPlainText(), text);
    label.setText(u"short"_s);
    label.grab();
    QCOMPARE(label.toolTip(), QString());
}

void TestWrapLabel::markupStaysText()
{
    WrapLabel label;
    label.resize(400, 60);
    label.setText(u"<b>bold</b>"_s);
    const QImage asText = label.grab().toImage();
    label.setText(u"bold"_s);
    QVERIFY(label.grab().toImage() != asText);
    QVERIFY(label.sizeHint().width() > 0);
}

void TestWrapLabel::megabyteIsNotLaidOut()
{
    WrapLabel label;
    QElapsedTimer timer;
    timer.start();
    label.setText(QString(1'000'000, u'x'));
    label.resize(400, 60);
    label.grab();
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
}

void TestWrapLabel::emptyTextTakesNoRoom()
{
    WrapLabel label;
    label.setText(u"x"_s);
    label.setText({});
    QVERIFY(label.isHidden());
}

void TestWrapLabel::whatChangesIsMeasuredAnew()
{
    WrapLabel label;
    const auto lines
        = [&label] { return label.heightForWidth(200) / label.fontMetrics().lineSpacing(); };
    label.setMaximumLines(9);
    label.setText(u"word "_s.repeated(20));
    const int atFirst = lines();
    QVERIFY(atFirst > 1);
    label.setText(u"word"_s);
    QCOMPARE(lines(), 1);
    label.setText(u"word "_s.repeated(20));
    label.setFont(scaled(label.font(), 2));
    QVERIFY(lines() > atFirst);
    label.setMaximumLines(2);
    QCOMPARE(lines(), 2);
}

//! The first and the last column that are not of the background.
static std::pair<int, int> inkOf(const QImage &picture)
{
    std::pair ink{picture.width(), -1};
    for (int x = 0; x < picture.width(); ++x)
        for (int y = 0; y < picture.height(); ++y)
            if (picture.pixel(x, y) != picture.pixel(0, 0))
                ink = {std::min(ink.first, x), x};
    return ink;
}

void TestWrapLabel::centredTextLeavesTheSameRoomAtBothSides()
{
    WrapLabel label;
    label.resize(400, 60);
    label.setText(u"HHHH"_s);
    label.setCentred(true);
    const auto [left, right] = inkOf(label.grab().toImage());
    QVERIFY(left > 100 && right > left);
    QVERIFY(qAbs(left - (399 - right)) <= 3);
    label.setCentred(false);
    QVERIFY(inkOf(label.grab().toImage()).first < 5);
}

} // namespace ui

QTEST_MAIN(ui::TestWrapLabel)
#include "tst_wraplabel.moc"
