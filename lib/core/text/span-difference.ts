import { type IndexedText, indexed } from "./code-point-index.ts";
import type { Span } from "./span.ts";
import { normaliseFragments, overlaps } from "./spans.ts";
import { trimSpan } from "./trim-span.ts";

/**
 * What is left of `fragments` without the code points of `cut`, in the order of the text: a fragment around the cut
 * becomes two. White space left at a new end goes with the cut, since nobody takes a space for words; a fragment
 * that held nothing else is gone. Empty when nothing is left. Fragments the cut does not touch stay as they are.
 */
export function withoutSpan(fragments: readonly Span[], cut: Span, source: IndexedText): Span[] {
  const index = indexed(source);
  const left = fragments.flatMap((fragment) => {
    if (!overlaps(fragment, cut)) return [fragment];
    const before = { start: fragment.start, end: Math.max(fragment.start, cut.start) };
    const after = { start: Math.min(fragment.end, cut.end), end: fragment.end };
    return [before, after].flatMap((rest) => (rest.start < rest.end ? (trimSpan(index, rest) ?? []) : []));
  });
  return normaliseFragments(left);
}
