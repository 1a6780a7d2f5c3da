// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/policypanel.h"

#include "ui/widgets/durationbox.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

class TestPolicyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAPolicyAndSaysNothing();
    void typingIsJudgedAtOnce();
    void everyFieldIsRead();
    void typedAudienceIsNotCompleted();
    void suggestionsKeepWhatWasTyped();
    void requirementsOpenWhenThereAreSome();
    void everyControlHasANameAndAKey();
    void fieldsAreNeverSqueezed();

private:
    template <typename Widget>
    [[nodiscard]] Widget *field(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }
    std::unique_ptr<PolicyPanel> m_panel;
};

void TestPolicyPanel::init()
{
    m_panel = std::make_unique<PolicyPanel>();
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

//! Without room for all of them they scroll.
void TestPolicyPanel::fieldsAreNeverSqueezed()
{
    const int high = m_panel->minimumSizeHint().height();
    m_panel->setCompact(true);
    QVERIFY(m_panel->minimumSizeHint().height() < high);
    m_panel->resize(300, m_panel->minimumSizeHint().height());
    field<QToolButton>(u"moreRequirements"_s)->setChecked(true);
    for (const QString &name : {u"profile"_s, u"leeway"_s}) {
        const auto *box = field<QComboBox>(name);
        QTRY_VERIFY(box->height() >= box->sizeHint().height());
    }
    m_panel->setCompact(false);
    QVERIFY(m_panel->minimumSizeHint().height() > high);
}

void TestPolicyPanel::showsAPolicyAndSaysNothing()
{
    const QSignalSpy edits(m_panel.get(), &PolicyPanel::policyEdited);
    verdict::Policy policy;
    policy.profile = verdict::Profile::Sensitive;
    policy.audiences = {u"https://a.example"_s, u"b"_s};
    policy.clientId = u"client"_s;
    policy.maxAuthAge = 77s;
    policy.leeway = 30s;
    m_panel->setPolicy(policy);
    QCOMPARE(edits.count(), 0);
    QCOMPARE(m_panel->policy(), policy);
    QCOMPARE(field<QComboBox>(u"audience"_s)->currentText(), u"https://a.example b"_s);
    QCOMPARE(field<DurationBox>(u"leeway"_s)->currentText(), u"30 seconds"_s);
}

void TestPolicyPanel::typingIsJudgedAtOnce()
{
    const QSignalSpy edits(m_panel.get(), &PolicyPanel::policyEdited);
    QTest::keyClicks(field<QComboBox>(u"audience"_s)->lineEdit(), u"ab"_s);
    QCOMPARE(edits.count(), 2);
    QCOMPARE(m_panel->policy().audiences, QStringList{u"ab"_s});
}

void TestPolicyPanel::everyFieldIsRead()
{
    field<QToolButton>(u"moreRequirements"_s)->setChecked(true);
    QTest::keyClicks(field<QComboBox>(u"clientId"_s)->lineEdit(), u"c1"_s);
    QTest::keyClicks(field<QLineEdit>(u"scopes"_s), u"openid  email"_s);
    QTest::keyClicks(field<QLineEdit>(u"roles"_s), u"admin"_s);
    QTest::keyClicks(field<QLineEdit>(u"claims"_s), u"email"_s);
    QTest::keyClick(field<QComboBox>(u"profile"_s), Qt::Key_Down);
    auto *leeway = field<DurationBox>(u"leeway"_s);
    leeway->lineEdit()->selectAll();
    QTest::keyClicks(leeway->lineEdit(), u"90s"_s);
    QTest::keyClick(leeway->lineEdit(), Qt::Key_Return);

    const verdict::Policy policy = m_panel->policy();
    QCOMPARE(policy.clientId, u"c1"_s);
    QCOMPARE(policy.scopes, (QStringList{u"openid"_s, u"email"_s}));
    QCOMPARE(policy.roles, QStringList{u"admin"_s});
    QCOMPARE(policy.claims, QStringList{u"email"_s});
    QCOMPARE(policy.profile, verdict::Profile::Access);
    QCOMPARE(policy.leeway, 90s);
}

void TestPolicyPanel::typedAudienceIsNotCompleted()
{
    m_panel->setSuggestions({u"https://a.example/long"_s}, {});
    QTest::keyClicks(field<QComboBox>(u"audience"_s)->lineEdit(), u"HTTPS://a"_s);
    QCOMPARE(m_panel->policy().audiences, QStringList{u"HTTPS://a"_s});
}

void TestPolicyPanel::suggestionsKeepWhatWasTyped()
{
    const QSignalSpy edits(m_panel.get(), &PolicyPanel::policyEdited);
    QTest::keyClicks(field<QComboBox>(u"audience"_s)->lineEdit(), u"x"_s);
    m_panel->setSuggestions({u"https://a.example"_s, u"b"_s}, {u"c"_s});
    QCOMPARE(edits.count(), 1);
    QCOMPARE(field<QComboBox>(u"audience"_s)->currentText(), u"x"_s);
    QCOMPARE(field<QComboBox>(u"audience"_s)->count(), 2);
}

void TestPolicyPanel::requirementsOpenWhenThereAreSome()
{
    QVERIFY(!field<QLineEdit>(u"scopes"_s)->isVisible());
    verdict::Policy policy;
    policy.scopes = {u"openid"_s};
    m_panel->setPolicy(policy);
    QVERIFY(field<QLineEdit>(u"scopes"_s)->isVisible());
}

void TestPolicyPanel::everyControlHasANameAndAKey()
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        QVERIFY2(label->buddy() != nullptr, qPrintable(label->text()));
        QVERIFY2(label->text().contains(u'&'), qPrintable(label->text()));
        QVERIFY(!label->buddy()->accessibleName().isEmpty());
        QVERIFY(!label->buddy()->accessibleName().contains(u'&'));
    }
}

} // namespace ui

QTEST_MAIN(ui::TestPolicyPanel)
#include "tst_policypanel.moc"
