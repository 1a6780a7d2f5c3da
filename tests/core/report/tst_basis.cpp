// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/basis.h"

#include "tests/core/verdict/builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using oidc::Transport;

namespace {

QString basis(const QByteArray &token, const verdict::Evidence &evidence,
              report::Quote quote = base::escape::visible)
{
    const auto examination = verdict::examine(jose::Token::read(token), evidence);
    const auto judged = verdict::judge(examination, profile(verdict::Profile::Any), noon);
    return report::basisOf(examination, judged, quote);
}

verdict::Evidence given(const QByteArray &json, jose::KeyOrigin origin)
{
    verdict::Evidence evidence;
    evidence.given << keySet(json, origin);
    return evidence;
}

verdict::Evidence over(Transport transport)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.transport = transport;
    return evidenceOf(snapshot);
}

http::Exchange exchange(const QByteArray &url, const QString &protocol = {})
{
    http::Exchange made;
    made.url = url;
    made.tls.protocol = protocol;
    return made;
}

QByteArray token()
{
    return minted(accessHeader(), accessClaims());
}

} // namespace

//! Law 4: a green mark names its basis. Which key, whose, from where, how old, over what; and every
//! weakness stands beside it.
class TestBasis final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoseKeyItWas_data();
    void saysWhoseKeyItWas();
    void saysWhatWasAtHandWithoutAKey_data();
    void saysWhatWasAtHandWithoutAKey();
    void namesEveryWeaknessBesideTheKey_data();
    void namesEveryWeaknessBesideTheKey();
    void namesTheTransport_data();
    void namesTheTransport();
    void namesTheSource();
    void quotesForeignText();
    void hasNothingToSayWithoutASignature();
};

void TestBasis::saysWhoseKeyItWas_data()
{
    QTest::addColumn<verdict::Evidence>("evidence");
    QTest::addColumn<QString>("beginning");
    const QByteArray set = jwks({issuerKey()});
    QTest::newRow("issuer") << authgear() << u"Checked with the key “k1”, fetched from "_s;
    QTest::newRow("URL") << given(set, jose::KeyOrigin::Url)
                         << u"Checked with the key “k1” from an address that you gave."_s;
    QTest::newRow("file") << given(set, jose::KeyOrigin::File)
                          << u"Checked with the key “k1” that you gave."_s;
}

void TestBasis::saysWhoseKeyItWas()
{
    QFETCH(const verdict::Evidence, evidence);
    QFETCH(const QString, beginning);
    const QString text = basis(token(), evidence);
    QVERIFY2(text.startsWith(beginning), qPrintable(text));
}

void TestBasis::saysWhatWasAtHandWithoutAKey_data()
{
    QTest::addColumn<verdict::Evidence>("evidence");
    QTest::addColumn<QString>("beginning");
    oidc::IssuerSnapshot failed = authgearSnapshot();
    failed.error = base::Error{"net.dns"_L1, u"a.example"_s, -1};
    oidc::IssuerSnapshot strange = authgearSnapshot();
    strange.keys = keySet(jwks({strangerKey(), strangerKey()}), jose::KeyOrigin::Issuer);
    QTest::newRow("nothing") << verdict::Evidence{}
                             << u"No issuer has answered and no key was given."_s;
    QTest::newRow("other keys of a person") << given(jwks({strangerKey()}), jose::KeyOrigin::File)
                                            << u"Only keys that you gave were at hand."_s;
    QTest::newRow("other keys of the issuer")
        << evidenceOf(strange) << u"Keys at hand: 2, fetched from "_s;
    QTest::newRow("issuer without keys") << evidenceOf(failed) << u"No keys from the issuer: "_s;
}

void TestBasis::saysWhatWasAtHandWithoutAKey()
{
    QFETCH(const verdict::Evidence, evidence);
    QFETCH(const QString, beginning);
    const QString text = basis(token(), evidence);
    QVERIFY2(text.startsWith(beginning), qPrintable(text));
    QVERIFY(!text.contains(u"Checked with"_s));
}

