// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/inspectpage.h"

#include "core/report/wording.h"
#include "ui/pages/inspect/checkspanel.h"
#include "ui/pages/inspect/issueroffer.h"
#include "ui/pages/inspect/momentchoice.h"
#include "ui/pages/inspect/sightingspanel.h"
#include "ui/pages/inspect/tokenlinks.h"
#include "ui/pages/inspect/welcome.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/bytesview.h"
#include "ui/widgets/capturenote.h"
#include "ui/widgets/claimsview.h"
#include "ui/widgets/dropveil.h"
#include "ui/widgets/flattabs.h"
#include "ui/widgets/inputnote.h"
#include "ui/widgets/keysview.h"
#include "ui/widgets/policypanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/verdictbanner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

InspectPage::InspectPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_veil(new DropVeil(this))
{
    setObjectName(u"inspectPage"_s);
    setAcceptDrops(true);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(gap(this, 0.6));
    m_split->addWidget(buildLeft());
    m_split->addWidget(buildRight());
    m_split->setStretchFactor(0, 4);
    m_split->setStretchFactor(1, 7);
    m_split->setSizes({400, 720});
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_split);
    buildActions();
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->installEventFilter(this);
    connectSession();
    connectViews();
    updateFonts();
    m_policy->setPolicy(m_session->policy());
    m_editor->setBytes(m_session->input());
    showExamination();
    showVerdict();
}

QWidget *InspectPage::buildLeft()
{
    auto *left = new QWidget;
    m_inputLabel = new QLabel(tr("&Token, or what carried it"), left);
    m_editor = new TokenEditor(left);
    m_inputLabel->setTextFormat(Qt::PlainText);
    m_inputLabel->setBuddy(m_editor);
    m_inputLabel->setWordWrap(true);
    m_busy = new QLabel(tr("Checking\u2026"), left);
    m_busy->setTextFormat(Qt::PlainText);
    m_busy->hide();
    m_sightings = new SightingsPanel(m_session, left);
    m_note = new InputNote(left);
    m_policy = new PolicyPanel(left);
    m_column = new QVBoxLayout(left);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_inputLabel, 1);
    heading->addWidget(m_busy);
    m_column->setContentsMargins({});
    m_column->addLayout(heading);
    m_column->addWidget(m_editor, 1);
    m_column->addWidget(m_sightings, 1);
    m_column->addWidget(m_note);
    m_column->addWidget(m_policy);
    left->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    return left;
}

QWidget *InspectPage::buildRight()
{
    m_right = new QStackedWidget;
    m_welcome = new Welcome;
    auto *result = new QWidget;
    m_banner = new VerdictBanner;
    m_banner->setObjectName(u"verdictBanner"_s);
    m_moment = new MomentChoice(m_session);
    m_offer = new IssuerOffer(m_session);
    m_words = new CaptureNote(true);
    m_timeline = new Timeline;
    buildTabs();
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins({});
    column->addWidget(m_banner);
    column->addWidget(m_moment);
    column->addWidget(m_offer);
    column->addWidget(m_timeline);
    column->addWidget(m_tabs, 1);
    m_right->addWidget(m_welcome);
    m_right->addWidget(result);
    m_right->addWidget(m_words);
    m_right->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    return m_right;
}

void InspectPage::buildTabs()
{
    m_tabs = new FlatTabs;
    m_checks = new ChecksPanel;
    m_claims = new ClaimsView(ClaimSet::Payload);
    m_claims->setObjectName(u"claimsView"_s);
    m_header = new ClaimsView(ClaimSet::Header);
    m_header->setObjectName(u"headerView"_s);
    m_header->setEmptyText(tr("There is no header that could be read as JSON."));
    m_keys = new KeysView;
    m_keys->setEmptyText(tr("No keys yet. Give an issuer above and fetch its keys, or add a key "
                            "file or a secret from the Issuer menu."));
    m_bytes = new BytesView;
    m_tabs->addTab(m_checks, tr("Checks"));
    m_tabs->addTab(m_claims, tr("Claims"));
    m_tabs->addTab(m_header, tr("Header"));
    m_tabs->addTab(m_keys, tr("Keys"));
    m_tabs->addTab(m_bytes, tr("Bytes"));
}

void InspectPage::connectSession()
{
    connect(m_session, &Session::inputChanged, this,
            [this] { m_editor->setBytes(m_session->input()); });
    connect(m_session, &Session::policyChanged, this,
            [this] { m_policy->setPolicy(m_session->policy()); });
    connect(m_session, &Session::examinationChanged, this, &InspectPage::showExamination);
    connect(m_session, &Session::verdictChanged, this, &InspectPage::showVerdict);
    connect(&m_session->captures(), &CaptureDesk::captureChanged, this, &InspectPage::showCapture);
    connect(&m_session->captures(), &CaptureDesk::sightingChanged, this,
            &InspectPage::showChosenSighting);
    connect(&m_session->captures(), &CaptureDesk::readingChanged, this,
            &InspectPage::showEmptyState);
    connect(m_sightings, &SightingsPanel::closeRequested, this, [this] {
        replaceInput({});
        focusInput();
    });
    connect(m_session, &Session::fetchChanged, m_offer, &IssuerOffer::refresh);
}

