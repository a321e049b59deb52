import type { Result } from "#core/result.ts";
import type { Role } from "#core/review/state.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Failure } from "#lib/services/failure.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { createWorkspace } from "#lib/services/workspaces/create.ts";

export type Person = Caller & { readonly id: string };

/** A person with an account and no workspace, signed in. */
export async function person(name = "Ada", options: { sampleOnly?: boolean } = {}): Promise<Person> {
  const id = newId();
  await database().user.create({ data: { id, email: `${id}@example.org`, name, ...options } });
  return { id, principal: { userId: id, via: "session", scopes: null } };
}

/** A person with a real session, as a browser has. */
export async function seated(who: Person): Promise<Person> {
  const sid = await sessions.open(who.id, "Test");
  const principal = await sessions.find(sid);
  if (!principal) throw new Error("a session just opened is not there");
  return { ...who, principal };
}

/** Makes a person a member, as an accepted invitation would. */
export async function join(workspaceId: string, role: Role, who?: Person): Promise<Person> {
  const member = who ?? (await person());
  await database().membership.create({ data: { workspaceId, userId: member.id, role } });
  return member;
}

/** A workspace with its owner and its first project's slug. */
export async function desk(): Promise<{ w: string; p: string; owner: Person }> {
  const owner = await person("Olga");
  const workspace = value(await createWorkspace(owner, { name: "Desk" }));
  return { w: workspace.id, p: "first-project", owner };
}

/** The value of a success; a failure fails the test with its words. */
export function value<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The kind of a failure, with the pointer or code that goes with it; `ok` for a success. */
export function outcome(result: Result<unknown, Failure>): string {
  if (result.ok) return "ok";
  const { failure } = result;
  if (failure.kind === "conflict") return `conflict ${failure.code}`;
  return failure.kind === "invalid" ? `invalid ${failure.errors[0]?.pointer}` : failure.kind;
}
