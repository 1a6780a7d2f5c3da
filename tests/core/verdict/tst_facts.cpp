// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using base::Finding;
using verdict::Evidence;
using verdict::Verdict;

namespace {

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

// An empty finding where there is none, so that a comparison says what is missing.
Finding take(const Verdict &verdict, QLatin1StringView id)
{
    const Finding *finding = find(verdict, id);
    return finding ? *finding : Finding();
}

QVariant fact(const Finding &finding, const char *name)
{
    return finding.facts.value(QString::fromLatin1(name));
}

QString endpoint()
{
    return QString::fromLatin1(issuer);
}

} // namespace

//! What the sentences are made of: each fact that the rule table promises about form, signature,
//! issuer and kind.
class TestFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formNamesTheByte();
    void formNamesLineAndColumn();
    void formNamesEncodedDots();
    void formNamesTheRepairs();
    void signatureNamesItsBasis();
    void signatureOfAFileHasNoVisit();
    void secretHasNoThumbprint();
    void keysOfPemAreNameless();
    void unsecuredIsNoOtherAlgorithm();
    void signatureNamesTheKeys();
    void tellsASecretFromAKey();
    void saysWhereKeysDiffer_data();
    void saysWhereKeysDiffer();
    void signatureLengths();
    void malformedSignature();
    void namesDisclosures_data();
    void namesDisclosures();
    void unavailableKeysNameTheReason_data();
    void unavailableKeysNameTheReason();
    void namesWhatIsWrongWithTheOnlyKey();
    void tellsAmbiguousHeadersFromBrokenOnes_data();
    void tellsAmbiguousHeadersFromBrokenOnes();
    void tellsAnEmptySetFromNone();
    void tellsWhereTheContentMayBeElsewhere();
    void namesTheDocumentWithoutAnIssuer();
    void tokenKeyMayMatch();
    void issuerDifferences_data();
    void issuerDifferences();
    void issuerOfTheDocument();
    void kindCarriesItsReasons();
    void rotationNamesThePosition();
    void keyFindingsKeepTheirFacts();
    void aPublishedPrivateKeyIsOneWarning();
};

void TestFacts::formNamesTheByte()
{
    QByteArray token = good();
    token[token.indexOf('.') + 4] = '/';
    const Finding finding = take(judged(token, authgear()), "form.encoding"_L1);
    QCOMPARE(finding.subject, u"payload"_s);
    QCOMPARE(fact(finding, "problem").toString(), u"base64url.alphabet"_s);
    QCOMPARE(fact(finding, "offset").toLongLong(), 3);
}

void TestFacts::formNamesLineAndColumn()
{
    const Finding finding
        = take(judged(unsignedToken("{\n  \"alg\": x}", "{}"), authgear()), "form.json"_L1);
    QCOMPARE(finding.subject, u"header"_s);
    QCOMPARE(fact(finding, "line").toLongLong(), 2);
    QCOMPARE(fact(finding, "column").toLongLong(), 10);
    const Finding array = take(judged(unsignedToken("[]", "{}"), authgear()), "form.json"_L1);
    QCOMPARE(fact(array, "problem").toString(), u"json.shape"_s);
}

// A token out of a URL or a form, RFC 3986 section 2.1.
void TestFacts::formNamesEncodedDots()
{
    const auto encoded = [](const QByteArray &token) {
        return fact(take(judged(token, authgear()), "form.parts"_L1), "encodedDots");
    };
    QCOMPARE(encoded(good().replace(".", "%2E")), QVariant(true));
    QCOMPARE(encoded(good().replace(".", "%2e")), QVariant(true));
    QCOMPARE(encoded(good() + ".AAAA"), QVariant(false));
}

void TestFacts::formNamesTheRepairs()
{
    const QByteArrayList parts = good().split('.');
    const Finding finding = take(judged(parts[0] + '.' + parts[1] + "==." + parts[2], authgear()),
                                 "form.encoding"_L1);
    QCOMPARE(fact(finding, "problem").toString(), u"base64url.padding"_s);
    QVERIFY(fact(finding, "repairs").toStringList().contains(u"padding"_s));
}

