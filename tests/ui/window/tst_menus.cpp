// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/behaviours.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hostileserver.h"
#include "tests/ui/pages/handmade.h"
#include "tests/ui/pages/handmadehar.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shortcutsdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ui {

//! What the menus offer: everything by keyboard, nothing that would do nothing.
class TestMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyMnemonicIsThereOnce_data();
    void everyMnemonicIsThereOnce();
    void mnemonicsOfAMenuAreThereOnce();
    void entriesAreGreyUntilTheyDoSomething();
    void fetchingCanBeStoppedAndOnlyThen();
    void pastingNothingKeepsWhatIsThere();
    void copiedFileIsRead();
    void filesAreRememberedOnlyOnRequest();
    void fileThatIsGoneIsForgotten();
    void hostileFileNameStaysText();
    void shortcutListHoldsWhatIsInNoMenu();

private:
    [[nodiscard]] QAction *entry(const QString &text) const;
    [[nodiscard]] QMap<QString, QStringList> mnemonics() const;
    [[nodiscard]] QMenu *menu(const QString &title) const;
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;
    void open(const QByteArray &state);

    QTemporaryDir m_folder;
    support::FakeClock m_clock;
    std::unique_ptr<support::HostileServer> m_server;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestMenus::init()
{
    const QString name = QString::fromLatin1(QTest::currentTestFunction());
    m_settings = std::make_unique<Settings>(m_folder.filePath(name + ".ini"_L1));
    m_session = std::make_unique<Session>(m_clock);
    m_window = std::make_unique<MainWindow>(m_session.get(), m_settings.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMenus::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_settings.reset();
    m_server.reset();
}

QAction *TestMenus::entry(const QString &text) const
{
    for (const QMenu *one : m_window->menuBar()->findChildren<QMenu *>()) {
        for (QAction *action : one->actions()) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
    }
    qFatal("no entry %s", qPrintable(text));
}

QMenu *TestMenus::menu(const QString &title) const
{
    for (QMenu *one : m_window->menuBar()->findChildren<QMenu *>()) {
        if (QString(one->title()).remove(u'&') == title)
            return one;
    }
    return nullptr;
}

QString TestMenus::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

//! Of everything in sight, by key; the menu bar is always in sight.
QMap<QString, QStringList> TestMenus::mnemonics() const
{
    QStringList texts;
    for (const QAction *action : m_window->menuBar()->actions())
        texts.append(action->text());
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            texts.append(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
    }
    QMap<QString, QStringList> found;
    for (const QString &text : texts) {
        if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
            found[keys.toString()].append(text);
    }
    return found;
}

void TestMenus::everyMnemonicIsThereOnce_data()
{
    QTest::addColumn<QByteArray>("state");
    for (const char *state : {"empty", "issuer", "token", "capture", "file", "refused certificate"})
        QTest::newRow(state) << QByteArray(state);
}

void TestMenus::open(const QByteArray &state)
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    if (state == "issuer")
        m_session->setIssuerText(u"https://demo.example"_s);
    if (state == "token")
        m_window->openText(token); // with the offer to ask its own issuer
    if (state == "capture")
        m_window->openText(
            handmade::har({handmade::entry(token, 200), handmade::entry(token, 401)}));
    if (state == "file")
        m_session->openFile(write(u"a.har"_s, handmade::har({handmade::entry(token, 401)})));
    if (state == "refused certificate") {
        m_server = std::make_unique<support::HostileServer>(u"selfsigned"_s);
        m_session->setIssuerText(m_server->issuer());
        m_session->fetchKeys();
    }
}

void TestMenus::everyMnemonicIsThereOnce()
{
    QFETCH(const QByteArray, state);
    open(state);
    QTRY_VERIFY(!m_session->isExamining() && !m_session->isFetching());
    for (auto *more : m_window->findChildren<QAbstractButton *>(u"moreRequirements"_s))
        more->setChecked(true);
    QCoreApplication::processEvents(); // layouts show what was added
    const QMap<QString, QStringList> found = mnemonics();
    QVERIFY(found.size() >= 14);
    for (auto key = found.begin(); key != found.end(); ++key)
        QVERIFY2(key->size() == 1, qPrintable(key.key() + u": "_s + key->join(u" | "_s)));
}

