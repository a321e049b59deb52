/** `again`: the server could not be reached; the job stays first in line. */
export type JobOutcome = "done" | "again";
export type Job = { readonly key: string; readonly run: () => Promise<JobOutcome> };

/** Waits after the first, second, … failure in a row. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * One write after another, in the order they were made: a claim is made before it is changed, a parent before its
 * child. When the server does not answer, the line stands still and tries again.
 */
export class SaveQueue {
  #jobs: Job[] = [];
  #isRunning = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isIdle(): boolean {
    return this.#jobs.length === 0;
  }

  /** True while the server is not answering. */
  get isWaiting(): boolean {
    return this.#failures > 0;
  }

  /** A job whose key already waits takes nothing new: it reads what is to be sent when its turn comes. */
  push(job: Job): void {
    const waiting = this.#isRunning ? this.#jobs.slice(1) : this.#jobs;
    if (waiting.some(({ key }) => key === job.key)) return;
    this.#jobs.push(job);
    void this.#work();
  }

  /** Tries at once: the network is back, or the person asked. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isRunning || this.#timer !== undefined) return;
    this.#isRunning = true;
    this.#onChange();
    for (let job = this.#jobs[0]; job; job = this.#jobs[0]) {
      if ((await job.run()) === "again") {
        this.#standStill();
        break;
      }
      this.#jobs.shift();
      this.#failures = 0;
    }
    this.#isRunning = false;
    this.#onChange();
  }

  #standStill(): void {
    const wait = waits[Math.min(this.#failures, waits.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.retry(), wait);
  }
}
