"use client";
import { Select } from "#components/ui/select.tsx";
import { type Codebook, categoriesIn } from "#core/provenance/codebook.ts";
import type { NameOf, Person } from "./people.ts";
import styles from "./queue.module.css";
import { pileLabels, pilesFor, type Reader, type ReviewView } from "./review-view.ts";

type Props = {
  view: ReviewView;
  reader: Reader;
  people: readonly Person[];
  nameOf: NameOf;
  codebook: Codebook;
  onChange: (next: Partial<ReviewView>) => void;
};

const ALL = "\u0000all";

/** Which pile, and whose and what of it. */
export function QueueFilters({ view, reader, people, nameOf, codebook, onChange }: Props) {
  const given = (value: string) => (value === ALL ? null : value);
  return (
    <div className={styles.filters}>
      <Select
        aria-label="Show"
        options={pilesFor(reader.role).map((pile) => ({ value: pile, label: pileLabels[pile] }))}
        value={view.pile}
        onValueChange={(pile) => onChange({ pile })}
        className={styles.pile}
      />
      {view.pile === "returned" ? null : (
        <Select
          aria-label="Author"
          size="sm"
          options={[
            { value: ALL, label: "All authors" },
            ...people.map(({ userId }) => ({ value: userId, label: nameOf(userId) })),
          ]}
          value={view.author ?? ALL}
          onValueChange={(author) => onChange({ author: given(author) })}
        />
      )}
      <Select
        aria-label="Provenance"
        size="sm"
        options={[
          { value: ALL, label: "All provenances" },
          ...codebook.families.map((family) => ({
            label: family.label,
            options: categoriesIn(codebook, family.id).map(({ id, label }) => ({ value: id, label })),
          })),
        ]}
        value={view.provenance ?? ALL}
        onValueChange={(provenance) => onChange({ provenance: given(provenance) })}
      />
    </div>
  );
}
