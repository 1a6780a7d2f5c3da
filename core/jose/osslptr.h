// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/decoder.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <memory>

//! Owning pointers to OpenSSL objects.
namespace jose::ossl {

//! A deleter that calls the function of OpenSSL which belongs to the type.
template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};

template <typename T, auto release>
using Ptr = std::unique_ptr<T, Release<release>>;

using Pkey = Ptr<EVP_PKEY, EVP_PKEY_free>;
using PkeyCtx = Ptr<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using MdCtx = Ptr<EVP_MD_CTX, EVP_MD_CTX_free>;
using Mac = Ptr<EVP_MAC, EVP_MAC_free>;
using MacCtx = Ptr<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using Number = Ptr<BIGNUM, BN_clear_free>;
using ParamBuilder = Ptr<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Params = Ptr<OSSL_PARAM, OSSL_PARAM_free>;
using DecoderCtx = Ptr<OSSL_DECODER_CTX, OSSL_DECODER_CTX_free>;
using Certificate = Ptr<X509, X509_free>;
using EcdsaSignature = Ptr<ECDSA_SIG, ECDSA_SIG_free>;
using Bio = Ptr<BIO, BIO_free_all>;

} // namespace jose::ossl
