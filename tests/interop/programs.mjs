// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Runs programs that send requests, and Assay on what they print.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { run } from './assay.mjs';

const start = promisify(execFile);
export const timeLimit = 20_000;

/** What Assay finds in a capture. */
export const list = (cli, text, more = []) => run(cli, ['capture', '-', '--format', 'json', ...more], text);

/** What a program prints on both its outputs; an answer that refuses makes some of them exit with an error. */
export async function print(program, args) {
  const options = { timeout: timeLimit, env: { ...process.env, http_proxy: '', https_proxy: '' } };
  const { stdout, stderr } = await start(program, args, options).catch((error) => {
    if (typeof error.code === 'number') return error;
    throw new Error(`the tests need ${program}, which cannot be run: ${error.message}`);
  });
  return stderr + stdout;
}

/** The same for curl, quiet and without a proxy. */
export const curl = (args) => print('curl', ['--silent', '--show-error', '--noproxy', '*', '--max-time', '10', ...args]);
