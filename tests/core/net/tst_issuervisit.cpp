// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuervisit.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using oidc::IssuerMatch;
using support::FakeNetwork;

namespace {

constexpr base::Instant noon{1'787'572'800'000ms};

const QByteArray origin = "https://a.example";
const QByteArray openIdUrl = origin + "/.well-known/openid-configuration";
const QByteArray oauthUrl = origin + "/.well-known/oauth-authorization-server";
const QByteArray keysUrl = origin + "/jwks";

// RFC 7517 appendix A.1.
const QByteArray keySet = R"({"keys": [{"kty": "EC", "crv": "P-256", "kid": "1", "use": "sig",
    "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
    "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})";

QByteArray document(const QByteArray &issuer = origin, const QByteArray &jwksUri = keysUrl)
{
    return R"({"issuer": ")" + issuer + R"(", "jwks_uri": ")" + jwksUri + R"("})";
}

net::FetchRequest requestFor(const QString &typed)
{
    net::FetchRequest request;
    request.issuer = *oidc::parseIssuer(typed);
    return request;
}

} // namespace

class TestIssuerVisit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesMetadataAndKeys();
    void sendsItsOwnHonestHeaders();
    void reportsEveryRequestAsProgress();
    void keepsTimesOfTheClockItWasGiven();

    void triesTheOAuthUrlWhereOpenIdIsAbsent_data();
    void triesTheOAuthUrlWhereOpenIdIsAbsent();
    void triesNothingElseAfterOtherFailures_data();
    void triesNothingElseAfterOtherFailures();
    void saysWhatTheFirstAbsenceWas();
    void saysHowTheSecondOneFailedOtherwise();
    void asksTheTypedDiscoveryUrlFirst();
    void learnsTheSlashFromATypedDiscoveryUrl();

    void followsRedirectsAndKeepsEachAnswer();
    void comparesTheIssuerWithTheTypedOne();
    void stopsAtBadRedirects_data();
    void stopsAtBadRedirects();
    void fetchesKeysEvenWhenTheIssuerDiffers();

    void refusesUnusableKeyUrls_data();
    void refusesUnusableKeyUrls();
    void refusesDocumentsWithoutKeyUrl_data();
    void refusesDocumentsWithoutKeyUrl();
    void namesWhatIsWrongWithTheKeySet_data();
    void namesWhatIsWrongWithTheKeySet();
    void showsKeysOfAnotherOrigin();
    void fetchesOnlyTheKeysOfAUrl();
    void refusesKeyUrlsOfOtherSchemes();
    void namesTheEmptyIssuer();

    void blocksPrivateAddressesBehindPublicIssuers_data();
    void blocksPrivateAddressesBehindPublicIssuers();
    void blocksNamesThatResolveToPrivateAddresses();
    void blocksRedirectsToPrivateAddresses();
    void blocksTheSameNameOnceItTurnsPrivate();
    void letsPrivateAddressesPassThatWereNamed();
    void letsTypedPrivateAddressesPass();
    void remembersWhetherKeysWereAskedFor();
    void saysWhenANameHasNoAddress();
    void leavesNamesToTheProxy();
    void blocksPrivateLiteralsBehindAProxyToo();

    void endsInTimeWhenNobodyAnswers();
    void countsTheTimeOfAllRequestsTogether();
    void abortsWhatRunsWhenDropped();

private:
    static oidc::IssuerSnapshot visit(const FakeNetwork &network, const net::FetchRequest &request);
    static QString errorOf(const oidc::IssuerSnapshot &snapshot);
};

oidc::IssuerSnapshot TestIssuerVisit::visit(const FakeNetwork &network,
                                            const net::FetchRequest &request)
{
    const auto transport = network.transport();
    net::IssuerVisit visit(request, noon, *transport);
    QSignalSpy finished(&visit, &net::IssuerVisit::finished);
    visit.start();
    if (finished.isEmpty())
        finished.wait(2000);
    return finished.size() == 1 ? finished.first().first().value<oidc::IssuerSnapshot>()
                                : oidc::IssuerSnapshot{};
}

