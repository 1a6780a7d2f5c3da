// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/errors.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The table of ids is what core/report words: it must not drift away from the code.
class TestNetIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachIdOnce();
    void listsEveryIdOfTheCode();
    void listsNoIdThatTheCodeLacks();

private:
    static QSet<QString> idsOfTheCode();
};

QSet<QString> TestNetIds::idsOfTheCode()
{
    QSet<QString> ids;
    const QRegularExpression literal(u"\"((net|keyset|discovery)\\.[a-z0-9_]+)\"_L1"_s);
    QDirIterator files(QStringLiteral(ASSAY_SOURCE_DIR "/core/net"), {u"*.cpp"_s});
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = literal.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            ids.insert(matches.next().captured(1));
    }
    return ids;
}

void TestNetIds::namesEachIdOnce()
{
    QSet<QString> seen;
    for (const net::ErrorMeaning &row : net::errorMeanings) {
        QVERIFY2(!seen.contains(row.id), row.id.data());
        QVERIFY(qstrlen(row.meaning) > 0);
        seen.insert(row.id);
    }
}

void TestNetIds::listsEveryIdOfTheCode()
{
    QSet<QString> listed;
    for (const net::ErrorMeaning &row : net::errorMeanings)
        listed.insert(row.id);
    QSet<QString> ids = idsOfTheCode();
    QVERIFY(ids.size() > 20);
    ids.remove(u"discovery.json"_s); // becomes net.html or net.not_json
    QCOMPARE(ids - listed, QSet<QString>());
}

void TestNetIds::listsNoIdThatTheCodeLacks()
{
    QSet<QString> listed;
    for (const net::ErrorMeaning &row : net::errorMeanings)
        listed.insert(row.id);
    // Made in core/oidc and core/jose.
    const QSet<QString> elsewhere{u"discovery.shape"_s, u"keyset.shape"_s,
                                  u"keyset.is_discovery"_s};
    QCOMPARE(listed - idsOfTheCode() - elsewhere, QSet<QString>());
}

QTEST_GUILESS_MAIN(TestNetIds)
#include "tst_netids.moc"
