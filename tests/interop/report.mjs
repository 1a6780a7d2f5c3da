// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// The smallest test runner that does: named checks, a line for each failure, a count at the end.

export class Report {
  #passed = 0;
  #failed = 0;

  /** `problem` is a sentence, or nothing when the check holds. */
  check(name, problem) {
    if (!problem) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    console.log(`FAIL ${name}\n     ${problem}`);
  }

  /** Expects an exit code and, where given, findings that failed and a signature status. */
  expect(name, answer, { code, signature, failed }) {
    const wrong = [];
    if (answer.code !== code) wrong.push(`exit ${answer.code} instead of ${code}`);
    if (!answer.json) wrong.push('no JSON');
    const status = answer.json?.signature?.status;
    if (signature && status !== signature) wrong.push(`signature ${status} instead of ${signature}`);
    const findings = answer.json?.findings ?? [];
    if (failed && !findings.some((each) => each.outcome === 'fail' && failed.test(each.id))) {
      wrong.push(`no failed finding ${failed}`);
    }
    this.check(name, wrong.length ? `${wrong.join(', ')}\n${answer.text.slice(0, 1500)}` : undefined);
  }

  /** Prints the count; the exit code of the whole. */
  finish() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}
