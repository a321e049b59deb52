import { type Codebook, categoryOf } from "../provenance/codebook.ts";

/** An `error` keeps a claim from being saved; a `warning` is shown beside it. */
export type Severity = "error" | "warning";

/** Where a list of spans is: of the claim itself, of a hedge, or of one of a link's three lists. */
export type SpanField = "spans" | "hedges" | "mention" | "cue" | "addressee";

/** What is wrong with a span. */
export type SpanFault = "not_an_offset" | "empty" | "outside_text" | "overlapping" | "out_of_order";

/** Where in a chain: `link` is the 0-based index among the claim's own links, `order` 1-based in the whole chain. */
type AtLink = { readonly link: number; readonly order: number };

/** At a link, or (null) at the claim's stored provenance or its own spans. */
type AtLinkOrClaim = AtLink | { readonly link: null; readonly order: null };

/** A problem of one link, or of the chain as a whole. */
export type ChainProblem = { readonly severity: Severity } & (
  | ({ readonly kind: "unknown_category"; readonly category: string } & AtLinkOrClaim)
  | ({ readonly kind: "retired_category"; readonly category: string } & AtLinkOrClaim)
  | ({ readonly kind: "switched_off_category"; readonly category: string } & AtLinkOrClaim)
  | ({ readonly kind: "own_voice_link"; readonly category: string } & AtLink)
  | ({ readonly kind: "missing_source"; readonly category: string } & AtLink)
  | ({ readonly kind: "unexpected_source"; readonly category: string } & AtLink)
  | ({ readonly kind: "unknown_source"; readonly source: string } & AtLink)
  | ({ readonly kind: "repeated_source"; readonly source: string } & AtLink)
  | ({ readonly kind: "circular_source"; readonly source: string; readonly earlierOrder: number } & AtLink)
  | ({ readonly kind: "named_but_anonymous"; readonly source: string; readonly category: string } & AtLink)
  | ({ readonly kind: "unnamed_but_named_statement"; readonly source: string } & AtLink)
  | ({ readonly kind: "basis_missing" } & AtLink)
  | ({ readonly kind: "basis_without_carrying" } & AtLink)
  | ({ readonly kind: "carried_over_with_cue" } & AtLink)
  | ({ readonly kind: "nothing_to_carry_over" } & AtLink)
  | ({ readonly kind: "nothing_marked" } & AtLink)
  | ({
      readonly kind: "bad_span";
      readonly field: SpanField;
      readonly span: number;
      readonly fault: SpanFault;
    } & AtLinkOrClaim)
);

/** A problem of the claim, its chain included. */
export type ClaimProblem =
  | ChainProblem
  | ({ readonly severity: Severity } & (
      | { readonly kind: "no_spans" }
      | { readonly kind: "no_statement" }
      | { readonly kind: "missing_chain"; readonly provenance: string }
      | { readonly kind: "provenance_disagrees"; readonly stored: string; readonly expected: string }
      | { readonly kind: "unknown_parent"; readonly parentId: string }
      | { readonly kind: "nested_in_itself"; readonly parentId: string }
      | { readonly kind: "no_own_link" }
      | { readonly kind: "outside_parent"; readonly span: number }
      | { readonly kind: "bad_flag"; readonly flag: string }
    ));

/** The closed list of what can be wrong; the table of messages below has one for each. */
export type ProblemKind = ClaimProblem["kind"];

