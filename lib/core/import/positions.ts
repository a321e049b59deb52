import type { Span } from "../text/span.ts";
import { type ArticleText, carrySpans, quotes, textDiffers } from "./article-text.ts";
import type { ImportProblem, Place } from "./dataset.ts";
import { countOf, listOf, objectOf, textOf } from "./loose-json.ts";

/** Spans as a file says them, or why not. `exact` holds one entry a span, null where the file quotes nothing. */
export type ReadSpans =
  | {
      readonly ok: true;
      readonly spans: readonly Span[];
      readonly exact: readonly (string | null)[];
      readonly notes: readonly ImportProblem[];
    }
  | { readonly ok: false; readonly problem: ImportProblem };

const none: ReadSpans = { ok: true, spans: [], exact: [], notes: [] };

/**
 * A list of `{ start, end, exact? }` in code points, as canonical spans. With a text, they are carried into it and held
 * against the words they quote; without one (an export of positions only) they must ascend and not overlap:
 * `span-not-offsets`, `spans-not-in-order`. An empty list is none.
 */
export function readSpans(text: ArticleText | null, value: unknown, place: Place): ReadSpans {
  const given = listOf(value).map((one) => objectOf(one) ?? {});
  if (given.length === 0) return none;
  const exact = given.map((one) => textOf(one.exact));
  if (text === null) return ascending(given, exact, place);
  const pairs = given.map(({ start, end }) => ({ start, end }));
  const carried = carrySpans(text, pairs, "code points", place);
  if (!carried.ok) return carried;
  const { spans, notes } = carried;
  const quoted = exact.join(" ");
  if (exact.every((words) => words !== null) && !quotes(text.index, spans, quoted)) {
    return { ok: false, problem: textDiffers(text.index, spans, quoted, place) };
  }
  return { ok: true, spans, notes, exact: spans.length === exact.length ? exact : spans.map(() => null) };
}

function ascending(
  given: readonly { readonly start?: unknown; readonly end?: unknown }[],
  exact: readonly (string | null)[],
  place: Place,
): ReadSpans {
  const spans: Span[] = [];
  const failed = (code: string, message: string): ReadSpans => ({
    ok: false,
    problem: { ...place, code, message, severity: "row" },
  });
  for (const one of given) {
    const start = countOf(one.start);
    const end = countOf(one.end);
    if (start === null || end === null || start >= end) {
      return failed("span-not-offsets", "A span needs whole numbers from 0, the end after the start.");
    }
    const last = spans.at(-1);
    if (last && last.end > start) {
      return failed("spans-not-in-order", `A fragment starts at ${start}, before the end of the one before.`);
    }
    spans.push({ start, end });
  }
  return { ok: true, spans, exact, notes: [] };
}
