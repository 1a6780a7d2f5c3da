// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// The backends in the languages of backends: a row each. A new one goes into backends/, says there how it is
// installed, and gets its row here.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from './server.mjs';

const here = (name) => fileURLToPath(new URL(`backends/${name}`, import.meta.url));

/**
 * command: what starts it, given the folder of what backends/install made.
 * algorithms: what it can check.
 * leeway: for how long it takes an expired token, in seconds.
 */
export const libraries = [
  {
    name: 'PyJWT',
    command: (made) => [join(made, 'pyjwt', 'bin', 'python'), here('pyjwt/backend.py')],
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    leeway: 0,
  },
  {
    name: 'jsonwebtoken',
    command: () => [process.execPath, here('jsonwebtoken/backend.mjs')],
    algorithms: ['RS256', 'PS256', 'ES256'],
    leeway: 0,
  },
  {
    name: 'jwx',
    command: (made) => [join(made, 'jwx')],
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    leeway: 0,
  },
  {
    name: 'nimbus',
    // It lives for seconds: a JVM that compiles less starts sooner.
    command: (made) => ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', `${join(made, 'nimbus', 'classes')}:${join(made, 'nimbus', 'jars', '*')}`, 'Backend'],
    algorithms: ['RS256', 'PS256', 'ES256'], // Its processor makes no key of an OKP.
    leeway: 60, // DefaultJWTClaimsVerifier.DEFAULT_MAX_CLOCK_SKEW_SECONDS
  },
];

/** All that check this algorithm, listening: [{ library, server }]. */
export async function startLibraries(made, { issuer, audience, alg }) {
  const able = libraries.filter((each) => each.algorithms.includes(alg));
  const starts = able.map(async (library) => ({
    library,
    server: await Server.start(library.name, [...library.command(made), issuer, `${issuer}/jwks`, audience, alg]),
  }));
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.filter((each) => each.status === 'fulfilled').map((each) => each.value);
  const failed = outcomes.find((each) => each.status === 'rejected');
  if (!failed) return started;
  await Promise.all(started.map(({ server }) => server.stop()));
  throw failed.reason;
}

/** Stops what startLibraries started; each must end by itself. */
export async function stopLibraries(report, started, alg) {
  for (const { library, server } of started) {
    const code = await server.stop();
    report.check(`${library.name} for ${alg} ends when it is told to`, code === 0 ? undefined : `exit ${code}: ${server.problems}`);
  }
}
