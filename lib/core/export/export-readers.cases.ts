import type { ExportedClaim } from "./dataset.ts";

/** RFC 4180, strictly: a quote inside an unquoted cell, or text after a closing quote, throws. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`a cell ends badly at ${at}`);
  }
  return rows;
}

function quoted(text: string, start: number): { value: string; end: number } {
  for (let at = start + 1; ; at += 1) {
    if (at >= text.length) throw new Error("a quote is never closed");
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    at += 1;
  }
}

function bare(text: string, start: number): { value: string; end: number } {
  const end = text.slice(start).search(/,|\r\n/u) + start;
  const value = text.slice(start, end);
  if (/["\r\n]/u.test(value)) throw new Error(`a bare cell holds what must be quoted: ${value}`);
  return { value, end };
}

/** The rows by the names of their columns, each text as it was before it was escaped. */
export function readRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => {
    if (row.length !== head.length) throw new Error(`a row of ${row.length} under ${head.length} columns`);
    return Object.fromEntries(head.map((name, index) => [name, unescaped(row[index] ?? "")]));
  });
}

/** What a reader does who wants the text and not what is safe in a spreadsheet: one apostrophe goes. */
export function unescaped(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

/** `12-40;52-60` as the spans it was. */
export function readOffsets(cell: string): readonly { readonly start: number; readonly end: number }[] {
  if (cell === "") return [];
  return cell.split(";").map((span) => {
    const [start = Number.NaN, end = Number.NaN] = span.split("-").map(Number);
    return { start, end };
  });
}

/** What a reader of the Web Annotation Data Model sees of one annotation, and what it ignores: our dataset body. */
export type ReadAnnotation = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly descriptions: readonly string[];
  readonly category: string;
  readonly targets: readonly {
    readonly source: { readonly id: string; readonly language?: string };
    readonly selector: readonly {
      readonly type: string;
      readonly start?: number;
      readonly end?: number;
      readonly exact?: string;
      readonly prefix?: string;
      readonly suffix?: string;
    }[];
  }[];
  readonly claim: ExportedClaim;
  readonly sources: Readonly<Record<string, { readonly name: string } | null>>;
};

type Body = {
  readonly type: unknown;
  readonly purpose: string;
  readonly value?: string;
  readonly source?: string;
};

/** The annotations of a whole collection, in its order. */
export function readAnnotations(text: string): readonly ReadAnnotation[] {
  const { first } = JSON.parse(text);
  return (first?.items ?? []).map(
    (item: { id: string; body: readonly Body[]; target: ReadAnnotation["targets"] }) => {
      const dataset = item.body.find(({ type }) => Array.isArray(type));
      const plain = item.body.filter((body) => body !== dataset);
      const valuesOf = (purpose: string) =>
        plain.flatMap((body) => (body.purpose === purpose && body.value ? [body.value] : []));
      return {
        id: item.id,
        labels: valuesOf("tagging"),
        descriptions: valuesOf("describing"),
        category: plain.find(({ purpose }) => purpose === "classifying")?.source ?? "",
        targets: item.target,
        ...JSON.parse(dataset?.value ?? "{}"),
      };
    },
  );
}
