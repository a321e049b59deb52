import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import type { ImportAnswer } from "#lib/contracts/articles.ts";
import type { Failure } from "#lib/services/failure.ts";

/** What came in, or would. */
export type Done = {
  readonly articles: ImportAnswer["rows"][number][];
  annotations: Annotations | null;
};
type Annotations = Pick<
  AnnotationImport,
  "id" | "state" | "format" | "mapping" | "preview" | "result" | "problemCount"
>;

export function describe(given: AnnotationImport): Annotations {
  const { id, state, format, mapping, preview, result, problemCount } = given;
  return { id, state, format, mapping, preview, result, problemCount };
}

export const count = (number: number, noun: string) =>
  `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

/** A line a problem, as compilers write them; nothing where there is none. */
export function problemLines({ problems, problemCount }: AnnotationImport): string {
  const lines = problems.map(({ file, line, at, message, severity }) => {
    const place = [file, line, at].filter((part) => part !== null).join(":");
    return `${place}: ${severity === "note" ? "note: " : ""}${message}\n`;
  });
  const more = problemCount - problems.length;
  return lines.join("") + (more > 0 ? `… and ${more} more\n` : "");
}

/** To stderr, with the status of what did not happen. */
export function complain(failure: Failure): 1 {
  process.stderr.write(`${sentenceOf(failure)}\n`);
  return 1;
}

function sentenceOf(failure: Failure): string {
  switch (failure.kind) {
    case "not-found":
      return `There is no such ${failure.what}, or nothing may be imported into it.`;
    case "conflict":
      return failure.detail;
    case "invalid":
      return failure.errors.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n");
    default:
      return `The import failed: ${failure.kind}.`;
  }
}

/** For a person: what came in, then what waits for a choice. */
export function outcomeWords({ articles, annotations }: Done, texts: number): string {
  const lines: string[] = [];
  const stored = articles.filter(({ status }) => status === "stored").length;
  const there = articles.filter(({ status }) => status === "duplicate").length;
  if (articles.length > 0) lines.push(`${count(stored, "article")} stored, ${there} already here`);
  if (texts > 0) lines.push(`${count(texts, "text")} would come in as articles`);
  if (annotations?.result) lines.push(...resultWords(annotations.result));
  else if (annotations) lines.push(...previewWords(annotations));
  return lines.join("\n");
}

function resultWords({ articles, claims, sources, idChangeCount }: NonNullable<Annotations["result"]>) {
  return [
    `${count(claims.created, "claim")} taken in, ${claims.already} already here, ${claims.leftOut} left out`,
    `${count(articles.created, "article")} new, ${articles.matched} known`,
    `${count(sources.created, "source")} new, ${sources.matched} known`,
    ...(idChangeCount > 0
      ? [`${count(idChangeCount, "id")} of the file were taken here: new ones were given`]
      : []),
  ];
}

function previewWords({ format, preview }: Annotations): string[] {
  const { articles, claims, sources } = preview.counts;
  return [
    `${format}: ${count(claims.ready, "claim")} would come in, ${claims.already} already here, ${claims.leftOut} left out`,
    `${count(articles.new, "article")} new, ${articles.known} known, ${articles.leftOut} left out`,
    `${count(sources.new, "source")} new, ${sources.matched} known`,
    ...preview.labels.map(({ label, count: times, category, isDecided }) => {
      const becomes = isDecided ? (category ?? "left out") : `?  (--map "${label}=CATEGORY")`;
      return `  ${label} (${times}) → ${becomes}`;
    }),
  ];
}
