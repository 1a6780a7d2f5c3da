// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "ui/models/findingsmodel.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/session.h"
#include "ui/widgets/bytesview.h"
#include "ui/widgets/claimsview.h"
#include "ui/widgets/policypanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/tokentext.h"
#include "ui/widgets/verdictbanner.h"
#include "ui/widgets/wraplabel.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

class TestInspectPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyPageTellsWhatToDo();
    void pastedTokenIsJudged();
    void flipsByItselfAtExpiry();
    void clearingComesBackToTheBeginning();
    void claimLightsUpItsBytes();
    void byteChoosesItsClaim();
    void policyGoesBothWays();
    void audienceIsRequiredWithOneClick();
    void tokenInsideIsInspectedWithOneClick();
    void tokenIssuerIsNamedBeforeItIsAsked();
    void issuerOfTheTokenCountsOnlyOnceConfirmed();
    void offerIsReadWholeInANarrowWindow();
    void timelineGivesWayToTheChecksInALowWindow();
    void headingWrapsInLargeText();
    void ticketHasNoTokenInIt();
    void undoActionFollowsTheEditor();
    void strangeInputIsShown_data();
    void strangeInputIsShown();
    void tenThousandClaims();
    void megabyteToken();
    void droppedFileIsHandedOn();
    void droppedWebAddressIsNot();
    void stateIsRestored();
    void rubbishStateChangesNothing();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part(const QString &name = {}) const
    {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QTreeView *claims() const
    {
        return part<ClaimsView>(u"claimsView"_s)->findChild<QTreeView *>();
    }
    void paste(const QByteArray &text);
    void chooseFinding(const QString &id) const;
    //! The button whose text holds these words.
    void clickButton(const QString &words) const;

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<InspectPage> m_page;
};

void TestInspectPage::init()
{
    m_clock.set(base::Instant{std::chrono::seconds{handmade::noon}});
    m_session = std::make_unique<Session>(m_clock);
    QVERIFY(!m_session->addSecret(base::SecretBytes(handmade::secret), jose::SecretEncoding::Utf8));
    m_page = std::make_unique<InspectPage>(m_session.get());
    m_page->resize(1000, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestInspectPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void TestInspectPage::paste(const QByteArray &text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    part<TokenEditor>()->paste();
    QTRY_VERIFY(!m_session->isExamining());
}

void TestInspectPage::chooseFinding(const QString &id) const
{
    auto *list = part<QTreeView>(u"findingsList"_s);
    const QModelIndexList found
        = list->model()->match(list->model()->index(0, 0), FindingsModel::IdRole, id);
    QCOMPARE(found.size(), 1);
    list->setCurrentIndex(found.first());
}

void TestInspectPage::clickButton(const QString &words) const
{
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text().contains(words))
            return button->click();
    }
    QFAIL("no such button");
}

void TestInspectPage::emptyPageTellsWhatToDo()
{
    QVERIFY(part<QWidget>(u"welcome"_s)->isVisible());
    QVERIFY(!part<VerdictBanner>()->isVisible());
    const QSignalSpy opens(m_page.get(), &InspectPage::openFileRequested);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(handmade::signedToken("{}")));
    const auto buttons = part<QWidget>(u"welcome"_s)->findChildren<QPushButton *>();
    buttons.at(1)->click();
    QCOMPARE(opens.count(), 1);
    buttons.at(0)->click();
    QTRY_VERIFY(part<VerdictBanner>()->isVisible());
}

void TestInspectPage::pastedTokenIsJudged()
{
    paste("Authorization: Bearer " + handmade::signedToken(handmade::payload()));
    QVERIFY(part<VerdictBanner>()->isVisible());
    QVERIFY(!part<VerdictBanner>()->accessibleName().isEmpty());
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
    QCOMPARE(claims()->model()->rowCount(), 10);
    // Three parts in three colours, two dots, and what stands before them.
    QCOMPARE(part<TokenText>()->document()->firstBlock().layout()->formats().size(), 6);
    QVERIFY(part<QWidget>(u"inputNote"_s)->isVisible());
    QVERIFY(part<QTreeView>(u"findingsList"_s)->currentIndex().isValid());
}