/** True when a claim with these problems may not be saved. */
export function blocksSaving(problems: readonly ClaimProblem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** A problem in plain words: what is the matter, then what to do. One or two sentences, categories by their label. */
export function problemMessage(problem: ClaimProblem, codebook: Codebook): string {
  const message: (problem: never, label: (id: string) => string) => string = messages[problem.kind];
  // The table pairs each kind with a function of that kind's problem; indexing by a union loses the pairing.
  return message(problem as never, (id) => `“${categoryOf(codebook, id)?.label ?? id}”`);
}

/** The problem of one kind, with that kind's own facts. */
type Of<K extends ProblemKind> = Extract<ClaimProblem, { kind: K }>;

/** Plain words, no blame: what is the matter, then what to do. The types hold the table complete. */
const messages: { readonly [K in ProblemKind]: (problem: Of<K>, label: (id: string) => string) => string } = {
  unknown_category: (p, label) =>
    `${at(p)}The codebook has no category ${label(p.category)}. Choose another.`,
  retired_category: (p, label) => `${at(p)}${label(p.category)} is retired. Choose another for new work.`,
  switched_off_category: (p, label) =>
    `${at(p)}${label(p.category)} is switched off in this project. Choose another.`,
  own_voice_link: (p, label) =>
    `${at(p)}${label(p.category)} is the article's own voice and cannot be a link. Remove the link or choose another category.`,
  missing_source: (p, label) => `${at(p)}${label(p.category)} needs a source. Pick or create one.`,
  unexpected_source: (p, label) =>
    `${at(p)}${label(p.category)} means that nobody vouches, yet a source is given. Remove it or choose another category.`,
  unknown_source: (p) => `${at(p)}The source is not in the registry. Pick or create one.`,
  repeated_source: (p) => `${at(p)}The same source stands there twice. Remove one.`,
  circular_source: (p) =>
    `${at(p)}The source already speaks at link ${p.earlierOrder}. Check that the chain does not run in a circle.`,
  named_but_anonymous: (p, label) =>
    `${at(p)}${label(p.category)} is for unnamed sources, but the registry names this one. Check which is right.`,
  unnamed_but_named_statement: (p) =>
    `${at(p)}A named person's statement rests on a source without a name. Check which is right.`,
  basis_missing: (p) => `${at(p)}It is carried over, but not said on what basis. Choose the basis.`,
  basis_without_carrying: (p) =>
    `${at(p)}A basis for carrying over is given, but the attribution is explicit. Remove one of the two.`,
  carried_over_with_cue: (p) =>
    `${at(p)}It is carried over, yet attributing words are marked. If they stand here, it is explicit.`,
  nothing_to_carry_over: (p) =>
    `${at(p)}It is carried over, but nothing else in the article is attributed to this source. Mark that first.`,
  nothing_marked: (p) => `${at(p)}Neither the source's mention nor the attributing words are marked.`,
  bad_span: (p) => `${at(p)}${capital(fieldNames[p.field])}, part ${p.span + 1}: ${faultNames[p.fault]}.`,
  no_spans: () => "No words are marked. Select the words of the claim.",
  no_statement: () => "The statement is empty. Say in one plain sentence what is claimed.",
  missing_chain: (p, label) =>
    `${label(p.provenance)} needs a chain. Add the link by which the article got the claim.`,
  provenance_disagrees: (p, label) =>
    `The provenance is ${label(p.stored)}, but link 1 is ${label(p.expected)}. They must agree.`,
  unknown_parent: () => "The claim it is nested in does not exist here. Choose another or none.",
  nested_in_itself: () => "A claim cannot be nested in itself or in a claim below it. Choose another.",
  no_own_link: () => "A nested claim needs at least one link of its own below its parent's.",
  outside_parent: (p) => `Part ${p.span + 1} of the claim lies outside the claim it is nested in.`,
  bad_flag: (p) => `“${p.flag}” is no flag: use lower-case letters, digits and underscores.`,
};

const fieldNames: Readonly<Record<SpanField, string>> = {
  spans: "the claim's words",
  hedges: "hedges",
  mention: "the source's mention",
  cue: "the attributing words",
  addressee: "the addressee",
};

const faultNames: Readonly<Record<SpanFault, string>> = {
  not_an_offset: "start and end must be whole numbers from 0",
  empty: "it ends before it has begun",
  outside_text: "it reaches beyond the end of the text",
  overlapping: "it overlaps the part before",
  out_of_order: "it stands before the part that precedes it in the list",
};

/** Links are counted from 1 and through the whole chain, as the screen shows them. */
function at(problem: AtLinkOrClaim): string {
  return problem.order === null ? "" : `Link ${problem.order}: `;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
