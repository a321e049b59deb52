import type { Link } from "#core/attribution/claim.ts";
import { chainChange, inheritedCount, moveLink } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import { orderOf, rememberTagged } from "./tag.ts";

/** Own links, with the provenance that goes with them. */
export function writeLinks(
  workspace: Workspace,
  claim: ClaimView,
  own: readonly Link[],
  label: string,
): void {
  workspace.store.change(claim.id, chainChange(claim, own, workspace.codebook), label);
  rememberTagged(workspace, claim.id);
}

/** The next or previous link of the whole chain; those taken over are read, not opened. */
export function stepLink({ ui, announce }: Workspace, claim: ClaimView, by: 1 | -1): boolean {
  if (claim.chain.length === 0) {
    announce("The article speaks for itself: there is no link yet.");
    return true;
  }
  const { activeLink } = ui.get();
  const own = claim.ownChain.length;
  if (own === 0) return false;
  const next =
    activeLink === null ? (by === 1 ? 0 : own - 1) : Math.min(own - 1, Math.max(0, activeLink + by));
  ui.set({ tab: "claim", newLink: null, activeLink: next, focus: { field: "chain" }, isSheetOpen: true });
  announce(`Link ${orderOf(claim, next)} of ${claim.chain.length}.`);
  return true;
}

/** Asks for the category of a link to be made, before or behind the active one; without one at the end. */
export function startLink({ ui, announce }: Workspace, claim: ClaimView, where: "before" | "behind"): void {
  const { activeLink } = ui.get();
  const behind = (activeLink ?? claim.ownChain.length - 1) + 1;
  const at = where === "behind" ? behind : (activeLink ?? 0);
  ui.set({ tab: "claim", newLink: at, familyKey: null, isSheetOpen: true });
  announce(`New link ${inheritedCount(claim) + at + 1}: choose its category, two digits.`);
}

export function moveActiveLink(workspace: Workspace, step: 1 | -1): boolean {
  const { ui, store, announce } = workspace;
  const { activeId, activeLink } = ui.get();
  const claim = store.get(activeId ?? "");
  if (!claim || activeLink === null) return false;
  const moved = moveLink(claim.ownChain, activeLink, step);
  if (moved === claim.ownChain) {
    announce(step === 1 ? "It is the origin already." : "No own link stands before it.");
    return true;
  }
  writeLinks(workspace, claim, moved, "Move a link");
  ui.set({ activeLink: activeLink + step, focus: { field: "chain" } });
  announce(`Moved: link ${orderOf(claim, activeLink + step)} now.`);
  return true;
}

export function removeActiveLink(workspace: Workspace): boolean {
  const { ui, store, announce } = workspace;
  const { activeId, activeLink } = ui.get();
  const claim = store.get(activeId ?? "");
  if (!claim || activeLink === null || !claim.ownChain[activeLink]) return false;
  if (claim.parentId !== null && claim.ownChain.length === 1) {
    announce(
      "A nested claim needs a link of its own. Take it out of the claim around it, or change the link.",
    );
    return true;
  }
  writeLinks(workspace, claim, claim.ownChain.toSpliced(activeLink, 1), "Remove a link");
  const left = claim.ownChain.length - 1;
  ui.set({ activeLink: left === 0 ? null : Math.min(activeLink, left - 1), focus: { field: "chain" } });
  announce("Link removed.");
  return true;
}