void TestInspectPage::flipsByItselfAtExpiry()
{
    paste(handmade::signedToken(handmade::payload(handmade::noon + 2)));
    auto *time = part<QLabel>(u"bannerTime"_s);
    QCOMPARE(time->text(), u"0:02"_s);
    const QString before = part<VerdictBanner>()->accessibleName();
    m_clock.advance(1s);
    QTRY_COMPARE(time->text(), u"0:01"_s);
    m_clock.advance(1s);
    QTRY_COMPARE(time->text(), u"expired"_s);
    QCOMPARE(m_session->verdict().decision, verdict::Decision::Rejected);
    QVERIFY(part<VerdictBanner>()->accessibleName() != before);
}

void TestInspectPage::clearingComesBackToTheBeginning()
{
    paste(handmade::signedToken(handmade::payload()));
    m_page->replaceInput({});
    QTRY_VERIFY(part<QWidget>(u"welcome"_s)->isVisible());
    QVERIFY(!part<QWidget>(u"inputNote"_s)->isVisible());
}

void TestInspectPage::claimLightsUpItsBytes()
{
    paste("Bearer " + handmade::signedToken(handmade::payload()));
    m_page->setCurrentTab(InspectPage::ClaimsTab);
    claims()->setCurrentIndex(claims()->model()->index(2, 0));
    const auto *bytes = part<BytesView>();
    QCOMPARE(bytes->highlightPart(), 1);
    QCOMPARE(handmade::payload().mid(bytes->highlight().start, bytes->highlight().size()),
             R"("sub":"user-1")"_ba);
    // What is lit in the editor decodes to the member and its edges.
    QByteArray lit;
    const QTextBlock block = part<TokenText>()->document()->firstBlock();
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (range.format.fontUnderline())
            lit += block.text().mid(range.start, range.length).toLatin1();
    }
    QVERIFY(lit.size() >= 18 && lit.size() <= 22);
    QVERIFY(handmade::signedToken(handmade::payload()).contains(lit));
}

void TestInspectPage::byteChoosesItsClaim()
{
    paste(handmade::signedToken(handmade::payload()));
    auto *bytes = part<BytesView>();
    const qint64 offset = handmade::payload().indexOf("user-1");
    Q_EMIT bytes->byteChosen(1, offset);
    QCOMPARE(claims()->currentIndex().data().toString(), u"sub"_s);
    QCOMPARE(bytes->highlight().size(), qint64(sizeof(R"("sub":"user-1")") - 1));
    Q_EMIT bytes->byteChosen(2, 3); // in the signature there are no members
    QCOMPARE(bytes->highlight(), (base::Span{3, 4}));
}

void TestInspectPage::policyGoesBothWays()
{
    paste(handmade::signedToken(handmade::payload()));
    verdict::Policy policy;
    policy.profile = verdict::Profile::Any;
    policy.audiences = {u"https://demo.example/"_s};
    m_session->setPolicy(policy);
    QCOMPARE(part<PolicyPanel>()->policy(), policy);
    QCOMPARE(m_session->verdict().decision, verdict::Decision::Rejected);
    policy.audiences = {u"https://demo.example"_s};
    Q_EMIT part<PolicyPanel>()->policyEdited(policy);
    QCOMPARE(m_session->policy(), policy);
}

void TestInspectPage::audienceIsRequiredWithOneClick()
{
    paste(handmade::signedToken(handmade::payload()));
    chooseFinding(u"audience.not_given"_s);
    clickButton(u"https://demo.example"_s);
    QCOMPARE(m_session->policy().audiences, QStringList{u"https://demo.example"_s});
}

//! RFC 7519 section 5.2: each of the two is judged by itself.
void TestInspectPage::tokenInsideIsInspectedWithOneClick()
{
    const QByteArray inner = handmade::signedToken(handmade::payload());
    const QByteArray outer = handmade::signedToken(inner);
    paste(outer);
    QVERIFY(!m_session->examination().token.claims().isPresent());
    chooseFinding(u"form.nested"_s);
    clickButton(u"token inside"_s);
    QCOMPARE(m_session->input(), inner);
    QVERIFY(m_session->examination().token.claims().isPresent());
    m_page->editActions().first()->trigger();
    QCOMPARE(m_session->input(), outer);
}

