// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/mainwindow.h"

#include "core/base/readall.h"
#include "core/report/times.h"
#include "core/report/wording.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wraplabel.h"
#include "ui/window/issuerbar.h"
#include "ui/window/issuernotice.h"
#include "ui/window/recentmenu.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QLabel>
#include <QScreen>
#include <QStatusBar>
#include <QStringConverter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr qint64 maximumCaBytes = 16 * 1024 * 1024;
//! A larger file is a capture to choose from and not a text to read.
constexpr qint64 mostShownBytes = 2 * 1024 * 1024;

//! Windows tools write UTF-16: as UTF-8 it can be read, and what was found has a place in it.
QByteArray readable(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding || *encoding == QStringConverter::Utf8)
        return bytes;
    const QString text = QStringDecoder(*encoding).decode(bytes);
    return text.toUtf8();
}

} // namespace

MainWindow::MainWindow(Session *session, Settings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_basePointSize(QApplication::font().pointSizeF())
{
    setWindowTitle(tr("Assay"));
    setMinimumSize(720, 480);
    // Before there are widgets: each would have to be told of the change.
    zoomTo(m_settings->zoom());
    wear(m_settings->theme());
    buildPages();
    buildMenus();
    auto *promise = new WrapLabel(this);
    promise->setMaximumLines(1);
    // As high as its line: so it stands in the middle, as what comes beside it.
    promise->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    promise->setText(tr("Nothing you paste leaves this computer, or is written to disk."));
    statusBar()->addWidget(promise, 1);
    showMoment();
    connect(m_session, &Session::verdictChanged, this, &MainWindow::showMoment);

    connect(m_session, &Session::fetchChanged, this, &MainWindow::rememberIssuer);
    for (const auto changed :
         {&Session::fetchChanged, &Session::issuerTextChanged, &Session::givenKeysChanged,
          &Session::examinationChanged, &Session::outlookChanged})
        connect(m_session, changed, this, &MainWindow::showPossible);
    connect(m_inspect, &InspectPage::inputShown, this, &MainWindow::showPossible);
    connect(m_session, &Session::policyChanged, this,
            [this] { m_settings->setPolicy(m_session->policy()); });
    connect(m_session, &Session::failed, this, [this](const base::Error &error) {
        const auto text = report::word(error);
        tell(text.title, text.explanation + u'\n' + text.action);
    });

    m_session->setPolicy(m_settings->policy());
    m_themes->actions().at(int(m_theme))->setChecked(true);
    showHistory();
    loadCaFile();
    restoreShape();
    showPossible();
}

void MainWindow::buildPages()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    m_issuerBar = new IssuerBar(m_session, centre);
    m_inspect = new InspectPage(m_session, centre);
    column->addWidget(m_issuerBar);
    column->addWidget(new IssuerNotice(m_session, centre));
    column->addWidget(m_inspect, 1);
    setCentralWidget(centre);
    connect(m_issuerBar, &IssuerBar::tokenPasted, this, [this](const QString &text) {
        openText(text.toUtf8());
        statusBar()->showMessage(
            tr("That is a token, not an issuer: it was put into the token field instead."), 10'000);
    });
    connect(m_inspect, &InspectPage::fileDropped, this, &MainWindow::openFile);
    connect(m_inspect, &InspectPage::openFileRequested, this, &MainWindow::chooseFile);
    connect(m_inspect, &InspectPage::copiedForTicket, this, [this] {
        statusBar()->showMessage(
            tr("Copied for a ticket: no token, and personal claims are masked."), 10'000);
    });
}

bool MainWindow::isSettled() const
{
    return !m_session->isOpeningSample() && !m_session->isFetching() && !m_session->isExamining()
        && !m_inspect->isJudgingList();
}

bool MainWindow::isJudgedNow() const
{
    const CaptureDesk &captures = m_session->captures();
    return !m_session->fixedInstant() && !captures.isAsOfCapture(captures.chosen());
}

//! A verdict for another moment must not be taken for one of now.
void MainWindow::showMoment()
{
    if (isJudgedNow()) {
        delete std::exchange(m_moment, nullptr);
        return;
    }
    if (m_moment == nullptr) {
        m_moment = new QLabel(this);
        m_moment->setObjectName(u"fixedInstant"_s);
        m_moment->setTextFormat(Qt::PlainText);
        statusBar()->addPermanentWidget(m_moment);
    }
    const auto judged = std::chrono::floor<std::chrono::seconds>(m_session->now());
    m_moment->setText(tr("Judged as of %1, not now").arg(report::utcText(judged)));
}

void MainWindow::restoreShape()
{
    if (!restoreGeometry(m_settings->geometry())) {
        const auto available = screen()->availableSize();
        resize(QSize(1280, 800).boundedTo(available));
    }
    m_inspect->restoreState(m_settings->splitters());
    m_inspect->focusInput();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings->setGeometry(saveGeometry());
    m_settings->setSplitters(m_inspect->saveState());
    QMainWindow::closeEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_theme == ThemeChoice::System)
        applyThemeChoice(m_theme);
    return QMainWindow::event(event);
}

void MainWindow::applyThemeChoice(ThemeChoice choice)
{
    m_themes->actions().at(int(choice))->setChecked(true);
    wear(choice);
}

void MainWindow::wear(ThemeChoice choice)
{
    m_theme = choice;
    if (choice == ThemeChoice::System) {
        // Without a palette of ours the system's shows through; Qt 6.4 has no other way to ask.
        QApplication::setPalette(QPalette());
        applyTheme(isDark(QApplication::palette()));
    } else {
        applyTheme(choice == ThemeChoice::Dark);
    }
}

void MainWindow::zoomTo(int steps)
{
    m_settings->setZoom(steps);
    auto font = QApplication::font();
    font.setPointSizeF(m_basePointSize + m_settings->zoom());
    QApplication::setFont(font);
}

void MainWindow::openText(const QByteArray &text)
{
    m_inspect->replaceInput(readable(text));
    m_inspect->focusInput();
}

void MainWindow::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_recent->forget(path);
        tell(tr("This file cannot be read"), path + u'\n' + file.errorString());
        return;
    }
    if (file.size() > mostShownBytes) {
        m_recent->add(path);
        return m_session->openFile(path);
    }
    // A pipe or a device tells no size before it is read, and some have no end.
    const auto text = base::readAll(file, path, base::mostPiped);
    if (!text) {
        const report::ErrorText words = report::word(text.error());
        return tell(words.title, words.explanation + u'\n' + words.action);
    }
    m_recent->add(path);
    if (text->isEmpty())
        tell(tr("This file is empty"),
             tr("%1 holds no bytes, so there is nothing to find. See that "
                "it was saved completely.")
                 .arg(path));
    else
        openText(*text);
}

void MainWindow::loadCaFile()
{
    const auto path = m_settings->caFile();
    if (path.isEmpty())
        return;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_session->setExtraCa(file.read(maximumCaBytes));
    else
        statusBar()->showMessage(tr("The CA file %1 cannot be read.").arg(path), 20'000);
}

void MainWindow::rememberIssuer()
{
    const auto &snapshot = m_session->snapshot();
    const bool isOurs = snapshot && snapshot->hasKeys() && !m_session->isIssuerUnconfirmed()
        && !m_session->isPracticing() && !m_session->isFetching();
    if (!isOurs)
        return;
    m_settings->addIssuer(snapshot->input.typed);
    showHistory();
}

void MainWindow::showHistory()
{
    m_issuerBar->setHistory(m_settings->issuers());
    showPossible();
}

void MainWindow::tell(const QString &title, const QString &text)
{
    (new MessageBox(QMessageBox::Warning, title, title, text, QMessageBox::Ok, this))->open();
}

} // namespace ui
