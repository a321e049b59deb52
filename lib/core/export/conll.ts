import type { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import { tokensOf } from "../text/tokens.ts";
import { lastAtOrBelow } from "../text/typed-array.ts";
import type { ExportedDocument, FileWriter } from "./document.ts";
import { type Mark, type MarkedClaim, markedDocument } from "./marks.ts";

/**
 * Columns for training, tab-separated: a token, its offsets in code points, and for each layer two in IOB2, what it is
 * part of and the category. A mark goes to the first layer where nothing overlaps it, longer ones first, so layer 1
 * holds the outermost claims. Only IOB2's `B` opens a mark: a further fragment, or what goes on in the next sentence,
 * opens with `+` after its name. A blank line ends a sentence.
 */
export const conll: FileWriter = {
  open: () => "",
  write: (_header, document) => (document.index === null ? "" : columnsOf(document, document.index)),
  close: () => "",
};

/**
 * What CofeNet trains on (Wang and others, COLING 2022): a sentence a line with its tokens and one label each, `source`,
 * `cue` or `content`. Of what overlaps, the outermost claim and what attributes it are told.
 */
export const cofenet: FileWriter = {
  open: () => "",
  write: (_header, document) => (document.index === null ? "" : linesOf(document, document.index)),
  close: () => "",
};

/** A mark with what its two columns call it. */
type Layered = { readonly name: string; readonly category: string; readonly spans: readonly Span[] };

/** Tokens one after the other, with those that open a sentence. */
type Tokens = {
  readonly spans: readonly Span[];
  readonly opens: ReadonlySet<number>;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

/** What stands at each token of a layer, by its place: a mark, whether it opens here, and whether it opened before. */
type Layer = Map<number, { readonly mark: Layered; readonly isOpening: boolean; readonly isMore: boolean }>;

function columnsOf(document: ExportedDocument, index: CodePointIndex): string {
  const tokens = flat(tokensOf(index));
  const layers = layersOf(layered(markedDocument(document).claims), tokens);
  const columns = layers.flatMap((_, at) => [`layer${at + 1}`, `category${at + 1}`]);
  const head = [
    `# doc_id = ${document.article.id}`,
    `# sha256 = ${document.article.version.sha256}`,
    `# columns = ${["token", "start", "end", ...columns].join(" ")}`,
  ];
  const rows = tokens.spans.map((span, at) => {
    const tags = layers.flatMap((layer) => [
      tagAt(layer, at, ({ name }) => name),
      tagAt(layer, at, ({ category }) => category),
    ]);
    const gap = at > 0 && tokens.opens.has(at) ? "\n" : "";
    return `${gap}${[index.slice(span), span.start, span.end, ...tags].join("\t")}\n`;
  });
  return `${head.join("\n")}\n${rows.join("")}\n`;
}

function flat(sentences: readonly (readonly Span[])[]): Tokens {
  const opens = new Set<number>();
  let count = 0;
  for (const { length } of sentences) {
    opens.add(count);
    count += length;
  }
  const spans = sentences.flat();
  const [starts, ends] = [spans.map(({ start }) => start), spans.map(({ end }) => end)];
  return { spans, opens, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function tagAt(layer: Layer, at: number, told: (mark: Layered) => string): string {
  const here = layer.get(at);
  if (!here) return "O";
  return `${here.isOpening ? "B" : "I"}-${told(here.mark)}${here.isMore ? "+" : ""}`;
}

/** Claims with their provenance; sources, cues and addressees with the category of the first link they serve. */
function layered(claims: readonly MarkedClaim[]): readonly Layered[] {
  const found = new Map<Mark, Layered>();
  for (const { claim, mark, links } of claims) {
    found.set(mark, { name: "claim", category: claim.provenance, spans: mark.spans });
    for (const { hop, mention, cue, addressee } of links) {
      for (const [name, part] of [
        ["source", mention],
        ["cue", cue],
        ["addressee", addressee],
      ] as const) {
        if (part && !found.has(part)) found.set(part, { name, category: hop.category, spans: part.spans });
      }
    }
  }
  return [...found.values()];
}

/** Longer marks first, each in the first layer that is free where it stands. */
function layersOf(marks: readonly Layered[], tokens: Tokens): readonly Layer[] {
  const layers: Layer[] = [];
  for (const mark of marks.toSorted((one, other) => reach(other) - reach(one))) {
    const pieces = mark.spans.map((span) => placesOf(span, tokens));
    let layer = layers.find((one) => pieces.every((places) => places.every((place) => !one.has(place))));
    if (!layer) {
      layer = new Map();
      layers.push(layer);
    }
    lay(layer, mark, pieces, tokens.opens);
  }
  return layers;
}

function reach({ spans }: Layered): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A token that two fragments share belongs to the first. */
function lay(
  layer: Layer,
  mark: Layered,
  pieces: readonly (readonly number[])[],
  opens: ReadonlySet<number>,
) {
  let isMore = false;
  for (const places of pieces) {
    let isOpening = true;
    for (const place of places.filter((one) => !layer.has(one))) {
      if (!isOpening && opens.has(place)) {
        isOpening = true;
        isMore = true;
      }
      layer.set(place, { mark, isOpening, isMore });
      isOpening = false;
    }
    isMore ||= places.length > 0;
  }
}

/** Places of the tokens of which the span holds any part. */
function placesOf(span: Span, { starts, ends }: Tokens): readonly number[] {
  const first = lastAtOrBelow(ends, span.start) + 1;
  const last = lastAtOrBelow(starts, span.end - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

function linesOf(document: ExportedDocument, index: CodePointIndex): string {
  const sentences = tokensOf(index).filter(({ length }) => length > 0);
  const tokens = flat(sentences);
  const told = outermost(markedDocument(document).claims, tokens);
  let first = 0;
  const lines = sentences.map((sentence) => {
    const labels = sentence.map((_, at) => tagAt(told, first + at, ({ name }) => name).replace("+", ""));
    first += sentence.length;
    return `${JSON.stringify({ tokens: sentence.map((span) => index.slice(span)), labels })}\n`;
  });
  return lines.join("");
}

/** One layer of attributed claims, longest first, and of the sources and cues of those that found room. */
function outermost(claims: readonly MarkedClaim[], tokens: Tokens): Layer {
  const layer: Layer = new Map();
  const attributed = claims.filter(({ links }) => links.length > 0);
  const put = (name: string, spans: readonly Span[]): boolean => {
    const pieces = spans.map((span) => placesOf(span, tokens));
    const isFree = pieces.every((places) => places.every((place) => !layer.has(place)));
    if (isFree) lay(layer, { name, category: "", spans }, pieces, tokens.opens);
    return isFree;
  };
  const length = ({ mark }: MarkedClaim) => reach({ name: "", category: "", spans: mark.spans });
  const told = attributed
    .toSorted((one, other) => length(other) - length(one))
    .filter(({ mark }) => put("content", mark.spans));
  for (const { mention, cue } of told.flatMap(({ links }) => links)) {
    if (mention) put("source", mention.spans);
    if (cue) put("cue", cue.spans);
  }
  return layer;
}
