import type { ClaimContent, Link } from "#core/attribution/claim.ts";
import { claimContent, link } from "#core/attribution/link.ts";
import type { ClaimFlag, ClaimKind, HedgeType } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import { at } from "./at.ts";
import type { AccountKey, SampleAssessment, SampleClaim, SampleComment, SampleStep } from "./shape.ts";
import type { SourceKey } from "./sources.ts";

/** Words of the text, each entry one fragment (`at`). */
type Words = string | readonly string[];

type Places = { readonly mention?: Words; readonly cue?: Words; readonly addressee?: Words };
type Facets = Partial<Omit<Link, "category" | "sources" | keyof Places>>;
type LinkDraft = Facets & Places & { readonly category: string; readonly sources: readonly SourceKey[] };

type ContentDraft = {
  readonly words: Words;
  readonly statement?: string;
  readonly kind?: ClaimKind;
  readonly parent?: string;
  /** Only without a chain. */
  readonly provenance?: string;
  readonly chain?: readonly LinkDraft[];
  readonly hedges?: readonly (readonly [HedgeType, string])[];
  readonly flags?: readonly ClaimFlag[];
};

type StepDraft =
  | Exclude<SampleStep, { type: "revise" }>
  | { readonly type: "revise"; readonly by: AccountKey; readonly changes: Partial<ContentDraft> };

export type ClaimDraft = ContentDraft & {
  readonly key: string;
  readonly by: AccountKey;
  readonly sameAs?: string;
  readonly group?: string;
  /** `draft`, or what followed its author's submitting it. */
  readonly after: "draft" | readonly StepDraft[];
  readonly assessments?: readonly SampleAssessment[];
  readonly comments?: readonly SampleComment[];
};

/** A link in the order a reader meets it: what kind, who, where the text says so. */
export function via(
  category: string,
  sources: SourceKey | readonly SourceKey[],
  places: Places & Facets = {},
): LinkDraft {
  return { category, sources: typeof sources === "string" ? [sources] : sources, ...places };
}

/** Nothing has followed the submitting. */
export const submitted: readonly StepDraft[] = [];

export const approved: readonly StepDraft[] = [approval()];

export function approval(comment = ""): StepDraft {
  return { type: "approve", by: "reviewer", comment };
}

export function refusal(type: "reject" | "request_changes", reason: string, comment: string): StepDraft {
  return { type, by: "reviewer", reason, comment };
}

export function revision(by: AccountKey, changes: Partial<ContentDraft>): StepDraft {
  return { type: "revise", by, changes };
}

/** An assessment; what is not given was not judged. */
export function judged(by: AccountKey, given: Partial<Omit<SampleAssessment, "by">>): SampleAssessment {
  return { ...nothingJudged, by, ...given };
}

const nothingJudged: Omit<SampleAssessment, "by"> = {
  sourceReliability: null,
  infoCredibility: null,
  attributionFidelity: null,
  verification: null,
  confidence: null,
  rationale: "",
  evidence: [],
};

/** A comment and what was answered, in turn. */
export function remark(
  by: AccountKey,
  body: string,
  ...replies: readonly (readonly [AccountKey, string])[]
): SampleComment {
  return { by, body, replies: replies.map(([author, answer]) => ({ by: author, body: answer })) };
}

/** Claims with their quotes found in the text; throws at the first that is not there. */
export function mark(text: string, drafts: readonly ClaimDraft[]): readonly SampleClaim[] {
  const done = new Map<string, SampleClaim>();
  for (const draft of drafts) done.set(draft.key, markOne(text, draft, done));
  return [...done.values()];
}

function markOne(text: string, draft: ClaimDraft, done: ReadonlyMap<string, SampleClaim>): SampleClaim {
  const contentOf = (given: ContentDraft): ClaimContent => content(text, given, done);
  return {
    key: draft.key,
    createdBy: draft.by,
    content: contentOf(draft),
    sameClaimAs: draft.sameAs ?? null,
    group: draft.group ?? null,
    steps: draft.after === "draft" ? [] : steps(draft, draft.after, contentOf),
    assessments: draft.assessments ?? [],
    comments: draft.comments ?? [],
  };
}

/** A revision is written as what changes, and stored whole. */
function steps(
  draft: ClaimDraft,
  later: readonly StepDraft[],
  contentOf: (given: ContentDraft) => ClaimContent,
): readonly SampleStep[] {
  let current: ContentDraft = draft;
  const told = later.map((step): SampleStep => {
    if (step.type !== "revise") return step;
    current = { ...current, ...step.changes };
    return { type: "revise", by: step.by, content: contentOf(current) };
  });
  return [{ type: "submit", by: draft.by }, ...told];
}

function content(text: string, draft: ContentDraft, done: ReadonlyMap<string, SampleClaim>): ClaimContent {
  const parent = draft.parent === undefined ? null : done.get(draft.parent);
  if (parent === undefined) throw new Error(`no claim “${draft.parent}” stands before its children`);
  const provenance = parent?.content.provenance ?? draft.chain?.[0]?.category ?? draft.provenance;
  return claimContent({
    spans: places(text, draft.words),
    statement: draft.statement ?? "",
    kind: draft.kind ?? null,
    parentId: parent?.key ?? null,
    chain: (draft.chain ?? []).map((hop) => linkOf(text, hop)),
    hedges: (draft.hedges ?? []).map(([type, words]) => ({ type, span: at(text, words) })),
    flags: draft.flags ?? [],
    ...(provenance === undefined ? {} : { provenance }),
  });
}

function linkOf(text: string, { mention = [], cue = [], addressee = [], ...rest }: LinkDraft): Link {
  return link({
    ...rest,
    mention: places(text, mention),
    cue: places(text, cue),
    addressee: places(text, addressee),
  });
}

function places(text: string, words: Words): readonly Span[] {
  return (typeof words === "string" ? [words] : words).map((quote) => at(text, quote));
}