void TestInspectPage::tokenIssuerIsNamedBeforeItIsAsked()
{
    const QSignalSpy fetches(m_session.get(), &Session::fetchChanged);
    m_session->clearGivenKeys();
    paste(
        handmade::signedToken(R"({"iss":"http://127.0.0.1:1/x"})", R"({"alg":"RS256","kid":"1"})"));
    auto *button = part<QPushButton>(u"issuerOfferButton"_s);
    QVERIFY(button->isVisible());
    QVERIFY(button->text().contains(u"127.0.0.1:1"_s));
    QVERIFY(!m_session->isFetching());
    QCOMPARE(fetches.count(), 0);
    button->click();
    QVERIFY(m_session->isFetching());
    m_session->cancelFetch();
}

void TestInspectPage::issuerOfTheTokenCountsOnlyOnceConfirmed()
{
    Session practicing(m_clock);
    practicing.openSample(u"access"_s);
    QTRY_VERIFY_WITH_TIMEOUT(practicing.snapshot() && practicing.hasToken(), 20'000);
    m_session->clearGivenKeys();
    paste(practicing.input());
    auto *button = part<QPushButton>(u"issuerOfferButton"_s);
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isFetching() && m_session->snapshot(), 20'000);
    QVERIFY(button->isVisible());
    const auto *offer = part<QWidget>(u"issuerOffer"_s);
    QVERIFY(offer->accessibleName().contains(m_session->issuerText()));
    QCOMPARE(m_session->verdict().decision, verdict::Decision::CannotTell);
    button->click();
    QCOMPARE(m_session->verdict().decision, verdict::Decision::Accepted);
    QVERIFY(!offer->isVisible());
}

void TestInspectPage::offerIsReadWholeInANarrowWindow()
{
    m_session->clearGivenKeys();
    paste(handmade::signedToken(R"({"iss":"https://another-long-project.authgear.cloud"})",
                                R"({"alg":"RS256","kid":"1"})"));
    m_page->resize(640, 480);
    const auto *offer = part<QWidget>(u"issuerOffer"_s);
    const auto *text = offer->findChild<WrapLabel *>();
    QTRY_VERIFY(text->width() >= 200);
    offer->window()->grab();
    QCOMPARE(text->toolTip(), QString()); // it has one when it is cut
}

void TestInspectPage::headingWrapsInLargeText()
{
    auto large = m_page->font();
    large.setPointSizeF(24);
    m_page->setFont(large);
    m_page->resize(900, 700);
    const auto labels = m_page->findChildren<QLabel *>();
    const auto heading = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"carried it"_s);
    });
    QVERIFY(heading != labels.end());
    const int wanted = (*heading)->fontMetrics().horizontalAdvance((*heading)->text());
    QTRY_VERIFY((*heading)->width() >= wanted
                || (*heading)->height() >= 2 * (*heading)->fontMetrics().height());
}

void TestInspectPage::timelineGivesWayToTheChecksInALowWindow()
{
    paste(handmade::signedToken(handmade::payload()));
    const auto *timeline = part<Timeline>();
    const int line = m_page->fontMetrics().lineSpacing();
    m_page->resize(900, line * 40);
    QTRY_VERIFY(timeline->isVisible());
    m_page->resize(900, line * 26);
    QTRY_VERIFY(!timeline->isVisible());
    m_page->resize(900, line * 40);
    QTRY_VERIFY(timeline->isVisible());
}

void TestInspectPage::ticketHasNoTokenInIt()
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    paste(token);
    const QSignalSpy copied(m_page.get(), &InspectPage::copiedForTicket);
    part<QAction>(u"copyForTicket"_s)->trigger();
    QCOMPARE(copied.count(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasFormat(u"x-kde-passwordManagerHint"_s));
    QVERIFY(!data->text().isEmpty());
    for (const QByteArray &secret : token.split('.'))
        QVERIFY(!data->text().contains(QString::fromLatin1(secret)));
    QVERIFY(!data->text().contains(u"person@example.com"_s));
}

void TestInspectPage::undoActionFollowsTheEditor()
{
    auto *undo = part<QAction>(u"undo"_s);
    QVERIFY(!undo->isEnabled());
    paste("a.b.c");
    paste("d.e.f");
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QCOMPARE(m_session->input(), "a.b.c"_ba);
    QVERIFY(m_page->editActions().contains(undo));
}

