// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Requests that foreign generators write down as commands and code, each with the tokens that it
// carries and where. As HAR 1.2 describes a request; `tokens` is what must be found.

import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody issued; `which` tells one from another. */
export function madeToken(which, header = { alg: 'HS256', typ: 'at+jwt' }) {
  const claims = { iss: 'https://issuer.example', aud: ['https://api.example'], sub: `user ${which}`, client_id: 'app', scope: 'openid', exp: 2_000_000_000, iat: 1_999_998_200 };
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', 'for tests only').update(signed).digest('base64url')}`;
}

const first = madeToken(1);
const second = madeToken(2, { alg: 'HS256', typ: 'JWT' });
const form = 'application/x-www-form-urlencoded';

const header = (name, value) => ({ name, value });
const bearer = (token) => header('Authorization', `Bearer ${token}`);
const at = (token, type, name) => ({ token, type, name });
const authorized = at(first, 'header', 'Authorization');

const textBody = (mimeType, text) => ({ mimeType, text });
const params = (mimeType, pairs) => ({ mimeType, params: Object.entries(pairs).map(([name, value]) => ({ name, value })) });

/** Of each request what a HAR would leave out where it is empty. */
function describe({ name, method = 'GET', url = 'https://api.example/v1/orders', headers = [], cookies = [], postData, tokens }) {
  return { name, tokens, request: { method, url, httpVersion: 'HTTP/1.1', headers, cookies, queryString: [], headersSize: -1, bodySize: -1, ...(postData ? { postData } : {}) } };
}

export const descriptions = [
  { name: 'GET with a bearer token', headers: [header('Accept', 'application/json'), bearer(first)], tokens: [authorized] },
  { name: 'DELETE with a lower-case header', method: 'DELETE', headers: [header('authorization', `bearer ${first}`)], tokens: [at(first, 'header', 'authorization')] },
  { name: 'JSON body that carries a token', method: 'POST', headers: [header('Content-Type', 'application/json'), bearer(first)],
    postData: textBody('application/json', JSON.stringify({ action: 'refresh', id_token: second, deep: { list: [1, 2] } })),
    tokens: [authorized, at(second, 'json', 'id_token')] },
  { name: 'JSON body over lines', method: 'PUT', headers: [header('Content-Type', 'application/json')],
    postData: textBody('application/json', JSON.stringify({ note: 'two\nlines', access_token: first }, null, 2)),
    tokens: [at(first, 'json', 'access_token')] },
  { name: 'form that carries a token', method: 'POST', url: 'https://issuer.example/oauth2/token', headers: [header('Content-Type', form)],
    postData: params(form, { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: first, client_id: 'app' }),
    tokens: [at(first, 'form', 'subject_token')] },
  { name: 'form as a text', method: 'POST', headers: [header('Content-Type', form)],
    postData: textBody(form, `token=${first}&token_type_hint=access_token`), tokens: [at(first, 'form', 'token')] },
  { name: 'cookies', headers: [header('Cookie', `theme=dark; app_access_token=${first}; other=1`)], tokens: [at(first, 'cookie', 'app_access_token')] },
  { name: 'token in the query', url: `https://api.example/v1/orders?access_token=${first}&page=2`, tokens: [at(first, 'query', 'access_token')] },
  { name: 'quotes and dollars in values', method: 'POST',
    headers: [header('X-Note', `it's "quoted" & $HOME \`tick\` 100%`), bearer(first), header('Content-Type', 'application/json')],
    postData: textBody('application/json', JSON.stringify({ note: `it's a "test" of $PATH and \\ and %TEMP%`, access_token: second })),
    tokens: [authorized, at(second, 'json', 'access_token')] },
  { name: 'text outside ASCII', method: 'POST', headers: [bearer(first), header('Content-Type', 'application/json')],
    postData: textBody('application/json', JSON.stringify({ name: '陳大文 🦊 “été”', id_token_hint: second })),
    tokens: [authorized, at(second, 'json', 'id_token_hint')] },
  { name: 'multipart', method: 'POST', headers: [bearer(first), header('Content-Type', 'multipart/form-data')],
    postData: params('multipart/form-data', { title: 'a b', token: second }), tokens: [authorized, at(second, 'multipart', 'token')] },
  { name: 'two tokens in headers', method: 'PATCH', headers: [bearer(first), header('X-Id-Token', second), header('User-Agent', 'app/1.0 (x; y)')],
    tokens: [authorized, at(second, 'header', 'X-Id-Token')] },
  { name: 'a port, a fragment of a path and a query with blanks', url: 'http://127.0.0.1:8080/a/b%20c?q=x%20y&z=1', headers: [bearer(first)], tokens: [authorized] },
].map(describe);
