// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/verifier.h"

#include "tests/core/jose/joseblocks.h"

//! Which keys are tried, and what is said about each: judgement, "Signature and keys".
using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::KeyOrigin;
using jose::KeySet;
using jose::Match;
using jose::SignatureStatus;
using jose::SigningKey;

namespace {

const QByteArray secret = "a secret of thirty-two octets ok";

QString matchesOf(const jose::SignatureResult &result)
{
    QStringList names;
    for (const jose::Attempt &attempt : result.attempts) {
        const std::unique_ptr<char[]> name(jose::toString(attempt.match));
        names.append(QString::fromLatin1(name.get()));
    }
    return names.join(u' ');
}

//! A token by this key, with more header members.
QByteArray token(const SigningKey &key, const QByteArray &more = {})
{
    return key.compact("{\"alg\":\"" + key.algorithm() + "\"" + more + "}", "{}").value();
}

jose::SignatureResult verified(const QByteArray &compact, const QList<KeySet> &sets)
{
    return jose::verify(blockOf(compact), sets);
}

} // namespace

class tst_Verifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void triesOnlyKeysOfTheKid();
    void triesAllKeysThatShareTheKid();
    void triesKeysWithoutKidLast();
    void keyWithoutKidSaysSo();
    void unknownKidIsNeverAPass();
    void unknownKidWinsOverAMismatchElsewhere();
    void withoutKidTriesEveryFittingKey();
    void kidsAreComparedExactly_data();
    void kidsAreComparedExactly();

    void bindsTheKey_data();
    void bindsTheKey();
    void edDsaAndItsCurvesAreEqual_data();
    void edDsaAndItsCurvesAreEqual();
    void pssOnlyKeysServePssAlone();
    void pssKeysWithParametersServeOneHash_data();
    void pssKeysWithParametersServeOneHash();
    void keyAgreementKeysNeverFit();
    void brokenKeysSayWhy();
    void tellsDamagedKeysFromOthers_data();
    void tellsDamagedKeysFromOthers();
    void damagedSecretsAreNoPublicKeys();

    void hmacNeedsASecret_data();
    void hmacNeedsASecret();
    void secretsOfTheNetworkNeverPass_data();
    void secretsOfTheNetworkNeverPass();
    void octKeysOfAPersonPass();
    void keysOfTheTokenNeverPass();
    void keysOfTheTokenDoNotHideTheOthers();
    void publicKeyBytesAreNoSecret();

    void saysWhenNothingFits();
    void listsEveryKeyOfEverySet();
    void listsTheKeysOfARefusedToken();
    void refusesMissingSignatures_data();
    void refusesMissingSignatures();
    void pointsIntoAMalformedSignature();

private:
    SigningKey m_one, m_two, m_rsa, m_hmac;
};

void tst_Verifier::initTestCase()
{
    m_one = SigningKey::generate("ES256").value();
    m_two = SigningKey::generate("ES256").value();
    m_rsa = SigningKey::generate("RS256").value();
    m_hmac = SigningKey::fromSecret("HS256", base::SecretBytes(secret)).value();
}

void tst_Verifier::triesOnlyKeysOfTheKid()
{
    const KeySet set
        = setOf(setJson({jwkOf(m_one, {R"("kid":"a")"}), jwkOf(m_two, {R"("kid":"b")"})}));
    auto result = verified(token(m_two, R"(,"kid":"b")"), {set});
    QCOMPARE(result.status, SignatureStatus::Valid);
    QCOMPARE(matchesOf(result), u"KidDiffers Verified"_s);
    QCOMPARE(result.verifiedBy, 1);
    QCOMPARE(result.fittingKeys, 1);
    QCOMPARE(result.attempts.at(0).expected, u"b"_s);
    QCOMPARE(result.attempts.at(0).found, u"a"_s);
    // Signed by the other key of the set: a real verifier does not look there.
    result = verified(token(m_two, R"(,"kid":"a")"), {set});
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.reason, "signature.mismatch"_L1);
    QCOMPARE(matchesOf(result), u"WrongSignature KidDiffers"_s);
}

