// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/jwkusage.h"

#include "core/jose/keyfiles.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

constexpr std::array knownUses{"sig"_L1, "enc"_L1};

// RFC 7517 section 4.3, and which `use` each belongs to.
struct Operation
{
    QLatin1StringView name;
    QLatin1StringView use;
};
constexpr std::array operations{
    Operation{"sign"_L1, "sig"_L1},      Operation{"verify"_L1, "sig"_L1},
    Operation{"encrypt"_L1, "enc"_L1},   Operation{"decrypt"_L1, "enc"_L1},
    Operation{"wrapKey"_L1, "enc"_L1},   Operation{"unwrapKey"_L1, "enc"_L1},
    Operation{"deriveKey"_L1, "enc"_L1}, Operation{"deriveBits"_L1, "enc"_L1},
};

base::Finding warning(QLatin1StringView id, const Value &member, QString expected, QString found,
                      QLatin1StringView spec)
{
    return {.id = id,
            .outcome = base::Outcome::Warn,
            .subject = member.name(),
            .expected = std::move(expected),
            .found = std::move(found),
            .spec = spec,
            .span = member.span()};
}

bool contradicts(const QString &operation, const std::optional<QString> &use)
{
    const auto row = std::ranges::find(operations, operation, &Operation::name);
    return use && row != operations.end() && *use != row->use;
}

void checkUse(const Key::Data &data, const Value &jwk, base::Findings &found)
{
    if (data.use && std::ranges::find(knownUses, *data.use) == knownUses.end())
        found.append(warning("key.use_unknown"_L1, jwk.member("use"), u"sig"_s, *data.use,
                             "RFC 7517 section 4.2"_L1));
}

void checkOperations(const Key::Data &data, const Value &jwk, base::Findings &found)
{
    const QStringList names = data.operations.value_or(QStringList());
    const bool conflict = std::ranges::any_of(names, [&](const QString &name) {
        return contradicts(name, data.use) || names.count(name) > 1;
    });
    if (conflict)
        found.append(warning("key.use_conflict"_L1, jwk.member("key_ops"),
                             data.use.value_or(QString()), names.join(u", "_s),
                             "RFC 7517 section 4.3"_L1));
}

// An alg that is none of ours (an encryption, a new one) is not judged here.
void checkAlgorithm(const Key::Data &data, const Value &jwk, base::Findings &found)
{
    const Algorithm *row = data.algorithm ? findAlgorithm(data.algorithm->toUtf8()) : nullptr;
    if (row && !canServe(data, *row))
        found.append(warning("key.algorithm_unfit"_L1, jwk.member("alg"),
                             jwk.member("kty").toString(), *data.algorithm,
                             "RFC 7517 section 4.4"_L1));
}

// RFC 7517 section 4.7: the first certificate MUST hold this very key.
void checkCertificate(const Key::Data &data, const Value &jwk, base::Findings &found)
{
    const Value chain = jwk.member("x5c");
    if (!chain)
        return;
    const auto der = QByteArray::fromBase64Encoding(chain.at(0).toUtf8(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    const auto certified = readDer(der.decoded);
    if (!certified || (*certified)->thumbprint != data.thumbprint)
        found.append(warning("key.x5c_differs"_L1, chain, QString::fromLatin1(data.thumbprint),
                             certified ? QString::fromLatin1((*certified)->thumbprint) : QString(),
                             "RFC 7517 section 4.7"_L1));
}

} // namespace

bool canServe(const Key::Data &data, const Algorithm &algorithm)
{
    if (data.type != algorithm.keyType || algorithm.family == Family::None)
        return false;
    if (data.curve && !data.curve->signs)
        return false;
    return algorithm.curve.isEmpty() || (data.curve && data.curve->name == algorithm.curve);
}

base::Findings usageFindings(const Key::Data &data, const Value &jwk)
{
    base::Findings found;
    checkUse(data, jwk, found);
    checkOperations(data, jwk, found);
    checkAlgorithm(data, jwk, found);
    if (data.type != KeyType::Oct)
        checkCertificate(data, jwk, found);
    return found;
}

} // namespace jose
