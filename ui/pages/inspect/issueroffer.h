// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Session;
class WrapLabel;

//! Offers to fetch keys from the issuer that the token names, saying which host would be asked, and
//! then asks whether that issuer is the person's own. Nothing happens without the click.
class IssuerOffer final : public Card
{
    Q_OBJECT

public:
    explicit IssuerOffer(Session *session, QWidget *parent = nullptr);

    void refresh();
    //! In a low window the button alone says whom a click asks.
    void setCompact(bool isCompact);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void showOffer(const QString &text, const QString &button);

    Session *m_session;
    QBoxLayout *m_row;
    WrapLabel *m_text;
    QPushButton *m_button;
    bool m_asksToConfirm = false;
    bool m_isCompact = false;
};

} // namespace ui
