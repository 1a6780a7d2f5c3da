// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/behaviours.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hostileserver.h"
#include "ui/session/session.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wraplabel.h"
#include "ui/window/issuerbar.h"
#include "ui/window/issuernotice.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

// RFC 7517 appendix A.1
const QByteArray keySet = R"({"keys":[{"kty":"EC","crv":"P-256",
 "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
 "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})";

void offerKeys(support::HostileServer &server)
{
    const QByteArray base = server.base();
    server.on("/.well-known/openid-configuration",
              support::json(R"({"issuer":")" + base + R"(","jwks_uri":")" + base + R"(/jwks"})"));
    server.on("/jwks", support::json(keySet));
}

} // namespace

//! The issuer's field, what its state says, and what can be done about a visit that failed.
class TestIssuerBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void onlyAddressesStay_data();
    void onlyAddressesStay();
    void stateSaysWhatIsGoingOn();
    void slowAnswerShowsTheSecondsAndCanBeCancelled();
    void historyIsOffered();
    void failureSaysWhatToDo_data();
    void failureSaysWhatToDo();
    void certificateIsShownBeforeItIsTrusted();
    void typingTakesTheNoticeAway();
    void pictureFollowsTextAndTheme();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part() const
    {
        return m_bar->findChild<Widget *>();
    }
    [[nodiscard]] QString state() const { return part<WrapLabel>()->text(); }
    void ask(const support::HostileServer &server);

    support::FakeClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<IssuerBar> m_bar;
    std::unique_ptr<IssuerNotice> m_notice;
};

void TestIssuerBar::init()
{
    m_session = std::make_unique<Session>(m_clock);
    m_bar = std::make_unique<IssuerBar>(m_session.get());
    m_notice = std::make_unique<IssuerNotice>(m_session.get());
    m_bar->resize(1000, 40);
    m_bar->show();
}

void TestIssuerBar::cleanup()
{
    m_notice.reset();
    m_bar.reset();
    m_session.reset();
}

void TestIssuerBar::ask(const support::HostileServer &server)
{
    m_session->setIssuerText(server.issuer());
    part<QPushButton>()->click();
    QTRY_VERIFY(m_session->snapshot() && !m_session->isFetching());
}

void TestIssuerBar::onlyAddressesStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isToken");
    QTest::newRow("origin") << u"https://project.authgear.cloud"_s << false;
    QTest::newRow("host alone") << u"project.authgear.cloud"_s << false;
    QTest::newRow("discovery document")
        << u"https://project.authgear.cloud/.well-known/openid-configuration"_s << false;
    QTest::newRow("words") << u"what is this"_s << false;
    QTest::newRow("JWT") << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."_s << true;
    QTest::newRow("header line") << u"Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."_s << true;
}

void TestIssuerBar::onlyAddressesStay()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isToken);
    const QSignalSpy pasted(m_bar.get(), &IssuerBar::tokenPasted);
    part<QLineEdit>()->setText(text);
    QCOMPARE(pasted.count(), isToken ? 1 : 0);
    QCOMPARE(part<QLineEdit>()->text(), isToken ? QString() : text);
    QCOMPARE(m_session->issuerText(), isToken ? QString() : text);
}

void TestIssuerBar::stateSaysWhatIsGoingOn()
{
    QVERIFY(state().startsWith(u"No issuer"_s));
    QVERIFY(!part<QPushButton>()->isEnabled());
    part<QLineEdit>()->setText(u"https://project.authgear.cloud"_s);
    QVERIFY(state().contains(u"nothing is sent before you press Fetch keys"_s));
    QVERIFY(part<QPushButton>()->isEnabled());
    part<QLineEdit>()->setText(u"ftp://project.authgear.cloud"_s);
    QVERIFY(!part<QPushButton>()->isEnabled());
    QVERIFY(!m_notice->accessibleName().isEmpty());
    QCOMPARE(state(), m_notice->accessibleName());

    support::HostileServer server;
    offerKeys(server);
    ask(server);
    QVERIFY2(state().contains(u"1 key"_s) && state().contains(u"this computer"_s),
             qPrintable(state()));
}

void TestIssuerBar::slowAnswerShowsTheSecondsAndCanBeCancelled()
{
    support::HostileServer server;
    server.on("/.well-known/openid-configuration", support::silence());
    m_session->setIssuerText(server.issuer());
    part<QPushButton>()->click();
    QTRY_VERIFY(state().startsWith(u"Asking "_s + server.issuer()));
    m_clock.advance(std::chrono::milliseconds{3400});
    QTRY_VERIFY2(state().startsWith(u"3 s of at most 10 s"_s), qPrintable(state()));
    QCOMPARE(part<QPushButton>()->text(), u"Cancel"_s);
    part<QPushButton>()->click();
    QTRY_VERIFY(!m_session->isFetching());
    QCOMPARE(part<QPushButton>()->text(), u"Fetch &keys"_s);
    QVERIFY(!state().contains(u"of at most"_s));
    QVERIFY2(state().startsWith(u"Stopped"_s), qPrintable(state())); // it was asked
    m_session->setIssuerText(u"https://another.example"_s);
    QVERIFY2(state().startsWith(u"Not asked yet"_s), qPrintable(state()));
}

