// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/samples.h"

#include "core/jose/base64url.h"
#include "core/practice/capturesamples.h"
#include "core/practice/claims.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace practice {

using namespace jsontext;
using namespace std::chrono_literals;

namespace {

using Made = base::Result<QByteArray>;

QByteArray headerJson(QByteArrayView algorithm, const QString &kid, QStringView type)
{
    return object({{"alg"_ba, text(QString::fromLatin1(algorithm))},
                   {"kid"_ba, text(kid)},
                   {"typ"_ba, text(type)}});
}

Made accessToken(const Mint &with, const Members &claims)
{
    return with.key.compact(headerJson("RS256", with.kid, u"at+jwt"), object(claims));
}

Made idToken(const Mint &with, const Members &claims)
{
    return with.key.compact(headerJson("RS256", with.kid, u"JWT"), object(claims));
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

Made genuineAccess(const Mint &with, base::Instant now)
{
    return accessToken(with, userAccessClaims(with, now));
}

Made genuineId(const Mint &with, base::Instant now)
{
    return idToken(with, idClaims(with, now));
}

Made expiresSoon(const Mint &with, base::Instant now)
{
    return accessToken(with, userAccessClaims(with, now - 29min));
}

Made expired(const Mint &with, base::Instant now)
{
    return accessToken(with, userAccessClaims(with, now - 32min));
}

Made notYetValid(const Mint &with, base::Instant now)
{
    Members claims = userAccessClaims(with, now);
    claims.insert("nbf"_ba, number(unixSeconds(now + 10min)));
    return accessToken(with, claims);
}

Made audienceSlash(const Mint &with, base::Instant now)
{
    Members claims = userAccessClaims(with, now);
    claims.insert("aud"_ba, list({with.issuer + u'/'}));
    return accessToken(with, claims);
}

Made otherIssuer(const Mint &with, base::Instant now)
{
    Mint other = with;
    other.issuer = u"https://another-project.authgear.cloud"_s;
    other.kid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    other.key = with.stranger;
    return accessToken(other, userAccessClaims(other, now));
}

Made tampered(const Mint &with, base::Instant now)
{
    Members claims = userAccessClaims(with, now);
    Made genuine = accessToken(with, claims);
    if (!genuine)
        return genuine;
    claims.insert("https://authgear.com/claims/user/roles"_ba,
                  list({u"admin"_s, u"editor"_s, u"viewer"_s}));
    QByteArrayList parts = genuine->split('.');
    parts[1] = jose::base64url::encode(object(claims));
    return parts.join('.');
}

Made stranger(const Mint &with, base::Instant now)
{
    Mint forged = with;
    forged.key = with.stranger;
    return accessToken(forged, userAccessClaims(with, now));
}

Made unknownKid(const Mint &with, base::Instant now)
{
    Mint rotated = with;
    rotated.kid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return accessToken(rotated, userAccessClaims(with, now));
}

Made unsecured(const Mint &with, base::Instant now)
{
    const QByteArray header = object({{"alg"_ba, text(u"none")}, {"typ"_ba, text(u"at+jwt")}});
    return jose::base64url::encode(header) + '.'
        + jose::base64url::encode(object(userAccessClaims(with, now))) + '.';
}

Made hs256PublicKey(const Mint &with, base::Instant now)
{
    const auto forger
        = jose::SigningKey::fromSecret("HS256", base::SecretBytes(with.key.publicPem()));
    if (!forger)
        return tl::unexpected(forger.error());
    return forger->compact(headerJson("HS256", with.kid, u"at+jwt"),
                           object(userAccessClaims(with, now)));
}

Made oldSignIn(const Mint &with, base::Instant now)
{
    Members claims = idClaims(with, now);
    claims.remove("nonce"_ba); // Authgear does not repeat it on refresh.
    claims.insert("auth_time"_ba, number(unixSeconds(now - 72h)));
    return idToken(with, claims);
}

Made cannotReauthenticate(const Mint &with, base::Instant now)
{
    Members claims = idClaims(with, now);
    claims.remove("amr"_ba); // Social login alone has none.
    claims.remove("nonce"_ba);
    // While the sign-in is fresh, nobody minds.
    claims.insert("auth_time"_ba, number(unixSeconds(now - 40min)));
    claims.insert("https://authgear.com/claims/user/can_reauthenticate"_ba, boolean(false));
    return idToken(with, claims);
}

Made machineToMachine(const Mint &with, base::Instant now)
{
    return accessToken(with, clientAccessClaims(with, now));
}

Made opaque(const Mint &, base::Instant)
{
    return opaqueCredential();
}

//! Only the shape: an RSA-2048 wrapped key, a nonce and a tag of the right sizes, all random.
Made encrypted(const Mint &with, base::Instant now)
{
    const QByteArray header = object({{"alg"_ba, text(u"RSA-OAEP-256")},
                                      {"cty"_ba, text(u"JWT")},
                                      {"enc"_ba, text(u"A256GCM")},
                                      {"kid"_ba, text(with.kid)}});
    Made inner = genuineId(with, now);
    if (!inner)
        return inner;
    QByteArrayList parts;
    for (const QByteArray &part :
         {header, randomBytes(256), randomBytes(12), randomBytes(inner->size()), randomBytes(16)})
        parts.append(jose::base64url::encode(part));
    return parts.join('.');
}

Made duplicateClaim(const Mint &with, base::Instant now)
{
    QByteArray json = object(userAccessClaims(with, now));
    json.insert(1, R"("exp":)" + number(unixSeconds(now - 1h)) + ',');
    return with.key.compact(headerJson("RS256", with.kid, u"at+jwt"), json);
}

Made milliseconds(const Mint &with, base::Instant now)
{
    Members claims = userAccessClaims(with, now);
    for (const QByteArray &name : {"auth_time"_ba, "exp"_ba, "iat"_ba})
        claims[name] += "000";
    return accessToken(with, claims);
}

Made unicode(const Mint &with, base::Instant now)
{
    Members claims = idClaims(with, now);
    addPersonalClaims(claims, now);
    return idToken(with, claims);
}

Made idTokenSent(const Mint &with, base::Instant now)
{
    const Made token = genuineId(with, now - 1min);
    return token ? Made(refusedRequest(*token, now)) : token;
}

Made har(const Mint &with, base::Instant now)
{
    const base::Instant issued = now - 33min;
    const Made access = accessToken(with, userAccessClaims(with, issued));
    const Made id = genuineId(with, issued);
    if (!access || !id)
        return access ? id : access;
    return browserHar({with.issuer, *access, *id, issued, now - 1min});
}

constexpr std::array table{
    Sample{"access"_L1, QT_TRANSLATE_NOOP("samples", "Genuine access token"),
           QT_TRANSLATE_NOOP("samples",
                             "What an API of yours receives: every check passes for the "
                             "next 30 minutes."),
           false, genuineAccess},
    Sample{"id"_L1, QT_TRANSLATE_NOOP("samples", "Genuine ID token"),
           QT_TRANSLATE_NOOP("samples",
                             "Who signed in, for the client that asked. It lives for five "
                             "minutes and is not meant for an API."),
           false, genuineId},
    Sample{"expires-soon"_L1, QT_TRANSLATE_NOOP("samples", "Expires in 60 seconds"),
           QT_TRANSLATE_NOOP("samples",
                             "Watch the countdown: the verdict flips by itself when the "
                             "token expires."),
           false, expiresSoon},
    Sample{"expired"_L1, QT_TRANSLATE_NOOP("samples", "Expired access token"),
           QT_TRANSLATE_NOOP("samples",
                             "Genuine but two minutes too old. Backends that allow five "
                             "minutes of leeway still take it."),
           false, expired},
    Sample{"not-yet-valid"_L1, QT_TRANSLATE_NOOP("samples", "Not yet valid"),
           QT_TRANSLATE_NOOP("samples",
                             "A not-before time ten minutes ahead, as a hook could add "
                             "it. Authgear itself writes none."),
           false, notYetValid},
    Sample{"audience-slash"_L1, QT_TRANSLATE_NOOP("samples", "Audience with a slash"),
           QT_TRANSLATE_NOOP("samples",
                             "The audience is the issuer plus a slash at the end. "
                             "Audiences are compared as text, so this is another one."),
           false, audienceSlash},
    Sample{"other-issuer"_L1, QT_TRANSLATE_NOOP("samples", "Another issuer"),
           QT_TRANSLATE_NOOP("samples",
                             "A good token of another project: its issuer, audience and "
                             "key are all foreign here."),
           false, otherIssuer},
    Sample{"tampered"_L1, QT_TRANSLATE_NOOP("samples", "Tampered payload"),
           QT_TRANSLATE_NOOP("samples",
                             "Somebody gave themselves the role admin after the token "
                             "was signed, so the signature no longer fits."),
           false, tampered},
    Sample{"stranger"_L1, QT_TRANSLATE_NOOP("samples", "Stranger's signature"),
           QT_TRANSLATE_NOOP("samples",
                             "It names the issuer's key, but another key made the "
                             "signature."),
           false, stranger},
    Sample{"unknown-kid"_L1, QT_TRANSLATE_NOOP("samples", "Unknown key"),
           QT_TRANSLATE_NOOP("samples",
                             "It names a key that the issuer does not publish, as after "
                             "a key rotation."),
           false, unknownKid},
    Sample{"none"_L1, QT_TRANSLATE_NOOP("samples", "Unsecured token"),
           QT_TRANSLATE_NOOP("samples",
                             "Algorithm none: there is no signature, and anybody could "
                             "have written it."),
           false, unsecured},
    Sample{"hs256-public-key"_L1, QT_TRANSLATE_NOOP("samples", "HS256 with the public key"),
           QT_TRANSLATE_NOOP("samples",
                             "The issuer's public key used as a shared secret. A backend "
                             "without a list of algorithms takes it."),
           false, hs256PublicKey},
    Sample{"old-sign-in"_L1, QT_TRANSLATE_NOOP("samples", "Old sign-in"),
           QT_TRANSLATE_NOOP("samples",
                             "A fresh ID token of a person who signed in three days ago: "
                             "refreshed, not signed in again."),
           false, oldSignIn},
    Sample{"cannot-reauthenticate"_L1, QT_TRANSLATE_NOOP("samples", "Cannot re-authenticate"),
           QT_TRANSLATE_NOOP("samples",
                             "Signed in 40 minutes ago with a social account only, so "
                             "there is no password or code to ask for again."),
           false, cannotReauthenticate},
    Sample{"m2m"_L1, QT_TRANSLATE_NOOP("samples", "Machine to machine"),
           QT_TRANSLATE_NOOP("samples",
                             "A program's own access token: the audience is an API "
                             "resource, and there is no user."),
           false, machineToMachine},
    Sample{"opaque"_L1, QT_TRANSLATE_NOOP("samples", "Opaque access token"),
           QT_TRANSLATE_NOOP("samples",
                             "32 letters and digits and no JWT: the client is not set to "
                             "get a JWT as access token."),
           false, opaque},
    Sample{"jwe"_L1, QT_TRANSLATE_NOOP("samples", "Encrypted token"),
           QT_TRANSLATE_NOOP("samples",
                             "Five parts, of which only the header can be read. A real "
                             "header over random bytes: no key opens it."),
           false, encrypted},
    Sample{"duplicate-claim"_L1, QT_TRANSLATE_NOOP("samples", "Duplicate claim"),
           QT_TRANSLATE_NOOP("samples",
                             "The expiry is there twice, first in the past and then in "
                             "the future. Libraries disagree about which one counts."),
           false, duplicateClaim},
    Sample{"milliseconds"_L1, QT_TRANSLATE_NOOP("samples", "Times in milliseconds"),
           QT_TRANSLATE_NOOP("samples",
                             "The times are in milliseconds where seconds are meant, so "
                             "this token lives for thousands of years."),
           false, milliseconds},
    Sample{"unicode"_L1, QT_TRANSLATE_NOOP("samples", "Chinese and emoji names"),
           QT_TRANSLATE_NOOP("samples",
                             "The ID token of a confidential client, which may hold "
                             "personal claims, in Chinese and with emoji."),
           false, unicode},
    Sample{"id-token-sent"_L1, QT_TRANSLATE_NOOP("samples", "Request: ID token sent to an API"),
           QT_TRANSLATE_NOOP("samples",
                             "A whole request and its 401, as a ticket brings them. The ID token "
                             "was sent where an access token belongs."),
           true, idTokenSent},
    Sample{"har"_L1, QT_TRANSLATE_NOOP("samples", "HAR file: worked, then refused"),
           QT_TRANSLATE_NOOP("samples",
                             "What a browser saved: tokens handed out, a request that worked, "
                             "and one with the same token half an hour later."),
           true, har},
};

} // namespace

std::span<const Sample> samples()
{
    return table;
}

base::Result<QByteArray> mint(QLatin1StringView name, const Mint &with, base::Instant now)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const Sample &sample) { return sample.name == name; });
    if (row == table.end())
        return base::failure("sample.unknown"_L1, name.toString());
    return row->make(with, now);
}

QString practiceClientId()
{
    return u"9e3b71d04c8fa265"_s;
}

QString practiceResource()
{
    return u"https://api.example.com/orders"_s;
}

} // namespace practice