void tst_Verifier::triesAllKeysThatShareTheKid()
{
    const KeySet set
        = setOf(setJson({jwkOf(m_one, {R"("kid":"a")"}), jwkOf(m_two, {R"("kid":"a")"})}));
    const auto result = verified(token(m_two, R"(,"kid":"a")"), {set});
    QCOMPARE(matchesOf(result), u"WrongSignature Verified"_s);
    QCOMPARE(result.fittingKeys, 2);
    QCOMPARE(matchesOf(verified(token(m_one, R"(,"kid":"a")"), {set})), u"Verified NotTried"_s);
}

void tst_Verifier::triesKeysWithoutKidLast()
{
    const KeySet set = setOf(setJson({jwkOf(m_one), jwkOf(m_one, {R"("kid":"a")"})}));
    const auto result = verified(token(m_one, R"(,"kid":"a")"), {set});
    QCOMPARE(matchesOf(result), u"NotTried Verified"_s);
    QVERIFY(!result.verifiedAttempt()->withoutKid);
}

void tst_Verifier::keyWithoutKidSaysSo()
{
    auto result = verified(token(m_one, R"(,"kid":"a")"), {setOf(jwkOf(m_one))});
    QCOMPARE(result.status, SignatureStatus::Valid);
    QVERIFY(result.verifiedAttempt()->withoutKid);
    result = verified(token(m_one), {setOf(jwkOf(m_one))});
    QVERIFY(!result.verifiedAttempt()->withoutKid);
}

void tst_Verifier::unknownKidIsNeverAPass()
{
    const KeySet set = setOf(setJson({jwkOf(m_one, {R"("kid":"a")"})}));
    const auto result = verified(token(m_one, R"(,"kid":"b")"), {set});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "kid.unknown"_L1);
    QCOMPARE(result.detail, u"b"_s);
    QCOMPARE(result.fittingKeys, 0);
}

void tst_Verifier::unknownKidWinsOverAMismatchElsewhere()
{
    const QList<KeySet> sets{setOf(jwkOf(m_one, {R"("kid":"a")"})), setOf(jwkOf(m_two))};
    auto result = verified(token(m_one, R"(,"kid":"b")"), sets);
    QCOMPARE(result.status, SignatureStatus::Invalid); // the key without a kid was computed
    QCOMPARE(result.reason, "kid.unknown"_L1);
    // Where no key has a kid there is nothing that could be unknown.
    result = verified(token(m_one, R"(,"kid":"b")"), {setOf(jwkOf(m_two))});
    QCOMPARE(result.reason, "signature.mismatch"_L1);
}

void tst_Verifier::withoutKidTriesEveryFittingKey()
{
    const KeySet set = setOf(
        setJson({jwkOf(m_rsa, {R"("kid":"r")"}), jwkOf(m_one, {R"("kid":"a")"}), jwkOf(m_two)}));
    const auto result = verified(token(m_two), {set});
    QCOMPARE(matchesOf(result), u"KeyTypeDiffers WrongSignature Verified"_s);
    QCOMPARE(result.fittingKeys, 2);
    QCOMPARE(result.attempts.at(0).expected, u"EC"_s);
    QCOMPARE(result.attempts.at(0).found, u"RSA"_s);
}

void tst_Verifier::kidsAreComparedExactly_data()
{
    QTest::addColumn<QByteArray>("kid");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << R"("Key")"_ba << true;
    QTest::newRow("through an escape") << R"("\u004bey")"_ba << true;
    QTest::newRow("other case") << R"("key")"_ba << false;
    QTest::newRow("trailing blank") << R"("Key ")"_ba << false;
    QTest::newRow("beginning") << R"("Ke")"_ba << false;
    QTest::newRow("empty") << R"("")"_ba << false;
}

void tst_Verifier::kidsAreComparedExactly()
{
    QFETCH(const QByteArray, kid);
    const auto result
        = verified(token(m_one, ",\"kid\":" + kid), {setOf(jwkOf(m_one, {R"("kid":"Key")"}))});
    QTEST(result.status == SignatureStatus::Valid, "same");
}

