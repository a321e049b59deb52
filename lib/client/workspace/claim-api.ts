import { type ApiResult, call, queryString } from "#lib/client/api.ts";
import type { Article } from "#lib/contracts/articles.ts";
import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import type { Change } from "./change.ts";

/** The writes a store of claims needs. A port, so that the store runs without a network in its tests. */
export type ClaimApi = {
  readonly create: (body: ClaimCreate) => ApiResult<Claim>;
  readonly change: (id: string, change: Change, revision: number) => ApiResult<Claim>;
  readonly remove: (id: string, revision: number, children?: "keep" | "remove") => ApiResult<Claim>;
  readonly restore: (id: string, revision: number) => ApiResult<Claim>;
  readonly transition: (id: string, event: string, revision: number, body?: unknown) => ApiResult<Claim>;
  readonly read: () => ApiResult<Article>;
};

export function claimApi(workspace: string, article: string): ClaimApi {
  const base = `/workspaces/${workspace}`;
  return {
    create: (body) => call("POST", `${base}/articles/${article}/claims`, body),
    change: (id, change, revision) => call("PATCH", `${base}/claims/${id}`, change, { ifMatch: revision }),
    remove: (id, revision, children) =>
      call("DELETE", `${base}/claims/${id}${queryString({ children })}`, undefined, { ifMatch: revision }),
    restore: (id, revision) =>
      call("POST", `${base}/claims/${id}/restore`, { revision }, { ifMatch: revision }),
    transition: (id, event, revision, body) =>
      call("POST", `${base}/claims/${id}/${event}`, body, { ifMatch: revision }),
    read: () => call("GET", `${base}/articles/${article}?include=claims`),
  };
}
