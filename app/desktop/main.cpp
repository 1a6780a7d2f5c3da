// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/options.h"
#include "app/desktop/screenshot.h"
#include "app/desktop/terminal.h"
#include "core/base/readall.h"
#include "core/jose/threadstate.h"
#include "ui/session/session.h"
#include "ui/window/fontsahead.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QIcon>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wrongUsage = 64;
constexpr int unreadableInput = 66;
constexpr int noDisplay = 69;

//! Qt would abort, with advice about its own installation.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    static_cast<void>(
        std::fputs("assay: there is no display to open a window on. assay-cli gives the "
                   "same judgement in a terminal, and --screenshot FILE writes a picture "
                   "of the window.\n",
                   stderr));
    std::_Exit(noDisplay);
}

//! Pictures and answers need none.
void doWithoutDisplay(int argc, char **argv)
{
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY")
        || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    constexpr std::array answers{"--screenshot", "--help", "-h", "--version", "-v"};
    const bool isAnswer = std::any_of(argv, argv + argc, [&answers](const char *argument) {
        return std::any_of(answers.begin(), answers.end(), [argument](const char *answer) {
            return QByteArrayView(argument).startsWith(answer);
        });
    });
    if (!hasDisplay && isAnswer)
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

// Tokens and secrets are in memory: they must not reach the disk when the program crashes.
void switchOffCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"assay"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Assay"_s);
    QGuiApplication::setDesktopFileName(u"com.authgear.assay"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/assay.svg"_s));
}

//! A file goes the way of the menu, a large one without being held, so here it is only looked at;
//! the stream must be held.
base::Result<QByteArray> readInput(const QString &name)
{
    QFile file(name);
    if (name == "-"_L1 && file.open(stdin, QIODevice::ReadOnly))
        return base::readAll(file, name, base::mostPiped);
    // Who writes a pipe would take an opening and closing for the end.
    const QFileInfo info(name);
    const bool isPipe = info.exists() && !info.isFile() && !info.isDir();
    if (isPipe || file.open(QIODevice::ReadOnly))
        return QByteArray();
    return base::failure("input.unreadable"_L1, name + u": "_s + file.errorString());
}

void begin(ui::Session *session, const desktop::Options &options)
{
    if (!options.sample.isEmpty())
        session->openSample(options.sample);
    if (!options.issuer.isEmpty()) {
        session->setIssuerText(options.issuer);
        session->fetchKeys();
    }
}

} // namespace

int main(int argc, char **argv)
{
    switchOffCoreDumps();
    jose::leaveCleaningToTheSystem();
    doWithoutDisplay(argc, argv);
    qInstallMessageHandler(endWithoutDisplay);
    const ui::FontsAhead fonts;
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    nameApplication();
    QTranslator translator;
    if (translator.load(QLocale(), u"assay"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&translator);

    const auto options = desktop::readOptions(QApplication::arguments());
    if (!options.answer.isEmpty()) {
        desktop::print(stdout, options.answer);
        return 0;
    }
    if (!options.problem.isEmpty()) {
        desktop::print(stderr, "assay: "_L1 + options.problem + "\nSee assay --help.\n"_L1);
        return wrongUsage;
    }
    base::Result<QByteArray> input;
    if (!options.input.isEmpty())
        input = readInput(options.input);
    if (!input) {
        desktop::complain(input.error());
        return unreadableInput;
    }

    const base::SystemClock clock;
    ui::Settings settings;
    ui::Session session(clock);
    session.setFixedInstant(options.at);
    ui::MainWindow window(&session, &settings);
    if (options.theme)
        window.applyThemeChoice(*options.theme);
    // A picture is the same whatever screen stands behind it; without a display that one is small.
    constexpr QSize pictureSize{1280, 800};
    if (options.size.isValid())
        window.resize(options.size);
    else if (!options.screenshot.isEmpty())
        window.resize(pictureSize);
    if (!input->isEmpty())
        window.openText(*input);
    else if (!options.input.isEmpty() && options.input != "-"_L1)
        window.openFile(options.input);
    window.show();
    // After the first paint: neither the practice issuer nor the network belongs to the start-up.
    QTimer::singleShot(0, &session, [&session, &options] { begin(&session, options); });
    if (!options.screenshot.isEmpty())
        QTimer::singleShot(0, &session,
                           [&] { new desktop::Screenshot(&window, options.screenshot, &window); });
    return QApplication::exec();
}
