import type { Span } from "#core/text/span.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import { offsetAt, type ScreenPoint } from "../dom/hit-test.ts";
import { openComments } from "./use-actions.ts";
import type { Workspace } from "./workspace-context.tsx";

type Spoken = Pick<Comment, "claimId" | "span">;

/** Where in the text shown a comment belongs: its own words or its claim's; null for the whole article. */
export function placeOf({ store, article }: Workspace, { claimId, span }: Spoken): Span | null {
  if (claimId !== null) return store.get(claimId)?.spans[0] ?? null;
  return span && span.versionId === article.version.id ? { start: span.start, end: span.end } : null;
}

/** Puts the caret where a comment belongs, so that reading, or `m`, goes on from there. */
export function goToPlace(workspace: Workspace, span: Span): void {
  const map = workspace.ui.get().engine?.map;
  if (!map) return;
  workspace.ui.set({ isSheetOpen: false });
  showPlace(workspace, span);
  map.root.focus({ preventScroll: true });
  map.select({ start: span.start, end: span.start });
}

/** Brings words into view, where they are not already. */
export function showPlace({ ui }: Workspace, span: Span): void {
  const rect = ui.get().engine?.map.rangeOf(span)?.getBoundingClientRect();
  const lowest = window.innerHeight * (window.innerWidth < 900 ? 0.25 : 0.8);
  if (!rect || (rect.top > 120 && rect.bottom < lowest)) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = rect.top - window.innerHeight * (window.innerWidth < 900 ? 0.15 : 0.3);
  window.scrollBy({ top, behavior: calm ? "auto" : "smooth" });
}

/** The newest open thread at the caret of somebody who reads by keys; null where nothing is said. */
export function threadAtCaret(workspace: Workspace): string | null {
  const map = workspace.ui.get().engine?.map;
  const selection = map?.root.ownerDocument.getSelection();
  const { focusNode, focusOffset = 0, isCollapsed = false } = selection ?? {};
  if (!map || !focusNode || !isCollapsed || document.activeElement !== map.root) return null;
  return map.root.contains(focusNode) ? threadAt(workspace, map.offsetOf(focusNode, focusOffset)) : null;
}

/** Opens what is said of the words at a point of the screen; false where nothing is. */
export function showThreadAt(workspace: Workspace, point: ScreenPoint): boolean {
  const map = workspace.ui.get().engine?.map;
  const at = map ? offsetAt(map, point) : null;
  const askedId = at === null ? null : threadAt(workspace, at);
  if (askedId === null) return false;
  openComments(workspace, { askedId });
  return true;
}

/** The newest open thread about the words at an offset. */
function threadAt(workspace: Workspace, offset: number): string | null {
  const found = workspace.comments.snapshot().items?.findLast((one) => {
    if (one.parentId !== null || one.resolvedAt !== null) return false;
    const span = placeOf(workspace, one);
    return span !== null && span.start <= offset && offset <= span.end;
  });
  return found?.id ?? null;
}
