// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Runs assay-cli on a token or a capture and reads its answer.

import { spawn } from 'node:child_process';

const timeLimit = 20_000;

/** The judgement of a token, as run() answers. */
export function inspect(cli, args, token) {
  return run(cli, ['inspect', '-', '--format', 'json', ...args], `${token}\n`);
}

/** Resolves with { code, json, text }; code is null when the program had to be stopped. */
export function run(cli, args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(cli, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, http_proxy: '', https_proxy: '' },
    });
    const watchdog = setTimeout(() => child.kill('SIGKILL'), timeLimit);
    let text = '';
    let problems = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
    child.stderr.setEncoding('utf8').on('data', (chunk) => { problems += chunk; });
    child.stdin.on('error', () => {}); // It may end before it has read everything.
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(watchdog);
      let json;
      try { json = JSON.parse(text); } catch { json = undefined; }
      resolve({ code, json, text: text + problems });
    });
    child.stdin.end(input);
  });
}

/** The token with one bit flipped: part 0 to 2, and where in its bytes ('first', 'middle', 'last'). */
export function flipBit(token, part, where) {
  const parts = token.split('.');
  const bytes = Buffer.from(parts[part], 'base64url');
  const index = { first: 0, middle: bytes.length >> 1, last: bytes.length - 1 }[where];
  bytes[index] ^= 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}
