import { type ClaimFilter, noFilter } from "#lib/client/workspace/filter.ts";

/** How a person looks at the article's structure; the filter is kept in the address, nothing else is kept. */
export type OutlineState = {
  filter: ClaimFilter;
  view: "claims" | "uncovered";
  collapsed: ReadonlySet<string>;
  /** The row that takes the focus when the list is entered. */
  current: string | null;
  /** Where a range of selected rows began, and the row it was last drawn to. */
  anchor: string | null;
  drawn: string | null;
  /** Claims that do not match are not painted. */
  isHidingOthers: boolean;
  isPaintingUncovered: boolean;
  /** The list stands over the open claim. */
  isListOver: boolean;
  /** Stands for "put the focus into": raised by shortcuts, lowered by what it names. */
  focus: "list" | "search" | null;
  /** A claim was opened out of the list by key or press. */
  hadFocus: boolean;
  /** How far the list was scrolled when it was left. */
  scrolled: number;
};

export const initialOutline: OutlineState = {
  filter: noFilter,
  view: "claims",
  collapsed: new Set(),
  current: null,
  anchor: null,
  drawn: null,
  isHidingOthers: false,
  isPaintingUncovered: false,
  isListOver: false,
  focus: null,
  hadFocus: false,
  scrolled: 0,
};
