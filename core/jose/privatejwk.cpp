// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/signkeydata.h"

#include "core/jose/jwkmembers.h"

#include <openssl/core_names.h>

#include <array>
#include <vector>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

//! Builds OSSL_PARAMs and keeps the numbers that they point to alive.
class KeyParams
{
public:
    void number(const char *name, const QByteArray &bytes)
    {
        m_numbers.emplace_back(BN_bin2bn(ossl::octets(QByteArrayView(bytes)),
                                         static_cast<int>(bytes.size()), nullptr));
        m_isFilled = m_isFilled && m_numbers.back()
            && OSSL_PARAM_BLD_push_BN(m_builder.get(), name, m_numbers.back().get()) == 1;
    }
    void text(const char *name, const char *value)
    {
        m_isFilled
            = m_isFilled && OSSL_PARAM_BLD_push_utf8_string(m_builder.get(), name, value, 0) == 1;
    }
    void octets(const char *name, const QByteArray &bytes)
    {
        m_isFilled = m_isFilled
            && OSSL_PARAM_BLD_push_octet_string(m_builder.get(), name, bytes.constData(),
                                                ossl::length(bytes))
                == 1;
    }
    [[nodiscard]] ossl::Pkey build(const char *type) const
    {
        const ossl::Params params(m_isFilled ? OSSL_PARAM_BLD_to_param(m_builder.get()) : nullptr);
        const ossl::PkeyCtx context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
        EVP_PKEY *key = nullptr;
        if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
            || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, params.get()) != 1)
            return {};
        return ossl::Pkey(key);
    }

private:
    ossl::ParamBuilder m_builder{OSSL_PARAM_BLD_new()};
    std::vector<ossl::Number> m_numbers;
    bool m_isFilled = m_builder != nullptr;
};

struct RsaMember
{
    const char *jwk;
    const char *openssl;
};
constexpr std::array rsaMembers{
    RsaMember{"n", OSSL_PKEY_PARAM_RSA_N},
    RsaMember{"e", OSSL_PKEY_PARAM_RSA_E},
    RsaMember{"d", OSSL_PKEY_PARAM_RSA_D},
    RsaMember{"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
    RsaMember{"q", OSSL_PKEY_PARAM_RSA_FACTOR2},
    RsaMember{"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
    RsaMember{"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2},
    RsaMember{"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1},
};

ossl::Pkey privateRsa(JwkMembers &members)
{
    KeyParams params;
    for (const RsaMember &member : rsaMembers)
        params.number(member.openssl, members.number(member.jwk));
    return members.problem() ? nullptr : params.build("RSA");
}

ossl::Pkey privateEc(JwkMembers &members, const Curve &curve)
{
    const QByteArray point
        = '\x04' + members.coordinate("x", curve.octets) + members.coordinate("y", curve.octets);
    KeyParams params;
    params.text(OSSL_PKEY_PARAM_GROUP_NAME, curve.openssl);
    params.octets(OSSL_PKEY_PARAM_PUB_KEY, point);
    params.number(OSSL_PKEY_PARAM_PRIV_KEY, members.number("d"));
    return members.problem() ? nullptr : params.build("EC");
}

ossl::Pkey privateOkp(JwkMembers &members, const Curve &curve)
{
    const QByteArray d = members.octets("d");
    if (members.problem())
        return {};
    return ossl::Pkey(EVP_PKEY_new_raw_private_key_ex(
        nullptr, curve.openssl, nullptr, ossl::octets(QByteArrayView(d)), ossl::length(d)));
}

ossl::Pkey privateKey(JwkMembers &members)
{
    const QString kty = members.requiredText("kty");
    if (kty == "RSA"_L1)
        return privateRsa(members);
    const QString crv = members.requiredText("crv");
    if (const Curve *curve = findCurve(crv, KeyType::Ec); curve && kty == "EC"_L1)
        return privateEc(members, *curve);
    if (const Curve *curve = findCurve(crv, KeyType::Okp); curve && kty == "OKP"_L1)
        return privateOkp(members, *curve);
    return {};
}

} // namespace

base::Result<ossl::Pkey> privateKeyFromJwk(const Value &jwk)
{
    JwkMembers members(jwk);
    ossl::Pkey key = privateKey(members);
    if (members.problem())
        return tl::unexpected(*members.problem());
    const QString errors = ossl::takeErrors();
    if (!key)
        return base::failure("signing.key"_L1, errors);
    return key;
}

} // namespace jose
