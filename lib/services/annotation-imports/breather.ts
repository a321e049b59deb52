import { setImmediate } from "node:timers/promises";

/** So long one piece of work may hold the process, in milliseconds: about a frame. */
const LONGEST = 12;

/** To be awaited between pieces of long work: lets everybody else have a turn when it is time. */
export function breather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < LONGEST) return;
    await setImmediate();
    begun = performance.now();
  };
}
