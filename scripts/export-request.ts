import { readFileSync } from "node:fs";
import { z } from "zod";
import { formatIds } from "#core/export/formats.ts";
import { type ExportQuery, exportQuery, signedManifest } from "#lib/contracts/exports.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";
import { Explained } from "./say.mjs";

/** The API's names, as words of a command line: `--origin-provenance`. */
const named = {
  format: "format",
  state: "state",
  layer: "layer",
  articles: "articles",
  claims: "claims",
  provenance: "provenance",
  "origin-provenance": "originProvenance",
  source: "source",
  author: "author",
  reviewer: "reviewer",
  "updated-since": "updatedSince",
  q: "q",
  "as-of": "asOf",
  since: "since",
  text: "text",
  rows: "rows",
  cells: "cells",
  shape: "shape",
  columns: "columns",
  limit: "limit",
} as const;

export const requestOptions: Command["options"] = {
  ...Object.fromEntries(Object.keys(named).map((name) => [name, { type: "string" as const }])),
  bom: { type: "boolean" },
};

export const requestHelp = `What is in it:
  --state STATE              approved (unless said otherwise), submitted, draft, changes_requested, rejected, all
  --layer LAYER              shared, adjudicated, or the id of a layer or of the person whose layers they are
  --articles ID,…  --claims ID,…
  --provenance CATEGORY  --origin-provenance CATEGORY
  --source ID  --author ID  --reviewer ID  --q WORDS
  --updated-since TIME       claims changed after it, as 2026-11-01T00:00:00Z
  --as-of TIME|CURSOR        the project as it was
  --since TIME|CURSOR|FILE   only what changed after it, and what is no more; FILE is an earlier .manifest.json
  --limit N                  at most so many claims, to look before asking for all

How it is written:
  --format FORMAT            ${formatIds.slice(0, 7).join(", ")},
                             ${formatIds.slice(7).join(", ")}; json unless said otherwise
  --text quoted|positions    positions leaves the words out, where the format can
  --rows claims|links|articles  --cells guarded|raw  --bom      (csv)
  --shape collection|pages|lines                                (webannotation)
  --columns iob2|cofenet                                        (conll)`;

/** What the line asks for, checked by the API's own schema; throws `WrongUsage` that names the option. */
export function requestOf({ flags }: Call): ExportQuery {
  const given: Record<string, unknown> = {};
  for (const [option, field] of Object.entries(named)) {
    if (flags[option] !== undefined) given[field] = flags[option];
  }
  if (flags.bom === true) given.bom = "true";
  if (typeof given.since === "string" && given.since.endsWith(".json")) given.since = cursorIn(given.since);
  const parsed = exportQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongUsage(`--${optionOf(issue)} ${wordsFor(issue)}`);
}

function optionOf(issue: z.core.$ZodIssue | undefined): string {
  const field = String(issue?.path[0]);
  return Object.entries(named).find(([, name]) => name === field)?.[0] ?? field;
}

function wordsFor(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_value") return `is one of ${issue.values.join(", ")}`;
  return issue?.code === "custom" ? issue.message : `cannot be used: ${issue?.message}`;
}

function cursorIn(file: string): string {
  return readManifest(file).manifest.cursor;
}

/** A manifest with its signature, as it stands in a file. */
export function readManifest(file: string) {
  const parsed = z.preprocess((text) => jsonOf(String(text)), signedManifest).safeParse(textOf(file));
  if (!parsed.success) throw new Explained(`${file} is no manifest of an export, or is not whole.`);
  return parsed.data;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(file, error);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A system call that failed says why in its code; anything else is for whoever mends the program. */
export function unreadable(file: string, error: unknown): unknown {
  const isSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isSystem ? new Explained(`${file} cannot be read (${error.code}).`) : error;
}
