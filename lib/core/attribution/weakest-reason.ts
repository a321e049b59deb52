import { type Codebook, categoryOf } from "../provenance/codebook.ts";
import type { WeakestLink } from "./chain.ts";

/** How well a reader could check each rank of the default codebook, in words. */
const ranks = [
  "open to anyone who looks it up",
  "a published or seen text",
  "somebody who can be asked",
  "a body or a text that few can ask or see",
  "a report at second hand",
  "a source that no reader can reach",
  "somebody of whom nothing is said",
] as const;
/** The last rank, and any beyond it in a codebook with more of them. */
const LAST = "nobody stands for it";

/**
 * Why the weakest link is the weakest, in one or two sentences: which link, what it asks of a reader, and what else
 * counts against it. Says nothing about truth. Empty for an article that speaks in its own voice.
 */
export function weakestReason(weakest: WeakestLink, codebook: Codebook): string {
  if (weakest.kind === "own_voice") return "";
  const open = unrankedWords(weakest.unranked);
  if (weakest.kind === "unclear") return open;
  const label = categoryOf(codebook, weakest.category)?.label ?? weakest.category;
  const own = weakest.isCarriedOver ? weakest.rank - 1 : weakest.rank;
  const carried = weakest.isCarriedOver ? ", and carried over from a neighbouring sentence" : "";
  return [`Link ${weakest.index + 1}, ${label}: ${ranks[own - 1] ?? LAST}${carried}.`, open]
    .filter(Boolean)
    .join(" ");
}

function unrankedWords(unranked: readonly number[]): string {
  const [only] = unranked;
  if (only === undefined) return "";
  const orders = unranked.map((index) => index + 1);
  return unranked.length === 1
    ? `Link ${only + 1} is unclear and was not weighed.`
    : `Links ${orders.join(", ")} are unclear and were not weighed.`;
}