void InspectPage::connectViews()
{
    connect(m_editor, &TokenEditor::edited, this, [this](const QByteArray &bytes) {
        m_session->setInput(bytes);
        showEmptyState();
    });
    connect(m_editor, &TokenEditor::filePasted, this, &InspectPage::fileDropped);
    connect(m_policy, &PolicyPanel::policyEdited, m_session, &Session::setPolicy);
    connect(m_welcome, &Welcome::pasteRequested, m_editor, &TokenEditor::paste);
    connect(m_welcome, &Welcome::openRequested, this, &InspectPage::openFileRequested);
    connect(m_checks, &ChecksPanel::remedyChosen, this, &InspectPage::applyRemedy);
    connect(m_checks, &ChecksPanel::findingChosen, this, [this](const base::Finding &finding) {
        highlight(tokenlinks::partOf(finding, m_session->examination().token), finding.span);
    });
    connect(m_claims, &ClaimsView::memberChosen, this, [this](const base::Span &span) {
        highlight(tokenlinks::payloadPart(m_session->examination().token), span);
    });
    connect(m_header, &ClaimsView::memberChosen, this, [this](const base::Span &span) {
        highlight(tokenlinks::headerPart(m_session->examination().token), span);
    });
    connect(m_bytes, &BytesView::byteChosen, this, &InspectPage::onByteChosen);
}

void InspectPage::replaceInput(const QByteArray &text)
{
    m_editor->setBytes(text);
    m_session->setInput(text);
    showEmptyState();
}

void InspectPage::pasteInput()
{
    m_editor->paste();
    focusInput();
}

void InspectPage::focusInput()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

void InspectPage::setSamples(QMenu *menu)
{
    m_welcome->setSamples(menu);
}

bool InspectPage::hasInput() const
{
    return !m_session->input().isEmpty() || !m_session->captures().fileName().isEmpty();
}

void InspectPage::setCurrentTab(Tab tab)
{
    m_tabs->setCurrent(tab);
}

void InspectPage::showEmptyState()
{
    const bool isEmpty = m_session->input().trimmed().isEmpty();
    m_busy->setVisible(m_session->isExamining());
    const bool hasFile = !m_session->captures().fileName().isEmpty();
    const bool hasOnlyWords = m_sightings->hasOnlyWords();
    m_welcome->setReading(hasFile && m_session->captures().isReading());
    m_right->setCurrentIndex(hasOnlyWords ? 2 : isEmpty && !m_session->hasToken() ? 0 : 1);
    m_editor->setVisible(!hasFile);
    m_editor->setProse(hasOnlyWords);
    m_inputLabel->setVisible(!hasFile);
    m_sightings->setVisible(m_sightings->isWorthShowing());
    m_note->setHeading(m_sightings->isWorthShowing() ? tr("The chosen one")
                                                     : tr("Found in this text"));
    // What is not in sight cannot be turned to or copied.
    const bool isJudged = m_right->currentWidget()->isAncestorOf(m_tabs);
    for (QAction *action : std::as_const(m_viewActions))
        action->setEnabled(isJudged);
    m_findClaim->setEnabled(isJudged);
    m_ticket->setEnabled(isJudged && m_session->hasToken());
    shareColumn();
    Q_EMIT inputShown();
}

bool InspectPage::isJudgingList() const
{
    return m_sightings->isJudging();
}

void InspectPage::showExamination()
{
    const verdict::Examination &examination = m_session->examination();
    const jose::Token &token = examination.token;
    m_note->setExamination(examination);
    m_claims->setEmptyText(tokenlinks::noClaimsText(examination));
    m_claims->setDocument(token.payload().json);
    m_header->setDocument(token.header().json);
    m_keys->setExamination(examination);
    m_bytes->setToken(token);
    m_checks->startOver();
    markUp({});
    showSuggestions();
    showEmptyState();
}

void InspectPage::showCapture()
{
    m_words->setFindings(m_sightings->hasOnlyWords() ? m_sightings->notices() : base::Findings(),
                         m_session->now());
    showEmptyState();
    showChosenSighting();
}

void InspectPage::showChosenSighting()
{
    const CaptureDesk &captures = m_session->captures();
    const capture::Sighting *chosen = captures.sighting();
    if (chosen != nullptr && !captures.isBareToken()
        && captures.capture().text == m_editor->bytes())
        m_editor->showOffset(chosen->span.start);
}