QString TestIssuerVisit::errorOf(const oidc::IssuerSnapshot &snapshot)
{
    return snapshot.error ? QString(snapshot.error->id) : QString();
}

void TestIssuerVisit::fetchesMetadataAndKeys()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document());
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), QString());
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.keys.origin(), jose::KeyOrigin::Issuer);
    QCOMPARE(snapshot.keys.size(), 1);
    QCOMPARE(snapshot.discovery.jwksUri(), QString::fromLatin1(keysUrl));
    QCOMPARE(snapshot.issuerMatch, IssuerMatch::Same);
    QCOMPARE(snapshot.exchanges.size(), 2);
    QCOMPARE(snapshot.exchanges.last().addresses, QStringList{u"203.0.113.10"_s});
    QVERIFY(!snapshot.keysFromOtherOrigin);
    QVERIFY(!snapshot.metadataFromRfc8414);
    QCOMPARE(network.complaints(), QStringList());
}

void TestIssuerVisit::sendsItsOwnHonestHeaders()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document());
    network.planJson(keysUrl, keySet);
    (void)visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(network.asked().size(), 2);
    for (const net::Hop &hop : network.asked()) {
        QVERIFY(hop.headers.value("User-Agent").startsWith("Assay/"));
        QVERIFY(hop.headers.value("User-Agent").endsWith("(token debugger)"));
        QCOMPARE(hop.headers.value("Accept"), "application/json"_ba);
        QVERIFY(!hop.headers.contains("Cookie") && !hop.headers.contains("Authorization"));
    }
}

void TestIssuerVisit::reportsEveryRequestAsProgress()
{
    FakeNetwork network;
    network.planStatus(openIdUrl, 404);
    network.planRedirect(oauthUrl, "/meta");
    network.planJson(origin + "/meta", document());
    network.planJson(keysUrl, keySet);
    const auto transport = network.transport();
    net::IssuerVisit visit(requestFor(u"https://a.example"_s), noon, *transport);
    QSignalSpy progressed(&visit, &net::IssuerVisit::progressed);
    visit.start();
    QTRY_COMPARE(progressed.size(), 4);
    QStringList steps;
    for (const QVariantList &call : progressed)
        steps.append(call.first().toString());
    QCOMPARE(steps,
             (QStringList{u"discovery"_s, u"oauth_metadata"_s, u"oauth_metadata"_s, u"keys"_s}));
    QCOMPARE(progressed.last().last().toString(), QString::fromLatin1(keysUrl));
}

void TestIssuerVisit::keepsTimesOfTheClockItWasGiven()
{
    FakeNetwork network;
    http::Exchange answer;
    answer.status = 200;
    answer.body = document();
    answer.answerHeaders.append("Date", "Mon, 24 Aug 2026 12:05:00 GMT");
    network.plan(openIdUrl, answer);
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QVERIFY(snapshot.exchanges.first().startedAt >= noon);
    QVERIFY(snapshot.fetchedAt >= snapshot.exchanges.last().startedAt);
    QVERIFY(snapshot.fetchedAt < noon + 60s);
    QVERIFY(snapshot.clockOffset && snapshot.clockOffset->isTelling());
    QCOMPARE(std::chrono::round<std::chrono::minutes>(snapshot.clockOffset->offset).count(), 5);
}

void TestIssuerVisit::triesTheOAuthUrlWhereOpenIdIsAbsent_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("404") << 404 << "no"_ba;
    QTest::newRow("405") << 405 << "no"_ba;
    QTest::newRow("410") << 410 << "no"_ba;
    QTest::newRow("a page") << 200 << "<html>sign in</html>"_ba;
    QTest::newRow("text") << 200 << "hello"_ba;
    QTest::newRow("nothing") << 204 << ""_ba;
}

