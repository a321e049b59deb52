"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { StateMark } from "#components/claims/state-mark.tsx";
import { cx } from "#components/ui/cx.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { rowsOf } from "#lib/client/workspace/order.ts";
import type { ArticleEngine } from "../surface/article-types.ts";
import choice from "./choice.module.css";
import styles from "./claims-here.module.css";
import { useOutlineStore } from "./outline/outline-context.tsx";
import { useOutlineActions } from "./outline/use-outline-actions.ts";
import { usePlacement } from "./use-placement.ts";
import { useNames, useRows, useUi, useWorkspace } from "./workspace-context.tsx";

/** Where several claims lie under one click or at the caret: which of them? As they are nested, the outer first. */
export function ClaimsHere() {
  const { ui, codebook } = useWorkspace();
  const { state: outline } = useOutlineStore();
  const { open } = useOutlineActions();
  const names = useNames();
  const here = useUi((state) => state.here);
  const engine = useUi((state) => state.engine);
  const rows = useRowsHere();
  const box = useRef<HTMLDivElement>(null);
  const place = usePlacement(engine, here?.span ?? null, box, here?.ids.length);
  const isPlaced = place !== null;
  useEffect(() => {
    if (isPlaced) box.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
  }, [isPlaced]);
  useLeftByPointer(box, here !== null);
  if (!here) return null;
  const leave = () => {
    ui.set({ here: null, pointedAt: [] });
    if (engine) backToText(engine, here.span.start);
  };
  const choose = (id: string) => {
    outline.set({ hadFocus: true });
    open(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    else if (event.key === "Tab") return leave();
    else if (!moveAmong(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className={styles.box}
      style={place ? { left: place.left, top: place.top } : { visibility: "hidden" }}
    >
      <p className={styles.title} aria-hidden="true">
        {rows.length} claims here
      </p>
      <div
        role="menu"
        aria-label={`${rows.length} claims here`}
        className={styles.menu}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ claim, level }) => (
          <button
            key={claim.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={cx(choice.choice, styles.item)}
            style={{ paddingInlineStart: `${0.5 + Math.min(level, 4)}rem` }}
            onClick={() => choose(claim.id)}
            onPointerEnter={() => ui.set({ pointedAt: [claim.id] })}
            onPointerLeave={() => ui.set({ pointedAt: [] })}
            onFocus={() => ui.set({ pointedAt: [claim.id] })}
            onBlur={() => ui.set({ pointedAt: [] })}
          >
            <span className={styles.head}>
              <ProvenanceChip
                codebook={codebook}
                category={claim.provenance}
                isCarriedOver={claim.chain.some((hop) => !hop.explicit)}
                withFamily
              />
              <StateMark state={claim.state} quiet />
            </span>
            <span className={styles.words} dir="auto">
              {claim.statement || names.words(claim.spans)}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** The caret stands where it stood, so that keys go on from there. */
function backToText({ map }: ArticleEngine, at: number): void {
  const point = map.pointAt(at, "after");
  map.root.focus({ preventScroll: true });
  if (point) map.root.ownerDocument.getSelection()?.collapse(point.node, point.offset);
}

/** Each under the one it is nested in; those that are not nested, the longer first. */
function useRowsHere() {
  const here = useUi((state) => state.here);
  const { store } = useWorkspace();
  // They may change, or be gone, while they are listed.
  useRows();
  return rowsOf((here?.ids ?? []).flatMap((id): ClaimView | [] => store.get(id) ?? []));
}

/** True when the key was one of a menu's, and another item has the focus. */
function moveAmong({ key, currentTarget }: KeyboardEvent): boolean {
  const items = [...currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    j: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    k: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[key];
  if (next === undefined) return false;
  items[next]?.focus({ preventScroll: true });
  return true;
}

/** A press outside the text and outside the choice gives the choice up; one in the text is the text's own. */
function useLeftByPointer(box: React.RefObject<HTMLElement | null>, isOpen: boolean): void {
  const { ui } = useWorkspace();
  useEffect(() => {
    if (!isOpen) return;
    const press = ({ target }: PointerEvent) => {
      const root = ui.get().engine?.map.root;
      if (!(target instanceof Node) || box.current?.contains(target) || root?.contains(target)) return;
      ui.set({ here: null, pointedAt: [] });
    };
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [box, isOpen, ui]);
}
