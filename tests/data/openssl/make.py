#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0
"""Makes every file of this folder anew with the openssl command: keys in all their forms, one token an
algorithm, and PSS tokens with other salt lengths. Run it here; the tests hold for any outcome."""
import base64
import json
import subprocess

CURVES = {"p256": "prime256v1", "p384": "secp384r1", "p521": "secp521r1", "secp256k1": "secp256k1"}
SIZES = {"p256": 32, "p384": 48, "p521": 66, "secp256k1": 32}


def openssl(*args, data=None):
    return subprocess.run(["openssl", *args], input=data, capture_output=True, check=True).stdout


def b64u(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def save(name, content):
    with open(name, "wb" if isinstance(content, bytes) else "w") as file:
        file.write(content)


def make_key(name, *args):
    openssl("genpkey", *args, "-out", f"{name}.pkcs8.pem")
    openssl("pkey", "-in", f"{name}.pkcs8.pem", "-pubout", "-out", f"{name}.spki.pem")


def make_keys():
    make_key("rsa", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")
    make_key("rsa1024", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024")
    make_key("rsa_e3", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048",
             "-pkeyopt", "rsa_keygen_pubexp:3")
    make_key("rsapss", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048")
    for name, curve in CURVES.items():
        make_key(name, "-algorithm", "EC", "-pkeyopt", f"ec_paramgen_curve:{curve}")
    make_key("brainpool", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1")
    for name in ("ed25519", "ed448", "x25519", "x448"):
        make_key(name, "-algorithm", name.upper())
    openssl("genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024",
            "-out", "dsa.params")
    make_key("dsa", "-paramfile", "dsa.params")
    subprocess.run(["rm", "dsa.params", "dsa.pkcs8.pem"], check=True)


def make_other_forms():
    openssl("rsa", "-in", "rsa.pkcs8.pem", "-traditional", "-out", "rsa.pkcs1.pem")
    openssl("rsa", "-in", "rsa.pkcs8.pem", "-RSAPublicKey_out", "-out", "rsa.rsapublic.pem")
    openssl("pkey", "-in", "rsa.pkcs8.pem", "-pubout", "-outform", "DER", "-out", "rsa.spki.der")
    openssl("req", "-new", "-x509", "-key", "rsa.pkcs8.pem", "-subj", "/CN=assay test", "-days",
            "36500", "-out", "rsa.cert.pem")
    openssl("x509", "-in", "rsa.cert.pem", "-outform", "DER", "-out", "rsa.cert.der")
    openssl("req", "-new", "-key", "rsa.pkcs8.pem", "-subj", "/CN=assay test", "-out", "rsa.csr.pem")
    params = openssl("ecparam", "-name", "prime256v1")
    save("p256.sec1.pem", params + openssl("ec", "-in", "p256.pkcs8.pem"))
    openssl("pkcs8", "-topk8", "-in", "rsa.pkcs8.pem", "-passout", "pass:secret", "-out",
            "rsa.encrypted8.pem")
    openssl("rsa", "-in", "rsa.pkcs8.pem", "-aes128", "-passout", "pass:secret", "-traditional",
            "-out", "rsa.encrypted1.pem")
    openssl("ec", "-in", "p256.pkcs8.pem", "-pubout", "-param_enc", "explicit", "-out",
            "p256.explicit.pem")


def raw(der, size):
    """r || s of an ECDSA-Sig-Value."""
    at = 3 if der[1] & 0x80 else 2
    numbers = b""
    for _ in range(2):
        length = der[at + 1]
        numbers += int.from_bytes(der[at + 2:at + 2 + length], "big").to_bytes(size, "big")
        at += 2 + length
    return numbers


def dgst(key, digest, data, *options):
    return openssl("dgst", f"-{digest}", "-sign", f"{key}.pkcs8.pem", *options, data=data)


def eddsa(key, data):
    save("input.tmp", data)
    signature = openssl("pkeyutl", "-sign", "-rawin", "-inkey", f"{key}.pkcs8.pem", "-in", "input.tmp")
    subprocess.run(["rm", "input.tmp"], check=True)
    return signature


def token(name, alg, sign):
    payload = {"iss": "https://issuer.example", "sub": "alice", "exp": 4102444800}
    data = b64u(json.dumps({"alg": alg}).encode()) + "." + b64u(json.dumps(payload).encode())
    save(f"{name}.jws", data + "." + b64u(sign(data.encode())) + "\n")


def pss(salt):
    return ["-sigopt", "rsa_padding_mode:pss", "-sigopt", f"rsa_pss_saltlen:{salt}"]


def make_tokens():
    for bits in ("256", "384", "512"):
        sha = "sha" + bits
        token("RS" + bits, "RS" + bits, lambda data: dgst("rsa", sha, data))
        token("PS" + bits, "PS" + bits, lambda data: dgst("rsa", sha, data, *pss("digest")))
        token("HS" + bits, "HS" + bits,
              lambda data: openssl("dgst", f"-{sha}", "-mac", "HMAC", "-macopt",
                                   "key:" + "0123456789abcdef" * 4, "-binary", data=data))
    for alg, key, sha in (("ES256", "p256", "sha256"), ("ES384", "p384", "sha384"),
                          ("ES512", "p521", "sha512"), ("ES256K", "secp256k1", "sha256")):
        token(alg, alg, lambda data: raw(dgst(key, sha, data), SIZES[key]))
    for name, alg, key in (("EdDSA-25519", "EdDSA", "ed25519"), ("EdDSA-448", "EdDSA", "ed448"),
                           ("Ed25519", "Ed25519", "ed25519"), ("Ed448", "Ed448", "ed448")):
        token(name, alg, lambda data: eddsa(key, data))
    for salt in ("0", "20", "33", "max"):
        token(f"PS256-salt-{salt}", "PS256", lambda data: dgst("rsa", "sha256", data, *pss(salt)))
    token("PS256-mgf1-sha1", "PS256",
          lambda data: dgst("rsa", "sha256", data, *pss("digest"), "-sigopt", "rsa_mgf1_md:sha1"))
    token("ES256-der", "ES256", lambda data: dgst("p256", "sha256", data))
    token("PS256-pssonly", "PS256", lambda data: dgst("rsapss", "sha256", data, *pss("digest")))
    token("RS256-e3", "RS256", lambda data: dgst("rsa_e3", "sha256", data))
    token("RS256-1024", "RS256", lambda data: dgst("rsa1024", "sha256", data))


make_keys()
make_other_forms()
make_tokens()
