"use client";
import { useRef } from "react";
import { Combobox } from "#components/ui/combobox.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import { claimFlags } from "#core/provenance/facets.ts";
import { useAskedFocus } from "../workspace/use-asked-focus.ts";
import { useRows } from "../workspace/workspace-context.tsx";

type Props = { taken: readonly string[]; onAdd: (flag: string) => void; onLeave: () => void };

/** A flag to be put on: the known ones and those used in this article are offered, any other may be made. */
export function FlagField({ taken, onAdd, onLeave }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const used = useRows().flatMap(({ claim }) => claim.flags);
  const offered = [...new Set<string>([...claimFlags, ...used])].filter((flag) => !taken.includes(flag));
  useAskedFocus("flag", () => box.current?.querySelector("input"));
  const make = (typed: string) => {
    const flag = slugOf(typed);
    if (flag) onAdd(flag);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field inside
    <div
      ref={box}
      onKeyDown={(event) => event.key === "Escape" && !isListOpen(event.currentTarget) && onLeave()}
    >
      <Combobox
        size="sm"
        label="Flag"
        labelHidden
        placeholder="Add a flag"
        value={null}
        options={offered.map((flag) => ({ value: flag, label: flagLabel(flag) }))}
        onValueChange={(option) => option && onAdd(option.value)}
        onCreate={make}
        createLabel={(typed) => `New flag “${slugOf(typed)}”`}
        emptyText="Letters and digits make a flag."
      />
    </div>
  );
}

export function isListOpen(box: Element): boolean {
  return box.querySelector("input")?.getAttribute("aria-expanded") === "true";
}

/** An open list: known flags have labels, others show their slug. */
export function flagLabel(flag: string): string {
  const known = facetLabels.flag as Readonly<Record<string, { label: string } | undefined>>;
  return known[flag]?.label ?? flag.replaceAll("_", " ");
}

/** What was typed as a flag may be written: lower-case letters, digits and underscores. */
export function slugOf(typed: string): string {
  return typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^_+|_+$/gu, "")
    .slice(0, 60);
}
