import { type Chain, wholeChain } from "#core/attribution/chain.ts";
import type { ProblemContext } from "#core/attribution/chain-problems.ts";
import { needsSource } from "#core/attribution/chain-problems.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { ImportedClaim, ImportedLink } from "#core/import/dataset.ts";
import { type Codebook, isOwnVoice, isUnclear } from "#core/provenance/codebook.ts";
import type { Identification } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import { claimCreate } from "#lib/contracts/claims.ts";
import { newId } from "#lib/platform/ids.ts";
import { contentInput, contentOf } from "../claims/content.ts";
import { contentErrors } from "../claims/content-problems.ts";
import type { PlacedArticle } from "./place-articles.ts";
import { isId } from "./place-articles.ts";
import type { SourceBook } from "./place-sources.ts";
import type { Problems } from "./problems.ts";
import { chosenFor, openLabel, ownLinks } from "./survey.ts";

/** A claim as it would be stored. */
export type PlacedClaim = {
  readonly key: string;
  readonly id: string;
  readonly content: ClaimContent;
  readonly wholeChain: Chain;
  /** Keys of claims of the file; resolved once all of an article are placed. */
  readonly sameClaimAs: string | null;
  readonly group: string | null;
  /** Set where it stands there already. */
  readonly isAlready: boolean;
};

/** A claim others may be nested in. */
export type Standing = Pick<PlacedClaim, "id" | "wholeChain"> & {
  readonly spans: readonly Span[];
  readonly ancestorIds: readonly string[];
};

/** What claims are placed with. */
export type Placing = {
  readonly codebook: Codebook;
  readonly switchedOff: readonly string[];
  readonly labels: Readonly<Record<string, string | null>>;
  readonly sources: SourceBook;
  readonly problems: Problems;
  readonly takenIds: Set<string>;
};

/** One claim's content as everything else is checked, or null with the reason among the problems. */
export function placeClaim(
  placing: Placing,
  article: PlacedArticle,
  claim: ImportedClaim,
  parent: Standing | null,
): { content: ClaimContent; whole: Chain } | null {
  const { codebook, switchedOff, problems } = placing;
  const differing = claim.spans.findIndex((span, at) => differs(article, span, claim.exact[at] ?? null));
  if (differing !== -1) {
    problems.row(claim.place, "text-differs", "The text at these offsets is not the words the file quotes.");
    return null;
  }
  const written = bodyOf(placing, article, claim, parent);
  if (written === null) return null;
  const parsed = claimCreate.safeParse(written.body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    problems.row(claim.place, "not-valid", `${issue?.path.join("/")}: ${issue?.message}`);
    return null;
  }
  const input = contentInput(parsed.data);
  const content = contentOf(input, null, parent?.wholeChain ?? [], codebook);
  if (!content.ok) return null;
  const context: NonNullable<ProblemContext["parent"]> | null = parent;
  const errors = contentErrors(
    {
      place: { codebook, switchedOff },
      claimId: null,
      content: content.value,
      before: null,
      stored: null,
      parent: context,
      input,
    },
    { sources: written.sources, text: article.text, textLength: article.text.length },
  );
  for (const { pointer, message } of errors) problems.row(claim.place, codeOf(pointer), message);
  if (errors.length > 0) return null;
  return { content: content.value, whole: wholeChain(parent?.wholeChain ?? [], content.value.chain) };
}

const codeOf = (pointer: string): string => (/^\/spans/u.test(pointer) ? "bad-span" : "bad-claim");

/** Quoted words are a checksum: white space counts for one space, as some tools fold lines. */
function differs({ text }: PlacedArticle, span: Span, exact: string | null): boolean {
  if (exact === null || !isWithin(span, text.length)) return false;
  const actual = text.slice(span);
  return actual !== exact && folded(actual) !== folded(exact);
}

const folded = (words: string) => words.normalize("NFC").replace(/\s+/gu, " ").trim();
const isWithin = ({ start, end }: Span, length: number) =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;

type Sources = Map<string, { identification: Identification }>;
type Written = { readonly body: object; readonly sources: Sources };

function bodyOf(
  placing: Placing,
  article: PlacedArticle,
  claim: ImportedClaim,
  parent: Standing | null,
): Written | null {
  const sources: Sources = new Map();
  const links = ownLinks(claim);
  const categories =
    links.length === 0
      ? [categoryFor(placing, claim, claim.provenance, claim.label)]
      : links.map(({ category, label }) => categoryFor(placing, claim, category, label));
  // What is left out, or not decided yet, was said once for its label.
  if (categories.some((category) => category === null)) return null;
  const chosen = categories.filter((category) => category !== null);
  const base = {
    versionId: article.versionId,
    spans: claim.spans,
    statement: claim.statement,
    kind: claim.kind,
    parentId: parent?.id ?? null,
    hedges: claim.hedges,
    flags: claim.flags,
  };
  const [first = "unclear"] = chosen;
  const isOwn = isOwnVoice(placing.codebook, first) || isUnclear(placing.codebook, first);
  const [only] = links;
  // A label that was mapped to the article's own voice speaks of no hop.
  if (parent === null && isOwn && (!only || (links.length === 1 && saysNothing(only)))) {
    return { body: { ...base, provenance: first, ownChain: [] }, sources };
  }
  const hops = links.length > 0 ? links : [bare];
  const ownChain = hops.map((hop, at) =>
    linkOf(placing, article, { ...hop, category: chosen[at] ?? "unclear" }, sources),
  );
  return { body: { ...base, ownChain: parent && links.length === 0 ? [] : ownChain }, sources };
}

const saysNothing = ({ sources, mention, cue, category }: ImportedLink) =>
  category === null && sources.length === 0 && mention.length === 0 && cue.length === 0;

const bare: ImportedLink = { category: null, label: null, sources: [], mention: [], cue: [], addressee: [] };

/** The codebook's category for what the file says; null where its label is left out or waits for a choice. */
function categoryFor(
  { codebook, labels }: Placing,
  _claim: ImportedClaim,
  category: string | null,
  label: string | null,
): string | null {
  const open = openLabel(codebook, category, label);
  return open === null ? category : (chosenFor(labels, open) ?? null);
}

function linkOf(
  { sources: book }: Placing,
  article: PlacedArticle,
  { label: _, ...hop }: ImportedLink & { readonly category: string },
  known: Sources,
) {
  const placed = hop.sources.flatMap((key) => book.named(key, article.id) ?? []);
  const found =
    placed.length === 0 && needsSource(hop.category)
      ? [book.mentioned(nameIn(article, hop.mention), article.id)]
      : placed;
  for (const { id, identification } of found) known.set(id, { identification });
  // Several routes of the file may be one source here.
  return { ...hop, sources: [...new Set(found.map(({ id }) => id))] };
}

/** What the text calls the source; the registry asks for a name even where the file says none. */
export function nameIn({ text }: PlacedArticle, mention: readonly Span[]): string {
  const words = mention.filter((span) => isWithin(span, text.length)).map((span) => text.slice(span));
  return words.join(" … ").trim() || UNNAMED;
}

const UNNAMED = "Source not named in the import";

/** The id the file says where it is free here, else a new one. */
export function idFor({ takenIds }: Placing, { id }: ImportedClaim): string {
  const given = isId(id) && !takenIds.has(id) ? id : newId();
  takenIds.add(given);
  return given;
}
