import { familyOf } from "../provenance/codebook.ts";
import { type Block, blocksOfPlainText } from "../text/blocks.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import type { ExportedArticle, ExportedClaim, ExportHeader } from "./dataset.ts";
import { type Html, html } from "./html.ts";

/** A claim as a report counts it: from 1, in the order of the text. */
export type NumberedClaim = { readonly claim: ExportedClaim; readonly number: number };

type Fragment = NumberedClaim & { readonly start: number; readonly end: number; readonly isFirst: boolean };

/**
 * The text in its blocks, every claim marked where it stands: nested claims within those they are nested in, so that
 * each keeps its own line. A claim's number stands at the start of its first fragment and leads to what is said of it.
 */
export function reportText(
  header: ExportHeader,
  article: ExportedArticle,
  index: CodePointIndex,
  claims: readonly NumberedClaim[],
): readonly Html[] {
  const { blocks } = article.version;
  const fragments = claims.flatMap(({ claim, number }) =>
    claim.spans.map(({ start, end }, place) => ({ claim, number, start, end, isFirst: place === 0 })),
  );
  return (blocks.length > 0 ? blocks : blocksOfPlainText(index.text)).map((block) => {
    const inside = fragments.filter(({ start, end }) => start < block.end && end > block.start);
    return blockHtml(block, segments(header, article.id, index, block, inside));
  });
}

function blockHtml({ kind }: Block, content: readonly Html[]): Html {
  switch (kind) {
    case "heading":
      return html`<h3>${content}</h3>\n`;
    case "list_item":
      return html`<li>${content}</li>\n`;
    case "quote":
      return html`<blockquote>${content}</blockquote>\n`;
    case "preformatted":
      return html`<pre>${content}</pre>\n`;
    case "paragraph":
      return html`<p>${content}</p>\n`;
  }
}

/** The pieces between one edge of a claim and the next, each inside the marks of all claims that stand there. */
function segments(
  header: ExportHeader,
  article: string,
  index: CodePointIndex,
  block: Block,
  fragments: readonly Fragment[],
): readonly Html[] {
  const edges = fragments.flatMap(({ start, end }) => [
    Math.max(start, block.start),
    Math.min(end, block.end),
  ]);
  const cuts = [...new Set([block.start, ...edges, block.end])].sort((one, other) => one - other);
  let before = block.start;
  return cuts.slice(1).map((end) => {
    const start = before;
    before = end;
    const here = fragments
      .filter((fragment) => fragment.start <= start && fragment.end >= end)
      .sort(outerFirst);
    const words = html`${index.slice({ start, end })}`;
    return here.toReversed().reduce((inner, fragment) => {
      const isHere = fragment.isFirst && fragment.start === start;
      return html`${isHere ? numberLink(article, fragment.number) : null}${mark(header, fragment.claim, inner)}`;
    }, words);
  });
}

function numberLink(article: string, number: number): Html {
  return html`<a class="number" href="#${anchor(article, number)}">${number}</a>`;
}

/** The longer of two holds the other; of two alike, the one that is not nested in it. */
function outerFirst(one: Fragment, other: Fragment): number {
  return (
    other.end - other.start - (one.end - one.start) ||
    one.claim.depth - other.claim.depth ||
    one.number - other.number
  );
}

function mark(header: ExportHeader, claim: ExportedClaim, inner: Html): Html {
  const family = familyOf(header.codebook, claim.provenance)?.id ?? "unclear";
  const carried = claim.chain[0]?.explicit === false ? " carried" : "";
  return html`<span class="mark ${family}${carried}">${inner}</span>`;
}

/** Where a claim is told of, within the page. */
export function anchor(article: string, number: number): string {
  return `${article}-claim-${number}`;
}