// Law 4: a green mark names its basis.
void TestFacts::signatureNamesItsBasis()
{
    const Finding finding = take(judged(good(), authgear()), "signature.valid"_L1);
    QCOMPARE(finding.found, u"RS256"_s);
    QCOMPARE(fact(finding, "kid").toString(), u"k1"_s);
    QCOMPARE(fact(finding, "key").toString(), u"k1"_s);
    QCOMPARE(fact(finding, "origin").toString(), u"issuer"_s);
    QCOMPARE(fact(finding, "transport").toString(), u"tls"_s);
    QCOMPARE(fact(finding, "fetchedAt").toLongLong(), (noonSeconds - 34) * 1000);
    QCOMPARE(fact(finding, "thumbprint").toByteArray(), issuerKey().thumbprint());
}

void TestFacts::signatureOfAFileHasNoVisit()
{
    const Finding finding = take(judged(good(), keysOnly()), "signature.valid"_L1);
    QCOMPARE(fact(finding, "origin").toString(), u"file"_s);
    QVERIFY(!finding.facts.contains(u"fetchedAt"_s));
    QVERIFY(!finding.facts.contains(u"transport"_s));
}

void TestFacts::secretHasNoThumbprint()
{
    const base::SecretBytes secret(QByteArrayView("a secret of thirty-two octets or more"));
    const auto signer = jose::SigningKey::fromSecret("HS256", secret).value_or(jose::SigningKey());
    const auto key = jose::Key::fromSecret(secret).value_or(jose::Key());
    Evidence evidence;
    evidence.given << jose::KeySet::of(key, jose::KeyOrigin::Secret);
    const Json header = jwtHeader().text("alg", "HS256").drop("kid");
    const Verdict verdict = judged(mintedWith(signer, header, plainClaims()), evidence);
    const Finding finding = take(verdict, "signature.valid"_L1);
    QCOMPARE(fact(finding, "origin").toString(), u"secret"_s);
    QVERIFY(fact(finding, "thumbprint").toString().isEmpty());
    QVERIFY(!find(verdict, "key.weak"_L1));
}

void TestFacts::keysOfPemAreNameless()
{
    const auto nameless = [](const jose::KeySet &set) {
        Evidence evidence;
        evidence.given << set;
        return fact(take(judged(minted(jwtHeader(), plainClaims()), evidence),
                         "signature.key_without_kid"_L1),
                    "nameless");
    };
    QCOMPARE(nameless(keySet(jwks({issuerKey()}, {""}), jose::KeyOrigin::File)), QVariant(false));
    const QByteArray pem = issuerKey().publicPem();
    const auto key = jose::Key::fromPem(pem).value_or(jose::Key());
    QCOMPARE(nameless(jose::KeySet::of(key, jose::KeyOrigin::File)), QVariant(true));
}

// What is not signed at all is not "signed with none".
void TestFacts::unsecuredIsNoOtherAlgorithm()
{
    const QByteArray header = accessHeader().text("alg", "none").bytes();
    const Verdict verdict = judged(unsignedToken(header, accessClaims().bytes(), ""), authgear());
    QVERIFY(find(verdict, "algorithm.none"_L1));
    QVERIFY(!find(verdict, "authgear.algorithm"_L1));
}

void TestFacts::signatureNamesTheKeys()
{
    const QByteArray stranger = mintedWith(strangerKey(), accessHeader(), accessClaims());
    const Finding mismatch = take(judged(stranger, authgear()), "signature.mismatch"_L1);
    QCOMPARE(mismatch.found, u"k1"_s);
    QCOMPARE(fact(mismatch, "keys").toInt(), 1);
    const Finding unknown
        = take(judged(minted(accessHeader().text("kid", "zz"), accessClaims()), authgear()),
               "kid.unknown"_L1);
    QCOMPARE(unknown.found, u"zz"_s);
    QCOMPARE(unknown.subject, u"kid"_s);
    QCOMPARE(fact(unknown, "kids").toStringList(), QStringList{u"k1"_s});
}

