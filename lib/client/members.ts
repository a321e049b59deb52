import type { Member } from "#lib/contracts/workspaces.ts";
import { call } from "./api.ts";

/** People come and go seldom; many parts of a page ask who somebody is. */
const STAYS_MS = 60_000;
const known = new Map<
  string,
  { readonly people: Promise<readonly Member[] | null>; readonly until: number }
>();

/** The people of a workspace, asked for once a minute however many ask; null where they could not be had. */
export function membersOf(workspace: string): Promise<readonly Member[] | null> {
  const kept = known.get(workspace);
  if (kept && kept.until > Date.now()) return kept.people;
  const people = call<{ items: Member[] }>("GET", `/workspaces/${workspace}/members?limit=500`).then(
    (answer) => {
      if (!answer.ok) known.delete(workspace);
      return answer.ok ? answer.value.items : null;
    },
  );
  known.set(workspace, { people, until: Date.now() + STAYS_MS });
  return people;
}
