// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/jose/forcedfailures.h"

#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <dlfcn.h>

namespace {

QByteArray failing; // the name of the function, empty for none
int callsBefore = 0;
bool reached = false;

bool mustFail(const char *function)
{
    if (failing != function || callsBefore-- != 0)
        return false;
    reached = true;
    ERR_raise(ERR_LIB_EVP, ERR_R_INTERNAL_ERROR);
    return true;
}

} // namespace

namespace forced {

Failure::Failure(const QByteArray &function, int before)
{
    failing = function;
    callsBefore = before;
    reached = false;
}

Failure::~Failure()
{
    failing.clear();
}

bool Failure::happened() const
{
    return reached;
}

int errorsLeftBehind()
{
    int count = 0;
    while (ERR_get_error() != 0)
        ++count;
    return count;
}

} // namespace forced

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): each stands for a function of another type
#define STAND_IN(answer, function, parameters, arguments, failed)                                  \
    extern "C" answer function parameters                                                          \
    {                                                                                              \
        static const auto real                                                                     \
            = reinterpret_cast<decltype(&function)>(dlsym(RTLD_NEXT, #function));                  \
        return mustFail(#function) ? failed : real arguments;                                      \
    }

// clang-format off
STAND_IN(int, EVP_Digest, (const void *data, size_t count, unsigned char *md, unsigned int *size,
         const EVP_MD *type, ENGINE *engine), (data, count, md, size, type, engine), 0)
STAND_IN(EVP_PKEY_CTX *, EVP_PKEY_CTX_new_from_pkey, (OSSL_LIB_CTX *library, EVP_PKEY *key,
         const char *properties), (library, key, properties), nullptr)
STAND_IN(int, EVP_PKEY_verify_init, (EVP_PKEY_CTX *context), (context), 0)
STAND_IN(int, EVP_PKEY_verify, (EVP_PKEY_CTX *context, const unsigned char *sig, size_t siglen,
         const unsigned char *tbs, size_t tbslen), (context, sig, siglen, tbs, tbslen), -1)
STAND_IN(int, EVP_PKEY_CTX_set_signature_md, (EVP_PKEY_CTX *context, const EVP_MD *md),
         (context, md), 0)
STAND_IN(int, EVP_PKEY_CTX_set_rsa_mgf1_md, (EVP_PKEY_CTX *context, const EVP_MD *md),
         (context, md), -2)
STAND_IN(int, EVP_PKEY_CTX_set_params, (EVP_PKEY_CTX *context, const OSSL_PARAM *params),
         (context, params), 0)
STAND_IN(int, EVP_PKEY_CTX_set_rsa_padding, (EVP_PKEY_CTX *context, int padding),
         (context, padding), -2)
STAND_IN(int, EVP_PKEY_CTX_set_rsa_pss_saltlen, (EVP_PKEY_CTX *context, int length),
         (context, length), -2)
STAND_IN(EVP_MD_CTX *, EVP_MD_CTX_new, (), (), nullptr)
STAND_IN(int, EVP_DigestVerifyInit_ex, (EVP_MD_CTX *context, EVP_PKEY_CTX **settings,
         const char *digest, OSSL_LIB_CTX *library, const char *properties, EVP_PKEY *key,
         const OSSL_PARAM params[]),
         (context, settings, digest, library, properties, key, params), 0)
STAND_IN(int, EVP_DigestVerify, (EVP_MD_CTX *context, const unsigned char *sig, size_t siglen,
         const unsigned char *tbs, size_t tbslen), (context, sig, siglen, tbs, tbslen), -1)
STAND_IN(int, EVP_DigestSignInit_ex, (EVP_MD_CTX *context, EVP_PKEY_CTX **settings,
         const char *digest, OSSL_LIB_CTX *library, const char *properties, EVP_PKEY *key,
         const OSSL_PARAM params[]),
         (context, settings, digest, library, properties, key, params), 0)
STAND_IN(int, EVP_DigestSign, (EVP_MD_CTX *context, unsigned char *sig, size_t *siglen,
         const unsigned char *tbs, size_t tbslen), (context, sig, siglen, tbs, tbslen), 0)
STAND_IN(EVP_MAC_CTX *, EVP_MAC_CTX_new, (EVP_MAC *mac), (mac), nullptr)
STAND_IN(int, EVP_MAC_init, (EVP_MAC_CTX *context, const unsigned char *key, size_t keylen,
         const OSSL_PARAM params[]), (context, key, keylen, params), 0)
STAND_IN(int, EVP_MAC_update, (EVP_MAC_CTX *context, const unsigned char *data, size_t length),
         (context, data, length), 0)
STAND_IN(int, EVP_MAC_final, (EVP_MAC_CTX *context, unsigned char *out, size_t *length,
         size_t size), (context, out, length, size), 0)
STAND_IN(unsigned char *, EVP_Q_mac, (OSSL_LIB_CTX *library, const char *name,
         const char *properties, const char *subalg, const OSSL_PARAM *params, const void *key,
         size_t keylen, const unsigned char *data, size_t datalen, unsigned char *out,
         size_t outsize, size_t *outlen),
         (library, name, properties, subalg, params, key, keylen, data, datalen, out, outsize,
          outlen), nullptr)
STAND_IN(OSSL_PARAM_BLD *, OSSL_PARAM_BLD_new, (), (), nullptr)
STAND_IN(int, OSSL_PARAM_BLD_push_BN, (OSSL_PARAM_BLD *builder, const char *key,
         const BIGNUM *number), (builder, key, number), 0)
STAND_IN(int, OSSL_PARAM_BLD_push_utf8_string, (OSSL_PARAM_BLD *builder, const char *key,
         const char *text, size_t size), (builder, key, text, size), 0)
STAND_IN(int, OSSL_PARAM_BLD_push_octet_string, (OSSL_PARAM_BLD *builder, const char *key,
         const void *octets, size_t size), (builder, key, octets, size), 0)
STAND_IN(OSSL_PARAM *, OSSL_PARAM_BLD_to_param, (OSSL_PARAM_BLD *builder), (builder), nullptr)
STAND_IN(BIGNUM *, BN_bin2bn, (const unsigned char *octets, int length, BIGNUM *number),
         (octets, length, number), nullptr)
STAND_IN(EVP_PKEY_CTX *, EVP_PKEY_CTX_new_from_name, (OSSL_LIB_CTX *library, const char *name,
         const char *properties), (library, name, properties), nullptr)
STAND_IN(int, EVP_PKEY_fromdata_init, (EVP_PKEY_CTX *context), (context), 0)
STAND_IN(int, EVP_PKEY_fromdata, (EVP_PKEY_CTX *context, EVP_PKEY **key, int selection,
         OSSL_PARAM params[]), (context, key, selection, params), 0)
STAND_IN(EVP_PKEY *, EVP_PKEY_new_raw_public_key_ex, (OSSL_LIB_CTX *library, const char *type,
         const char *properties, const unsigned char *octets, size_t length),
         (library, type, properties, octets, length), nullptr)
STAND_IN(EVP_PKEY *, EVP_PKEY_new_raw_private_key_ex, (OSSL_LIB_CTX *library, const char *type,
         const char *properties, const unsigned char *octets, size_t length),
         (library, type, properties, octets, length), nullptr)
STAND_IN(int, EVP_PKEY_get_bn_param, (const EVP_PKEY *key, const char *name, BIGNUM **number),
         (key, name, number), 0)
STAND_IN(int, EVP_PKEY_get_raw_public_key, (const EVP_PKEY *key, unsigned char *octets,
         size_t *length), (key, octets, length), 0)
STAND_IN(int, EVP_PKEY_get_utf8_string_param, (const EVP_PKEY *key, const char *name, char *text,
         size_t size, size_t *length), (key, name, text, size, length), 0)
STAND_IN(int, BN_bn2binpad, (const BIGNUM *number, unsigned char *octets, int length),
         (number, octets, length), -1)
STAND_IN(OSSL_DECODER_CTX *, OSSL_DECODER_CTX_new_for_pkey, (EVP_PKEY **key, const char *input,
         const char *structure, const char *type, int selection, OSSL_LIB_CTX *library,
         const char *properties),
         (key, input, structure, type, selection, library, properties), nullptr)
STAND_IN(int, OSSL_DECODER_CTX_set_passphrase_cb, (OSSL_DECODER_CTX *context,
         OSSL_PASSPHRASE_CALLBACK *callback, void *data), (context, callback, data), 0)
STAND_IN(int, PEM_write_bio_PUBKEY, (BIO *memory, const EVP_PKEY *key), (memory, key), 0)
// clang-format on
