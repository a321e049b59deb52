import type { ClaimState, Role } from "#core/review/state.ts";
import type { Permission, TokenScope } from "./permissions.ts";

/** Who asks: a membership, and the scopes of the token used (null = a session, bounded by its role alone). */
export type Actor = {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly scopes?: readonly TokenScope[] | null;
};

/** What is asked about: only the facts a policy needs, already loaded. */
export type WorkspaceObject = { readonly workspaceId: string };

export type ProjectFacts = {
  /** True when only the named members may see what is in it. */
  readonly isRestricted: boolean;
  readonly memberIds: readonly string[];
};
export type ProjectObject = WorkspaceObject & { readonly project: ProjectFacts };

export type ArticleFacts = { readonly importedBy: string };
export type ArticleObject = ProjectObject & { readonly article: ArticleFacts };

export type LayerFacts = {
  /** `shared`: everybody's · `editor`: one editor's blind layer · `adjudicated`: made from the blind ones. */
  readonly kind: "shared" | "editor" | "adjudicated";
  /** Whose blind layer it is; null for the other kinds. */
  readonly ownerId: string | null;
  /** True once the layer was released: others may then see it. */
  readonly isReleased: boolean;
};
export type LayerObject = ProjectObject & { readonly layer: LayerFacts };

export type ClaimAuthFacts = {
  readonly state: ClaimState;
  readonly isRemoved: boolean;
  readonly createdBy: string;
  /** Everyone who ever revised the content. */
  readonly revisedBy: readonly string[];
  readonly revisedSinceDecision: readonly string[];
  readonly approvals: readonly string[];
  readonly approvalsNeeded: 0 | 1 | 2;
  /** Proposer of the revision on the table, or null. */
  readonly proposalBy: string | null;
  /** The latest decision that stands, or null. */
  readonly lastDecision: { readonly by: string; readonly isBuiltOn: boolean } | null;
};
export type ClaimObject = LayerObject & { readonly claim: ClaimAuthFacts };

/** A comment on a claim carries its layer; one on an article belongs to no layer (null). */
export type CommentObject = ProjectObject & {
  readonly layer: LayerFacts | null;
  readonly comment: { readonly createdBy: string };
};

/** `member` is null when somebody new comes in; `grants` is null when no role is given (a removal). */
export type MemberObject = WorkspaceObject & {
  readonly member: { readonly userId: string; readonly role: Role } | null;
  readonly grants: Role | null;
};

export type AssignmentObject = ProjectObject & { readonly assignment: { readonly userId: string } };

export type TokenObject = WorkspaceObject & { readonly token: { readonly userId: string } };

type InClaim = "read" | "revise" | "submit" | "withdraw" | "remove" | "restore";

/** What must be loaded before a permission can be asked about. */
export type ObjectOf<P extends Permission> = P extends
  | `claim:${InClaim}`
  | `review:${string}`
  | "proposal:accept"
  | `assessment:${string}`
  ? ClaimObject
  : P extends "claim:create"
    ? LayerObject
    : P extends `article:${"read" | "edit" | "trash" | "restore" | "work"}`
      ? ArticleObject
      : P extends
            | "article:import"
            | "layer:import"
            | "layer:release"
            | "project:edit"
            | "adjudication:decide"
            | "agreement:read"
            | "assignment:manage"
            | "gold:manage"
            | `export:${string}`
        ? ProjectObject
        : P extends "comment:write"
          ? Omit<CommentObject, "comment">
          : P extends "comment:edit"
            ? CommentObject
            : P extends "member:manage" | "invitation:manage"
              ? MemberObject
              : P extends "token:manage"
                ? TokenObject
                : P extends "assignment:end"
                  ? AssignmentObject
                  : WorkspaceObject;

/** Any facts at all: what a predicate is given. A fact about what is absent is false. */
export type AnyObject = WorkspaceObject & {
  readonly project?: ProjectFacts;
  readonly article?: ArticleFacts;
  readonly layer?: LayerFacts | null;
  readonly claim?: ClaimAuthFacts;
  readonly comment?: { readonly createdBy: string };
  readonly member?: { readonly userId: string; readonly role: Role } | null;
  readonly grants?: Role | null;
  readonly assignment?: { readonly userId: string };
  readonly token?: { readonly userId: string };
};
