// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace ui {

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(false); }
    void clearButtonIsOurPicture();
    void buttonsOfDialogsHaveNoPictures();
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

void TestStyle::buttonsOfDialogsHaveNoPictures()
{
    QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QVERIFY(box.button(QDialogButtonBox::Ok)->icon().isNull());
    QVERIFY(box.button(QDialogButtonBox::Cancel)->icon().isNull());
}

void TestStyle::themeIsPutOnOnce()
{
    const QStyle *before = QApplication::style();
    QVERIFY(dynamic_cast<const Style *>(before) != nullptr);
    applyTheme(true);
    QCOMPARE(QApplication::style(), before);
}

} // namespace ui

QTEST_MAIN(ui::TestStyle)
#include "tst_style.moc"