void TestInspectPage::strangeInputIsShown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("garbage") << "\x01\x02 not a token <b>at all</b> \xf0\x9f\x98\x80"_ba;
    QTest::newRow("opaque") << "kq3Qx9pT0bYlR2vA7cJmWn5sZeUfHgDi"_ba;
    QTest::newRow("two parts") << "eyJhbGciOiJub25lIn0.e30"_ba;
    QTest::newRow("dots") << "....."_ba;
    QTest::newRow("JWE") << handmade::encoded(R"({"alg":"dir","enc":"A128GCM"})")
            + "..aaaa.bbbb.cccc";
    QTest::newRow("payload is no JSON") << handmade::signedToken("plain text \x00\xff"_ba);
    QTest::newRow("payload is a number") << handmade::signedToken("42");
    QTest::newRow("broken JSON") << handmade::signedToken(R"({"iss":"x","exp":)");
    QTest::newRow("deep") << handmade::signedToken(QByteArray(5000, '['));
    QTest::newRow("exp in the year 9999") << handmade::signedToken(R"({"exp":1e300,"iat":0})");
    QTest::newRow("negative times") << handmade::signedToken(R"({"exp":-1e300,"iat":-1})");
    QTest::newRow("markup") << handmade::signedToken(
        R"({"iss":"<img src=\"file:///etc/passwd\">","sub":"<script>","\u202e":"\u0000"})");
    QTest::newRow("JSON serialization")
        << R"({"payload":"e30","signatures":[{"protected":"e30","signature":"AA"}]})"_ba;
    QTest::newRow("bad base64url") << "ey!!.ey??.**"_ba;
}

void TestInspectPage::strangeInputIsShown()
{
    QFETCH(const QByteArray, text);
    m_page->replaceInput(text);
    QTRY_VERIFY(!m_session->isExamining());
    // Words are said to hold no token; whatever may be one is judged.
    const bool isProse = text.contains(" not a token ");
    QCOMPARE(part<QWidget>(u"captureWords"_s)->isVisible(), isProse);
    QCOMPARE(part<VerdictBanner>()->isVisible(), !isProse);
    for (int tab = 0; tab < m_page->viewActions().size(); ++tab) {
        m_page->viewActions().at(tab)->trigger();
        m_page->grab();
    }
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(m_session->input(), text);
}

void TestInspectPage::tenThousandClaims()
{
    QByteArray payload = "{";
    for (int i = 0; i < 10'000; ++i)
        payload += "\"claim_" + QByteArray::number(i) + "\":{\"value\":[1,true,\"text\"]},";
    payload += "\"last\":1}";
    m_page->replaceInput(handmade::signedToken(payload));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isExamining(), 20'000);
    QTRY_COMPARE(claims()->model()->rowCount(), 10'001);
    m_page->setCurrentTab(InspectPage::ClaimsTab);
    QElapsedTimer timer;
    timer.start();
    m_page->grab();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestInspectPage::megabyteToken()
{
    const QByteArray token
        = handmade::signedToken("{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}");
    m_page->replaceInput(token);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isExamining(), 20'000);
    QVERIFY(part<TokenEditor>()->isLong());
    QCOMPARE(m_session->input(), token);
    QElapsedTimer timer;
    timer.start();
    m_page->grab();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    part<QAction>(u"undo"_s)->trigger();
    QCOMPARE(m_session->input(), QByteArray());
}

void TestInspectPage::droppedFileIsHandedOn()
{
    const QSignalSpy drops(m_page.get(), &InspectPage::fileDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/token.txt"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(drops.first().first().toString(), u"/tmp/token.txt"_s);
}

void TestInspectPage::droppedWebAddressIsNot()
{
    QMimeData data;
    data.setUrls({QUrl(u"https://evil.example/token"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestInspectPage::stateIsRestored()
{
    const QByteArray state = m_page->saveState();
    InspectPage other(m_session.get());
    other.restoreState(state);
    QCOMPARE(other.saveState(), state);
}

void TestInspectPage::rubbishStateChangesNothing()
{
    const QByteArray state = m_page->saveState();
    m_page->restoreState({});
    m_page->restoreState("rubbish");
    QCOMPARE(m_page->saveState(), state);
}

} // namespace ui

QTEST_MAIN(ui::TestInspectPage)
#include "tst_inspectpage.moc"
