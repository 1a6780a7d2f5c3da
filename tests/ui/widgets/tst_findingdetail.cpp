// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/findingdetail.h"

#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

base::Finding finding(const QString &expected, const QString &found)
{
    base::Finding result;
    result.id = "audience.mismatch"_L1;
    result.outcome = base::Outcome::Fail;
    result.expected = expected;
    result.found = found;
    return result;
}

report::Wording wording()
{
    report::Wording result;
    result.title = u"A title"_s;
    result.explanation = u"An explanation."_s;
    result.action = u"Do this."_s;
    result.spec = u"RFC 7519 section 4.1.3"_s;
    result.specUrl = u"https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3"_s;
    return result;
}

//! All text in a format with both signs of a difference.
QString markedText(const QTextDocument *document)
{
    QString result;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            const bool isMarked
                = format.background().style() != Qt::NoBrush && format.fontUnderline();
            if (isMarked)
                result += part.fragment().text();
        }
    }
    return result;
}

} // namespace

class TestFindingDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllThatAPersonNeeds();
    void marksTheDifference_data();
    void marksTheDifference();
    void comparesTheClosestOfSeveralAudiences();
    void nothingFoundIsSaid();
    void markupOfATokenStaysText();
    void longValuesAreCutAroundTheDifference();
    void onlyOurLinksAreOpened_data();
    void onlyOurLinksAreOpened();
    void actionsAreButtons();
    void ampersandIsNoMnemonic();
    void tickKeepsASelection();
    void beginsWithItsTitle();
    void clearLeavesNothing();

private:
    [[nodiscard]] static QTextBrowser *text(const FindingDetail &detail)
    {
        return detail.findChild<QTextBrowser *>();
    }
};

void TestFindingDetail::showsAllThatAPersonNeeds()
{
    FindingDetail detail;
    detail.setFinding(finding(u"a"_s, u"b"_s), wording(), {});
    const QString shown = detail.plainText();
    for (const QString &part : {u"A title"_s, u"expected"_s, u"found"_s, u"An explanation."_s,
                                u"Do this."_s, u"RFC 7519 section 4.1.3"_s})
        QVERIFY2(shown.contains(part), qPrintable(part));
}

void TestFindingDetail::marksTheDifference_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("marked");
    QTest::newRow("slash") << u"https://a.example/"_s << u"https://a.example"_s << u"/"_s;
    QTest::newRow("scheme") << u"https://a.example"_s << u"http://a.example"_s << u"s"_s;
    QTest::newRow("case") << u"https://A.example"_s << u"https://a.example"_s << u"Aa"_s;
}

void TestFindingDetail::marksTheDifference()
{
    QFETCH(const QString, expected);
    QFETCH(const QString, found);
    QFETCH(const QString, marked);
    FindingDetail detail;
    detail.setFinding(finding(expected, found), wording(), {});
    QCOMPARE(markedText(text(detail)->document()), marked);
    QVERIFY(detail.plainText().contains(expected));
}

// The reports and the window must lay the same two values side by side.
void TestFindingDetail::comparesTheClosestOfSeveralAudiences()
{
    base::Finding several
        = finding(u"https://api.example.com/"_s, u"https://api.example.com, https://b.example"_s);
    several.facts.insert("closestWanted"_L1, u"https://api.example.com/"_s);
    several.facts.insert("closest"_L1, u"https://api.example.com"_s);
    ui::FindingDetail detail;
    detail.setFinding(several, wording(), {});
    QCOMPARE(markedText(detail.findChild<QTextBrowser *>()->document()), u"/"_s);
    QVERIFY(!detail.plainText().contains(u"https://b.example"_s));
}

void TestFindingDetail::nothingFoundIsSaid()
{
    FindingDetail detail;
    detail.setFinding(finding(u"a"_s, {}), wording(), {});
    QVERIFY(detail.plainText().contains(u"nothing"_s));
}

void TestFindingDetail::markupOfATokenStaysText()
{
    FindingDetail detail;
    const QString hostile
        = u"<img src=\"file:///etc/passwd\"><a href=\"https://evil.example\">x</a>"_s;
    detail.setFinding(finding(u"a"_s, hostile), wording(), {});
    QVERIFY(detail.plainText().contains(hostile));
    QTextCursor cursor = text(detail)->document()->find(u"evil"_s);
    QVERIFY(!cursor.isNull());
    QVERIFY(!cursor.charFormat().isAnchor());
}

