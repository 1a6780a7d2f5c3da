// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A server in a process of its own: it prints its URL when it listens, and ends when its standard input does,
// so that none is left over even where the tests themselves are killed.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const startLimit = 30_000;
const stopLimit = 5_000;

/** Nothing but this machine is asked for anything, and no JVM is told anything else. */
const left = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS'];
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.includes(name)));

/** Whatever it prints, in the time that a promise has. */
async function within(limit, promise, late) {
  let timer;
  const lateness = new Promise((resolve, reject) => { timer = setTimeout(() => late(resolve, reject), limit); });
  try {
    return await Promise.race([promise, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

export class Server {
  #child;
  #ended;
  #problems = '';

  /** Resolves once it listens. */
  static async start(name, [program, ...args]) {
    const server = new Server();
    server.name = name;
    await server.#run(program, args);
    return server;
  }

  async #run(program, args) {
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
    this.#child.stderr.setEncoding('utf8').on('data', (text) => { this.#problems = (this.#problems + text).slice(-4000); });
    this.#child.stdin.on('error', () => {}); // It may end before it is told to.
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => { this.#problems += error.message; resolve(undefined); });
      this.#child.on('close', resolve);
    });
    const line = new Promise((resolve) => { createInterface({ input: this.#child.stdout }).once('line', resolve); });
    const failure = this.#ended.then(() => { throw new Error(`${this.name} ended at once: ${this.#problems}`); });
    failure.catch(() => {}); // Nobody waits for it any more once the server listens.
    const late = (_resolve, reject) => reject(new Error(`${this.name} does not listen after ${startLimit} ms: ${this.#problems}`));
    try {
      this.url = await within(startLimit, Promise.race([line, failure]), late);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** What it wrote to its error output since it started. */
  get problems() {
    return this.#problems;
  }

  /** Resolves with the exit code, or nothing where it had to be killed. */
  async stop() {
    this.#child.stdin.end();
    const late = () => this.#child.kill('SIGKILL');
    return within(stopLimit, this.#ended, late);
  }
}
