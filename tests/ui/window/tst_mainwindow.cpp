// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/behaviours.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hostileserver.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/models/sightingsmodel.h"
#include "ui/session/session.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wraplabel.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStringEncoder>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tokenPastedIntoTheIssuerFieldGoesWhereTokensBelong();
    void issuerThatWasOnlyTypedIsNotRemembered();
    void practiceIssuerIsNotRemembered();
    void failedVisitIsExplainedUnderTheField();
    void themeIsWornAndRemembered();
    void textSizeIsRemembered();
    void policyIsRememberedAndTheTokenIsNot();
    void everySampleIsInTheMenu();
    void noTwoActionsShareAShortcut();
    void everyControlHasAName();
    void tabKeyReachesEveryControl();
    void unreadableFileIsSaid();
    void emptyFileIsSaid();
    void textOfWindowsIsReadable();
    void captureLeavesNothingInTheSettings();
    void sampleOfACaptureIsShownWhereItCounts();
    void stateTooLongForTheWindowIsCutWithDots();
    void keysOfAnotherIssuerAreSaidToBe();
    void verdictOfAnotherMomentSaysWhich();
    void isSettledOnceEveryRowHasItsMark();

private:
    [[nodiscard]] QLineEdit *issuerField() const;
    [[nodiscard]] QList<QAction *> menuActions() const;

    QTemporaryDir m_folder;
    support::FakeClock m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    const auto file
        = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + ".ini"_L1);
    m_settings = std::make_unique<Settings>(file);
    m_session = std::make_unique<Session>(m_clock);
    m_window = std::make_unique<MainWindow>(m_session.get(), m_settings.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_settings.reset();
}

// A picture taken before shows a list half without marks.
void TestMainWindow::isSettledOnceEveryRowHasItsMark()
{
    constexpr int count = 3000; // takes many times as long as the list may hold up the window
    QByteArrayList entries;
    for (int i = 0; i < count; ++i) {
        const QByteArray claims = "{\"sub\":\"user " + QByteArray::number(i) + "\"}";
        entries.append(handmade::entry(
            "eyJhbGciOiJub25lIn0."
                + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                + '.',
            200));
    }
    m_window->openText(handmade::har(entries));
    const auto *rows = m_window->findChild<QTreeView *>(u"sightingsList"_s)->model();
    QTRY_COMPARE(rows->rowCount(), count);
    QTRY_VERIFY(m_window->isSettled());
    for (int row = 0; row < count; ++row)
        QVERIFY(rows->index(row, 0).data(SightingsModel::DecisionRole).isValid());
}

QLineEdit *TestMainWindow::issuerField() const
{
    const auto fields = m_window->findChildren<QComboBox *>();
    for (auto *field : fields) {
        if (field->accessibleName() == "Issuer URL"_L1)
            return field->lineEdit();
    }
    return nullptr;
}

QList<QAction *> TestMainWindow::menuActions() const
{
    QList<QAction *> leaves;
    const auto menus = m_window->menuBar()->findChildren<QMenu *>();
    for (const auto *menu : menus) {
        const auto actions = menu->actions();
        for (auto *action : actions) {
            if (!action->isSeparator() && action->menu() == nullptr)
                leaves.append(action);
        }
    }
    return leaves;
}

void TestMainWindow::tokenPastedIntoTheIssuerFieldGoesWhereTokensBelong()
{
    const auto token = u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."_s;
    issuerField()->setText(token);
    QCOMPARE(issuerField()->text(), QString());
    QCOMPARE(m_session->issuerText(), QString());
    QCOMPARE(m_session->input(), token.toUtf8());
}

void TestMainWindow::issuerThatWasOnlyTypedIsNotRemembered()
{
    issuerField()->setText(u"https://typed.example"_s);
    QCOMPARE(m_session->issuerText(), u"https://typed.example"_s);
    QVERIFY(m_settings->issuers().isEmpty());
}

