import type { Hedge, Link } from "#core/attribution/claim.ts";
import type { ClaimKind } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import type { Claim } from "#lib/contracts/claims.ts";

/** What a person may write of a claim. The chain is always sent as the claim's own links. */
export type ContentFields = {
  readonly spans: readonly Span[];
  readonly statement: string;
  readonly kind: ClaimKind | null;
  readonly parentId: string | null;
  readonly provenance: string;
  readonly ownChain: readonly Link[];
  readonly hedges: readonly Hedge[];
  readonly flags: readonly string[];
  readonly sameClaimAs: string | null;
  readonly groupId: string | null;
};
export type Change = { readonly [F in keyof ContentFields]?: ContentFields[F] };
export type Field = keyof ContentFields;

/** A claim as the screen shows it: what the server last said, with one's own unsaved changes over it. */
export type ClaimView = Omit<Claim, Field | "chain"> & ContentFields & { readonly chain: readonly Link[] };

/** Fields of a change, typed as what they are: keys of `ContentFields`. */
export function fieldsOf(change: Change): Field[] {
  return Object.keys(change) as Field[]; // Object.keys knows only strings.
}

/** The same fields as in `change`, as they stand in `claim`: what undoing the change would write. */
export function currentOf(claim: ContentFields, change: Change): Change {
  return Object.fromEntries(fieldsOf(change).map((field) => [field, claim[field]]));
}

/** The part of a change that differs from what already stands there. */
export function effective(claim: ContentFields, change: Change): Change {
  return Object.fromEntries(
    fieldsOf(change)
      .filter((field) => change[field] !== undefined && !sameValue(claim[field], change[field]))
      .map((field) => [field, change[field]]),
  );
}

export function isEmpty(change: Change): boolean {
  return fieldsOf(change).length === 0;
}

/** Equality of JSON values; the order of keys does not count. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const ours = Object.entries(one);
  const theirs = new Map(Object.entries(other));
  return (
    ours.length === theirs.size &&
    ours.every(([key, value]) => theirs.has(key) && sameValue(value, theirs.get(key)))
  );
}
