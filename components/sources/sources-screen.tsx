"use client";
import { Plus, Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useSearchWords } from "#components/articles/use-search-words.ts";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { queryString } from "#lib/client/api.ts";
import type { SourcesPage, SourcesQuery } from "#lib/contracts/sources.ts";
import { typeOptions } from "./labels.ts";
import { NewSourceDialog } from "./new-source-dialog.tsx";
import { sourcePath } from "./paths.ts";
import { SourceList } from "./source-list.tsx";
import styles from "./sources.module.css";

export type SourcesScreenProps = {
  /** Slug. */
  workspace: string;
  page: SourcesPage;
  view: SourcesQuery;
  mayEdit: boolean;
};

const ALL = "all";

/** The workspace's registry: everybody and everything that its articles' claims rest on. */
export function SourcesScreen({ workspace, page, view, mayEdit }: SourcesScreenProps) {
  const router = useRouter();
  const path = usePathname();
  const [isPending, startTransition] = useTransition();
  const [isNew, setIsNew] = useState(false);
  const change = (next: Partial<SourcesQuery>) => {
    const { q, type } = { ...view, ...next };
    startTransition(() => router.replace(path + queryString({ q, type }), { scroll: false }));
  };
  const [typed, setTyped] = useSearchWords(view.q ?? "", (q) => change({ q: q || undefined }));
  return (
    <Page>
      <PageHeader
        title="Sources"
        description="Who the articles of this workspace have it from. An anonymous source belongs to the one article that speaks of it."
        actions={
          mayEdit ? (
            <Button icon={<Plus />} onClick={() => setIsNew(true)}>
              New source
            </Button>
          ) : null
        }
      />
      <search className={styles.filters}>
        <TextField
          type="search"
          label="Search sources"
          labelHidden
          placeholder="Name or alias"
          icon={<Search />}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label="Type"
          options={[{ value: ALL, label: "All types" }, ...typeOptions]}
          value={view.type ?? ALL}
          onValueChange={(type) => change({ type: type === ALL ? undefined : type })}
        />
      </search>
      <div className={styles.results} data-pending={isPending || undefined} aria-busy={isPending}>
        <SourceList
          key={JSON.stringify([workspace, view])}
          {...{ workspace, page, view }}
          onReset={() => {
            setTyped("");
            change({ q: undefined, type: undefined });
          }}
        />
      </div>
      {isNew ? (
        <NewSourceDialog
          workspace={workspace}
          onClose={() => setIsNew(false)}
          onMade={({ id }) => router.push(sourcePath(workspace, id))}
        />
      ) : null}
    </Page>
  );
}
