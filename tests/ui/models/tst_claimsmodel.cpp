// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimsmodel.h"

#include "core/report/times.h"
#include "tests/support/zone.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

base::json::Document document(const QByteArray &text)
{
    return base::json::Document::read(text);
}

QByteArray manyClaims(int count)
{
    QByteArray text = "{";
    for (int i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        text += "\"claim_" + QByteArray::number(i) + "\":{\"value\":[" + QByteArray::number(i)
            + ",true],\"name\":\"n\"}";
    }
    return text + "}";
}

//! Depth-first, one "name=value" a line, two blanks a level.
void draw(const QAbstractItemModel &model, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, ClaimsModel::NameColumn, parent);
        const QModelIndex value = model.index(row, ClaimsModel::ValueColumn, parent);
        lines.append(QString(2 * depth, u' ') + name.data().toString() + u'='
                     + value.data().toString());
        draw(model, name, depth + 1, lines);
    }
}

QString drawn(const QAbstractItemModel &model)
{
    QStringList lines;
    draw(model, {}, 0, lines);
    return lines.join(u'\n');
}

QByteArray spanned(const ClaimsModel &model, const QModelIndex &index, int role)
{
    const auto span = index.data(role).value<base::Span>();
    return model.document().bytes().mid(span.start, span.size());
}

} // namespace

class TestClaimsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasSentInItsOrder();
    void everyLevelPassesTheModelTester();
    void numbersKeepTheirText_data();
    void numbersKeepTheirText();
    void duplicatesStandTwiceAndSaySo();
    void knownClaimsHaveAMeaning();
    void headerUsesTheOtherDictionary();
    void timesAreTimesOnlyAtTheTop_data();
    void timesAreTimesOnlyAtTheTop();
    void timeFormsChangeOnlyTimeCells();
    void localTimeIsToldWhereItIsNotUtc();
    void relativeTimesFollowTheClock();
    void spansPointAtTheBytes();
    void byteFindsItsMember();
    void pointerNamesThePlace();
    void scalarIsTheOnlyRow();
    void brokenTextShowsWhatCouldBeRead();
    void controlCharactersBecomeVisible();
    void longValueIsCutForShowingOnly();
    void levelsAreResolvedWhenAsked();
    void replacingTheDocumentForgetsTheOldOne();
};

void TestClaimsModel::showsWhatWasSentInItsOrder()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"z":1,"a":{"y":[true,null,"x"],"b":{}},"m":"text"})"));
    QCOMPARE(drawn(model), uR"(z=1
a={"y":[true,null,"x"],"b":{}}
  y=[true,null,"x"]
    [0]=true
    [1]=null
    [2]=x
  b={}
m=text)"_s);
}

void TestClaimsModel::everyLevelPassesTheModelTester()
{
    ClaimsModel model(ClaimSet::Payload);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDocument(document(R"({"a":{"b":{"c":[[1],[2,{"d":null}]]}},"a":[],"e":{}})"));
    QVERIFY(drawn(model).contains(u"d=null"_s));
    model.setDocument(document("[1,2]"));
    model.setDocument({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasChildren());
}

void TestClaimsModel::numbersKeepTheirText_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"1e400", "-0", "1.10", "123456789012345678901234567890", "1E+2"})
        QTest::addRow("%s", number) << QByteArray(number);
}

void TestClaimsModel::numbersKeepTheirText()
{
    QFETCH(const QByteArray, number);
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document("{\"n\":" + number + "}"));
    const QModelIndex value = model.index(0, ClaimsModel::ValueColumn);
    QCOMPARE(value.data().toString().toUtf8(), number);
    QCOMPARE(value.data(ClaimsModel::RawTextRole).toByteArray(), number);
}

void TestClaimsModel::duplicatesStandTwiceAndSaySo()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"sub":"a","x":1,"s\u0075b":"b"})"));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(0, 0).data(ClaimsModel::IsDuplicateRole).toBool());
    QVERIFY(!model.index(1, 0).data(ClaimsModel::IsDuplicateRole).toBool());
    QVERIFY(model.index(2, 0).data(ClaimsModel::IsDuplicateRole).toBool());
    QCOMPARE(model.index(2, ClaimsModel::ValueColumn).data().toString(), u"b"_s);
}

