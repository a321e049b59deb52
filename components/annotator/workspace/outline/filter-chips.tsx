"use client";
import { X } from "lucide-react";
import { Checkbox } from "#components/ui/choice.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { type Facet, facets, isFiltering } from "#lib/client/workspace/filter.ts";
import styles from "./filter-bar.module.css";
import { useOutline, useOutlineState, useOutlineStore } from "./outline-context.tsx";
import { useOutlineActions } from "./use-outline-actions.ts";
import { useValueWords } from "./use-value-words.ts";

/** The filters in use, each taken away by a press, all by one; and whether the text shows only what matches. */
export function FilterChips() {
  const { state } = useOutlineStore();
  const { matching, rows } = useOutline();
  const { clearFilter } = useOutlineActions();
  const isOn = useOutlineState(({ filter }) => isFiltering(filter));
  const isHiding = useOutlineState((value) => value.isHidingOthers);
  if (!isOn) return null;
  return (
    <div className={styles.chips}>
      <Chips />
      <div className={styles.chipsEnd}>
        <span className={styles.count}>
          {matching.length.toLocaleString("en")} of {rows.length.toLocaleString("en")} claims
        </span>
        <button type="button" className={styles.clear} onClick={clearFilter}>
          Clear <Kbd keys="Shift-F" />
        </button>
      </div>
      <Checkbox
        label="Only these in the text"
        checked={isHiding}
        onCheckedChange={(isHidingOthers) => state.set({ isHidingOthers })}
      />
    </div>
  );
}

function Chips() {
  const filter = useOutlineState((state) => state.filter);
  const { toggle, search } = useOutlineActions();
  const words = useValueWords();
  const text = filter.text.trim();
  return (
    <ul className={styles.chipList} aria-label="Filters in use">
      {text ? <Chip key="text" label={`“${text}”`} onRemove={() => search("")} /> : null}
      {facets.flatMap((facet: Facet) =>
        filter[facet].map((value) => (
          <Chip key={`${facet} ${value}`} label={words(facet, value)} onRemove={() => toggle(facet, value)} />
        )),
      )}
    </ul>
  );
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        aria-label={`Remove the filter ${label}`}
        onClick={onRemove}
      >
        <span>{label}</span>
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
