// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// The HAR that a headless Chromium saves of a sign-in and of an application that carries its tokens in
// every way that a browser has: each must be found where it was carried, and nothing that is none.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { list, timeLimit } from './programs.mjs';
import { apiScope, clientId, redirectUri, resource } from './provider.mjs';

const alg = 'RS256';
const verifier = 'a verifier that only tests would use, of forty-three and more'.replaceAll(/[ ,]/g, '-');

function authorizeUrl(issuer) {
  const url = new URL(`${issuer}/auth`);
  url.search = new URLSearchParams({
    client_id: clientId(alg), redirect_uri: redirectUri, response_type: 'code', state: 'of-the-client',
    scope: `openid profile ${apiScope}`, resource: resource(alg), code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  return url.href;
}

/** The code that the last redirect of the sign-in carries; nobody listens where it leads. */
async function signIn(page, issuer) {
  const redirected = page.waitForResponse((response) => response.headers().location?.startsWith(redirectUri), { timeout: timeLimit });
  await Promise.allSettled([page.goto(authorizeUrl(issuer), { timeout: timeLimit })]);
  return new URL((await redirected).headers().location).searchParams.get('code');
}

/** The browser posts the form itself, so that its request and its answer are those of a browser. */
async function redeem(page, issuer, code) {
  const fields = { grant_type: 'authorization_code', client_id: clientId(alg), redirect_uri: redirectUri, code, code_verifier: verifier, resource: resource(alg) };
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`).join('');
  await page.setContent(`<form method="post" action="${issuer}/token">${inputs}<button>Redeem</button></form>`);
  const [response] = await Promise.all([
    page.waitForResponse(`${issuer}/token`, { timeout: timeLimit }),
    page.waitForURL(`${issuer}/token`, { timeout: timeLimit }),
    page.click('button'),
  ]);
  return response.json();
}

/** What the pages of the application do with the tokens. */
async function useTokens(page, { issuer, backend, library }, tokens) {
  const go = (url) => page.goto(url, { timeout: timeLimit });
  await go(`${issuer}/me?access_token=${tokens.access_token}`);
  await go(`${backend}/?for=${tokens.access_token}`);
  await page.evaluate(([url, token]) => fetch(url, { headers: { Authorization: `Bearer ${token}` } }).then((answer) => answer.text()), [`${backend}/express-oauth2-jwt-bearer`, tokens.id_token]);
  await page.evaluate((url) => fetch(url, { method: 'POST', body: new URLSearchParams({ a: '1' }) }), `${backend}/callback`);
  await go(`${backend}/implicit?for=${tokens.access_token}`);
  await go(`${backend}/form_post?for=${tokens.id_token}`);
  await page.click('button');
  await page.waitForSelector('#done', { timeout: timeLimit });
  await go(`${library}/`);
  await page.evaluate((token) => fetch('/', { headers: { Authorization: `Bearer ${token}` } }).then((answer) => answer.text()), tokens.id_token);
}

const executablePath = process.env.ASSAY_CHROMIUM ?? '/usr/bin/chromium';

async function record(file, servers) {
  if (!existsSync(executablePath)) throw new Error(`the HAR tests need Chromium, which is not at ${executablePath}: install it, or name it in ASSAY_CHROMIUM`);
  const browser = await chromium.launch({
    executablePath,
    // Its sandbox needs another user than root; nothing but this machine is to be asked for anything.
    args: ['--no-sandbox', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const context = await browser.newContext({ recordHar: { path: file, content: 'embed', mode: 'full' } });
    const code = await signIn(await context.newPage(), servers.issuer);
    // A page of its own: the first may still be about to show that nobody listens at the redirect URI.
    const page = await context.newPage();
    const tokens = await redeem(page, servers.issuer, code);
    if (!tokens.access_token) throw new Error(`no tokens: ${JSON.stringify(tokens)}`);
    await useTokens(page, servers, tokens);
    await context.close();
    return { code, access: tokens.access_token, id: tokens.id_token };
  } finally {
    await browser.close();
  }
}

/** [token, carrier, method, URL up to its query, status]. */
function expected({ code, access, id }, { issuer, backend, library }) {
  const at = (token, carrier, method, url, status) => ({ token, carrier, method, url, status });
  return [
    at(code, 'query code', 'GET', `${issuer}/auth/`, 303),
    at(code, 'form code', 'POST', `${issuer}/token`, 200),
    at(access, 'json access_token', 'POST', `${issuer}/token`, 200),
    at(id, 'json id_token', 'POST', `${issuer}/token`, 200),
    at(access, 'query access_token', 'GET', `${issuer}/me`, 400),
    at(access, 'query for', 'GET', `${backend}/`, 200),
    at(access, 'set_cookie app_access_token', 'GET', `${backend}/`, 200),
    at(id, 'header Authorization', 'GET', `${backend}/express-oauth2-jwt-bearer`, 401),
    at(access, 'cookie app_access_token', 'GET', `${backend}/express-oauth2-jwt-bearer`, 401),
    at(access, 'cookie app_access_token', 'POST', `${backend}/callback`, 200),
    at(access, 'fragment access_token', 'GET', `${backend}/implicit`, 302),
    at(id, 'html id_token', 'GET', `${backend}/form_post`, 200),
    at(id, 'form id_token', 'POST', `${backend}/callback`, 200),
    at(id, 'header Authorization', 'GET', `${library}/`, 401),
  ];
}

function isIt(sighting, { token, carrier, method, url, status }) {
  const { type, name } = sighting.carrier;
  const { request } = sighting;
  return sighting.token === token && `${type} ${name}`.toLowerCase() === carrier.toLowerCase()
    && request?.method === method && request?.status === status && request?.url.startsWith(url) && Boolean(request?.time);
}

const line = ({ token, carrier, request }) => `${token.slice(0, 12)}… ${carrier.type} ${carrier.name} of ${request?.method} ${request?.url.slice(0, 60)} ${request?.status}`;

/** What the answers of one server tell. */
function causesAt(answer, server) {
  const isThere = ({ request }) => request !== null && answer.json.requests[request].url.startsWith(server);
  return (answer.json?.findings ?? []).filter((each) => each.id.startsWith('answer.') && isThere(each)).map((each) => each.id);
}

/** `servers`: the URLs of the issuer, of the application's backend, and of one with another library. */
export async function readsBrowser(report, cli, servers, folder) {
  const file = join(folder, 'browser.har');
  const tokens = await record(file, servers);
  const answer = await list(cli, readFileSync(file, 'utf8'), ['--show-tokens']);
  const sightings = answer.json?.sightings ?? [];
  const seen = sightings.map(line).join('\n');
  report.check('HAR of Chromium: its form', answer.json?.form === 'har' ? undefined : answer.text.slice(0, 500));
  for (const each of expected(tokens, servers)) {
    const found = sightings.some((sighting) => isIt(sighting, each));
    report.check(`HAR of Chromium: ${each.carrier} of ${each.method} ${each.url}`, found ? undefined : `not found among\n${seen}`);
  }
  const known = new Set(Object.values(tokens));
  const strange = sightings.filter((each) => !known.has(each.token)).map(line);
  report.check('HAR of Chromium: nothing else is taken for a token', strange.length ? strange.join('\n') : undefined);
  const wanted = { backend: 'answer.audience', library: 'answer.no_token, answer.audience' };
  for (const [server, causes] of Object.entries(wanted)) {
    const told = causesAt(answer, servers[server]).join(', ');
    report.check(`HAR of Chromium: what refusals of the ${server} tell`, told === causes ? undefined : `${told} instead of ${causes}`);
  }
}
