// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/tracedtext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using jose::TracedText;

namespace {

// "0-1 1-7 …": where every byte came from.
QString traced(const TracedText &text)
{
    QStringList spans;
    for (qsizetype i = 0; i < text.bytes().size(); ++i)
        spans += u"%1-%2"_s.arg(text.source(i).start).arg(text.source(i).end);
    return spans.join(u' ');
}

TracedText::Replacement withoutDash(QByteArrayView rest)
{
    return rest.front() == '-' ? TracedText::Replacement{1, {}} : TracedText::Replacement{};
}

TracedText::Replacement doubled(QByteArrayView rest)
{
    return rest.startsWith("**") ? TracedText::Replacement{2, "xyz"} : TracedText::Replacement{};
}

} // namespace

//! Text that is rewritten and remembers where each byte came from.
class TestTracedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesJsonEscapes_data();
    void resolvesJsonEscapes();
    void readsHexNumbers_data();
    void readsHexNumbers();
    void remembersWhatWasTakenOut();
    void remembersWhatWasPutIn();
    void remembersThroughSeveralSteps();
    void cropsFromTheMiddle();
    void exchangesInPlace();
};

void TestTracedText::resolvesJsonEscapes_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sources");
    const auto row
        = [](const char *tag, const QByteArray &inner, const QByteArray &bytes,
             const QString &sources) { QTest::newRow(tag) << inner << bytes << sources; };
    // RFC 8259 section 7.
    row("none", "ab", "ab", u"0-1 1-2"_s);
    row("slash", R"(a\/b)", "a/b", u"0-1 1-3 3-4"_s);
    row("line end", R"(\n)", "\n", u"0-2"_s);
    row("quote and backslash", R"(\"\\)", "\"\\", u"0-2 2-4"_s);
    row("a letter", R"(\u0065b)", "eb", u"0-6 6-7"_s);
    row("two octets of UTF-8", R"(\u00e9)", "\xc3\xa9", u"0-6 0-6"_s);
    row("a pair", R"(\ud83d\ude00!)", "\xf0\x9f\x98\x80!", u"0-12 0-12 0-12 0-12 12-13"_s);
    row("half a pair", R"(\ud83dx)", "\xef\xbf\xbdx", u"0-6 0-6 0-6 6-7"_s);
    row("the other half", R"(\ude00)", "\xef\xbf\xbd", u"0-6 0-6 0-6"_s);
    row("capital digits", R"(\u004A)", "J", u"0-6"_s);
}

void TestTracedText::resolvesJsonEscapes()
{
    QFETCH(const QByteArray, inner);
    const TracedText text = jose::unescapedJson(inner);
    QTEST(text.bytes(), "bytes");
    QTEST(traced(text), "sources");
}

void TestTracedText::readsHexNumbers_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<int>("number");
    QTest::newRow("zero") << "0000"_ba << 0;
    QTest::newRow("both cases") << "aBcD"_ba << 0xabcd;
    QTest::newRow("a sign") << "-001"_ba << -1;
    QTest::newRow("a blank") << " 001"_ba << -1;
    QTest::newRow("a letter behind f") << "000g"_ba << -1;
}

void TestTracedText::readsHexNumbers()
{
    QFETCH(const QByteArray, digits);
    QTEST(jose::hexNumber(digits), "number");
}

void TestTracedText::remembersWhatWasTakenOut()
{
    TracedText text("a-b-c");
    QVERIFY(text.rewrite(withoutDash));
    QCOMPARE(text.bytes(), "abc"_ba);
    QCOMPARE(traced(text), u"0-1 2-3 4-5"_s);
    QVERIFY(!text.rewrite(withoutDash));
}

void TestTracedText::remembersWhatWasPutIn()
{
    TracedText text("a**b");
    QVERIFY(text.rewrite(doubled));
    QCOMPARE(text.bytes(), "axyzb"_ba);
    QCOMPARE(traced(text), u"0-1 1-3 1-3 1-3 3-4"_s);
}

void TestTracedText::remembersThroughSeveralSteps()
{
    TracedText text("-a**");
    QVERIFY(text.rewrite(withoutDash));
    QVERIFY(text.rewrite(doubled));
    QCOMPARE(text.bytes(), "axyz"_ba);
    QCOMPARE(traced(text), u"1-2 2-4 2-4 2-4"_s);
}

void TestTracedText::cropsFromTheMiddle()
{
    TracedText text("abcd");
    text.crop(1, 2);
    QCOMPARE(text.bytes(), "bc"_ba);
    QCOMPARE(traced(text), u"1-2 2-3"_s);
    text.crop(0, 1);
    QCOMPARE(traced(text), u"1-2"_s);
}

void TestTracedText::exchangesInPlace()
{
    TracedText text("a+b");
    QVERIFY(text.exchange('+', '-'));
    QVERIFY(!text.exchange('+', '-'));
    QCOMPARE(text.bytes(), "a-b"_ba);
    QVERIFY(text.sources().isEmpty());
}

QTEST_GUILESS_MAIN(TestTracedText)
#include "tst_tracedtext.moc"
