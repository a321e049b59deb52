import { isInexact, moreExact } from "#core/attribution/more-exact.ts";
import { categoryOf } from "#core/provenance/codebook.ts";
import { type CopyTarget, copyChain } from "#lib/client/workspace/chain-edit-copy.ts";
import type { Change, ClaimView } from "#lib/client/workspace/change.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import type { TagTarget } from "../workspace/workspace-types.ts";
import { rememberTagged } from "./tag.ts";

type MarkWith = (span: { start: number; end: number }, content: Change) => void;

/** Where a tag given now would go: the selection, else the link that is awaited, else the active link. */
export function targetHere({ ui, store }: Workspace): TagTarget | null {
  const { selection, activeId, activeLink, newLink } = ui.get();
  if (selection) return { kind: "words", span: selection.span };
  if (!store.get(activeId ?? "")) return null;
  return newLink === null ? { kind: "link", at: activeLink ?? 0 } : { kind: "new-link", at: newLink };
}

/** Gives the target the provenance, sources and chain of another claim, and says what is left to do. */
export function takeOver(workspace: Workspace, from: ClaimView, target: TagTarget, markWith: MarkWith): void {
  const { store, ui, index, places, announce } = workspace;
  const active = store.get(ui.get().activeId ?? "");
  const to = target.kind === "words" ? wordsAsTarget(target.span) : active;
  if (!to) return;
  const copied = copyChain(from, to, { index, places });
  if (copied.kind === "refused") {
    announce(copied.reason);
    return;
  }
  if (target.kind === "words") markWith(target.span, copied.change);
  else {
    store.change(to.id, copied.change, "Take a chain over");
    rememberTagged(workspace, to.id);
    const links = copied.change.ownChain?.length ?? 0;
    ui.set({ newLink: null, activeLink: links > 0 ? 0 : null, focus: { field: "chain" } });
  }
  const unmarked = copied.isUnmarked
    ? " Its words stand elsewhere: mark them here, or say that they carry over."
    : "";
  announce(`Taken over: ${labelOf(workspace, from.provenance)}.${unmarked}`);
}

function wordsAsTarget(span: { start: number; end: number }): CopyTarget {
  return { id: "", spans: [span], parentId: null, chain: [], ownChain: [] };
}

/** The claim tagged last that is not the one at hand; of an earlier sitting the one of one's own changed last. */
export function lastTagged({ ui, store, me }: Workspace): ClaimView | null {
  const { tagged, selection, activeId } = ui.get();
  const mayBe = ({ id }: ClaimView) => selection !== null || id !== activeId;
  const now = tagged.map((id) => store.get(id)).findLast((claim) => claim !== null && mayBe(claim));
  if (now) return now;
  return (
    [...store.claims.values()]
      .filter((claim) => claim.createdBy === me.id && isTagged(claim) && mayBe(claim))
      .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))[0] ?? null
  );
}

/** The tagged claims near the target, nearest first; of several with the same chain the nearest. */
export function nearbyChains(workspace: Workspace, target: TagTarget): ClaimView[] {
  const { rows, at } = placeOf(workspace, target);
  const activeId = target.kind === "words" ? null : workspace.ui.get().activeId;
  const near = rows
    .map(({ claim }, place) => ({ claim, far: place < at ? at - place - 0.5 : place - at }))
    .filter(({ claim }) => claim.id !== activeId && isTagged(claim))
    .sort((one, other) => one.far - other.far);
  const told = new Set<string>();
  return near
    .filter(({ claim: { provenance, chain } }) => {
      // Who speaks and how; the words for it stay where they stand.
      const key = [provenance, ...chain.map(({ category, sources }) => `${category} ${sources.join()}`)].join(
        "\n",
      );
      return told.has(key) ? false : told.add(key);
    })
    .map(({ claim }) => claim);
}

/** The tagged claim before the target in reading order. */
export function claimBefore(workspace: Workspace, target: TagTarget): ClaimView | null {
  const { rows, at } = placeOf(workspace, target);
  return rows.slice(0, at).findLast(({ claim }) => isTagged(claim))?.claim ?? null;
}

function isTagged({ provenance, chain }: ClaimView): boolean {
  return chain.length > 0 || provenance !== "unclear";
}

function placeOf({ rows, ui }: Workspace, target: TagTarget): { rows: readonly Row[]; at: number } {
  const all = rows.get();
  const at =
    target.kind === "words"
      ? all.findIndex(({ claim }) => (claim.spans[0]?.start ?? 0) > target.span.start)
      : rows.indexOf(ui.get().activeId ?? "");
  return { rows: all, at: at < 0 ? all.length : at };
}

/** A more exact category that other claims use for one of these sources (domain.md, document-level resolution). */
export function exactElsewhere(
  { store, ui }: Workspace,
  category: string,
  sources: readonly string[],
): { readonly category: string; readonly source: string } | null {
  const { activeId } = ui.get();
  // Of most categories none is more exact: then there is no need to ask thousands of claims.
  if (!isInexact(category)) return null;
  const used = new Map(sources.map((source) => [source, [] as string[]]));
  for (const { id, ownChain } of store.claims.values()) {
    if (id === activeId) continue;
    for (const hop of ownChain) for (const source of hop.sources) used.get(source)?.push(hop.category);
  }
  for (const [source, categories] of used) {
    const exact = moreExact(category, categories);
    if (exact) return { category: exact, source };
  }
  return null;
}

function labelOf({ codebook }: Workspace, category: string): string {
  return categoryOf(codebook, category)?.label ?? category;
}
