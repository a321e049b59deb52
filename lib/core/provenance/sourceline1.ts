import type { Codebook } from "./codebook.ts";
import book from "./sourceline1.codebook.json" with { type: "json" };

/**
 * The default codebook. Ids are stable and appear in every export; labels and definitions may be reworded. Examples
 * are made up. `checkRank` says how well a reader could check a source of the kind, not how true it is (rules.md 1).
 */
// Reason for `as`: the compiler reads a family in JSON as any text; the test holds each to `familyIds`.
export const sourceline1: Codebook = book as Codebook;
