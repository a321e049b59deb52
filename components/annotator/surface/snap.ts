import type { CodePointIndex } from "#core/text/code-point-index.ts";
import { snapToGraphemes } from "#core/text/graphemes.ts";
import type { Span } from "#core/text/span.ts";
import { trimSpan } from "#core/text/trim-span.ts";
import { snapToWords } from "#core/text/words.ts";

export type Snap = "words" | "graphemes";

/** What a person meant by selecting `span`: whole words without white space around, or just no cut letter. */
export function snapSelection(index: CodePointIndex, span: Span, snap: Snap): Span | null {
  if (snap === "graphemes") return snapToGraphemes(index, span);
  const trimmed = trimSpan(index, span);
  return trimmed && snapToWords(index, trimmed);
}
