/**
 * A half-open range `[start, end)` in Unicode **code points** of one version's canonical text
 * (rules.md 2; Web Annotation TextPositionSelector has the same unit and bounds).
 * Invariant where constructed: `0 <= start < end <= length of the text`.
 */
export type Span = { readonly start: number; readonly end: number };
