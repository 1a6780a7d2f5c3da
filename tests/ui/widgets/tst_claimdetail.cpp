// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimsmodel.h"
#include "ui/widgets/claimdetail.h"
#include "ui/widgets/findingdetail.h"
#include "ui/widgets/theme.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1787000000}};

base::json::Document document()
{
    QByteArray text = "{~exp~:1787000090,~iss~:~https://a.example~,~amr~:[~pwd~],~tier~:~gold~,"
                      "~empty~:~~,~address~:{~country~:~HK~},~exp~:1,"
                      "~<b>x</b>~:~<img src=/etc/passwd>~,~name~:~\\u202Eevil~,~big~:~BIG~}";
    text.replace("~", "\""); // moc loses its way in raw strings
    text.replace("BIG", QByteArray(20000, 'x'));
    return base::json::Document::read(text);
}

} // namespace

class TestClaimDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAllThatTheRowCannot_data();
    void tellsAllThatTheRowCannot();
    void nothingIsInventedAboutCustomNames();
    void withoutAChoiceItSaysWhatToDo();
    void markupStaysText();
    void longValueIsCutAndSaysSo();
    void timeGoesOn();
    void textBeingMarkedStaysAsItIs();
    void isReadableInEveryTheme();
    void focusIsSeen();

private:
    [[nodiscard]] QString textOf(int row, const QModelIndex &parent = {})
    {
        m_detail->setMember(m_model->index(row, 0, parent));
        return m_detail->plainText();
    }
    [[nodiscard]] PlainBrowser *browser() const { return m_detail->findChild<PlainBrowser *>(); }

    std::unique_ptr<ClaimsModel> m_model;
    std::unique_ptr<ClaimDetail> m_detail;
};

void TestClaimDetail::init()
{
    m_model = std::make_unique<ClaimsModel>(ClaimSet::Payload);
    m_model->setDocument(document());
    m_model->setNow(noon);
    m_detail = std::make_unique<ClaimDetail>();
    m_detail->resize(600, 200);
    m_detail->show();
}

void TestClaimDetail::tellsAllThatTheRowCannot_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("time in all forms")
        << 0 << QStringList{u"exp"_s,           u"1787000090"_s,  u"2026-08-17 20:54:50 UTC"_s,
                            u"in 1 min 30 s"_s, u"NumericDate"_s, u"RFC 7519 section 4.1.4"_s};
    QTest::newRow("meaning and when it is there, RFC 7519 4.1.1")
        << 1
        << QStringList{u"https://a.example"_s, u"The issuer that made the token."_s,
                       u"In every ID token and access token."_s};
    QTest::newRow("empty text") << 4 << QStringList{u"an empty text"_s};
    QTest::newRow("duplicate, RFC 7519 4") << 6 << QStringList{u"occurs more than once"_s};
    QTest::newRow("turned direction made visible") << 8 << QStringList{u"\\u{202E}evil"_s};
}

void TestClaimDetail::tellsAllThatTheRowCannot()
{
    QFETCH(const int, row);
    QFETCH(const QStringList, texts);
    const QString shown = textOf(row);
    for (const QString &text : texts)
        QVERIFY2(shown.contains(text), qPrintable(text + u" not in "_s + shown));
}

void TestClaimDetail::nothingIsInventedAboutCustomNames()
{
    QVERIFY(textOf(3).contains(u"A custom name"_s));
    QVERIFY(!m_detail->plainText().contains(u"present"_s));
    // Inside of a value no dictionary holds; the path says where it is.
    const QString inside = textOf(0, m_model->index(5, 0));
    QVERIFY2(inside.startsWith(u"/address/country"_s), qPrintable(inside));
    QVERIFY(!inside.contains(u"custom"_s));
    QVERIFY(textOf(0, m_model->index(2, 0)).contains(u"password"_s, Qt::CaseInsensitive)); // amr
}

void TestClaimDetail::withoutAChoiceItSaysWhatToDo()
{
    QVERIFY(m_detail->plainText().startsWith(u"Choose one"_s));
    static_cast<void>(textOf(1));
    m_detail->setMember({});
    QVERIFY(m_detail->plainText().startsWith(u"Choose one"_s));
}

void TestClaimDetail::markupStaysText()
{
    const QString shown = textOf(7);
    QVERIFY(shown.startsWith(u"<b>x</b>"_s));
    QVERIFY(shown.contains(u"<img src=/etc/passwd>"_s));
    QVERIFY(!browser()->toHtml().contains(u"<img"_s));
}

void TestClaimDetail::longValueIsCutAndSaysSo()
{
    const QString shown = textOf(9);
    QVERIFY(shown.size() < 9000);
    QVERIFY(shown.contains(QLocale().toString(20000)));
    m_detail->grab();
}

void TestClaimDetail::timeGoesOn()
{
    QVERIFY(textOf(0).contains(u"in 1 min 30 s"_s));
    m_model->setNow(noon + std::chrono::seconds{91});
    m_detail->refresh();
    QVERIFY(m_detail->plainText().contains(u"1 s ago"_s));
}

void TestClaimDetail::textBeingMarkedStaysAsItIs()
{
    static_cast<void>(textOf(0));
    browser()->selectAll();
    m_model->setNow(noon + std::chrono::seconds{91});
    m_detail->refresh();
    QVERIFY(browser()->textCursor().hasSelection());
    QVERIFY(m_detail->plainText().contains(u"in 1 min 30 s"_s));
}

void TestClaimDetail::isReadableInEveryTheme()
{
    static_cast<void>(textOf(0));
    for (const bool dark : {true, false}) {
        applyTheme(dark);
        QCoreApplication::processEvents(); // the palette reaches widgets as an event
        QTextCursor cursor(browser()->document());
        cursor.movePosition(QTextCursor::NextCharacter);
        const QColor ink = cursor.charFormat().foreground().color();
        QCOMPARE(ink, color(ColorRole::Text, dark));
        QVERIFY(contrast(ink, color(ColorRole::Card, dark)) >= 4.5); // WCAG 2.1, 1.4.3
    }
}

//! WCAG 2.1, 2.4.7: by a frame around the text that the keyboard scrolls.
void TestClaimDetail::focusIsSeen()
{
    static_cast<void>(textOf(0));
    QVERIFY(QTest::qWaitForWindowActive(m_detail.get()));
    const auto border = [this] { return m_detail->grab().toImage().pixelColor(0, 100); };
    browser()->clearFocus();
    const QColor without = border();
    browser()->setFocus(Qt::TabFocusReason);
    QVERIFY(browser()->hasFocus());
    QCOMPARE(border(), color(ColorRole::Accent));
    QVERIFY(border() != without);
}

} // namespace ui

QTEST_MAIN(ui::TestClaimDetail)
#include "tst_claimdetail.moc"
