// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace ui {

namespace {

struct TextOn
{
    const char *what;
    ColorRole text;
    ColorRole surface;
};

// Every text colour on every surface that it is painted on.
const QList<TextOn> texts{
    {"text on card", ColorRole::Text, ColorRole::Card},
    {"text on window", ColorRole::Text, ColorRole::Window},
    {"muted on card", ColorRole::Muted, ColorRole::Card},
    {"muted on window", ColorRole::Muted, ColorRole::Window},
    {"muted on accepted", ColorRole::Muted, ColorRole::AcceptedSurface},
    {"muted on rejected", ColorRole::Muted, ColorRole::RejectedSurface},
    {"muted on unknown", ColorRole::Muted, ColorRole::UnknownSurface},
    {"text on accepted", ColorRole::Text, ColorRole::AcceptedSurface},
    {"text on rejected", ColorRole::Text, ColorRole::RejectedSurface},
    {"text on warning", ColorRole::Text, ColorRole::WarningSurface},
    {"text on match", ColorRole::Text, ColorRole::MatchSurface},
    {"accepted", ColorRole::Accepted, ColorRole::Card},
    {"accepted on its surface", ColorRole::Accepted, ColorRole::AcceptedSurface},
    {"accepted time on rejected", ColorRole::Accepted, ColorRole::RejectedSurface},
    {"accepted time on unknown", ColorRole::Accepted, ColorRole::UnknownSurface},
    {"rejected", ColorRole::Rejected, ColorRole::Card},
    {"rejected on window", ColorRole::Rejected, ColorRole::Window},
    {"rejected on its surface", ColorRole::Rejected, ColorRole::RejectedSurface},
    {"rejected time on unknown", ColorRole::Rejected, ColorRole::UnknownSurface},
    {"unknown", ColorRole::Unknown, ColorRole::UnknownSurface},
    {"warning", ColorRole::Warning, ColorRole::Card},
    {"warning on its surface", ColorRole::Warning, ColorRole::WarningSurface},
    {"warning time on accepted", ColorRole::Warning, ColorRole::AcceptedSurface},
    {"warning time on rejected", ColorRole::Warning, ColorRole::RejectedSurface},
    {"accent", ColorRole::Accent, ColorRole::Card},
    {"token header", ColorRole::TokenHeader, ColorRole::Card},
    {"token payload", ColorRole::TokenPayload, ColorRole::Card},
    {"token signature", ColorRole::TokenSignature, ColorRole::Card},
    {"sign-in", ColorRole::SignIn, ColorRole::Card},
    {"issued", ColorRole::Issued, ColorRole::Card},
    {"now", ColorRole::Now, ColorRole::Card},
    {"difference", ColorRole::DifferenceText, ColorRole::DifferenceSurface},
};

//! The palette reaches widgets as an event.
void wear(bool dark)
{
    applyTheme(dark);
    QCoreApplication::processEvents();
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void contrastIsThatOfTheStandard();
    void darknessIsSeenInThePalette();
    void paletteTextIsReadable();
    void switchingReachesWidgets();
    void fontsFollowTheSizeOfOthers();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("surface");
    QTest::addColumn<bool>("dark");
    for (const TextOn &row : texts) {
        QTest::addRow("light, %s", row.what) << row.text << row.surface << false;
        QTest::addRow("dark, %s", row.what) << row.text << row.surface << true;
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(const ColorRole, text);
    QFETCH(const ColorRole, surface);
    QFETCH(const bool, dark);
    const double ratio = contrast(color(text, dark), color(surface, dark));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio))); // WCAG 2.1, 1.4.3
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // 4.54 is the well-known ratio of #767676 on white.
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void TestTheme::darknessIsSeenInThePalette()
{
    QVERIFY(isDark(themePalette(true)));
    QVERIFY(!isDark(themePalette(false)));
    QCOMPARE(color(ColorRole::Card, themePalette(true)), color(ColorRole::Card, true));
}

void TestTheme::paletteTextIsReadable()
{
    using Role = QPalette::ColorRole;
    const QList<std::pair<Role, Role>> pairs{{QPalette::WindowText, QPalette::Window},
                                             {QPalette::Text, QPalette::Base},
                                             {QPalette::ButtonText, QPalette::Button},
                                             {QPalette::HighlightedText, QPalette::Highlight},
                                             {QPalette::ToolTipText, QPalette::ToolTipBase},
                                             {QPalette::PlaceholderText, QPalette::Base},
                                             {QPalette::Link, QPalette::Base}};
    for (const bool dark : {false, true}) {
        const QPalette palette = themePalette(dark);
        for (const auto &[text, surface] : pairs) {
            const double ratio = contrast(palette.color(text), palette.color(surface));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
    }
}

void TestTheme::switchingReachesWidgets()
{
    QWidget widget;
    wear(true);
    QVERIFY(isDark(widget.palette()));
    QCOMPARE(color(ColorRole::Accepted), color(ColorRole::Accepted, true));
    wear(false);
    QVERIFY(!isDark(widget.palette()));
    QCOMPARE(textPalette(widget.palette(), ColorRole::Muted).color(QPalette::WindowText),
             color(ColorRole::Muted, false));
}

void TestTheme::fontsFollowTheSizeOfOthers()
{
    QFont font;
    font.setPointSizeF(14);
    QCOMPARE(monospace(font).pointSizeF(), 14.0);
    QCOMPARE(scaled(font, 1.5).pointSizeF(), 21.0);
    font.setPixelSize(20);
    QCOMPARE(monospace(font).pixelSize(), 20);
    QCOMPARE(scaled(font, 0.5).pixelSize(), 10);
    // Not the font's own word for it: Noto Sans Mono does not call itself of fixed pitch.
    const QFontMetricsF metrics(monospace(font));
    for (const QChar narrow : {u'i', u'.', u'1'})
        QCOMPARE(metrics.horizontalAdvance(narrow), metrics.horizontalAdvance(u'M'));
}

} // namespace ui

QTEST_MAIN(ui::TestTheme)
#include "tst_theme.moc"
