// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Assay against tokens that foreign software issued, over http and https, and beside backends that judge them.
//
// usage: node main.mjs ASSAY_CLI FOLDER_OF_THE_TEST_CA FOLDER_OF_BACKENDS

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreesWithLibraries } from './agreement.mjs';
import { flipBit, inspect } from './assay.mjs';
import { readsBrowser } from './browser.mjs';
import { readsCurl, readsPrintouts } from './captures.mjs';
import { Backend } from './expressbackend.mjs';
import { send, signIn } from './flow.mjs';
import { readsGenerators } from './generators.mjs';
import { algorithms } from './keys.mjs';
import { startLibraries, stopLibraries } from './libraries.mjs';
import { apiScope, clientId, ForeignIssuer, redirectUri, resource } from './provider.mjs';
import { readsRefusals } from './refusals.mjs';
import { Report } from './report.mjs';

const [cli, folder, backends] = process.argv.slice(2);
const caFile = join(folder, 'ca.pem');
const tls = { key: readFileSync(join(folder, 'server.key')), cert: readFileSync(join(folder, 'server.pem')) };
const ca = readFileSync(caFile);
const report = new Report();

const trust = (issuer) => (issuer.scheme === 'https' ? ['--ca-file', caFile] : []);
const source = (issuer) => ['--issuer', issuer.issuer, ...trust(issuer)];

const accessArgs = (issuer, alg) =>
  [...source(issuer), '--profile', 'access', '--audience', resource(alg), '--require-scope', apiScope];
const idArgs = (issuer, alg) =>
  [...source(issuer), '--profile', 'id', '--client-id', clientId(alg)];

/** Both tokens of a sign-in, each with the arguments that a person would judge it with. */
async function tokensOf(issuer, alg) {
  const answer = await signIn({
    issuer: issuer.issuer,
    clientId: clientId(alg),
    redirectUri,
    scope: `openid profile ${apiScope}`,
    resource: resource(alg),
    ca,
  });
  return [
    { name: `${issuer.scheme} ${alg} access token`, token: answer.access_token, args: accessArgs(issuer, alg) },
    { name: `${issuer.scheme} ${alg} ID token`, token: answer.id_token, args: idArgs(issuer, alg) },
  ];
}

async function acceptsGenuine({ name, token, args }) {
  const answer = await inspect(cli, args, token);
  report.expect(`${name} is accepted`, answer, { code: 0, signature: 'valid' });
}

async function rejectsFlippedBits({ name, token, args }) {
  const parts = ['header', 'payload', 'signature'];
  for (const [index, part] of parts.entries()) {
    for (const where of ['first', 'middle', 'last']) {
      const answer = await inspect(cli, args, flipBit(token, index, where));
      report.expect(`${name}, ${where} byte of the ${part} flipped`, answer, { code: 1 });
      const status = answer.json?.signature?.status;
      report.check(`${name}, ${where} byte of the ${part} flipped: signature`,
        status === 'valid' ? 'the signature is said to be valid' : undefined);
    }
  }
}

async function rejectsWrongExpectations(issuer, [access, id]) {
  const alg = algorithms[0];
  const other = [...source(issuer), '--profile', 'access', '--audience', `${resource(alg)}/`];
  report.expect(`${access.name} for another audience`, await inspect(cli, other, access.token),
    { code: 1, signature: 'valid' });
  report.expect(`${id.name} where an access token is wanted`, await inspect(cli, access.args, id.token),
    { code: 1, signature: 'valid' });
  const client = [...source(issuer), '--profile', 'id', '--client-id', 'somebody-else'];
  report.expect(`${id.name} for another client`, await inspect(cli, client, id.token),
    { code: 1, signature: 'valid' });
}

async function followsRotation(issuer) {
  const alg = 'ES256';
  const [old] = await tokensOf(issuer, alg);
  const staleKeys = (await send(`${issuer.issuer}/jwks`, { ca })).text;

  issuer.rotate({ keepOld: true });
  const [overlapping] = await tokensOf(issuer, alg);
  await acceptsGenuine({ ...old, name: `${old.name} with the old key still published` });
  await acceptsGenuine({ ...overlapping, name: `${overlapping.name} with the new key beside the old` });

  issuer.rotate();
  const [fresh] = await tokensOf(issuer, alg);
  await acceptsGenuine({ ...fresh, name: `${fresh.name} after the rotation` });
  issuer.takeJwksRequests();
  const refused = await inspect(cli, old.args, old.token);
  report.expect(`${old.name} whose key was removed`, refused, { code: 1, signature: 'unverified', failed: /^kid\.unknown$|^signature/ });
  const requests = issuer.takeJwksRequests();
  report.check('an unknown kid is looked up again once', requests === 2 ? undefined : `${requests} requests for the key set`);

  issuer.answerKeysOnceWith(staleKeys);
  await acceptsGenuine({ ...fresh, name: `${fresh.name} when the first answer still has the old keys` });
}

async function judge(issuer) {
  let first;
  for (const alg of algorithms) {
    const tokens = await tokensOf(issuer, alg);
    first ??= tokens;
    for (const each of tokens) {
      await acceptsGenuine(each);
      await rejectsFlippedBits(each);
    }
  }
  await rejectsWrongExpectations(issuer, first);
  await followsRotation(issuer);
}

async function keepsIssuersApart(plain, secure) {
  const [token] = await tokensOf(plain, 'RS256');
  report.expect('a token of the http issuer at the https issuer',
    await inspect(cli, accessArgs(secure, 'RS256'), token.token), { code: 1, failed: /^issuer/ });
  const [secured] = await tokensOf(secure, 'RS256');
  const untrusting = secured.args.filter((each) => each !== '--ca-file' && each !== caFile);
  report.expect('an https issuer whose CA is unknown', await inspect(cli, untrusting, secured.token),
    { code: 2, signature: 'unverified' });
}

/** What curl and other programs, and generators of commands, write down. */
async function readsForeignCaptures(issuer) {
  // An access token for another resource is none for the userinfo endpoint.
  const [refused] = await tokensOf(issuer, 'ES256');
  await readsCurl(report, cli, issuer, refused.token, folder);
  await readsPrintouts(report, cli, issuer, refused.token);
  await readsGenerators(report, cli);
}

/** What backends answer, written down by curl and by a browser. */
async function readsForeignRefusals(issuer) {
  const alg = 'RS256';
  const wanted = { issuer: issuer.issuer, audience: resource(alg), alg };
  await backend.listen(wanted);
  const libraries = await startLibraries(backends, wanted);
  try {
    await readsRefusals(report, cli, issuer, backend, libraries, alg);
    const [{ server }] = libraries;
    await readsBrowser(report, cli, { issuer: issuer.issuer, backend: backend.url, library: server.url }, folder);
  } finally {
    await stopLibraries(report, libraries, alg);
  }
}

const backend = new Backend();
const plain = new ForeignIssuer();
const secure = new ForeignIssuer({ tls });
try {
  await plain.listen();
  await secure.listen();
  await judge(plain);
  await judge(secure);
  await keepsIssuersApart(plain, secure);
  await agreesWithLibraries(report, cli, plain, (alg) => tokensOf(plain, alg), backends);
  await readsForeignCaptures(plain);
  await readsForeignRefusals(plain);
} catch (error) {
  report.check('the tests run to their end', error.stack);
} finally {
  backend.close();
  plain.close();
  secure.close();
}
process.exitCode = report.finish();
