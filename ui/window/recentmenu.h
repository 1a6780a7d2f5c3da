// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMenu>

namespace ui {

class Settings;

//! The files that were opened last, if the person wants them remembered: names of captures name
//! customers, so nothing is written down until the switch in this menu is on, and all is forgotten
//! when it goes off.
class RecentMenu final : public QMenu
{
    Q_OBJECT

public:
    RecentMenu(Settings *settings, QWidget *parent);

    void add(const QString &path);
    void forget(const QString &path);

Q_SIGNALS:
    void fileChosen(const QString &path);

private:
    void rebuild();
    void addFile(const QString &path);

    Settings *m_settings;
};

} // namespace ui
