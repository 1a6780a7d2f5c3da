// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTabBar>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace ui {

//! Tabs as words on the window, with a line under the current one.
class FlatTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont tabFont() const;
};

//! A row of flat tabs, room beside them, and a card below with the chosen page.
class FlatTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit FlatTabs(QWidget *parent = nullptr);

    int addTab(QWidget *page, const QString &title);
    void setTitle(int index, const QString &title, const QString &spoken);
    //! A button that keeps its icon alone where its text would cover the tabs.
    void setCornerButton(QToolButton *button);
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    void focusPage(); //!< The keyboard goes to what the current tab shows.
    [[nodiscard]] int count() const;
    [[nodiscard]] QString title(int index) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitCorner();

    FlatTabBar *m_bar;
    QStackedWidget *m_pages;
    QHBoxLayout *m_row;
    QToolButton *m_corner = nullptr;
};

} // namespace ui
