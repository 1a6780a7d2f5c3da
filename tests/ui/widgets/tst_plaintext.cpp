// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tipShowsMarkupAsText_data();
    void tipShowsMarkupAsText();
    void longTipIsCut();
    void nothingHasNoTip();
    void copiesAreMarkedForPasswordManagers();
};

void TestPlainText::tipShowsMarkupAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("image") << u"<img src=\"file:///etc/passwd\">"_s;
    QTest::newRow("entity") << u"&lt;b&gt; & \"quotes\""_s;
    QTest::newRow("link") << u"<a href='https://evil.example'>click</a>"_s;
    QTest::newRow("closes the wrapper") << u"</span><h1>big</h1>"_s;
}

void TestPlainText::tipShowsMarkupAsText()
{
    QFETCH(const QString, text);
    const QString tip = plaintext::tip(text);
    QVERIFY(Qt::mightBeRichText(tip)); // so that Qt does not guess from the foreign part
    QTextDocument shown;
    shown.setHtml(tip);
    QCOMPARE(shown.toPlainText(), text);
}

void TestPlainText::longTipIsCut()
{
    QVERIFY(plaintext::tip(QString(1'000'000, u'x')).size() < 2000);
}

void TestPlainText::nothingHasNoTip()
{
    QCOMPARE(plaintext::tip({}), QString());
}

void TestPlainText::copiesAreMarkedForPasswordManagers()
{
    plaintext::copy(u"eyJhbGciOiJub25lIn0"_s);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"eyJhbGciOiJub25lIn0"_s);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    QVERIFY(!data->hasHtml());
}

} // namespace ui

QTEST_MAIN(ui::TestPlainText)
#include "tst_plaintext.moc"
