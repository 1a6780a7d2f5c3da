// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/inputnote.h"

#include "core/report/wording.h"
#include "ui/widgets/wraplabel.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestInputNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheKindAndWhy();
    void saysWhatWasTakenOff();
    void cleanTextHasNothingTakenOff();
};

void TestInputNote::saysTheKindAndWhy()
{
    InputNote note;
    verdict::Examination examination;
    examination.kind.kind = verdict::Kind::AccessToken;
    examination.kind.reasons = {"typ=at+jwt"_L1};
    note.setExamination(examination);
    QVERIFY(note.accessibleName().contains(report::kindName(verdict::Kind::AccessToken)));
    QVERIFY(note.accessibleName().contains(report::kindReason(examination.kind)));
}

void TestInputNote::saysWhatWasTakenOff()
{
    InputNote note;
    verdict::Examination examination;
    examination.kind.kind = verdict::Kind::AccessToken;
    examination.evidence.presentation.removed = {"header_name"_L1, "scheme"_L1};
    note.setExamination(examination);
    QVERIFY(!note.accessibleDescription().isEmpty());
    QVERIFY(note.accessibleDescription().contains(u"Bearer"_s)
            || note.accessibleDescription().contains(u"scheme"_s));
}

void TestInputNote::cleanTextHasNothingTakenOff()
{
    InputNote note;
    note.setExamination({});
    QCOMPARE(note.accessibleDescription(), QString());
}

} // namespace ui

QTEST_MAIN(ui::TestInputNote)
#include "tst_inputnote.moc"