void TestMenus::mnemonicsOfAMenuAreThereOnce()
{
    for (const QMenu *one : m_window->menuBar()->findChildren<QMenu *>()) {
        QSet<QString> taken;
        for (const QAction *action : one->actions()) {
            const QString keys = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(keys.isEmpty() || !taken.contains(keys),
                     qPrintable(one->title() + u" > "_s + action->text()));
            taken.insert(keys);
        }
    }
}

void TestMenus::entriesAreGreyUntilTheyDoSomething()
{
    const QStringList ofAToken{u"Clear the token"_s, u"Copy for a ticket"_s, u"Checks"_s,
                               u"Bytes"_s};
    const auto areEnabled = [this](const QStringList &texts, bool enabled) {
        return std::all_of(texts.begin(), texts.end(), [&](const QString &text) {
            return entry(text)->isEnabled() == enabled;
        });
    };
    QVERIFY(areEnabled(ofAToken, false));
    m_window->openText(handmade::signedToken(handmade::payload()));
    QVERIFY(areEnabled(ofAToken, true));
    entry(u"Clear the token"_s)->trigger();
    QVERIFY(areEnabled(ofAToken, false));
    m_window->openText("Nothing to see in these words.");
    QVERIFY(!entry(u"Copy for a ticket"_s)->isEnabled()); // no token
    QVERIFY(entry(u"Clear the token"_s)->isEnabled()); // and still a text

    const QString again = u"Judge now again"_s;
    QVERIFY(!entry(again)->isEnabled());
    m_session->setFixedInstant(base::Instant{});
    QVERIFY(entry(again)->isEnabled());
    entry(again)->trigger();
    QVERIFY(!m_session->fixedInstant() && !entry(again)->isEnabled());
    // A refused request is judged as of then by itself; the way back is the same.
    m_window->openText(
        handmade::har({handmade::entry(handmade::signedToken(handmade::payload()), 401)}));
    QTRY_VERIFY(entry(again)->isEnabled());
    entry(again)->trigger();
    QVERIFY(!entry(again)->isEnabled());
    QVERIFY(m_session->verdict().asOf == verdict::AsOf::Now);
    m_window->openText("Nothing to see in these words.");

    const QString keys = u"Forget keys and secrets given here"_s;
    QVERIFY(!entry(keys)->isEnabled());
    QVERIFY(!m_session->addSecret(base::SecretBytes(handmade::secret), jose::SecretEncoding::Utf8));
    QVERIFY(entry(keys)->isEnabled());
    entry(keys)->trigger();
    QVERIFY(!entry(keys)->isEnabled());
    QVERIFY(!entry(u"Forget the CA file"_s)->isEnabled());
    QVERIFY(!entry(u"Forget all remembered issuers"_s)->isEnabled());
}

void TestMenus::fetchingCanBeStoppedAndOnlyThen()
{
    support::HostileServer server;
    server.on("/.well-known/openid-configuration", support::silence());
    QVERIFY(!entry(u"Fetch keys"_s)->isEnabled());
    m_session->setIssuerText(server.issuer());
    QVERIFY(entry(u"Fetch keys"_s)->isEnabled());
    QVERIFY(!entry(u"Stop fetching"_s)->isEnabled());
    entry(u"Fetch keys"_s)->trigger();
    QTRY_VERIFY(entry(u"Stop fetching"_s)->isEnabled());
    QVERIFY(!entry(u"Fetch keys"_s)->isEnabled());
    entry(u"Stop fetching"_s)->trigger();
    QTRY_VERIFY(!m_session->isFetching());
    QVERIFY(entry(u"Fetch keys"_s)->isEnabled());
    entry(u"Fetch keys"_s)->trigger();
    QTRY_VERIFY(m_session->isFetching());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m_session->isFetching());
    m_session->setIssuerText(u"not an address at all"_s);
    QVERIFY(!entry(u"Fetch keys"_s)->isEnabled());
}

