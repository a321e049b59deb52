import { readBrat } from "#core/import/brat.ts";
import { readSourcelineCsv } from "#core/import/csv.ts";
import type { DatasetReader, NamedFile } from "#core/import/dataset.ts";
import { readDoccano } from "#core/import/doccano.ts";
import { readLabelStudio } from "#core/import/label-studio.ts";
import { readSourcelineJson, readSourcelineJsonl } from "#core/import/sourceline.ts";
import { readWebAnnotations } from "#core/import/web-annotation.ts";
import type { ImportFormat } from "#lib/contracts/annotation-imports.ts";

/** What reads each format; a format whose reader is not there yet is not offered. */
export const readers: Readonly<Partial<Record<ImportFormat, DatasetReader>>> = {
  json: readSourcelineJson,
  jsonl: readSourcelineJsonl,
  csv: readSourcelineCsv,
  webannotation: readWebAnnotations,
  brat: readBrat,
  labelstudio: readLabelStudio,
  doccano: readDoccano,
};

/** So much of a file says what it is. */
const HEAD = 4_000;

/** The format of what was handed over, by its content; null where it is none that is known. */
export function recognise(files: readonly NamedFile[]): ImportFormat | null {
  if (files.some(({ name }) => /\.ann$/iu.test(name))) return "brat";
  for (const file of files) {
    const found = formatOf(file);
    if (found) return found;
  }
  return null;
}

function formatOf({ name, text }: NamedFile): ImportFormat | null {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/u, "")
    .trimStart();
  if (/^[{[]/u.test(head)) return signs.find(([sign]) => sign(head))?.[1] ?? null;
  const isTable = /\.[ct]sv$/iu.test(name) || /^[^\n]*(?:claim_id|article_id|version_sha256)/u.test(head);
  return isTable ? "csv" : null;
}

const has = (pattern: RegExp) => (head: string) => pattern.test(head);

/** The first that fits is it. */
const signs: readonly (readonly [sign: (head: string) => boolean, format: ImportFormat])[] = [
  [has(/^\{\s*"type"\s*:\s*"(?:header|article|source|claim|deleted)"/u), "jsonl"],
  [has(/"format"\s*:\s*"sourceline\//u), "json"],
  [has(/"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/u), "webannotation"],
  [has(/^\[?\s*\{[\s\S]*"(?:annotations|predictions|completions)"\s*:\s*\[/u), "labelstudio"],
  [has(/^\{[^\n]*"(?:label|labels|entities|relations|Comments)"\s*:/u), "doccano"],
  [has(/^\{[^\n]*"text"\s*:/u), "doccano"],
];
