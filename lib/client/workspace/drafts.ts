import type { Write } from "./write.ts";

/** A place on this device where unsent writes outlive the page, of one person and one article. */
export type Drafts = {
  /** Writes that pages now gone have left, taken over by this one, in the order they were made. */
  readonly adopt: () => Promise<readonly Write[]>;
  /** Puts these there and takes those away, both or neither; resolves once that would survive a crash. */
  readonly save: (writes: readonly Write[], gone: readonly string[]) => Promise<void>;
  /** Runs the work while no other page of the same person sends for the same article. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};
