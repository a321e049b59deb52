import { fail, ok, type Result } from "#core/result.ts";
import type { Role } from "#core/review/state.ts";
import type { Actor, AnyObject, ObjectOf } from "./objects.ts";
import { type Permission, scopeOf } from "./permissions.ts";
import { policy } from "./policy.ts";

// Not exported: a value with this key can be written in this file only.
const granted: unique symbol = Symbol("permit");

/** Proof that a permission was asked for and given. `lib/db` demands one and works in *its* workspace. */
export type Permit<P extends Permission> = {
  readonly [granted]: P;
  readonly workspaceId: string;
  /** The user who was permitted. */
  readonly actorId: string;
  readonly role: Role;
};

export type AnyPermit = Permit<Permission>;

/**
 * The first of two steps: a membership opens its workspace for reading. A list read with this permit still leaves out
 * what `isLayerVisible` and a restricted project hide. Throws for a token without any scope, which none is given.
 */
export function enterWorkspace(membership: Actor): Permit<"workspace:read"> {
  if (!hasScope(membership, "workspace:read")) throw new TypeError("A token without a scope enters nothing");
  return permit("workspace:read", membership);
}

/** The second step: may this actor do this to this loaded object? Forbidden is answered as not found. */
export function authorize<P extends Permission>(
  action: P,
  actor: Actor,
  object: ObjectOf<P>,
): Result<Permit<P>, "forbidden"> {
  return isAllowed(action, actor, object) ? ok(permit(action, actor)) : fail("forbidden");
}

/** The bare answer, for lists of actions; it proves nothing, so it makes no permit. */
export function isAllowed(action: Permission, actor: Actor, object: AnyObject): boolean {
  return (
    object.workspaceId === actor.workspaceId &&
    hasScope(actor, action) &&
    policy[action].some((facts) => facts.every((fact) => fact(actor, object)))
  );
}

function hasScope(actor: Actor, action: Permission): boolean {
  if (!actor.scopes) return true;
  const needed = scopeOf[action];
  return needed === "read" ? actor.scopes.length > 0 : actor.scopes.includes(needed);
}

function permit<P extends Permission>(action: P, actor: Actor): Permit<P> {
  return { [granted]: action, workspaceId: actor.workspaceId, actorId: actor.userId, role: actor.role };
}
