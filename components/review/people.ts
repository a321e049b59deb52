import type { Member } from "#lib/contracts/workspaces.ts";

export type Person = Pick<Member, "userId" | "name">;
export type NameOf = (id: string) => string;

/** Names of the workspace's people; somebody who has left is not named. */
export function namesOf(people: readonly Person[], me: string): NameOf {
  const byId = new Map(people.map(({ userId, name }) => [userId, name]));
  return (id) => (id === me ? "You" : (byId.get(id) ?? "A former colleague"));
}
