import { fail, ok, type Result } from "#core/result.ts";
import { strongestMember } from "#lib/db/identity/strongest-member.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";

/**
 * Whoever can read the installation's secrets may act in it: as the person named, or as the workspace's owner.
 * Everything still goes through the services, so it is authorized and stands in the audit under that name.
 */
export async function callerIn(workspace: string, email: string | null): Promise<Result<Caller, Failure>> {
  const userId = await strongestMember(workspace, email);
  if (userId === null) return fail(notFound(email === null ? "workspace" : "member"));
  return ok({ principal: { userId, via: "system", scopes: null } });
}
