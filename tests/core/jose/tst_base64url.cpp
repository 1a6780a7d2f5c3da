// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace base64url = jose::base64url;

namespace {

//! All bytes in an order that puts every value into every position of a group.
QByteArray manyBytes(qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i)
        bytes.append(char(i * 7 + i / 256));
    return bytes;
}

QString joined(const QList<QLatin1StringView> &steps)
{
    QStringList names;
    for (const QLatin1StringView step : steps)
        names.append(step);
    return names.join(u'+');
}

} // namespace

class tst_Base64url final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void encodesWhatItDecodes();
    void agreesWithQtOnEveryLength();
    void refuses_data();
    void refuses();
    void refusesEveryForeignByteInEveryPosition();
    void refusesEverySetTrailingBit();
    void repairs_data();
    void repairs();
    void repairLeavesGoodTextAlone();
    void repairShowsTheGoodBeginning_data();
    void repairShowsTheGoodBeginning();
    void repairRemembersWhereCharactersStood();
    void repairKeepsPositionsWhereNothingMoved();
};

void tst_Base64url::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    // RFC 4648 section 10, without the padding that RFC 7515 section 2 forbids.
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("f") << "Zg"_ba
                       << "f"_ba;
    QTest::newRow("fo") << "Zm8"_ba
                        << "fo"_ba;
    QTest::newRow("foo") << "Zm9v"_ba
                         << "foo"_ba;
    QTest::newRow("foob") << "Zm9vYg"_ba
                          << "foob"_ba;
    QTest::newRow("fooba") << "Zm9vYmE"_ba
                           << "fooba"_ba;
    QTest::newRow("foobar") << "Zm9vYmFy"_ba
                            << "foobar"_ba;
    QTest::newRow("RFC 7515 appendix C") << "A-z_4ME"_ba << QByteArray::fromHex("03ecffe0c1");
    QTest::newRow("URL alphabet") << "-_-_"_ba << QByteArray::fromHex("fbffbf");
    QTest::newRow("zeros") << "AAAA"_ba << QByteArray(3, '\0');
}

void tst_Base64url::decodes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const auto decoded = base64url::decode(text);
    QVERIFY(decoded);
    QCOMPARE(*decoded, bytes);
    QCOMPARE(base64url::encode(bytes), text);
}

void tst_Base64url::encodesWhatItDecodes()
{
    for (qsizetype size = 0; size < 700; ++size) {
        const QByteArray bytes = manyBytes(size);
        QCOMPARE(base64url::decode(base64url::encode(bytes)).value(), bytes);
    }
}

void tst_Base64url::agreesWithQtOnEveryLength()
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    for (qsizetype size = 0; size < 700; ++size)
        QCOMPARE(base64url::encode(manyBytes(size)), manyBytes(size).toBase64(options));
}

