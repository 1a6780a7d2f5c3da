// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/secretbytes.h"

#include <QDebug>
#include <QtTest>

#include <type_traits>

using namespace Qt::Literals::StringLiterals;
using base::SecretBytes;

static_assert(!std::is_convertible_v<QByteArray, SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QByteArray>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

//! Secrets: never shared, never printed, wiped.
class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wipesInPlace();
    void leavesTheOwnersOfASharedBufferAlone();
    void holdsACopyOfItsOwn();
    void copiesShareNothing();
    void movingLeavesNothingBehind();
    void assignsToItself();
    void comparesAllBytes_data();
    void comparesAllBytes();
    void printsNoSecret();
};

void TestSecretBytes::wipesInPlace()
{
    QByteArray bytes("hunter2 hunter2 hunter2", 23);
    const char *data = bytes.constData();
    base::wipe(bytes);
    QCOMPARE(bytes.constData(), data);
    QCOMPARE(bytes, QByteArray(23, '\0'));
    QByteArray none;
    base::wipe(none);
    QVERIFY(none.isNull());
}

void TestSecretBytes::leavesTheOwnersOfASharedBufferAlone()
{
    const QByteArray owner("hunter2", 7);
    QByteArray copy = owner;
    base::wipe(copy);
    QCOMPARE(owner, "hunter2"_ba);
}

void TestSecretBytes::holdsACopyOfItsOwn()
{
    QByteArray bytes("hunter2", 7);
    const SecretBytes secret(bytes);
    QVERIFY(secret.revealSecret().data() != bytes.constData());
    base::wipe(bytes);
    QCOMPARE(secret.revealSecret(), QByteArrayView("hunter2"));
    QCOMPARE(secret.size(), 7);
    QVERIFY(!secret.isEmpty());
    QVERIFY(SecretBytes().isEmpty());
}

void TestSecretBytes::copiesShareNothing()
{
    const SecretBytes original("hunter2"_ba);
    {
        const SecretBytes copy = original; // NOLINT(performance-unnecessary-copy-initialization)
        QVERIFY(copy.revealSecret().data() != original.revealSecret().data());
        QVERIFY(copy == original);
    } // wiped here
    QCOMPARE(original.revealSecret(), QByteArrayView("hunter2"));
    SecretBytes assigned("something else"_ba);
    assigned = original;
    QVERIFY(assigned == original);
    QVERIFY(assigned.revealSecret().data() != original.revealSecret().data());
}

void TestSecretBytes::movingLeavesNothingBehind()
{
    SecretBytes from("hunter2"_ba);
    const char *data = from.revealSecret().data();
    const SecretBytes to = std::move(from);
    QCOMPARE(to.revealSecret().data(), data);
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): the promise under test
}

void TestSecretBytes::assignsToItself()
{
    SecretBytes secret("hunter2"_ba);
    const SecretBytes &same = secret;
    secret = same;
    QCOMPARE(secret.revealSecret(), QByteArrayView("hunter2"));
}

void TestSecretBytes::comparesAllBytes_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("equal");
    QTest::newRow("same") << "hunter2"_ba << true;
    QTest::newRow("first byte") << "Hunter2"_ba << false;
    QTest::newRow("last byte") << "hunter3"_ba << false;
    QTest::newRow("two differences that cancel out") << "uhnter2"_ba << false;
    QTest::newRow("shorter") << "hunter"_ba << false;
    QTest::newRow("longer") << "hunter22"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestSecretBytes::comparesAllBytes()
{
    QFETCH(QByteArray, other);
    QTEST(SecretBytes("hunter2"_ba) == SecretBytes(other), "equal");
    QVERIFY(SecretBytes() == SecretBytes());
}

void TestSecretBytes::printsNoSecret()
{
    QString text;
    QDebug(&text) << SecretBytes("hunter2"_ba) << 7;
    QCOMPARE(text.trimmed(), u"[secret] 7"_s);
}

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
