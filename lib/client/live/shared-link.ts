import { LiveLink } from "./live-link.ts";

type Shared = { readonly link: LiveLink; users: number };
const open = new Map<string, Shared>();

/**
 * The page's one link to a workspace's events; whoever takes it gives it back. `number` counts for the first who
 * asks: of the newest event in what the page shows.
 */
export function takeLink(
  workspaceId: string,
  userId: string,
  number: number | null = null,
): { link: LiveLink; giveBack: () => void } {
  const key = `${workspaceId} ${userId}`;
  const shared = open.get(key) ?? { link: new LiveLink(workspaceId, userId, number), users: 0 };
  open.set(key, shared);
  shared.users += 1;
  let isHeld = true;
  const giveBack = () => {
    if (!isHeld) return;
    isHeld = false;
    shared.users -= 1;
    if (shared.users > 0) return;
    open.delete(key);
    shared.link.close();
  };
  return { link: shared.link, giveBack };
}
