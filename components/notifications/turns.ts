/** Answers that cross: what was asked before the newest told counts for nothing any more. */
export class Turns {
  #taken = 0;
  #told = 0;

  take(): number {
    this.#taken += 1;
    return this.#taken;
  }

  /** Whether nothing was asked since. */
  isLatest(turn: number): boolean {
    return turn === this.#taken;
  }

  /** Whether an answer to what was asked at `turn` is newer than everything told so far; it is told then. */
  isNews(turn: number): boolean {
    if (turn < this.#told) return false;
    this.#told = turn;
    return true;
  }
}
