import { isFormula } from "../export/csv-row.ts";
import { type TableName, tableColumns } from "../export/tables.ts";
import { type CsvRow, readCsvTable } from "./csv-table.ts";
import type { DatasetReader, ImportProblem, NamedFile, Place } from "./dataset.ts";
import type { PlacedRecord } from "./sourceline-dataset.ts";
import { readSourcelineRecords } from "./sourceline-dataset.ts";

/** A row by the names of its columns, as it was before it was escaped; a column that is not there is null. */
type NamedRow = { readonly place: Place; readonly get: (column: string) => string | null };
type Tables = { readonly [K in "claims" | "links" | "articles"]: NamedRow[] };

/** Columns without which a row says nothing, by which a table is known; the first that fits is it. */
const signs: readonly (readonly [keyof Tables, readonly string[]])[] = [
  ["links", ["claim_id", "link", "category"]],
  ["claims", ["claim_id", "spans"]],
  ["claims", ["claim_id", "start", "end"]],
  ["articles", ["article_id", "version_sha256"]],
];

/**
 * Reads tables of our own CSV, together: claims, and where they are there, their links and articles. A table is known
 * by its head, whose columns stand in any order; apostrophes that `escaped` tells of are taken off. Problems of a file:
 * `unknown-table`; of a row, with its line: `row-width`, `unclosed-quote`, and those of `readSourcelineRecords`. Notes:
 * `other-separator`, `unknown-column`, `chain-missing` where the table of links is, `deleted-claim`. There is no text in a CSV: articles
 * are found by their id or by the SHA-256 of their version.
 */
export const readSourcelineCsv: DatasetReader = (files) => {
  const problems: ImportProblem[] = [];
  const tables: Tables = { claims: [], links: [], articles: [] };
  for (const file of files) readTable(file, tables, problems);
  const chains = chainsOf(tables.links);
  const kept = { ...tables, claims: tables.claims.filter((row) => isKept(row, problems)) };
  const claims = kept.claims.map((row) => claimOf(row, chains.get(row.get("claim_id")) ?? [], problems));
  noteMissingChains(kept, chains, problems);
  return readSourcelineRecords(
    { articles: articlesOf(kept), sources: sourcesOf(tables.links), claims },
    problems,
  );
};

/** A row of a claim that is gone holds its id alone; an import takes nothing away. */
function isKept(row: NamedRow, problems: ImportProblem[]): boolean {
  if (row.get("state") !== "deleted") return true;
  const message = "A claim that is gone; an import takes nothing away.";
  problems.push({ ...row.place, code: "deleted-claim", message, severity: "note" });
  return false;
}

/** Rows of links by the claim they belong to, in the order of the chain. */
function chainsOf(links: readonly NamedRow[]): ReadonlyMap<string | null, readonly NamedRow[]> {
  const chains = new Map<string | null, NamedRow[]>();
  for (const row of links.toSorted((one, other) => Number(one.get("link")) - Number(other.get("link")))) {
    const id = row.get("claim_id");
    const before = chains.get(id);
    if (before) before.push(row);
    else chains.set(id, [row]);
  }
  return chains;
}

function readTable({ name, text }: NamedFile, tables: Tables, problems: ImportProblem[]): void {
  const { head, rows, separator, unclosed } = readCsvTable(text);
  const add = (
    line: number,
    at: string | null,
    code: string,
    message: string,
    severity: ImportProblem["severity"],
  ) => problems.push({ file: name, line, at, code, message, severity });
  const [table] = signs.find(([, needed]) => needed.every((column) => head.includes(column))) ?? [];
  if (table === undefined) {
    add(1, null, "unknown-table", "Its columns are not those of claims, links or articles.", "file");
    return;
  }
  if (separator !== ",") {
    const sign = separator === ";" ? "semicolons" : "tabs";
    add(1, null, "other-separator", `Its cells are separated by ${sign}; it is read.`, "note");
  }
  for (const column of head.filter((one) => !isKnown(table, one)))
    add(1, column, "unknown-column", `The column “${column}” is not known here; it is left out.`, "note");
  for (const row of rows) {
    if (row.cells.length === head.length) tables[table].push(named(name, head, row));
    else
      add(
        row.line,
        null,
        "row-width",
        `${row.cells.length} cells stand under ${head.length} columns.`,
        "row",
      );
  }
  if (unclosed !== null) add(unclosed, null, "unclosed-quote", "A quote opens that nothing closes.", "row");
}

function isKnown(table: TableName, column: string): boolean {
  return column === "escaped" || tableColumns[table].some(({ name }) => name === column);
}

function named(file: string, head: readonly string[], { line, cells }: CsvRow): NamedRow {
  const at = (column: string) => cells[head.indexOf(column)] ?? null;
  const isEscaped = at("escaped")?.toLowerCase() === "true";
  const get = (column: string) => {
    const cell = at(column);
    return isEscaped && cell?.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;
  };
  return { place: { file, line, at: null }, get };
}

/** An empty cell says nothing. */
const filled = (row: NamedRow, column: string) => row.get(column) || null;
const isTrue = (row: NamedRow, column: string) => row.get(column)?.toLowerCase() === "true";
const parts = (cell: string | null, separator: string) => (cell ? cell.split(separator) : []);

