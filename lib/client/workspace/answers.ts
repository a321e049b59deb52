import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure } from "../api.ts";
import type { ClaimView } from "./change.ts";
import type { Entry, SaveProblem } from "./entry.ts";
import { type Conflict, mergeChange } from "./merge.ts";

/** The server could not be asked, or could not answer now: the same request may well succeed later. */
export function isUnreachable({ status }: ApiFailure): boolean {
  return status === 0 || status === 429 || status >= 500;
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

export function refreshed(entry: Entry, claim: Claim): Entry {
  const { rest, conflicts } = mergeChange(entry.server, entry.pending, claim);
  const conflict = conflicts.length > 0 ? joined(conflicts) : entry.conflict;
  return { ...entry, server: claim, pending: rest, conflict, actions: null };
}

export function joined(conflicts: readonly Conflict[]): Conflict {
  return {
    fields: conflicts.flatMap(({ fields }) => fields),
    before: Object.assign({}, ...conflicts.map(({ before }) => before)),
    mine: Object.assign({}, ...conflicts.map(({ mine }) => mine)),
    theirs: Object.assign({}, ...conflicts.map(({ theirs }) => theirs)),
  };
}
