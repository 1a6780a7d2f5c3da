// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Tokens whose signature, header or encoding is not as it should be, for every algorithm.
//
// token: made by a Forge; only: for these algorithms; accepted: what Assay must say of it.
// differs: { library: why it must say otherwise }.

import { flipBit } from './assay.mjs';
import { byteOrderMark, lastWins } from './differences.mjs';

const keysAlg = { jwx: 'takes the alg of the key, whatever the header says' };
const kidWanted = {
  PyJWT: 'finds no key without a kid',
  jsonwebtoken: 'jwks-rsa takes a key without a kid only where there is one alone',
  jwx: 'takes a key without a kid only where it is told to',
};
const critIgnored = {
  jsonwebtoken: 'knows no crit, against RFC 7515 section 4.1.11',
  jwx: 'v2 knows no crit but for b64, against RFC 7515 section 4.1.11',
};
const critIsNone = { ...critIgnored, nimbus: 'takes an empty crit for none' };
const bitsIgnored = {
  jsonwebtoken: 'decodes them as RFC 4648 section 3.5 allows',
  jwx: 'decodes them as RFC 4648 section 3.5 allows',
  nimbus: 'decodes them as RFC 4648 section 3.5 allows',
};
const paddingTaken = {
  PyJWT: 'decodes it, against RFC 7515 section 2',
  jwx: 'decodes it, against RFC 7515 section 2',
  nimbus: 'decodes it, against RFC 7515 section 2',
};
const typIgnored = { PyJWT: 'does not look at typ', jsonwebtoken: 'does not look at typ', jwx: 'does not look at typ' };
const typDemanded = { nimbus: 'takes the two types of RFC 9068 alone, as it is set up' };

const parts = ['header', 'payload', 'signature'];

const flipped = parts.flatMap((part, index) => ['first', 'middle', 'last'].map((where) => ({
  name: `${where} byte of the ${part} flipped`, token: (forge) => flipBit(forge.token(), index, where), accepted: false,
})));

/** The last character with a bit set that belongs to no byte: the same bytes, in another spelling. */
function respelled(token) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + alphabet[alphabet.indexOf(token.at(-1)) | 1];
}

const splice = (token, index, change) => token.split('.').map((part, at) => (at === index ? change(part) : part)).join('.');

/** r and s as a DER sequence, as X.509 has them and a JWS has not. */
function derSignature(signature) {
  const bytes = Buffer.from(signature, 'base64url');
  const integer = (part) => Buffer.concat([Buffer.from([2, part.length + 1, 0]), part]);
  const both = Buffer.concat([integer(bytes.subarray(0, 32)), integer(bytes.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, both.length]), both]).toString('base64url');
}

/** s replaced by n - s, which signs the same. */
function otherHalf(signature) {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const bytes = Buffer.from(signature, 'base64url');
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  return Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]).toString('base64url');
}

const withSecret = (secret) => (forge) => forge.token({ header: { alg: 'HS256' }, alg: 'HS256', key: secret(forge) });
const pem = (forge) => forge.publicKey.export({ type: 'spki', format: 'pem' });

