import type { ClaimStore } from "#lib/client/workspace/claim-store.ts";

/** Several writes that one press does. Answers how many steps back undo `count` of them: one, or none of none. */
export function inOneStep(store: ClaimStore, label: string, count: number, run: () => void): number {
  store.batch(label, run);
  return Math.min(count, 1);
}
