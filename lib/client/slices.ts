/** At book length work is done in slices of this many milliseconds: a key pressed meanwhile is not kept waiting. */
const SLICE = 10;

/** All that comes of the work, with a turn for everything else after every slice of it. */
export async function inSlices<T>(work: Iterable<T>): Promise<T[]> {
  const found: T[] = [];
  let until = performance.now() + SLICE;
  for (const one of work) {
    found.push(one);
    if (performance.now() < until) continue;
    await new Promise((resume) => setTimeout(resume));
    until = performance.now() + SLICE;
  }
  return found;
}
