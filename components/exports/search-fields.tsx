"use client";
import { X } from "lucide-react";
import { useCallback } from "react";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import { queryString } from "#lib/client/api.ts";
import type { ArticlesPage } from "#lib/contracts/articles.ts";
import type { SourcesPage } from "#lib/contracts/sources.ts";
import type { Named } from "./choices.ts";
import styles from "./exports.module.css";
import { useSearch } from "./use-search.ts";

type ArticlesProps = {
  workspace: string;
  /** Slug. */
  project: string;
  chosen: readonly Named[];
  onChange: (articles: readonly Named[]) => void;
};

/** Several articles, one after another. */
export function ArticlesField({ workspace, project, chosen, onChange }: ArticlesProps) {
  const address = useCallback(
    (q: string) => `/workspaces/${workspace}/projects/${project}/articles${queryString({ q, limit: 20 })}`,
    [workspace, project],
  );
  const search = useSearch(address, articleOption);
  const left = search.options.filter(({ value }) => !chosen.some((one) => one.value === value));
  return (
    <div className={styles.several}>
      <Combobox
        label="Articles"
        placeholder={chosen.length === 0 ? "All of them" : "Another article"}
        options={left}
        value={null}
        onQueryChange={search.look}
        loading={search.isLoading}
        onValueChange={(option) => option && onChange([...chosen, option])}
        emptyText="No article has these words in its title, outlet or byline."
      />
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen} aria-label="Chosen articles">
          {chosen.map(({ value, label }) => (
            <li key={value}>
              <span>{label}</span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Leave out ${label}`}
                icon={<X />}
                onClick={() => onChange(chosen.filter((one) => one.value !== value))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function articleOption({ id, title, outlet, claimCount }: ArticlesPage["items"][number]) {
  const claims = claimCount === 1 ? "1 claim" : `${claimCount} claims`;
  return { value: id, label: title, hint: outlet ? `${outlet} · ${claims}` : claims };
}

type SourceProps = {
  workspace: string;
  chosen: Named | null;
  onChange: (source: Named | null) => void;
};

export function SourceField({ workspace, chosen, onChange }: SourceProps) {
  const address = useCallback(
    (q: string) => `/workspaces/${workspace}/sources${queryString({ q, limit: 20 })}`,
    [workspace],
  );
  const search = useSearch(address, sourceOption);
  return (
    <Combobox
      label="Source"
      placeholder="Any source"
      options={search.options}
      value={chosen}
      onQueryChange={(words) => search.look(words === chosen?.label ? "" : words)}
      loading={search.isLoading}
      onValueChange={onChange}
      emptyText="No source is called so."
    />
  );
}

function sourceOption({ id, name, type }: SourcesPage["items"][number]) {
  return { value: id, label: name, hint: facetLabels.sourceType[type].label };
}
