import { categoryOf } from "#core/provenance/codebook.ts";
import { type BulkAction, type BulkPlan, planBulk } from "#lib/client/workspace/chain-edit-bulk.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";

/** What an action over the chosen claims comes to, in the order of the text. */
export function planFor({ store, rows, ui, codebook, me }: Workspace, action: BulkAction): BulkPlan {
  const chosen = new Set(ui.get().selectedIds);
  const claims = rows.get().flatMap(({ claim }) => (chosen.has(claim.id) ? [claim] : []));
  const held = claims.flatMap(({ id }) => (store.entry(id)?.problem ? [id] : []));
  return planBulk(claims, action, { codebook, me: me.id, held: new Set(held) });
}

/** Does what can be undone lightly; what others notice, or what takes something away, is summed up first. */
export function askBulk(workspace: Workspace, action: BulkAction): void {
  const plan = planFor(workspace, action);
  const count = plan.changes.length + plan.moves.length;
  const isLight = plan.moves.length + plan.reopened + plan.losesChain === 0;
  workspace.ui.set({ familyKey: null, bulkReport: null });
  if (count === 0 || isLight) runBulk(workspace, action, plan);
  else workspace.ui.set({ bulk: action });
}

export function confirmBulk(workspace: Workspace): void {
  const { bulk } = workspace.ui.get();
  if (bulk) runBulk(workspace, bulk, planFor(workspace, bulk));
}

function runBulk(workspace: Workspace, action: BulkAction, plan: BulkPlan): void {
  const { store, ui, announce } = workspace;
  const count = plan.changes.length + plan.moves.length;
  const label = labelOf(workspace, action);
  store.batch(label, () => {
    for (const { id, change } of plan.changes) store.change(id, change, label);
    for (const id of plan.moves) {
      if (action.kind === "submit") store.submit(id);
      else store.remove(id, store.childrenOf(id).length > 0 ? "keep" : undefined);
    }
  });
  const done = doneWords(action, plan);
  const gone = new Set(action.kind === "remove" ? plan.moves : []);
  ui.set({
    bulk: null,
    bulkReport: { done, skipped: plan.skipped, undoLabel: count > 0 ? label : null },
    selectedIds: ui.get().selectedIds.filter((id) => !gone.has(id)),
  });
  announce(`${done} ${skippedWords(plan.skipped.length)}`.trim());
}

/** Takes the whole action back, as it was done. */
export function undoBulk({ store, ui, announce }: Workspace): void {
  const { undoLabel = null } = ui.get().bulkReport ?? {};
  if (undoLabel === null || undoLabel !== store.status.get().undoLabel) return;
  store.undo();
  ui.set({ bulkReport: null });
  announce("Undone for all of them.");
}

function doneWords(action: BulkAction, { changes, moves, unchanged }: BulkPlan): string {
  const count = changes.length + moves.length;
  const verb = action.kind === "submit" ? "submitted" : action.kind === "remove" ? "removed" : "changed";
  const same = unchanged > 0 ? ` ${unchanged === 1 ? "1 was" : `${unchanged} were`} so already.` : "";
  return `${count === 0 ? "Nothing" : claimsWords(count)} ${verb}.${same}`;
}

export function skippedWords(count: number): string {
  return count === 0 ? "" : `${claimsWords(count)} not changed.`;
}

export function claimsWords(count: number): string {
  return count === 1 ? "1 claim" : `${count} claims`;
}

/** What undo will call it. */
function labelOf({ codebook }: Workspace, action: BulkAction): string {
  switch (action.kind) {
    case "provenance":
      return `Tag several: ${categoryOf(codebook, action.category)?.label ?? action.category}`;
    case "source":
      return "Name the source of several";
    case "flag":
      return action.isOn ? "Flag several" : "Take a flag off several";
    case "submit":
      return "Submit several";
    case "remove":
      return "Remove several";
  }
}
