// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

//! Of a desktop that wants them.
class StockPictures final : public QProxyStyle
{
    Q_OBJECT

public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
            ? 1
            : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(false); }
    void clearButtonIsOurPicture();
    void buttonsOfDialogsHaveNoStockPictures();
    void picturesOnButtonsGrowWithTheText();
    void focusIsSeen_data();
    void focusIsSeen();
    void themeIsPutOnOnce();
};

void TestStyle::clearButtonIsOurPicture()
{
    QLineEdit field;
    field.setClearButtonEnabled(true);
    const auto *button = field.findChild<QAbstractButton *>();
    QVERIFY(button != nullptr);
    const QSize size(16, 16);
    QCOMPARE(button->icon().pixmap(size).toImage(),
             icon(Symbol::Cancel, ColorRole::Muted).pixmap(size).toImage());
}

// Desktops decide on them by the style beneath.
void TestStyle::buttonsOfDialogsHaveNoStockPictures()
{
    auto *style = dynamic_cast<QProxyStyle *>(QApplication::style());
    QVERIFY(style);
    style->setBaseStyle(new StockPictures);
    const QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Close);
    const auto buttons = box.buttons();
    style->setBaseStyle(QStyleFactory::create(u"fusion"_s));
    QCOMPARE(buttons.size(), 2);
    for (const QAbstractButton *button : buttons)
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
}

void TestStyle::picturesOnButtonsGrowWithTheText()
{
    const QFont before = QApplication::font();
    const QPushButton button;
    const QToolButton tool;
    const int small = button.iconSize().height();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 3);
    QApplication::setFont(large);
    const int height = QFontMetrics(large).height();
    const QSize grown = button.iconSize();
    const QSize grownTool = tool.iconSize();
    QApplication::setFont(before);
    QVERIFY(small < height);
    QCOMPARE(grown.height(), height);
    QCOMPARE(grownTool.height(), height);
}

void TestStyle::themeIsPutOnOnce()
{
    const QStyle *before = QApplication::style();
    QVERIFY(dynamic_cast<const Style *>(before) != nullptr);
    applyTheme(true);
    QCOMPARE(QApplication::style(), before);
}

void TestStyle::focusIsSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

//! WCAG 2.1, 1.4.11: what shows the focus stands out from what is beside it by 3 to 1.
void TestStyle::focusIsSeen()
{
    QFETCH(const bool, dark);
    applyTheme(dark);
    QLineEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    field.setFocus();
    QTRY_VERIFY(field.hasFocus());
    const QImage picture = field.grab().toImage();
    double strongest = 0;
    for (int y = 0; y < 3; ++y)
        strongest = std::max(strongest,
                             contrast(picture.pixelColor(picture.width() / 2, y),
                                      field.palette().color(QPalette::Base)));
    QVERIFY2(strongest >= 3, qPrintable(QString::number(strongest)));
}

} // namespace ui

QTEST_MAIN(ui::TestStyle)
#include "tst_style.moc"
