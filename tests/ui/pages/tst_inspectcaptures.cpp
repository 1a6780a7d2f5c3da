// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/dropveil.h"
#include "ui/widgets/flattabs.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/tokentext.h"
#include "ui/widgets/verdictbanner.h"
#include "ui/widgets/wraplabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

const QByteArray refresh = "abcdefghijklmnop0123456789";

QByteArray good()
{
    return handmade::signedToken(handmade::payload());
}

QByteArray command(const QByteArray &header = "Authorization: Bearer ")
{
    return "curl https://api.example/v1/me \\\n  -H '" + header + good()
        + "' \\\n  -d 'refresh_token=" + refresh + "'\n";
}

QByteArray har(int status, int entries)
{
    QByteArrayList list;
    for (int i = 0; i < entries; ++i)
        list.append(handmade::entry(good(), status, "/item/" + QByteArray::number(i)));
    return handmade::har(list);
}

} // namespace

class TestInspectCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bareTokenHasNoList();
    void pasteOfACommandSelectsTheBearerToken();
    void choosingWithTheKeyboardLightsUpAnother();
    void carryingIsAmongTheChecks();
    void bannerAndTabCountTheSameFailures();
    void momentIsOfferedAndFlips();
    void fixedMomentIsNotCalledNow();
    void filterAppearsInALongList();
    void captureWithoutTokensSaysWhy();
    void wordsAreNoToken_data();
    void wordsAreNoToken();
    void largeFileIsATable();
    void hostileNamesStayText();
    void ticketNamesTheRequest();
    void fieldsLeaveFilesToThePage();
    void fileHeldAboveThePageIsAnnounced();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part(const QString &name = {}) const
    {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QTreeView *list() const { return part<QTreeView>(u"sightingsList"_s); }
    [[nodiscard]] QString litText() const;
    void paste(const QByteArray &text);

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<InspectPage> m_page;
};

void TestInspectCaptures::init()
{
    m_clock.set(base::Instant{std::chrono::seconds{handmade::noon}});
    m_session = std::make_unique<Session>(m_clock);
    QVERIFY(!m_session->addSecret(base::SecretBytes(handmade::secret), jose::SecretEncoding::Utf8));
    m_page = std::make_unique<InspectPage>(m_session.get());
    m_page->resize(1400, 860);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestInspectCaptures::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void TestInspectCaptures::paste(const QByteArray &text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    part<TokenEditor>()->paste();
    QTRY_VERIFY(!m_session->isExamining());
}

//! What stands on a surface of its own in the editor.
QString TestInspectCaptures::litText() const
{
    QString lit;
    const QTextDocument *document = part<TokenText>()->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.hasProperty(QTextFormat::BackgroundBrush))
                lit += block.text().mid(range.start, range.length);
        }
    }
    return lit;
}

void TestInspectCaptures::bareTokenHasNoList()
{
    paste(good());
    QVERIFY(!part<QWidget>(u"sightingsPanel"_s)->isVisible());
    QVERIFY(!part<QWidget>(u"momentChoice"_s)->isVisible());
    QVERIFY(litText().isEmpty());
}

void TestInspectCaptures::pasteOfACommandSelectsTheBearerToken()
{
    paste(command());
    QVERIFY(list()->isVisible());
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(!list()->accessibleName().isEmpty());
    QCOMPARE(m_session->cleaned().token, good());
    QCOMPARE(litText(), QString::fromLatin1(good()));
    QVERIFY(!part<QLineEdit>(u"sightingsFilter"_s)->isVisible());
    m_page->replaceInput({});
    QVERIFY(!part<QWidget>(u"sightingsPanel"_s)->isVisible());
}

void TestInspectCaptures::choosingWithTheKeyboardLightsUpAnother()
{
    paste(command());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(m_session->captures().chosen(), 1);
    QCOMPARE(litText(), QString::fromLatin1(refresh));
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(litText(), QString::fromLatin1(good()));
}

void TestInspectCaptures::carryingIsAmongTheChecks()
{
    paste(command("Authorization: Bearer Bearer "));
    QVERIFY(!m_session->captures().carrying().isEmpty());
    const auto *checks = part<QTreeView>(u"findingsList"_s);
    bool isThere = false;
    for (int row = 0; row < checks->model()->rowCount(); ++row)
        isThere |= checks->model()->index(row, 0).data().toString().startsWith("Carrying:"_L1);
    QVERIFY(isThere);
    const QString subtitle = part<WrapLabel>(u"bannerSubtitle"_s)->text();
    QVERIFY2(m_session->verdict().decision == verdict::Decision::Rejected
                 || subtitle.contains("sent wrongly"_L1),
             qPrintable(subtitle));
}

