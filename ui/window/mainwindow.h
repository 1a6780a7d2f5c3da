// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/window/settings.h"

#include <QMainWindow>

#include <functional>

class QActionGroup;
class QLabel;
class QMenu;

namespace ui {

class InspectPage;
class IssuerBar;
class RecentMenu;
class Session;

//! The frame around the pages: issuer bar, menus, settings, theme. It knows no token.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session *session, Settings *settings, QWidget *parent = nullptr);

    //! For this run only; the menu's choice is what is remembered.
    void applyThemeChoice(ThemeChoice choice);
    void openFile(const QString &path);
    void openText(const QByteArray &text);
    //! Nothing is under way that would change what is to be seen.
    [[nodiscard]] bool isSettled() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildPages();
    void buildMenus();
    //! An entry that would do nothing is grey.
    void onlyWhen(const std::function<bool()> &isPossible, QAction *action);
    void showPossible();
    [[nodiscard]] bool isJudgedNow() const;
    void buildFileMenu();
    void buildEditMenu();
    void buildIssuerMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void addMomentActions(QMenu *menu);
    void addThemeActions(QMenu *menu);
    void addZoomActions(QMenu *menu);

    void chooseFile();
    void chooseKeyFile();
    void chooseCaFile();
    void loadCaFile();
    void enterSecret();
    void enterMoment();
    void zoomTo(int steps);
    void wear(ThemeChoice choice);
    void rememberIssuer();
    void showHistory();
    void tell(const QString &title, const QString &text);
    void showMoment();
    void restoreShape();

    Session *m_session;
    Settings *m_settings;
    IssuerBar *m_issuerBar = nullptr;
    InspectPage *m_inspect = nullptr;
    QLabel *m_moment = nullptr; //!< That the verdict is not of now.
    RecentMenu *m_recent = nullptr;
    QActionGroup *m_themes = nullptr;
    QList<std::pair<QAction *, std::function<bool()>>> m_possible;
    ThemeChoice m_theme = ThemeChoice::System;
    double m_basePointSize = 0;
};

} // namespace ui