void TestBasis::namesEveryWeaknessBesideTheKey_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<verdict::Evidence>("evidence");
    QTest::addColumn<int>("warnings");
    const auto withKeys = [](const QByteArray &json) {
        oidc::IssuerSnapshot snapshot = authgearSnapshot();
        snapshot.keys = keySet(json, jose::KeyOrigin::Issuer);
        return evidenceOf(snapshot);
    };
    const Json nameless = Json().text("alg", "RS256").text("typ", "at+jwt");
    oidc::IssuerSnapshot spelled = authgearSnapshot();
    spelled.input.issuer += u'/';
    spelled.issuerMatch = oidc::IssuerMatch::SlashOrCase;
    oidc::IssuerSnapshot doubled = authgearSnapshot();
    doubled.discovery = discovery(R"({"issuer":")"_ba + issuer + R"(","issuer":")" + issuer
                                  + R"(","jwks_uri":"https://demo.authgear.cloud/oauth2/jwks"})");
    QByteArray withPrivate = jwks({issuerKey()});
    withPrivate.replace(R"("use")", R"("d":"AQAB","use")");

    QTest::newRow("none") << token() << authgear() << 0;
    QTest::newRow("loopback needs none") << token() << over(Transport::PlainLoopback) << 0;
    QTest::newRow("plain http") << token() << over(Transport::Plain) << 1;
    QTest::newRow("certificate trusted by hand") << token() << over(Transport::TlsException) << 1;
    QTest::newRow("key without kid") << token() << withKeys(jwks({issuerKey()}, {""})) << 1;
    QTest::newRow("several keys fit")
        << minted(nameless, accessClaims()) << withKeys(jwks({strangerKey(), issuerKey()})) << 1;
    QTest::newRow("issuer spelled otherwise") << token() << evidenceOf(spelled) << 1;
    QTest::newRow("issuer named twice") << token() << evidenceOf(doubled) << 1;
    QTest::newRow("private key published") << token() << withKeys(withPrivate) << 1;
}

void TestBasis::namesEveryWeaknessBesideTheKey()
{
    QFETCH(const QByteArray, token);
    QFETCH(const verdict::Evidence, evidence);
    const QString text = basis(token, evidence);
    QVERIFY2(text.startsWith(u"Checked with the key “"_s), qPrintable(text));
    QTEST(int(text.count(u"Warning: "_s)), "warnings");
}

void TestBasis::namesTheTransport_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<QStringList>("protocols");
    QTest::addColumn<QString>("text");
    const auto row
        = [](const char *tag, Transport transport, const QStringList &protocols, const char *text) {
              QTest::newRow(tag) << transport << protocols << QString::fromLatin1(text);
          };
    row("TLS, version unknown", Transport::Tls, {}, "TLS");
    row("TLS 1.3", Transport::Tls, {u"TLS 1.3"_s}, "TLS 1.3");
    row("the last one that is known", Transport::Tls, {u"TLS 1.3"_s, u"TLS 1.2"_s, QString()},
        "TLS 1.2");
    row("exception", Transport::TlsException, {u"TLS 1.3"_s},
        "TLS with a certificate trusted by hand");
    row("loopback", Transport::PlainLoopback, {}, "http on this computer");
    row("plain, after TLS", Transport::Plain, {u"TLS 1.3"_s}, "plain http");
}

void TestBasis::namesTheTransport()
{
    QFETCH(const Transport, transport);
    QFETCH(const QStringList, protocols);
    oidc::IssuerSnapshot snapshot;
    snapshot.transport = transport;
    for (const QString &protocol : protocols)
        snapshot.exchanges << exchange("https://a.example/", protocol);
    QTEST(report::transportText(snapshot), "text");
}

void TestBasis::namesTheSource()
{
    oidc::IssuerSnapshot snapshot;
    snapshot.input.issuer = u"https://a.example"_s;
    QCOMPARE(report::keySourceOf(snapshot), u"https://a.example"_s);
    snapshot.exchanges << exchange("https://a.example/jwks")
                       << exchange("https://keys.example/jwks"); // where a redirect led
    QCOMPARE(report::keySourceOf(snapshot), u"https://keys.example/jwks"_s);
}

void TestBasis::quotesForeignText()
{
    const QByteArray kid = "k\\u202e`1";
    const QByteArray signedToken
        = mintedBytes(R"({"alg":"RS256","kid":")" + kid + "\"}", accessClaims().bytes());
    const auto evidence = given(jwks({issuerKey()}, {kid}), jose::KeyOrigin::File);
    QVERIFY(basis(signedToken, evidence).contains(u"“k\\u{202E}`1”"_s));
    const QString code = basis(signedToken, evidence, base::escape::forMarkdownCode);
    QVERIFY2(code.contains(u"``"_s) && !code.contains(QChar(0x202e)), qPrintable(code));
}

void TestBasis::hasNothingToSayWithoutASignature()
{
    QCOMPARE(basis("opaque", authgear()), QString());
    QCOMPARE(basis({}, {}), QString());
}

QTEST_GUILESS_MAIN(TestBasis)
#include "tst_basis.moc"
