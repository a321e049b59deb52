/** A run of words both sides have, or only one. */
export type WordRun = { readonly kind: "same" | "removed" | "added"; readonly text: string };

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Pairs compared at most: beyond it one side is shown against the other whole, which reads better than confetti. */
const MOST_PAIRS = 1_000_000;

/**
 * What changed between two texts, word by word. The runs that are not `added` make up `before`, those not `removed`
 * make up `after`, to the letter.
 */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const old = partsOf(before);
  const now = partsOf(after);
  if (old.length * now.length > MOST_PAIRS) return wholly(before, after);
  return joined(steps(old, now));
}

function partsOf(text: string): readonly string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function wholly(before: string, after: string): readonly WordRun[] {
  return joined([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
}

/** Longest common subsequence, read off its table from the start; removals stand before additions. */
function steps(old: readonly string[], now: readonly string[]): readonly WordRun[] {
  const width = now.length + 1;
  const lengths = commonLengths(old, now);
  const runs: WordRun[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [gone, come] = [old[row], now[column]];
    if (gone !== undefined && gone === come) {
      runs.push({ kind: "same", text: gone });
      row += 1;
      column += 1;
    } else if (gone !== undefined && at(lengths, row + 1, column) >= at(lengths, row, column + 1)) {
      runs.push({ kind: "removed", text: gone });
      row += 1;
    } else {
      runs.push({ kind: "added", text: come ?? "" });
      column += 1;
    }
  }
  return runs;

  function at(table: Uint32Array, r: number, c: number): number {
    return c >= width ? -1 : (table[r * width + c] ?? -1);
  }
}

function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const cell = row * width + column;
      table[cell] =
        old[row] === now[column]
          ? (table[cell + width + 1] ?? 0) + 1
          : Math.max(table[cell + width] ?? 0, table[cell + 1] ?? 0);
    }
  }
  return table;
}

/** Neighbours of a kind made one; empty ones left out. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const whole: WordRun[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (run.text === "") continue;
    if (last?.kind === run.kind) whole[whole.length - 1] = { kind: run.kind, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}
