# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0

# pip install jwcrypto pyjwt cryptography && python3 make.py
import json

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from jwcrypto import jwe, jwk, jws

CLAIMS = {"iss": "https://op.example", "sub": "u", "aud": "https://api.example", "iat": 1,
          "exp": 4102444800}


def public(key):
    return json.loads(key.export() if key["kty"] == "oct" else key.export_public())


def by_jwcrypto():
    vectors = []
    makers = [("RS512", {"kty": "RSA", "size": 2048}), ("PS256", {"kty": "RSA", "size": 2048}),
              ("ES384", {"kty": "EC", "crv": "P-384"}), ("ES256K", {"kty": "EC", "crv": "secp256k1"}),
              ("EdDSA", {"kty": "OKP", "crv": "Ed25519"}), ("EdDSA", {"kty": "OKP", "crv": "Ed448"}),
              ("HS256", {"kty": "oct", "size": 256})]
    for alg, kind in makers:
        key = jwk.JWK.generate(kid="k", **kind)
        token = jws.JWS(json.dumps(CLAIMS))
        token.allowed_algs = [alg]
        token.add_signature(key, alg, json.dumps({"alg": alg}), json.dumps({"kid": "k"}))
        name = f"{alg} {kind.get('crv', '')}".strip()
        vectors.append({"name": f"{name} flattened", "token": token.serialize(), "key": public(key)})
        token = jws.JWS(json.dumps(CLAIMS))
        token.allowed_algs = [alg]
        token.add_signature(key, alg, json.dumps({"kid": "k", "alg": alg}))
        vectors.append({"name": f"{name} compact", "token": token.serialize(True),
                        "key": public(key), "thumbprint": key.thumbprint()})
    rsa = jwk.JWK.generate(kty="RSA", size=2048, kid="k")
    token = jws.JWS(json.dumps(CLAIMS))
    token.add_signature(rsa, None, json.dumps({"alg": "RS256"}))
    token.add_signature(rsa, None, json.dumps({"alg": "RS384"}))
    vectors.append({"name": "general, two signatures", "token": token.serialize(),
                    "key": public(rsa)})
    encrypted = jwe.JWE(b"x", json.dumps({"alg": "RSA-OAEP", "enc": "A128GCM"}), recipient=rsa)
    vectors.append({"name": "JWE as JSON", "token": encrypted.serialize(), "key": None})
    return vectors


def by_pyjwt():
    pem = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    vectors = []
    for alg, key in [("ES256", ec.generate_private_key(ec.SECP256R1())),
                     ("EdDSA", ed25519.Ed25519PrivateKey.generate())]:
        vectors.append({"name": alg, "token": jwt.encode(CLAIMS, key, alg),
                        "pem": key.public_key().public_bytes(*pem).decode()})
    return vectors


for name, vectors in [("jwcrypto", by_jwcrypto()), ("pyjwt", by_pyjwt())]:
    with open(f"{name}.json", "w", encoding="utf-8") as file:
        json.dump(vectors, file, indent=1)
        file.write("\n")
