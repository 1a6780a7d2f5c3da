// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/capturenote.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

base::Finding finding(QLatin1StringView id, base::Outcome outcome)
{
    base::Finding one;
    one.id = id;
    one.outcome = outcome;
    return one;
}

const base::Finding stripped = finding("capture.stripped"_L1, base::Outcome::Warn);
const base::Finding expired = finding("answer.expired"_L1, base::Outcome::Fail);

} // namespace

//! What is said of a capture: the worst first, in words and not by colour alone.
class TestCaptureNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void worstStandsFirst();
    void fewRowsAreShownAndAllAreSaid();
    void lowWindowGetsOneLine();
    void pictureGrowsWithTheText();
    void pictureFollowsTheTheme();
    void nothingToSayIsEmpty();

private:
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QImage picture() const;

    std::unique_ptr<CaptureNote> m_note;
};

void TestCaptureNote::init()
{
    m_note = std::make_unique<CaptureNote>();
    m_note->resize(400, 200);
    m_note->show();
}

void TestCaptureNote::cleanup()
{
    m_note.reset();
    applyTheme(false);
}

QStringList TestCaptureNote::titles() const
{
    QStringList texts;
    for (const WrapLabel *label : m_note->findChildren<WrapLabel *>())
        texts.append(label->text());
    return texts;
}

QImage TestCaptureNote::picture() const
{
    for (const QLabel *label : m_note->findChildren<QLabel *>()) {
        if (!label->pixmap().isNull())
            return label->pixmap().toImage();
    }
    return {};
}

void TestCaptureNote::worstStandsFirst()
{
    m_note->setFindings({stripped, expired}, {});
    const QString said = m_note->accessibleName();
    QVERIFY(!said.isEmpty());
    QVERIFY2(titles().first().contains(u"expired"_s), qPrintable(titles().join(u'|')));
    QVERIFY(said.startsWith(titles().first()));
}

void TestCaptureNote::fewRowsAreShownAndAllAreSaid()
{
    base::Findings many;
    for (int i = 0; i < 60; ++i) {
        many.append(expired);
        many.last().subject = QString::number(i);
    }
    m_note->setFindings(many, {});
    QVERIFY(titles().size() <= 6);
    QCOMPARE(m_note->accessibleName().count(u'\n'), 59);
    QVERIFY(!m_note->toolTip().isEmpty());
}

void TestCaptureNote::lowWindowGetsOneLine()
{
    m_note->setFindings({stripped, expired}, {});
    QCoreApplication::processEvents(); // rows are shown as an event
    const int tall = m_note->sizeHint().height();
    m_note->setCompact(true);
    QTRY_VERIFY(m_note->sizeHint().height() < tall);
    QVERIFY(titles().first().contains(u"expired"_s));
    m_note->setCompact(false);
    QTRY_COMPARE(m_note->sizeHint().height(), tall);
}

void TestCaptureNote::pictureGrowsWithTheText()
{
    m_note->setFindings({expired}, {});
    const int before = picture().width();
    m_note->setFont(scaled(m_note->font(), 2));
    QVERIFY(picture().width() >= 2 * before - 2);
}

void TestCaptureNote::pictureFollowsTheTheme()
{
    applyTheme(false);
    QCoreApplication::processEvents(); // the palette reaches widgets as an event
    m_note->setFindings({expired}, {});
    const QImage light = picture();
    applyTheme(true);
    QCoreApplication::processEvents();
    QVERIFY(picture() != light);
}

void TestCaptureNote::nothingToSayIsEmpty()
{
    m_note->setFindings({expired}, {});
    QVERIFY(!m_note->isEmpty());
    m_note->setFindings({}, {});
    QVERIFY(m_note->isEmpty());
    QVERIFY(titles().isEmpty());
    QCOMPARE(m_note->accessibleName(), QString());
}

} // namespace ui

QTEST_MAIN(ui::TestCaptureNote)
#include "tst_capturenote.moc"
