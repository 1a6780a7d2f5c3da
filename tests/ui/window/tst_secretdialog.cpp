// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/handmade.h"
#include "ui/session/session.h"
#include "ui/window/secretdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestSecretDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void secretVerifiesTheToken_data();
    void secretVerifiesTheToken();
    void wrongEncodingIsSaidInFull();
    void secretIsNeverShown();
    void titleIsNotCut();

private:
    void give(const QByteArray &text, int encoding);

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SecretDialog> m_dialog;
};

void TestSecretDialog::init()
{
    m_session = std::make_unique<Session>(m_clock);
    m_session->setInput(handmade::signedToken(handmade::payload()));
    m_dialog = std::make_unique<SecretDialog>(m_session.get());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestSecretDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
}

void TestSecretDialog::give(const QByteArray &text, int encoding)
{
    m_dialog->findChild<QLineEdit *>()->setText(QString::fromUtf8(text));
    m_dialog->findChild<QComboBox *>()->setCurrentIndex(encoding);
    m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
}

void TestSecretDialog::secretVerifiesTheToken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("encoding");
    QTest::newRow("text") << handmade::secret << 0;
    QTest::newRow("base64") << handmade::secret.toBase64() << 1;
    QTest::newRow("base64url") << handmade::encoded(handmade::secret) << 2;
    QTest::newRow("hexadecimal") << handmade::secret.toHex() << 3;
}

void TestSecretDialog::secretVerifiesTheToken()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, encoding);
    give(text, encoding);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_session->verdict().signature, jose::SignatureStatus::Valid);
    QCOMPARE(m_session->givenKeyLabels().size(), 1);
}

//! All of it is to be read: what wraps makes the dialog taller.
void TestSecretDialog::wrongEncodingIsSaidInFull()
{
    give("zz", 3);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_session->givenKeyLabels().isEmpty());
    QCoreApplication::processEvents(); // the layout follows
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        QVERIFY(label->isVisible());
        const int wanted = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->sizeHint().height();
        QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
    }
    QVERIFY(m_dialog->findChild<QLineEdit *>()->hasFocus() || !m_dialog->isActiveWindow());
}

void TestSecretDialog::secretIsNeverShown()
{
    auto *field = m_dialog->findChild<QLineEdit *>();
    field->setText(QString::fromUtf8(handmade::secret));
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!field->displayText().contains(u"secret"_s));
    QGuiApplication::clipboard()->setText(u"before"_s);
    field->selectAll();
    field->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestSecretDialog::titleIsNotCut()
{
    const int room = m_dialog->width() - 160; // three buttons of a window manager
    QVERIFY(m_dialog->fontMetrics().horizontalAdvance(m_dialog->windowTitle()) < room);
}

} // namespace ui

QTEST_MAIN(ui::TestSecretDialog)
#include "tst_secretdialog.moc"