void TestMainWindow::practiceIssuerIsNotRemembered()
{
    m_session->openSample(u"access"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->snapshot() && !m_session->isFetching(), 20'000);
    QVERIFY(m_session->snapshot()->hasKeys());
    QVERIFY(m_settings->issuers().isEmpty());
    QCOMPARE(issuerField()->text(), m_session->issuerText());
}

void TestMainWindow::failedVisitIsExplainedUnderTheField()
{
    auto *notice = m_window->findChild<QWidget *>(u"issuerNotice"_s);
    QVERIFY(!notice->isVisible());
    issuerField()->setText(u"http://127.0.0.1:1"_s);
    QTest::keyClick(issuerField(), Qt::Key_Return);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(!notice->accessibleName().isEmpty());
    QVERIFY(notice->accessibleDescription().contains("127.0.0.1"_L1));
}

void TestMainWindow::stateTooLongForTheWindowIsCutWithDots()
{
    m_window->resize(720, 480);
    m_session->setIssuerText(u"https://demo.example"_s);
    const auto *state = m_window->findChild<WrapLabel *>(u"issuerState"_s);
    QVERIFY(state->text().contains(u"nothing is sent"_s));
    m_window->grab();
    QVERIFY(state->toolTip().contains(u"Fetch keys"_s)); // there only when the text was cut
    QCOMPARE(state->accessibleName(), state->text());
    m_window->resize(1600, 600);
    m_window->grab();
    QCOMPARE(state->toolTip(), QString());
}

void TestMainWindow::keysOfAnotherIssuerAreSaidToBe()
{
    support::HostileServer server;
    server.on("/.well-known/openid-configuration",
              support::json(R"({"issuer":"https://other.example","jwks_uri":")" + server.base()
                            + R"(/jwks"})"));
    // RFC 7517 appendix A.1
    server.on("/jwks", support::json(R"({"keys":[{"kty":"EC","crv":"P-256",
        "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})"));
    m_session->setIssuerText(server.issuer());
    m_session->fetchKeys();
    QTRY_VERIFY(m_session->snapshot().has_value() && !m_session->isFetching());
    const auto *state = m_window->findChild<WrapLabel *>(u"issuerState"_s);
    QVERIFY2(state->text().startsWith(u"names another issuer"_s), qPrintable(state->text()));
}

void TestMainWindow::verdictOfAnotherMomentSaysWhich()
{
    QVERIFY(m_window->findChild<QLabel *>(u"fixedInstant"_s) == nullptr);
    m_session->setFixedInstant(base::Instant{});
    const MainWindow past(m_session.get(), m_settings.get());
    const auto *label = past.findChild<QLabel *>(u"fixedInstant"_s);
    QVERIFY(label != nullptr);
    QVERIFY(label->text().contains(u"1970-01-01 00:00:00 UTC"_s));
}

void TestMainWindow::themeIsWornAndRemembered()
{
    for (const bool dark : {true, false}) {
        const auto text = dark ? u"&Dark theme"_s : u"&Light theme"_s;
        const auto actions = menuActions();
        const auto action = std::find_if(actions.cbegin(), actions.cend(),
                                         [&](const QAction *one) { return one->text() == text; });
        QVERIFY(action != actions.cend());
        (*action)->trigger();
        QCOMPARE(isDark(QApplication::palette()), dark);
        QCOMPARE(m_settings->theme(), dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QVERIFY((*action)->isChecked());
    }
}

void TestMainWindow::textSizeIsRemembered()
{
    const auto before = QApplication::font().pointSizeF();
    QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    QCOMPARE(QApplication::font().pointSizeF(), before + 1);
    QCOMPARE(m_settings->zoom(), 1);
    QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_0));
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void TestMainWindow::policyIsRememberedAndTheTokenIsNot()
{
    m_window->openText("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");
    verdict::Policy policy;
    policy.profile = verdict::Profile::Access;
    policy.audiences = {u"https://api.example"_s};
    m_session->setPolicy(policy);
    m_window->close();
    QCOMPARE(m_settings->policy(), policy);
    QFile file(m_folder.filePath(u"policyIsRememberedAndTheTokenIsNot.ini"_s));
    m_settings.reset(); // writes
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = file.readAll();
    QVERIFY(written.contains("api.example"));
    QVERIFY(!written.contains("eyJ"));
    m_window.reset();
}

void TestMainWindow::everySampleIsInTheMenu()
{
    const auto actions = menuActions();
    const auto count = std::count_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->objectName().startsWith("sample:"_L1);
    });
    QVERIFY(count >= 20);
}

