import { type ApiFailure, type ApiResult, call, queryString } from "#lib/client/api.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import type { ClaimDetail, ClaimsQuery, Decided, ReviewCreate } from "#lib/contracts/claims.ts";

/** A decision as this screen sends it; its id makes a repeated sending harmless. */
export type Decision = Omit<ReviewCreate, "id" | "comment"> & { readonly comment?: string };

/** What may be done to a claim besides deciding on it. */
export type ClaimEvent = "submit" | "withdraw" | "reopen" | "accept-proposal";

export function reviewApi(workspace: string) {
  const of = (id: string) => `/workspaces/${workspace}/claims/${id}`;
  return {
    decide: (id: string, revision: number, decision: Decision): ApiResult<Decided> =>
      call("POST", `${of(id)}/reviews`, { id: newId(), ...decision }, { ifMatch: revision }),
    retract: (id: string, revision: number, reviewId: string): ApiResult<ClaimDetail> =>
      call("DELETE", `${of(id)}/reviews/${reviewId}`, undefined, { ifMatch: revision }),
    cause: (
      id: string,
      revision: number,
      event: ClaimEvent,
      body?: { reason: string },
    ): ApiResult<ClaimDetail> => call("POST", `${of(id)}/${event}`, body, { ifMatch: revision }),
  };
}

/** Where further pages of a list of claims are read. */
export function claimsAddress(workspace: string, query: Omit<ClaimsQuery, "limit">): string {
  return `/workspaces/${workspace}/claims${queryString({ ...query, limit: 100 })}`;
}

/** What went wrong, for a person who pressed a key: what happened, what was kept, what to do. */
export function troubleOf(failure: ApiFailure): { title: string; detail: string } {
  if (failure.status === 412)
    return {
      title: "The claim changed while you looked",
      detail: "Nothing was decided. This is what changed:",
    };
  if (failure.status === 409)
    return { title: "Nothing was decided", detail: failure.detail ?? failure.title };
  if (failure.status === 404)
    return {
      title: "This claim is no longer here",
      detail: "It was removed, or you may no longer decide on it. Nothing was changed.",
    };
  return { title: failure.title, detail: failure.detail ?? "Nothing was decided. Try again in a moment." };
}
