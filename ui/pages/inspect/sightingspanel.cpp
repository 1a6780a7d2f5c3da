// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/sightingspanel.h"

#include "core/base/escape.h"
#include "ui/models/sightingsfilter.h"
#include "ui/pages/inspect/sightingcolumns.h"
#include "ui/pages/inspect/sortmenu.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/capturenote.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/wraplabel.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostWithoutFilter = 12;
//! Up to this many the list takes the room of its rows, above it shares with the editor.
constexpr int mostInShort = 6;
constexpr int fewestSeen = 3;
//! What the GUI thread may spend at once.
constexpr auto slice = 6ms;
constexpr int progressSteps = 1000;

//! Several words, and nothing like the beginning of a token that was torn apart.
bool isProse(const QByteArray &text)
{
    const QByteArray inside = text.trimmed();
    return std::any_of(inside.begin(), inside.end(), [](char c) { return c == ' ' || c == '\n'; })
        && !inside.contains("eyJ");
}

} // namespace

SightingsPanel::SightingsPanel(Session *session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_captures(session->captures())
    , m_model(new SightingsModel(this))
    , m_filter(new SightingsFilter(this))
    , m_list(new QTreeView)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
    , m_file(new WrapLabel)
    , m_close(new QPushButton)
    , m_progress(new QProgressBar)
    , m_note(new CaptureNote)
{
    setObjectName(u"sightingsPanel"_s);
    setPadding(0.4);
    buildList();
    buildActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(this, 0.3));
    column->addLayout(buildHeading());
    column->addWidget(m_progress);
    column->addWidget(m_note);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addStretch();
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &SightingsPanel::judgeSome);
    connect(&m_captures, &CaptureDesk::captureChanged, this, &SightingsPanel::showCapture);
    connect(&m_captures, &CaptureDesk::sightingChanged, this, &SightingsPanel::showChosen);
    connect(&m_captures, &CaptureDesk::readingChanged, this, &SightingsPanel::showReading);
    connect(m_session, &Session::outlookChanged, this, [this] {
        m_model->forgetOutlooks();
        m_later.start();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback<bool> showing(m_isShowing, true);
        m_filter->setText(text);
        showChosen();
        showCount();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filter->index(0, 0));
    });
    showCapture();
    showReading();
}

QLayout *SightingsPanel::buildHeading()
{
    m_count->setTextFormat(Qt::PlainText);
    m_count->setObjectName(u"sightingsCount"_s);
    m_file->setRole(ColorRole::Muted);
    m_close->setObjectName(u"closeCapture"_s);
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_captures.isReading())
            m_captures.stopReading();
        else
            Q_EMIT closeRequested();
    });
    m_progress->setRange(0, progressSteps);
    m_progress->setAccessibleName(tr("How much of the file has been read"));
    m_search->setObjectName(u"sightingsFilter"_s);
    m_search->setPlaceholderText(tr("Filter: api.example, kind:id, status:401, verdict:rejected"));
    m_search->setAccessibleName(tr("Filter what was found"));
    m_search->setClearButtonEnabled(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_count);
    texts->addWidget(m_file);
    auto *heading = new QHBoxLayout;
    heading->addLayout(texts, 1);
    heading->addWidget(m_close, 0, Qt::AlignTop);
    return heading;
}

void SightingsPanel::buildList()
{
    auto *looks = new SightingLooks(this);
    looks->setSourceModel(m_model);
    m_filter->setSourceModel(looks);
    m_list->setModel(m_filter);
    m_list->setObjectName(u"sightingsList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setRootIsDecorated(false);
    listview::prepare(m_list, {0.32, 0.18, 0.36, 0.14, 0.0, 0.0});
    m_list->header()->setSectionsClickable(true);
    m_list->header()->setSortIndicatorClearable(true);
    m_list->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_list->setSortingEnabled(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SightingsPanel::onCurrentChanged);
}

//! A heading answers to the mouse alone.
void SightingsPanel::buildActions()
{
    m_sorting = new SortMenu(tr("S&ort what was found"), m_list, this);
    m_find = new QAction(tr("&Filter what was found"), this);
    m_find->setObjectName(u"filterSightings"_s);
    m_find->setShortcut(QKeySequence(u"Ctrl+Shift+F"_s));
    connect(m_find, &QAction::triggered, this, &SightingsPanel::focusFilter);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        m_sorting->popup(m_list->viewport()->mapToGlobal(point));
    });
}

QList<QAction *> SightingsPanel::listActions() const
{
    return {m_find, m_sorting->menuAction()};
}

