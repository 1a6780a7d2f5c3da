// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/finding.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class Session;
class WrapLabel;

//! The issuer's field with its history, the button that asks the network, and the state of the
//! keys. A token that is pasted here is handed on, never kept: only URL-shaped text stays.
class IssuerBar final : public QWidget
{
    Q_OBJECT

public:
    explicit IssuerBar(Session *session, QWidget *parent = nullptr);

    void setHistory(const QStringList &issuers);
    void focusField();
    //! There is an address that can be asked.
    [[nodiscard]] bool canFetch() const;

Q_SIGNALS:
    void tokenPasted(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void onEdited(const QString &text);
    void onButton();
    void showText();
    void showState();
    void watchTheTime();
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString askingText() const;
    [[nodiscard]] base::Outcome stateOutcome() const;

    Session *m_session;
    QComboBox *m_field = nullptr;
    QPushButton *m_button = nullptr;
    QLabel *m_icon = nullptr;
    WrapLabel *m_state = nullptr;
    QTimer m_seconds; //!< Runs while somebody waits for an answer.
    base::Instant m_askedAt{};
    QString m_askedFor; //!< The issuer that was being asked when that was stopped.
};

} // namespace ui
