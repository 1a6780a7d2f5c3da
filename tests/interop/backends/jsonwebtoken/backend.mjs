// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A backend with express, jsonwebtoken and jwks-rsa, as the two describe it.
//
// usage: node backend.mjs ISSUER JWKS_URL AUDIENCE ALGORITHM; prints its URL, ends with its standard input

import express from 'express';
import jwt from 'jsonwebtoken';
import jwksClient from 'jwks-rsa';

const [issuer, jwksUri, audience, algorithm] = process.argv.slice(2);
const client = jwksClient({ jwksUri, timeout: 5000 });

const findKey = ({ kid }, done) => client.getSigningKey(kid, (error, key) => done(error, key?.getPublicKey()));

function authenticate(request, response, next) {
  const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  jwt.verify(token, findKey, { algorithms: [algorithm], audience, issuer }, (error, claims) => {
    if (error) return response.status(401).json({ error: error.message });
    request.user = claims;
    return next();
  });
}

const app = express();
app.get('/', authenticate, (request, response) => response.json(request.user));
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