void SightingsPanel::focusFilter()
{
    m_search->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool SightingsPanel::isWorthShowing() const
{
    const capture::Capture &capture = m_captures.capture();
    if (!m_captures.fileName().isEmpty())
        return true;
    return !m_captures.isBareToken()
        && (capture.sightings.size() > 1 || !capture.requests.isEmpty() || !notices().isEmpty());
}

bool SightingsPanel::hasOnlyWords() const
{
    if (m_captures.isReading() || !m_captures.capture().sightings.isEmpty())
        return false;
    // One word in which nothing is found is shown as the unreadable token that it may be.
    const bool isWords = isProse(m_session->input());
    const auto isTelling = [isWords](const base::Finding &finding) {
        if (finding.id == "capture.no_token"_L1)
            return isWords;
        return finding.id != "capture.empty"_L1 && finding.id != "capture.encoding"_L1;
    };
    const base::Findings said = notices();
    return !m_captures.fileName().isEmpty() || !m_captures.capture().requests.isEmpty()
        || std::any_of(said.begin(), said.end(), isTelling);
}

base::Findings SightingsPanel::notices() const
{
    const capture::Sighting *chosen = m_captures.sighting();
    base::Findings said;
    QSet<QPair<QString, QString>> known;
    for (const base::Finding &finding : m_captures.capture().findings) {
        const qsizetype request = capture::requestOf(finding);
        const bool isOurs = request < 0 || chosen == nullptr || request == chosen->request;
        // A hundred requests are refused with the same words.
        const QPair<QString, QString> key(finding.id, finding.found);
        if (!isOurs || known.contains(key))
            continue;
        known.insert(key);
        said.append(finding);
    }
    // Why there is nothing comes before what the answers say.
    if (chosen == nullptr)
        std::stable_partition(said.begin(), said.end(), [](const base::Finding &finding) {
            return finding.id.startsWith("capture."_L1);
        });
    return said;
}

void SightingsPanel::showCapture()
{
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    m_model->setCapture(m_captures.isBareToken() ? capture::Capture() : m_captures.capture());
    m_search->clear();
    m_search->setVisible(m_model->rowCount() > mostWithoutFilter);
    m_list->setVisible(m_model->rowCount() > 0);
    for (QAction *action : listActions())
        action->setEnabled(m_model->rowCount() > 1);
    judgeSome();
    showChosen();
    showCount();
    fitList();
}

void SightingsPanel::showReading()
{
    const bool isReading = m_captures.isReading() && !m_captures.fileName().isEmpty();
    const qint64 total = m_captures.bytesToRead();
    m_progress->setVisible(isReading);
    m_progress->setValue(total > 0 ? int(m_captures.bytesRead() * progressSteps / total) : 0);
    m_close->setVisible(!m_captures.fileName().isEmpty());
    m_close->setText(isReading ? tr("S&top reading") : tr("Close &the file"));
    m_file->setVisible(!m_captures.fileName().isEmpty());
    m_file->setText(tr("%1, %2; its text is not shown")
                        .arg(base::escape::visible(m_captures.fileName()),
                             QLocale().formattedDataSize(m_captures.fileSize())));
    showCount();
}

void SightingsPanel::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    const QString name = m_captures.fileName().isEmpty() ? tr("this text") : tr("this file");
    if (m_captures.isReading() && !m_captures.fileName().isEmpty())
        m_count->setText(tr("Reading\u2026"));
    else if (shown < all)
        m_count->setText(
            tr("%1 of %2 shown").arg(QLocale().toString(shown), QLocale().toString(all)));
    else
        m_count->setText(tr("Found in %1: %2").arg(name, QLocale().toString(all)));
}

QModelIndex SightingsPanel::viewIndex(qsizetype sighting) const
{
    return m_filter->mapFromSource(m_filter->sourceModel()->index(int(sighting), 0));
}

void SightingsPanel::showChosen()
{
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    const QModelIndex index = viewIndex(m_captures.chosen());
    // Where the filter hides the chosen one, no other row may look like it.
    if (index.row() != m_list->currentIndex().row())
        m_list->setCurrentIndex(index);
    keepChosenInSight();
    m_note->setFindings(notices(), m_session->now());
    m_note->setVisible(!m_note->isEmpty() && !hasOnlyWords() && !m_captures.isReading());
}

//! Later: a list that was just filled, or got another font, has no layout yet.
void SightingsPanel::keepChosenInSight()
{
    QMetaObject::invokeMethod(
        this, [this] { m_list->scrollTo(m_list->currentIndex()); }, Qt::QueuedConnection);
}

void SightingsPanel::onCurrentChanged(const QModelIndex &current)
{
    if (!m_isShowing && current.isValid())
        m_captures.choose(m_filter->mapToSource(current).row());
}

void SightingsPanel::judgeSome()
{
    const auto judge = [this](qsizetype row) {
        const Outlook seen = m_session->outlookOf(row);
        return SightingsModel::Outlook{seen.decision, seen.subject};
    };
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    const bool isLeft = m_model->judgeSome(judge, slice);
    if (isLeft && !m_later.isActive())
        m_later.start();
    if (isLeft)
        return;
    m_later.stop();
    sightingcolumns::fit(m_list); // Now it is known whom they are about.
}

void SightingsPanel::showVerdict()
{
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    m_model->setOutlook(
        m_captures.chosen(),
        {m_session->verdict().decision, Outlooks::subjectOf(m_session->examination().token)});
}

bool SightingsPanel::isShort() const
{
    return m_model->rowCount() <= mostInShort;
}

void SightingsPanel::setCompact(bool isCompact)
{
    m_note->setCompact(isCompact);
}

void SightingsPanel::fitList()
{
    const int rows = m_model->rowCount();
    const int row = std::max(1, m_list->sizeHintForRow(0));
    const int heading = m_list->header()->sizeHint().height();
    m_list->setMinimumHeight(heading + row * std::min(rows, fewestSeen));
    m_list->setMaximumHeight(isShort() ? heading + row * rows : QWIDGETSIZE_MAX);
    sightingcolumns::fit(m_list);
}

void SightingsPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    sightingcolumns::fit(m_list);
}

void SightingsPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_count->setFont(scaled(font(), 1.0, QFont::DemiBold));
        fitList();
        keepChosenInSight();
    }
}

} // namespace ui
