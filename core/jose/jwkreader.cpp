// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/jwkmembers.h"
#include "core/jose/jwkusage.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

using Made = base::Result<std::shared_ptr<Key::Data>>;

Made finished(const JwkMembers &members, const PublicNumbers &numbers)
{
    return members.problem() ? Made(tl::unexpected(*members.problem())) : keyFromNumbers(numbers);
}

Made readRsa(JwkMembers &members)
{
    PublicNumbers numbers;
    numbers.n = members.number("n");
    numbers.e = members.number("e");
    return finished(members, numbers);
}

//! The numbers of a key with a `crv`; `curve` stays null, and a problem is noted, when it is
//! unknown.
PublicNumbers onCurve(JwkMembers &members, KeyType type)
{
    PublicNumbers numbers;
    numbers.type = type;
    const QString name = members.requiredText("crv");
    numbers.curve = findCurve(name, type);
    if (!numbers.curve)
        members.fail("key.curve"_L1, name);
    return numbers;
}

Made readEc(JwkMembers &members)
{
    PublicNumbers numbers = onCurve(members, KeyType::Ec);
    if (numbers.curve) {
        numbers.x = members.coordinate("x", numbers.curve->octets);
        numbers.y = members.coordinate("y", numbers.curve->octets);
    }
    return finished(members, numbers);
}

// RFC 8037: x is a string of octets, not a number, so nothing is fitted.
Made readOkp(JwkMembers &members)
{
    PublicNumbers numbers = onCurve(members, KeyType::Okp);
    numbers.x = members.octets("x");
    if (numbers.curve && numbers.x.size() != numbers.curve->octets)
        members.fail("key.size"_L1, u"x"_s);
    return finished(members, numbers);
}

Made readOct(JwkMembers &members)
{
    const base::SecretBytes secret(members.octets("k"));
    return members.problem() ? Made(tl::unexpected(*members.problem())) : keyFromSecret(secret);
}

struct KeyTypeReader
{
    const char *kty;
    Made (*read)(JwkMembers &members);
};
constexpr std::array readers{KeyTypeReader{"RSA", readRsa}, KeyTypeReader{"EC", readEc},
                             KeyTypeReader{"OKP", readOkp}, KeyTypeReader{"oct", readOct}};

Made readByType(JwkMembers &members)
{
    const QString kty = members.requiredText("kty");
    if (members.problem())
        return tl::unexpected(*members.problem());
    const auto reader = std::ranges::find_if(
        readers, [&](const KeyTypeReader &row) { return kty == QLatin1StringView(row.kty); });
    if (reader == readers.end())
        return base::failure("key.type"_L1, kty);
    return reader->read(members);
}

// An oct key is nothing but a private member, and says so by its type.
void removePrivatePart(Key::Data &data, const Value &jwk)
{
    bool removed = false;
    data.json = base::json::Document::read(publicText(jwk, &removed));
    if (!removed || data.type == KeyType::Oct)
        return;
    data.privatePart = true;
    data.findings.append({.id = "key.private_published"_L1,
                          .outcome = base::Outcome::Warn,
                          .subject = u"d"_s,
                          .spec = "RFC 7517 section 9.2"_L1,
                          .span = jwk.member("d").span()});
}

} // namespace

base::Result<Key> Key::fromJwk(const Value &jwk)
{
    JwkMembers members(jwk);
    auto made = readByType(members);
    if (!made)
        return tl::unexpected(made.error());
    Data &data = **made;
    data.kid = members.text("kid");
    data.use = members.text("use");
    data.algorithm = members.text("alg");
    data.operations = members.textList("key_ops");
    if (members.problem())
        return tl::unexpected(*members.problem());
    data.findings += members.findings();
    removePrivatePart(data, jwk);
    data.findings += usageFindings(data, jwk);
    return Key(std::move(*made));
}

} // namespace jose
