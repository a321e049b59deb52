import type { Drafts } from "./drafts.ts";
import type { Write } from "./write.ts";

/** A device for tests: keeps writes as text, as a browser would, and can be full. */
export function device() {
  const kept = new Map<string, string>();
  const state = { isFull: false };
  const drafts: Drafts = {
    adopt: async () => {
      const writes = [...kept.values()].map((text): Write => ({ ...JSON.parse(text), because: [] }));
      return writes.sort((one, other) => one.order - other.order);
    },
    save: async (writes, gone) => {
      if (state.isFull) throw new Error("no room");
      for (const key of gone) kept.delete(key);
      for (const { because: _, ...write } of writes) kept.set(write.key, JSON.stringify(write));
    },
    alone: (work) => work(),
  };
  return { drafts, kept, state };
}