// A secret can be the right one and be read in the wrong way, which no public key can.
void TestFacts::tellsASecretFromAKey()
{
    const base::SecretBytes secret(QByteArrayView("a secret of thirty-two octets or more"));
    const auto key = jose::Key::fromSecret(secret).value_or(jose::Key());
    Evidence evidence;
    evidence.given << jose::KeySet::of(key, jose::KeyOrigin::Secret);
    const QByteArray header = jwtHeader().text("alg", "HS256").drop("kid").bytes();
    const QByteArray token
        = unsignedToken(header, plainClaims().bytes(), QByteArray(42, 'A') + "A");
    QCOMPARE(fact(take(judged(token, evidence), "signature.mismatch"_L1), "secret"), true);
    const QByteArray stranger = mintedWith(strangerKey(), accessHeader(), accessClaims());
    QCOMPARE(fact(take(judged(stranger, authgear()), "signature.mismatch"_L1), "secret"), false);
}

// RFC 7517 sections 4.1 to 4.4 bind a key; RFC 7518 section 3.1 says what an algorithm needs.
void TestFacts::saysWhereKeysDiffer_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QString>("differs");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *tag, const QByteArray &keys, const QByteArray &algorithm,
                        const QString &differs, const QString &expected, const QString &found) {
        QTest::newRow(tag) << keys << algorithm << differs << expected << found;
    };
    const jose::SigningKey ec = jose::SigningKey::generate("ES256").value_or(jose::SigningKey());
    const jose::SigningKey okp = jose::SigningKey::generate("Ed25519").value_or(jose::SigningKey());
    const QByteArray rsaSet = jwks({issuerKey()});
    const QByteArray ecSet = jwks({ec});
    const QByteArray forEncryption = QByteArray(rsaSet).replace(R"("use":"sig")", R"("use":"enc")");
    const auto with = [](QByteArray set, const char *member) {
        return set.replace("\"kty\"", QByteArray(member) + ",\"kty\"");
    };
    row("another type", ecSet, "RS256", u"type"_s, u"RSA"_s, u"EC"_s);
    row("two other types", jwks({ec, okp}, {"k1", "k1"}), "RS256", u"type"_s, u"RSA"_s,
        u"EC, OKP"_s);
    row("two of one other type", jwks({ec, ec}, {"k1", "k1"}), "RS256", u"type"_s, u"RSA"_s,
        u"EC"_s);
    row("one beside a key of another name", jwks({issuerKey(), ec}, {"k2", "k1"}), "RS256",
        u"type"_s, u"RSA"_s, u"EC"_s);
    row("another curve", ecSet, "ES384", u"curve"_s, u"P-384"_s, u"P-256"_s);
    row("bound to another algorithm", with(rsaSet, R"("alg":"PS256")"), "RS256", u"algorithm"_s,
        u"RS256"_s, u"PS256"_s);
    row("for encryption", forEncryption, "RS256", u"use"_s, u"sig"_s, u"enc"_s);
    row("for other operations", with(rsaSet, R"("key_ops":["sign","wrapKey"])"), "RS256", u"use"_s,
        u"verify"_s, u"sign, wrapKey"_s);
    row("each in another way", forEncryption.chopped(2) + ',' + ecSet.sliced(9), "RS256", QString(),
        QString(), u"RS256"_s);
    row("none that could be read", R"({"keys":[7]})", "RS256", QString(), QString(), u"RS256"_s);
}

void TestFacts::saysWhereKeysDiffer()
{
    QFETCH(const QByteArray, keys);
    QFETCH(const QByteArray, algorithm);
    Evidence evidence;
    evidence.given << keySet(keys, jose::KeyOrigin::File);
    const QByteArray token
        = unsignedToken(jwtHeader().text("alg", algorithm).bytes(), plainClaims().bytes(), "AAAA");
    const Finding finding = take(judged(token, evidence), "key.no_fit"_L1);
    QTEST(fact(finding, "differs").toString(), "differs");
    QTEST(finding.expected, "expected");
    QTEST(finding.found, "found");
}

