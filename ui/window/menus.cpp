// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/mainwindow.h"

#include "core/practice/samples.h"
#include "core/report/wording.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/session.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/issuerbar.h"
#include "ui/window/momentdialog.h"
#include "ui/window/recentmenu.h"
#include "ui/window/secretdialog.h"
#include "ui/window/shortcutsdialog.h"

#include <QActionGroup>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

void openFileDialog(QWidget *parent, const QString &title, const QObject *receiver,
                    const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, receiver, chosen);
    dialog->open();
}

} // namespace

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildIssuerMenu();
    buildViewMenu();
    buildHelpMenu();
}

void MainWindow::onlyWhen(const std::function<bool()> &isPossible, QAction *action)
{
    m_possible.append({action, isPossible});
}

void MainWindow::showPossible()
{
    for (const auto &[action, isPossible] : std::as_const(m_possible))
        action->setEnabled(isPossible());
}

void MainWindow::buildFileMenu()
{
    auto *menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&Open a token or capture…"), QKeySequence::Open, this,
                    &MainWindow::chooseFile);
    auto *samples = menu->addMenu(tr("Open &sample"));
    samples->setToolTipsVisible(true);
    for (const auto &sample : practice::samples()) {
        auto *action = samples->addAction(QCoreApplication::translate("samples", sample.title));
        const QString name(sample.name);
        action->setObjectName("sample:"_L1 + name);
        action->setToolTip(QCoreApplication::translate("samples", sample.lesson));
        action->setStatusTip(action->toolTip());
        connect(action, &QAction::triggered, m_session,
                [this, name] { m_session->openSample(name); });
    }
    m_inspect->setSamples(samples);
    m_recent = new RecentMenu(m_settings, menu);
    menu->addMenu(m_recent);
    connect(m_recent, &RecentMenu::fileChosen, this, &MainWindow::openFile);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
}

void MainWindow::buildEditMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Edit"));
    menu->addAction(tr("&Paste as the new token"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
                    m_inspect, &InspectPage::pasteInput);
    onlyWhen([this] { return m_inspect->hasInput(); },
             menu->addAction(tr("C&lear the token"), QKeySequence(Qt::CTRL | Qt::Key_L), this,
                             [this] { openText({}); }));
    menu->addSeparator();
    menu->addActions(m_inspect->editActions());
}

void MainWindow::buildIssuerMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Issuer"));
    menu->addAction(tr("&Go to the issuer field"), QKeySequence(Qt::CTRL | Qt::Key_I), m_issuerBar,
                    &IssuerBar::focusField);
    onlyWhen([this] { return m_issuerBar->canFetch() && !m_session->isFetching(); },
             menu->addAction(tr("&Fetch keys"), QKeySequence(Qt::Key_F5), m_session,
                             &Session::fetchKeys));
    auto *stop = menu->addAction(tr("&Stop fetching"), m_session, &Session::cancelFetch);
    stop->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Period), QKeySequence(Qt::Key_Escape)});
    onlyWhen([this] { return m_session->isFetching(); }, stop);
    menu->addSeparator();
    menu->addAction(tr("Add &keys from a file…"), QKeySequence(Qt::CTRL | Qt::Key_K), this,
                    &MainWindow::chooseKeyFile);
    menu->addAction(tr("Add a shared s&ecret…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
                    this, &MainWindow::enterSecret);
    onlyWhen([this] { return !m_session->givenKeyLabels().isEmpty(); },
             menu->addAction(tr("F&orget keys and secrets given here"), m_session,
                             &Session::clearGivenKeys));
    menu->addSeparator();
    menu->addAction(tr("&Trust the CA of a file…"), this, &MainWindow::chooseCaFile);
    onlyWhen([this] { return !m_settings->caFile().isEmpty(); },
             menu->addAction(tr("Forget the C&A file"), this, [this] {
                 m_settings->setCaFile({});
                 m_session->setExtraCa({});
                 showPossible();
             }));
    onlyWhen([this] { return !m_settings->issuers().isEmpty(); },
             menu->addAction(tr("Forget all &remembered issuers"), this, [this] {
                 m_settings->clearIssuers();
                 showHistory();
             }));
}

void MainWindow::buildViewMenu()
{
    auto *menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(m_inspect->viewActions());
    menu->addAction(m_inspect->findClaimAction());
    menu->addSeparator();
    menu->addActions(m_inspect->captureActions());
    menu->addSeparator();
    addMomentActions(menu);
    menu->addSeparator();
    addThemeActions(menu);
    menu->addSeparator();
    addZoomActions(menu);
}

void MainWindow::addMomentActions(QMenu *menu)
{
    menu->addAction(tr("&Judge at another moment…"), QKeySequence(Qt::CTRL | Qt::Key_J), this,
                    &MainWindow::enterMoment);
    onlyWhen([this] { return !isJudgedNow(); },
             menu->addAction(tr("Judge no&w again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
                             m_session, &Session::judgeNow));
}

void MainWindow::addThemeActions(QMenu *menu)
{
    m_themes = new QActionGroup(this);
    const QStringList titles{tr("Theme of the s&ystem"), tr("&Light theme"), tr("&Dark theme")};
    for (int index = 0; index < titles.size(); ++index) {
        auto *action = menu->addAction(titles.at(index));
        action->setCheckable(true);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, index] {
            m_settings->setTheme(ThemeChoice(index));
            applyThemeChoice(ThemeChoice(index));
        });
    }
}

void MainWindow::addZoomActions(QMenu *menu)
{
    auto *larger
        = menu->addAction(tr("Lar&ger text"), this, [this] { zoomTo(m_settings->zoom() + 1); });
    larger->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    menu->addAction(tr("&Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), this,
                    [this] { zoomTo(m_settings->zoom() - 1); });
    menu->addAction(tr("&Normal text size"), QKeySequence(Qt::CTRL | Qt::Key_0), this,
                    [this] { zoomTo(0); });
}

void MainWindow::buildHelpMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1), this,
                    [this] { ShortcutsDialog::show(this); });
    menu->addAction(tr("&About Assay"), this, [this] { AboutDialog::show(this); });
}

void MainWindow::chooseFile()
{
    openFileDialog(this, tr("Open a token, HAR file, log or request"), this,
                   [this](const QString &path) { openFile(path); });
}

void MainWindow::chooseKeyFile()
{
    openFileDialog(
        this, tr("Add keys: JWK, JWK Set, PEM or DER"), this, [this](const QString &path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                tell(tr("This file cannot be read"), path + u'\n' + file.errorString());
                return;
            }
            constexpr qint64 maximumKeyBytes = 1024 * 1024;
            if (const auto error
                = m_session->addKeys(file.read(maximumKeyBytes), QFileInfo(path).fileName())) {
                const auto text = report::word(*error);
                tell(text.title, text.explanation + u'\n' + text.action);
            }
        });
}

void MainWindow::chooseCaFile()
{
    openFileDialog(this, tr("Trust the certificates of a PEM file"), this,
                   [this](const QString &path) {
                       m_settings->setCaFile(path);
                       loadCaFile();
                       showPossible();
                   });
}

void MainWindow::enterSecret()
{
    auto *dialog = new SecretDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::enterMoment()
{
    auto *dialog = new MomentDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
