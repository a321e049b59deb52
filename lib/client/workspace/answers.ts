import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure } from "../api.ts";
import { type ClaimView, type Field, sameValue } from "./change.ts";
import type { SaveProblem } from "./write.ts";

/**
 * The server could not be asked, or could not answer now, or nobody is signed in: the same request may well succeed
 * later.
 */
export function isUnreachable({ status }: ApiFailure): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

/** In words for somebody whose work waits on this device. */
export function waitReason({ status, title }: ApiFailure): string {
  return status === 401 ? "You are not signed in here any more" : title;
}

export function problemOf(failure: ApiFailure): SaveProblem {
  return { title: failure.title, detail: failure.detail ?? "" };
}

export function actionsIn(claim: Claim): readonly string[] | null {
  return "actions" in claim && Array.isArray(claim.actions) ? claim.actions : null;
}

export function isNewer(claim: Claim, known: ClaimView): boolean {
  return (
    claim.revision !== known.revision || claim.state !== known.state || claim.updatedAt !== known.updatedAt
  );
}

/** Told after what is known: events and answers do not come in one order. */
export function isLater(claim: Claim, known: ClaimView): boolean {
  return claim.revision > known.revision || (isNewer(claim, known) && claim.updatedAt > known.updatedAt);
}

/** Told before what is known: a slow answer must not take back what has been heard since. */
export function isOlder(claim: Claim, known: ClaimView): boolean {
  return (
    claim.revision < known.revision ||
    (claim.revision === known.revision && claim.updatedAt < known.updatedAt)
  );
}

const contentFields: readonly Field[] = [
  "spans",
  "statement",
  "kind",
  "parentId",
  "provenance",
  "ownChain",
  "hedges",
  "flags",
  "sameClaimAs",
  "groupId",
];

/** The fields in which two states of a claim differ. */
export function differing(one: ClaimView, other: ClaimView): Field[] {
  return contentFields.filter((field) => !sameValue(one[field], other[field]));
}
