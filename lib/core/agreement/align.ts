import type { CodedClaim, CodedLayer } from "./coded.ts";

/** Two claims of two coders that speak of the same words; one side is null where the other found something alone. */
export type AlignedPair = {
  readonly a: CodedClaim | null;
  readonly b: CodedClaim | null;
  /** Jaccard of the characters both cover, 0 to 1; 0 where a side is null. */
  readonly overlap: number;
};

/** The claims of several coders that speak of the same words: at most one of each layer, by layer id. */
export type AlignedUnit = { readonly claims: ReadonlyMap<string, CodedClaim> };
