import type { ClaimContent, Link } from "./claim.ts";

/**
 * A link with every facet at its default (rules.md 1): a link asks for category, source, mention and cue,
 * all else starts `not_stated`, `neutral`, `positive`, `explicit`. Does not check itself; `chainProblems` does.
 */
export function link(given: Pick<Link, "category"> & Partial<Link>): Link {
  return { ...linkDefaults, ...given };
}

/**
 * A claim's content with defaults: no statement, no chain, provenance taken from link 1 of the **own** chain or
 * `unclear`. A nested claim must be given its provenance, which is its outermost parent's link 1.
 */
export function claimContent(given: Pick<ClaimContent, "spans"> & Partial<ClaimContent>): ClaimContent {
  return { ...contentDefaults, provenance: given.chain?.[0]?.category ?? "unclear", ...given };
}

/** `indirect` and `statement` are the commonest in news text, hence the defaults; both are a keystroke away. */
const linkDefaults: Omit<Link, "category"> = {
  sources: [],
  mention: [],
  cue: [],
  addressee: [],
  act: "statement",
  directness: "indirect",
  cueStance: "neutral",
  polarity: "positive",
  explicit: true,
  basis: null,
  attributionStatus: "not_stated",
  channel: "not_stated",
};

const contentDefaults: Omit<ClaimContent, "spans" | "provenance"> = {
  statement: "",
  kind: null,
  parentId: null,
  chain: [],
  hedges: [],
  flags: [],
};
