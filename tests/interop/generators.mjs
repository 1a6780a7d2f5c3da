// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// One request, written down by foreign generators as commands and as code of many languages: every token
// must be found in each with its carrier and its request, and nothing that is none.

import { createRequire } from 'node:module';
import { run } from './assay.mjs';
import { descriptions } from './descriptions.mjs';

const require = createRequire(import.meta.url);
const { HTTPSnippet, availableTargets } = require('httpsnippet');
const { Request } = require('postman-collection');
const codegen = require('postman-code-generators');

/** The generators whose output is a form of its own for Assay; what the others write is scanned. */
const forms = {
  'snippet http http1.1': 'http',
  'snippet javascript axios': 'fetch',
  'snippet javascript fetch': 'fetch',
  'snippet javascript jquery': 'fetch',
  'snippet javascript xhr': 'fetch',
  'snippet node axios': 'fetch',
  'snippet node fetch': 'fetch',
  'snippet powershell restmethod': 'powershell',
  'snippet powershell webrequest': 'powershell',
  'snippet python requests': 'python',
  'snippet shell curl': 'curl',
  'snippet shell httpie': 'httpie',
  'snippet shell wget': 'wget',
  'postman curl cURL': 'curl',
  'postman http HTTP': 'http',
  'postman javascript Fetch': 'fetch',
  'postman javascript jQuery': 'fetch',
  'postman javascript XHR': 'fetch',
  'postman nodejs Axios': 'fetch',
  'postman powershell RestMethod': 'powershell',
  'postman python Requests': 'python',
  'postman shell Httpie': 'httpie',
  'postman shell wget': 'wget',
};

/** What a generator writes in another way than the request had it, and what it writes wrongly. */
const otherwise = {
  'postman shell wget, multipart': [{ from: 'multipart', to: 'form' }], // names and values with "&"
  'postman powershell RestMethod, multipart': [{ from: 'multipart', to: 'text' }], // objects of .NET, made one by one
  'snippet javascript axios, multipart': [{ from: 'multipart', to: 'text' }], // the form is made, and not sent
  // Quotes inside of quotes, not escaped: the shell would not read it either.
  'snippet powershell restmethod, quotes and dollars in values': [{ from: 'json', to: 'text' }],
  'snippet powershell webrequest, quotes and dollars in values': [{ from: 'json', to: 'text' }],
  'snippet shell wget, multipart': [{ from: 'multipart', to: 'text' }], // "\\r\\n" that nothing expands
};

/** A request of HAR 1.2 as Postman keeps one. */
function postmanRequest({ method, url, headers, postData }) {
  const pairs = postData?.params?.map(({ name, value }) => ({ key: name, value, type: 'text' }));
  const mode = { 'multipart/form-data': 'formdata', 'application/x-www-form-urlencoded': 'urlencoded' }[postData?.mimeType];
  const body = pairs ? { mode, [mode]: pairs } : postData && { mode: 'raw', raw: postData.text };
  return new Request({ method, url, header: headers.map(({ name, value }) => ({ key: name, value })), body });
}

const convert = (language, variant, request) => new Promise((resolve, reject) => {
  const options = { indentCount: 2, indentType: 'Space', trimRequestBody: false, followRedirect: true };
  codegen.convert(language, variant, request, options, (error, text) => (error ? reject(error) : resolve(text)));
});

const snippets = availableTargets().flatMap((target) => target.clients.map((client) => ({
  name: `snippet ${target.key} ${client.key}`,
  write: (request) => new HTTPSnippet(request).convert(target.key, client.key),
})));

const postman = codegen.getLanguageList().flatMap((language) => language.variants.map((variant) => ({
  name: `postman ${language.key} ${variant.key}`,
  write: (request) => convert(language.key, variant.key, postmanRequest(request)),
})));

const sameName = (one, other) => one.toLowerCase() === other.toLowerCase();

function isFound({ token, type, name }, sightings) {
  const isPlace = ({ carrier }) => carrier.type === type && (type === 'text' || sameName(carrier.name, name));
  return sightings.some((each) => each.token === token && isPlace(each));
}

const told = (sightings) => sightings.map(({ carrier, token }) => `${carrier.type} ${carrier.name} ${token.slice(-6)}`).join('; ');

/** Some generators write the query apart from the URL, as an object. */
function isSameUrl(told, wanted, text) {
  const [address, query] = wanted.split('?');
  return told === wanted || (told === address && !text.includes(`?${query}`));
}

/** Where the output is a form of its own, place and request must be told; else the tokens themselves. */
function problemOf({ request, tokens, form, text }, answer) {
  const sightings = answer.json?.sightings ?? [];
  const wanted = new Set(tokens.map((each) => each.token));
  const found = new Set(sightings.map((each) => each.token));
  const wrong = [...wanted].filter((token) => !found.has(token)).map((token) => `${token.slice(-6)} is not found`);
  wrong.push(...[...found].filter((token) => !wanted.has(token)).map((token) => `${token.slice(0, 60)} is no token`));
  if (form && tokens.length) {
    if (answer.json?.form !== form) wrong.push(`read as ${answer.json?.form}`);
    if (sightings.length !== tokens.length) wrong.push(`${sightings.length} sightings`);
    wrong.push(...tokens.filter((each) => !isFound(each, sightings)).map((each) => `no ${each.type} ${each.name}`));
    const strange = sightings.find((each) => each.request?.method !== request.method || !isSameUrl(each.request?.url, request.url, text));
    if (strange) wrong.push(`request ${strange.request?.method} ${strange.request?.url}`);
  }
  return wrong.length ? `${wrong.join(', ')} (seen: ${told(sightings)})` : undefined;
}

/** Some generators refuse some requests; `undefined` then. */
async function written(generator, request) {
  try {
    const text = await generator.write(structuredClone(request));
    return Array.isArray(text) ? text[0] : text || undefined;
  } catch {
    return undefined;
  }
}

/** The tokens that the generator did write down, at the places where it did: some leave out a body. */
function writtenTokens(name, tokens, text) {
  const changes = otherwise[name] ?? [];
  return tokens.filter((each) => text.includes(each.token))
    .map((each) => ({ ...each, type: changes.find(({ from }) => from === each.type)?.to ?? each.type }));
}

/** `only`: which generators, by their names. */
export async function readsGenerators(report, cli, only = () => true) {
  const count = { texts: 0, tokens: 0, refused: 0, left: 0 };
  for (const generator of [...snippets, ...postman].filter((each) => only(each.name))) {
    for (const { name, request, tokens } of descriptions) {
      const title = `${generator.name}, ${name}`;
      const text = await written(generator, request);
      if (!text) {
        count.refused += 1;
        continue;
      }
      const kept = writtenTokens(title, tokens, text);
      count.texts += 1;
      count.tokens += kept.length;
      count.left += tokens.length - kept.length;
      const answer = await run(cli, ['capture', '-', '--format', 'json', '--show-tokens'], text);
      const problem = problemOf({ request, tokens: kept, form: forms[generator.name], text }, answer);
      report.check(title, problem && `${problem}\n${text}`);
    }
  }
  console.log(`generators: ${count.tokens} tokens in ${count.texts} texts; ${count.refused} requests and ${count.left} tokens their generators left out`);
}