void tst_Verifier::bindsTheKey_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<Match>("match");
    QTest::addColumn<QString>("facts");
    const auto row = [](const QByteArray &member, Match match, const char *facts) {
        QTest::newRow(member.constData()) << member << match << QString::fromLatin1(facts);
    };
    row(R"("alg":"ES256")", Match::Verified, " ");
    row(R"("use":"sig")", Match::Verified, " ");
    row(R"("key_ops":["verify"])", Match::Verified, " ");
    row(R"("key_ops":["sign","verify"])", Match::Verified, " ");
    row(R"("alg":"ES384")", Match::AlgorithmDiffers, "ES256 ES384");
    row(R"("alg":"es256")", Match::AlgorithmDiffers, "ES256 es256");
    row(R"("alg":"")", Match::AlgorithmDiffers, "ES256 ");
    row(R"("use":"enc")", Match::UseDiffers, "sig enc");
    row(R"("use":"Sig")", Match::UseDiffers, "sig Sig");
    row(R"("key_ops":["sign"])", Match::UseDiffers, "verify sign");
    row(R"("key_ops":[])", Match::UseDiffers, "verify ");
}

void tst_Verifier::bindsTheKey()
{
    QFETCH(const QByteArray, member);
    QFETCH(const Match, match);
    const auto result = verified(token(m_one), {setOf(jwkOf(m_one, {member}))});
    const jose::Attempt &attempt = result.attempts.first();
    QCOMPARE(attempt.match, match);
    QTEST(attempt.expected + u' ' + attempt.found, "facts");
    QCOMPARE(result.reason, match == Match::Verified ? QLatin1StringView() : "key.no_fit"_L1);
}

// RFC 9864 section 2.2.
void tst_Verifier::edDsaAndItsCurvesAreEqual_data()
{
    QTest::addColumn<QByteArray>("signer");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("bound");
    QTest::addColumn<Match>("match");
    const auto row = [](const QByteArray &signer, const QByteArray &header, const QByteArray &bound,
                        Match match) {
        QTest::addRow("%s as %s, key for %s", signer.constData(), header.constData(),
                      bound.constData())
            << signer << header << bound << match;
    };
    row("Ed25519", "EdDSA", "", Match::Verified);
    row("Ed25519", "EdDSA", "EdDSA", Match::Verified);
    row("Ed25519", "EdDSA", "Ed25519", Match::Verified);
    row("Ed25519", "Ed25519", "EdDSA", Match::Verified);
    row("Ed448", "EdDSA", "Ed448", Match::Verified);
    row("Ed448", "Ed448", "EdDSA", Match::Verified);
    row("Ed25519", "Ed448", "", Match::CurveDiffers);
    row("Ed448", "Ed25519", "", Match::CurveDiffers);
    row("Ed25519", "EdDSA", "Ed448", Match::AlgorithmDiffers);
    row("Ed25519", "Ed25519", "Ed448", Match::AlgorithmDiffers);
    row("Ed25519", "EdDSA", "ES256", Match::AlgorithmDiffers);
}

void tst_Verifier::edDsaAndItsCurvesAreEqual()
{
    QFETCH(const QByteArray, signer);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, bound);
    const auto key = SigningKey::generate(signer).value();
    const QByteArray compact = key.compact(R"({"alg":")" + header + "\"}", "{}").value();
    const QByteArrayList more
        = bound.isEmpty() ? QByteArrayList() : QByteArrayList{R"("alg":")" + bound + "\""};
    const auto result = verified(compact, {setOf(jwkOf(key, more))});
    QTEST(result.attempts.first().match, "match");
}

// RFC 4055 section 1.2.
void tst_Verifier::pssOnlyKeysServePssAlone()
{
    const auto set
        = KeySet::fromFile(dataFile(u"openssl/rsapss.spki.pem"_s), KeyOrigin::File).value();
    const auto result = verified(dataFile(u"openssl/RS256.jws"_s), {set});
    QCOMPARE(matchesOf(result), u"AlgorithmDiffers"_s);
    QCOMPARE(result.attempts.first().found, u"RSA-PSS"_s);
}

