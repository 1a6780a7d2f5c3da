// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/textspans.h"

#include <QTest>

namespace ui {

class TestTextSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOutsideOfSpansStandsBack();
    void withoutSpansEverythingIsPlain();
    void changesComeInOrder();
};

void TestTextSpans::textOutsideOfSpansStandsBack()
{
    const Markup markup{{{{5, 10}, ColorRole::TokenHeader}}, {}};
    QCOMPARE(markup.roleAt(4), ColorRole::Muted);
    QCOMPARE(markup.roleAt(5), ColorRole::TokenHeader);
    QCOMPARE(markup.roleAt(9), ColorRole::TokenHeader);
    QCOMPARE(markup.roleAt(10), ColorRole::Muted);
}

void TestTextSpans::withoutSpansEverythingIsPlain()
{
    QCOMPARE(Markup().roleAt(3), ColorRole::Text);
}

void TestTextSpans::changesComeInOrder()
{
    const Markup markup{{{{5, 10}, ColorRole::TokenHeader}, {{11, 20}, ColorRole::TokenPayload}},
                        {7, 8}};
    QList<qint64> edges;
    for (qint64 offset = 0; offset < 30; offset = markup.nextChange(offset, 30))
        edges.append(offset);
    QCOMPARE(edges, (QList<qint64>{0, 5, 7, 8, 10, 11, 20}));
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestTextSpans)
#include "tst_textspans.moc"
