import { isInProject, seesLayer } from "#lib/authz/facts.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { StoredEvent } from "#lib/db/events.ts";

/**
 * Whether a member may be told of an event: a restricted project's only by those in it, a blind layer's only by its
 * editor until it is released (rules.md 3 and 5). What happens to the workspace as a whole is every member's to know.
 */
export function isToldTo(actor: Actor, { project, layer }: Pick<StoredEvent, "project" | "layer">): boolean {
  const { workspaceId } = actor;
  const isOpen = project === null || isInProject(actor, { workspaceId, project });
  return isOpen && (layer === null || seesLayer(actor, { workspaceId, layer }));
}
