// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/key.h"

#include "core/jose/keydata.h"
#include "core/jose/keyfiles.h"
#include "core/jose/secrets.h"
#include "core/jose/smallorder.h"

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int strongModulusBits = 2048;

base::Finding weak(QLatin1StringView what, QString subject, QString expected, QString found)
{
    return {.id = "key.weak"_L1,
            .outcome = base::Outcome::Fail,
            .subject = std::move(subject),
            .expected = std::move(expected),
            .found = std::move(found),
            .facts = {{"what"_L1, QString(what)}},
            .spec = "RFC 7518 section 3.3"_L1};
}

// e = 1 makes every padded message its own signature, e = 2 and other even ones are no RSA at all.
void judgeRsa(const PublicNumbers &numbers, base::Findings &found)
{
    if (const int bits = bitLength(numbers.n); bits < strongModulusBits)
        found.append(
            weak("modulus"_L1, u"n"_s, QString::number(strongModulusBits), QString::number(bits)));
    const bool even = (numbers.e.back() & 1) == 0;
    if (even || (numbers.e.size() == 1 && numbers.e.front() < 3 && numbers.e.front() >= 0))
        found.append(weak("exponent"_L1, u"e"_s, u"65537"_s,
                          QString::number(numbers.e.toHex().toULongLong(nullptr, 16))));
}

base::Findings weaknesses(const PublicNumbers &numbers)
{
    base::Findings found;
    if (numbers.type == KeyType::Rsa)
        judgeRsa(numbers, found);
    else if (numbers.type == KeyType::Okp && hasSmallOrder(numbers.x, *numbers.curve))
        found.append(weak("point"_L1, u"x"_s, {}, numbers.curve->name));
    return found;
}

const Key::Data &nullData()
{
    static const Key::Data data;
    return data;
}

base::Result<Key> wrapped(base::Result<std::shared_ptr<Key::Data>> data)
{
    return std::move(data).map(
        [](std::shared_ptr<Key::Data> made) { return Key(std::move(made)); });
}

} // namespace

base::Result<std::shared_ptr<Key::Data>> keyFromNumbers(const PublicNumbers &numbers)
{
    auto pkey = buildKey(numbers);
    if (!pkey)
        return tl::unexpected(pkey.error());
    auto data = std::make_shared<Key::Data>();
    data->type = numbers.type;
    data->curve = numbers.curve;
    data->bits = bitsOf(numbers);
    data->pssOnly = numbers.pssOnly;
    data->pssDigest = numbers.pssDigest;
    data->thumbprint = thumbprint(numbers);
    data->findings = weaknesses(numbers);
    data->pkey = std::move(*pkey);
    return data;
}

base::Result<std::shared_ptr<Key::Data>> keyFromSecret(base::SecretBytes secret)
{
    if (secret.isEmpty())
        return base::failure("key.secret_empty"_L1, u"k"_s);
    if (holdsPublicKey(secret.revealSecret()))
        return base::failure("secret.is_public_key"_L1, u"k"_s);
    auto data = std::make_shared<Key::Data>();
    data->bits = static_cast<int>(secret.size() * 8);
    data->secret = std::move(secret);
    return data;
}

Key::Key() = default;

Key::Key(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

base::Result<Key> Key::fromPem(QByteArrayView pem)
{
    for (const PemBlock &block : pemBlocks(pem)) {
        if (!block.isParameters())
            return wrapped(readPemBlock(block));
    }
    return base::failure("key.pem"_L1);
}

base::Result<Key> Key::fromDer(QByteArrayView der)
{
    return wrapped(readDer(der));
}

base::Result<Key> Key::fromSecret(const base::SecretBytes &secret)
{
    return wrapped(keyFromSecret(secret));
}

const Key::Data &Key::data() const
{
    return m_data ? *m_data : nullData();
}

KeyType Key::type() const
{
    return data().type;
}

QString Key::curve() const
{
    return data().curve ? QString(data().curve->name) : QString();
}

int Key::bits() const
{
    return data().bits;
}

bool Key::hasKid() const
{
    return data().kid.has_value();
}

QString Key::kid() const
{
    return data().kid.value_or(QString());
}

QString Key::use() const
{
    return data().use.value_or(QString());
}

QString Key::algorithm() const
{
    return data().algorithm.value_or(QString());
}

QStringList Key::operations() const
{
    return data().operations.value_or(QStringList());
}

bool Key::cameWithPrivatePart() const
{
    return data().privatePart;
}

QByteArray Key::thumbprint() const
{
    return data().thumbprint;
}

const base::Findings &Key::findings() const
{
    return data().findings;
}

const base::json::Document &Key::json() const
{
    return data().json;
}

} // namespace jose
