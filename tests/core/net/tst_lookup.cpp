// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/qnamtransport.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

//! Looking up names, on a thread of its own as in the program.
class TestLookup final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void resolved(const QStringList &addresses);

private Q_SLOTS:
    void init();
    void cleanup();
    void findsTheAddressesOfAName();
    void staysSilentAfterAnAbort();
    void survivesThatTheProgramEndsAtTheAnswer();

private:
    void look(const net::Transport::Resolved &resolved);

    QThread m_thread;
    net::QnamTransport *m_transport = nullptr;
};

void TestLookup::init()
{
    m_transport = new net::QnamTransport;
    m_transport->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_transport, &QObject::deleteLater);
    m_thread.start();
}

void TestLookup::cleanup()
{
    m_thread.quit();
    m_thread.wait();
}

void TestLookup::look(const net::Transport::Resolved &resolved)
{
    QMetaObject::invokeMethod(m_transport,
                              [this, resolved] { m_transport->resolve(u"localhost"_s, resolved); });
}

void TestLookup::findsTheAddressesOfAName()
{
    QSignalSpy spy(this, &TestLookup::resolved);
    look([this](const QStringList &addresses) { Q_EMIT resolved(addresses); });
    QTRY_COMPARE(spy.count(), 1);
    QVERIFY(!spy.first().first().toStringList().isEmpty());
}

void TestLookup::staysSilentAfterAnAbort()
{
    QSignalSpy spy(this, &TestLookup::resolved);
    QMetaObject::invokeMethod(m_transport, [this] {
        m_transport->resolve(u"localhost"_s, [](const QStringList &) { QFAIL("was aborted"); });
        (void)m_transport->abort();
        m_transport->resolve(u"localhost"_s,
                             [this](const QStringList &addresses) { Q_EMIT resolved(addresses); });
    });
    QTRY_COMPARE(spy.count(), 1);
}

// The object of Qt 6.4 that brings the answer hears of the program's end, too, and took that for a
// second answer: the terminal program crashed when a host was not found and it could leave at once.
void TestLookup::survivesThatTheProgramEndsAtTheAnswer()
{
    QSignalSpy spy(this, &TestLookup::resolved);
    const auto endProgram
        = [] { QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection)); };
    look([this, endProgram](const QStringList &addresses) {
        QMetaObject::invokeMethod(qApp, endProgram, Qt::BlockingQueuedConnection);
        Q_EMIT resolved(addresses);
    });
    QTRY_COMPARE(spy.count(), 1);
    // Whatever was queued for that object has been delivered when this is.
    QVERIFY(QMetaObject::invokeMethod(
        m_transport, [] {}, Qt::BlockingQueuedConnection));
}

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
