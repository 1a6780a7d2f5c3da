// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// npm install jose@6 && node make.mjs > jose.json
import * as jose from 'jose';

const claims = { iss: 'https://op.example', sub: 'u', aud: ['https://api.example'], iat: 1, exp: 4102444800 };
const bytes = Buffer.from(JSON.stringify(claims));
const vectors = [];
const add = (name, token, key) =>
  vectors.push({ name, token: typeof token === 'string' ? token : JSON.stringify(token), key });

async function keys(alg) {
  if (alg.startsWith('HS')) {
    const secret = new Uint8Array(64).fill(7);
    return [secret, { kty: 'oct', k: Buffer.from(secret).toString('base64url'), kid: 'k' }];
  }
  const pair = await jose.generateKeyPair(alg, { extractable: true });
  return [pair.privateKey, { ...(await jose.exportJWK(pair.publicKey)), kid: 'k', alg, use: 'sig' }];
}

for (const alg of ['RS256', 'PS384', 'ES256', 'ES512', 'EdDSA', 'Ed25519', 'HS512']) {
  const [key, jwk] = await keys(alg);
  const header = { alg, kid: 'k' };
  add(`${alg} compact`, await new jose.SignJWT(claims).setProtectedHeader(header).sign(key), jwk);
  add(`${alg} flattened`, await new jose.FlattenedSign(bytes).setProtectedHeader({ alg })
    .setUnprotectedHeader({ kid: 'k', x: 1 }).sign(key), jwk);
  const unencoded = await new jose.FlattenedSign(Buffer.from('hello'))
    .setProtectedHeader({ ...header, b64: false, crit: ['b64'] }).sign(key);
  add(`${alg} unencoded`, { ...unencoded, payload: 'hello' }, jwk);
}
const shared = new Uint8Array(32).fill(3);
const ec = await jose.generateKeyPair('ECDH-ES');
for (const [alg, enc, key] of [['dir', 'A256GCM', shared], ['A256KW', 'A256CBC-HS512', shared],
                               ['ECDH-ES', 'A256GCM', ec.publicKey]])
  add(`${alg} ${enc}`, await new jose.EncryptJWT(claims).setProtectedHeader({ alg, enc }).encrypt(key), null);
console.log(JSON.stringify(vectors, null, 1));
