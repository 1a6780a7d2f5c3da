// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/readall.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

//! Reading a file to its end, whatever kind of file it is.
class TestReadAll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitCountsBytes_data();
    void limitCountsBytes();
    void deviceWithoutEndIsRefused();
    void pipeIsReadPieceByPiece();
    void directoryIsUnreadable();

private:
    QTemporaryDir m_folder;
};

void TestReadAll::limitCountsBytes_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("empty") << qsizetype(0) << true;
    QTest::newRow("one less") << qsizetype(99) << true;
    QTest::newRow("as many") << qsizetype(100) << true;
    QTest::newRow("one more") << qsizetype(101) << false;
}

void TestReadAll::limitCountsBytes()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, isRead);
    const QByteArray written(size, 'a');
    QFile file(m_folder.filePath(u"some"_s));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Truncate));
    file.write(written);
    file.seek(0);
    const auto content = base::readAll(file, u"some"_s, 100);
    QCOMPARE(content.has_value(), isRead);
    if (isRead) {
        QCOMPARE(*content, written);
        return;
    }
    QCOMPARE(content.error().id, "input.too_large"_L1);
    QCOMPARE(content.error().detail, u"some"_s);
}

void TestReadAll::deviceWithoutEndIsRefused()
{
    QFile file(u"/dev/zero"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = base::readAll(file, u"zeros"_s, 1'000'000);
    QVERIFY(!content);
    QCOMPARE(content.error().id, "input.too_large"_L1);
}

void TestReadAll::pipeIsReadPieceByPiece()
{
    std::array<int, 2> ends{};
    QCOMPARE(pipe(ends.data()), 0);
    QCOMPARE(write(ends[1], "one ", 4), 4);
    QCOMPARE(write(ends[1], "two", 3), 3);
    close(ends[1]);
    QFile file;
    QVERIFY(file.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const auto content = base::readAll(file, u"-"_s, 100);
    QVERIFY(content);
    QCOMPARE(*content, "one two");
}

//! Opens, where no file is looked for, and gives nothing.
void TestReadAll::directoryIsUnreadable()
{
    const int folder = ::open(qPrintable(m_folder.path()), O_RDONLY);
    QVERIFY(folder >= 0);
    QFile file;
    QVERIFY(file.open(folder, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const auto content = base::readAll(file, u"a folder"_s, 100);
    QVERIFY(!content);
    QCOMPARE(content.error().id, "input.unreadable"_L1);
    QVERIFY(content.error().detail.startsWith("a folder: "_L1));
}

QTEST_GUILESS_MAIN(TestReadAll)
#include "tst_readall.moc"
