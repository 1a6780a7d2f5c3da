// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Captures that foreign software made: curl -v and --trace-ascii of requests to a foreign issuer that
// refuses them, and the HAR of a browser where there is one.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { run } from './assay.mjs';

const start = promisify(execFile);
const timeLimit = 20_000;

const list = (cli, text, more = []) => run(cli, ['capture', '-', '--format', 'json', ...more], text);
const tail = (token) => token.slice(-20);

/** What curl prints about a request that carries the token. */
async function curl(args) {
  const proxyless = ['--silent', '--show-error', '--noproxy', '*', '--max-time', '10'];
  const { stdout, stderr } = await start('curl', [...proxyless, ...args], { timeout: timeLimit });
  return stderr + stdout;
}

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

/** The refusal is told from the answer of the server, which is none of ours. */
async function readsCurl(report, cli, issuer, token, folder) {
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

/** playwright-core is not in the lock file, and a browser seldom on the machine: both are optional. */
async function browser() {
  try {
    const { chromium } = await import('playwright-core');
    return await chromium.launch({ channel: 'chromium', executablePath: process.env.ASSAY_CHROMIUM });
  } catch {
    return undefined;
  }
}

async function readsBrowser(report, cli, issuer, token, folder) {
  const chromium = await browser();
  if (!chromium) {
    console.log('SKIP HAR of Chromium: no playwright-core, or no Chromium (ASSAY_CHROMIUM names one)');
    return;
  }
  const file = join(folder, 'browser.har');
  try {
    const context = await chromium.newContext({
      recordHar: { path: file },
      extraHTTPHeaders: { Authorization: `Bearer ${token}` },
    });
    await (await context.newPage()).goto(`${issuer.issuer}/me`, { timeout: timeLimit });
    await context.close();
  } finally {
    await chromium.close();
  }
  const listed = await list(cli, readFileSync(file, 'utf8'));
  report.check('HAR of Chromium', problemsOf(listed, token, { form: 'har', carrier: 'header' }));
}

/** `token` is one that the issuer refuses at its userinfo endpoint. */
export async function readsCaptures(report, cli, issuer, token, folder) {
  await readsCurl(report, cli, issuer, token, folder);
  await readsBrowser(report, cli, issuer, token, folder);
}
