// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/escape.h"
#include "core/report/foreign.h"
#include "core/report/spec.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Foreign text inside our sentences.
class TestForeign final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsTemplates_data();
    void fillsTemplates();
    void shortensTheMiddle_data();
    void shortensTheMiddle();
    void neverCutsACharacter();
    void escapesAfterShortening();
    void knowsTheAddressOfARule_data();
    void knowsTheAddressOfARule();
};

void TestForeign::fillsTemplates_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    const auto row
        = [](const char *tag, const QString &sentence, const QStringList &arguments,
             const QString &text) { QTest::newRow(tag) << sentence << arguments << text; };
    row("in order", u"%1 is not %2"_s, {u"a"_s, u"b"_s}, u"a is not b"_s);
    row("out of order", u"%2, %1"_s, {u"a"_s, u"b"_s}, u"b, a"_s);
    row("twice", u"%1 %1"_s, {u"a"_s}, u"a a"_s);
    // QString::arg() would fill the second into the first.
    row("a number in an argument", u"%1 %2"_s, {u"%2"_s, u"b"_s}, u"%2 b"_s);
    row("none left", u"%1 %2."_s, {u"a"_s}, u"a ."_s);
    row("a percent sign of ours", u"100% of %1"_s, {u"a"_s}, u"100% of a"_s);
    row("no such number", u"%0 %"_s, {u"a"_s}, u"%0 %"_s);
}

void TestForeign::fillsTemplates()
{
    QFETCH(const QString, sentence);
    QFETCH(const QStringList, arguments);
    QTEST(report::filled(sentence, arguments), "text");
}

void TestForeign::shortensTheMiddle_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isShortened");
    QTest::newRow("nothing") << 0 << false;
    QTest::newRow("the limit") << 160 << false;
    QTest::newRow("one more") << 161 << true;
    QTest::newRow("a megabyte") << 1'000'000 << true;
}

void TestForeign::shortensTheMiddle()
{
    QFETCH(const int, size);
    const QString text = QString(size / 2, u'a') + QString(size - size / 2, u'z');
    const QString shown = report::shortened(text);
    QTEST(shown != text, "isShortened");
    QCOMPARE(shown.size(), std::min(qsizetype(160), text.size()));
    QCOMPARE(shown.contains(u'…'), shown != text);
    QCOMPARE(shown.endsWith(u'z'), size > 0); // names often differ at their end
}

// A half of a surrogate pair would be shown as a broken character.
void TestForeign::neverCutsACharacter()
{
    for (int shift = 0; shift < 4; ++shift) {
        QString text(shift, u'a');
        while (text.size() < 300)
            text += u"😀"_s;
        const QString shown = report::shortened(text);
        QVERIFY(shown.isValidUtf16());
        QVERIFY(shown.size() <= 160);
    }
}

void TestForeign::escapesAfterShortening()
{
    const QString hostile = u"\u001b[31m"_s + QString(500, u'x');
    const QString shown = report::foreign(hostile);
    QVERIFY(shown.startsWith(u"\\u{1B}[31mx"_s));
    QVERIFY(!shown.contains(u'\u001b'));
}

void TestForeign::knowsTheAddressOfARule_data()
{
    QTest::addColumn<QString>("url");
    const auto row = [](const char *spec, const QString &url) { QTest::newRow(spec) << url; };
    row("RFC 7519 section 4.1.3", u"https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3"_s);
    row("RFC 7515 appendix F", u"https://www.rfc-editor.org/rfc/rfc7515#appendix-F"_s);
    row("somebody said so", {});
    row("", {});
}

void TestForeign::knowsTheAddressOfARule()
{
    QTEST(report::specUrl(QString::fromLatin1(QTest::currentDataTag())), "url");
}

QTEST_GUILESS_MAIN(TestForeign)
#include "tst_foreign.moc"
