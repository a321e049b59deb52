import type { Link } from "#core/attribution/claim.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { contains, overlaps } from "#core/text/spans.ts";

/** What a stretch of a passage is to the claim; several may hold at once. */
export type Mark = "claim" | "mention" | "cue" | "addressee" | "hedge";
export type MarkedRun = { readonly text: string; readonly start: number; readonly marks: readonly Mark[] };

type Marked = {
  readonly spans: readonly Span[];
  readonly chain: readonly Link[];
  readonly hedges: readonly { readonly span: Span }[];
};

/** Every span of a claim with what it is; the claim's own first. */
export function marksOf({ spans, chain, hedges }: Marked): readonly { mark: Mark; span: Span }[] {
  return [
    ...spans.map((span) => ({ mark: "claim" as const, span })),
    ...chain.flatMap((hop) => [
      ...hop.mention.map((span) => ({ mark: "mention" as const, span })),
      ...hop.cue.map((span) => ({ mark: "cue" as const, span })),
      ...hop.addressee.map((span) => ({ mark: "addressee" as const, span })),
    ]),
    ...hedges.map(({ span }) => ({ mark: "hedge" as const, span })),
  ];
}

/** One part of a passage cut at every edge of a mark; the runs' texts joined are the part's text. */
export function markedRuns(
  part: { readonly start: number; readonly end: number; readonly text: string },
  marks: readonly { readonly mark: Mark; readonly span: Span }[],
): readonly MarkedRun[] {
  const here = marks.filter(({ span }) => overlaps(span, part));
  const edges = here.flatMap(({ span }) => [span.start, span.end]);
  const cuts = [...new Set([part.start, ...edges.filter((edge) => edge > part.start && edge < part.end)])];
  const starts = cuts.toSorted((one, other) => one - other);
  const index = new CodePointIndex(part.text);
  return starts.map((start, at) => {
    const run = { start, end: starts[at + 1] ?? part.end };
    const kinds = here.filter(({ span }) => contains(span, run)).map(({ mark }) => mark);
    const text = index.slice({ start: run.start - part.start, end: run.end - part.start });
    return { text, start, marks: [...new Set(kinds)] };
  });
}