void TestFacts::signatureLengths()
{
    const QByteArray token = good();
    const QByteArray cut = token.left(token.lastIndexOf('.') + 1) + "AAAA";
    const Finding finding = take(judged(cut, authgear()), "signature.length"_L1);
    QCOMPARE(finding.expected, u"256"_s);
    QCOMPARE(finding.found, u"3"_s);
    QVERIFY(!fact(finding, "der").toBool());
}

void TestFacts::malformedSignature()
{
    const QByteArray token = good();
    const Finding finding = take(judged(token + '=', authgear()), "signature.malformed"_L1);
    QVERIFY(fact(finding, "problem").toString().startsWith("base64url."_L1));
    QCOMPARE(fact(finding, "offset").toLongLong(), 342);
    QCOMPARE(fact(finding, "disclosures"), false);
}

// RFC 9901 section 4.
void TestFacts::namesDisclosures_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<bool>("disclosures");
    QTest::newRow("none was chosen") << QByteArray("~") << true;
    QTest::newRow("one") << QByteArray("~WyJzYWx0IiwibmFtZSIsIngiXQ~") << true;
    QTest::newRow("one, and a key binding") << QByteArray("~WyJz~eyJh") << true;
    QTest::newRow("another stray character") << QByteArray("!~WyJz~") << false;
}

void TestFacts::namesDisclosures()
{
    QFETCH(const QByteArray, behind);
    const Finding finding = take(judged(good() + behind, authgear()), "signature.malformed"_L1);
    QTEST(fact(finding, "disclosures").toBool(), "disclosures");
    QCOMPARE(finding.outcome, base::Outcome::Fail);
}

void TestFacts::unavailableKeysNameTheReason_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("problem");
    QTest::newRow("error") << 0 << u"net.timeout"_s;
    QTest::newRow("another issuer") << 1 << u"issuer.document_differs"_s;
    QTest::newRow("no issuer in the document") << 2 << u"issuer.document_differs"_s;
    QTest::newRow("no keys") << 3 << u"keyset.empty"_s;
}

void TestFacts::unavailableKeysNameTheReason()
{
    QFETCH(int, fault);
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    if (fault == 0)
        snapshot.error = base::Error{"net.timeout"_L1, {}, -1};
    else if (fault == 1)
        snapshot.issuerMatch = oidc::IssuerMatch::Different;
    else if (fault == 2)
        snapshot.issuerMatch = oidc::IssuerMatch::Unknown;
    else
        snapshot.keys = {};
    const Verdict verdict = judged(good(), evidenceOf(snapshot));
    QTEST(fact(take(verdict, "signature.keys_unavailable"_L1), "problem").toString(), "problem");
    QVERIFY(verdict.decision == verdict::Decision::CannotTell);
    QVERIFY(verdict.signature == jose::SignatureStatus::Unverified);
}

void TestFacts::namesWhatIsWrongWithTheOnlyKey()
{
    Evidence evidence;
    evidence.given << keySet(R"({"keys":[{"kty":"RSA","kid":"k1","n":"AQAB=","e":"AQAB"}]})",
                             jose::KeyOrigin::File);
    const Finding finding = take(judged(good(), evidence), "key.unreadable"_L1);
    QCOMPARE(finding.found, u"k1"_s);
    QCOMPARE(fact(finding, "problem").toString(), u"key.member_encoding"_s);
    QCOMPARE(fact(finding, "detail").toString(), u"n"_s);
}

void TestFacts::tellsAmbiguousHeadersFromBrokenOnes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("ambiguous");
    QTest::newRow("alg twice") << R"({"alg":"RS256","alg":"none"})"_ba << true;
    QTest::newRow("kid twice, once escaped")
        << R"({"alg":"RS256","kid":"k1","\u006bid":"k1"})"_ba << true;
    QTest::newRow("crit twice") << R"({"alg":"RS256","crit":["x"],"crit":["x"],"x":1})"_ba << true;
    QTest::newRow("cut off") << R"({"alg":"RS256")"_ba << false;
    QTest::newRow("a list") << R"(["alg"])"_ba << false;
}

