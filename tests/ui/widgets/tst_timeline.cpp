// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/timeline.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'787'000'000}};
constexpr base::Instant year9999{std::chrono::seconds{253'402'300'799}};

verdict::Moments ordinary()
{
    verdict::Moments moments;
    moments.authTime = noon - 27min;
    moments.freshUntil = noon - 22min;
    moments.issuedAt = noon - 12min;
    moments.expires = noon + 18min;
    return moments;
}

verdict::Verdict verdictOf(const verdict::Moments &moments)
{
    verdict::Verdict verdict;
    verdict.at = noon;
    verdict.moments = moments;
    return verdict;
}

QStringList names(const Timeline &timeline)
{
    QStringList result;
    for (const Timeline::Label &label : timeline.labels())
        result.append(label.name);
    return result;
}

//! The palette reaches widgets as an event.
void wear(bool dark)
{
    applyTheme(dark);
    QCoreApplication::processEvents();
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryMoment();
    void labelsNeverOverlap_data();
    void labelsNeverOverlap();
    void sameInstantSharesALabel();
    void narrowTimelineKeepsTheNames();
    void missingTimesAreNoMarks();
    void expiredIsTold();
    void describesItselfAsText();
    void leewayIsNamed();
    void paintsInBothThemes();
};

void TestTimeline::namesEveryMoment()
{
    Timeline timeline;
    timeline.resize(700, timeline.sizeHint().height());
    timeline.setVerdict(verdictOf(ordinary()));
    QCOMPARE(names(timeline),
             (QStringList{u"auth_time"_s, u"iat"_s, u"now"_s, u"sign-in fresh until"_s, u"exp"_s}));
    for (const Timeline::Label &label : timeline.labels())
        QVERIFY2(!label.detail.isEmpty(), qPrintable(label.name));
}

void TestTimeline::labelsNeverOverlap_data()
{
    QTest::addColumn<verdict::Moments>("moments");
    QTest::addColumn<int>("width");
    verdict::Moments endless = ordinary();
    endless.expires = year9999;
    verdict::Moments crowded = ordinary();
    crowded.authTime = noon - 2s;
    crowded.issuedAt = noon - 1s;
    crowded.notBefore = noon + 1s;
    crowded.freshUntil = noon + 298s;
    crowded.expires = noon + 299s;
    verdict::Moments ancient = ordinary();
    ancient.issuedAt = base::Instant{};
    ancient.authTime = -year9999.time_since_epoch() + base::Instant{};
    verdict::Moments backwards = ordinary();
    backwards.expires = noon - 40min;
    const QList<std::pair<const char *, verdict::Moments>> cases{{"ordinary", ordinary()},
                                                                 {"endless", endless},
                                                                 {"crowded", crowded},
                                                                 {"ancient", ancient},
                                                                 {"exp before iat", backwards}};
    for (const auto &[name, moments] : cases) {
        for (const int width : {360, 480, 730, 2400})
            QTest::addRow("%s, %d", name, width) << moments << width;
    }
}

void TestTimeline::labelsNeverOverlap()
{
    QFETCH(const verdict::Moments, moments);
    QFETCH(const int, width);
    Timeline timeline;
    timeline.resize(width, timeline.sizeHint().height());
    timeline.setVerdict(verdictOf(moments));
    const QList<Timeline::Label> labels = timeline.labels();
    QVERIFY(labels.size() >= 3);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QVERIFY(QRectF(timeline.rect()).contains(labels.at(i).rect));
        for (qsizetype j = i + 1; j < labels.size(); ++j)
            QVERIFY2(!labels.at(i).rect.intersects(labels.at(j).rect),
                     qPrintable(labels.at(i).name + u" / "_s + labels.at(j).name));
    }
    timeline.grab();
}

void TestTimeline::sameInstantSharesALabel()
{
    verdict::Moments moments = ordinary();
    moments.notBefore = moments.issuedAt;
    moments.authTime = moments.issuedAt;
    Timeline timeline;
    timeline.setVerdict(verdictOf(moments));
    QVERIFY(names(timeline).contains(u"auth_time \u00b7 iat \u00b7 nbf"_s));
}

void TestTimeline::narrowTimelineKeepsTheNames()
{
    Timeline timeline;
    timeline.resize(300, timeline.sizeHint().height());
    timeline.setVerdict(verdictOf(ordinary()));
    QVERIFY(names(timeline).contains(u"auth_time"_s));
    QVERIFY(names(timeline).contains(u"exp"_s));
}

void TestTimeline::missingTimesAreNoMarks()
{
    Timeline timeline;
    timeline.setVerdict(verdictOf({}));
    QVERIFY(timeline.isEmpty());
    timeline.grab();
    verdict::Moments moments;
    moments.expires = noon;
    timeline.setVerdict(verdictOf(moments));
    QCOMPARE(names(timeline), (QStringList{u"now"_s, u"exp"_s}));
}

void TestTimeline::expiredIsTold()
{
    const auto roleOfExp = [](const verdict::Verdict &verdict) {
        Timeline timeline;
        timeline.setVerdict(verdict);
        return timeline.labels().last().role;
    };
    verdict::Verdict verdict = verdictOf(ordinary());
    QCOMPARE(roleOfExp(verdict), ColorRole::Accepted);
    verdict.at = noon + 18min;
    QCOMPARE(roleOfExp(verdict), ColorRole::Rejected);
    verdict.policy.leeway = 60s;
    QCOMPARE(roleOfExp(verdict), ColorRole::Accepted);
}

void TestTimeline::describesItselfAsText()
{
    Timeline timeline;
    timeline.setVerdict(verdictOf(ordinary()));
    const QStringList lines = timeline.accessibleDescription().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.first().startsWith(u"auth_time: "_s));
    QVERIFY(lines.last().contains(u"UTC"_s));
}

//! Drawn hatched behind exp, and said in words.
void TestTimeline::leewayIsNamed()
{
    const auto names = [](const Timeline &timeline) {
        QStringList all;
        for (const Timeline::Label &label : timeline.labels())
            all.append(label.name + u' ' + label.detail);
        return all.join(u'|');
    };
    Timeline timeline;
    timeline.resize(900, timeline.sizeHint().height());
    verdict::Verdict verdict = verdictOf(ordinary());
    timeline.setVerdict(verdict);
    QVERIFY(!names(timeline).contains(u"leeway"_s));
    verdict.policy.leeway = 300s;
    timeline.setVerdict(verdict);
    QVERIFY2(names(timeline).contains(u"leeway until"_s) && names(timeline).contains(u"of 5 min"_s),
             qPrintable(names(timeline)));
    QVERIFY(timeline.accessibleDescription().contains(u"leeway until: "_s));
    verdict.moments.expires.reset();
    timeline.setVerdict(verdict);
    QVERIFY(!names(timeline).contains(u"leeway"_s)); // nothing ends
}

void TestTimeline::paintsInBothThemes()
{
    Timeline timeline;
    timeline.resize(700, timeline.sizeHint().height());
    verdict::Verdict verdict = verdictOf(ordinary());
    verdict.policy.leeway = 60s;
    timeline.setVerdict(verdict);
    wear(false);
    const QImage light = timeline.grab().toImage();
    wear(true);
    const QImage dark = timeline.grab().toImage();
    QVERIFY(light != dark);
    QCOMPARE(dark.pixelColor(350, 4), color(ColorRole::Card, true));
    wear(false);
}

} // namespace ui

Q_DECLARE_METATYPE(verdict::Moments)
QTEST_MAIN(ui::TestTimeline)
#include "tst_timeline.moc"
