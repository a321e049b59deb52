import { fourEyesConflict } from "#core/review/four-eyes.ts";
import { isPossible, type ReviewEventType } from "#core/review/transitions.ts";
import { isAllowed } from "./authorize.ts";
import type { Actor, AnyObject, ClaimAuthFacts } from "./objects.ts";
import { type Permission, permissions } from "./permissions.ts";

/**
 * The names of what this actor may do to this object **now**: the policy, the claim's state and four eyes together.
 * Sent to the browser, which offers no other button. Only permissions about the kind of object given appear.
 */
export function allowedActions(actor: Actor, object: AnyObject): readonly Permission[] {
  return permissions.filter(
    (action) =>
      isAbout(action, object) &&
      isAllowed(action, actor, object) &&
      (object.claim === undefined || isTimely(action, actor, object.claim)),
  );
}

/** The part of an object a permission is about; without it the question has no meaning. */
const subjects: Readonly<Record<string, readonly (keyof AnyObject)[]>> = {
  claim: ["claim"],
  review: ["claim"],
  proposal: ["claim"],
  assessment: ["claim"],
  article: ["article"],
  project: ["project"],
  export: ["project"],
  comment: ["project", "layer"],
  member: ["member"],
  invitation: ["member"],
  token: ["token"],
};

/** Exceptions to `subjects`: permissions to make something, asked about where it is to be made. */
const subjectsOf: Readonly<Partial<Record<Permission, readonly (keyof AnyObject)[]>>> = {
  "claim:create": ["layer"],
  "article:import": ["project"],
  "layer:import": ["project"],
  "layer:release": ["article"],
  "project:create": [],
  "comment:edit": ["project", "layer", "comment"],
};

function isAbout(action: Permission, object: AnyObject): boolean {
  const [noun = ""] = action.split(":");
  const needed = subjectsOf[action] ?? subjects[noun] ?? [];
  return needed.every((part) => object[part] !== undefined);
}

const eventOf: Readonly<Partial<Record<Permission, ReviewEventType>>> = {
  "claim:revise": "revise",
  "claim:submit": "submit",
  "claim:withdraw": "withdraw",
  "claim:remove": "remove",
  "claim:restore": "restore",
  "review:decide": "approve",
  "review:reopen": "reopen",
  "review:retract": "retract_review",
  "proposal:accept": "accept_proposal",
};

function isTimely(action: Permission, actor: Actor, claim: ClaimAuthFacts): boolean {
  const event = eventOf[action];
  if (event === undefined) return true;
  if (claim.isRemoved !== (event === "restore") || !isPossible(event, claim.state)) return false;
  switch (event) {
    case "approve":
      return claim.approvalsNeeded > 0 && fourEyesConflict(actor.userId, claim) === null;
    case "accept_proposal":
      return claim.approvalsNeeded > 0 && claim.proposalBy !== null && claim.proposalBy !== actor.userId;
    case "retract_review":
      return claim.lastDecision !== null && !claim.lastDecision.isBuiltOn;
    default:
      return true;
  }
}
