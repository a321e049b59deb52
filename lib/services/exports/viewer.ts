import { isLayerVisible } from "#lib/authz/facts.ts";
import type { Actor } from "#lib/authz/objects.ts";

/** Whose eyes an export has: it holds no claim of a layer its asker may not look into. */
export function viewerOf(actor: Actor) {
  return {
    viewerId: actor.userId,
    seesAdjudicated: isLayerVisible(actor, { kind: "adjudicated", ownerId: null, isReleased: false }),
  };
}
