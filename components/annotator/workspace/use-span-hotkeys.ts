"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import type { Span } from "#core/text/span.ts";
import { withoutSpan } from "#core/text/span-difference.ts";
import { overlaps } from "#core/text/spans.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { type Edge, fragmentNear, moveEdge } from "../surface/adjust.ts";
import type { ArticleEngine } from "../surface/article-types.ts";
import { useSnap } from "./snap-preference.ts";
import { dropSelection } from "./use-actions.ts";
import { useWorkspace, type Workspace } from "./workspace-context.tsx";

const group = "The words of a claim";

const moves = [
  { id: "end-right", keys: "Alt-ArrowRight", edge: "end", side: "right", label: "Move the end right" },
  { id: "end-left", keys: "Alt-ArrowLeft", edge: "end", side: "left", label: "Move the end left" },
  {
    id: "start-right",
    keys: "Alt-Shift-ArrowRight",
    edge: "start",
    side: "right",
    label: "Move the start right",
  },
  {
    id: "start-left",
    keys: "Alt-Shift-ArrowLeft",
    edge: "start",
    side: "left",
    label: "Move the start left",
  },
] as const;

/** Keys for which words a claim holds: its ends, what is cut out of it, and what selecting snaps to. */
export function useSpanHotkeys(): void {
  const workspace = useWorkspace();
  const [snap, setSnap] = useSnap();
  const { ui, store, canWrite, announce } = workspace;
  const move = (edge: Edge, side: "left" | "right"): unknown => {
    const { activeId, engine } = ui.get();
    const claim = activeId === null ? null : store.get(activeId);
    if (!claim || !engine) return false;
    const fragment = fragmentNear(claim.spans, caretOf(engine), edge);
    const step = (side === "right") === isLeftToRight(engine, claim.spans[fragment], edge) ? 1 : -1;
    const spans = moveEdge(engine.map.index, claim.spans, { fragment, edge }, step, snap);
    if (!spans) return announce("That end can go no further.");
    store.change(claim.id, { spans }, "Move the edge");
    announce(endsOf(workspace, spans[fragment], edge));
  };
  useHotkeys(
    [
      ...moves.map(({ edge, side, ...binding }) => ({
        ...binding,
        group,
        hidden: true,
        onPress: () => move(edge, side),
      })),
      {
        id: "cut-out",
        keys: "-",
        label: "Take the selected words out of the claim",
        group,
        hidden: true,
        onPress: () => cutOutSelection(workspace),
      },
      {
        id: "snap",
        keys: "w",
        label: snap === "words" ? "Select letter by letter" : "Select whole words",
        group,
        onPress: () => {
          const next = snap === "words" ? "graphemes" : "words";
          setSnap(next);
          announce(next === "words" ? "Selecting takes whole words." : "Selecting takes single letters.");
        },
      },
    ],
    canWrite,
  );
}

/** False where nothing of the active claim is selected. The last words stay: a claim without any is removed instead. */
export function cutOutSelection(workspace: Workspace): boolean {
  const { ui, store, index, announce } = workspace;
  const { selection, activeId } = ui.get();
  const claim = activeId === null ? null : store.get(activeId);
  if (!selection || !claim || !cutsInto(claim, selection.span)) return false;
  const spans = withoutSpan(claim.spans, selection.span, index);
  if (spans.length === 0) {
    announce("These are all the words of the claim. To be rid of it, remove it.");
    return true;
  }
  store.change(claim.id, { spans }, "Take words out");
  dropSelection(workspace);
  announce("The words are no longer part of the claim.");
  return true;
}

/** Whether a selection holds words of the claim. */
export function cutsInto({ spans }: ClaimView, selected: Span): boolean {
  return spans.some((span) => overlaps(span, selected));
}

function caretOf({ map }: ArticleEngine): number | null {
  const { focusNode, focusOffset } = map.root.ownerDocument.getSelection() ?? {};
  return focusNode && map.root.contains(focusNode) ? map.offsetOf(focusNode, focusOffset ?? 0) : null;
}

/** Right is onward only where the paragraph runs that way. */
function isLeftToRight({ map }: ArticleEngine, span: Span | undefined, edge: Edge): boolean {
  const block = span && map.blocks[Math.max(0, map.blockAt(edge === "start" ? span.start : span.end - 1))];
  return !block || getComputedStyle(block).direction === "ltr";
}

const HEARD = 24;

function endsOf({ index }: Workspace, span: Span | undefined, edge: Edge): string {
  const words = span ? index.slice(span) : "";
  return edge === "start" ? `Begins with “${words.slice(0, HEARD)}”.` : `Ends with “${words.slice(-HEARD)}”.`;
}
