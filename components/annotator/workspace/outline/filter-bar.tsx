"use client";
import { ListFilter, Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { facets } from "#lib/client/workspace/filter.ts";
import { useUi, useWorkspace } from "../workspace-context.tsx";
import { FacetLists } from "./facet-lists.tsx";
import styles from "./filter-bar.module.css";
import { useOutline, useOutlineState, useOutlineStore } from "./outline-context.tsx";
import { useOutlineActions } from "./use-outline-actions.ts";

/** What the list is asked for: words, and values of facets. */
export function FilterBar() {
  const { search } = useOutlineActions();
  const { state } = useOutlineStore();
  const filter = useOutlineState((state) => state.filter);
  const chosen = facets.reduce((sum, facet) => sum + filter[facet].length, 0);
  const field = useAskedSearch();
  useSpokenCount();
  return (
    <search className={styles.bar}>
      <TextField
        ref={field}
        size="sm"
        type="search"
        label="Find in statements and quoted words"
        labelHidden
        placeholder="Find in claims"
        icon={<Search />}
        value={filter.text}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A first press clears the words, which the browser does; the next leads back to the list.
          if (event.key !== "Escape" || filter.text !== "") return;
          event.preventDefault();
          state.set({ focus: "list" });
        }}
        fieldClassName={styles.words}
      />
      <Popover
        align="end"
        title="Show only"
        trigger={
          <Button size="sm" variant="secondary" icon={<ListFilter />}>
            Filter{chosen > 0 ? ` (${chosen})` : ""}
          </Button>
        }
      >
        <FacetLists />
      </Popover>
    </search>
  );
}

function useAskedSearch() {
  const field = useRef<HTMLInputElement>(null);
  const { state } = useOutlineStore();
  const asked = useOutlineState((value) => value.focus);
  const isShown = useUi((value) => value.isSheetOpen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sheet that is closed cannot take the focus
  useEffect(() => {
    if (asked !== "search") return;
    state.set({ focus: null });
    field.current?.focus();
    field.current?.select();
  }, [asked, isShown, state]);
  return field;
}

/** A word that grows is not counted letter by letter. */
const PAUSE = 500;

/** Says how many match once another question has been asked. */
function useSpokenCount(): void {
  const { announce } = useWorkspace();
  const { matching, rows, ids } = useOutline();
  const filter = useOutlineState((state) => state.filter);
  const asked = useRef(filter);
  const words = ids ? `${matching.length} of ${rows.length} claims match.` : `All ${rows.length} claims.`;
  useEffect(() => {
    if (asked.current === filter) return;
    const timer = setTimeout(() => {
      asked.current = filter;
      announce(words);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [filter, words, announce]);
}