void TestMainWindow::emptyFileIsSaid()
{
    QFile file(m_folder.filePath(u"empty.har"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    m_window->openFile(file.fileName());
    const auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QVERIFY(box->text().contains("empty"_L1));
    QVERIFY(box->informativeText().contains(file.fileName()));
}

//! The editor shows what can be read, and the light stands where the token does.
void TestMainWindow::textOfWindowsIsReadable()
{
    const QString text = u"GET /me HTTP/1.1\r\nHost: api.example\r\nX-Name: \u9673\r\n"
                         "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.\r\n\r\n"_s;
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder.encode(text);
    QFile file(m_folder.filePath(u"windows.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    m_window->openFile(file.fileName());
    QCOMPARE(m_session->input(), text.toUtf8());
    const base::Span span = m_session->cleaned().span;
    QCOMPARE(m_session->input().mid(span.start, span.size()),
             "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."_ba);
}

void TestMainWindow::captureLeavesNothingInTheSettings()
{
    QFile file(m_folder.filePath(u"customer-4711.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("curl https://api.customer.example/v1 -H 'Authorization: Bearer "
               "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.' -b 'session=abc'");
    file.close();
    m_window->openFile(file.fileName());
    QVERIFY(m_session->hasToken());
    m_session->openFile(file.fileName());
    QTRY_VERIFY(!m_session->isExamining());
    m_window->close();
    m_window.reset();
    m_session.reset();
    m_settings.reset();
    QFile written(m_folder.filePath(u"captureLeavesNothingInTheSettings.ini"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray all = written.readAll();
    QVERIFY(!all.isEmpty());
    for (const char *word : {"eyJ", "customer", "4711", "session=", "api."})
        QVERIFY2(!all.contains(word), word);
}

//! Judged as of the refusal; the keys were fetched now all the same, and the token is in sight.
void TestMainWindow::sampleOfACaptureIsShownWhereItCounts()
{
    m_session->openSample(u"har"_s);
    QTRY_VERIFY(!m_session->isOpeningSample() && !m_session->isFetching() && m_session->hasToken());
    QVERIFY(m_session->now() < m_session->wallClock());
    const auto *state = m_window->findChild<WrapLabel *>(u"issuerState"_s);
    QVERIFY2(!state->text().contains(" in 1 min"_L1), qPrintable(state->text()));
    const auto *text = m_window->findChild<QPlainTextEdit *>(u"tokenText"_s);
    QTRY_VERIFY(text->verticalScrollBar()->value() > 0);
}

void TestMainWindow::noTwoActionsShareAShortcut()
{
    std::set<QString> taken;
    const auto actions = menuActions();
    for (const auto *action : actions) {
        for (const auto &keys : action->shortcuts()) {
            const auto isNew = taken.insert(keys.toString()).second;
            QVERIFY2(isNew, qPrintable(action->text() + ": "_L1 + keys.toString()));
        }
    }
    QVERIFY(taken.size() > 10);
}

void TestMainWindow::everyControlHasAName()
{
    const auto widgets = m_window->findChildren<QWidget *>();
    for (const auto *widget : widgets) {
        const bool isPart = widget->parentWidget()->focusProxy() == widget
            || qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr;
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || isPart)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty()
            || (button != nullptr && !button->text().isEmpty())
            || qobject_cast<const QTabBar *>(widget) != nullptr;
        QVERIFY2(isNamed,
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName()));
    }
}

void TestMainWindow::tabKeyReachesEveryControl()
{
    m_session->openSample(u"access"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->hasToken() && !m_session->isFetching(), 20'000);
    std::set<const QWidget *> reached;
    issuerField()->setFocus();
    for (int step = 0; step < 60; ++step) {
        reached.insert(QApplication::focusWidget());
        // Ctrl+Tab leaves a text field that takes Tab for itself.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const auto combos = m_window->findChildren<QComboBox *>();
    for (const auto *combo : combos) {
        if (!combo->isVisible())
            continue;
        const bool isReached = reached.count(combo) > 0 || reached.count(combo->lineEdit()) > 0;
        QVERIFY2(isReached, qPrintable(combo->accessibleName()));
    }
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        if (button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus))
            QVERIFY2(reached.count(button) > 0, qPrintable(button->text()));
    }
}

void TestMainWindow::unreadableFileIsSaid()
{
    m_window->openFile(m_folder.filePath(u"not there"_s));
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    box->close();
    QVERIFY(m_session->input().isEmpty());
}

} // namespace ui

QTEST_MAIN(ui::TestMainWindow)
#include "tst_mainwindow.moc"
