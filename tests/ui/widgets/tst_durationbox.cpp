// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/durationbox.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

class TestDurationBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typedDurationIsTaken_data();
    void typedDurationIsTaken();
    void nonsenseIsMarkedAndChangesNothing();
    void listedTextIsTaken();
    void unlistedValueIsWrittenOut();

private:
    void type(const QString &text);
    std::unique_ptr<DurationBox> m_box;
};

void TestDurationBox::init()
{
    m_box = std::make_unique<DurationBox>();
    m_box->addValue(u"5 minutes"_s, 5min);
    m_box->addValue(u"any age"_s, std::nullopt);
    m_box->setValue(5min);
}

void TestDurationBox::type(const QString &text)
{
    m_box->lineEdit()->setText(text);
    QTest::keyClick(m_box->lineEdit(), Qt::Key_Return);
}

void TestDurationBox::typedDurationIsTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << u"90"_s << 90;
    QTest::newRow("unit") << u" 10m "_s << 600;
    QTest::newRow("sum") << u"1h30m"_s << 5400;
    QTest::newRow("zero") << u"0"_s << 0;
}

void TestDurationBox::typedDurationIsTaken()
{
    QFETCH(const QString, text);
    QFETCH(const int, seconds);
    const QSignalSpy edits(m_box.get(), &DurationBox::valueEdited);
    type(text);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(m_box->value().value(), std::chrono::seconds(seconds));
    QVERIFY(m_box->accessibleDescription().isEmpty());
}

void TestDurationBox::nonsenseIsMarkedAndChangesNothing()
{
    const QSignalSpy edits(m_box.get(), &DurationBox::valueEdited);
    for (const QString &text : {u"soon"_s, u"-5"_s, u"5 parsecs"_s, QString()}) {
        type(text);
        QVERIFY2(!m_box->accessibleDescription().isEmpty(), qPrintable(text));
    }
    QCOMPARE(edits.count(), 0);
    QCOMPARE(m_box->value().value(), 5min);
    type(u"5 minutes"_s);
    QVERIFY(m_box->accessibleDescription().isEmpty());
}

void TestDurationBox::listedTextIsTaken()
{
    type(u"any age"_s);
    QVERIFY(!m_box->value().has_value());
}

void TestDurationBox::unlistedValueIsWrittenOut()
{
    m_box->setValue(77s);
    QVERIFY(m_box->currentText().contains(u"17 s"_s));
    const QSignalSpy edits(m_box.get(), &DurationBox::valueEdited);
    QTest::keyClick(m_box->lineEdit(), Qt::Key_Return); // unchanged text is no edit and no problem
    QCOMPARE(edits.count(), 0);
    QVERIFY(m_box->accessibleDescription().isEmpty());
}

} // namespace ui

QTEST_MAIN(ui::TestDurationBox)
#include "tst_durationbox.moc"
