import type { Span } from "#core/text/span.ts";
import { ClaimIndex } from "#lib/client/workspace/claim-index.ts";
import type { ArticleClaim } from "./article-types.ts";

type Change = { readonly id: string; readonly claim: ArticleClaim | null };

/**
 * The claims on a text, with one index of where they are for all who look: text, rail, pointer. Tells its listeners
 * the ids of what changed, so that each paints only that.
 */
export class PaintedClaims {
  readonly #claims = new Map<string, ArticleClaim>();
  readonly #hidden = new Map<string, ArticleClaim>();
  readonly #index = new ClaimIndex();
  readonly #listeners = new Set<(changed: ReadonlySet<string>) => void>();
  #isShown: (id: string) => boolean = () => true;

  constructor(claims: Iterable<ArticleClaim> = []) {
    for (const claim of claims) {
      this.#claims.set(claim.id, claim);
      this.#index.put(claim);
    }
  }

  readonly subscribe = (listener: (changed: ReadonlySet<string>) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly get = (id: string): ArticleClaim | null => this.#claims.get(id) ?? null;
  readonly all = (): Iterable<ArticleClaim> => this.#claims.values();
  /** Ids of claims over the code point at `offset`, outermost first. */
  readonly covering = (offset: number): string[] => this.#index.covering(offset);
  readonly overlapping = (span: Span): ArticleClaim[] =>
    this.#index.overlapping(span).flatMap((id) => this.#claims.get(id) ?? []);

  /** A null takes the claim away. */
  update(changes: readonly Change[]): void {
    const told = new Set<string>();
    for (const { id, claim } of changes) {
      this.#hidden.delete(id);
      if (claim && !this.#isShown(id)) this.#hidden.set(id, claim);
      if (this.#set(id, claim && this.#isShown(id) ? claim : null)) told.add(id);
    }
    this.#tell(told);
  }

  /** Leaves only these in sight, until asked otherwise. */
  showOnly(isShown: (id: string) => boolean): void {
    this.#isShown = isShown;
    const known = [...this.#claims.values(), ...this.#hidden.values()];
    this.update(known.map((claim) => ({ id: claim.id, claim })));
  }

  #set(id: string, claim: ArticleClaim | null): boolean {
    if (this.#claims.get(id) === (claim ?? undefined)) return false;
    if (claim) this.#claims.set(id, claim);
    else this.#claims.delete(id);
    return true;
  }

  #tell(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    for (const id of changed) {
      const claim = this.#claims.get(id);
      if (claim) this.#index.put(claim);
      else this.#index.remove(id);
    }
    for (const listener of this.#listeners) listener(changed);
  }
}

/** Past this many changes at once, doing all anew is quicker than one by one. */
export const MANY = 200;
