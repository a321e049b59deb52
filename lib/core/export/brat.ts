import {
  acts,
  attributionStatuses,
  bases,
  channels,
  claimKinds,
  cueStances,
  directnesses,
  hedgeTypes,
  polarities,
} from "../provenance/facets.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import { isLineEnd, onOneLine } from "../text/line-ends.ts";
import type { Span } from "../text/span.ts";
import type { ExportHeader } from "./dataset.ts";
import type { FolderWriter } from "./document.ts";
import {
  facetValues,
  fileStem,
  implicitName,
  type MarkedClaim,
  type MarkedDocument,
  type MarkedLink,
  markedDocument,
  sourceRecord,
} from "./marks.ts";

/**
 * brat standoff (https://brat.nlplab.org/standoff.html): a text and its `.ann` for each article, offsets in code points.
 * A link is an event `Attribution`; `NestedIn` says of what link it is the next. Closed values are attributes, so that
 * brat can offer them; what is free stands in notes of our own types (`ClaimId`, `Statement`, `Flags`, `Group`,
 * `Sources`), which brat shows and keeps.
 */
export const brat: FolderWriter = {
  beside: (header) => [
    { name: "annotation.conf", text: annotationConf(header) },
    { name: "visual.conf", text: visualConf },
  ],
  files: (_header, document) => {
    const { index } = document;
    if (index === null) return [];
    const stem = fileStem(document);
    return [
      { name: `${stem}.txt`, text: index.text },
      { name: `${stem}.ann`, text: annotations(index, markedDocument(document)) },
    ];
  },
  whole: {},
};

function annotations(index: CodePointIndex, document: MarkedDocument): string {
  const page = new Page();
  for (const { id, label, spans } of document.marks) page.mark(index, id, label, spans);
  const events = new Map<MarkedLink, number>();
  for (const claim of document.claims) {
    writeClaim(page, claim);
    for (const link of claim.links) events.set(link, writeLink(page, claim, link));
  }
  writeOrder(page, document, events);
  writeSources(page, document, events);
  return page.lines.join("");
}

function writeLink(page: Page, claim: MarkedClaim, link: MarkedLink): number {
  const event = page.event(claim, link);
  page.attribute("Provenance", `E${event}`, link.hop.category);
  for (const [name, value] of facetValues(link.hop)) {
    page.attribute(name, `E${event}`, name === implicitName ? "" : value);
  }
  return event;
}

/** Each link is nested in the one before it, the first of a nested claim in the last of its parent. */
function writeOrder(page: Page, { claims }: MarkedDocument, events: ReadonlyMap<MarkedLink, number>): void {
  const last = new Map(claims.map(({ mark, links }) => [mark.id, links.at(-1)]));
  for (const { links, parent } of claims) {
    for (const [place, link] of links.entries()) {
      const outer = place > 0 ? links[place - 1] : link.order > 1 && parent ? last.get(parent.id) : undefined;
      if (outer) page.relation("NestedIn", `E${events.get(link)}`, `E${events.get(outer)}`);
    }
  }
}

function writeClaim(page: Page, { claim, mark, parent, sameClaimAs, hedges }: MarkedClaim): void {
  const id = `T${mark.id}`;
  if (claim.chain.length === 0) page.attribute("Provenance", id, claim.provenance);
  if (claim.kind !== null) page.attribute("Kind", id, claim.kind);
  if (parent) page.relation("PartOf", id, `T${parent.id}`);
  if (sameClaimAs) page.relation("SameClaimAs", id, `T${sameClaimAs.id}`);
  for (const hedge of hedges) {
    page.attribute("HedgeType", `T${hedge.mark.id}`, hedge.type);
    page.relation("Hedges", `T${hedge.mark.id}`, id);
  }
  page.note("ClaimId", id, claim.id);
  if (claim.statement !== "") page.note("Statement", id, claim.statement);
  if (claim.flags.length > 0) page.note("Flags", id, claim.flags.join(" "));
  if (claim.groupId !== null) page.note("Group", id, claim.groupId);
}

/** A source is told whole where it is first used, by its id after that. */
function writeSources(page: Page, document: MarkedDocument, events: ReadonlyMap<MarkedLink, number>): void {
  const told = new Set<string>();
  const known = new Map(document.sources.map((source) => [source.id, source]));
  for (const [link, event] of events) {
    const records = link.hop.sources.map((id) => {
      const source = told.has(id) ? undefined : known.get(id);
      told.add(id);
      return source ? sourceRecord(source) : { id };
    });
    if (records.length > 0) page.note("Sources", `E${event}`, jsonLine(records));
  }
  const issuers = document.sources.filter(({ id }) => !told.has(id)).map(sourceRecord);
  const [last] = [...events.values()].slice(-1);
  if (last !== undefined && issuers.length > 0) page.note("Issuers", `E${last}`, jsonLine(issuers));
}

