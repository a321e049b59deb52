import { canonicalLink, contentHashInput } from "./canonical-content.ts";
import type { ClaimContent, Link } from "./claim.ts";

/** A field of content other than the chain. */
export type PlainField = Exclude<keyof ClaimContent, "chain">;

/** A changed field with what it was and is. */
export type FieldChange = {
  [F in PlainField]: { readonly field: F; readonly before: ClaimContent[F]; readonly after: ClaimContent[F] };
}[PlainField];

/** A link that came, went or changed. Indices are into the chains compared; null on the side where it is absent. */
export type LinkChange = {
  readonly field: "chain";
  readonly indexBefore: number | null;
  readonly indexAfter: number | null;
  readonly before: Link | null;
  readonly after: Link | null;
  /** The facets that differ when both sides are there, else empty. */
  readonly facets: readonly (keyof Link)[];
};

/** One entry of a difference, as the review screen lists them. */
export type ContentChange = FieldChange | LinkChange;

/** True when nothing a review decides about differs; then saving makes no new revision. */
export function contentEquals(a: ClaimContent, b: ClaimContent): boolean {
  return contentHashInput(a) === contentHashInput(b);
}

/**
 * What changed between two contents, in reading order; empty exactly when `contentEquals`. Hand in contents whose
 * `chain` is the whole chain to see what a parent's change did to its child.
 */
export function contentDiff(before: ClaimContent, after: ClaimContent): readonly ContentChange[] {
  const fields = plainFields.flatMap((field) => fieldChange(field, before, after));
  return [...fields, ...chainDiff(before.chain, after.chain)];
}

/** Fields in the order in which the screen shows them; the chain comes last. */
const plainFields = ["spans", "statement", "kind", "parentId", "provenance", "hedges", "flags"] as const;

/** Content with nothing in it: two of them that differ in one field are equal exactly when that field is. */
const blank: ClaimContent = {
  spans: [],
  statement: "",
  kind: null,
  parentId: null,
  provenance: "",
  chain: [],
  hedges: [],
  flags: [],
};

function fieldChange<F extends PlainField>(
  field: F,
  before: ClaimContent,
  after: ClaimContent,
): readonly FieldChange[] {
  const isSame = contentEquals({ ...blank, [field]: before[field] }, { ...blank, [field]: after[field] });
  // The three parts are of one field by construction, which a mapped union cannot express for a generic key.
  return isSame ? [] : [{ field, before: before[field], after: after[field] } as FieldChange];
}

/**
 * Equal links at both ends are set aside and what lies between is compared in order. Chains are short, and an edit
 * touches one place, so this names the link a person changed where a longest common subsequence would need more.
 */
function chainDiff(before: readonly Link[], after: readonly Link[]): readonly LinkChange[] {
  const old = before.map(canonicalLink);
  const now = after.map(canonicalLink);
  const head = sharedLength(old, now);
  const tail = sharedLength(old.slice(head).toReversed(), now.slice(head).toReversed());
  const goneCount = old.length - tail - head;
  const comeCount = now.length - tail - head;
  return Array.from({ length: Math.max(goneCount, comeCount) }, (_, offset) =>
    linkChange(
      offset < goneCount ? { index: head + offset, links: before } : null,
      offset < comeCount ? { index: head + offset, links: after } : null,
    ),
  ).filter((change) => change.facets.length > 0 || !change.before || !change.after);
}

/** A place in one of the two chains; null where the other is longer. */
type Side = { readonly index: number; readonly links: readonly Link[] } | null;

/** One place of the two chains side by side. */
function linkChange(from: Side, to: Side): LinkChange {
  const before = from?.links[from.index] ?? null;
  const after = to?.links[to.index] ?? null;
  return {
    field: "chain",
    indexBefore: from?.index ?? null,
    indexAfter: to?.index ?? null,
    before,
    after,
    facets: before && after ? changedFacets(before, after) : [],
  };
}

/** Facets whose exchange alone would make the link another, so that equal spans in other objects do not count. */
function changedFacets(before: Link, after: Link): readonly (keyof Link)[] {
  // Object.keys of a Link are its keys; asserted because TypeScript types them as strings.
  const names = Object.keys(before) as (keyof Link)[];
  const own = canonicalLink(before);
  return names.filter((name) => canonicalLink({ ...before, [name]: after[name] }) !== own);
}

/** How many texts two lists begin with alike. */
function sharedLength(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((text, index) => text !== b[index]);
  return end === -1 ? Math.min(a.length, b.length) : end;
}
