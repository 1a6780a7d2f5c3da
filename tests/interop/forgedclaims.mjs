// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Tokens with a good signature over claims that are not as they should be. Rows as in forgedsignatures.mjs.

import { byteOrderMark, lastWins } from './differences.mjs';

const textTaken = { PyJWT: 'takes a number that is text', jwx: 'takes a number that is text' };
const rfc9068 = (claim) => ({
  PyJWT: `does not demand ${claim}, as RFC 9068 section 2.2 does`,
  jsonwebtoken: `does not demand ${claim}, as RFC 9068 section 2.2 does`,
  jwx: `does not demand ${claim}, as RFC 9068 section 2.2 does`,
  nimbus: `does not demand ${claim}, as RFC 9068 section 2.2 does, unless told to`,
});
const notStrict = {
  jsonwebtoken: 'puts a replacement in the place of what is no UTF-8',
  jwx: 'does not look whether it is UTF-8',
  nimbus: 'puts a replacement in the place of what is no UTF-8',
};

/** A row with changed claims. `leeway`: with as many seconds it must be accepted. */
const claims = (name, accepted, change, differs, leeway) => ({ name, accepted, differs, leeway, token: (forge) => forge.token({ claims: change(forge) }) });
/** A row whose payload has this text in the place of one claim. */
const text = (name, accepted, claim, write, differs) => ({ name, accepted, differs, token: (forge) => forge.raw(JSON.stringify(forge.header()), forge.claimsText(claim, write(forge))) });
/** A row with this very payload. */
const payload = (name, accepted, write, differs) => ({ name, accepted, differs, token: (forge) => forge.raw(JSON.stringify(forge.header()), write(forge)) });

const times = [
  claims('expired an hour ago', false, ({ now }) => ({ exp: now - 3600 })),
  claims('expired half a minute ago', false, ({ now }) => ({ exp: now - 30 }), {}, 60),
  claims('that expires this second', false, ({ now }) => ({ exp: now }), {}, 60),
  claims('without exp', false, () => ({ exp: undefined }), { jsonwebtoken: 'has no way to demand exp' }),
  claims('whose exp is null', false, () => ({ exp: null }), { nimbus: 'takes null for there, and for no end' }),
  claims('whose exp is text', false, ({ now }) => ({ exp: String(now + 600) }), textTaken),
  claims('whose exp is a word', false, () => ({ exp: 'tomorrow' })),
  claims('whose exp is a list', false, ({ now }) => ({ exp: [now + 600] })),
  claims('whose exp is true', false, () => ({ exp: true })),
  claims('whose exp is 0', false, () => ({ exp: 0 }), { jwx: 'takes 0 for no end' }),
  claims('whose exp is negative', false, () => ({ exp: -1 })),
  claims('whose exp has a fraction', true, ({ now }) => ({ exp: now + 600.5 })),
  claims('whose exp is in milliseconds', true, ({ now }) => ({ exp: (now + 600) * 1000 })),
  text('whose exp has an exponent', true, 'exp', ({ now }) => `"exp":${(now + 600) / 10}e1`),
  text('whose exp is beyond every number', true, 'exp', () => '"exp":1e400', { PyJWT: 'computes with no such number', jwx: 'computes with no such number', nimbus: 'computes with no such number' }),
  text('whose exp has twenty digits', true, 'exp', () => '"exp":99999999999999999999', { jwx: 'computes with 64 bits', nimbus: 'computes with 64 bits, and takes what is cut off for long past' }),
  text('whose exp is Infinity', false, 'exp', () => '"exp":Infinity'),
  text('whose exp is NaN', false, 'exp', () => '"exp":NaN'),
  text('with a plus before exp', false, 'exp', ({ now }) => `"exp":+${now + 600}`),
  text('with a zero before exp', false, 'exp', ({ now }) => `"exp":0${now + 600}`),
  claims('not valid for another hour', false, ({ now }) => ({ nbf: now + 3600 })),
  claims('not valid for another half a minute', false, ({ now }) => ({ nbf: now + 30 }), {}, 60),
  claims('valid from this second', true, ({ now }) => ({ nbf: now })),
  claims('whose nbf is text', false, ({ now }) => ({ nbf: String(now - 10) }), textTaken),
  claims('whose nbf is null', false, () => ({ nbf: null }), { nimbus: 'takes null for none' }),
  claims('whose nbf is in milliseconds', false, ({ now }) => ({ nbf: (now - 10) * 1000 })),
  claims('issued in an hour', true, ({ now }) => ({ iat: now + 3600 }), { PyJWT: 'refuses what is issued in the future', jwx: 'refuses what is issued in the future' }),
  claims('without iat', false, () => ({ iat: undefined }), rfc9068('iat')),
  claims('whose iat is text', false, ({ now }) => ({ iat: String(now - 10) }), { ...textTaken, jsonwebtoken: 'looks at iat only where an age is demanded' }),
];

