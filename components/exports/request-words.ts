import { formatIds, formats } from "#core/export/formats.ts";
import { states } from "./choices.ts";

/** A request as it was asked for: the API's own words, and what it was kept as. */
export type Asked = Readonly<Record<string, unknown>>;
export type NamesFor = {
  readonly person: (id: string) => string;
  readonly category: (id: string) => string;
};

const rowWords: Readonly<Record<string, string>> = {
  links: "one row a link",
  articles: "one row an article",
  pages: "in pages",
  lines: "one a line",
  cofenet: "CofeNet lines",
};

/** `Approved claims as CSV, one row a link`. */
export function titleOf(asked: Asked): string {
  const state = states.find(({ value }) => value === asked.state);
  const claims = state?.value === "all" ? "Claims in all states" : `${state?.label ?? "Approved"} claims`;
  const format = formatIds.find((known) => known === asked.format) ?? "json";
  const kind = [asked.rows, asked.shape, asked.columns].map((one) => rowWords[String(one)]).find(Boolean);
  return [`${claims} as ${formats[format].label}`, kind].filter(Boolean).join(", ");
}

/** What narrows it down, a few words each; empty where nothing does. */
export function narrowingWords(asked: Asked, names: NamesFor): string[] {
  const say = (name: string, words: (value: string) => string): string[] => {
    const value = asked[name];
    return typeof value === "string" && value !== "" ? [words(value)] : [];
  };
  return [
    ...say("layer", (layer) => layerWords(layer, names)),
    ...listWords(asked.articles, "article"),
    ...listWords(asked.claims, "claim"),
    ...say("provenance", (id) => `provenance ${names.category(id)}`),
    ...say("originProvenance", (id) => `origin ${names.category(id)}`),
    ...say("source", () => "one source"),
    ...say("author", (id) => `by ${names.person(id)}`),
    ...say("reviewer", (id) => `reviewed by ${names.person(id)}`),
    ...say("updatedSince", (at) => `changed since ${momentWords(at)}`),
    ...say("q", (words) => `with “${words}”`),
    ...say("asOf", (at) => `as of ${momentWords(at)}`),
    ...say("since", (at) => `only what changed since ${momentWords(at)}`),
    ...(asked.text === "positions" ? ["positions only"] : []),
  ];
}

function layerWords(layer: string, names: NamesFor): string {
  if (layer === "adjudicated" || layer === "shared") return `the ${layer} layer`;
  return `layer of ${names.person(layer)}`;
}

function listWords(ids: unknown, noun: string): string[] {
  if (!Array.isArray(ids)) return [];
  return [ids.length === 1 ? `one ${noun}` : `${ids.length} ${noun}s`];
}

const inUtc = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A moment, or the cursor of an export, which says nothing to people. */
function momentWords(at: string): string {
  const time = Date.parse(at);
  return at.includes(":") && !Number.isNaN(time) ? `${inUtc.format(time)} UTC` : "an earlier export";
}

const number = new Intl.NumberFormat("en");
export const count = (many: number, noun: string) => `${number.format(many)} ${noun}${many === 1 ? "" : "s"}`;

const units = ["bytes", "kB", "MB", "GB"] as const;

/** `1.4 MB`. */
export function sizeWords(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1_000 ** step;
  return `${number.format(value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[step]}`;
}