void tst_Base64url::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, const char *id, qint64 offset,
                        const QString &detail) {
        QTest::newRow(name) << text << u"base64url."_s + QString::fromLatin1(id) << offset
                            << detail;
    };
    // The ten bad forms that other decoders let through.
    row("four trailing bits", "Zh", "trailing_bits", 1, u"h"_s);
    row("two trailing bits", "Zm9", "trailing_bits", 2, u"9"_s);
    row("trailing bits after a group", "Zm9vYR", "trailing_bits", 5, u"R"_s);
    row("length 1", "Z", "length", 0, u"1"_s);
    row("length 1 mod 4", "Zm9vY", "length", 4, u"5"_s);
    row("length 1 of zero bits", "A", "length", 0, u"1"_s);
    row("right padding", "Zg==", "padding", 2, u"="_s);
    row("over-padding", "Zm9v====", "padding", 4, u"="_s);
    row("white space before", " Zm9v", "whitespace", 0, u" "_s);
    row("white space after", "Zm9v\n", "whitespace", 4, u"\n"_s);
    row("white space inside", "Zm\t9v", "whitespace", 2, u"\t"_s);
    // And more that people paste.
    row("standard alphabet plus", "ab+/", "alphabet", 2, u"+"_s);
    row("standard alphabet slash", "/bcd", "alphabet", 0, u"/"_s);
    row("percent encoding", "Zg%3D", "alphabet", 2, u"%"_s);
    row("quote", "\"Zm9v\"", "alphabet", 0, u"\""_s);
    row("the first offender counts", "Zm9v Zm9v=", "whitespace", 4, u" "_s);
    row("a foreign character before the length", "Zm9v!", "alphabet", 4, u"!"_s);
    row("padding inside", "Zg==Zg==", "padding", 2, u"="_s);
    row("NUL", "Zm9v"_ba + QByteArray(4, '\0'), "alphabet", 4, QString(QChar(0)));
    row("no UTF-8", "Zm9\xFF", "alphabet", 3, u"0xFF"_s);
    row("cut UTF-8", "Zm\xC3", "alphabet", 2, u"0xC3"_s);
    row("umlaut", "Zm\xC3\xA4v", "alphabet", 2, u"ä"_s);
    row("emoji", "\xF0\x9F\x98\x80", "alphabet", 0, u"😀"_s);
    row("no-break space", "Zm\xC2\xA0", "whitespace", 2, QString(QChar(0xA0)));
    row("zero-width space", "Z\xE2\x80\x8B", "whitespace", 1, QString(QChar(0x200B)));
    row("byte order mark", "\xEF\xBB\xBFZ", "whitespace", 0, QString(QChar(0xFEFF)));
}

void tst_Base64url::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    QFETCH(qint64, offset);
    QFETCH(QString, detail);
    const auto decoded = base64url::decode(text);
    QVERIFY(!decoded);
    QCOMPARE(QString(decoded.error().id), id);
    QCOMPARE(decoded.error().offset, offset);
    QCOMPARE(decoded.error().detail, detail);
}

void tst_Base64url::refusesEveryForeignByteInEveryPosition()
{
    const QByteArray alphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_ba;
    for (int byte = 0; byte < 256; ++byte) {
        for (qsizetype at = 0; at < 11; ++at) {
            QByteArray text(11, 'A');
            text[at] = char(byte);
            const bool last = at == 10;
            const qsizetype value = alphabet.indexOf(char(byte));
            const auto decoded = base64url::decode(text);
            QCOMPARE(decoded.has_value(), value >= 0 && (!last || value % 4 == 0));
            if (!decoded)
                QCOMPARE(decoded.error().offset, at);
        }
    }
}

void tst_Base64url::refusesEverySetTrailingBit()
{
    int accepted = 0;
    for (const char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_ba) {
        accepted += base64url::decode("A"_ba + last).has_value() ? 1 : 0;
        accepted += base64url::decode("AA"_ba + last).has_value() ? 1 : 0;
    }
    QCOMPARE(accepted, 4 + 16); // AA AQ Ag Aw, and every fourth letter
}