void TestIssuerVisit::triesTheOAuthUrlWhereOpenIdIsAbsent()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    FakeNetwork network;
    network.planStatus(openIdUrl, status, body);
    network.planJson(oauthUrl, document());
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QVERIFY(snapshot.hasKeys());
    QVERIFY(snapshot.metadataFromRfc8414);
    QCOMPARE(snapshot.exchanges.size(), 3);
    QVERIFY(snapshot.exchanges.first().error);
    QVERIFY(!snapshot.exchanges.at(1).error);
}

void TestIssuerVisit::triesNothingElseAfterOtherFailures_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"net.tls_untrusted", "net.tls", "net.timeout", "net.refused",
                           "net.reset", "net.too_large", "net.decompression", "net.proxy"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestIssuerVisit::triesNothingElseAfterOtherFailures()
{
    QFETCH(QString, id);
    const QByteArray text = id.toLatin1();
    FakeNetwork network;
    network.planError(openIdUrl, QLatin1StringView(text));
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), id);
    QCOMPARE(snapshot.exchanges.size(), 1);
    QCOMPARE(network.complaints(), QStringList());
}

void TestIssuerVisit::saysWhatTheFirstAbsenceWas()
{
    FakeNetwork network;
    network.planStatus(openIdUrl, 404, "app not found\n");
    network.planStatus(oauthUrl, 200, "<html>");
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.app_not_found"_s);
    QCOMPARE(snapshot.exchanges.size(), 2);
    QCOMPARE(snapshot.exchanges.last().error->id, "net.html"_L1);
}

void TestIssuerVisit::saysHowTheSecondOneFailedOtherwise()
{
    FakeNetwork network;
    network.planStatus(openIdUrl, 404);
    network.planStatus(oauthUrl, 500);
    QCOMPARE(errorOf(visit(network, requestFor(u"https://a.example"_s))), u"net.status"_s);
}

void TestIssuerVisit::asksTheTypedDiscoveryUrlFirst()
{
    FakeNetwork network;
    network.planJson(oauthUrl + "/t", document(origin + "/t"));
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(QString::fromLatin1(oauthUrl) + u"/t"_s));
    QVERIFY(snapshot.hasKeys());
    QVERIFY(snapshot.metadataFromRfc8414);
    QCOMPARE(snapshot.issuerMatch, IssuerMatch::Same);
    QCOMPARE(network.askedUrls(), (QList<QByteArray>{oauthUrl + "/t", keysUrl}));
}

void TestIssuerVisit::learnsTheSlashFromATypedDiscoveryUrl()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document(origin + "/"));
    network.planJson(keysUrl, keySet);
    const auto fromUrl = visit(network, requestFor(QString::fromLatin1(openIdUrl)));
    QCOMPARE(fromUrl.issuerMatch, IssuerMatch::Same);
    QCOMPARE(fromUrl.input.issuer, u"https://a.example/"_s);
    const auto fromOrigin = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(fromOrigin.issuerMatch, IssuerMatch::SlashOrCase);
    QCOMPARE(fromOrigin.input.issuer, u"https://a.example"_s);
}

void TestIssuerVisit::followsRedirectsAndKeepsEachAnswer()
{
    FakeNetwork network;
    network.planRedirect(openIdUrl, "/one", 307);
    network.planRedirect(origin + "/one", "https://b.example/two", 308);
    network.planJson("https://b.example/two", document());
    network.planRedirect(keysUrl, "/keys", 301);
    network.planJson(origin + "/keys", keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.exchanges.size(), 5);
    QCOMPARE(snapshot.exchanges.at(0).status, 307);
    QCOMPARE(snapshot.exchanges.at(0).location(), "/one"_ba);
    QCOMPARE(snapshot.exchanges.at(2).url, "https://b.example/two"_ba);
    QCOMPARE(network.complaints(), QStringList());
}