// RFC 4055 section 1.2: parameters of the key bind it to one hash.
void tst_Verifier::pssKeysWithParametersServeOneHash_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("match");
    QTest::newRow("another hash") << u"PS256-pssonly"_s << u"AlgorithmDiffers"_s;
    QTest::newRow("its hash, another key") << u"PS384"_s << u"WrongSignature"_s;
    QTest::newRow("its hash, no PSS") << u"RS384"_s << u"AlgorithmDiffers"_s;
}

void tst_Verifier::pssKeysWithParametersServeOneHash()
{
    QFETCH(const QString, token);
    const auto set
        = KeySet::fromFile(dataFile(u"openssl/rsapss-sha384.spki.pem"_s), KeyOrigin::File).value();
    const auto result = verified(dataFile("openssl/"_L1 + token + ".jws"_L1), {set});
    QTEST(matchesOf(result), "match");
    if (result.attempts.first().match == Match::AlgorithmDiffers)
        QCOMPARE(result.attempts.first().found, u"RSA-PSS, SHA2-384"_s);
}

void tst_Verifier::keyAgreementKeysNeverFit()
{
    const auto set
        = KeySet::fromFile(dataFile(u"openssl/x25519.spki.pem"_s), KeyOrigin::File).value();
    const auto result = verified(dataFile(u"openssl/EdDSA-25519.jws"_s), {set});
    QCOMPARE(matchesOf(result), u"CurveDiffers"_s);
    QCOMPARE(result.attempts.first().expected, u"Ed25519, Ed448"_s);
    QCOMPARE(result.attempts.first().found, u"X25519"_s);
    QCOMPARE(result.reason, "key.no_fit"_L1);
}

void tst_Verifier::brokenKeysSayWhy()
{
    const KeySet set = setOf(setJson({R"({"kty":"EC","kid":"a","crv":"P-256","x":"AA"})"}));
    const auto result = verified(token(m_one, R"(,"kid":"a")"), {set});
    const jose::Attempt &attempt = result.attempts.first();
    QCOMPARE(attempt.match, Match::Unusable);
    QCOMPARE(attempt.problem, "key.size"_L1);
    QCOMPARE(attempt.found, u"x"_s);
    QCOMPARE(attempt.label, u"a"_s);
    QCOMPARE(result.reason, "key.unreadable"_L1); // its kid is the token's
    QCOMPARE(result.detail, u"a"_s);
}

void tst_Verifier::tellsDamagedKeysFromOthers_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("kid");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *tag, const QByteArray &key, const QByteArray &kid,
                        const QByteArray &reason) { QTest::newRow(tag) << key << kid << reason; };
    const QByteArray cut = R"("kty":"EC","crv":"P-256","x":"AA")";
    row("damaged, without any kid", '{' + cut + '}', "", "key.unreadable");
    row("damaged, the key has no kid", '{' + cut + '}', "a", "key.unreadable");
    row("damaged, the kid fits", '{' + cut + R"(,"kid":"a"})", "a", "key.unreadable");
    row("damaged, another kid", '{' + cut + R"(,"kid":"b"})", "a", "kid.unknown");
    row("wrong point, RFC 7518 section 6.2.1",
        R"({"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",)"
        R"("y":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"})",
        "", "key.unreadable");
    row("padded modulus, RFC 7515 section 2", R"({"kty":"RSA","n":"AQAB=","e":"AQAB"})", "",
        "key.unreadable");
    row("curve of the future, RFC 7518 section 6.2.1.1", R"({"kty":"EC","crv":"P-999"})", "",
        "key.no_fit");
    row("type of the future", R"({"kty":"AKP"})", "", "key.no_fit");
    row("no key at all", "7", "", "key.no_fit");
}

// "Nothing fits" would be said of a key that nobody has read.
void tst_Verifier::tellsDamagedKeysFromOthers()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, kid);
    const QByteArray header = kid.isEmpty() ? QByteArray() : ",\"kid\":\"" + kid + '"';
    const auto result = verified(token(m_one, header), {setOf(setJson({key}))});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QTEST(QByteArray(result.reason.data()), "reason");
}

