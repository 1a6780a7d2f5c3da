// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// What backends with foreign middlewares answer, captured with curl: Assay must tell the cause from the
// answer alone, whatever is in the token.

import { flipBit } from './assay.mjs';
import { curl, list } from './programs.mjs';
import { apiScope, resource } from './provider.mjs';

const middlewares = ['express-oauth2-jwt-bearer', 'express-jwt', 'jose'];

/** Where the answer itself tells another cause: jose is given an empty token, and says so. */
const reported = { 'jose answer.no_token': 'answer.malformed' };

/** Each with the finding that names the cause. */
async function refusals(issuer, alg) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: resource(alg), scope: apiScope, client_id: 'app', jti: 'x', iat: now, exp: now + 600 };
  const mint = (changes) => issuer.mint({ ...claims, ...changes }, alg);
  return [
    { name: 'expired', token: await mint({ iat: now - 7200, exp: now - 3600 }), cause: 'answer.expired' },
    { name: 'for another audience', token: await mint({ aud: 'https://other.example' }), cause: 'answer.audience' },
    { name: 'of another issuer', token: await mint({ iss: 'https://other.example' }), cause: 'answer.issuer' },
    { name: 'not valid yet', token: await mint({ nbf: now + 3600 }), cause: 'answer.not_yet_valid' },
    { name: 'with a wrong signature', token: flipBit(await mint({}), 2, 'middle'), cause: 'answer.signature' },
    { name: 'not sent', cause: 'answer.no_token' },
  ];
}

function problemOf(answer, { token, cause }) {
  const wrong = [];
  const causes = (answer.json?.findings ?? []).map((each) => each.id).filter((id) => id.startsWith('answer.'));
  if (!causes.includes(cause)) wrong.push(`told ${causes.join(', ') || 'no cause'} instead of ${cause}`);
  if (causes.length > 1) wrong.push(`also ${causes.join(', ')}`);
  const sightings = answer.json?.sightings ?? [];
  if (sightings.length !== (token ? 1 : 0)) wrong.push(`${sightings.length} tokens`);
  if (token && sightings[0]?.request?.status !== 401) wrong.push(`status ${sightings[0]?.request?.status}`);
  return wrong.length ? wrong.join('; ') : undefined;
}

export async function readsRefusals(report, cli, issuer, backend, alg) {
  for (const middleware of middlewares) {
    const url = `${backend.url}/${middleware}`;
    for (const refusal of await refusals(issuer, alg)) {
      const headers = refusal.token ? ['--header', `Authorization: Bearer ${refusal.token}`] : [];
      const text = await curl(['--verbose', ...headers, url]);
      const cause = reported[`${middleware} ${refusal.cause}`] ?? refusal.cause;
      const problem = problemOf(await list(cli, text), { ...refusal, cause });
      report.check(`${middleware}, token ${refusal.name}`, problem && `${problem}\n${text}`);
    }
  }
}