void TestIssuerBar::historyIsOffered()
{
    part<QLineEdit>()->setText(u"https://typed.example"_s);
    m_bar->setHistory({u"https://b.example"_s, u"https://a.example"_s});
    QCOMPARE(part<QComboBox>()->count(), 2);
    QCOMPARE(part<QLineEdit>()->text(), u"https://typed.example"_s); // and nothing is overwritten
    part<QComboBox>()->setCurrentIndex(1);
    QCOMPARE(m_session->issuerText(), u"https://a.example"_s);
    QVERIFY(!m_session->isFetching()); // choosing is not asking
}

void TestIssuerBar::failureSaysWhatToDo_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing there") << "404 Not Found"_ba
                                   << "text/plain"_ba
                                   << "no"_ba;
    QTest::newRow("forbidden") << "403 Forbidden"_ba
                               << "text/plain"_ba
                               << "no"_ba;
    QTest::newRow("web page") << "200 OK"_ba
                              << "text/html"_ba
                              << "<html><b>hello</b></html>"_ba;
    QTest::newRow("broken") << "200 OK"_ba
                            << "application/json"_ba
                            << "{\"issuer\":"_ba;
    QTest::newRow("down") << "502 Bad Gateway"_ba
                          << "text/html"_ba
                          << "<img src=x>"_ba;
}

void TestIssuerBar::failureSaysWhatToDo()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    support::HostileServer server;
    const support::Behaviour failing = support::answer(status, type, body);
    server.on("/.well-known/openid-configuration", failing);
    server.on("/.well-known/oauth-authorization-server", failing);
    ask(server);
    QVERIFY(!m_notice->isHidden());
    QCOMPARE(state(), m_notice->accessibleName());
    QVERIFY(m_notice->accessibleDescription().size() > 40); // why, and what to do
    for (const QLabel *label : m_notice->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    for (const QPushButton *button : m_notice->findChildren<QPushButton *>())
        QVERIFY(button->isHidden()); // nothing that a click could mend
}

void TestIssuerBar::certificateIsShownBeforeItIsTrusted()
{
    support::HostileServer server(u"selfsigned"_s);
    offerKeys(server);
    ask(server);
    QVERIFY(m_session->snapshot()->error);
    const auto press = [this](const QString &text) {
        for (QPushButton *button : m_notice->findChildren<QPushButton *>()) {
            if (button->text() == text && !button->isHidden())
                button->click();
        }
    };
    press(u"Trust this certificate\u2026"_s);
    auto *box = m_notice->findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QVERIFY(box->informativeText().contains(u"SHA-256: "_s));
    for (const QLabel *label : box->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText); // a subject is foreign text
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(!m_session->isFetching());
    QTRY_VERIFY(m_notice->findChild<QMessageBox *>() == nullptr);

    press(u"Trust this certificate\u2026"_s);
    press(u"Trust for this run"_s); // it is a part of the notice
    QTRY_VERIFY(m_session->snapshot() && m_session->snapshot()->hasKeys());
    QVERIFY(m_notice->isHidden());
    QVERIFY2(state().contains(u"certificate trusted by you"_s), qPrintable(state()));
}

void TestIssuerBar::typingTakesTheNoticeAway()
{
    support::HostileServer server; // answers 404
    ask(server);
    QVERIFY(!m_notice->isHidden());
    part<QLineEdit>()->setText(u"https://other.example"_s);
    QVERIFY(m_notice->isHidden());
}

void TestIssuerBar::pictureFollowsTextAndTheme()
{
    const auto picture = [this] {
        for (const QLabel *label : m_bar->findChildren<QLabel *>()) {
            if (label->text().isEmpty() && !label->pixmap(Qt::ReturnByValue).isNull())
                return label->pixmap(Qt::ReturnByValue).toImage();
        }
        return QImage();
    };
    const QImage before = picture();
    QVERIFY(!before.isNull());
    m_bar->setPalette(themePalette(!isDark(m_bar->palette())));
    QVERIFY(picture() != before);
    m_bar->setFont(scaled(m_bar->font(), 2));
    QVERIFY(picture().height() > before.height());
}

} // namespace ui

QTEST_MAIN(ui::TestIssuerBar)
#include "tst_issuerbar.moc"
