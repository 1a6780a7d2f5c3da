// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/keysview.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

verdict::Examination examination()
{
    const QByteArray set = R"({"keys":[
{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
 "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","kid":"first"},
{"kty":"RSA","kid":"<b>broken</b>"}]})"; // RFC 7517 appendix A.1
    verdict::Examination result;
    result.evidence.given = {jose::KeySet::fromJson(set, jose::KeyOrigin::File).value()};
    return result;
}

} // namespace

class TestKeysView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chosenKeyIsShownAtLength();
    void brokenKeySaysWhy();
    void emptyTextStandsInThePlace();
    void chosenKeyGrowsWithTheText();

private:
    [[nodiscard]] QString detail() const
    {
        return m_view->findChild<QPlainTextEdit *>()->toPlainText();
    }
    std::unique_ptr<KeysView> m_view;
};

void TestKeysView::init()
{
    m_view = std::make_unique<KeysView>();
    m_view->resize(700, 400);
    m_view->setEmptyText(u"No keys yet"_s);
    m_view->setExamination(examination());
    m_view->show();
}

void TestKeysView::chosenKeyGrowsWithTheText()
{
    auto larger = m_view->font();
    larger.setPointSizeF(larger.pointSizeF() + 6);
    m_view->setFont(larger);
    QCOMPARE(m_view->findChild<QPlainTextEdit *>()->font().pointSizeF(),
             monospace(larger).pointSizeF());
}

void TestKeysView::chosenKeyIsShownAtLength()
{
    QVERIFY(detail().contains(u"first"_s));
    QVERIFY(detail().contains(u"P-256"_s)); // the JWK as it was sent
}

void TestKeysView::brokenKeySaysWhy()
{
    auto *list = m_view->findChild<QTreeView *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(!detail().isEmpty());
    QVERIFY(!detail().contains(u"P-256"_s));
    QCOMPARE(list->model()->index(1, 0).data().toString(), u"<b>broken</b>"_s);
    m_view->grab();
}

void TestKeysView::emptyTextStandsInThePlace()
{
    m_view->setExamination({});
    const auto labels = m_view->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"No keys yet"_s;
    }));
    QVERIFY(!m_view->findChild<QTreeView *>()->isVisible());
}

} // namespace ui

QTEST_MAIN(ui::TestKeysView)
#include "tst_keysview.moc"