void tst_Verifier::damagedSecretsAreNoPublicKeys()
{
    const KeySet damaged = setOf(R"({"kty":"oct","k":"AAA="})");
    QCOMPARE(verified(token(m_hmac), {damaged}).reason, "key.unreadable"_L1);
    // Beside a public key it is still a shared-secret algorithm without a secret.
    QCOMPARE(verified(token(m_hmac), {damaged, setOf(jwkOf(m_rsa))}).reason,
             "algorithm.hmac_needs_secret"_L1);
    const KeySet foreign = setOf(R"({"kty":"oct","k":"AAA="})", KeyOrigin::Token);
    QCOMPARE(verified(token(m_hmac), {foreign}).reason, "algorithm.hmac_needs_secret"_L1);
}

void tst_Verifier::hmacNeedsASecret_data()
{
    QTest::addColumn<QByteArray>("kid");
    QTest::newRow("no kid") << ""_ba;
    QTest::newRow("kid of the public key") << R"(,"kid":"r")"_ba;
    QTest::newRow("unknown kid") << R"(,"kid":"x")"_ba;
}

// RFC 8725 section 2.1: RS256 turned into HS256 with the public key for a secret.
void tst_Verifier::hmacNeedsASecret()
{
    QFETCH(const QByteArray, kid);
    const auto forger
        = SigningKey::fromSecret("HS256", base::SecretBytes(m_rsa.publicPem())).value();
    const auto result = verified(token(forger, kid), {setOf(jwkOf(m_rsa, {R"("kid":"r")"}))});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "algorithm.hmac_needs_secret"_L1);
    QCOMPARE(result.fittingKeys, 0);
}

void tst_Verifier::secretsOfTheNetworkNeverPass_data()
{
    QTest::addColumn<KeyOrigin>("origin");
    QTest::newRow("issuer") << KeyOrigin::Issuer;
    QTest::newRow("url") << KeyOrigin::Url;
}

void tst_Verifier::secretsOfTheNetworkNeverPass()
{
    QFETCH(const KeyOrigin, origin);
    const QByteArray jwk = R"({"kty":"oct","k":")" + jose::base64url::encode(secret) + "\"}";
    auto result = verified(token(m_hmac), {setOf(setJson({jwk}), origin)});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "key.oct_from_network"_L1);
    QCOMPARE(matchesOf(result), u"NeverForPass"_s);
    QCOMPARE(result.attempts.first().wouldMatch, std::optional(true));
    QCOMPARE(result.fittingKeys, 0);
    const QByteArray other = R"({"kty":"oct","k":"b3RoZXI"})";
    result = verified(token(m_hmac), {setOf(setJson({other}), origin)});
    QCOMPARE(result.attempts.first().wouldMatch, std::optional(false));
    // The same secret from the person does pass, beside the published one.
    result = verified(token(m_hmac), {setOf(setJson({jwk}), origin), secretSet(secret)});
    QCOMPARE(matchesOf(result), u"NeverForPass Verified"_s);
    QCOMPARE(result.status, SignatureStatus::Valid);
}

void tst_Verifier::octKeysOfAPersonPass()
{
    const QByteArray jwk = R"({"kty":"oct","k":")" + jose::base64url::encode(secret) + "\"}";
    QCOMPARE(verified(token(m_hmac), {setOf(jwk, KeyOrigin::File)}).status, SignatureStatus::Valid);
    QCOMPARE(verified(token(m_hmac), {secretSet(secret)}).status, SignatureStatus::Valid);
    QCOMPARE(verified(token(m_hmac), {secretSet(secret + '\n')}).reason, "signature.mismatch"_L1);
}

// RFC 7515 section 10.3 and judgement: a key that the token brought proves nothing.
void tst_Verifier::keysOfTheTokenNeverPass()
{
    const KeySet own = setOf(jwkOf(m_one), KeyOrigin::Token);
    auto result = verified(token(m_one), {own});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "key.from_token"_L1);
    QCOMPARE(result.attempts.first().wouldMatch, std::optional(true));
    result = verified(token(m_two), {own});
    QCOMPARE(result.attempts.first().wouldMatch, std::optional(false));
    const jose::SignatureBlock shorter = blockOf(token(m_one).chopped(2));
    QCOMPARE(jose::verify(shorter, {own}).attempts.first().wouldMatch, std::optional(false));
}

