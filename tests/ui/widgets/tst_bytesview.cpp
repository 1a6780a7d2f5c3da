// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/bytesview.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QtMath>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

const QByteArray header = R"({"alg":"none"})";
const QByteArray payload = R"({"sub":"a","long":"0123456789012345678901234567890123456789"})";

jose::Token token()
{
    return jose::Token::read(encoded(header) + '.' + encoded(payload) + '.' + encoded("sig"));
}

} // namespace

class TestBytesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void highlightLightsUpBothForms();
    void unknownPartIsNoHighlight();
    void clickOnHexNamesTheByte();
    void clickOnTextNamesTheByte();
    void clickBesideNamesNothing();
    void arrowsWalkThroughTheParts();
    void accessibleTextFollows();
    void megabyteIsShownAtOnce();
    void brokenAndEmptyTokens_data();
    void brokenAndEmptyTokens();

private:
    [[nodiscard]] double cell() const
    {
        return QFontMetricsF(monospace(m_view->font())).horizontalAdvance(u'0');
    }
    [[nodiscard]] int line() const
    {
        return qCeil(QFontMetricsF(monospace(m_view->font())).lineSpacing());
    }
    [[nodiscard]] QPoint at(int row, int column) const
    {
        return {static_cast<int>((column + 1) * cell()) + 2, row * line() + 3};
    }

    std::unique_ptr<BytesView> m_view;
};

void TestBytesView::init()
{
    applyTheme(false);
    m_view = std::make_unique<BytesView>();
    m_view->resize(qCeil(80 * cell()), 30 * line()); // room for 16 bytes a row
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setToken(token());
}

void TestBytesView::highlightLightsUpBothForms()
{
    const auto litPixels = [this] {
        const QImage image = m_view->viewport()->grab().toImage();
        const QColor lit = color(ColorRole::MatchSurface, false);
        QList<int> rows;
        for (int row = 0; row < 20; ++row) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, row * line() + 1) == lit) {
                    rows.append(row);
                    break;
                }
            }
        }
        return rows;
    };
    QCOMPARE(litPixels(), QList<int>());
    m_view->setHighlight(0, {1, 6});
    // Row 0 is the title of the header, 1 its base64url text, 2 its bytes.
    QCOMPARE(litPixels(), (QList<int>{1, 2}));
    QCOMPARE(m_view->highlight(), (base::Span{1, 6}));
}

void TestBytesView::unknownPartIsNoHighlight()
{
    m_view->setHighlight(7, {0, 1});
    QCOMPARE(m_view->highlightPart(), -1);
    m_view->setHighlight(0, {});
    QCOMPARE(m_view->highlightPart(), -1);
}

void TestBytesView::clickOnHexNamesTheByte()
{
    const QSignalSpy chosen(m_view.get(), &BytesView::byteChosen);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(2, 10 + 3 * 3));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first(), (QVariantList{0, 3LL}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(2, 10 + 16 * 3 + 1 + 5));
    QCOMPARE(chosen.last(), (QVariantList{0, 5LL})); // the same row as characters
}

void TestBytesView::clickOnTextNamesTheByte()
{
    const QSignalSpy chosen(m_view.get(), &BytesView::byteChosen);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, 4));
    QCOMPARE(chosen.first(), (QVariantList{0, 3LL})); // the fifth character begins the fourth byte
}

void TestBytesView::clickBesideNamesNothing()
{
    const QSignalSpy chosen(m_view.get(), &BytesView::byteChosen);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 4)); // a title
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(2, 1)); // an offset
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(29, 12)); // below everything
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(2, 10 + 15 * 3)); // no byte there
    QCOMPARE(chosen.count(), 0);
}

void TestBytesView::arrowsWalkThroughTheParts()
{
    const QSignalSpy chosen(m_view.get(), &BytesView::byteChosen);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(chosen.last(), (QVariantList{0, 0LL}));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(chosen.last(), (QVariantList{0, 1LL}));
    QTest::keyClick(m_view.get(), Qt::Key_Down); // past the end of 14 bytes
    QCOMPARE(chosen.last(), (QVariantList{1, 0LL}));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(chosen.last(), (QVariantList{1, 16LL}));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(chosen.last(), (QVariantList{0, 13LL}));
}

void TestBytesView::accessibleTextFollows()
{
    m_view->setHighlight(1, {2, 5});
    QVERIFY(m_view->accessibleDescription().contains(u"Payload"_s));
    QVERIFY(m_view->accessibleDescription().contains(u"2"_s));
}

void TestBytesView::megabyteIsShownAtOnce()
{
    const QByteArray big = "{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
    const jose::Token token = jose::Token::read(encoded(header) + '.' + encoded(big) + '.');
    QElapsedTimer timer;
    timer.start();
    m_view->setToken(token);
    m_view->grab();
    m_view->setHighlight(1, {0, big.size()});
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    m_view->grab();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void TestBytesView::brokenAndEmptyTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("opaque") << "abc"_ba;
    QTest::newRow("two parts") << encoded(header) + '.' + encoded(payload);
    QTest::newRow("bad base64url") << "!!!.???.="_ba;
    QTest::newRow("only dots") << "..."_ba;
    QTest::newRow("five parts") << encoded(R"({"alg":"dir","enc":"A128GCM"})") + "..aaaa.bbbb.cccc";
    QTest::newRow("JSON") << R"({"payload":"e30","protected":"e30","signature":"AA"})"_ba;
}

void TestBytesView::brokenAndEmptyTokens()
{
    QFETCH(const QByteArray, text);
    m_view->setToken(jose::Token::read(text));
    m_view->grab();
    for (int row = 0; row < 12; ++row) {
        for (int column = 0; column < 70; column += 5)
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(row, column));
    }
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Up, Qt::Key_Left})
        QTest::keyClick(m_view.get(), key);
    m_view->grab();
}

} // namespace ui

QTEST_MAIN(ui::TestBytesView)
#include "tst_bytesview.moc"
