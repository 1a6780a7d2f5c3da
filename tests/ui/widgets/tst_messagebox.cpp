// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagebox.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestMessageBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markupStaysText_data();
    void markupStaysText();
    void linesStayLines();
    void titleHasRoom();
    void closedBoxIsGone();
};

void TestMessageBox::markupStaysText_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::newRow("subject of a certificate") << u"Issued to: evil <b>bold</b>"_s;
    QTest::newRow("picture of this computer") << u"<img src=\"file:///etc/passwd\">"_s;
    QTest::newRow("link") << u"<a href='https://evil.example'>click</a>"_s;
    QTest::newRow("a whole page") << u"<html><body><h1>Trusted</h1></body></html>"_s;
}

void TestMessageBox::markupStaysText()
{
    QFETCH(const QString, foreign);
    MessageBox box(QMessageBox::Warning, foreign, foreign, foreign, QMessageBox::Ok, nullptr);
    box.setAttribute(Qt::WA_DeleteOnClose, false);
    box.open();
    int seen = 0;
    for (const QLabel *label : box.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        seen += label->text() == foreign ? 1 : 0;
    }
    QCOMPARE(seen, 2); // what is wrong, and the details
    QCOMPARE(box.informativeText(), foreign);
}

//! As rich text they would run together.
void TestMessageBox::linesStayLines()
{
    MessageBox one(QMessageBox::Warning, {}, u"text"_s, u"<i>a</i>"_s, QMessageBox::Ok, nullptr);
    MessageBox four(QMessageBox::Warning, {}, u"text"_s, u"<i>a</i>\nb\nc\nd"_s, QMessageBox::Ok,
                    nullptr);
    const int line = one.fontMetrics().lineSpacing();
    QVERIFY(four.sizeHint().height() >= one.sizeHint().height() + 2 * line);
}

void TestMessageBox::titleHasRoom()
{
    const QString title = u"This file cannot be read"_s;
    MessageBox box(QMessageBox::Warning, title, title, u"a"_s, QMessageBox::Ok, nullptr);
    constexpr int buttons = 160; // of a window manager
    QVERIFY(box.sizeHint().width() > box.fontMetrics().horizontalAdvance(title) + buttons);
}

void TestMessageBox::closedBoxIsGone()
{
    QWidget window;
    const QPointer<MessageBox> box
        = new MessageBox(QMessageBox::Warning, u"a"_s, u"b"_s, u"c"_s, QMessageBox::Ok, &window);
    box->open();
    box->button(QMessageBox::Ok)->click();
    QTRY_VERIFY(box.isNull());
}

} // namespace ui

QTEST_MAIN(ui::TestMessageBox)
#include "tst_messagebox.moc"