void tst_Verifier::keysOfTheTokenDoNotHideTheOthers()
{
    const QList<KeySet> sets{setOf(jwkOf(m_one), KeyOrigin::Token),
                             setOf(jwkOf(m_two), KeyOrigin::Issuer)};
    const auto result = verified(token(m_one), sets);
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.reason, "signature.mismatch"_L1);
    QCOMPARE(matchesOf(result), u"NeverForPass WrongSignature"_s);
}

void tst_Verifier::publicKeyBytesAreNoSecret()
{
    const QByteArray jwk
        = R"({"kty":"oct","k":")" + jose::base64url::encode(m_rsa.publicPem()) + "\"}";
    const auto forger
        = SigningKey::fromSecret("HS256", base::SecretBytes(m_rsa.publicPem())).value();
    const auto result = verified(token(forger), {setOf(jwk, KeyOrigin::File)});
    QCOMPARE(result.reason, "algorithm.hmac_needs_secret"_L1);
    QCOMPARE(result.attempts.first().problem, "secret.is_public_key"_L1);
}

void tst_Verifier::saysWhenNothingFits()
{
    QCOMPARE(verified(token(m_one), {}).reason, "key.none"_L1);
    QCOMPARE(verified(token(m_one), {KeySet()}).reason, "key.none"_L1);
    QCOMPARE(verified(token(m_one), {setOf(jwkOf(m_rsa))}).reason, "key.no_fit"_L1);
    QCOMPARE(verified(token(m_one), {secretSet(secret)}).reason, "key.no_fit"_L1);
}

void tst_Verifier::listsEveryKeyOfEverySet()
{
    const QList<KeySet> sets{
        setOf(setJson({jwkOf(m_rsa, {R"("kid":"r")"}), "7"}), KeyOrigin::Issuer), KeySet(),
        secretSet(secret), setOf(jwkOf(m_one))};
    const auto result = verified(token(m_one), sets);
    QCOMPARE(matchesOf(result), u"KeyTypeDiffers Unusable KeyTypeDiffers Verified"_s);
    QStringList places;
    for (const jose::Attempt &attempt : result.attempts)
        places.append(u"%1/%2 %3"_s.arg(attempt.set).arg(attempt.entry).arg(attempt.label));
    QCOMPARE(places.join(u", "_s), u"0/0 r, 0/1 key 2 of 2, 2/0 key 1 of 1, 3/0 key 1 of 1"_s);
    QCOMPARE(result.attempts.at(0).origin, KeyOrigin::Issuer);
    QCOMPARE(result.attempts.at(2).origin, KeyOrigin::Secret);
    QCOMPARE(result.verifiedBy, 3);
}

void tst_Verifier::listsTheKeysOfARefusedToken()
{
    const auto result = jose::verify(blockWithHeader(R"({"alg":"none"})"), {setOf(jwkOf(m_one))});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(matchesOf(result), u"NotTried"_s);
    QCOMPARE(result.attempts.first().label, u"key 1 of 1"_s);
}

void tst_Verifier::refusesMissingSignatures_data()
{
    QTest::addColumn<QByteArray>("compact");
    const QByteArray input = jose::base64url::encode(R"({"alg":"ES256"})") + ".e30";
    QTest::newRow("two parts") << input;
    QTest::newRow("empty third part") << input + '.';
}

void tst_Verifier::refusesMissingSignatures()
{
    QFETCH(const QByteArray, compact);
    const auto result = verified(compact, {setOf(jwkOf(m_one))});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "signature.missing"_L1);
}

void tst_Verifier::pointsIntoAMalformedSignature()
{
    QByteArray compact = token(m_one);
    const qsizetype start = compact.lastIndexOf('.') + 1;
    compact[start + 10] = '+';
    const auto result = verified(compact, {setOf(jwkOf(m_one))});
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "signature.malformed"_L1);
    QCOMPARE(result.detail, u"base64url.alphabet"_s);
    QCOMPARE(result.offset, 10);
}

QTEST_GUILESS_MAIN(tst_Verifier)
#include "tst_verifier.moc"
