/**
 * What an export can carry, one fact at a time. A format lists those it loses (`formats.ts`); the round-trip law holds
 * the list exact: what is not on it comes back identical, what is on it does not.
 */
export const facts = [
  "article.text",
  "article.title",
  "article.details",
  "article.blocks",
  "claim.id",
  "claim.spans",
  "claim.statement",
  "claim.kind",
  "claim.provenance",
  "claim.parent",
  "claim.same_claim_as",
  "claim.group",
  "claim.hedges",
  "claim.flags",
  "chain.categories",
  "chain.sources",
  "chain.mentions",
  "chain.cues",
  "chain.addressees",
  "chain.facets",
  "source.name",
  "source.facets",
] as const;
export type Fact = (typeof facts)[number];

/** What is on record about a claim, not what it says. An import writes it anew, whatever the file says (rules.md 4). */
export const records = ["state", "approvals", "people", "times", "revision", "assessments"] as const;
export type RecordFact = (typeof records)[number];

/** For people, after "loses ". */
export const factWords: Readonly<Record<Fact | RecordFact, string>> = {
  "article.text": "the articles’ text",
  "article.title": "titles",
  "article.details": "outlet, byline, address, date and language",
  "article.blocks": "headings and paragraphs",
  "claim.id": "the claims’ ids",
  "claim.spans": "where claims stand",
  "claim.statement": "statements",
  "claim.kind": "the kind of claim",
  "claim.provenance": "provenance",
  "claim.parent": "which claim is nested in which",
  "claim.same_claim_as": "which claims say the same",
  "claim.group": "which claims were split from one sentence",
  "claim.hedges": "hedges",
  "claim.flags": "flags",
  "chain.categories": "the chain’s categories",
  "chain.sources": "which source stands behind a link",
  "chain.mentions": "where sources are named",
  "chain.cues": "cues",
  "chain.addressees": "addressees",
  "chain.facets": "the links’ facets",
  "source.name": "the sources’ names",
  "source.facets": "the sources’ type, affiliation and role",
  state: "states",
  approvals: "who approved",
  people: "who wrote",
  times: "times",
  revision: "revisions",
  assessments: "assessments",
};
