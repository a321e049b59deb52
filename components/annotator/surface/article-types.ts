import type { ClaimState } from "#core/review/state.ts";
import type { Block } from "#core/text/blocks.ts";
import type { Span } from "#core/text/span.ts";
import type { PaintedClaim, SpecialKind } from "../dom/paint-groups.ts";
import type { Painter } from "../dom/painter.ts";
import type { TextMap } from "../dom/text-map.ts";
import type { PaintedClaims } from "./painted-claims.ts";
import type { Snap } from "./snap.ts";

export type ArticleClaim = PaintedClaim & { readonly state: ClaimState };

/** Spans painted besides claims; what the surface paints itself (hovered, selection) is not among them. */
export type ArticleMarks = Partial<
  Record<Exclude<SpecialKind, "hovered" | "selection" | "uncovered">, readonly Span[]>
>;

export type SelectionDetail = {
  readonly span: Span;
  /** Where to place what belongs to the selection, in viewport pixels. */
  readonly rect: DOMRect;
  /** The selection is to become one more fragment of the active claim. */
  readonly add: boolean;
  /** A mouse is let go when it is done; a finger may yet pull the ends, and keys grow it step by step. */
  readonly by: SelectedBy;
};

export type SelectedBy = "mouse" | "touch" | "keys";

/** One rendered article: what a parent needs to place, scroll or paint things on it. */
export type ArticleEngine = { readonly map: TextMap; readonly painter: Painter };

export type ArticleTextProps = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly claims: PaintedClaims;
  readonly activeId?: string | null;
  /** Ids to emphasise because a list beside the text points at them. */
  readonly hovered?: readonly string[];
  readonly marks?: ArticleMarks;
  /** Name of the article for those who hear it. */
  readonly label: string;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl" | "auto";
  /** What a selection grows to; graphemes are never cut. */
  readonly snap?: Snap;
  /** Null when a selection in the article was given up. */
  readonly onSelect?: (selection: SelectionDetail | null) => void;
  /** Claims under a click or tap, outermost first; none over bare text. */
  readonly onPoint?: (claimIds: readonly string[], point: { readonly x: number; readonly y: number }) => void;
  readonly onHover?: (claimIds: readonly string[]) => void;
  /** New spans of the active claim after one of its ends was dragged; without it there are no handles. */
  readonly onAdjust?: (claimId: string, spans: readonly Span[]) => void;
  /** Somebody pasted into the text, or dropped something on it: nothing came of it. */
  readonly onRefuse?: () => void;
  readonly onEngine?: (engine: ArticleEngine | null) => void;
};
