import type { Claim } from "#lib/contracts/claims.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimStore } from "./claim-store.ts";
import { device } from "./device.cases.ts";
import { remote } from "./remote.cases.ts";

type Parts = { readonly server?: ReturnType<typeof remote>; readonly kept?: ReturnType<typeof device> };

/** A page with its store, loaded; the server and the device are its own, or those of a page before. */
export async function storeOf(claims: readonly Claim[] = [claimOf()], parts: Parts = {}) {
  const server = parts.server ?? remote(claims);
  const kept = parts.kept ?? device();
  const notices: string[] = [];
  const store = new ClaimStore({
    api: server.api,
    articleId: "a1",
    layerId: "l1",
    me: "me",
    onNotice: ({ title }) => notices.push(title),
    drafts: kept.drafts,
  });
  await store.load();
  const saving = () => store.status.get().saving;
  return { store, notices, saving, kept, server, ...server };
}
