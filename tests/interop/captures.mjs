// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Captures that command-line programs made: what curl, wget and HTTPie print about requests to a foreign
// issuer that refuses them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './assay.mjs';
import { curl, list, print } from './programs.mjs';

const tail = (token) => token.slice(-20);

function problemsOf(answer, token, { form, carrier, status = 401 }) {
  const wrong = [];
  const sightings = (answer.json?.sightings ?? []).filter((each) => each.token.endsWith(token.slice(-6)));
  if (answer.code !== 0) wrong.push(`exit ${answer.code}`);
  if (answer.json?.form !== form) wrong.push(`read as ${answer.json?.form} instead of ${form}`);
  const found = sightings.find((each) => each.carrier.type === carrier);
  if (!found) wrong.push(`the token is not found in a ${carrier}`);
  if (found && found.request?.status !== status) wrong.push(`status ${found.request?.status} instead of ${status}`);
  if (found && !found.request?.time) wrong.push('no time');
  if (answer.text.includes(tail(token))) wrong.push('the whole token is shown');
  return wrong.length ? `${wrong.join(', ')}\n${answer.text.slice(0, 1500)}` : undefined;
}

/** The refusal is told from the answer of the server, which is none of ours; `token` is one that it refuses. */
export async function readsCurl(report, cli, issuer, token, folder) {
  const url = `${issuer.issuer}/me`;
  const headers = ['--header', `Authorization: Bearer ${token}`];
  const verbose = await curl(['--verbose', ...headers, url]);
  const listed = await list(cli, verbose);
  report.check('curl -v of a refused request', problemsOf(listed, token, { form: 'curl_verbose', carrier: 'header' }));
  const told = listed.json?.findings?.some((each) => each.id.startsWith('answer.'));
  report.check('curl -v: the cause that the issuer gives', told ? undefined : listed.text.slice(0, 1500));

  const file = join(folder, 'trace.txt');
  await curl(['--trace-ascii', file, ...headers, url]);
  const traced = await list(cli, readFileSync(file, 'utf8'));
  report.check('curl --trace-ascii', problemsOf(traced, token, { form: 'curl_trace', carrier: 'header' }));

  // The issuer takes no token in a URL, as RFC 6750 section 2.3 advises: 400.
  const query = await list(cli, await curl(['--verbose', `${url}?access_token=${token}`]));
  report.check('curl -v, token in the URL', problemsOf(query, token, { form: 'curl_verbose', carrier: 'query', status: 400 }));

  const judged = await run(cli, ['inspect', '-', '--format', 'json', '--as-of-capture'], verbose);
  report.check('inspect of curl -v', judged.json?.carrier?.name === 'Authorization' ? undefined : judged.text.slice(0, 1500));
}

/** [how it is called, its arguments, form, carrier, status]. */
function printouts(url, token) {
  const authorization = `Authorization: Bearer ${token}`;
  const json = [`id_token=${token}`, 'note=a "b" c'];
  return [
    ['curl', ['--silent', '--noproxy', '*', '--trace', '-', '--header', authorization, url], 'curl_trace', 'header', 401],
    ['curl', ['--silent', '--noproxy', '*', '--trace-ascii', '-', '--trace-time', '--data', `token=${token}`, url], 'curl_trace', 'form', 400],
    ['wget', ['--debug', '--no-proxy', '--output-document=-', '--header', authorization, url], 'http', 'header', 401],
    ['http', ['--ignore-stdin', '--verbose', url, authorization], 'http', 'header', 401],
    ['http', ['--ignore-stdin', '--verbose', '--pretty=all', url, authorization], 'http', 'header', 401],
    ['http', ['--ignore-stdin', '--verbose', '--form', 'POST', url, `token=${token}`], 'http', 'form', 400],
    ['http', ['--ignore-stdin', '--offline', 'POST', url, ...json], 'http', 'json'],
    ['http', ['--ignore-stdin', '--offline', '--form', 'POST', url, `token=${token}`, 'a=b c'], 'http', 'form'],
    ['http', ['--ignore-stdin', '--offline', '--multipart', 'POST', url, `token=${token}`], 'http', 'multipart'],
    ['http', ['--ignore-stdin', '--offline', url, `access_token==${token}`], 'http', 'query'],
    ['http', ['--ignore-stdin', '--offline', url, `Cookie:theme=dark; app_access_token=${token}`], 'http', 'cookie'],
  ];
}

/** Where a request was printed, its token is found once, as it was carried. */
function printoutProblem(answer, token, { form, carrier, status }) {
  const wrong = [];
  const sightings = answer.json?.sightings ?? [];
  const found = sightings.filter((each) => each.token === token && each.carrier.type === carrier && each.request);
  if (answer.json?.form !== form) wrong.push(`read as ${answer.json?.form}`);
  if (found.length !== 1) wrong.push(`found ${found.length} times`);
  if (found[0] && found[0].request.status !== (status ?? null)) wrong.push(`status ${found[0].request.status}`);
  if (sightings.some((each) => each.token !== token)) wrong.push('something else is taken for a token');
  return wrong.length ? wrong.join(', ') : undefined;
}

export async function readsPrintouts(report, cli, issuer, token) {
  for (const [program, args, form, carrier, status] of printouts(`${issuer.issuer}/me`, token)) {
    const text = await print(program, args);
    const problem = printoutProblem(await list(cli, text, ['--show-tokens']), token, { form, carrier, status });
    const name = [program, ...args].join(' ').replaceAll(token, 'TOKEN');
    report.check(name, problem && `${problem}\n${text}`);
  }
}
