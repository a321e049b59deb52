import { isAtLeast, isAuthor } from "#core/review/refusal.ts";
import type { Actor, AnyObject, LayerFacts } from "./objects.ts";

/** One small question about an actor and an object. `policy.ts` combines them; nothing else asks about roles. */
export type Fact = (actor: Actor, object: AnyObject) => boolean;

export const isMember: Fact = () => true;
export const isEditor: Fact = (actor) => isAtLeast(actor.role, "editor");
export const isReviewer: Fact = (actor) => isAtLeast(actor.role, "reviewer");
export const isAdmin: Fact = (actor) => isAtLeast(actor.role, "admin");
export const isOwner: Fact = (actor) => actor.role === "owner";

/** The project is open to the workspace, or names this person. Role does not help: naming oneself is an audited act. */
export const isInProject: Fact = ({ userId }, { project }) =>
  project !== undefined && (!project.isRestricted || project.memberIds.includes(userId));

export const seesLayer: Fact = (actor, { layer }) => layer != null && isLayerVisible(actor, layer);

/** A comment on an article as a whole stands in no layer. */
export const seesLayerIfAny: Fact = (actor, { layer }) =>
  layer === null || (layer !== undefined && isLayerVisible(actor, layer));

export const writesLayer: Fact = (actor, { layer }) => layer != null && isLayerWritable(actor, layer);

export const isImporter: Fact = ({ userId }, { article }) => article?.importedBy === userId;

export const isClaimAuthor: Fact = ({ userId }, { claim }) => claim !== undefined && isAuthor(userId, claim);

export const isDraft: Fact = (_, { claim }) => claim?.state === "draft";

export const isLastDecider: Fact = ({ userId }, { claim }) => claim?.lastDecision?.by === userId;

export const isCommenter: Fact = ({ userId }, { comment }) => comment?.createdBy === userId;

export const isAssignee: Fact = ({ userId }, { assignment }) => assignment?.userId === userId;

export const isTokenHolder: Fact = ({ userId }, { token }) => token?.userId === userId;

/**
 * Neither the member touched nor the role given is an owner's: ownership is the owner's alone (rules.md 5). False
 * where either was not loaded, which is not the same as `null`: nobody yet, or no role.
 */
export const leavesOwnership: Fact = (_, { member, grants }) =>
  member !== undefined && grants !== undefined && member?.role !== "owner" && grants !== "owner";

/**
 * Which layers a person may look into: the shared one, one's own, released ones; the adjudicated one, made of
 * others' blind work, is shown before its release only to those who may adjudicate. Services filter lists by this.
 */
export function isLayerVisible(actor: Pick<Actor, "userId" | "role">, layer: LayerFacts): boolean {
  if (layer.kind === "shared" || layer.isReleased) return true;
  return layer.kind === "editor" ? layer.ownerId === actor.userId : isAtLeast(actor.role, "reviewer");
}

/**
 * Who has which article, and when they were done with it, tells in a blind project how far others are: there it is for
 * whoever gives articles out. Of one's own everybody knows. Services filter lists by this.
 */
export function seesOthersWork(
  actor: Pick<Actor, "role">,
  { isBlind }: { readonly isBlind: boolean },
): boolean {
  return !isBlind || isAtLeast(actor.role, "admin");
}

function isLayerWritable(actor: Actor, layer: LayerFacts): boolean {
  switch (layer.kind) {
    case "shared":
      return isAtLeast(actor.role, "editor");
    case "editor":
      // What was released is compared and counted: it stays as its editor left it.
      return isAtLeast(actor.role, "editor") && layer.ownerId === actor.userId && !layer.isReleased;
    case "adjudicated":
      return isAtLeast(actor.role, "reviewer");
  }
}