// Authgear answers 307 to its public origin (a custom domain was activated), whose document names
// the public origin: that is not the issuer that was typed.
void TestIssuerVisit::comparesTheIssuerWithTheTypedOne()
{
    FakeNetwork network;
    network.planRedirect(openIdUrl, "https://auth.b.example/.well-known/openid-configuration", 307);
    network.planJson("https://auth.b.example/.well-known/openid-configuration",
                     document("https://auth.b.example", "https://auth.b.example/oauth2/jwks"));
    network.planJson("https://auth.b.example/oauth2/jwks", keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(snapshot.issuerMatch, IssuerMatch::Different);
    QVERIFY(snapshot.keysFromOtherOrigin);
    QCOMPARE(snapshot.input.issuer, u"https://a.example"_s);
}

void TestIssuerVisit::stopsAtBadRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("id");
    QTest::newRow("downgrade") << "http://a.example/x"_ba << u"net.redirect_downgrade"_s;
    QTest::newRow("file") << "file:///etc/passwd"_ba << u"net.redirect_scheme"_s;
    QTest::newRow("loop") << openIdUrl << u"net.redirect_loop"_s;
    QTest::newRow("password") << "https://me:pw@a.example/x"_ba << u"net.redirect_location"_s;
    QTest::newRow("none") << ""_ba << u"net.redirect_location"_s;
}

void TestIssuerVisit::stopsAtBadRedirects()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, id);
    FakeNetwork network;
    network.planRedirect(openIdUrl, location);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), id);
    QCOMPARE(snapshot.exchanges.size(), 1);
    QCOMPARE(snapshot.exchanges.first().status, 302);
    QCOMPARE(network.complaints(), QStringList());
}

void TestIssuerVisit::fetchesKeysEvenWhenTheIssuerDiffers()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document("https://b.example"));
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(snapshot.issuerMatch, IssuerMatch::Different);
    QVERIFY(snapshot.hasKeys()); // to be shown; that they give no pass is decided by the judge
}

void TestIssuerVisit::refusesUnusableKeyUrls_data()
{
    QTest::addColumn<QByteArray>("jwksUri");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *uri, const char *id, const char *detail) {
        QTest::newRow(uri) << QByteArray(uri) << QString::fromLatin1(id)
                           << QString::fromLatin1(detail);
    };
    row("file:///etc/passwd", "discovery.jwks_scheme", "file");
    row("data:application/json,{}", "discovery.jwks_scheme", "data");
    row("qrc:/x", "discovery.jwks_scheme", "qrc");
    row("ftp://a.example/jwks", "discovery.jwks_scheme", "ftp");
    row("/jwks", "discovery.jwks_uri", "/jwks");
    row("https://", "discovery.jwks_uri", "https://");
    row("https:///jwks", "discovery.jwks_uri", "https:///jwks");
    row("https://me:pw@a.example/jwks", "discovery.jwks_uri", "https://a.example/jwks");
    row("https://a.example:99999/", "discovery.jwks_uri", "https://a.example:99999/");
}

void TestIssuerVisit::refusesUnusableKeyUrls()
{
    QFETCH(QByteArray, jwksUri);
    QFETCH(QString, id);
    QFETCH(QString, detail);
    FakeNetwork network;
    network.planJson(openIdUrl, document(origin, jwksUri));
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), id);
    QCOMPARE(snapshot.error->detail, detail);
    QCOMPARE(snapshot.exchanges.size(), 1);
    QCOMPARE(network.askedUrls().size(), 1);
    QCOMPARE(snapshot.discovery.issuer(), u"https://a.example"_s); // the document is kept
}

void TestIssuerVisit::refusesDocumentsWithoutKeyUrl_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::newRow("none") << R"({"issuer": "https://a.example"})"_ba << u"discovery.no_jwks_uri"_s;
    QTest::newRow("no text") << R"({"jwks_uri": ["https://a.example"]})"_ba
                             << u"discovery.no_jwks_uri"_s;
    QTest::newRow("error object") << R"({"error": "not_found"})"_ba << u"discovery.no_jwks_uri"_s;
    QTest::newRow("no object") << "[]"_ba << u"discovery.shape"_s;
}

void TestIssuerVisit::refusesDocumentsWithoutKeyUrl()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    FakeNetwork network;
    network.planJson(openIdUrl, json);
    QCOMPARE(errorOf(visit(network, requestFor(u"https://a.example"_s))), id);
    QCOMPARE(network.complaints(), QStringList());
}

