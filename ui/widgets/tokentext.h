// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/textspans.h"

#include <QPlainTextEdit>
#include <QTextLayout>

namespace ui {

//! Plain text that remembers the very bytes it was made from: carriage returns, a byte order mark
//! and malformed UTF-8 that the widget cannot hold come back unchanged as long as nobody types.
class TokenText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TokenText(QWidget *parent = nullptr);

    [[nodiscard]] QByteArray bytes() const;
    //! One step that can be undone. Says nothing.
    void replaceText(const QByteArray &bytes);
    //! Without a way back.
    void resetText(const QByteArray &bytes);
    void setMarkup(const Markup &markup);
    //! Scrolls there, when it is not to be seen; the cursor stays.
    void showOffset(qint64 offset);

Q_SIGNALS:
    void edited(); //!< By a person, also by undo.
    void pasted(const QByteArray &bytes); //!< Everything is to be replaced.
    void filePasted(const QString &path);
    void undoRequested();
    void redoRequested();

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Known
    {
        QString raw;
        QByteArray bytes;
    };
    void remember(const QByteArray &bytes);
    void updateColors();
    [[nodiscard]] QList<QTextLayout::FormatRange> coloredRuns() const;

    QList<Known> m_known;
    Markup m_markup;
    qint64 m_shown = -1; //!< Stays in sight until a person scrolls.
    bool m_isSilent = false;
    bool m_isSelectingByMouse = false;
};

} // namespace ui
