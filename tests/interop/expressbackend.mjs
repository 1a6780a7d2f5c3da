// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A backend as people build one: express with two foreign middlewares that refuse tokens, and the pages
// of an application that carries tokens in every way that a browser has.

import express from 'express';
import { expressjwt } from 'express-jwt';
import { auth } from 'express-oauth2-jwt-bearer';
import { createPublicKey } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { send } from './flow.mjs';

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** OAuth 2.0 Form Post Response Mode, by hand: browsers do not save a page that sends itself on at once. */
function formPost(fields) {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}"/>`);
  return `<html><body><form method="post" action="/callback">${inputs.join('')}<button>Continue</button></form></body></html>`;
}

/** The key of the issuer's algorithm, as express-jwt wants one. */
async function publicKey(issuer, alg) {
  const { keys } = JSON.parse((await send(`${issuer}/jwks`)).text);
  return createPublicKey({ key: keys.find((each) => each.alg === alg), format: 'jwk' });
}

/** jose itself, answered as an API that speaks JSON would. */
function checkWithJose(keySet, options) {
  return async (request, response) => {
    try {
      const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
      await jwtVerify(token ?? '', keySet, options);
      response.json({ orders: [] });
    } catch (error) {
      response.status(401).json({ code: error.code, message: error.message });
    }
  };
}

export class Backend {
  #server;

  /** Tokens of this issuer, signed with `alg`, for this audience, are accepted. */
  async listen({ issuer, audience, alg }) {
    const app = express();
    app.set('env', 'test'); // Its error pages tell the cause, and its log is left alone.
    const orders = (_request, response) => response.json({ orders: [] });
    const secret = await publicKey(issuer, alg);
    const keySet = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    app.get('/express-oauth2-jwt-bearer', auth({ issuerBaseURL: issuer, audience, tokenSigningAlg: alg }), orders);
    app.get('/express-jwt', expressjwt({ secret, algorithms: [alg], audience, issuer }), orders);
    app.get('/jose', checkWithJose(keySet, { issuer, audience }));
    this.#addPages(app);
    // What the middlewares throw is answered by express itself, as where nobody thinks of it.
    await new Promise((resolve, reject) => {
      this.#server = app.listen(0, '127.0.0.1', resolve).once('error', reject);
    });
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  #addPages(app) {
    app.get('/', (request, response) => {
      response.cookie('app_access_token', request.query.for, { httpOnly: true }).cookie('theme', 'dark').send('<html><body>signed in</body></html>');
    });
    app.get('/implicit', (request, response) => response.redirect(`/landing#access_token=${request.query.for}&token_type=Bearer`));
    app.get('/landing', (_request, response) => response.send('<html><body>landed</body></html>'));
    app.get('/form_post', (request, response) => response.send(formPost({ id_token: request.query.for, state: 'a&b "c"' })));
    app.post('/callback', (_request, response) => response.send('<html><body id="done">done</body></html>'));
  }

  close() {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}
