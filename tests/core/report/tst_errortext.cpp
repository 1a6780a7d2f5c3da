// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"
#include "core/report/wording.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestErrorText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorOfTheSourceHasItsText();
    void noIdStandsTwice();
    void everyTextIsWhole_data();
    void everyTextIsWhole();
    void saysDetailAndPlaceWhereTheyAreKnown();
    void leavesOutWhatIsNotKnown();
    void missingKeySetIsNotCalledAMissingDocument();
    void makesHostileDetailVisible();
    void saysACauseInWords();
    void keepsPercentSignsOfTheDetail();
    void hasWordsForAnUnknownId();

private:
    static QList<const report::ErrorRow *> allRows();
};

QList<const report::ErrorRow *> TestErrorText::allRows()
{
    QList<const report::ErrorRow *> all;
    for (const auto rows : {report::tokenErrors(), report::keyErrors(), report::issuerErrors(),
                            report::networkErrors(), report::programErrors()}) {
        for (const auto &row : rows)
            all += &row;
    }
    return all;
}

//! Ids that are handed to failure() or base::Error in the rooms whose errors reach a person.
void TestErrorText::everyErrorOfTheSourceHasItsText()
{
    // The practice server answers its clients with these; they never reach a person here.
    const QSet<QString> internal{u"request"_s, u"http.listen"_s};
    static const QRegularExpression id(
        u"(?:failure\\(|Error\\{)\\s*\"([a-z0-9_]+)\\.([a-z0-9_]+)\"_L1"_s);
    const QDir source(QStringLiteral(ASSAY_TEST_DATA) + u"/../.."_s);
    QStringList missing;
    int seen = 0;
    for (const auto &folder : {u"core"_s, u"app"_s, u"ui/session"_s}) {
        QDirIterator files(source.filePath(folder), {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = id.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const auto match = matches.next();
                ++seen;
                const auto name = (match.captured(1) + u'.' + match.captured(2)).toLatin1();
                if (!internal.contains(match.captured(1))
                    && !internal.contains(QString::fromLatin1(name))
                    && report::findErrorRow(QLatin1StringView(name)) == nullptr)
                    missing += QString::fromLatin1(name);
            }
        }
    }
    QVERIFY(seen > 20);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

void TestErrorText::noIdStandsTwice()
{
    QSet<QByteArray> seen;
    for (const auto *row : allRows()) {
        const QByteArray id(row->id);
        QVERIFY2(!seen.contains(id), id.constData());
        seen.insert(id);
    }
}

void TestErrorText::everyTextIsWhole_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const auto *row : allRows())
        QTest::newRow(row->id) << QByteArray(row->id);
}

void TestErrorText::everyTextIsWhole()
{
    QFETCH(const QByteArray, id);
    for (const auto &detail : {QString(), u"DETAIL"_s}) {
        const auto words = report::word(base::Error{QLatin1StringView(id), detail, 7});
        for (const auto &text : {words.title, words.explanation, words.action}) {
            QVERIFY(!text.isEmpty());
            QVERIFY2(!text.contains(QRegularExpression(u"%[0-9]"_s)), qPrintable(text));
            QVERIFY2(!text.contains(u'!'), qPrintable(text));
            QVERIFY2(text.at(0).isUpper(), qPrintable(text));
        }
        QVERIFY2(!words.title.endsWith(u'.'), qPrintable(words.title));
        QVERIFY2(words.explanation.endsWith(u"It is at byte 7."_s), qPrintable(words.explanation));
    }
}

void TestErrorText::saysDetailAndPlaceWhereTheyAreKnown()
{
    const auto words = report::word(base::Error{"base64url.alphabet"_L1, u"+"_s, 42});
    QVERIFY(words.explanation.contains(u"The character is “+”."_s));
    QVERIFY(words.explanation.endsWith(u"It is at byte 42."_s));
}

//! A discovery document may well be there, and name keys that are not.
void TestErrorText::missingKeySetIsNotCalledAMissingDocument()
{
    const auto words
        = report::word(base::Error{"net.not_found"_L1, u"https://a.example/jwks"_s, -1});
    QVERIFY(!words.explanation.contains(u"neither"_s));
    QVERIFY(words.explanation.contains(u"names keys that have moved"_s));
    QVERIFY(words.explanation.contains(u"https://a.example/jwks"_s));
}

void TestErrorText::leavesOutWhatIsNotKnown()
{
    const auto words = report::word(base::Error{"base64url.alphabet"_L1, {}, -1});
    QVERIFY(!words.explanation.contains(u"The character is"_s));
    QVERIFY(!words.explanation.contains(u"byte"_s));
}

void TestErrorText::makesHostileDetailVisible()
{
    const auto words
        = report::word(base::Error{"net.forbidden"_L1, u"\u001b[31mred\u202e\nnext"_s, -1});
    for (const auto c : words.explanation)
        QVERIFY(c.unicode() >= 0x20 && c != u'\u202e');
    QVERIFY(words.explanation.contains(u"red"_s));
}

void TestErrorText::saysACauseInWords()
{
    const auto words = report::word(base::Error{"net.not_json"_L1, u"json.syntax"_s, 7});
    QVERIFY2(words.explanation.contains(u"“The JSON text breaks the grammar”"_s),
             qPrintable(words.explanation));
    QVERIFY(!words.explanation.contains(u"json.syntax"_s));
}

void TestErrorText::keepsPercentSignsOfTheDetail()
{
    const auto words = report::word(base::Error{"issuer.syntax"_L1, u"https://a%2F%1"_s, -1});
    QVERIFY2(words.explanation.contains(u"“https://a%2F%1”"_s), qPrintable(words.explanation));
}

void TestErrorText::hasWordsForAnUnknownId()
{
    const auto words = report::word(base::Error{"no.such"_L1, u"why"_s, -1});
    QVERIFY(!words.title.isEmpty());
    QVERIFY(words.explanation.contains(u"why"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
