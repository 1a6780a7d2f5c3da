// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/inspect/remedies.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class BytesView;
class ChecksPanel;
class CaptureNote;
class ClaimsView;
class DropVeil;
class FlatTabs;
class InputNote;
class IssuerOffer;
class KeysView;
class MomentChoice;
class PolicyPanel;
class Session;
class SightingsPanel;
class Timeline;
class TokenEditor;
class VerdictBanner;
class Welcome;

//! A token on the left with what is required of it; the verdict and everything it stands on at the
//! right.
class InspectPage final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { ChecksTab, ClaimsTab, HeaderTab, KeysTab, BytesTab };

    explicit InspectPage(Session *session, QWidget *parent = nullptr);

    //! As if a person had pasted it: can be undone.
    void replaceInput(const QByteArray &text);
    void pasteInput(); //!< The clipboard replaces what was there: a text, or a copied file.
    void focusInput();
    void setSamples(QMenu *menu);
    void setCurrentTab(Tab tab);
    //! The list still waits for marks of verdicts.
    [[nodiscard]] bool isJudgingList() const;
    //! There is a text in the editor, or a file that was opened.
    [[nodiscard]] bool hasInput() const;

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    //! For the menus: undo, redo, "Copy for a ticket"; and one for each tab.
    [[nodiscard]] QList<QAction *> editActions() const { return m_editActions; }
    [[nodiscard]] QList<QAction *> viewActions() const { return m_viewActions; }
    //! To the filter of the claims, or of the header where that is in sight.
    [[nodiscard]] QAction *findClaimAction() const { return m_findClaim; }
    //! To filter and to sort what was found in a capture.
    [[nodiscard]] QList<QAction *> captureActions() const;

Q_SIGNALS:
    void fileDropped(const QString &path); //!< Or pasted.
    void openFileRequested();
    void copiedForTicket();
    void inputShown(); //!< hasInput() may be another.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildLeft();
    [[nodiscard]] QWidget *buildRight();
    void buildTabs();
    void buildActions();
    QAction *addEditAction(const QString &text, const QKeySequence &shortcut,
                           const std::function<void()> &slot);
    void connectSession();
    void connectViews();
    void updateFonts();

    void showExamination();
    void showVerdict();
    void showTimeline();
    void showCapture();
    void showChosenSighting();
    void showEmptyState();
    void showCounts();
    void showWhatFits();
    void shareColumn();
    void showSuggestions();
    void highlight(int part, const base::Span &decoded);
    void markUp(const base::Span &text);
    void onByteChosen(int part, qint64 offset);
    void applyRemedy(Remedy remedy, const QString &argument);
    void copyForTicket();
    void findClaim();
    [[nodiscard]] Possibilities possibilities() const;

    Session *m_session;
    QSplitter *m_split;
    DropVeil *m_veil;
    QLabel *m_inputLabel = nullptr;
    QLabel *m_busy = nullptr;
    QVBoxLayout *m_column = nullptr;
    TokenEditor *m_editor = nullptr;
    SightingsPanel *m_sightings = nullptr;
    InputNote *m_note = nullptr;
    PolicyPanel *m_policy = nullptr;
    QStackedWidget *m_right = nullptr;
    Welcome *m_welcome = nullptr;
    CaptureNote *m_words = nullptr;
    VerdictBanner *m_banner = nullptr;
    MomentChoice *m_moment = nullptr;
    IssuerOffer *m_offer = nullptr;
    Timeline *m_timeline = nullptr;
    FlatTabs *m_tabs = nullptr;
    ChecksPanel *m_checks = nullptr;
    ClaimsView *m_claims = nullptr;
    ClaimsView *m_header = nullptr;
    KeysView *m_keys = nullptr;
    BytesView *m_bytes = nullptr;
    QAction *m_ticket = nullptr;
    QList<QAction *> m_editActions;
    QList<QAction *> m_viewActions;
    QAction *m_findClaim = nullptr;
};

} // namespace ui
