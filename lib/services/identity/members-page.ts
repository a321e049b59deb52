import { ok, type Result } from "#core/result.ts";
import type { Invitation, Member } from "#lib/contracts/workspaces.ts";
import { systemClock } from "#lib/platform/clock.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import * as invitations from "./invitations.ts";
import * as members from "./members.ts";

/** As many as one page of settings shows; a larger desk uses the API. */
const MOST = 500;

export type MembersPage = {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly me: string;
  readonly manages: boolean;
  readonly ownsIt: boolean;
  /** Milliseconds since 1970, so that what has run out is the same on server and screen. */
  readonly now: number;
};

/** Members of a workspace, and for those who may manage them the open invitations. */
export async function membersPageOf(
  caller: Caller,
  workspace: string,
): Promise<Result<MembersPage, Failure>> {
  const [listed, abilities] = await Promise.all([
    members.list(caller, workspace, { limit: MOST }),
    members.abilities(caller, workspace),
  ]);
  if (!listed.ok) return listed;
  if (!abilities.ok) return abilities;
  const open = abilities.value.manages ? await invitations.list(caller, workspace, { limit: MOST }) : null;
  return ok({
    members: listed.value.items,
    invitations: open?.ok ? open.value.items : [],
    me: caller.principal.userId,
    ...abilities.value,
    now: systemClock().getTime(),
  });
}
