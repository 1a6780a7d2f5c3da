// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/textpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using report::Ink;
using report::TextPage;

//! Lines for a terminal, of which none begins with what a stranger wrote.
class TestTextPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEveryLineWithAMark();
    void wrapsAtBlanks_data();
    void wrapsAtBlanks();
    void keepsRawLinesWhole();
    void paintsOnlyWhenAsked_data();
    void paintsOnlyWhenAsked();
};

void TestTextPage::beginsEveryLineWithAMark()
{
    TextPage page(20, false);
    page.heading(u"Findings"_s);
    page.entry(u'✗', Ink::Bad,
               u"::error:: one two three four five six seven eight nine ten eleven"_s);
    page.line(u"##vso[task] one two three four five six seven eight nine ten eleven"_s);
    page.raw(u"::add-mask::x"_s);
    const auto lines = page.text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.first(), u"Findings"_s);
    QVERIFY(lines.size() > 4);
    for (const auto &line : lines.mid(1))
        QVERIFY2(line.startsWith(u'✗') || line.startsWith(u'│'), qPrintable(line));
}

void TestTextPage::wrapsAtBlanks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("page");
    const auto row = [](const char *tag, const QString &text, const QString &page) {
        QTest::newRow(tag) << text << page;
    };
    const QString half(19, u'x');
    const QString address = u"https://example.com/a/long/path/to/nowhere"_s;
    row("fits", u"one two"_s, u"│ one two\n"_s);
    row("just fits", half + u' ' + half.mid(1), u"│ "_s + half + u' ' + half.mid(1) + u'\n');
    row("two lines", half + u' ' + half, u"│ "_s + half + u"\n│ "_s + half + u'\n');
    row("a long word stays whole", u"a "_s + address + u" b"_s,
        u"│ a\n│ "_s + address + u"\n│ b\n"_s);
}

void TestTextPage::wrapsAtBlanks()
{
    QFETCH(const QString, text);
    TextPage page(10, false); // taken for 40: narrower is no help
    page.line(text);
    QTEST(page.text(), "page");
}

void TestTextPage::keepsRawLinesWhole()
{
    TextPage page(10, false);
    page.raw(u"expected  https://example.com/ and more"_s);
    QCOMPARE(page.text(), u"│ expected  https://example.com/ and more\n"_s);
}

void TestTextPage::paintsOnlyWhenAsked_data()
{
    QTest::addColumn<Ink>("ink");
    QTest::addColumn<bool>("isPainted");
    QTest::newRow("plain") << Ink::Plain << false;
    QTest::newRow("good") << Ink::Good << true;
    QTest::newRow("bad") << Ink::Bad << true;
    QTest::newRow("doubtful") << Ink::Doubtful << true;
    QTest::newRow("quiet") << Ink::Quiet << true;
    QTest::newRow("strong") << Ink::Strong << true;
}

void TestTextPage::paintsOnlyWhenAsked()
{
    QFETCH(const Ink, ink);
    QCOMPARE(TextPage(80, false).painted(u"x"_s, ink), u"x"_s);
    const auto painted = TextPage(80, true).painted(u"x"_s, ink);
    QTEST(painted.startsWith(u"\u001b["_s), "isPainted");
    QCOMPARE(painted.endsWith(u"\u001b[0m"_s), painted != u"x"_s); // never left switched on
}

QTEST_GUILESS_MAIN(TestTextPage)
#include "tst_textpage.moc"
