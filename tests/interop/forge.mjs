// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Makes tokens that no library would make: any text as header and payload, any key, any signature.

import { constants, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { makeKey } from './keys.mjs';

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

const signers = {
  RS256: (data, key) => sign('sha256', data, key),
  PS256: (data, key) => sign('sha256', data, { key, ...pss }),
  ES256: (data, key) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (data, key) => sign(undefined, data, key),
  HS256: (data, secret) => createHmac('sha256', secret).update(data).digest(),
  none: () => Buffer.alloc(0),
};

const encoded = (bytes) => Buffer.from(bytes).toString('base64url');

export class Forge {
  /** Tokens that this issuer could have signed, for this audience; `key` is its private JWK. */
  constructor({ issuer, audience, alg, key }) {
    Object.assign(this, { issuer, audience, alg, key });
    this.stranger = { ...makeKey(alg), kid: key.kid };
    this.publicKey = createPublicKey({ key, format: 'jwk' });
  }

  get now() {
    return Math.floor(Date.now() / 1000);
  }

  /** A header with these changes; what is undefined is left out. */
  header(changes = {}) {
    return { alg: this.alg, typ: 'at+jwt', kid: this.key.kid, ...changes };
  }

  claims(changes = {}) {
    const { issuer, audience, now } = this;
    return { iss: issuer, sub: 'alice', aud: audience, exp: now + 600, iat: now - 10, jti: 'x', client_id: 'app', scope: 'orders:read', ...changes };
  }

  /** A genuine token with these changes; `signed`: with which algorithm and key, if with others. */
  token({ header, claims, ...signed } = {}) {
    return this.raw(JSON.stringify(this.header(header)), JSON.stringify(this.claims(claims)), signed);
  }

  /** The same of the very texts. */
  raw(header, payload, { alg = this.alg, key = this.key } = {}) {
    const input = `${encoded(header)}.${encoded(payload)}`;
    const secret = alg === 'HS256' || alg === 'none' ? key : createPrivateKey({ key, format: 'jwk' });
    return `${input}.${encoded(signers[alg](Buffer.from(input), secret))}`;
  }

  /** The genuine claims as text, with another text in the place of one member. */
  claimsText(name, text) {
    const { [name]: _left, ...rest } = this.claims();
    return `${JSON.stringify(rest).slice(0, -1)},${text}}`;
  }
}
