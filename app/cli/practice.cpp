// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/practice.h"

#include "app/cli/exitcodes.h"
#include "app/cli/terminal.h"
#include "core/practice/endpoints.h"
#include "core/practice/samples.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

QString translated(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

Practice::Practice(PracticeOptions options, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_issuer(clock)
{
    connect(&m_issuer, &practice::PracticeIssuer::started, this, &Practice::onStarted);
    connect(&m_issuer, &practice::PracticeIssuer::failed, this, [this](const base::Error &error) {
        fail(error, error.id == "practice.port"_L1 ? WrongUsage : InternalError);
    });
}

void Practice::start()
{
    if (m_options.list)
        return list();
    const auto all = practice::samples();
    const bool known = m_options.print.isEmpty()
        || std::any_of(all.begin(), all.end(),
                       [&](const auto &row) { return m_options.print == row.name; });
    if (!known)
        return fail({"sample.unknown"_L1, m_options.print, -1}, WrongUsage);
    // A sample that is only printed needs a key and an address, and no particular port.
    const bool onlyPrints = !m_options.print.isEmpty() && !m_options.portGiven;
    m_issuer.start(onlyPrints ? quint16(0) : m_options.port);
}

void Practice::list()
{
    for (const auto &sample : practice::samples()) {
        writeOut(QString(sample.name).leftJustified(24) + translated("samples", sample.title)
                 + u": "_s + translated("samples", sample.lesson) + u'\n');
    }
    Q_EMIT finished(Accepted);
}

void Practice::onStarted(const QString &issuer)
{
    if (!m_options.saveKeys.isEmpty() && !saveKeys(issuer))
        return;
    if (!m_options.print.isEmpty()) {
        if (!printSample())
            return;
        if (!m_options.portGiven) {
            Q_EMIT finished(Accepted);
            return;
        }
    } else {
        writeOut(issuer + u'\n');
    }
    complain(translated("cli",
                        QT_TRANSLATE_NOOP("cli",
                                          "The practice issuer runs at %1. "
                                          "Ctrl+C ends it, and its key with it."))
                 .arg(issuer));
}

bool Practice::printSample()
{
    const auto name = m_options.print.toLatin1();
    const auto token
        = practice::mint(QLatin1StringView(name), m_issuer.samplesMint(), m_clock.now());
    if (!token) {
        fail(token.error(), InternalError);
        return false;
    }
    writeOut(*token + '\n');
    return true;
}

bool Practice::saveKeys(const QString &issuer)
{
    const auto now = m_clock.now();
    QFile file(m_options.saveKeys); // no QSaveFile: it would put a file in the place of a pipe
    const bool saved = file.open(QIODevice::WriteOnly)
        && file.write(practice::keySetJson({issuer, m_issuer.kid(), m_issuer.signingKey(), now}))
            > 0
        && file.flush();
    if (!saved)
        fail({"output.unwritable"_L1, m_options.saveKeys + u": "_s + file.errorString(), -1},
             UnreadableInput);
    return saved;
}

void Practice::fail(const base::Error &error, int exitCode)
{
    complain(error);
    Q_EMIT finished(exitCode);
}

} // namespace cli