// RFC 7515 section 4: names must be unique.
void TestFacts::tellsAmbiguousHeadersFromBrokenOnes()
{
    QFETCH(const QByteArray, header);
    const Verdict verdict = judged(unsignedToken(header, "{}"), authgear());
    const Finding finding = take(verdict, "header.malformed"_L1);
    QCOMPARE(finding.id, "header.malformed"_L1);
    QTEST(fact(finding, "ambiguous").toBool(), "ambiguous");
    // What broken JSON means for the signature; the JSON itself has a finding of its own.
    QCOMPARE(finding.subject, fact(finding, "ambiguous").toBool() ? u"header"_s : u"signature"_s);
    QCOMPARE(verdict.signature, jose::SignatureStatus::Unverified);
}

void TestFacts::tellsAnEmptySetFromNone()
{
    Evidence evidence;
    QVERIFY(!fact(take(judged(good(), evidence), "signature.no_keys"_L1), "emptySet").toBool());
    evidence.given << keySet(R"({"keys":[]})", jose::KeyOrigin::File);
    QVERIFY(fact(take(judged(good(), evidence), "signature.no_keys"_L1), "emptySet").toBool());
}

// RFC 7515 appendix F.
void TestFacts::tellsWhereTheContentMayBeElsewhere()
{
    const QByteArrayList parts = good().split('.');
    const QByteArray detached = parts.first() + ".." + parts.last();
    const QByteArray altered = parts.first() + ".e30." + parts.last();
    const auto mismatch = [](const QByteArray &token) {
        return take(judged(token, authgear()), "signature.mismatch"_L1);
    };
    QVERIFY(fact(mismatch(detached), "detached").toBool());
    QVERIFY(!fact(mismatch(altered), "detached").toBool());
    QCOMPARE(mismatch(altered).found, u"k1"_s);
}

// OpenID Connect Discovery section 4.3: it must name one.
void TestFacts::namesTheDocumentWithoutAnIssuer()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.discovery = discovery(R"({"jwks_uri":"https://demo.authgear.cloud/oauth2/jwks"})");
    snapshot.issuerMatch = oidc::matchIssuer(snapshot.input, snapshot.discovery);
    const Finding finding
        = take(judged(good(), evidenceOf(snapshot)), "signature.keys_unavailable"_L1);
    QCOMPARE(fact(finding, "problem").toString(), u"discovery.no_issuer"_s);
}

void TestFacts::tokenKeyMayMatch()
{
    Json jwk;
    for (const auto &[name, value] : strangerKey().publicMembers())
        jwk.text(name, value);
    const QByteArray token
        = mintedWith(strangerKey(), jwtHeader().drop("kid").set("jwk", jwk.bytes()), plainClaims());
    Evidence evidence;
    evidence.given << keySet(jwks({strangerKey()}), jose::KeyOrigin::Token);
    const Finding finding = take(judged(token, evidence), "key.from_token"_L1);
    QCOMPARE(fact(finding, "names").toStringList(), QStringList{u"jwk"_s});
    QVERIFY(fact(finding, "wouldMatch").toBool());
    QVERIFY(judged(token, evidence).decision == verdict::Decision::Rejected);
}

void TestFacts::issuerDifferences_data()
{
    QTest::addColumn<QByteArray>("iss");
    QTest::addColumn<QString>("difference");
    QTest::newRow("slash") << QByteArray("https://demo.authgear.cloud/") << u"trailing_slash"_s;
    QTest::newRow("scheme") << QByteArray("http://demo.authgear.cloud") << u"scheme"_s;
    QTest::newRow("case") << QByteArray("https://Demo.authgear.cloud") << u"case"_s;
    QTest::newRow("port") << QByteArray("https://demo.authgear.cloud:443") << u"port"_s;
    QTest::newRow("path") << QByteArray("https://demo.authgear.cloud/a") << u"path"_s;
    QTest::newRow("custom domain") << QByteArray("https://login.example.com") << u"host"_s;
    QTest::newRow("blank") << QByteArray("https://demo.authgear.cloud ") << u"whitespace"_s;
    QTest::newRow("word") << QByteArray("demo") << u"other"_s;
    QTest::newRow("Cyrillic o") << QByteArray("https://dem\xd0\xbe.authgear.cloud") << u"host"_s;
}

