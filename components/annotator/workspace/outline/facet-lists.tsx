"use client";
import { useMemo } from "react";
import { Checkbox } from "#components/ui/choice.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import { type Facet, facets } from "#lib/client/workspace/filter.ts";
import { useWorkspace } from "../workspace-context.tsx";
import { facetLabels, offered, type ValueWords } from "./facet-words.ts";
import styles from "./filter-bar.module.css";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import { useOutlineActions } from "./use-outline-actions.ts";
import { useValueWords } from "./use-value-words.ts";

/** Facets with how many claims each value would show. One that cannot part the claims is left out. */
export function FacetLists() {
  const words = useValueWords();
  const { counts: count } = useOutline();
  const counts = useMemo(() => count(), [count]);
  return (
    <div className={styles.facets}>
      {facets.map((facet) => (
        <FacetList key={facet} facet={facet} counts={counts[facet]} words={words} />
      ))}
    </div>
  );
}

type Props = { facet: Facet; counts: ReadonlyMap<string, number>; words: ValueWords };

function FacetList({ facet, counts, words }: Props) {
  const { codebook } = useWorkspace();
  const { toggle } = useOutlineActions();
  const chosen = useOutlineState((state) => state.filter[facet]);
  const values = offered(facet, counts, chosen, codebook);
  if (values.length < (facet === "mark" ? 1 : 2) && chosen.length === 0) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{facetLabels[facet]}</legend>
      {values.map((value) => (
        <div key={value} className={styles.value} data-family={familyAmong(facet, value)}>
          <Checkbox
            label={words(facet, value)}
            checked={chosen.includes(value)}
            onCheckedChange={() => toggle(facet, value)}
          />
          <span className={styles.count}>{counts.get(value) ?? 0}</span>
        </div>
      ))}
    </fieldset>
  );

  function familyAmong(kind: Facet, value: string): string | undefined {
    if (kind === "family") return value;
    return kind === "category" ? (familyOf(codebook, value)?.id ?? "unclear") : undefined;
  }
}
