// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A real sign-in as a browser and a client do it: authorization code with PKCE (RFC 6749, RFC 7636)
// and a resource indicator (RFC 8707).

import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';

const timeLimit = 10_000;

/** One request without following redirects; resolves with status, headers and text. */
export function send(url, { method = 'GET', headers = {}, body, ca } = {}) {
  const transport = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const request = transport.request(url, { method, headers, ca, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      response.on('error', reject);
    });
    request.setTimeout(timeLimit, () => request.destroy(new Error(`no answer from ${url}`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** The cookies of one browser; every path and host is this issuer's. */
class Cookies {
  #values = new Map();

  take(headers) {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.#values.delete(name);
      else this.#values.set(name, value);
    }
  }

  header() {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Follows redirects as a browser until one leads to the client; returns that address. */
async function browse(start, redirectUri, ca) {
  const cookies = new Cookies();
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    const answer = await send(url, { headers: { Cookie: cookies.header() }, ca });
    cookies.take(answer.headers);
    if (!answer.headers.location) throw new Error(`${answer.status} from ${url}: ${answer.text.slice(0, 300)}`);
    url = new URL(answer.headers.location, url).href;
    if (url.startsWith(redirectUri)) return new URL(url);
  }
  throw new Error('too many redirects');
}

async function getJson(url, options) {
  const answer = await send(url, options);
  if (answer.status !== 200) throw new Error(`${answer.status} from ${url}: ${answer.text.slice(0, 300)}`);
  return JSON.parse(answer.text);
}

/** Signs in and returns the token response: access_token, id_token … */
export async function signIn({ issuer, clientId, redirectUri, scope, resource, ca }) {
  const metadata = await getJson(`${issuer}/.well-known/openid-configuration`, { ca });
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('hex');
  const authorize = new URL(metadata.authorization_endpoint);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    resource,
    state,
    nonce: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const callback = await browse(authorize.href, redirectUri, ca);
  const code = callback.searchParams.get('code');
  if (!code) throw new Error(`no code: ${callback.search}`);
  if (callback.searchParams.get('state') !== state) throw new Error('the state came back changed');
  return getJson(metadata.token_endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      resource,
    }).toString(),
    ca,
  });
}
