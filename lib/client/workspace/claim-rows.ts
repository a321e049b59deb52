import { compareSpans } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";
import type { Feed } from "./feed.ts";
import { compareClaims, type Row, rowsOf } from "./order.ts";

/** Past this many changes at once, ordering all anew is quicker than one by one. */
const MANY = 200;

/**
 * The rows of all claims in reading order, kept by difference: a change finds its place by halving. The list is a new
 * one after each change, as React needs it; copying it is all that grows with the number of claims.
 */
export class ClaimRows {
  readonly #claims: ReadonlyMap<string, ClaimView>;
  readonly #childrenOf: (id: string) => readonly ClaimView[];
  readonly #listeners = new Set<() => void>();
  #rows: readonly Row[];
  /** Each claim as it stands in the rows, which is where to find it. */
  #placed: Map<string, Row>;

  constructor(
    claims: ReadonlyMap<string, ClaimView>,
    childrenOf: (id: string) => readonly ClaimView[],
    feed: Feed,
  ) {
    this.#claims = claims;
    this.#childrenOf = childrenOf;
    this.#rows = rowsOf(claims.values());
    this.#placed = new Map(this.#rows.map((row) => [row.claim.id, row]));
    feed.subscribe((changed) => this.#update(changed));
  }

  readonly get = (): readonly Row[] => this.#rows;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Where the claim stands in the rows; -1 where it does not. */
  readonly indexOf = (id: string): number => {
    const row = this.#placed.get(id);
    if (!row) return -1;
    const at = lowerBound(this.#rows, (other) => this.#compare(other.claim, row.claim) < 0);
    return this.#rows[at]?.claim.id === id ? at : -1;
  };

  #update(changed: ReadonlySet<string>): void {
    const real = [...changed].filter((id) => this.#claims.get(id) !== this.#placed.get(id)?.claim);
    if (real.length === 0) return;
    if (real.length > MANY) this.#orderAnew();
    else {
      const rows = [...this.#rows];
      const moved = new Set<string>();
      for (const id of real) if (!this.#replace(rows, id)) this.#withBelow(id, moved);
      this.#rows = rows;
      if (moved.size > MANY) this.#orderAnew();
      else this.#move(moved);
    }
    for (const listener of this.#listeners) listener();
  }

  #orderAnew(): void {
    this.#rows = rowsOf(this.#claims.values());
    this.#placed = new Map(this.#rows.map((row) => [row.claim.id, row]));
  }

  /** A claim that keeps its place: true when that is all there is to do. */
  #replace(rows: Row[], id: string): boolean {
    const row = this.#placed.get(id);
    const claim = this.#claims.get(id);
    if (!row || !claim || !standsAlike(row.claim, claim)) return false;
    const at = this.indexOf(id);
    if (at === -1) return false;
    const next = { ...row, claim };
    rows[at] = next;
    this.#placed.set(id, next);
    return true;
  }

  #withBelow(id: string, moved: Set<string>): void {
    if (moved.has(id)) return;
    moved.add(id);
    for (const child of this.#childrenOf(id)) this.#withBelow(child.id, moved);
  }

  #move(moved: ReadonlySet<string>): void {
    if (moved.size === 0) return;
    const rows = this.#rows.filter(({ claim }) => !moved.has(claim.id));
    for (const id of moved) this.#placed.delete(id);
    for (const id of moved) this.#insert(rows, id, moved);
    this.#rows = rows;
  }

  /** Its parent goes first: where that stands is part of where this one does. */
  #insert(rows: Row[], id: string, moved: ReadonlySet<string>): void {
    const claim = this.#claims.get(id);
    if (!claim || this.#placed.has(id)) return;
    const parentId = claim.parentId ?? "";
    if (moved.has(parentId)) this.#insert(rows, parentId, moved);
    const row = { claim, level: 0 };
    this.#placed.set(id, row);
    const level = this.#path(claim).length - 1;
    const at = lowerBound(rows, (other) => this.#compare(other.claim, claim) < 0);
    const placed = { claim, level };
    this.#placed.set(id, placed);
    rows.splice(at, 0, placed);
  }

  #compare(one: ClaimView, other: ClaimView): number {
    if (one.parentId === null && other.parentId === null) return compareClaims(one, other);
    const [ours, theirs] = [this.#path(one), this.#path(other)];
    for (let level = 0; ; level += 1) {
      const [a, b] = [ours[level], theirs[level]];
      if (!a || !b) return a ? 1 : b ? -1 : 0;
      if (a.id !== b.id) return compareClaims(a, b);
    }
  }

  /** The claim and those it is nested in, outermost first, as they stand in the rows. */
  #path(claim: ClaimView): readonly ClaimView[] {
    const path = [claim];
    for (let at = this.#parentOf(claim); at && !path.includes(at); at = this.#parentOf(at)) path.unshift(at);
    return path;
  }

  #parentOf({ parentId }: ClaimView): ClaimView | undefined {
    return parentId === null ? undefined : this.#placed.get(parentId)?.claim;
  }
}

/** Both would stand in the same place. */
function standsAlike(one: ClaimView, other: ClaimView): boolean {
  const [a, b] = [one.spans[0], other.spans[0]];
  return one.parentId === other.parentId && a !== undefined && b !== undefined && compareSpans(a, b) === 0;
}

/** The first index of which `isBefore` is not true; it must be true of a first part and of no other. */
function lowerBound(rows: readonly Row[], isBefore: (row: Row) => boolean): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const row = rows[middle];
    if (row && isBefore(row)) from = middle + 1;
    else to = middle;
  }
  return from;
}