/** The lines of one `.ann`, each kind numbered from 1. */
class Page {
  readonly lines: string[] = [];
  #events = 0;
  #relations = 0;
  #attributes = 0;
  #notes = 0;

  /** Fragments are cut at line ends, as brat does; white space that ends a line is none of them. */
  mark(index: CodePointIndex, id: number, label: string, spans: readonly Span[]): void {
    const pieces = spans.flatMap((span) => linesOf(index, span));
    const offsets = pieces.map(({ start, end }) => `${start} ${end}`).join(";");
    const words = pieces.map((piece) => onOneLine(index.slice(piece))).join(" ");
    this.lines.push(`T${id}\t${label} ${offsets}\t${words}\n`);
  }

  /** The number of the event. */
  event(claim: MarkedClaim, { mark, mention, cue, addressee }: MarkedLink): number {
    this.#events += 1;
    const given = [
      mention && `Source:T${mention.id}`,
      cue && `Cue:T${cue.id}`,
      addressee && `Addressee:T${addressee.id}`,
      `Claim:T${claim.mark.id}`,
    ];
    const roles = given.filter((role) => role !== null).join(" ");
    this.lines.push(`E${this.#events}\tAttribution:T${mark.id} ${roles}\n`);
    return this.#events;
  }

  relation(type: string, from: string, to: string): void {
    this.#relations += 1;
    this.lines.push(`R${this.#relations}\t${type} Arg1:${from} Arg2:${to}\n`);
  }

  /** `value` is empty for one that is there or not. */
  attribute(name: string, target: string, value: string): void {
    this.#attributes += 1;
    this.lines.push(`A${this.#attributes}\t${name} ${target}${value === "" ? "" : ` ${value}`}\n`);
  }

  /** Text as it is where it stays one line, else as a JSON string; so is text that looks like one. */
  note(type: string, target: string, text: string): void {
    this.#notes += 1;
    const isPlain = text === onOneLine(text).replaceAll("\t", " ").trim() && !text.startsWith('"');
    this.lines.push(`#${this.#notes}\t${type} ${target}\t${isPlain ? text : jsonLine(text)}\n`);
  }
}

/** JSON escapes LF and its like by itself, but leaves the line ends of Unicode. */
function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The stretches of a span between line ends; the whole where it is nothing else. */
function linesOf(index: CodePointIndex, span: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = span.start;
  let at = span.start;
  for (const character of index.slice(span)) {
    if (isLineEnd(character)) {
      if (at > start) lines.push({ start, end: at });
      start = at + 1;
    }
    at += 1;
  }
  if (at > start) lines.push({ start, end: at });
  return lines.length > 0 ? lines : [span];
}

const facetLists = {
  Act: acts,
  Directness: directnesses,
  CueStance: cueStances,
  Polarity: polarities,
  Basis: bases,
  AttributionStatus: attributionStatuses,
  Channel: channels,
};

/** What brat needs to show and offer the labels; categories are those of the project's codebook. */
function annotationConf({ codebook }: ExportHeader): string {
  const values = (list: readonly string[]) => list.join("|");
  const categories = values(codebook.categories.map(({ id }) => id));
  return [
    "[entities]",
    "Claim",
    "Source",
    "Cue",
    "Addressee",
    "Hedge",
    "",
    "[relations]",
    "NestedIn\tArg1:Attribution, Arg2:Attribution",
    "PartOf\tArg1:Claim, Arg2:Claim",
    "SameClaimAs\tArg1:Claim, Arg2:Claim",
    "Hedges\tArg1:Hedge, Arg2:Claim",
    "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
    "",
    "[events]",
    "Attribution\tSource?:Source, Cue?:Cue, Addressee?:Addressee, Claim:Claim",
    "",
    "[attributes]",
    `Provenance\tArg:Attribution|Claim, Value:${categories}`,
    `Kind\tArg:Claim, Value:${values(claimKinds)}`,
    `HedgeType\tArg:Hedge, Value:${values(hedgeTypes)}`,
    ...Object.entries(facetLists).map(([name, list]) => `${name}\tArg:Attribution, Value:${values(list)}`),
    `${implicitName}\tArg:Attribution`,
    "",
  ].join("\n");
}

const visualConf = [
  "[labels]",
  "Attribution | Attribution | Attr",
  "",
  "[drawing]",
  "SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken",
  "Claim\tbgColor:#fff2b3",
  "Source\tbgColor:#cfe3ff",
  "Cue\tbgColor:#d9f2d9",
  "Attribution\tbgColor:#ece0ff",
  "",
].join("\n");