void TestInspectCaptures::bannerAndTabCountTheSameFailures()
{
    verdict::Policy policy;
    policy.audiences = {u"https://elsewhere.example"_s};
    m_session->setPolicy(policy);
    paste(command("Authorization: Bearer Bearer "));
    QTRY_VERIFY(m_session->verdict().decision == verdict::Decision::Rejected);
    const QString title = part<FlatTabs>()->title(0);
    const QString failed = title.section(u'\u00d7', 0, 0).trimmed().section(u' ', -1);
    QVERIFY2(failed.toInt() >= 2, qPrintable(title));
    const QString subtitle = part<WrapLabel>(u"bannerSubtitle"_s)->text();
    QVERIFY2(subtitle.endsWith(u"checks that failed: "_s + failed), qPrintable(subtitle));
}

void TestInspectCaptures::momentIsOfferedAndFlips()
{
    paste(har(401, 1));
    QVERIFY(part<QWidget>(u"momentChoice"_s)->isVisible());
    auto *then = part<QAbstractButton>(u"judgeAsOfCapture"_s);
    auto *now = part<QAbstractButton>(u"judgeNow"_s);
    QVERIFY(then->isChecked());
    QVERIFY(m_session->now() != m_clock.now());
    now->setFocus();
    QTest::keyClick(now, Qt::Key_Space);
    QCOMPARE(m_session->verdict().at, m_clock.now());
    QVERIFY(now->isChecked());
    then->click();
    QVERIFY(m_session->verdict().at != m_clock.now());
}

// Two answers to "when" on one screen: the line says "now" of the clock alone.
void TestInspectCaptures::fixedMomentIsNotCalledNow()
{
    const base::Instant fixed = m_clock.now() + std::chrono::hours{24};
    m_session->setFixedInstant(fixed);
    paste(good());
    const QList<Timeline::Label> labels = part<Timeline>()->labels();
    const auto hasLabel = [&](const QString &name) {
        return std::ranges::any_of(labels, [&](const auto &label) { return label.name == name; });
    };
    QVERIFY(hasLabel(u"judged"_s));
    QVERIFY(hasLabel(u"now"_s));
    const QString said = part<Timeline>()->accessibleDescription();
    QVERIFY2(said.contains(u"judged"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"UTC \u00b7 now"_s), qPrintable(said));
}

void TestInspectCaptures::filterAppearsInALongList()
{
    paste(har(200, 30));
    auto *filter = part<QLineEdit>(u"sightingsFilter"_s);
    QVERIFY(filter->isVisible());
    filter->setText(u"path:item/17"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(m_session->captures().chosen(), 0); // filtering chooses nothing by itself
    filter->clear();
    QCOMPARE(list()->model()->rowCount(), 30);
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestInspectCaptures::captureWithoutTokensSaysWhy()
{
    QByteArray stripped = har(200, 2);
    stripped.replace("Bearer " + good(), "");
    stripped.replace("Authorization", "Accept");
    paste(stripped);
    QVERIFY(part<QWidget>(u"captureWords"_s)->isVisible());
    QVERIFY(!part<QWidget>(u"captureWords"_s)->accessibleName().isEmpty());
    QVERIFY(!part<VerdictBanner>()->isVisible());
    paste(good());
    QVERIFY(part<VerdictBanner>()->isVisible());
}

void TestInspectCaptures::wordsAreNoToken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWords");
    QTest::newRow("prose") << "The customer cannot sign in. What now?"_ba << true;
    QTest::newRow("lines") << "first\nsecond\n"_ba << true;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\1",
                                          7)
                            << true;
    QTest::newRow("one word") << "abcdefghijklmnopqrstuvwxyz012345"_ba << false;
    QTest::newRow("torn token") << "eyJhbGciOi JSUzI1NiJ9"_ba << false;
}

void TestInspectCaptures::wordsAreNoToken()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isWords);
    m_page->replaceInput(text);
    QCOMPARE(part<QWidget>(u"captureWords"_s)->isVisible(), isWords);
    QCOMPARE(part<VerdictBanner>()->isVisible(), !isWords);
    // Words stay whole; tokens fill their lines.
    const auto *editor = m_page->findChild<QPlainTextEdit *>(u"tokenText"_s);
    QCOMPARE(editor->wordWrapMode() == QTextOption::WrapAnywhere, !isWords);
}

