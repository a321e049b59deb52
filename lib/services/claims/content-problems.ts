import type { Chain } from "#core/attribution/chain.ts";
import type { ProblemContext } from "#core/attribution/chain-problems.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import { claimProblems } from "#core/attribution/claim-problems.ts";
import { type ClaimProblem, problemMessage } from "#core/attribution/problems.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { spanProblems } from "#core/text/spans.ts";
import { type ClaimPlace, sourcesFor, versionText } from "#lib/db/claim-places.ts";
import type { Failure, FieldError } from "../failure.ts";
import type { Inside } from "../workspace.ts";
import { type ContentInput, linkForm } from "./content.ts";

/** What is to be checked, and how the body named it. */
export type Proposed = {
  readonly place: ClaimPlace;
  readonly versionId: string;
  readonly claimId: string | null;
  readonly content: ClaimContent;
  readonly before: ClaimContent | null;
  /** What the claim has now: the text was asked about its marks already. */
  readonly stored: ClaimContent | null;
  readonly parent: ProblemContext["parent"];
  readonly input: ContentInput;
};

/** Everything that forbids saving this content, in plain words, each pointing at its place in the body. */
export async function checkContent(
  { tx, permit }: Pick<Inside, "tx" | "permit">,
  proposed: Proposed,
): Promise<Result<true, Failure>> {
  const { place, content, versionId } = proposed;
  const sources = await sourcesFor(
    tx,
    permit,
    place.articleId,
    content.chain.flatMap((hop) => hop.sources),
  );
  // Saving a word of a statement does not read a whole article.
  const hasNewMarks = newMarks(proposed).length > 0;
  const text = new CodePointIndex(hasNewMarks ? await versionText(tx, permit, versionId) : "");
  const textLength = place.versions.find(({ id }) => id === versionId)?.length ?? 0;
  const errors = contentErrors(proposed, { sources, text, textLength });
  return errors.length === 0 ? ok(true) : fail({ kind: "invalid", errors });
}

/** As `checkContent`, of what is at hand already: many claims of one text are asked about together. */
export function contentErrors(
  proposed: Omit<Proposed, "place" | "versionId"> & {
    readonly place: Pick<ClaimPlace, "codebook" | "switchedOff">;
  },
  known: Pick<ProblemContext, "sources" | "textLength"> & { readonly text: CodePointIndex },
): FieldError[] {
  const { place, content, input } = proposed;
  const problems = claimProblems(place.codebook, content, {
    parent: proposed.parent,
    claimId: proposed.claimId,
    before: proposed.before,
    sources: known.sources,
    textLength: known.textLength,
    switchedOff: new Set(place.switchedOff),
  }).filter((problem) => problem.severity === "error");
  return [
    ...problems.map((problem) => ({
      pointer: pointerTo(problem, input),
      message: problemMessage(problem, place.codebook),
    })),
    ...textProblems(known.text, newMarks(proposed)),
  ];
}

type Marked = { readonly pointer: string; readonly spans: readonly (Span & { readonly exact?: string })[] };

function newMarks({ input, content, stored, parent }: Omit<Proposed, "place" | "versionId">): Marked[] {
  const known = new Set(stored ? marksOf(stored).map(keyOf) : []);
  const kept = keptSpans(input, content, parent?.wholeChain ?? []);
  return [
    ...writtenSpans(input),
    ...kept.filter(({ spans }) => !spans.every((span) => known.has(keyOf(span)))),
  ];
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

const marksOf = ({ spans, chain }: ClaimContent): readonly Span[] => [
  ...spans,
  ...chain.flatMap(({ mention, cue, addressee }) => [...mention, ...cue, ...addressee]),
];

/** What only the text can tell: a character cut in two, words other than the sender saw. */
function textProblems(index: CodePointIndex, marked: readonly Marked[]): FieldError[] {
  return marked.flatMap(({ pointer, spans }) => {
    const faults = spanProblems(spans, index);
    const cut = faults.filter(({ kind }) => kind === "cuts_grapheme");
    const misplaced = new Set(
      faults
        .filter(({ kind }) => kind === "out_of_bounds" || kind === "empty")
        .map(({ fragment }) => fragment),
    );
    return [
      ...cut.map(({ fragment }) => ({
        pointer: `${pointer}/${fragment}`,
        message: "It cuts a character in two. Move its edge to where the character begins or ends.",
      })),
      ...spans.flatMap((span, at) =>
        span.exact === undefined || misplaced.has(at) || index.slice(span) === span.exact
          ? []
          : [{ pointer: `${pointer}/${at}/exact`, message: "The text there is not these words." }],
      ),
    ];
  });
}

function writtenSpans(input: ContentInput): Marked[] {
  const name = input.chain ? "chain" : "ownChain";
  const links = input.chain ?? input.ownChain ?? [];
  const marked: Marked[] = [
    { pointer: "/spans", spans: input.spans ?? [] },
    ...(["mention", "cue", "addressee"] as const).flatMap((field) =>
      links.map((hop, at) => ({ pointer: `/${name}/${at}/${field}`, spans: hop[field] })),
    ),
    ...(input.hedges ?? []).map((hedge, at) => ({ pointer: `/hedges/${at}/span`, spans: [hedge.span] })),
  ];
  return marked.filter(({ spans }) => spans.length > 0);
}

/** Content that comes from elsewhere than the body, as when an earlier revision is brought back. */
function keptSpans(input: ContentInput, content: ClaimContent, inherited: Chain): Marked[] {
  const isLinked = input.chain !== undefined || input.ownChain !== undefined;
  return [
    { pointer: "/spans", spans: input.spans ? [] : content.spans },
    ...(isLinked ? [] : content.chain).flatMap((hop, at) => [
      { pointer: `/chain/${inherited.length + at}/mention`, spans: hop.mention },
      { pointer: `/chain/${inherited.length + at}/cue`, spans: hop.cue },
      { pointer: `/chain/${inherited.length + at}/addressee`, spans: hop.addressee },
    ]),
  ];
}

const linkFields: Readonly<Partial<Record<ClaimProblem["kind"], string>>> = {
  unknown_category: "/category",
  retired_category: "/category",
  switched_off_category: "/category",
  own_voice_link: "/category",
  missing_source: "/sources",
  unknown_source: "/sources",
  repeated_source: "/sources",
  basis_missing: "/basis",
  basis_without_carrying: "/basis",
};

const claimFields: Readonly<Partial<Record<ClaimProblem["kind"], string>>> = {
  no_spans: "/spans",
  unknown_parent: "/parentId",
  nested_in_itself: "/parentId",
  bad_flag: "/flags",
  no_own_link: "/ownChain",
};

function pointerTo(problem: ClaimProblem, input: ContentInput): string {
  if (problem.kind === "outside_parent") return `/spans/${problem.span}`;
  if ("link" in problem && problem.link !== null) return linkPointer(problem, input);
  if (problem.kind === "bad_span") {
    return problem.field === "hedges" ? `/hedges/${problem.span}/span` : `/spans/${problem.span}`;
  }
  return claimFields[problem.kind] ?? "/provenance";
}

function linkPointer(problem: ClaimProblem & { link: number; order: number }, input: ContentInput): string {
  const form = linkForm(input);
  if (form === "provenance") return "/provenance";
  const at = form === "chain" ? problem.order - 1 : problem.link;
  const field =
    problem.kind === "bad_span" ? `/${problem.field}/${problem.span}` : (linkFields[problem.kind] ?? "");
  return `/${form}/${at}${field}`;
}
