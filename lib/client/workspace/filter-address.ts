import { familyIds } from "#core/provenance/codebook.ts";
import { claimStates } from "#core/review/state.ts";
import { type ClaimFilter, claimMarks, type Facet, facets, noFilter } from "./filter.ts";

/** Names in the address; `?claim=` is the open claim's. */
const names: Readonly<Record<Facet | "text", string>> = {
  text: "find",
  family: "family",
  category: "category",
  state: "state",
  author: "by",
  source: "source",
  mark: "only",
};

const closed: Partial<Record<Facet, readonly string[]>> = {
  family: familyIds,
  state: claimStates,
  mark: claimMarks,
};

/** An address holds a person's choices, never more: what is longer was not made here. */
const MOST_VALUES = 50;
const LONGEST_TEXT = 200;

/** The filter an address asks for. What it names and nobody knows is left out. */
export function filterInAddress(search: string): ClaimFilter {
  const params = new URLSearchParams(search);
  const chosen = facets.map((facet) => {
    const values = (params.get(names[facet]) ?? "").split(",").filter(Boolean).slice(0, MOST_VALUES);
    const known = closed[facet];
    return [facet, [...new Set(known ? values.filter((value) => known.includes(value)) : values)]];
  });
  const text = (params.get(names.text) ?? "").slice(0, LONGEST_TEXT);
  return { ...noFilter, ...Object.fromEntries(chosen), text };
}

/** The address with this filter in place of the one it held; all else stays. */
export function withFilter(address: URL, filter: ClaimFilter): URL {
  const next = new URL(address);
  const write = (name: string, value: string) =>
    value === "" ? next.searchParams.delete(name) : next.searchParams.set(name, value);
  write(names.text, filter.text.trim());
  for (const facet of facets) write(names[facet], filter[facet].join(","));
  return next;
}