const issuers = [
  claims('of another issuer', false, () => ({ iss: 'https://other.example' })),
  claims('without iss', false, () => ({ iss: undefined })),
  claims('whose iss is null', false, () => ({ iss: null })),
  claims('whose iss ends in a slash', false, ({ issuer }) => ({ iss: `${issuer}/` })),
  claims('whose iss is in capital letters', false, ({ issuer }) => ({ iss: issuer.replace('http', 'HTTP') })),
  claims('whose iss is a list', false, ({ issuer }) => ({ iss: [issuer] })),
  claims('whose iss begins as it should', false, ({ issuer }) => ({ iss: `${issuer}.evil.example` })),
];

const audiences = [
  claims('for another audience', false, () => ({ aud: 'https://other.example' })),
  claims('whose aud ends in a slash', false, ({ audience }) => ({ aud: `${audience}/` })),
  claims('whose aud is in capital letters', false, ({ audience }) => ({ aud: audience.toUpperCase() })),
  claims('whose aud begins as it should', false, ({ audience }) => ({ aud: `${audience}/v2` })),
  claims('without aud', false, () => ({ aud: undefined })),
  claims('whose aud is null', false, () => ({ aud: null })),
  claims('whose aud is empty', false, () => ({ aud: '' })),
  claims('whose aud is an empty list', false, () => ({ aud: [] })),
  claims('whose aud is a list of one', true, ({ audience }) => ({ aud: [audience] })),
  claims('for this audience among others', true, ({ audience }) => ({ aud: ['https://other.example', audience] })),
  claims('for others', false, () => ({ aud: ['https://other.example', 'https://third.example'] })),
  claims('whose aud is a list with a number', false, ({ audience }) => ({ aud: [audience, 1] }), { jsonwebtoken: 'looks for the one that fits' }),
  claims('whose aud is a list in a list', false, ({ audience }) => ({ aud: [[audience]] })),
  claims('whose aud is an object', false, ({ audience }) => ({ aud: { [audience]: true } })),
];

const others = [
  claims('whose sub is a number', false, () => ({ sub: 42 }), { jsonwebtoken: 'does not look at sub', nimbus: 'makes a text of it' }),
  claims('without sub', false, () => ({ sub: undefined }), rfc9068('sub')),
  claims('whose jti is a number', true, () => ({ jti: 42 }), { PyJWT: 'demands a text', jwx: 'demands a text', nimbus: 'demands a text' }),
  claims('with names outside ASCII', true, () => ({ name: '陳大文 🦊' })),
  text('with a lone surrogate', true, 'name', () => '"name":"\\ud83e"'),
  text('whose exp comes twice, the good one last', false, 'exp', ({ now }) => `"exp":${now - 3600},"exp":${now + 600}`, lastWins),
  text('whose exp comes twice, the good one first', false, 'exp', ({ now }) => `"exp":${now + 600},"exp":${now - 3600}`),
  text('whose aud comes twice, the good one last', false, 'aud', ({ audience }) => `"aud":"https://other.example","aud":"${audience}"`, lastWins),
  text('whose aud comes twice, spelled with an escape', false, 'aud', ({ audience }) => `"a\\u0075d":"https://other.example","aud":"${audience}"`, lastWins),
  text('with a claim of its own twice', true, 'theme', () => '"theme":"dark","theme":"light"', { nimbus: 'refuses every name that comes twice' }),
  payload('whose payload is empty', false, () => ''),
  payload('whose payload is no JSON', false, () => 'hello'),
  payload('whose payload is a list', false, (forge) => JSON.stringify([forge.claims()])),
  payload('whose payload is null', false, () => 'null'),
  payload('whose payload starts with a byte order mark', false, (forge) => `\ufeff${JSON.stringify(forge.claims())}`, byteOrderMark),
  payload('whose payload has white space around it', true, (forge) => ` \r\n${JSON.stringify(forge.claims())}\n`),
  payload('with something behind the payload', false, (forge) => `${JSON.stringify(forge.claims())}{}`, { jwx: 'reads the first value alone' }),
  payload('with a comma too many', false, (forge) => `${JSON.stringify(forge.claims()).slice(0, -1)},}`),
  payload('with a comment in the payload', false, (forge) => `/* */${JSON.stringify(forge.claims())}`),
  payload('with single quotes', false, (forge) => JSON.stringify(forge.claims()).replaceAll('"', "'")),
  payload('whose payload is Latin-1', false, (forge) => Buffer.from(JSON.stringify(forge.claims({ name: 'Zoë' })), 'latin1'), notStrict),
  payload('whose payload is UTF-16', false, (forge) => Buffer.from(JSON.stringify(forge.claims()), 'utf16le'), { PyJWT: 'guesses the encoding' }),
  payload('whose payload is cut off', false, (forge) => JSON.stringify(forge.claims()).slice(0, -1)),
  payload('with a deep nest', true, (forge) => `${JSON.stringify(forge.claims()).slice(0, -1)},"deep":${'['.repeat(50)}${']'.repeat(50)}}`),
];

export const forgedClaims = [...times, ...issuers, ...audiences, ...others];
