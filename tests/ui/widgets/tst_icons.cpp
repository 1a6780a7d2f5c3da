// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/icons.h"

#include <QTest>

namespace ui {

namespace {

//! The colour of the most opaque pixel.
QColor inkOf(const QPixmap &picture)
{
    const QImage image = picture.toImage();
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > ink.alpha())
                ink = pixel;
        }
    }
    return ink;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySymbolIsCompiledIn();
    void picturesAreSharpOnDenseScreens();
    void iconFollowsTheTheme();
    void disabledIconStandsBack();
    void statesDifferInMoreThanColour();
};

void TestIcons::everySymbolIsCompiledIn()
{
    for (int index = 0; index < static_cast<int>(Symbol::Count); ++index) {
        const QPixmap picture = pixmap(static_cast<Symbol>(index), Qt::red, 24, 1);
        QCOMPARE(picture.size(), QSize(24, 24));
        const QColor ink = inkOf(picture);
        QVERIFY2(ink.alpha() > 200, qPrintable(QString::number(index)));
        QCOMPARE(ink.rgb(), QColor(Qt::red).rgb());
    }
}

void TestIcons::picturesAreSharpOnDenseScreens()
{
    const QPixmap picture = pixmap(Symbol::Accepted, Qt::black, 24, 2);
    QCOMPARE(picture.size(), QSize(48, 48));
    QCOMPARE(picture.deviceIndependentSize(), QSizeF(24, 24));
}

void TestIcons::iconFollowsTheTheme()
{
    const QIcon accepted = icon(Symbol::Accepted, ColorRole::Accepted);
    applyTheme(false);
    QCOMPARE(inkOf(accepted.pixmap(32, 32)).rgb(), color(ColorRole::Accepted, false).rgb());
    applyTheme(true);
    QCOMPARE(inkOf(accepted.pixmap(32, 32)).rgb(), color(ColorRole::Accepted, true).rgb());
    applyTheme(false);
}

void TestIcons::disabledIconStandsBack()
{
    const QIcon copy = icon(Symbol::Rejected, ColorRole::Rejected);
    const QPixmap picture = copy.pixmap(32, 32, QIcon::Disabled);
    QCOMPARE(inkOf(picture).rgb(), color(ColorRole::Muted).rgb());
}

void TestIcons::statesDifferInMoreThanColour()
{
    using base::Outcome;
    QSet<int> symbols;
    for (const Outcome outcome : {Outcome::Pass, Outcome::Warn, Outcome::Fail, Outcome::Skipped})
        symbols.insert(static_cast<int>(look(outcome).symbol));
    QCOMPARE(symbols.size(), 4);
    symbols.clear();
    using verdict::Decision;
    for (const Decision decision : {Decision::Accepted, Decision::Rejected, Decision::CannotTell})
        symbols.insert(static_cast<int>(look(decision).symbol));
    QCOMPARE(symbols.size(), 3);
}

} // namespace ui

QTEST_MAIN(ui::TestIcons)
#include "tst_icons.moc"
