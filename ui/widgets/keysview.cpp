// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/keysview.h"

#include "core/base/escape.h"
#include "core/report/wording.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Key sets are small; whatever a hostile one holds, this much of it is enough to look at.
constexpr qsizetype shownJson = 8 * 1024;

void appendFact(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines.append(name + u": "_s + base::escape::visible(value));
}

} // namespace

KeysView::KeysView(QWidget *parent)
    : QWidget(parent)
    , m_model(new KeysModel(this))
    , m_list(new QTreeView)
    , m_detail(new QPlainTextEdit)
    , m_empty(new QLabel)
    , m_content(new QSplitter(Qt::Vertical))
{
    auto *looks = new KeyLooks(this);
    looks->setSourceModel(m_model);
    m_list->setModel(looks);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Keys"));
    setFocusProxy(m_list);
    m_list->setRootIsDecorated(false);
    listview::prepare(m_list, {0.30, 0.12, 0.10, 0.10, 0.38});

    m_detail->setReadOnly(true);
    m_detail->setObjectName(u"keyDetail"_s);
    m_detail->setAccessibleName(tr("The chosen key"));
    m_detail->setTabChangesFocus(true);
    m_detail->setFont(monospace(font()));
    m_detail->document()->setDocumentMargin(0);

    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    auto *split = static_cast<QSplitter *>(m_content);
    split->addWidget(m_list);
    split->addWidget(new DetailPane(m_detail));
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_content, 1);
    all->addWidget(m_empty, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showKey(current.row()); });
}

void KeysView::setExamination(const verdict::Examination &examination)
{
    m_model->setExamination(examination);
    const bool isEmpty = m_model->rowCount() == 0;
    m_content->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const int row = std::max(0, m_model->verifiedRow());
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    showKey(isEmpty ? -1 : row);
    listview::share(m_list);
}

void KeysView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void KeysView::showKey(int row)
{
    const jose::KeyEntry *entry = m_model->entry(row);
    if (entry == nullptr) {
        m_detail->clear();
        return;
    }
    const QModelIndex index = m_model->index(row, KeysModel::ResultColumn);
    QStringList lines{index.data().toString()};
    if (entry->problem) {
        const report::ErrorText text = report::word(*entry->problem);
        lines.append(text.title);
        lines.append(text.explanation);
    }
    appendFact(lines, tr("Type"), m_model->index(row, KeysModel::TypeColumn).data().toString());
    appendFact(lines, tr("Key ID"), entry->key.isNull() ? QString() : entry->key.kid());
    appendFact(lines, tr("Use"), index.data(KeysModel::UseRole).toString());
    appendFact(lines, tr("Operations"),
               index.data(KeysModel::OperationsRole).toStringList().join(u", "_s));
    appendFact(lines, tr("Thumbprint (SHA-256)"), index.data(KeysModel::ThumbprintRole).toString());
    for (const base::Finding &finding : entry->findings)
        lines.append(report::word(finding, {}).title);
    QString json = index.data(KeysModel::JsonRole).toString();
    if (!json.isEmpty())
        lines.append(u'\n' + json.left(shownJson));
    lines.removeAll(QString());
    m_detail->setPlainText(lines.join(u'\n'));
}

void KeysView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_detail->setFont(monospace(font()));
}

} // namespace ui
