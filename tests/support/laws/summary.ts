import type { ImportedClaim, ImportedDataset } from "#core/import/dataset.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";

/**
 * What a dataset's claims come to, a line each: their words, then each link as `< category: source / cue / addressee`.
 * A label in brackets is one that waits to be mapped.
 */
export function summaryOf(read: ImportedDataset): readonly string[] {
  const texts = new Map(read.articles.map(({ key, text }) => [key, new CodePointIndex(text ?? "")]));
  return read.claims.map((claim) => {
    const index = texts.get(claim.article);
    if (!index) throw new Error(`no article ${claim.article}`);
    const own = claim.chain.length === 0 ? [` = ${claim.provenance ?? `(${claim.label})`}`] : [];
    return [words(index, claim.spans), ...own, ...claim.chain.map((link) => linkOf(index, link))].join("");
  });
}

function linkOf(index: CodePointIndex, link: ImportedClaim["chain"][number]): string {
  const parts = [link.mention, link.cue, link.addressee].map((spans) => words(index, spans) || "–");
  const [mention, cue, addressee] = parts;
  return ` < ${link.category ?? `(${link.label})`}: ${mention} / ${cue}${addressee === "–" ? "" : ` / ${addressee}`}`;
}

function words(index: CodePointIndex, spans: readonly Span[]): string {
  return spans.map((span) => index.slice(span)).join(" … ");
}

/** What went wrong, a line each: where, what, and how badly. */
export function problemsOf(read: ImportedDataset): readonly string[] {
  return read.problems.map(({ line, at, code, severity }) =>
    [line === null ? "" : `${line}:`, at ?? "", ` ${code} (${severity})`].join("").trim(),
  );
}