void TestMenus::pastingNothingKeepsWhatIsThere()
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    m_window->openText(token);
    QGuiApplication::clipboard()->clear();
    entry(u"Paste as the new token"_s)->trigger();
    QCOMPARE(m_session->input(), token);
    QGuiApplication::clipboard()->setText(u"other words here"_s);
    entry(u"Paste as the new token"_s)->trigger();
    QCOMPARE(m_session->input(), "other words here"_ba);
    entry(u"Undo"_s)->trigger();
    QCOMPARE(m_session->input(), token);
}

//! Copied in a file manager: what is meant is in it.
void TestMenus::copiedFileIsRead()
{
    const QByteArray token = handmade::signedToken(handmade::payload());
    const QString path = write(u"copied.txt"_s, "Bearer " + token);
    const auto copy = [](const QList<QUrl> &urls) {
        auto *data = new QMimeData;
        data->setUrls(urls);
        QGuiApplication::clipboard()->setMimeData(data);
    };
    copy({QUrl::fromLocalFile(path)});
    entry(u"Paste as the new token"_s)->trigger();
    QCOMPARE(m_session->input(), "Bearer " + token);
    m_window->openText({});
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
    QCOMPARE(m_session->input(), "Bearer " + token);
    // An address is a text like any other.
    copy({QUrl(u"https://demo.example/#access_token="_s + QString::fromLatin1(token))});
    entry(u"Paste as the new token"_s)->trigger();
    QVERIFY(m_session->input().startsWith("https://demo.example/"));
    QVERIFY(m_session->hasToken());
}

void TestMenus::filesAreRememberedOnlyOnRequest()
{
    const QString path = write(u"customer.txt"_s, handmade::signedToken(handmade::payload()));
    m_window->openFile(path);
    QVERIFY(m_settings->recentFiles().isEmpty());
    entry(u"Remember the files that I open"_s)->trigger();
    QTRY_VERIFY(m_settings->remembersFiles());
    QVERIFY(m_settings->recentFiles().isEmpty()); // not those of before
    m_window->openFile(path);
    QCOMPARE(m_settings->recentFiles(), QStringList{path});
    m_window->openText({});
    entry(u"customer.txt"_s)->trigger();
    QVERIFY(m_session->hasToken());
    entry(u"Remember the files that I open"_s)->trigger();
    QTRY_VERIFY(!m_settings->remembersFiles());
    QVERIFY(m_settings->recentFiles().isEmpty());
    QCOMPARE(menu(u"Open recent"_s)->actions().size(), 1);
}

void TestMenus::fileThatIsGoneIsForgotten()
{
    m_settings->setRemembersFiles(true);
    const QString path = write(u"gone.txt"_s, "Bearer abc");
    m_window->openFile(path);
    QVERIFY(QFile::remove(path));
    entry(u"gone.txt"_s)->trigger();
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box != nullptr && box->informativeText().contains(path));
    box->close();
    QVERIFY(m_settings->recentFiles().isEmpty());
}

void TestMenus::hostileFileNameStaysText()
{
    m_settings->setRemembersFiles(true);
    const QString name = u"<b>A&B \u202Etxt.exe"_s;
    m_window->openFile(write(name, "Bearer abc"));
    const QAction *shown = menu(u"Open recent"_s)->actions().first();
    QCOMPARE(shown->text(), u"<b>A&&B \\u{202E}txt.exe"_s);
    QVERIFY(!shown->toolTip().contains(u"<b>"_s));
}

void TestMenus::shortcutListHoldsWhatIsInNoMenu()
{
    const ShortcutsDialog dialog(m_window.get());
    const auto *table = dialog.findChild<QTableWidget *>();
    QStringList rows;
    for (int row = 0; row < table->rowCount(); ++row)
        rows.append(QStringList{table->item(row, 0)->text(), table->item(row, 1)->text(),
                                table->item(row, 2)->text()}
                        .join(u'|'));
    QVERIFY(rows.contains(u"Issuer|Fetch keys|F5"_s));
    QVERIFY2(rows.contains(u"Claims, Header members|Copy path|Ctrl+Alt+P"_s),
             qPrintable(rows.join(u'\n')));
    QCOMPARE(rows.filter(u"Copy path"_s).size(), 1);
    QCOMPARE(QSet<QString>(rows.begin(), rows.end()).size(), rows.size());
}

} // namespace ui

QTEST_MAIN(ui::TestMenus)
#include "tst_menus.moc"
