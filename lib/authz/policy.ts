import {
  type Fact,
  isAdmin,
  isAssignee,
  isClaimAuthor,
  isCommenter,
  isDraft,
  isEditor,
  isImporter,
  isInProject,
  isLastDecider,
  isMember,
  isOwner,
  isReviewer,
  isTokenHolder,
  leavesOwnership,
  seesLayer,
  seesLayerIfAny,
  writesLayer,
} from "./facts.ts";
import type { Permission } from "./permissions.ts";

/** Any of these lists suffices; in a list all facts must hold. */
export type Rule = readonly (readonly Fact[])[];

const readsClaim = [isInProject, seesLayer];
const writesClaim = [isInProject, writesLayer];

/**
 * Who may (rules.md 5). *When* an event is possible, and four eyes, are `#core/review`: it can say why, and a
 * refusal there is no secret to somebody who sees the claim. That actor and object share a workspace, and the scope
 * of a token, are asked before this table, of every permission.
 */
export const policy: Readonly<Record<Permission, Rule>> = {
  "workspace:read": [[isMember]],
  "workspace:manage": [[isAdmin]],
  "workspace:settings": [[isOwner]],
  "member:manage": [[isOwner], [isAdmin, leavesOwnership]],
  "invitation:manage": [[isOwner], [isAdmin, leavesOwnership]],
  "project:create": [[isAdmin]],
  // Not `isInProject`: whoever may restrict a project must be able to undo it.
  "project:edit": [[isAdmin]],
  "codebook:edit": [[isAdmin]],
  "article:read": [[isInProject]],
  "article:import": [[isInProject, isEditor]],
  // Into a layer that is another member's own.
  "layer:import": [[isInProject, isAdmin]],
  // Shows what each editor marked alone to all who may read the article.
  "layer:release": [[isInProject, isAdmin]],
  "article:edit": [[isInProject, isEditor]],
  "article:trash": [
    [isInProject, isEditor, isImporter],
    [isInProject, isAdmin],
  ],
  "article:restore": [
    [isInProject, isEditor, isImporter],
    [isInProject, isAdmin],
  ],
  "article:work": [[isInProject, isEditor]],
  "claim:read": [readsClaim],
  "claim:create": [writesClaim],
  "claim:revise": [writesClaim],
  "claim:submit": [writesClaim],
  "claim:withdraw": [[...writesClaim, isClaimAuthor]],
  "claim:remove": [
    [...writesClaim, isClaimAuthor, isDraft],
    [...readsClaim, isAdmin],
  ],
  "claim:restore": [
    [...writesClaim, isClaimAuthor, isDraft],
    [...readsClaim, isAdmin],
  ],
  "review:decide": [[...readsClaim, isReviewer]],
  "review:reopen": [[...readsClaim, isReviewer]],
  "review:retract": [[...readsClaim, isReviewer, isLastDecider]],
  "proposal:accept": [[...writesClaim, isClaimAuthor]],
  "assessment:write": [[...readsClaim, isEditor]],
  "assessment:read": [readsClaim],
  "comment:write": [[isInProject, seesLayerIfAny, isEditor]],
  "comment:edit": [[isInProject, seesLayerIfAny, isEditor, isCommenter]],
  "source:edit": [[isEditor]],
  "source:merge": [[isEditor]],
  "export:approved": [[isInProject]],
  "export:drafts": [[isInProject, isReviewer]],
  "adjudication:decide": [[isInProject, isReviewer]],
  "agreement:read": [[isInProject]],
  "assignment:manage": [[isInProject, isAdmin]],
  "assignment:end": [
    [isInProject, isEditor, isAssignee],
    [isInProject, isAdmin],
  ],
  "gold:manage": [[isInProject, isAdmin]],
  "token:manage": [[isTokenHolder], [isAdmin]],
  "webhook:manage": [[isAdmin]],
  "audit:read": [[isAdmin]],
};