void TestFacts::issuerDifferences()
{
    QFETCH(QByteArray, iss);
    const Verdict verdict
        = judged(minted(accessHeader(), accessClaims().text("iss", iss)), authgear());
    const Finding finding = take(verdict, "issuer.mismatch"_L1);
    QTEST(fact(finding, "difference").toString(), "difference");
    QCOMPARE(finding.expected, endpoint());
    QCOMPARE(finding.found, QString::fromUtf8(iss));
    QCOMPARE(fact(finding, "foreignLetters").toBool(), finding.found.toLatin1() != iss);
}

// The custom domain was activated later: the document already speaks for it.
void TestFacts::issuerOfTheDocument()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.input.issuer = u"https://old.example.com"_s;
    snapshot.issuerMatch = oidc::IssuerMatch::Different;
    const Verdict verdict = judged(good(), evidenceOf(snapshot));
    const Finding finding = take(verdict, "issuer.mismatch"_L1);
    QVERIFY(fact(finding, "isDocumentIssuer").toBool());
    QCOMPARE(fact(finding, "documentIssuer").toString(), endpoint());
    QCOMPARE(fact(take(verdict, "issuer.document_differs"_L1), "difference").toString(), u"host"_s);
}

void TestFacts::kindCarriesItsReasons()
{
    Evidence evidence = authgear();
    evidence.presentation.inAuthorizationHeader = true;
    const Finding finding
        = take(judged(minted(jwtHeader(), idClaims()), evidence), "kind.id_for_access"_L1);
    QCOMPARE(fact(finding, "kind").toString(), u"id_token"_s);
    QCOMPARE(fact(finding, "reasons").toStringList(), QStringList{u"nonce"_s});
    QCOMPARE(fact(finding, "judgedAs").toString(), u"access"_s);
    QVERIFY(fact(finding, "header").toBool());
    QCOMPARE(finding.found, u"JWT"_s);
}

void TestFacts::rotationNamesThePosition()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keys
        = keySet(jwks({strangerKey(), issuerKey()}, {"new", "old"}), jose::KeyOrigin::Issuer);
    const Finding finding = take(
        judged(minted(accessHeader().text("kid", "old"), accessClaims()), evidenceOf(snapshot)),
        "authgear.before_rotation"_L1);
    QCOMPARE(fact(finding, "position").toInt(), 2);
    QCOMPARE(fact(finding, "keys").toInt(), 2);
    QCOMPARE(finding.expected, u"new"_s);
    QCOMPARE(finding.found, u"old"_s);
}

void TestFacts::keyFindingsKeepTheirFacts()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keys = keySet(jwks({issuerKey(), strangerKey()}, {"k1", ""}), jose::KeyOrigin::Issuer);
    const Finding finding = take(judged(good(), evidenceOf(snapshot)), "keyset.kid_missing"_L1);
    QCOMPARE(fact(finding, "count").toInt(), 1);
    QCOMPARE(fact(finding, "keys").toStringList().size(), 1);
}

// The key that verified is one of those that the warning names.
void TestFacts::aPublishedPrivateKeyIsOneWarning()
{
    Json jwk;
    for (const auto &[name, value] : issuerKey().publicMembers())
        jwk.text(name, value);
    jwk.text("kid", "k1").text("d", "AQAB");
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keys = keySet(R"({"keys":[)" + jwk.bytes() + "]}", jose::KeyOrigin::Issuer);
    const Verdict verdict = judged(good(), evidenceOf(snapshot));
    const auto warnings
        = std::ranges::count(verdict.findings, base::Outcome::Warn, &Finding::outcome);
    QVERIFY2(warnings == 1, qPrintable(listed(verdict)));
    QCOMPARE(fact(take(verdict, "keyset.private_members"_L1), "keys").toStringList(),
             QStringList{u"k1"_s});
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
