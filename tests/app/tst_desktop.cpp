// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSize>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! PNG, third edition, section 11.2.1: width and height follow the name of the first chunk.
QSize sizeOf(const QByteArray &png)
{
    constexpr qsizetype width = 16;
    constexpr qsizetype height = 20;
    if (png.size() < height + 4 || !png.startsWith("\x89PNG"))
        return {};
    return {qFromBigEndian<qint32>(png.constData() + width),
            qFromBigEndian<qint32>(png.constData() + height)};
}

} // namespace

//! The program of the window, started as a person or a script does.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void withoutDisplayItSaysWhatToDo_data();
    void withoutDisplayItSaysWhatToDo();
    void answersNeedNoDisplay_data();
    void answersNeedNoDisplay();
    void pictureNeedsNoDisplay();
    void pictureOfACapture();
    void fileIsOpenedAsAFileManagerDoes();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();

private:
    struct Run
    {
        int exitCode = -1;
        QString out;
        QString err;
    };
    [[nodiscard]] Run run(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

//! Settings of its own, and no display.
void TestDesktop::init()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        m_environment.remove(name);
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path());
}

TestDesktop::Run TestDesktop::run(const QStringList &arguments) const
{
    constexpr int longestRun = 60'000;
    QProcess process;
    process.setProcessEnvironment(m_environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(ASSAY), arguments);
    process.closeWriteChannel();
    if (finished.isEmpty() && !finished.wait(longestRun))
        process.kill();
    const bool isNormal = process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestDesktop::withoutDisplayItSaysWhatToDo_data()
{
    QTest::addColumn<QString>("display");
    QTest::newRow("none") << QString();
    QTest::newRow("one that does not answer") << u":7077"_s;
}

void TestDesktop::withoutDisplayItSaysWhatToDo()
{
    QFETCH(const QString, display);
    if (!display.isEmpty())
        m_environment.insert(u"DISPLAY"_s, display);
    const Run answer = run({});
    QCOMPARE(answer.exitCode, 69);
    QCOMPARE(answer.err.count(u'\n'), 1);
    QVERIFY(answer.err.contains("assay-cli"_L1) && answer.err.contains("--screenshot"_L1));
}

void TestDesktop::answersNeedNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("answer");
    QTest::newRow("help") << u"--help"_s << u"--screenshot"_s;
    QTest::newRow("h") << u"-h"_s << u"--screenshot"_s;
    QTest::newRow("version") << u"--version"_s << u"assay "_s;
    QTest::newRow("v") << u"-v"_s << u"assay "_s;
}

void TestDesktop::answersNeedNoDisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QString, answer);
    const Run answered = run({option});
    QCOMPARE(answered.exitCode, 0);
    QVERIFY(answered.out.contains(answer));
}

void TestDesktop::pictureNeedsNoDisplay()
{
    const QString file = m_folder.filePath(u"empty.png"_s);
    QCOMPARE(run({u"--screenshot"_s, file, u"--size"_s, u"900x600"_s}).exitCode, 0);
    QCOMPARE(sizeOf(contentOf(file)), QSize(900, 600));
}

//! A picture of a sample, which is a HAR file, differs from that of an empty window.
void TestDesktop::pictureOfACapture()
{
    const QString empty = m_folder.filePath(u"without.png"_s);
    const QString full = m_folder.filePath(u"with.png"_s);
    QCOMPARE(run({u"--screenshot="_s + empty, u"--theme"_s, u"light"_s}).exitCode, 0);
    QCOMPARE(run({u"--screenshot="_s + full, u"--theme"_s, u"light"_s, u"--sample"_s, u"har"_s})
                 .exitCode,
             0);
    QVERIFY(!contentOf(empty).isEmpty());
    QVERIFY(contentOf(empty) != contentOf(full));
}

void TestDesktop::fileIsOpenedAsAFileManagerDoes()
{
    QFile file(m_folder.filePath(u"token.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");
    file.close();
    const QStringList always{u"--theme"_s, u"light"_s, u"--at"_s, u"2026-08-24T14:02:11Z"_s};
    QByteArrayList pictures;
    for (const QStringList &how : {QStringList{}, QStringList{file.fileName()},
                                   QStringList{u"--input"_s, file.fileName()}}) {
        const QString picture = m_folder.filePath(u"opened.png"_s);
        QCOMPARE(run(always + QStringList{u"--screenshot"_s, picture} + how).exitCode, 0);
        pictures.append(contentOf(picture));
    }
    QVERIFY(pictures.at(1) != pictures.at(0));
    QCOMPARE(pictures.at(1), pictures.at(2));
}

void TestDesktop::wrongUsageIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    const QString picture = u"--screenshot=unused.png"_s;
    QTest::newRow("unknown option") << QStringList{picture, u"--colour"_s} << 64 << u"colour"_s;
    QTest::newRow("unknown sample")
        << QStringList{picture, u"--sample"_s, u"none-such"_s} << 64 << u"id-token-sent"_s;
    QTest::newRow("token as argument") << QStringList{picture, u"eyJ"_s} << 64 << u"--input"_s;
    QTest::newRow("two files") << QStringList{picture, u"/etc/passwd"_s, u"/etc/group"_s} << 64
                               << u"One file"_s;
    QTest::newRow("missing file") << QStringList{picture, u"--input"_s, u"/nowhere/at-all"_s} << 66
                                  << u"/nowhere/at-all"_s;
    QTest::newRow("what cannot be read, in words")
        << QStringList{picture, u"--input"_s, u"/"_s} << 66 << u"A file cannot be read"_s;
    QTest::newRow("unwritable picture")
        << QStringList{u"--screenshot=/nowhere/at-all.png"_s} << 70 << u"/nowhere/at-all.png: "_s;
    QTest::newRow("missing file, and why")
        << QStringList{picture, u"--input"_s, u"/nowhere/at-all"_s} << 66 << u"No such file"_s;
    QTest::newRow("folder") << QStringList{picture, u"/etc"_s} << 66 << u"is a directory"_s;
    QTest::newRow("theme") << QStringList{picture, u"--theme"_s, u"pink"_s} << 64 << u"light"_s;
    QTest::newRow("size") << QStringList{picture, u"--size"_s, u"10"_s} << 64 << u"1280x800"_s;
}

void TestDesktop::wrongUsageIsSaid()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exitCode);
    QFETCH(const QString, said);
    const Run answer = run(arguments);
    QCOMPARE(answer.exitCode, exitCode);
    QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
