// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui {

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsTokensOut_data();
    void keepsTokensOut();
    void remembersPolicy();
    void writesNoTokenWhateverFieldItWasTypedInto();
    void newestIssuerComesFirstAndOnce();
    void refusesIssuersThatAreNone_data();
    void refusesIssuersThatAreNone();
    void forgetsTheOldestIssuer();
    void filesAreForgottenUnlessWanted();
    void tenFilesAreEnoughAndNoneIsAToken();
    void themeNamesGoBothWays();
    void zoomHasLimits();
    void brokenFileGivesDefaults();

private:
    [[nodiscard]] QByteArray written() const;

    QTemporaryDir m_folder;
    QString m_file;
};

void TestSettings::init()
{
    m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + ".ini"_L1);
    QFile::remove(m_file);
}

QByteArray TestSettings::written() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettings::keepsTokensOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("safe");
    QTest::newRow("issuer") << u"https://demo-1-ea.authgear.cloud"_s << true;
    QTest::newRow("issuer with a long path")
        << u"https://login.example.com/realms/production-europe-west/protocol"_s << true;
    QTest::newRow("scope") << u"https://authgear.com/scopes/full-access"_s << true;
    QTest::newRow("JWT") << u"eyJhbGciOiJub25lIn0.e30."_s << false;
    QTest::newRow("JWT in a URL") << u"https://app.example/#access_token=eyJhbGciOiJub25lIn0.e30."_s
                                  << false;
    QTest::newRow("header with white space, RFC 7515 A.2")
        << u"eyAiYWxnIjoiUlMyNTYiIH0.e30.AAAA"_s << false;
    QTest::newRow("header that begins ewo")
        << u"ewogICJhbGciOiAiUlMyNTYiLCAia2lkIjogImFiY2RlZiIgfQ.ewogfQ0AAAA.AAAA"_s << false;
    QTest::newRow("opaque access token, authgear 3.7")
        << u"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"_s << false;
    QTest::newRow("refresh token, authgear 3.7")
        << u"0f8fad5b-d9cb-469f-a165-70867728950e.a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"_s << false;
    QTest::newRow("far too long") << QString(301, u'a') << false;
}

void TestSettings::keepsTokensOut()
{
    QFETCH(const QString, text);
    QFETCH(const bool, safe);
    QCOMPARE(isSafeToRemember(text), safe);
}

void TestSettings::remembersPolicy()
{
    verdict::Policy policy;
    policy.profile = verdict::Profile::Sensitive;
    policy.audiences = {u"https://api.example.com"_s, u"second"_s};
    policy.clientId = u"0123456789abcdef0123456789abcdef"_s;
    policy.scopes = {u"openid"_s};
    policy.roles = {u"admin"_s};
    policy.claims = {u"email"_s};
    policy.maxAuthAge = 90s;
    policy.leeway = 30s;
    Settings(m_file).setPolicy(policy);
    QCOMPARE(Settings(m_file).policy(), policy);

    policy.maxAuthAge.reset();
    Settings(m_file).setPolicy(policy);
    QCOMPARE(Settings(m_file).policy(), policy);
}

void TestSettings::writesNoTokenWhateverFieldItWasTypedInto()
{
    const auto token = u"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl"_s;
    verdict::Policy policy;
    policy.audiences = {token};
    policy.clientId = token;
    policy.scopes = {token};
    policy.roles = {token};
    policy.claims = {token};
    {
        Settings settings(m_file);
        settings.setPolicy(policy);
        settings.addIssuer(token);
        settings.addIssuer(u"https://app.example/?token="_s + token);
    }
    QVERIFY(!written().isEmpty());
    QVERIFY2(!written().contains("eyJ"), written().constData());
}

