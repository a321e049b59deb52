import { ok } from "#core/result.ts";
import { type ApiResult, call, queryString } from "#lib/client/api.ts";
import { inSlices } from "#lib/client/slices.ts";
import type { Article, ArticleReading } from "#lib/contracts/articles.ts";
import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import { longClaims } from "#lib/contracts/short-claims.ts";
import type { Change } from "./change.ts";

/** With a write goes its key, under which it takes effect once, however often it is sent. */
export type Once = { readonly key: string; readonly revision: number };

/** The claims of an article at one moment. */
export type Reading = Omit<ArticleReading, "claims"> & { readonly claims: readonly Claim[] };

/** What a store of claims asks of the server. A port, so that the store runs without a network in its tests. */
export type ClaimApi = {
  readonly create: (body: ClaimCreate, key: string) => ApiResult<Claim>;
  readonly change: (id: string, change: Change, once: Once) => ApiResult<Claim>;
  readonly remove: (id: string, once: Once, children?: "keep" | "remove") => ApiResult<Claim>;
  readonly restore: (id: string, once: Once) => ApiResult<Claim>;
  readonly transition: (id: string, event: "submit" | "withdraw", once: Once) => ApiResult<Claim>;
  /** Every claim of the article, and what comes with them. */
  readonly read: () => ApiResult<Reading>;
  readonly claim: (id: string) => ApiResult<Claim>;
  /** When anything about the article last happened. */
  readonly activity: () => ApiResult<string>;
};

/** Long past what any write takes; sent again, it still takes effect once. */
const PATIENCE = 60_000;

/** `person`: whoever made the writes; the server refuses them from anybody else's session. */
export function claimApi(workspace: string, article: string, person: string): ClaimApi {
  const claims = `/workspaces/${workspace}/claims`;
  const path = `/workspaces/${workspace}/articles/${article}`;
  // One that hangs would keep every other page of the article from sending.
  const sent = (key: string) => ({ idempotencyKey: key, person, signal: AbortSignal.timeout(PATIENCE) });
  const options = ({ key, revision }: Once) => ({ ...sent(key), ifMatch: revision });
  return {
    create: (body, key) => call("POST", `${path}/claims`, body, sent(key)),
    change: (id, change, once) => call("PATCH", `${claims}/${id}`, change, options(once)),
    remove: (id, once, children) =>
      call("DELETE", `${claims}/${id}${queryString({ children })}`, undefined, options(once)),
    restore: (id, once) => call("POST", `${claims}/${id}/restore`, {}, options(once)),
    transition: (id, event, once) => call("POST", `${claims}/${id}/${event}`, undefined, options(once)),
    read: async () => {
      const read = await call<ArticleReading>("GET", `${path}/reading`);
      return read.ok ? ok({ ...read.value, claims: await inSlices(longClaims(read.value.claims)) }) : read;
    },
    claim: (id) => call("GET", `${claims}/${id}`),
    activity: async () => {
      const result = await call<Article>("GET", path);
      return result.ok ? { ok: true, value: result.value.lastActivityAt } : result;
    },
  };
}
