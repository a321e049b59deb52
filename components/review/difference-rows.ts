import type { Hedge } from "#core/attribution/claim.ts";
import { type ContentChange, contentDiff, type LinkChange } from "#core/attribution/difference.ts";
import { chainSentence, chainText } from "#core/attribution/sentence.ts";
import type { Span } from "#core/text/span.ts";
import { facetLabel, facetValue, flagLabel, hedgeLabel, kindLabel, type Means } from "./means.ts";
import { type WordRun, wordDifference } from "./word-difference.ts";

/** One changed field as a reader sees it: what it is called, and the words that went and came. */
export type DifferenceRow = {
  readonly key: string;
  readonly label: string;
  /** Runs of one text where words changed inside it; otherwise all of before, then all of after. */
  readonly runs: readonly WordRun[];
};

type Content = Parameters<typeof contentDiff>[0];

/** What changed between two whole contents (`chain` the whole chain), field by field, in reading order. */
export function differenceRows(before: Content, after: Content, means: Means): readonly DifferenceRow[] {
  const changes = contentDiff(before, after);
  const isChainNew = changes.some(({ field }) => field === "chain");
  const rows = changes
    // A claim's provenance is its first link's category: said once, with the chain.
    .filter(({ field }) => !(field === "provenance" && isChainNew && after.chain.length > 0))
    .flatMap((change) => (change.field === "chain" ? linkRows(change, means) : [fieldRow(change, means)]));
  const chain = isChainNew ? chainRow(before, after, means) : null;
  const reads = chain?.runs.some(({ kind }) => kind !== "same") ? [chain] : [];
  return [...rows.filter(notChain), ...reads, ...rows.filter(ofChain)];
}

const ofChain = ({ key }: DifferenceRow) => key.startsWith("link");
const notChain = (row: DifferenceRow) => !ofChain(row);

function chainRow(before: Content, after: Content, { names }: Means): DifferenceRow {
  const [was, is] = [before, after].map(({ chain }) => chainText(chainSentence(chain, names)));
  return { key: "chain", label: "Chain", runs: wordDifference(was ?? "", is ?? "") };
}

type FieldChange = Exclude<ContentChange, { field: "chain" }>;

function fieldRow(change: FieldChange, means: Means): DifferenceRow {
  switch (change.field) {
    case "statement":
      return row("statement", "Statement", wordDifference(change.before, change.after));
    case "spans":
      return row(
        "spans",
        "Marked words",
        wordDifference(quoted(change.before, means), quoted(change.after, means)),
      );
    case "kind":
      return replaced("kind", "Kind", kindLabel(change.before), kindLabel(change.after));
    case "parentId":
      return replaced("parent", "Nested in", nesting(change.before), nesting(change.after));
    case "provenance":
      return replaced(
        "provenance",
        "Provenance",
        means.names.category(change.before),
        means.names.category(change.after),
      );
    case "hedges":
      return replaced("hedges", "Hedges", hedges(change.before, means), hedges(change.after, means));
    case "flags":
      return replaced("flags", "Flags", flags(change.before), flags(change.after));
  }
}

/** A link that came or went is told by the chain's sentence; one that changed says in what. */
function linkRows({ before, after, indexAfter, facets }: LinkChange, means: Means): readonly DifferenceRow[] {
  const number = (indexAfter ?? 0) + 1;
  if (!before || !after) return [];
  return facets.map((facet) =>
    replaced(
      `link ${number} ${facet}`,
      `Link ${number}: ${facetLabel(facet)}`,
      facetValue(before, facet, means),
      facetValue(after, facet, means),
    ),
  );
}

const quoted = (spans: readonly Span[], { names }: Means) => names.words(spans);
const nesting = (parentId: string | null) => (parentId === null ? "nothing" : "another claim");
const flags = (given: readonly string[]) => given.map(flagLabel).join(", ") || "none";
const hedges = (given: readonly Hedge[], { names }: Means) =>
  given.map(({ type, span }) => `“${names.words([span])}” (${hedgeLabel(type)})`).join(", ") || "none";

const row = (key: string, label: string, runs: readonly WordRun[]): DifferenceRow => ({ key, label, runs });

function replaced(key: string, label: string, before: string, after: string): DifferenceRow {
  return row(key, label, [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
}
