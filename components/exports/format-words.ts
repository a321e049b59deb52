import { factWords } from "#core/export/carried.ts";
import { type FormatId, formats, type OffsetUnit } from "#core/export/formats.ts";
import type { FormatOptions } from "./choices.ts";

/** Every format once, by what it is for. */
export const formatGroups: readonly { label: string; ids: readonly FormatId[] }[] = [
  { label: "Everything", ids: ["json", "jsonl"] },
  { label: "Spreadsheets", ids: ["csv", "xlsx"] },
  { label: "Annotation tools", ids: ["webannotation", "brat", "labelstudio", "doccano", "cas"] },
  { label: "Research", ids: ["parquet", "conll", "prov"] },
  { label: "To read", ids: ["html"] },
];

/** What does not come through, in words; null where everything does. */
export function lossesOf(format: FormatId): string | null {
  const words = formats[format].loses.map((fact) => factWords[fact]);
  return words.length === 0 ? null : `${words.join("; ")}.`;
}

/** How positions are counted; null where there are none. */
export const offsetWords: Readonly<Record<OffsetUnit, string | null>> = {
  "code points": "in code points: an emoji counts one.",
  "UTF-16 units": "in UTF-16 units, as Java and JavaScript count: an emoji counts two.",
  tokens: "in tokens: words and marks, as the columns have them.",
  none: null,
};

/** How the first rows are shown; `inside`: they cannot be, so it is said what is there. */
export type Look =
  | { readonly kind: "json" | "lines" | "table" | "text" }
  | { readonly kind: "inside"; readonly parts: readonly string[] };

const insides: Readonly<Partial<Record<FormatId, readonly string[]>>> = {
  xlsx: [
    "A sheet of claims, one of links and one of articles, with frozen heads and filters",
    "A legend of the families and categories",
    "A head that says what was asked for, and of which moment",
  ],
  parquet: [
    "One table, a row a link, every column typed",
    "The head of the export in the file’s own metadata",
  ],
  brat: [
    "For each article its text (.txt) and its annotations (.ann)",
    "annotation.conf, which names the labels and their relations, and visual.conf with their colours",
  ],
  labelstudio: [
    "tasks.json: a task an article, with its regions and relations",
    "config.xml: the labelling config that goes with them",
  ],
  cas: ["For each article one CAS (.json), with the type system of its layers in it"],
  html: [
    "Each article’s text with its claims marked in the colours of the families",
    "Each claim with its chain, and the sources behind it",
    "Nothing is fetched from elsewhere: it opens, prints and travels alone",
  ],
};

export function lookOf(format: FormatId, { shape, columns }: FormatOptions): Look {
  if (format === "webannotation" && shape === "pages") {
    return {
      kind: "inside",
      parts: ["collection.jsonld, with its label and total", "Pages of a thousand annotations, each a file"],
    };
  }
  const parts = insides[format];
  if (parts) return { kind: "inside", parts };
  if (format === "csv") return { kind: "table" };
  if (format === "conll" && columns === "iob2") return { kind: "text" };
  const isLines = format === "jsonl" || format === "doccano" || format === "conll";
  return { kind: isLines || (format === "webannotation" && shape === "lines") ? "lines" : "json" };
}
