// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimsfilter.h"
#include "ui/models/claimsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QStringList names(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList result;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        result.append(index.data().toString());
        result.append(names(model, index));
    }
    return result;
}

} // namespace

class TestClaimsFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filters_data();
    void filters();
    void clearingBringsEverythingBackInOrder();
    void textIsNoPattern();
    void whatCanBeOpenedIsWhatHasRows_data();
    void whatCanBeOpenedIsWhatHasRows();

private:
    ClaimsModel m_model{ClaimSet::Payload};
};

void TestClaimsFilter::init()
{
    m_model.setDocument(base::json::Document::read(
        R"({"iss":"https://a.example","address":{"country":"NZ","street":"Queen"},)"
        R"("mine":["alpha","beta"],"x.y":"[a]*"})"));
}

void TestClaimsFilter::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("name") << u"iss"_s << QStringList{u"iss"_s};
    QTest::newRow("any case") << u"ISS"_s << QStringList{u"iss"_s};
    QTest::newRow("value") << u"queen"_s << QStringList{u"address"_s, u"street"_s};
    QTest::newRow("deep name keeps what is above")
        << u"country"_s << QStringList{u"address"_s, u"country"_s};
    QTest::newRow("parent keeps what is below")
        << u"address"_s << QStringList{u"address"_s, u"country"_s, u"street"_s};
    QTest::newRow("blanks around") << u"  beta "_s << QStringList{u"mine"_s, u"[1]"_s};
    QTest::newRow("nothing") << u"no such text"_s << QStringList{};
}

void TestClaimsFilter::filters()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    ClaimsFilter filter;
    filter.setSourceModel(&m_model);
    const QAbstractItemModelTester tester(&filter);
    filter.setText(text);
    QCOMPARE(names(filter), expected);
}

void TestClaimsFilter::clearingBringsEverythingBackInOrder()
{
    ClaimsFilter filter;
    filter.setSourceModel(&m_model);
    const QStringList all = names(filter);
    QCOMPARE(all, names(m_model));
    filter.setText(u"iss"_s);
    filter.setText({});
    QCOMPARE(names(filter), all);
}

void TestClaimsFilter::textIsNoPattern()
{
    ClaimsFilter filter;
    filter.setSourceModel(&m_model);
    filter.setText(u"[a]*"_s);
    QCOMPARE(names(filter), QStringList{u"x.y"_s});
}

void TestClaimsFilter::whatCanBeOpenedIsWhatHasRows_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "iss", "queen", "address", "no such text"})
        QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
}

//! Asked before the rows are, as a view does.
void TestClaimsFilter::whatCanBeOpenedIsWhatHasRows()
{
    QFETCH(const QString, text);
    ClaimsFilter filter;
    filter.setSourceModel(&m_model);
    filter.setText(text);
    for (int row = 0; row < filter.rowCount(); ++row) {
        const QModelIndex member = filter.index(row, 0);
        const bool canBeOpened = filter.hasChildren(member);
        QCOMPARE(canBeOpened, filter.rowCount(member) > 0);
    }
    QCOMPARE(filter.hasChildren(), filter.rowCount() > 0);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestClaimsFilter)
#include "tst_claimsfilter.moc"
