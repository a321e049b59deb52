/** Counts what the tiers of a run come to, and keeps by name what went wrong in them. */
export class Tally {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #troubles = [];

  /** What a tier's runner reported, and the code it ended with: one that ends badly has failed, if no test of it did. */
  add(tier, { passed = 0, failed = 0, skipped = 0 }, code = 0) {
    const hasNone = failed === 0 && code !== 0;
    this.#counts.passed += passed;
    this.#counts.failed += hasNone ? 1 : failed;
    this.#counts.skipped += skipped;
    if (hasNone) {
      const why = "such as coverage below its threshold, or an error outside of any test: it says so above";
      this.#troubles.push(`${tier}: no test failed, but the run ended with code ${code} (${why})`);
    } else if (failed > 0) this.#troubles.push(`${tier}: ${failed} failed`);
  }

  /** Something that is no test, by its name. */
  check(tier, name, hasPassed) {
    this.#counts[hasPassed ? "passed" : "failed"] += 1;
    if (!hasPassed) this.#troubles.push(`${tier}: ${name}`);
  }

  /** It did not come to be run at all. */
  fail(words) {
    this.#counts.failed += 1;
    this.#troubles.push(words);
  }

  get hasPassed() {
    return this.#counts.failed === 0 && this.#counts.passed > 0;
  }

  /** What went wrong, a line each. */
  get troubles() {
    return [...this.#troubles];
  }

  /** The last line of the run. */
  get words() {
    const { passed, failed, skipped } = this.#counts;
    return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
  }
}
