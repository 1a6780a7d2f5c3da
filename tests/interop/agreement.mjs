// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Whether backends with real libraries take the tokens that Assay takes, and no others. Where one of them says
// otherwise its row tells why; where it no longer does, the row is wrong.

import { inspect } from './assay.mjs';
import { Forge } from './forge.mjs';
import { forgedClaims } from './forgedclaims.mjs';
import { forgedSignatures } from './forgedsignatures.mjs';
import { send } from './flow.mjs';
import { algorithms } from './keys.mjs';
import { libraries, startLibraries, stopLibraries } from './libraries.mjs';
import { resource } from './provider.mjs';

/** Claims are judged the same whatever the signature. */
const rowsFor = (alg) => [...forgedSignatures, ...(alg === algorithms[0] ? forgedClaims : [])].filter((each) => each.only?.includes(alg) ?? true);

/** A name that is misspelt would excuse nobody. */
function checkNames(report) {
  const known = libraries.map((each) => each.name);
  for (const { name, differs } of [...forgedSignatures, ...forgedClaims]) {
    const strange = Object.keys(differs ?? {}).filter((each) => !known.includes(each));
    report.check(`agreement, token ${name}: its libraries`, strange.length ? `nobody is called ${strange}` : undefined);
  }
}

class Court {
  constructor(report, cli, issuer, alg, backends) {
    Object.assign(this, { report, cli, issuer: issuer.issuer, alg, backends });
  }

  /** What Assay says with the leeway that the backend has; its row must say the same. */
  async #hearAssay(name, { token, accepted, leeway }, seconds) {
    const args = ['--issuer', this.issuer, '--profile', 'access', '--audience', resource(this.alg), '--leeway', `${seconds}s`];
    const wanted = accepted || (leeway !== undefined && seconds >= leeway);
    const answer = await inspect(this.cli, args, token);
    this.report.expect(`${name}: Assay with a leeway of ${seconds} s`, answer, { code: wanted ? 0 : 1 });
    return answer.code === 0;
  }

  async #hearBackend(name, { token, differs }, { library, server }, assayAccepts) {
    const { status, text } = await send(server.url, { headers: { Authorization: `Bearer ${token}` } });
    const why = differs?.[library.name];
    const wanted = assayAccepts !== Boolean(why) ? 200 : 401;
    const because = why ? `although it ${why}` : 'as Assay says';
    const problem = `it answers ${status} instead of ${wanted}, ${because}: ${text.slice(0, 500)}\n${server.problems}`;
    this.report.check(`${name}: ${library.name}`, status === wanted ? undefined : problem);
  }

  async hear(row) {
    const name = `agreement, ${this.alg} token ${row.name}`;
    const leeways = [...new Set(this.backends.map(({ library }) => library.leeway))];
    const verdicts = new Map(await Promise.all(leeways.map(async (each) => [each, await this.#hearAssay(name, row, each)])));
    await Promise.all(this.backends.map((each) => this.#hearBackend(name, row, each, verdicts.get(each.library.leeway))));
  }
}

/** The tokens of a real sign-in, before and after the issuer changed its keys. */
async function hearIssued(court, issuer, signIn) {
  const [access, id] = await signIn();
  await court.hear({ name: 'of a sign-in', token: access.token, accepted: true });
  await court.hear({ name: 'for the client of a sign-in', token: id.token, accepted: false });
  issuer.rotate();
  const [fresh] = await signIn();
  await court.hear({ name: 'of a sign-in after a rotation', token: fresh.token, accepted: true });
  await court.hear({
    name: 'whose key was removed', token: access.token, accepted: false, differs: { jsonwebtoken: 'has jwks-rsa keep each key for ten minutes' },
  });
}

/** `signIn` resolves with the access token and the ID token of a real sign-in; `made`: by backends/install. */
export async function agreesWithLibraries(report, cli, issuer, signIn, made) {
  checkNames(report);
  for (const alg of algorithms) {
    const audience = resource(alg);
    const backends = await startLibraries(made, { issuer: issuer.issuer, audience, alg });
    try {
      const court = new Court(report, cli, issuer, alg, backends);
      const forge = new Forge({ issuer: issuer.issuer, audience, alg, key: issuer.privateKey(alg) });
      for (const row of rowsFor(alg)) await court.hear({ ...row, token: row.token(forge) });
      await hearIssued(court, issuer, () => signIn(alg));
    } finally {
      await stopLibraries(report, backends, alg);
    }
  }
}
