import type { ImportedClaim } from "#core/import/dataset.ts";
import { newId } from "#lib/platform/ids.ts";
import { isId } from "./place-articles.ts";
import type { Standing } from "./place-claims.ts";
import type { PlannedClaim } from "./plan.ts";
import type { Problems } from "./problems.ts";

/** Parents before their children; what is nested in a circle, or in what is not there, is a problem. */
export function parentsFirst(own: readonly ImportedClaim[], problems: Problems): ImportedClaim[] {
  const byKey = new Map(own.map((claim) => [claim.key, claim]));
  const isPlaced = new Map<string, boolean>();
  const ordered: ImportedClaim[] = [];
  for (const first of own) {
    for (const claim of lineOf(first, byKey, isPlaced).toReversed()) {
      const isSound = claim.parent === null || isPlaced.get(claim.parent) === true;
      isPlaced.set(claim.key, isSound);
      if (isSound) ordered.push(claim);
      else problems.row(claim.place, "unknown-parent", NO_PARENT);
    }
  }
  return ordered;
}

const NO_PARENT = "The claim it is nested in is not in the file, or is nested in it.";

/** A claim and those above it that were not looked at yet, from the inside out. */
function lineOf(
  first: ImportedClaim,
  byKey: ReadonlyMap<string, ImportedClaim>,
  seen: Map<string, boolean>,
): ImportedClaim[] {
  const line: ImportedClaim[] = [];
  for (let claim: ImportedClaim | undefined = first; claim && !seen.has(claim.key); ) {
    seen.set(claim.key, false);
    line.push(claim);
    claim = claim.parent === null ? undefined : byKey.get(claim.parent);
  }
  return line;
}

/** Every nested claim adds a link; deeper is a program's doing. */
const DEEPEST = 50;

/** The planned claim it is nested in; null for none, undefined where that one is left out. */
export function parentOf(
  claim: ImportedClaim,
  placed: ReadonlyMap<string, PlannedClaim>,
  owner: string | null,
  problems: Problems,
): PlannedClaim | null | undefined {
  if (claim.parent === null) return null;
  const parent = placed.get(claim.parent);
  if (parent && parent.wholeChain.length > DEEPEST) {
    problems.row(claim.place, "nested-too-deeply", `It is nested more than ${DEEPEST} deep.`);
    return undefined;
  }
  if (parent && parent.owner === owner) return parent;
  problems.row(claim.place, "parent-left-out", "The claim it is nested in is left out, and so is this one.");
  return undefined;
}

export function standingOf(parent: PlannedClaim, placed: ReadonlyMap<string, PlannedClaim>): Standing {
  const ancestorIds: string[] = [];
  for (let above = parent.from.parent; above !== null; ) {
    const one = placed.get(above);
    if (!one) break;
    ancestorIds.push(one.id);
    above = one.from.parent;
  }
  const { id, wholeChain, content } = parent;
  return { id, wholeChain, spans: content.spans, ancestorIds };
}

/** Joins claims that say the same or were split from one sentence, as the file has it. */
export function joined(
  claims: readonly PlannedClaim[],
  placed: ReadonlyMap<string, PlannedClaim>,
  problems: Problems,
): PlannedClaim[] {
  const groups = new Map<string, string>();
  return claims.map((claim) => {
    const groupId = groupOf(claim, groups);
    return { ...claim, groupId, sameClaimAs: twinOf(claim, placed, problems)?.id ?? null };
  });
}

function twinOf(
  claim: PlannedClaim,
  placed: ReadonlyMap<string, PlannedClaim>,
  problems: Problems,
): PlannedClaim | null {
  const { sameClaimAs, place } = claim.from;
  if (sameClaimAs === null) return null;
  const twin = placed.get(sameClaimAs);
  if (twin && twin !== claim && twin.owner === claim.owner) return twin;
  problems.note(place, "twin-left-out", "The claim it says again is left out: it comes in by itself.");
  return null;
}

function groupOf({ from: { group } }: PlannedClaim, groups: Map<string, string>): string | null {
  if (group === null) return null;
  const id = groups.get(group) ?? (isId(group) ? group : newId());
  groups.set(group, id);
  return id;
}
