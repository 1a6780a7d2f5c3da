// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/textspans.h"

class QLabel;
class QStackedLayout;

namespace ui {

class LongTextView;
class TokenText;

//! Where the token is pasted. Short text can be typed into; text that would stall a text widget is
//! shown by one that lays out only what is seen. Undo reaches across both.
class TokenEditor final : public Card
{
    Q_OBJECT

public:
    explicit TokenEditor(QWidget *parent = nullptr);
    ~TokenEditor() override;
    Q_DISABLE_COPY_MOVE(TokenEditor)

    [[nodiscard]] QByteArray bytes() const;
    //! From a file, a sample or the session: can be undone, says nothing.
    void setBytes(const QByteArray &bytes);
    void setMarkup(const Markup &markup);
    //! Tokens fill their lines; words stay whole.
    void setProse(bool isProse);
    void showOffset(qint64 offset); //!< Scrolls there, when it is not to be seen.
    [[nodiscard]] bool isLong() const;

    void paste(); //!< The clipboard replaces everything.
    void clear();
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;

Q_SIGNALS:
    void edited(const QByteArray &bytes); //!< By a person: exactly what was pasted or typed.
    void filePasted(const QString &path); //!< A file was copied and pasted here: read it.
    void undoChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void replace(const QByteArray &bytes);
    void replaceByPerson(const QByteArray &bytes);
    void display(const QByteArray &bytes, bool keepHistory);
    void updateFonts();
    void onFocusChanged(const QWidget *now);

    TokenText *m_text;
    LongTextView *m_long;
    QLabel *m_note;
    QStackedLayout *m_stack;
    QList<QByteArray> m_undo; //!< Texts before a change that the text widget's own history misses.
    QList<QByteArray> m_redo;
};

} // namespace ui