void TestSettings::newestIssuerComesFirstAndOnce()
{
    Settings settings(m_file);
    settings.addIssuer(u"https://a.example"_s);
    settings.addIssuer(u"https://b.example"_s);
    settings.addIssuer(u"https://a.example"_s);
    QCOMPARE(settings.issuers(), QStringList({u"https://a.example"_s, u"https://b.example"_s}));
    settings.clearIssuers();
    QVERIFY(settings.issuers().isEmpty());
}

void TestSettings::refusesIssuersThatAreNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("with a password") << u"https://me:secret@example.com"_s;
    QTest::newRow("with a query") << u"https://example.com/?code=abc"_s;
}

void TestSettings::refusesIssuersThatAreNone()
{
    QFETCH(const QString, text);
    Settings settings(m_file);
    settings.addIssuer(text);
    QVERIFY(settings.issuers().isEmpty());
}

void TestSettings::forgetsTheOldestIssuer()
{
    Settings settings(m_file);
    for (int number = 0; number < 25; ++number)
        settings.addIssuer(u"https://issuer-%1.example"_s.arg(number));
    QCOMPARE(settings.issuers().size(), 20);
    QCOMPARE(settings.issuers().first(), u"https://issuer-24.example"_s);
}

void TestSettings::filesAreForgottenUnlessWanted()
{
    {
        Settings settings(m_file);
        QVERIFY(!settings.remembersFiles());
        settings.addRecentFile(u"/home/me/customer-4711.har"_s);
    }
    QVERIFY2(!written().contains("4711"), written().constData());
    Settings settings(m_file);
    settings.setRemembersFiles(true);
    settings.addRecentFile(u"/home/me/a.har"_s);
    settings.addRecentFile(u"/home/me/b.har"_s);
    settings.addRecentFile(u"/home/me/a.har"_s);
    QCOMPARE(settings.recentFiles(), QStringList({u"/home/me/a.har"_s, u"/home/me/b.har"_s}));
    settings.forgetRecentFile(u"/home/me/a.har"_s);
    settings.forgetRecentFile(u"/nowhere"_s);
    QCOMPARE(settings.recentFiles(), QStringList{u"/home/me/b.har"_s});
    settings.setRemembersFiles(false);
    settings.setRemembersFiles(true);
    QVERIFY(settings.recentFiles().isEmpty());
}

void TestSettings::tenFilesAreEnoughAndNoneIsAToken()
{
    Settings settings(m_file);
    settings.setRemembersFiles(true);
    for (int number = 0; number < 15; ++number)
        settings.addRecentFile(u"/tmp/%1.har"_s.arg(number));
    QCOMPARE(settings.recentFiles().size(), 10);
    QCOMPARE(settings.recentFiles().first(), u"/tmp/14.har"_s);
    settings.addRecentFile(u"/tmp/eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln.txt"_s);
    QCOMPARE(settings.recentFiles().first(), u"/tmp/14.har"_s);
}

void TestSettings::themeNamesGoBothWays()
{
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QCOMPARE(themeFromName(QString(name(choice))), choice);
        Settings settings(m_file);
        settings.setTheme(choice);
        QCOMPARE(settings.theme(), choice);
    }
    QCOMPARE(themeFromName(u"purple"), std::nullopt);
}

void TestSettings::zoomHasLimits()
{
    Settings settings(m_file);
    QCOMPARE(settings.zoom(), 0);
    settings.setZoom(99);
    QCOMPARE(settings.zoom(), 12);
    settings.setZoom(-99);
    QCOMPARE(settings.zoom(), -4);
}

void TestSettings::brokenFileGivesDefaults()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[policy]\nprofile=nonsense\nmaxAuthAge=abc\nleeway=-5\n[window]\nzoom=1e9\n");
    file.close();
    const Settings settings(m_file);
    QCOMPARE(settings.policy().profile, verdict::Profile::Automatic);
    QCOMPARE(settings.policy().leeway, 0s);
    QCOMPARE(settings.zoom(), 0);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestSettings)
#include "tst_settings.moc"
