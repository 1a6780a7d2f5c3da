// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// What backends with foreign middlewares and libraries answer, captured with curl: Assay must tell the cause from
// the answer alone, whatever is in the token.

import { flipBit, run } from './assay.mjs';
import { Forge } from './forge.mjs';
import { curl, list } from './programs.mjs';
import { resource } from './provider.mjs';

const middlewares = ['express-oauth2-jwt-bearer', 'express-jwt', 'jose'];

/** Each with the finding that names the cause in an answer, and the one that `inspect` comes to by itself. */
function refusals(forge) {
  const { now } = forge;
  const changed = (claims) => forge.token({ claims });
  return [
    { name: 'expired', token: changed({ iat: now - 7200, exp: now - 3600 }), cause: 'answer.expired', primary: 'time.expired' },
    { name: 'for another audience', token: changed({ aud: 'https://other.example' }), cause: 'answer.audience', primary: 'audience.mismatch' },
    { name: 'of another issuer', token: changed({ iss: 'https://other.example' }), cause: 'answer.issuer', primary: 'issuer.mismatch' },
    { name: 'not valid yet', token: changed({ nbf: now + 3600 }), cause: 'answer.not_yet_valid', primary: 'time.not_yet_valid' },
    { name: 'without exp', token: changed({ exp: undefined }), cause: 'answer.claim_missing', primary: 'time.exp_missing' },
    { name: 'with a wrong signature', token: flipBit(forge.token(), 2, 'middle'), cause: 'answer.signature', primary: 'signature.mismatch' },
    { name: 'with an unknown kid', token: forge.token({ header: { kid: 'unknown' } }), cause: 'answer.key_not_found', primary: 'kid.unknown' },
    { name: 'with HS256', token: forge.token({ header: { alg: 'HS256' }, alg: 'HS256', key: 'secret' }), cause: 'answer.algorithm', primary: 'algorithm.hmac_needs_secret' },
    { name: 'with typ dpop+jwt', token: forge.token({ header: { typ: 'dpop+jwt' } }), cause: 'answer.kind', primary: 'kind.dpop_proof' },
    { name: 'that is opaque', token: '7f3c9a1e5b8d4f2086ac1e9b3d7f5a20', cause: 'answer.malformed', primary: 'kind.opaque32' },
    { name: 'not sent', cause: 'answer.no_token' },
  ];
}

const taken = null;

/** Where the answer itself tells another cause, or none refuses the token. */
const otherwise = {
  'express-oauth2-jwt-bearer, without exp': 'answer.lifetime', // "Unexpected 'exp' value"
  'express-jwt, without exp': taken,
  'jose, without exp': taken,
  'jsonwebtoken, without exp': taken,
  'express-jwt, with an unknown kid': taken, // It has one key.
  'jwx, with HS256': 'answer.signature', // It goes by the alg of the key.
  'nimbus, with HS256': 'answer.key_not_found', // It names both causes.
  'express-oauth2-jwt-bearer, with typ dpop+jwt': taken,
  'express-jwt, with typ dpop+jwt': taken,
  'jose, with typ dpop+jwt': taken,
  'PyJWT, with typ dpop+jwt': taken,
  'jsonwebtoken, with typ dpop+jwt': taken,
  'jwx, with typ dpop+jwt': taken,
  'jose, not sent': 'answer.malformed', // It is given an empty token.
};

function problemOf(answer, { token, cause }) {
  const wrong = [];
  const wanted = cause === taken ? [] : [cause];
  const causes = (answer.json?.findings ?? []).map((each) => each.id).filter((id) => id.startsWith('answer.'));
  if (causes.join() !== wanted.join()) wrong.push(`told ${causes.join(', ') || 'no cause'} instead of ${cause ?? 'none'}`);
  const sightings = answer.json?.sightings ?? [];
  if (sightings.length !== (token ? 1 : 0)) wrong.push(`${sightings.length} tokens`);
  const status = cause === taken ? 200 : 401;
  if (token && sightings[0]?.request?.status !== status) wrong.push(`status ${sightings[0]?.request?.status}`);
  return wrong.length ? wrong.join('; ') : undefined;
}

async function readsRefusalsOf(report, cli, { name, url }, rows) {
  for (const row of rows) {
    const cause = otherwise[`${name}, ${row.name}`];
    const headers = row.token ? ['--header', `Authorization: Bearer ${row.token}`] : [];
    const text = await curl(['--verbose', ...headers, url]);
    const problem = problemOf(await list(cli, text), { ...row, cause: cause === undefined ? row.cause : cause });
    report.check(`${name}, token ${row.name}`, problem && `${problem}\n${text}`);
  }
}

/** The captured request is judged: what it was refused for must be what is wrong with its token. */
async function judgesRefused(report, cli, issuer, url, alg, rows) {
  const args = ['--format', 'json', '--issuer', issuer.issuer, '--profile', 'access', '--audience', resource(alg)];
  for (const { name, token, primary } of rows.filter((each) => each.token)) {
    const text = await curl(['--verbose', '--header', `Authorization: Bearer ${token}`, url]);
    const { code, json } = await run(cli, ['inspect', '-', ...args], text);
    const right = code === 1 && json?.primary === primary;
    report.check(`inspect of a refused token ${name}`, right ? undefined : `exit ${code}, ${json?.primary} instead of ${primary}`);
  }
}

/** `backend`: with the middlewares; `libraries`: started ones. */
export async function readsRefusals(report, cli, issuer, backend, libraries, alg) {
  const rows = refusals(new Forge({ issuer: issuer.issuer, audience: resource(alg), alg, key: issuer.privateKey(alg) }));
  const express = middlewares.map((name) => ({ name, url: `${backend.url}/${name}` }));
  const others = libraries.map(({ library, server }) => ({ name: library.name, url: server.url }));
  for (const each of [...express, ...others]) await readsRefusalsOf(report, cli, each, rows);
  await judgesRefused(report, cli, issuer, others[0].url, alg, rows);
}
