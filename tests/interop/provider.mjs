// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A foreign issuer on loopback: npm oidc-provider with one client and one API an algorithm. Signing in
// needs no person: the interaction page signs alice in and consents at once.
//
// By hand: node provider.mjs [PORT]      (then type "rotate" and Enter for new keys)

import http from 'node:http';
import https from 'node:https';
import { pathToFileURL } from 'node:url';
import { importJWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { algorithms, makeKeys } from './keys.mjs';

export const redirectUri = 'http://127.0.0.1:1/callback'; // Read from the redirect, never contacted.
export const clientId = (alg) => `client-${alg}`;
export const apiScope = 'orders:read';
export const resource = (alg) => `https://api.example/${alg}`;

function clients() {
  return algorithms.map((alg) => ({
    client_id: clientId(alg),
    application_type: 'native',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: alg,
    require_auth_time: true,
  }));
}

function resourceServer(_ctx, indicator) {
  const alg = algorithms.find((each) => resource(each) === indicator);
  return {
    scope: apiScope,
    audience: indicator,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg } },
  };
}

function configuration(jwks) {
  return {
    clients: clients(),
    jwks,
    cookies: { keys: ['only for tests on loopback'] },
    pkce: { methods: ['S256'], required: () => true },
    enabledJWA: { idTokenSigningAlgValues: algorithms },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, name: '陳大文 🦊' }) }),
    scopes: ['openid', 'profile', apiScope],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false, // So that a name outside ASCII is in the ID token itself.
    clientBasedCORS: () => true, // A browser posts to the token endpoint.
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: 1800, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 60, Session: 600,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: resourceServer,
        useGrantedResource: () => true,
      },
    },
  };
}

/** Signs alice in and grants everything that was asked for. */
async function interact(provider, ctx) {
  const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  if (prompt.name === 'login') {
    const result = { login: { accountId: 'alice' } };
    return provider.interactionFinished(ctx.req, ctx.res, result);
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  grant.addResourceScope(params.resource, apiScope);
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(ctx.req, ctx.res, result);
}

function makeProvider(issuer, jwks) {
  const provider = new Provider(issuer, configuration(jwks));
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    ctx.respond = false;
    return interact(provider, ctx);
  });
  return provider;
}

export class ForeignIssuer {
  #generation = 1;
  #keys = makeKeys(1);
  #handler;
  #server;
  #staleAnswers = [];
  #jwksRequests = 0;

  /** tls: { key, cert } for https. */
  constructor({ tls } = {}) {
    const serve = (request, response) => this.#serve(request, response);
    this.#server = tls ? https.createServer(tls, serve) : http.createServer(serve);
    this.scheme = tls ? 'https' : 'http';
  }

  async listen(port = 0) {
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.issuer = `${this.scheme}://127.0.0.1:${this.#server.address().port}`;
    this.#handler = makeProvider(this.issuer, this.#keys).callback();
  }

  /** New keys for every algorithm on the same port; the old ones stay published only if asked. */
  rotate({ keepOld = false } = {}) {
    this.#generation += 1;
    const fresh = makeKeys(this.#generation);
    this.#keys = { keys: [...fresh.keys, ...(keepOld ? this.#keys.keys : [])] };
    this.#handler = makeProvider(this.issuer, this.#keys).callback();
  }

  /** A token with these claims, signed with the key of the algorithm: what it would never issue. */
  async mint(claims, alg) {
    const jwk = this.privateKey(alg);
    const token = new SignJWT({ iss: this.issuer, sub: 'alice', ...claims });
    return token.setProtectedHeader({ alg, kid: jwk.kid, typ: 'at+jwt' }).sign(await importJWK(jwk, alg));
  }

  /** The private JWK of this algorithm that it signs with now. */
  privateKey(alg) {
    return this.#keys.keys.find((each) => each.alg === alg);
  }

  /** The next request for the key set gets this body, as from a cache that lags behind. */
  answerKeysOnceWith(body) {
    this.#staleAnswers.push(body);
  }

  /** How often the key set was asked for since the last call. */
  takeJwksRequests() {
    const count = this.#jwksRequests;
    this.#jwksRequests = 0;
    return count;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #serve(request, response) {
    if (request.url === '/jwks') {
      this.#jwksRequests += 1;
      const stale = this.#staleAnswers.shift();
      if (stale) return response.setHeader('Content-Type', 'application/json').end(stale);
    }
    return this.#handler(request, response);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const issuer = new ForeignIssuer();
  await issuer.listen(Number(process.argv[2] ?? 0));
  console.log(issuer.issuer);
  process.stdin.setEncoding('utf8').on('data', (line) => {
    if (line.trim() === 'rotate') issuer.rotate();
  });
}
