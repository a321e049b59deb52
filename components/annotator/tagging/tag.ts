import { needsSource } from "#core/attribution/chain-problems.ts";
import type { Link } from "#core/attribution/claim.ts";
import { categoryByKeys, categoryOf, isOwnVoice } from "#core/provenance/codebook.ts";
import { categoryChange, chainChange, inheritedCount, insertLink } from "#lib/client/workspace/chain-edit.ts";
import type { Change, ClaimView } from "#lib/client/workspace/change.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import type { TagTarget } from "../workspace/workspace-types.ts";
import { askBulk } from "./bulk.ts";

type Place = Exclude<TagTarget, { kind: "words" }>;

/** Gives a link of the active claim its category, or makes the link with it; the article's voice is no link. */
export function tagLink(workspace: Workspace, place: Place, category: string): void {
  const { store, ui, codebook, announce } = workspace;
  const claim = store.get(ui.get().activeId ?? "");
  if (!claim) return;
  const label = categoryOf(codebook, category)?.label ?? category;
  if (isOwnVoice(codebook, category) && !mayBeOwnVoice(claim, place)) {
    announce(`${label} is the article's own voice and cannot be a link.`);
    return;
  }
  const isNew = place.kind === "new-link" || !claim.ownChain[place.at];
  const change = isNew
    ? newLinkChange(workspace, claim, place, category)
    : categoryChange(claim, place.at, category, codebook);
  store.change(claim.id, change, isNew ? "Add a link" : "Change the provenance");
  rememberTagged(workspace, claim.id);
  const made = isNew ? change.ownChain?.[place.at] : undefined;
  if (made) showNewLink(workspace, place.at, made);
  else ui.set({ newLink: null });
  announce(
    `${made ? `Link ${orderOf(claim, place.at)}` : "Provenance"}: ${label}.${made && lacksSource(made) ? " Who says so?" : ""}`,
  );
}

function mayBeOwnVoice(claim: ClaimView, { kind, at }: Place): boolean {
  return kind === "link" && at === 0 && inheritedCount(claim) === 0 && claim.parentId === null;
}

function newLinkChange(
  { codebook }: Workspace,
  claim: ClaimView,
  { kind, at }: Place,
  category: string,
): Change {
  if (kind === "link") return categoryChange(claim, at, category, codebook);
  return chainChange(claim, insertLink(claim.ownChain, at, category), codebook);
}

function showNewLink({ ui }: Workspace, at: number, hop: Link): void {
  ui.set({
    newLink: null,
    activeLink: at,
    focus: { field: lacksSource(hop) ? "source" : "chain" },
    isSheetOpen: true,
  });
}

/** Place of an own link in the whole chain, counted from 1 as people count. */
export function orderOf(claim: ClaimView, at: number): number {
  return inheritedCount(claim) + at + 1;
}

export function lacksSource({ category, sources }: Pick<Link, "category" | "sources">): boolean {
  return needsSource(category) && sources.length === 0;
}

/** Digits act on the selection, else on several chosen claims, else on the active link, else on link 1 (rules.md 11). */
export function pressDigit(
  workspace: Workspace,
  digit: number,
  setCategory: (category: string) => void,
): boolean {
  const { ui, codebook, switchedOff, canWrite } = workspace;
  const { familyKey, selection, activeId, asking } = ui.get();
  // Meant for the question, whose panel may still be on its way.
  if (asking !== null) return true;
  const isBulk = actsOnSeveral(workspace);
  if (!canWrite || (!selection && activeId === null && !isBulk)) return false;
  const outcome =
    familyKey === null
      ? categoryByKeys(codebook, digit, null, switchedOff)
      : categoryByKeys(codebook, familyKey, digit, switchedOff);
  if (outcome.kind === "nothing") return familyKey !== null;
  if (outcome.kind === "family") ui.set({ familyKey: digit });
  else if (isBulk) askBulk(workspace, { kind: "provenance", category: outcome.category.id });
  else setCategory(outcome.category.id);
  return true;
}

/** Several claims were chosen in the list last, and no words are selected: what is pressed is meant for them. */
export function actsOnSeveral({ ui }: Workspace): boolean {
  const { selection, isChoosing } = ui.get();
  return !selection && isChoosing;
}

/** The two claims tagged last: of the one at hand "the same again" takes the one before. */
export function rememberTagged({ ui }: Workspace, id: string): void {
  ui.set({ tagged: [...ui.get().tagged.filter((other) => other !== id), id].slice(-2) });
}

/** Puts the caret into the text, from where words are selected by keys. */
export function goIntoText({ ui }: Workspace, offset: number): void {
  const map = ui.get().engine?.map;
  const point = map?.pointAt(offset, "after");
  if (!map || !point) return;
  map.root.focus({ preventScroll: true });
  map.root.ownerDocument.getSelection()?.collapse(point.node, point.offset);
}