void TestInspectCaptures::largeFileIsATable()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"<b>capture.har"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(har(200, 20'000));
    file.close();
    m_session->openFile(file.fileName());
    const auto *paste = part<QAbstractButton>(u"pasteToken"_s);
    QVERIFY(part<QWidget>(u"welcome"_s)->isVisible()
            && !paste->isVisible()); // says that it is read
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isExamining(), 30'000);
    QCOMPARE(list()->model()->rowCount(), 20'000);
    QVERIFY(!part<TokenEditor>()->isVisible());
    QVERIFY(part<VerdictBanner>()->isVisible());
    part<QAbstractButton>(u"closeCapture"_s)->click();
    QVERIFY(part<TokenEditor>()->isVisible());
    QVERIFY(part<QWidget>(u"welcome"_s)->isVisible());
    QVERIFY(paste->isVisible());
}

void TestInspectCaptures::hostileNamesStayText()
{
    paste("curl 'https://api.example/<img src=x>' -H 'Authorization: Bearer " + good()
          + "' -b '<b>x</b>=" + good() + "'");
    const QModelIndex first = list()->model()->index(0, 0);
    QVERIFY(!first.data(Qt::ToolTipRole).toString().contains("<img"_L1));
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains("&lt;img"_L1));
}

void TestInspectCaptures::ticketNamesTheRequest()
{
    QByteArray text = har(401, 1);
    text.replace("/item/0", "/item/0?code=topsecret&page=2");
    text.replace("\"status\":401,\"headers\":[]",
                 "\"status\":401,\"headers\":[{\"name\":\"WWW-Authenticate\",\"value\":"
                 "\"Bearer error=\\\"invalid_token\\\", error_description=\\\"The token is "
                 "expired\\\"\"}]");
    paste(text);
    for (QAction *action : m_page->editActions()) {
        if (action->objectName() == "copyForTicket"_L1)
            action->trigger();
    }
    const QString ticket = QGuiApplication::clipboard()->text();
    QVERIFY(ticket.contains("api.example/item/0"_L1));
    QVERIFY(ticket.contains("401"_L1));
    QVERIFY2(ticket.contains("#### What was answered\n\n- The backend says that the token had "
                             "expired"_L1),
             qPrintable(ticket));
    QVERIFY(!ticket.contains("topsecret"_L1));
    QVERIFY(!ticket.contains(QString::fromLatin1(good().split('.').last())));
}

//! Dropped on a field, a file is still read; only its name would be taken otherwise.
void TestInspectCaptures::fieldsLeaveFilesToThePage()
{
    struct Witness : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            entered += event->type() == QEvent::DragEnter ? 1 : 0;
            return false;
        }
        int entered = 0;
    } witness;
    m_page->installEventFilter(&witness);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/tmp/customer.har"_s)});
    int fields = 0;
    for (QLineEdit *field : m_page->findChildren<QLineEdit *>()) {
        if (!field->isVisible())
            continue;
        ++fields;
        QDragEnterEvent enter(QPoint(3, 3), Qt::CopyAction, &file, Qt::LeftButton, {});
        QCoreApplication::sendEvent(field, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(witness.entered, fields);
    }
    QVERIFY(fields >= 4);
}

void TestInspectCaptures::fileHeldAboveThePageIsAnnounced()
{
    const auto *veil = part<DropVeil>();
    QVERIFY(!veil->isVisible());
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/tmp/customer.har"_s)});
    const auto hold = [&] {
        QDragEnterEvent enter(QPoint(3, 3), Qt::CopyAction, &file, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_page.get(), &enter);
    };
    hold();
    QVERIFY(veil->isVisible());
    QCOMPARE(veil->accessibleName(), u"Drop to open customer.har"_s);
    QCOMPARE(veil->geometry(), m_page->rect());
    QVERIFY(m_page->childAt(m_page->rect().center()) != veil); // the page below takes the drop
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_page.get(), &leave);
    QVERIFY(!veil->isVisible());
    hold();
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &file, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QVERIFY(!veil->isVisible());
}

} // namespace ui

QTEST_MAIN(ui::TestInspectCaptures)
#include "tst_inspectcaptures.moc"
