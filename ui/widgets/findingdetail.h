// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/report/wording.h"
#include "ui/widgets/detailpane.h"

#include <QTextBrowser>

class QHBoxLayout;
class QTextCursor;

namespace ui {

//! Text with links that opens nothing by itself and fetches nothing.
class PlainBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

protected:
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
};

//! Something that can be done about a finding, as a button.
struct DetailAction
{
    int id = 0;
    QString argument;
    QString text;

    friend bool operator==(const DetailAction &, const DetailAction &) = default;
};

//! One finding at length: what is wrong, expected above found with the difference marked, what to
//! do, where the rule is written, and what can be done from here.
class FindingDetail final : public DetailPane
{
    Q_OBJECT

public:
    explicit FindingDetail(QWidget *parent = nullptr);

    void setFinding(const base::Finding &finding, const report::Wording &wording,
                    const QList<DetailAction> &actions);
    void clear();
    [[nodiscard]] QString plainText() const;

    //! Only the standards and Authgear's documents are ever opened, and only over https.
    [[nodiscard]] static bool mayOpen(const QUrl &url);

Q_SIGNALS:
    void actionTriggered(int id, const QString &argument);
    void linkActivated(const QUrl &url); //!< Has passed mayOpen().

protected:
    void changeEvent(QEvent *event) override;

private:
    FindingDetail(PlainBrowser *text, QWidget *parent);
    void render();
    void insertComparison(QTextCursor &cursor) const;
    void rebuildButtons();

    base::Finding m_finding;
    QLatin1StringView m_shownId;
    report::Wording m_wording;
    QList<DetailAction> m_actions;
    PlainBrowser *m_text;
    QWidget *m_buttonRow;
    QHBoxLayout *m_buttons;
};

} // namespace ui
