import { nestChange, takeOutChange } from "#lib/client/workspace/chain-edit-nest.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { surroundingClaim } from "#lib/client/workspace/nesting.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";

/** Nests the claim in the one it lies in. What both chains begin with is inherited from then on. */
export function nestInSurrounding(workspace: Workspace, claim: ClaimView): void {
  const parent = surroundingClaim(claim, workspace.places);
  if (!parent) {
    workspace.announce("No other claim lies around this one.");
    return;
  }
  if (parent.id === claim.parentId) {
    workspace.announce("It is nested in the claim around it already.");
    return;
  }
  nestIn(workspace, claim, parent);
}

export function nestIn({ store, ui, announce }: Workspace, claim: ClaimView, parent: ClaimView): void {
  const change = nestChange(claim, parent);
  store.change(claim.id, change, "Nest the claim");
  const isToBeNamed = change.ownChain?.length === 1 && change.ownChain[0]?.category === "unclear";
  ui.set({ newLink: null, activeLink: 0, focus: { field: "chain" } });
  announce(isToBeNamed ? "Nested. Choose its own link: two digits." : "Nested in the claim around it.");
}

/** Out of its parent, with the parent's links as its own or without them. */
export function takeOut(workspace: Workspace, claim: ClaimView, links: "whole" | "own"): void {
  const { store, ui, codebook, announce } = workspace;
  if (claim.parentId === null) {
    announce("It is not nested.");
    return;
  }
  store.change(claim.id, takeOutChange(claim, links, codebook), "Take the claim out");
  ui.set({ newLink: null, activeLink: null, focus: { field: "chain" } });
  announce(links === "whole" ? "Taken out; its chain stays whole." : "Taken out with its own links alone.");
}

/** Joins the claim with the one before it: parts of one statement that may be judged apart (domain.md, 7). */
export function joinWithBefore(workspace: Workspace, claim: ClaimView): void {
  const { rows, announce } = workspace;
  const before = rows.get()[rows.indexOf(claim.id) - 1]?.claim;
  if (!before) {
    announce("No claim stands before this one.");
    return;
  }
  join(workspace, claim, before);
  announce("Joined with the claim before.");
}

export function join({ store }: Workspace, claim: ClaimView, other: ClaimView): void {
  const groupId = other.groupId ?? newId();
  store.batch("Join two claims", () => {
    store.change(other.id, { groupId }, "Join two claims");
    store.change(claim.id, { groupId }, "Join two claims");
  });
}

/** Claims joined with this one, in the order of the text. */
export function joinedWith({ id, groupId }: ClaimView, rows: readonly Row[]): ClaimView[] {
  if (groupId === null) return [];
  return rows.flatMap(({ claim }) => (claim.id !== id && claim.groupId === groupId ? [claim] : []));
}

/** Leaves the group; a group of one is none. */
export function leaveGroup({ store, rows }: Workspace, claim: ClaimView): void {
  const others = joinedWith(claim, rows.get());
  store.batch("Part the claims", () => {
    store.change(claim.id, { groupId: null }, "Part the claims");
    if (others.length === 1 && others[0]) store.change(others[0].id, { groupId: null }, "Part the claims");
  });
}
