// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace ui {

class WrapLabel;

//! What stands in the place of the verdict as long as there is no token: three ways to get one.
class Welcome final : public Card
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);

    //! The list behind "Try a sample"; without one the button is not there.
    void setSamples(QMenu *menu);
    //! A file is being read: nothing is asked for meanwhile.
    void setReading(bool isReading);

Q_SIGNALS:
    void pasteRequested();
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void updateFonts();
    void showTexts();

    QLabel *m_title;
    WrapLabel *m_text;
    QPushButton *m_paste;
    QPushButton *m_open;
    QPushButton *m_sample;
    QBoxLayout *m_middle;
    QBoxLayout *m_buttons;
    bool m_isReading = false;
};

} // namespace ui
