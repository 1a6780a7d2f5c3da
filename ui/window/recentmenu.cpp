// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/recentmenu.h"

#include "core/base/escape.h"
#include "ui/widgets/plaintext.h"
#include "ui/window/settings.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ui {

RecentMenu::RecentMenu(Settings *settings, QWidget *parent)
    : QMenu(tr("Open &recent"), parent)
    , m_settings(settings)
{
    setToolTipsVisible(true);
    rebuild();
}

void RecentMenu::add(const QString &path)
{
    m_settings->addRecentFile(QFileInfo(path).absoluteFilePath());
    rebuild();
}

void RecentMenu::forget(const QString &path)
{
    m_settings->forgetRecentFile(QFileInfo(path).absoluteFilePath());
    rebuild();
}

void RecentMenu::rebuild()
{
    clear();
    const QStringList files = m_settings->recentFiles();
    for (const QString &path : files)
        addFile(path);
    if (!files.isEmpty())
        addSeparator();
    QAction *remember = addAction(tr("Re&member the files that I open"));
    remember->setObjectName(u"rememberFiles"_s);
    remember->setCheckable(true);
    remember->setChecked(m_settings->remembersFiles());
    remember->setToolTip(tr("Their names are written to the settings file, never what is in them"));
    remember->setStatusTip(remember->toolTip());
    // Later: a menu must not lose the action that it is being told about.
    connect(
        remember, &QAction::toggled, this,
        [this](bool isOn) {
            m_settings->setRemembersFiles(isOn);
            rebuild();
        },
        Qt::QueuedConnection);
}

void RecentMenu::addFile(const QString &path)
{
    const QString name = base::escape::visible(QFileInfo(path).fileName());
    QAction *action = addAction(QString(name).replace(u'&', "&&"_L1));
    action->setToolTip(plaintext::tip(path));
    action->setStatusTip(base::escape::visible(path));
    connect(action, &QAction::triggered, this, [this, path] { Q_EMIT fileChosen(path); });
}

} // namespace ui
