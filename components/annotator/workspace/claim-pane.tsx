"use client";
import {
  ArrowLeft,
  Highlighter,
  ListChecks,
  ListCollapse,
  ListTree,
  MoreHorizontal,
  SearchX,
} from "lucide-react";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { SegmentedControl } from "#components/ui/choice.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { useLate } from "#components/ui/use-late.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { treeOf } from "#lib/client/workspace/tree.ts";
import styles from "./claim-pane.module.css";
import { ClaimTree } from "./outline/claim-tree.tsx";
import { FilterBar } from "./outline/filter-bar.tsx";
import { FilterChips } from "./outline/filter-chips.tsx";
import { useOutline, useOutlineState, useOutlineStore } from "./outline/outline-context.tsx";
import { SelectionLine } from "./outline/selection-line.tsx";
import { UncoveredList } from "./outline/uncovered-list.tsx";
import { useIsWide } from "./outline/use-is-wide.ts";
import { useOutlineActions } from "./outline/use-outline-actions.ts";
import { useActiveClaim, useWorkspace } from "./workspace-context.tsx";

/** Every claim of the text, in its order and as they are nested; and, as the other side of it, what none covers. */
export function ClaimPane() {
  const { state } = useOutlineStore();
  const { coverage, rows } = useOutline();
  const view = useOutlineState((value) => value.view);
  return (
    <section className={styles.pane} aria-label="Claims">
      <div className={styles.head}>
        <BackToClaim />
        <SegmentedControl
          size="sm"
          label="What to list"
          value={view}
          onValueChange={(next) => state.set({ view: next })}
          options={[
            { value: "claims" as const, label: counted("Claims", rows.length) },
            { value: "uncovered" as const, label: counted("Without a claim", coverage?.uncovered.length) },
          ]}
        />
        {view === "claims" && rows.length > 0 ? <ListMenu /> : null}
      </div>
      {view === "claims" ? <Claims /> : <UncoveredList />}
    </section>
  );
}

const NONE: readonly Row[] = [];

function Claims() {
  const { rows, ids } = useOutline();
  const collapsed = useOutlineState((state) => state.collapsed);
  const late = useLate(rows, NONE);
  const tree = useMemo(() => treeOf(late, ids, collapsed), [late, ids, collapsed]);
  if (rows.length === 0) return <NoClaims />;
  return (
    <>
      <div className={styles.tools}>
        <FilterBar />
        <FilterChips />
        <SelectionLine />
      </div>
      {tree.length > 0 ? <ClaimTree rows={tree} /> : late.length > 0 ? <NoMatch /> : null}
    </>
  );
}

function ListMenu() {
  const { ui } = useWorkspace();
  const { state } = useOutlineStore();
  const { rows, matching } = useOutline();
  const isFlat = rows.every(({ level }) => level === 0);
  return (
    <Menu align="end" trigger={<IconButton size="sm" icon={<MoreHorizontal />} label="More for the list" />}>
      <MenuItem
        icon={<ListChecks />}
        shortcut="Ctrl-A"
        disabled={matching.length === 0}
        onSelect={() =>
          ui.set({
            selectedIds: [...new Set([...ui.get().selectedIds, ...matching.map(({ claim }) => claim.id)])],
          })
        }
      >
        Select all {matching.length} shown
      </MenuItem>
      <MenuItem
        icon={<ListCollapse />}
        disabled={isFlat}
        onSelect={() => state.set({ collapsed: new Set(rows.flatMap(({ claim }) => claim.parentId ?? [])) })}
      >
        Fold nested claims away
      </MenuItem>
      <MenuItem icon={<ListTree />} disabled={isFlat} onSelect={() => state.set({ collapsed: new Set() })}>
        Unfold all
      </MenuItem>
    </Menu>
  );
}

/** The list stands over a claim that stays open. */
function BackToClaim() {
  const { state } = useOutlineStore();
  const isListOver = useOutlineState((value) => value.isListOver);
  const active = useActiveClaim();
  const isWide = useIsWide();
  if (!active || !isListOver || isWide) return null;
  return (
    <Button size="sm" variant="quiet" icon={<ArrowLeft />} onClick={() => state.set({ isListOver: false })}>
      The claim
    </Button>
  );
}

function NoMatch() {
  const { clearFilter } = useOutlineActions();
  return (
    <EmptyState
      icon={<SearchX />}
      title="No claim matches"
      compact
      action={
        <Button size="sm" onClick={clearFilter}>
          Clear the filters
        </Button>
      }
    >
      Take a filter away, or look for other words.
    </EmptyState>
  );
}

function NoClaims() {
  const { canWrite } = useWorkspace();
  return (
    <EmptyState icon={<Highlighter />} title="No claims yet">
      {canWrite ? (
        <>
          Select the words of a claim in the text: the bar beside them marks it and says how the article
          knows.{" "}
          <span className={styles.byKeys}>
            By keys: <Kbd keys="]" /> selects the first sentence, <Kbd keys="Enter" /> marks it, a digit from{" "}
            <Kbd keys="1" /> to <Kbd keys="7" /> says how the article knows.
          </span>
        </>
      ) : (
        "Nobody has marked a claim in this article."
      )}
    </EmptyState>
  );
}

function counted(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label} ${count.toLocaleString("en")}`;
}