void TestIssuerVisit::namesWhatIsWrongWithTheKeySet_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::newRow("empty set") << 200 << R"({"keys": []})"_ba << u"keyset.empty"_s;
    QTest::newRow("no set") << 200 << R"({"key": []})"_ba << u"keyset.shape"_s;
    QTest::newRow("the discovery document again") << 200 << document() << u"keyset.is_discovery"_s;
    QTest::newRow("cut off") << 200 << keySet.left(40) << u"net.not_json"_s;
    QTest::newRow("a page") << 200 << "<html>"_ba << u"net.html"_s;
    QTest::newRow("nothing") << 200 << ""_ba << u"net.empty"_s;
    QTest::newRow("404") << 404 << "no"_ba << u"net.not_found"_s;
    QTest::newRow("403") << 403 << "Your IP is not allowed"_ba << u"net.forbidden_ip"_s;
}

void TestIssuerVisit::namesWhatIsWrongWithTheKeySet()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    FakeNetwork network;
    network.planJson(openIdUrl, document());
    network.planStatus(keysUrl, status, body);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), id);
    QVERIFY(!snapshot.hasKeys());
    QCOMPARE(snapshot.exchanges.size(), 2);
    QCOMPARE(snapshot.exchanges.last().body, body);
    QVERIFY(snapshot.exchanges.last().error);
    QCOMPARE(network.complaints(), QStringList()); // the OAuth URL is for metadata only
}

void TestIssuerVisit::showsKeysOfAnotherOrigin()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document(origin, "https://keys.example/jwks#now"));
    network.planJson("https://keys.example/jwks", keySet); // a fragment is never sent
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QVERIFY(snapshot.hasKeys());
    QVERIFY(snapshot.keysFromOtherOrigin);
}

void TestIssuerVisit::fetchesOnlyTheKeysOfAUrl()
{
    FakeNetwork network;
    network.planJson(keysUrl, keySet);
    net::FetchRequest request;
    request.jwksUrl = keysUrl;
    const auto snapshot = visit(network, request);
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.keys.origin(), jose::KeyOrigin::Url);
    QVERIFY(snapshot.discovery.isEmpty());
    QCOMPARE(snapshot.issuerMatch, IssuerMatch::Unknown);
    QCOMPARE(network.askedUrls(), QList<QByteArray>{keysUrl});
}

void TestIssuerVisit::refusesKeyUrlsOfOtherSchemes()
{
    FakeNetwork network;
    net::FetchRequest request;
    request.jwksUrl = "file:///etc/passwd";
    QCOMPARE(errorOf(visit(network, request)), u"keyset.url"_s);
    QVERIFY(network.askedUrls().isEmpty());
}

void TestIssuerVisit::namesTheEmptyIssuer()
{
    const FakeNetwork network;
    QCOMPARE(errorOf(visit(network, {})), u"issuer.empty"_s);
}

void TestIssuerVisit::blocksPrivateAddressesBehindPublicIssuers_data()
{
    QTest::addColumn<QByteArray>("jwksUri");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *uri, const char *host) {
        QTest::newRow(uri) << QByteArray(uri) << QString::fromLatin1(host);
    };
    row("http://127.0.0.1:8080/jwks", "127.0.0.1");
    row("http://127.1/jwks", "127.0.0.1");
    row("http://2130706433/jwks", "127.0.0.1");
    row("http://0177.0.0.1/jwks", "127.0.0.1");
    row("http://0/jwks", "0.0.0.0");
    row("https://10.0.0.1/jwks", "10.0.0.1");
    row("https://192.168.1.1/jwks", "192.168.1.1");
    row("http://169.254.169.254/latest/meta-data", "169.254.169.254");
    row("https://[::1]/jwks", "::1");
    row("https://[::ffff:10.0.0.1]/jwks", "::ffff:10.0.0.1");
    row("https://[fd00::1]/jwks", "fd00::1");
    row("https://localhost/jwks", "localhost");
    row("https://idp.LOCALHOST/jwks", "idp.localhost");
}