void TestClaimsModel::knownClaimsHaveAMeaning()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"iss":"https://a.example","my_own":{"iss":"b"}})"));
    QVERIFY(!model.index(0, ClaimsModel::MeaningColumn).data().toString().isEmpty());
    QVERIFY(model.index(0, 0).data(ClaimsModel::IsKnownRole).toBool());
    QVERIFY(!model.index(0, 0).data(ClaimsModel::SourceRole).toString().isEmpty());
    QVERIFY(!model.index(1, 0).data(ClaimsModel::IsKnownRole).toBool());
    const QModelIndex nested = model.index(0, 0, model.index(1, 0));
    QVERIFY(!nested.data(ClaimsModel::IsKnownRole).toBool());
}

void TestClaimsModel::headerUsesTheOtherDictionary()
{
    ClaimsModel model(ClaimSet::Header);
    model.setDocument(document(R"({"alg":"RS256","email":"a"})"));
    QVERIFY(model.index(0, 0).data(ClaimsModel::IsKnownRole).toBool());
    QVERIFY(!model.index(1, 0).data(ClaimsModel::IsKnownRole).toBool());
}

void TestClaimsModel::timesAreTimesOnlyAtTheTop_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("exp") << R"({"exp":1787000000})"_ba << true;
    QTest::newRow("fraction") << R"({"exp":1787000000.5})"_ba << true;
    QTest::newRow("custom, named like a time") << R"({"invited_at":1787000000})"_ba << true;
    QTest::newRow("custom") << R"({"count":1787000000})"_ba << false;
    QTest::newRow("a string is no NumericDate") << R"({"exp":"1787000000"})"_ba << false;
    QTest::newRow("object") << R"({"exp":{}})"_ba << false;
}

void TestClaimsModel::timesAreTimesOnlyAtTheTop()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, isTime);
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(json));
    const QModelIndex cell = model.index(0, ClaimsModel::TimeColumn);
    QCOMPARE(cell.data(ClaimsModel::IsTimeRole).toBool(), isTime);
    QCOMPARE(cell.data().toString().isEmpty(), !isTime);
}

void TestClaimsModel::timeFormsChangeOnlyTimeCells()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"a":1,"iat":1787000000,"exp":1787000600})"));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setTimeForm(ClaimsModel::TimeForm::Utc);
    QCOMPARE(changes.count(), 2);
    const base::Instant iat{std::chrono::seconds{1'787'000'000}};
    const QModelIndex cell = model.index(1, ClaimsModel::TimeColumn);
    QCOMPARE(changes.first().first().toModelIndex(), cell);
    QCOMPARE(cell.data().toString(), report::utcText(iat));
    model.setTimeForm(ClaimsModel::TimeForm::Raw);
    QCOMPARE(cell.data().toString(), u"1787000000"_s);
}

void TestClaimsModel::localTimeIsToldWhereItIsNotUtc()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"iat":1787000000})"));
    const QModelIndex cell = model.index(0, ClaimsModel::TimeColumn);
    {
        const support::Zone utc("UTC");
        QCOMPARE(cell.data(ClaimsModel::LocalTimeRole).toString(), QString());
    }
    const support::Zone india("Asia/Kolkata");
    QCOMPARE(cell.data(ClaimsModel::LocalTimeRole).toString(), u"2026-08-18 02:23:20 +05:30"_s);
}

