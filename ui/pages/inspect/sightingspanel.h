// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/sightingsmodel.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QAction;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace ui {

class CaptureDesk;
class CaptureNote;
class Session;
class SightingsFilter;
class SortMenu;
class WrapLabel;

//! What was found in a pasted or opened capture: a list to choose from, a filter when it is long,
//! and what is to be said of the capture itself. Not there for a token alone.
class SightingsPanel final : public Card
{
    Q_OBJECT

public:
    explicit SightingsPanel(Session *session, QWidget *parent = nullptr);

    //! The row that is examined carries the verdict that the banner shows.
    void showVerdict();
    //! Something worth a place on the page.
    [[nodiscard]] bool isWorthShowing() const;
    //! Nothing to examine, and something to say about why.
    [[nodiscard]] bool hasOnlyWords() const;
    //! About the capture as a whole, or about the request that is chosen.
    [[nodiscard]] base::Findings notices() const;
    //! All rows are to be seen at once: it needs no more room than them.
    [[nodiscard]] bool isShort() const;
    //! In a low window the list gets the room of words.
    void setCompact(bool isCompact);

    //! Rows without a mark of their verdict are left.
    [[nodiscard]] bool isJudging() const { return m_later.isActive(); }

    //! For the menus: to the filter, and the orders of the list.
    [[nodiscard]] QList<QAction *> listActions() const;

Q_SIGNALS:
    void closeRequested(); //!< The file is to be put away.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLayout *buildHeading();
    void buildList();
    void buildActions();
    void showCapture();
    void showReading();
    void showChosen();
    void keepChosenInSight();
    void showCount();
    void fitList();
    void focusFilter();
    void judgeSome();
    void onCurrentChanged(const QModelIndex &current);
    [[nodiscard]] QModelIndex viewIndex(qsizetype sighting) const;

    Session *m_session;
    CaptureDesk &m_captures;
    SightingsModel *m_model;
    SightingsFilter *m_filter;
    QTreeView *m_list;
    QLineEdit *m_search;
    QLabel *m_count;
    WrapLabel *m_file;
    QPushButton *m_close;
    QProgressBar *m_progress;
    CaptureNote *m_note;
    QAction *m_find = nullptr;
    SortMenu *m_sorting = nullptr;
    QTimer m_later;
    bool m_isShowing = false;
};

} // namespace ui
