"use client";
import {
  type CSSProperties,
  type MouseEvent,
  memo,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { ClaimRow } from "#components/claims/claim-row.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import { isUnsaved } from "#lib/client/workspace/entry.ts";
import type { TreeRow } from "#lib/client/workspace/tree.ts";
import { useEntry, useNames, useUi, useWorkspace } from "../workspace-context.tsx";
import styles from "./claim-tree.module.css";
import { useOutline, useOutlineState, useOutlineStore } from "./outline-context.tsx";
import { useTreeActions } from "./use-tree-actions.ts";
import { useTreeFocus } from "./use-tree-focus.ts";
import { useTreeKeys } from "./use-tree-keys.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

const NONE: readonly string[] = [];

/** Head line and two lines of statement; rows are measured once drawn. */
const ROW = 78;
/** Deeper claims are told by their place in the tree, not by ever less room for their words. */
const MOST_INDENT = 5;

/** The claims as a tree in reading order: the painting's equal for those who cannot see it. */
export const ClaimTree = memo(function ClaimTree({ rows }: { rows: readonly TreeRow[] }) {
  const { ui } = useWorkspace();
  const { state } = useOutlineStore();
  const selectedIds = useUi((value) => value.selectedIds);
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const activeId = useUi((value) => value.activeId);
  const underPointer = useUi((value) => value.underPointer);
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => rows.map(({ claim }) => claim.id), [rows]);
  const current = useCurrent(keys, activeId);
  const scrolled = useRef(state.get().scrolled);
  const { virtual, moveTo, focusProps } = useVirtualRows({
    scroller,
    keys,
    estimate: ROW,
    current,
    initialOffset: scrolled.current,
  });
  const actions = useTreeActions(rows, current, moveTo);
  const onKeyDown = useTreeKeys(rows, current, actions);
  const reveal = (at: number) => virtual.scrollToIndex(at, { align: "auto" });
  useTreeFocus({ count: rows.length, current, reveal, moveTo });
  useTopOfAnswer(scroller);
  useLayoutEffect(() => () => state.set({ scrolled: virtual.scrollOffset ?? 0 }), [state, virtual]);
  const onClick = (event: MouseEvent) => {
    const { at, part } = partOf(event.target);
    if (at === null) return;
    if (part === "fold") actions.fold(at);
    else if (part === "select" || event.ctrlKey || event.metaKey) actions.toggle(at);
    else if (event.shiftKey) actions.extend(at, false);
    else actions.open(at);
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-selecting={selectedIds.length > 0 || undefined}
      onScroll={() => ui.set({ pointedAt: NONE })}
    >
      <div
        role="tree"
        aria-label="Claims in reading order"
        aria-multiselectable="true"
        className={styles.tree}
        style={{ height: virtual.getTotalSize() }}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerOver={({ target }) => {
          const { at } = partOf(target);
          const id = at === null ? undefined : keys[at];
          // The text paints anew for another list of ids: the same id is not another.
          if (id !== ui.get().pointedAt[0]) ui.set({ pointedAt: id === undefined ? NONE : [id] });
        }}
        onPointerLeave={() => ui.set({ pointedAt: NONE })}
        {...focusProps}
        onFocus={({ target }) => {
          focusProps.onFocus();
          const { at } = partOf(target);
          const id = at === null ? undefined : keys[at];
          if (id !== undefined) state.set({ current: id });
        }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <Item
              key={row.claim.id}
              row={row}
              index={item.index}
              start={item.start}
              measure={virtual.measureElement}
              isCurrent={item.index === current}
              isActive={row.claim.id === activeId}
              isPointedAt={underPointer.includes(row.claim.id)}
              isSelected={selected.has(row.claim.id)}
            />
          ) : null;
        })}
      </div>
    </div>
  );
});

type ItemProps = {
  row: TreeRow;
  index: number;
  start: number;
  measure: (element: Element | null) => void;
  isCurrent: boolean;
  isActive: boolean;
  isPointedAt: boolean;
  isSelected: boolean;
};

/** Drawn anew only when something of it has changed, not with every turn of the wheel. */
const Item = memo(function Item({ row, index, start, measure, ...is }: ItemProps) {
  const { claim } = row;
  const { codebook } = useWorkspace();
  const entry = useEntry(claim.id);
  const names = useNames();
  const needsCare = Boolean(entry?.problem ?? entry?.conflict);
  const unsaved = entry !== undefined && isUnsaved(entry);
  const level = Math.min(row.level, MOST_INDENT);
  // Custom properties are not in React's CSSProperties.
  const style = { transform: `translateY(${start}px)`, "--level": level } as CSSProperties;
  return (
    <div
      ref={measure}
      role="treeitem"
      className={styles.item}
      style={style}
      data-index={index}
      data-family={familyOf(codebook, claim.provenance)?.id ?? "unclear"}
      data-pointed={is.isPointedAt || undefined}
      tabIndex={is.isCurrent ? 0 : -1}
      aria-level={row.level + 1}
      aria-setsize={row.size}
      aria-posinset={row.position}
      aria-expanded={row.children > 0 ? !row.isCollapsed : undefined}
      aria-selected={is.isSelected}
      aria-current={is.isActive || undefined}
    >
      <ClaimRow
        claim={claim}
        codebook={codebook}
        names={names}
        // biome-ignore lint/correctness/noChildrenProp: how many claims hang below it
        children={row.children}
        isCollapsed={row.isCollapsed}
        isSelected={is.isSelected}
        isUnsaved={unsaved}
        needsCare={needsCare}
      />
    </div>
  );
});

/** The place of the row that takes the focus: where one was, else the open claim, else the first. */
function useCurrent(keys: readonly string[], activeId: string | null): number {
  const current = useOutlineState((state) => state.current);
  const last = useRef(0);
  const places = useMemo(() => new Map(keys.map((key, at) => [key, at])), [keys]);
  const found = places.get(current ?? "") ?? null;
  // What was there is gone: the row that took its place.
  const instead =
    current === null ? (places.get(activeId ?? "") ?? 0) : Math.min(last.current, keys.length - 1);
  last.current = found ?? Math.max(0, instead);
  return last.current;
}

/** Another question is answered from its first row on. */
function useTopOfAnswer(scroller: RefObject<HTMLElement | null>): void {
  const { filter } = useOutline();
  const answered = useRef(filter);
  useLayoutEffect(() => {
    if (answered.current !== filter) scroller.current?.scrollTo({ top: 0 });
    answered.current = filter;
  }, [filter, scroller]);
}

function partOf(target: EventTarget): { at: number | null; part: string | null } {
  if (!(target instanceof Element)) return { at: null, part: null };
  const item = target.closest("[data-index]");
  const part = target.closest("[data-part]")?.getAttribute("data-part") ?? null;
  return { at: item ? Number(item.getAttribute("data-index")) : null, part };
}
