/**
 * Highlights are registered per document, and two articles may stand side by side on one page:
 * painters share the Highlight of a name, and each adds and removes only its own ranges.
 */
export function sharedHighlight(name: string, priority: number): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

/** An empty Highlight still costs every block a style; it goes with its last range. */
export function releaseIfEmpty(name: string): void {
  if (CSS.highlights.get(name)?.size === 0) CSS.highlights.delete(name);
}

export function hasHighlights(): boolean {
  return typeof CSS !== "undefined" && CSS.highlights !== undefined && typeof Highlight !== "undefined";
}