export const forgedSignatures = [
  { name: 'genuine', token: (forge) => forge.token(), accepted: true },
  ...flipped,
  { name: 'signed by a stranger under a known kid', token: (forge) => forge.token({ key: forge.stranger }), accepted: false },
  { name: 'signed by a stranger whose key is in the header', token: (forge) => forge.token({ header: { jwk: forge.stranger }, key: forge.stranger }), accepted: false },
  { name: 'with an unknown kid', token: (forge) => forge.token({ header: { kid: 'unknown' } }), accepted: false },
  { name: 'without a kid', token: (forge) => forge.token({ header: { kid: undefined } }), accepted: true, differs: kidWanted },
  { name: 'with a kid that is a number', token: (forge) => forge.token({ header: { kid: 1 } }), accepted: false },
  { name: 'with an empty kid', token: (forge) => forge.token({ header: { kid: '' } }), accepted: false },
  { name: 'with the kid in capital letters', token: (forge) => forge.token({ header: { kid: forge.key.kid.toUpperCase() } }), accepted: false },
  { name: 'unsecured', token: (forge) => forge.token({ header: { alg: 'none' }, alg: 'none' }), accepted: false },
  { name: 'unsecured, "NONE"', token: (forge) => forge.token({ header: { alg: 'NONE' }, alg: 'none' }), accepted: false },
  { name: 'unsecured, with the signature left on', token: (forge) => splice(forge.token(), 0, () => Buffer.from('{"alg":"none"}').toString('base64url')), accepted: false },
  { name: 'whose signature is cut off', token: (forge) => splice(forge.token(), 2, () => ''), accepted: false },
  { name: 'HS256 with the public key as PEM', token: withSecret(pem), accepted: false },
  { name: 'HS256 with the public key as PEM, trimmed', token: withSecret((forge) => pem(forge).trim()), accepted: false },
  { name: 'HS256 with the public key as JWK', token: withSecret((forge) => JSON.stringify(forge.publicKey.export({ format: 'jwk' }))), accepted: false },
  { name: 'HS256 with an empty secret', token: withSecret(() => ''), accepted: false },
  { name: 'without an alg', token: (forge) => forge.token({ header: { alg: undefined } }), accepted: false, differs: keysAlg },
  { name: 'whose alg is in small letters', token: (forge) => forge.token({ header: { alg: forge.alg.toLowerCase() } }), accepted: false, differs: keysAlg },
  { name: 'whose alg is a list', token: (forge) => forge.token({ header: { alg: [forge.alg] } }), accepted: false },
  { name: 'whose header calls RS256 what is signed with PS256', token: (forge) => forge.token({ header: { alg: 'RS256' } }), only: ['PS256'], accepted: false, differs: keysAlg },
  { name: 'whose header calls PS256 what is signed with RS256', token: (forge) => forge.token({ header: { alg: 'PS256' } }), only: ['RS256'], accepted: false, differs: keysAlg },
  { name: 'with a DER signature', token: (forge) => splice(forge.token(), 2, derSignature), only: ['ES256'], accepted: false },
  { name: 'whose s is n - s', token: (forge) => splice(forge.token(), 2, otherHalf), only: ['ES256'], accepted: true },
  { name: 'whose r and s are 0', token: (forge) => splice(forge.token(), 2, () => Buffer.alloc(64).toString('base64url')), only: ['ES256'], accepted: false },
  { name: 'whose signature ends in bits of no byte', token: (forge) => respelled(forge.token()), accepted: false, differs: bitsIgnored },
  { name: 'with padding', token: (forge) => `${forge.token()}==`, accepted: false, differs: paddingTaken },
  { name: 'with a blank in the signature', token: (forge) => splice(forge.token(), 2, (text) => `${text.slice(0, 9)} ${text.slice(9)}`), accepted: false, differs: { nimbus: 'skips what is no base64url, against RFC 7515 section 2' } },
  { name: 'with a point too many', token: (forge) => `${forge.token()}.`, accepted: false },
  { name: 'with a fourth part', token: (forge) => `${forge.token()}.e30`, accepted: false },
  { name: 'without its signature part', token: (forge) => forge.token().split('.').slice(0, 2).join('.'), accepted: false },
  { name: 'with bytes behind its signature', token: (forge) => `${forge.token().slice(0, -2)}AAAAAAAAAA`, accepted: false },
  { name: 'with a critical header that nobody knows', token: (forge) => forge.token({ header: { crit: ['https://example/x'], 'https://example/x': true } }), accepted: false, differs: critIgnored },
  { name: 'with an empty crit', token: (forge) => forge.token({ header: { crit: [] } }), accepted: false, differs: critIsNone },
  { name: 'with a crit that names what is not there', token: (forge) => forge.token({ header: { crit: ['exp'] } }), accepted: false, differs: critIgnored },
  { name: 'with a crit that names a registered header', token: (forge) => forge.token({ header: { crit: ['typ'] } }), accepted: false, differs: critIgnored },
  { name: 'with a crit that is null', token: (forge) => forge.token({ header: { crit: null } }), accepted: false, differs: critIsNone },
  { name: 'with b64 false and no crit', token: (forge) => forge.token({ header: { b64: false } }), accepted: false, differs: { jsonwebtoken: 'knows no b64' } },
  { name: 'with b64 false', token: (forge) => forge.token({ header: { b64: false, crit: ['b64'] } }), accepted: false, differs: { jsonwebtoken: 'knows neither b64 nor crit' } },
  { name: 'with b64 true', token: (forge) => forge.token({ header: { b64: true, crit: ['b64'] } }), accepted: true },
  { name: 'with typ JWT', token: (forge) => forge.token({ header: { typ: 'JWT' } }), accepted: true, differs: typDemanded },
  { name: 'without a typ', token: (forge) => forge.token({ header: { typ: undefined } }), accepted: true, differs: typDemanded },
  { name: 'with typ AT+JWT', token: (forge) => forge.token({ header: { typ: 'AT+JWT' } }), accepted: true },
  { name: 'with typ application/at+jwt', token: (forge) => forge.token({ header: { typ: 'application/at+jwt' } }), accepted: true },
  { name: 'with typ logout+jwt', token: (forge) => forge.token({ header: { typ: 'logout+jwt' } }), accepted: false, differs: typIgnored },
  { name: 'with typ dpop+jwt', token: (forge) => forge.token({ header: { typ: 'dpop+jwt' } }), accepted: false, differs: typIgnored },
  { name: 'whose header names alg twice, the right one last', token: (forge) => forge.raw(`{"alg":"none","alg":"${forge.alg}","typ":"at+jwt","kid":"${forge.key.kid}"}`, JSON.stringify(forge.claims())), accepted: false, differs: lastWins },
  { name: 'whose header names kid twice, the right one last', token: (forge) => forge.raw(`{"alg":"${forge.alg}","kid":"unknown","typ":"at+jwt","kid":"${forge.key.kid}"}`, JSON.stringify(forge.claims())), accepted: false, differs: lastWins },
  { name: 'whose header is no JSON', token: (forge) => forge.raw('alg', JSON.stringify(forge.claims())), accepted: false },
  { name: 'whose header is a list', token: (forge) => forge.raw('[]', JSON.stringify(forge.claims())), accepted: false },
  { name: 'whose header starts with a byte order mark', token: (forge) => forge.raw(`\ufeff${JSON.stringify(forge.header())}`, JSON.stringify(forge.claims())), accepted: false, differs: byteOrderMark },
];