void InspectPage::showTimeline()
{
    const verdict::Verdict &verdict = m_session->verdict();
    const CaptureDesk &captures = m_session->captures();
    const auto captured = captures.capturedAt(captures.chosen());
    if (m_session->fixedInstant())
        m_timeline->setVerdict(verdict, {tr("judged"), m_session->wallClock(), tr("now")});
    else if (!captured)
        m_timeline->setVerdict(verdict);
    else if (captures.isAsOfCapture(captures.chosen()))
        m_timeline->setVerdict(verdict, {tr("captured"), m_session->wallClock(), tr("now")});
    else
        m_timeline->setVerdict(verdict, {tr("now"), *captured, tr("captured")});
    showWhatFits();
}

void InspectPage::showSuggestions()
{
    const jose::Token &token = m_session->examination().token;
    m_policy->setSuggestions(tokenlinks::audiences(token), tokenlinks::clientIds(token));
}

void InspectPage::showVerdict()
{
    const verdict::Verdict &verdict = m_session->verdict();
    const base::Findings carrying = m_session->captures().carrying();
    report::Headline headline = report::headline(m_session->examination(), verdict, carrying);
    const auto wrong = std::find_if(carrying.begin(), carrying.end(), [](const auto &finding) {
        return finding.outcome == base::Outcome::Fail;
    });
    // The token may be as good as it can be and still never arrive.
    if (wrong != carrying.end() && verdict.decision != verdict::Decision::Rejected)
        headline.subtitle = tr("But sent wrongly: %1 \u00b7 %2")
                                .arg(report::word(*wrong, verdict).inShort, headline.subtitle);
    m_banner->setVerdict(headline, verdict);
    m_moment->refresh();
    showTimeline();
    m_sightings->showVerdict();
    m_checks->setVerdict(verdict, carrying, possibilities());
    m_claims->setNow(verdict);
    m_header->setNow(verdict);
    m_offer->refresh();
    showCounts();
}

void InspectPage::showCounts()
{
    const int failed = m_checks->count(base::Outcome::Fail);
    const int warned = m_checks->count(base::Outcome::Warn);
    const int passed = m_checks->count(base::Outcome::Pass);
    QString title = tr("Checks");
    if (failed > 0)
        title += u"   %1 \u00d7"_s.arg(failed);
    if (warned > 0)
        title += u"   %1 !"_s.arg(warned);
    if (passed > 0)
        title += u"   %1 \u2713"_s.arg(passed);
    m_tabs->setTitle(
        ChecksTab, title,
        tr("Checks: %1 failed, %2 warnings, %3 passed").arg(failed).arg(warned).arg(passed));
}

Possibilities InspectPage::possibilities() const
{
    return {!m_session->issuerText().isEmpty() && !m_session->issuerProblem(),
            m_session->isIssuerUnconfirmed(), m_session->tokenIssuerHost()};
}

void InspectPage::highlight(int part, const base::Span &decoded)
{
    const QList<jose::Part> &parts = m_session->examination().token.parts();
    const bool isKnown = part >= 0 && part < parts.size() && decoded.isValid();
    m_bytes->setHighlight(isKnown ? part : -1, decoded);
    markUp(isKnown ? parts.at(part).textSpan(decoded) : base::Span());
}

void InspectPage::markUp(const base::Span &text)
{
    const jose::Token &token = m_session->examination().token;
    // A big text may still be examined: colours of the old one would stand in the wrong places.
    if (token.text() != m_session->cleaned().token) {
        m_editor->setMarkup({});
        return;
    }
    const base::Span place = m_session->cleaned().span;
    const qint64 start = std::max<qint64>(0, place.start);
    const CaptureDesk &captures = m_session->captures();
    const bool isFound = captures.sighting() != nullptr && !captures.isBareToken();
    if (isFound && captures.capture().text != m_editor->bytes()) {
        m_editor->setMarkup({});
        return;
    }
    // What is encoded once more in the text has no byte for each byte of the token.
    if (isFound && place.size() != token.text().size()) {
        m_editor->setMarkup({{{place, ColorRole::Text}}, {}, place});
        return;
    }
    Markup markup{tokenlinks::partColors(token, start), {}, isFound ? place : base::Span()};
    if (text.isValid())
        markup.highlight = {text.start + start, text.end + start};
    m_editor->setMarkup(markup);
}

void InspectPage::onByteChosen(int part, qint64 offset)
{
    const jose::Token &token = m_session->examination().token;
    ClaimsView *view = nullptr;
    if (part == tokenlinks::headerPart(token))
        view = m_header;
    else if (part == tokenlinks::payloadPart(token))
        view = m_claims;
    base::Span span{offset, offset + 1};
    if (view != nullptr) {
        view->chooseByte(offset);
        const QModelIndex member = view->model().indexAt(offset);
        if (member.isValid())
            span = member.data(ClaimsModel::SpanRole).value<base::Span>();
    }
    highlight(part, span);
}

void InspectPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateFonts();
}

void InspectPage::updateFonts()
{
    m_inputLabel->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_busy->setPalette(textPalette(palette(), ColorRole::Muted));
    showWhatFits();
}

} // namespace ui
