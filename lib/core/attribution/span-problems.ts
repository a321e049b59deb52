import type { Span } from "../text/span.ts";
import type { SpanFault } from "./problems.ts";

/** A fault of the span at this index of its list. */
export type FaultySpan = { readonly span: number; readonly fault: SpanFault };

/**
 * Faults of an ordered list of fragments in a text of `textLength` code points: each fragment is non-empty and inside
 * the text, starts after the one before and does not overlap it. At most one fault a fragment, in list order.
 */
export function fragmentFaults(spans: readonly Span[], textLength: number): readonly FaultySpan[] {
  return spans.flatMap((span, index) => {
    const fault = spanFault(span, textLength) ?? neighbourFault(spans[index - 1], span);
    return fault ? [{ span: index, fault }] : [];
  });
}

/** The fault of one span by itself, or null. */
export function spanFault({ start, end }: Span, textLength: number): SpanFault | null {
  if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end)) || start < 0) return "not_an_offset";
  if (end <= start) return "empty";
  return end > textLength ? "outside_text" : null;
}

function neighbourFault(before: Span | undefined, span: Span): SpanFault | null {
  if (!before || span.start >= before.end) return null;
  return span.end <= before.start ? "out_of_order" : "overlapping";
}
