// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "core/jose/verifier.h"
#include "fuzzcheck.h"

//! Keys, key sets and key files: whatever the bytes are, each entry is either a key with sound
//! facts or a problem with an id, and no secret gets out.
namespace {

using namespace jose;

void checkKey(const Key &key)
{
    fuzz::check(!key.isNull());
    fuzz::check(key.bits() > 0 && (key.type() == KeyType::Oct || key.bits() <= 16384));
    fuzz::check(key.thumbprint().isEmpty() == (key.type() == KeyType::Oct));
    for (const char *name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
        fuzz::check(!key.json().root().member(name).isPresent());
    for (const base::Finding &finding : key.findings())
        fuzz::check(!finding.id.isEmpty() && !finding.subject.isEmpty());
}

//! A token that fits no key of the input: nothing may verify, and every key gets its answer.
void checkVerdicts(const KeySet &set)
{
    for (const Algorithm &row : algorithms()) {
        SignatureBlock block;
        block.protectedHeader.present = true;
        block.protectedHeader.json
            = base::json::Document::read(R"({"alg":")" + QByteArray(row.name.data()) + "\"}");
        block.signature.present = true;
        block.signature.bytes = QByteArray(row.signatureBytes ? row.signatureBytes : 64, '\x5a');
        block.signingInput = "e30.e30";
        const SignatureResult result = verify(block, {set});
        fuzz::check(result.status != SignatureStatus::Valid && !result.reason.isEmpty());
        fuzz::check(result.attempts.size() == set.size());
    }
}

void checkSet(const base::Result<KeySet> &set)
{
    if (!set) {
        fuzz::check(!set.error().id.isEmpty());
        return;
    }
    for (const KeyEntry &entry : set->entries()) {
        if (entry.problem)
            fuzz::check(!entry.problem->id.isEmpty() && entry.key.isNull());
        else
            checkKey(entry.key);
    }
    checkVerdicts(*set);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView view(data, qsizetype(size));
    const QByteArray bytes = view.toByteArray();
    checkSet(KeySet::fromFile(bytes, KeyOrigin::File));
    checkSet(KeySet::fromJson(bytes, KeyOrigin::Issuer));
    if (const auto der = Key::fromDer(bytes))
        checkKey(*der);
    for (const SecretEncoding encoding : {SecretEncoding::Utf8, SecretEncoding::Base64,
                                          SecretEncoding::Base64Url, SecretEncoding::Hex}) {
        const auto secret = decodeSecret(bytes, encoding);
        fuzz::check(secret ? !secret->isEmpty()
                           : secret.error().id.startsWith(QLatin1StringView("secret.")));
    }
    return 0;
}