void TestIssuerVisit::blocksPrivateAddressesBehindPublicIssuers()
{
    QFETCH(QByteArray, jwksUri);
    QFETCH(QString, host);
    FakeNetwork network;
    network.resolve(u"0177.0.0.1"_s, {u"127.0.0.1"_s});
    network.planJson(openIdUrl, document(origin, jwksUri));
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.private_address"_s);
    QCOMPARE(snapshot.blockedHost, host);
    QCOMPARE(snapshot.exchanges.size(), 2); // the one that was not sent is shown as such
    QCOMPARE(snapshot.exchanges.last().status, 0);
    QCOMPARE(network.askedUrls(), QList<QByteArray>{openIdUrl});
}

void TestIssuerVisit::blocksNamesThatResolveToPrivateAddresses()
{
    FakeNetwork network;
    network.resolve(u"keys.example"_s, {u"203.0.113.9"_s, u"10.1.2.3"_s});
    network.planJson(openIdUrl, document(origin, "https://keys.example/jwks"));
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.private_address"_s);
    QCOMPARE(snapshot.blockedHost, u"keys.example"_s);
    QCOMPARE(snapshot.exchanges.last().addresses, (QStringList{u"203.0.113.9"_s, u"10.1.2.3"_s}));
    QCOMPARE(network.askedUrls().size(), 1);
}

void TestIssuerVisit::blocksRedirectsToPrivateAddresses()
{
    FakeNetwork network;
    network.planRedirect(openIdUrl, "https://192.168.0.1/admin");
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.private_address"_s);
    QCOMPARE(snapshot.blockedHost, u"192.168.0.1"_s);
    QCOMPARE(network.askedUrls(), QList<QByteArray>{openIdUrl});
}

// DNS rebinding: public for the document, private for the keys.
void TestIssuerVisit::blocksTheSameNameOnceItTurnsPrivate()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document());
    const auto transport = network.transport();
    net::IssuerVisit visit(requestFor(u"https://a.example"_s), noon, *transport);
    QSignalSpy progressed(&visit, &net::IssuerVisit::progressed);
    QSignalSpy finished(&visit, &net::IssuerVisit::finished);
    connect(&visit, &net::IssuerVisit::progressed, this, [&](const QString &step) {
        if (step == u"keys"_s)
            network.resolve(u"a.example"_s, {u"127.0.0.1"_s});
    });
    visit.start();
    QTRY_COMPARE(finished.size(), 1);
    const auto snapshot = finished.first().first().value<oidc::IssuerSnapshot>();
    QCOMPARE(errorOf(snapshot), u"net.private_address"_s);
    QCOMPARE(network.askedUrls(), QList<QByteArray>{openIdUrl});
}

void TestIssuerVisit::letsPrivateAddressesPassThatWereNamed()
{
    FakeNetwork network;
    network.resolve(u"keys.example"_s, {u"10.1.2.3"_s});
    network.planJson(openIdUrl, document(origin, "https://KEYS.example/jwks"));
    network.planJson("https://keys.example/jwks", keySet);
    auto request = requestFor(u"https://a.example"_s);
    request.allowedPrivateHosts = {u"keys.example"_s};
    const auto snapshot = visit(network, request);
    QVERIFY(snapshot.hasKeys());
    QVERIFY(snapshot.blockedHost.isEmpty());
}

void TestIssuerVisit::letsTypedPrivateAddressesPass()
{
    FakeNetwork network;
    network.resolve(u"idp.corp"_s, {u"10.0.0.5"_s});
    network.resolve(u"keys.corp"_s, {u"10.0.0.6"_s});
    network.planJson("https://idp.corp/.well-known/openid-configuration",
                     document("https://idp.corp", "https://keys.corp/jwks"));
    network.planJson("https://keys.corp/jwks", keySet);
    QVERIFY(visit(network, requestFor(u"https://idp.corp"_s)).hasKeys());
    // Nearer than what was typed is blocked there too.
    network.resolve(u"keys.corp"_s, {u"127.0.0.1"_s});
    QCOMPARE(visit(network, requestFor(u"https://idp.corp"_s)).blockedHost, u"keys.corp"_s);
}