void tst_Base64url::repairs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *steps, const QByteArray &text, const QByteArray &bytes) {
        QTest::addRow("%s: %s", steps, text.toPercentEncoding().constData())
            << text << QString::fromLatin1(steps) << bytes;
    };
    row("padding", "Zg=="_ba, "f"_ba);
    row("padding", "Zm9vYg="_ba, "foob"_ba);
    row("padding", "Zm9v===="_ba, "foo"_ba);
    row("standard_alphabet", "+/+/"_ba, QByteArray::fromHex("fbffbf"));
    row("standard_alphabet+padding", "+/8="_ba, QByteArray::fromHex("fbff"));
    row("whitespace", "Zm9v\r\n Ym\tFy"_ba, "foobar"_ba);
    row("whitespace", "Zm9v\xE2\x80\x8BYmFy"_ba, "foobar"_ba);
    row("quotes", "\"Zm9v\""_ba, "foo"_ba);
    row("quotes", "\xE2\x80\x9CZm9v\xE2\x80\x9D"_ba, "foo"_ba);
    row("quotes", "Zm9v\""_ba, "foo"_ba);
    row("whitespace+quotes", " \"Zm 9v\" "_ba, "foo"_ba);
    row("percent_encoding+padding", "Zg%3D%3d"_ba, "f"_ba);
    row("percent_encoding+padding", "Zg%253D%253D"_ba, "f"_ba);
    row("percent_encoding+whitespace", "Zm9v%0D%0AYmFy"_ba, "foobar"_ba);
    row("percent_encoding+standard_alphabet+padding", "%2B%2F8%3D"_ba, QByteArray::fromHex("fbff"));
    row("trailing_bits", "Zh"_ba, "f"_ba);
    row("trailing_bits", "Zm9"_ba, "fo"_ba);
    row("padding+trailing_bits", "Zm9="_ba, "fo"_ba);
    row("cut_off", "Zm9vY"_ba, "foo"_ba);
    row("whitespace+cut_off", "Zm9v\nY"_ba, "foo"_ba);
    row("percent_encoding+whitespace+quotes+standard_alphabet+padding+trailing_bits",
        "%22+/\n9%3D\""_ba, QByteArray::fromHex("fbff"));
}

void tst_Base64url::repairs()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, steps);
    QFETCH(QByteArray, bytes);
    QVERIFY(!base64url::decode(text));
    const base64url::Repair repair = base64url::repair(text);
    QVERIFY(repair.helps);
    QCOMPARE(joined(repair.steps), steps);
    QCOMPARE(repair.bytes, bytes);
}

void tst_Base64url::repairLeavesGoodTextAlone()
{
    for (const QByteArray &text : {""_ba, "Zm9vYg"_ba, "A-z_4ME"_ba}) {
        const base64url::Repair repair = base64url::repair(text);
        QVERIFY(repair.helps);
        QVERIFY(repair.steps.isEmpty());
        QVERIFY(repair.sources.isEmpty());
        QCOMPARE(repair.bytes, base64url::decode(text).value());
    }
}

void tst_Base64url::repairShowsTheGoodBeginning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a whole group") << "Zm9v!YmFy"_ba
                                   << "foo"_ba;
    QTest::newRow("two characters more") << "Zm9vYm!"_ba
                                         << "foob"_ba;
    QTest::newRow("one character more") << "Zm9vY!"_ba
                                        << "foo"_ba;
    QTest::newRow("over a line break") << "Zm9v\nYmFy\xC3\xA4"_ba
                                       << "foobar"_ba;
    QTest::newRow("padding inside") << "Zm8=Zm8="_ba
                                    << "fo"_ba;
    QTest::newRow("no percent encoding") << "Zm9v%zz"_ba
                                         << "foo"_ba;
    QTest::newRow("nothing") << "!"_ba
                             << ""_ba;
    QTest::newRow("half a byte") << "Z"_ba
                                 << ""_ba;
    QTest::newRow("only padding") << "=="_ba
                                  << ""_ba;
}

void tst_Base64url::repairShowsTheGoodBeginning()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const base64url::Repair repair = base64url::repair(text);
    QVERIFY(!repair.helps);
    QVERIFY(repair.steps.isEmpty());
    QCOMPARE(repair.bytes, bytes);
}

void tst_Base64url::repairRemembersWhereCharactersStood()
{
    const base64url::Repair repair = base64url::repair("\"Z\n%6D9v"_ba); // "Z, new line, m, 9, v
    QCOMPARE(repair.bytes, "foo"_ba);
    const QList<base::Span> expected{{1, 2}, {3, 6}, {6, 7}, {7, 8}};
    QCOMPARE(repair.sources, expected);
}

void tst_Base64url::repairKeepsPositionsWhereNothingMoved()
{
    for (const QByteArray &text : {"+/8="_ba, "Zm9="_ba, "Zm9v!"_ba})
        QVERIFY(base64url::repair(text).sources.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Base64url)
#include "tst_base64url.moc"