/** A version by what a row says of it: one article may stand there in two. */
function versionOf(row: NamedRow): string {
  return `${row.get("article_id") ?? ""} ${row.get("version_sha256") ?? ""}`;
}

/** `12-40;52-60`. What is no pair of numbers becomes a span that no reader takes. */
function spansOf(cell: string | null, words: readonly string[] = []): readonly object[] {
  const spans = parts(cell, ";").map((span) => span.split("-"));
  return spans.map(([start, end], place) => ({
    start: offset(start),
    end: offset(end),
    exact: words.length === spans.length ? words[place] : null,
  }));
}

function offset(digits: string | undefined): number | null {
  return digits !== undefined && /^\s*\d+\s*$/u.test(digits) ? Number(digits) : null;
}

/** The table of articles where it is there; else what the rows of claims say of theirs. */
function articlesOf({ articles, claims }: Tables): readonly PlacedRecord[] {
  const rows = new Map<string, NamedRow>();
  for (const row of [...articles, ...claims]) {
    if (!rows.has(versionOf(row))) rows.set(versionOf(row), row);
  }
  return [...rows].map(([key, row]) => ({
    place: row.place,
    value: {
      id: filled(row, "article_id"),
      title: filled(row, "title") ?? filled(row, "article_title"),
      outlet: filled(row, "outlet"),
      byline: filled(row, "byline"),
      url: filled(row, "url"),
      publishedAt: filled(row, "published_at"),
      language: filled(row, "language"),
      direction: filled(row, "direction"),
      version: { id: key, sha256: filled(row, "version_sha256") },
    },
  }));
}

/** Sources by the links that name them. Names that hold the separator are learnt where they stand alone. */
function sourcesOf(links: readonly NamedRow[]): readonly PlacedRecord[] {
  const sources = new Map<string, { name: string | null; place: Place }>();
  for (const row of links) {
    const ids = parts(row.get("source_ids"), " ");
    const cell = row.get("source_names");
    const names = ids.length === 1 ? [cell] : parts(cell, "; ");
    for (const [place, id] of ids.entries()) {
      const name = (names.length === ids.length && names[place]) || null;
      const before = sources.get(id);
      if (before === undefined || before.name === null || (ids.length === 1 && name !== null))
        sources.set(id, { name: name ?? before?.name ?? null, place: row.place });
    }
  }
  return [...sources].map(([id, { name, place }]) => ({ place, value: { id, name: name ?? id } }));
}

function claimOf(row: NamedRow, chain: readonly NamedRow[], problems: ImportProblem[]): PlacedRecord {
  const spans = row.get("spans") || `${row.get("start") ?? ""}-${row.get("end") ?? ""}`;
  const value = {
    id: filled(row, "claim_id"),
    versionId: versionOf(row),
    spans: spansOf(spans, parts(row.get("text"), " … ")),
    statement: row.get("statement"),
    kind: filled(row, "kind"),
    provenance: filled(row, "provenance"),
    parentId: filled(row, "parent_id"),
    sameClaimAs: filled(row, "same_claim_as"),
    groupId: filled(row, "group_id"),
    createdBy: { name: filled(row, "created_by") },
    flags: parts(row.get("flags"), " "),
    hedges: hedgesOf(row, problems),
    chain: chain.map(linkOf),
    inheritedLinks: chain.filter((link) => isTrue(link, "inherited")).length,
  };
  return { value, place: row.place };
}

function hedgesOf(row: NamedRow, problems: ImportProblem[]): readonly object[] {
  const types = parts(row.get("hedges"), " ");
  const spans = spansOf(row.get("hedge_spans"));
  if (types.length === spans.length) return types.map((type, place) => ({ type, span: spans[place] }));
  const message = "Its hedges do not say where they stand; they are left out.";
  problems.push({ ...row.place, code: "hedge-missing", message, severity: "note" });
  return [];
}

function linkOf(row: NamedRow): object {
  return {
    category: filled(row, "category"),
    sources: parts(row.get("source_ids"), " "),
    mention: spansOf(row.get("mention_spans")),
    cue: spansOf(row.get("cue_spans")),
    addressee: spansOf(row.get("addressee_spans")),
    act: filled(row, "act"),
    directness: filled(row, "directness"),
    cueStance: filled(row, "cue_stance"),
    polarity: filled(row, "polarity"),
    explicit: row.get("explicit")?.toLowerCase() !== "false",
    basis: filled(row, "basis"),
    attributionStatus: filled(row, "attribution_status"),
    channel: filled(row, "channel"),
  };
}

function noteMissingChains(
  { claims }: Tables,
  chains: ReadonlyMap<string | null, unknown>,
  problems: ImportProblem[],
): void {
  for (const row of claims) {
    if (Number(row.get("depth")) === 0 || chains.has(row.get("claim_id"))) continue;
    const message = "The claim has a chain, but no table of links tells it.";
    problems.push({ ...row.place, code: "chain-missing", message, severity: "note" });
  }
}