void TestIssuerVisit::remembersWhetherKeysWereAskedFor()
{
    FakeNetwork network;
    network.planStatus(openIdUrl, 404);
    network.planStatus(oauthUrl, 404);
    QCOMPARE(visit(network, requestFor(u"https://a.example"_s)).keysUrl, QByteArray());
    FakeNetwork working;
    working.planJson(openIdUrl, document());
    working.planRedirect(keysUrl, "/elsewhere");
    working.planStatus(origin + "/elsewhere", 500);
    const auto snapshot = visit(working, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.status"_s);
    QCOMPARE(snapshot.keysUrl, keysUrl); // before redirects
}

void TestIssuerVisit::saysWhenANameHasNoAddress()
{
    FakeNetwork network;
    network.resolve(u"a.example"_s, {});
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QCOMPARE(errorOf(snapshot), u"net.dns"_s);
    QCOMPARE(snapshot.error->detail, u"a.example"_s);
    QVERIFY(network.askedUrls().isEmpty());
}

void TestIssuerVisit::leavesNamesToTheProxy()
{
    FakeNetwork network;
    network.setProxy(u"proxy.corp:3128"_s);
    network.planJson(openIdUrl, document());
    network.planJson(keysUrl, keySet);
    const auto snapshot = visit(network, requestFor(u"https://a.example"_s));
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.exchanges.first().proxy, u"proxy.corp:3128"_s);
    QVERIFY(network.resolved().isEmpty());
}

void TestIssuerVisit::blocksPrivateLiteralsBehindAProxyToo()
{
    FakeNetwork network;
    network.setProxy(u"proxy.corp:3128"_s);
    network.planJson(openIdUrl, document(origin, "http://169.254.169.254/x"));
    QCOMPARE(errorOf(visit(network, requestFor(u"https://a.example"_s))), u"net.private_address"_s);
}

void TestIssuerVisit::endsInTimeWhenNobodyAnswers()
{
    FakeNetwork network;
    network.planSilence(openIdUrl);
    auto request = requestFor(u"https://a.example"_s);
    request.timeout = 60ms;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto snapshot = visit(network, request);
    QVERIFY(elapsed.elapsed() >= 55);
    QVERIFY(elapsed.elapsed() < 1000);
    QCOMPARE(errorOf(snapshot), u"net.timeout"_s);
    QCOMPARE(snapshot.error->detail, QString::fromLatin1(openIdUrl));
    QCOMPARE(snapshot.exchanges.size(), 1);
    QVERIFY(snapshot.exchanges.first().duration >= 55ms);
    QCOMPARE(network.aborts(), 1);
}

void TestIssuerVisit::countsTheTimeOfAllRequestsTogether()
{
    FakeNetwork network;
    network.planJson(openIdUrl, document());
    network.planSilence(keysUrl);
    auto request = requestFor(u"https://a.example"_s);
    request.timeout = 60ms;
    const auto snapshot = visit(network, request);
    QCOMPARE(errorOf(snapshot), u"net.timeout"_s);
    QCOMPARE(snapshot.exchanges.size(), 2);
    QVERIFY(!snapshot.discovery.isEmpty());
    QVERIFY(snapshot.fetchedAt < noon + 5s);
}

void TestIssuerVisit::abortsWhatRunsWhenDropped()
{
    FakeNetwork network;
    network.planSilence(openIdUrl);
    const auto transport = network.transport();
    {
        net::IssuerVisit visit(requestFor(u"https://a.example"_s), noon, *transport);
        visit.start();
        QTRY_COMPARE(network.asked().size(), 1);
    }
    QCOMPARE(network.aborts(), 1);
}

QTEST_GUILESS_MAIN(TestIssuerVisit)
#include "tst_issuervisit.moc"