void TestFindingDetail::longValuesAreCutAroundTheDifference()
{
    FindingDetail detail;
    const QString same(100'000, u'x');
    detail.setFinding(finding(same + u'1' + same, same + u'2' + same), wording(), {});
    QVERIFY(detail.plainText().size() < 5000);
    QCOMPARE(markedText(text(detail)->document()), u"12"_s);
}

void TestFindingDetail::onlyOurLinksAreOpened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("mayOpen");
    QTest::newRow("RFC") << u"https://www.rfc-editor.org/rfc/rfc7519"_s << true;
    QTest::newRow("OpenID") << u"https://openid.net/specs/openid-connect-core-1_0.html"_s << true;
    QTest::newRow("Authgear") << u"https://docs.authgear.com/"_s << true;
    QTest::newRow("http") << u"http://www.rfc-editor.org/rfc/rfc7519"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("elsewhere") << u"https://evil.example/www.rfc-editor.org"_s << false;
    QTest::newRow("suffix") << u"https://www.rfc-editor.org.evil.example/"_s << false;
    QTest::newRow("userinfo") << u"https://www.rfc-editor.org@evil.example/"_s << false;
    QTest::newRow("port") << u"https://openid.net:8443/"_s << false;
}

void TestFindingDetail::onlyOurLinksAreOpened()
{
    QFETCH(const QString, url);
    QFETCH(const bool, mayOpen);
    QCOMPARE(FindingDetail::mayOpen(QUrl(url)), mayOpen);
    FindingDetail detail;
    report::Wording linked = wording();
    linked.specUrl = url;
    detail.setFinding(finding(u"a"_s, u"b"_s), linked, {});
    const QTextCursor cursor = text(detail)->document()->find(u"RFC 7519 section"_s);
    QCOMPARE(cursor.charFormat().isAnchor(), mayOpen);
    const QSignalSpy opened(&detail, &FindingDetail::linkActivated);
    Q_EMIT text(detail)->anchorClicked(QUrl(url));
    QCOMPARE(opened.count(), mayOpen ? 1 : 0);
}

void TestFindingDetail::actionsAreButtons()
{
    FindingDetail detail;
    const QSignalSpy triggered(&detail, &FindingDetail::actionTriggered);
    detail.setFinding(finding(u"a"_s, u"b"_s), wording(),
                      {{3, u"aud"_s, u"Require this audience: aud"_s}});
    auto *button = detail.findChild<QPushButton *>();
    QVERIFY(button != nullptr);
    QCOMPARE(button->accessibleName(), u"Require this audience: aud"_s);
    button->click();
    QCOMPARE(triggered.first(), (QVariantList{3, u"aud"_s}));
}

void TestFindingDetail::ampersandIsNoMnemonic()
{
    FindingDetail detail;
    detail.setFinding(finding(u"a"_s, u"b"_s), wording(), {{0, {}, u"Require a?b&c"_s}});
    QCOMPARE(detail.findChild<QPushButton *>()->text(), u"Require a?b&&c"_s);
}

void TestFindingDetail::tickKeepsASelection()
{
    FindingDetail detail;
    report::Wording ticking = wording();
    detail.setFinding(finding(u"a"_s, u"b"_s), ticking, {});
    text(detail)->selectAll();
    ticking.explanation = u"One second later."_s;
    detail.setFinding(finding(u"a"_s, u"b"_s), ticking, {});
    QVERIFY(text(detail)->textCursor().hasSelection());
    base::Finding other = finding(u"a"_s, u"b"_s);
    other.id = "issuer.mismatch"_L1;
    detail.setFinding(other, ticking, {});
    QVERIFY(detail.plainText().contains(u"One second later."_s));
}

// In a low window the title is what must be seen; a place that was scrolled to is kept for as long
// as the same finding ticks.
void TestFindingDetail::beginsWithItsTitle()
{
    FindingDetail detail;
    detail.resize(300, 400);
    detail.show();
    QVERIFY(QTest::qWaitForWindowExposed(&detail));
    report::Wording words = wording();
    words.explanation = u"An explanation that goes on. "_s.repeated(20);
    base::Finding one = finding(u"a"_s, u"b"_s);
    detail.setFinding(one, words, {});
    const auto *bar = detail.findChild<QTextBrowser *>()->verticalScrollBar();
    detail.resize(300, 90);
    QTRY_VERIFY(bar->maximum() > 20);
    QCOMPARE(bar->value(), 0);
    detail.findChild<QTextBrowser *>()->verticalScrollBar()->setValue(20);
    words.title = u"Another second"_s;
    detail.setFinding(one, words, {});
    QCOMPARE(bar->value(), 20);
    one.id = "issuer.mismatch"_L1;
    detail.setFinding(one, words, {});
    QCOMPARE(bar->value(), 0);
}

void TestFindingDetail::clearLeavesNothing()
{
    FindingDetail detail;
    detail.setFinding(finding(u"a"_s, u"b"_s), wording(), {{0, {}, u"x"_s}});
    detail.clear();
    QCOMPARE(detail.plainText(), QString());
    QTRY_VERIFY(detail.findChildren<QPushButton *>().isEmpty());
}

} // namespace ui

QTEST_MAIN(ui::TestFindingDetail)
#include "tst_findingdetail.moc"