void TestClaimsModel::relativeTimesFollowTheClock()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"exp":1787000600})"));
    model.setTimeForm(ClaimsModel::TimeForm::Relative);
    model.setNow(base::Instant{std::chrono::seconds{1'787'000'000}});
    const QString before = model.index(0, ClaimsModel::TimeColumn).data().toString();
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setNow(base::Instant{std::chrono::seconds{1'787'000'700}});
    QCOMPARE(changes.count(), 1);
    QVERIFY(model.index(0, ClaimsModel::TimeColumn).data().toString() != before);
}

void TestClaimsModel::spansPointAtTheBytes()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({ "a" : [ 10 , "é" ] })"));
    const QModelIndex member = model.index(0, 0);
    QCOMPARE(spanned(model, member, ClaimsModel::SpanRole), R"("a" : [ 10 , "é" ])"_ba);
    QCOMPARE(spanned(model, member, ClaimsModel::ValueSpanRole), R"([ 10 , "é" ])"_ba);
    QCOMPARE(spanned(model, model.index(1, 0, member), ClaimsModel::SpanRole), R"("é")"_ba);
}

void TestClaimsModel::byteFindsItsMember()
{
    ClaimsModel model(ClaimSet::Payload);
    const QByteArray text = R"({"a":1,"b":{"c":[5,67]}})";
    model.setDocument(document(text));
    const QModelIndex deep = model.indexAt(text.indexOf("67"));
    QCOMPARE(deep.data(ClaimsModel::PointerRole).toString(), u"/b/c/1"_s);
    QCOMPARE(model.indexAt(text.indexOf("\"a\"")).data(ClaimsModel::PointerRole).toString(),
             u"/a"_s);
    QVERIFY(!model.indexAt(0).isValid());
    QVERIFY(!model.indexAt(text.size() + 5).isValid());
}

void TestClaimsModel::pointerNamesThePlace()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"a/b":{"c~d":1}})")); // RFC 6901 section 3
    const QModelIndex inner = model.index(0, 0, model.index(0, 0));
    QCOMPARE(inner.data(ClaimsModel::PointerRole).toString(), u"/a~1b/c~0d"_s);
}

void TestClaimsModel::scalarIsTheOnlyRow()
{
    ClaimsModel model(ClaimSet::Payload);
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document("\"just text\""));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ClaimsModel::ValueColumn).data().toString(), u"just text"_s);
    QVERIFY(!model.parent(model.index(0, 0)).isValid());
    QVERIFY(model.indexAt(3).isValid());
}

void TestClaimsModel::brokenTextShowsWhatCouldBeRead()
{
    ClaimsModel model(ClaimSet::Payload);
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document(R"({"iss":"a","exp":17870)"));
    QVERIFY(model.rowCount() >= 1);
    QCOMPARE(model.index(0, ClaimsModel::ValueColumn).data().toString(), u"a"_s);
}

void TestClaimsModel::controlCharactersBecomeVisible()
{
    ClaimsModel model(ClaimSet::Payload);
    model.setDocument(document(R"({"a\u202eb":"x\u0000\ny "})"));
    const QString name = model.index(0, 0).data().toString();
    const QString value = model.index(0, ClaimsModel::ValueColumn).data().toString();
    QVERIFY(!name.contains(QChar(0x202e)));
    QVERIFY(!value.contains(QChar(0)) && !value.contains(u'\n') && !value.endsWith(u' '));
    QCOMPARE(model.index(0, 0).data(ClaimsModel::NameRole).toString(), u"a\u202eb"_s);
}

void TestClaimsModel::longValueIsCutForShowingOnly()
{
    ClaimsModel model(ClaimSet::Payload);
    const QByteArray text(200'000, 'x');
    model.setDocument(document("{\"a\":\"" + text + "\"}"));
    const QModelIndex value = model.index(0, ClaimsModel::ValueColumn);
    QVERIFY(value.data().toString().size() < 1000);
    QVERIFY(value.data().toString().endsWith(QChar(0x2026)));
    QCOMPARE(value.data(ClaimsModel::TextRole).toString().size(), text.size());
}

void TestClaimsModel::levelsAreResolvedWhenAsked()
{
    ClaimsModel model(ClaimSet::Payload);
    const base::json::Document big = document(manyClaims(10'000));
    QElapsedTimer timer;
    timer.start();
    model.setDocument(big);
    QCOMPARE(model.rowCount(), 10'000);
    const QModelIndex last = model.index(9'999, 0);
    QCOMPARE(last.data().toString(), u"claim_9999"_s);
    const QModelIndex inner = model.index(0, 0, last);
    QCOMPARE(inner.parent(), last);
    // Resolving every level eagerly, or a linear look-up a row, takes far longer than this.
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void TestClaimsModel::replacingTheDocumentForgetsTheOldOne()
{
    ClaimsModel model(ClaimSet::Payload);
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document(R"({"a":{"b":1}})"));
    QVERIFY(drawn(model).contains(u"b=1"_s));
    model.setDocument(document(R"({"c":2})"));
    QCOMPARE(drawn(model), u"c=2"_s);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestClaimsModel)
#include "tst_claimsmodel.moc"
