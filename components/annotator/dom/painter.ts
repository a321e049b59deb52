import type { Span } from "#core/text/span.ts";
import { FallbackPainter } from "./fallback-paint.ts";
import { hasHighlights } from "./highlight-registry.ts";
import { HighlightPainter } from "./paint.ts";
import type { PaintedClaim, SpecialKind } from "./paint-groups.ts";
import type { TextMap } from "./text-map.ts";

/** Paints claims on a rendered article. One object per article; `destroy` leaves the text as it was. */
export type Painter = {
  /** True where the browser has no CSS highlights and the text is wrapped instead: slower, and worth saying. */
  readonly isFallback: boolean;
  /** Replaces every claim. */
  readonly setAll: (claims: readonly PaintedClaim[]) => void;
  /** Adds a claim, or replaces the one with its id; touches no other claim's ranges. */
  readonly put: (claim: PaintedClaim) => void;
  readonly remove: (id: string) => void;
  /** Emphasises one claim and dims the others; null ends it. */
  readonly setActive: (id: string | null) => void;
  readonly setSpecial: (kind: SpecialKind, spans: readonly Span[]) => void;
  readonly destroy: () => void;
};

export function createPainter(map: TextMap): Painter {
  return hasHighlights() ? new HighlightPainter(map) : new FallbackPainter(map);
}
