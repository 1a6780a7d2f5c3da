// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/verdictbanner.h"

#include "ui/widgets/wraplabel.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'787'000'000}};

verdict::Verdict verdictOf(verdict::Decision decision, base::Instant now = noon)
{
    verdict::Verdict verdict;
    verdict.decision = decision;
    verdict.at = now;
    verdict.moments.expires = noon + 60s;
    return verdict;
}

//! The palette reaches widgets as an event.
void wear(bool dark)
{
    applyTheme(dark);
    QCoreApplication::processEvents();
}

} // namespace

class TestVerdictBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { wear(false); }
    void saysWhatWhyAndOnWhat();
    void ticksAcrossExpiry();
    void surfaceFollowsTheState();
    void followsTheTheme();
    void hugeForeignTextNeitherStallsNorGrows();
    void markupIsText();
    void longTitleIsReadToItsEnd();
    void lowOneLeavesTheBasisToTheChecks();
    void farAwayEndLeavesTheRoomToTheVerdict();

private:
    [[nodiscard]] static QString label(const VerdictBanner &banner, const QString &name)
    {
        return banner.findChild<QLabel *>(name)->text();
    }
};

void TestVerdictBanner::longTitleIsReadToItsEnd()
{
    VerdictBanner banner;
    report::Headline headline;
    headline.title = u"Rejected: an ID token was sent where the access token belongs, by far"_s;
    banner.setVerdict(headline, verdictOf(verdict::Decision::Rejected));
    banner.resize(420, 300);
    banner.show();
    const auto *title = banner.findChild<WrapLabel *>(u"bannerTitle"_s);
    QVERIFY(title->heightForWidth(title->width()) >= title->fontMetrics().lineSpacing() * 3);
    banner.grab();
    QVERIFY(title->toolTip().isEmpty()); // nothing of it is left out
}

// Milliseconds for seconds: the token that this happens to needs its words most.
void TestVerdictBanner::farAwayEndLeavesTheRoomToTheVerdict()
{
    VerdictBanner banner;
    auto verdict = verdictOf(verdict::Decision::Accepted);
    banner.setVerdict({u"t"_s, {}, {}}, verdict);
    const auto *time = banner.findChild<QLabel *>(u"bannerTime"_s);
    const auto size = time->font().pointSizeF();
    verdict.moments.expires = base::latestInstant;
    banner.setVerdict({u"t"_s, {}, {}}, verdict);
    QCOMPARE(time->text(), u"more than 7000 years"_s);
    QVERIFY(time->font().pointSizeF() < size * 0.7);
    banner.setVerdict({u"t"_s, {}, {}}, verdictOf(verdict::Decision::Accepted));
    QCOMPARE(time->font().pointSizeF(), size);
}

void TestVerdictBanner::lowOneLeavesTheBasisToTheChecks()
{
    VerdictBanner banner;
    report::Headline headline;
    headline.title = u"Accepted"_s;
    headline.basis = u"Checked with the key"_s;
    banner.setCompact(true);
    banner.setVerdict(headline, verdictOf(verdict::Decision::Accepted));
    banner.show();
    const auto *basis = banner.findChild<WrapLabel *>(u"bannerBasis"_s);
    QVERIFY(!basis->isVisible());
    QVERIFY(banner.accessibleDescription().contains(headline.basis));
    banner.setCompact(false);
    QVERIFY(basis->isVisible());
}

void TestVerdictBanner::saysWhatWhyAndOnWhat()
{
    VerdictBanner banner;
    banner.setVerdict({u"Accepted"_s, u"signature valid"_s, u"by key 1 of the issuer"_s},
                      verdictOf(verdict::Decision::Accepted));
    QCOMPARE(banner.accessibleName(), u"Accepted"_s);
    QCOMPARE(banner.accessibleDescription(), u"signature valid\nby key 1 of the issuer"_s);
    QCOMPARE(banner.findChild<WrapLabel *>(u"bannerBasis"_s)->text(), u"by key 1 of the issuer"_s);
    QVERIFY(!banner.findChild<QLabel *>(u"bannerIcon"_s)->pixmap(Qt::ReturnByValue).isNull());
}

void TestVerdictBanner::ticksAcrossExpiry()
{
    VerdictBanner banner;
    const report::Headline headline{u"t"_s, {}, {}};
    banner.setVerdict(headline, verdictOf(verdict::Decision::Accepted));
    QCOMPARE(label(banner, u"bannerTime"_s), u"1:00"_s);
    banner.setVerdict(headline, verdictOf(verdict::Decision::Accepted, noon + 59s));
    QCOMPARE(label(banner, u"bannerTime"_s), u"0:01"_s);
    QCOMPARE(label(banner, u"bannerTimeLabel"_s), u"until it expires"_s);
    banner.setVerdict(headline, verdictOf(verdict::Decision::Rejected, noon + 60s));
    QCOMPARE(label(banner, u"bannerTime"_s), u"expired"_s);
}

void TestVerdictBanner::surfaceFollowsTheState()
{
    VerdictBanner banner;
    banner.resize(600, 90);
    const report::Headline headline{u"t"_s, {}, {}};
    const auto surface = [&](verdict::Decision decision) {
        banner.setVerdict(headline, verdictOf(decision));
        return banner.grab().toImage().pixelColor(300, 4);
    };
    using verdict::Decision;
    QCOMPARE(surface(Decision::Accepted), color(ColorRole::AcceptedSurface, false));
    QCOMPARE(surface(Decision::Rejected), color(ColorRole::RejectedSurface, false));
    QCOMPARE(surface(Decision::CannotTell), color(ColorRole::UnknownSurface, false));
}

void TestVerdictBanner::followsTheTheme()
{
    VerdictBanner banner;
    banner.resize(600, 90);
    banner.setVerdict({u"t"_s, {}, {}}, verdictOf(verdict::Decision::Rejected));
    wear(true);
    QCOMPARE(banner.grab().toImage().pixelColor(300, 4), color(ColorRole::RejectedSurface, true));
    wear(false);
    QCOMPARE(banner.grab().toImage().pixelColor(300, 4), color(ColorRole::RejectedSurface, false));
}

void TestVerdictBanner::hugeForeignTextNeitherStallsNorGrows()
{
    VerdictBanner banner;
    banner.resize(500, 100);
    QElapsedTimer timer;
    timer.start();
    banner.setVerdict({QString(1'000'000, u'W'), QString(1'000'000, u'x'), {}},
                      verdictOf(verdict::Decision::Rejected));
    banner.grab();
    QVERIFY(banner.minimumSizeHint().width() < 500);
    QVERIFY(banner.heightForWidth(500) < 12 * banner.fontMetrics().lineSpacing());
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void TestVerdictBanner::markupIsText()
{
    VerdictBanner banner;
    banner.setVerdict({u"<img src=x>"_s, u"<b>b</b>"_s, {}},
                      verdictOf(verdict::Decision::Rejected));
    for (const QLabel *label : banner.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

} // namespace ui

QTEST_MAIN(ui::TestVerdictBanner)
#include "tst_verdictbanner.moc"
