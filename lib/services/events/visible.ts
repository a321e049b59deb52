import { isInProject, seesLayer, seesOthersWork } from "#lib/authz/facts.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { StoredEvent } from "#lib/db/events.ts";

type Told = Pick<StoredEvent, "kind" | "actorId" | "payload" | "project" | "layer">;

/**
 * Whether a member may be told of an event: a restricted project's only by those in it, a blind layer's only by its
 * editor until it is released (rules.md 3 and 5), a blind project's assignments only by their holders, those who acted,
 * and admins. What happens to the workspace as a whole is every member's to know.
 */
export function isToldTo(actor: Actor, event: Told): boolean {
  const { workspaceId } = actor;
  const { kind, payload, project, layer } = event;
  // What one person is told is nobody else's to know.
  if (kind.startsWith("notification.")) return payload.userId === actor.userId;
  if (kind.startsWith("assignment.") && !knowsOfWork(actor, event)) return false;
  // A source of one article tells what whoever made it found there; whose layer it goes with is not known yet.
  const isFound = kind.startsWith("source.") && project?.isBlind === true && layer === null;
  if (isFound && event.actorId !== actor.userId) return false;
  const isOpen = project === null || isInProject(actor, { workspaceId, project });
  return isOpen && (layer === null || seesLayer(actor, { workspaceId, layer }));
}

function knowsOfWork(actor: Actor, { actorId, payload, project }: Told): boolean {
  const isOwn = payload.userId === actor.userId || actorId === actor.userId;
  return isOwn || project === null || seesOthersWork(actor, project);
}
