import type { Span } from "../text/span.ts";

/**
 * The words themselves and a little of what stands around them, as they stand in the text.
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export type TextQuoteSelector = {
  readonly exact: string;
  /** What stands directly before; empty at the start of the text, or when the other side did not say. */
  readonly prefix: string;
  /** What stands directly after; empty at the end of the text, or when the other side did not say. */
  readonly suffix: string;
};

/** https://www.w3.org/TR/annotation-model/#text-position-selector : code points, half-open. */
export type TextPositionSelector = Span;

/** Two descriptions of one place: where it was, and what stood there. */
export type Selector = {
  /** Absent where a format gives only the quote. */
  readonly position?: TextPositionSelector;
  readonly quote: TextQuoteSelector;
};
