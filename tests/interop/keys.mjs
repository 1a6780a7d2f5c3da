// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Private keys for every algorithm that the foreign issuer signs with.

import { generateKeyPairSync } from 'node:crypto';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

const makers = {
  RS256: rsa,
  PS256: rsa,
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

export const algorithms = Object.keys(makers);

/** A private JWK. */
export function makeKey(alg, generation) {
  const jwk = makers[alg]().privateKey.export({ format: 'jwk' });
  return { ...jwk, alg, use: 'sig', kid: `${alg.toLowerCase()}-${generation}` };
}

/** A private JWK Set with one key an algorithm; the kid names its generation: "es256-2". */
export function makeKeys(generation) {
  return { keys: algorithms.map((alg) => makeKey(alg, generation)) };
}
