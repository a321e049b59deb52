import { type FormatId, formats } from "#core/export/formats.ts";
import type { ClaimState } from "#core/review/state.ts";
import { queryString } from "#lib/client/api.ts";
import type { ExportCreate } from "#lib/contracts/exports.ts";

/** Something chosen by typing, kept with its name so that it can be shown again. */
export type Named = { readonly value: string; readonly label: string };

/** Which of the claims: nothing chosen means all of them. Moments are those of an `<input type="datetime-local">`. */
export type Narrowing = {
  readonly articles: readonly Named[];
  readonly provenance: string | null;
  readonly originProvenance: string | null;
  readonly source: Named | null;
  readonly author: string | null;
  readonly reviewer: string | null;
  readonly changedSince: string;
  readonly q: string;
  readonly asOf: string;
  /** The cursor of an earlier export, and which one that was. */
  readonly since: Named | null;
};

/** What only some formats have. */
export type FormatOptions = {
  readonly rows: "claims" | "links" | "articles";
  readonly isRaw: boolean;
  readonly hasBom: boolean;
  readonly shape: "collection" | "pages" | "lines";
  readonly columns: "iob2" | "cofenet";
};

export type ExportChoice = {
  readonly state: ClaimState | "all";
  readonly layer: string | null;
  readonly narrowing: Narrowing;
  readonly format: FormatId;
  readonly options: FormatOptions;
  readonly text: "quoted" | "positions";
};

export const noNarrowing: Narrowing = {
  articles: [],
  provenance: null,
  originProvenance: null,
  source: null,
  author: null,
  reviewer: null,
  changedSince: "",
  q: "",
  asOf: "",
  since: null,
};

/** The common case: what was approved, with everything there is to it. */
export const firstChoice: ExportChoice = {
  state: "approved",
  layer: null,
  narrowing: noNarrowing,
  format: "json",
  options: { rows: "claims", isRaw: false, hasBom: false, shape: "collection", columns: "iob2" },
  text: "quoted",
};

export const states: readonly { value: ExportChoice["state"]; label: string }[] = [
  { value: "approved", label: "Approved" },
  { value: "submitted", label: "Submitted" },
  { value: "changes_requested", label: "Changes requested" },
  { value: "draft", label: "Draft" },
  { value: "rejected", label: "Rejected" },
  { value: "all", label: "All states" },
];

/** What is asked for, in the API's own words; what was not chosen is not there. */
export type Fields = Readonly<Record<string, string | boolean | readonly string[]>>;

export function fieldsOf(choice: ExportChoice): Fields {
  const { state, layer, narrowing, format } = choice;
  const { articles, source, since, changedSince, asOf, q, ...plain } = narrowing;
  return given({
    format,
    state,
    layer,
    ...plain,
    articles: articles.length > 0 ? articles.map(({ value }) => value) : null,
    source: source?.value,
    since: since?.value,
    updatedSince: momentOf(changedSince),
    asOf: momentOf(asOf),
    q: q.trim(),
    text: choice.text === "positions" && !formats[format].needsText ? "positions" : null,
    ...optionFields(choice),
  });
}

function optionFields({ format, options }: ExportChoice) {
  const { rows, isRaw, hasBom, shape, columns } = options;
  if (format === "csv") return { rows, cells: isRaw ? "raw" : null, bom: hasBom || null };
  if (format === "webannotation") return { shape };
  return format === "conll" ? { columns } : {};
}

function given(all: Record<string, Fields[string] | null | undefined>): Fields {
  const kept: Record<string, Fields[string]> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== null && value !== undefined && value !== "") kept[name] = value;
  }
  return kept;
}

/** What the person's own clock said, as a moment; null where nothing was chosen, or no moment yet. */
function momentOf(local: string): string | null {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Address of the file. With `limit`, of its first claims. */
export function exportAddress(
  workspace: string,
  project: string,
  choice: ExportChoice,
  limit?: number,
): string {
  const fields = Object.entries(fieldsOf(choice)).map(([name, value]) => [name, String(value)]);
  const query = queryString({ ...Object.fromEntries(fields), limit });
  return `/api/v1/workspaces/${workspace}/projects/${project}/export${query}`;
}

/** Formats that can say what is no more. */
const tellDeletions: readonly FormatId[] = ["json", "jsonl", "csv"];

/** The same as an earlier export, of what changed after it: only then does what is no more say anything. */
export function choiceSince(asked: Readonly<Record<string, unknown>>, since: Named): ExportChoice {
  const before = asked as Partial<ExportCreate>; // Kept as the API took it.
  const format = tellDeletions.find((one) => one === before.format) ?? "jsonl";
  const named = (value: string) => ({ value, label: "One of the earlier export" });
  return {
    ...firstChoice,
    format,
    state: before.state ?? "approved",
    layer: before.layer ?? null,
    text: before.text ?? "quoted",
    options: { ...firstChoice.options, isRaw: before.cells === "raw", hasBom: before.bom ?? false },
    narrowing: {
      ...noNarrowing,
      articles: (before.articles ?? []).map(named),
      provenance: before.provenance ?? null,
      originProvenance: before.originProvenance ?? null,
      source: before.source === undefined ? null : named(before.source),
      author: before.author ?? null,
      reviewer: before.reviewer ?? null,
      q: before.q ?? "",
      since,
    },
  };
}

/** An address holds no more; the API refuses a longer list. */
const MOST_ARTICLES = 200;

/** Why this cannot be had as it is chosen, for people; null when it can. */
export function troubleOf({ format, options, narrowing }: ExportChoice): string | null {
  if (narrowing.articles.length > MOST_ARTICLES) {
    return `${MOST_ARTICLES} articles at most can be chosen one by one. Leave them out to take the whole project.`;
  }
  if (narrowing.since === null) return null;
  if (!tellDeletions.includes(format)) {
    return `${formats[format].label} cannot say which claims are no more. For what changed since an export, take JSON, JSON Lines or CSV.`;
  }
  if (format === "csv" && options.rows !== "claims") {
    return "For what changed since an export, CSV has one row a claim: other rows cannot say what is no more.";
  }
  return null;
}
