"use client";
import { FilePlus2 } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { ProvenanceLegend } from "#components/provenance-legend/provenance-legend.tsx";
import { queryString } from "#lib/client/api.ts";
import type { ArticlesPage, ArticlesQuery } from "#lib/contracts/articles.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import { ArticleFilters } from "./article-filters.tsx";
import { ArticleList } from "./article-list.tsx";
import styles from "./articles.module.css";
import { importPath } from "./paths.ts";
import { SampleNotice } from "./sample-notice.tsx";

export type ArticlesScreenProps = {
  workspace: Workspace;
  project: Project;
  page: ArticlesPage;
  view: ArticlesQuery;
  userId: string;
  people: readonly Person[];
};

export type Person = { readonly userId: string; readonly name: string };

/** A project's articles: found, sorted, kept in order. The address holds what is shown, so that it can be shared. */
export function ArticlesScreen(props: ArticlesScreenProps) {
  const { project, page, view, userId, people } = props;
  const { slug: workspace, isSample, role } = props.workspace;
  const router = useRouter();
  const path = usePathname();
  const [isPending, startTransition] = useTransition();
  const change = (next: Partial<ArticlesQuery>) =>
    startTransition(() => router.replace(path + addressOf({ ...view, ...next }), { scroll: false }));
  const mayImport = project.actions.includes("article:import") && project.archivedAt === null;
  const outlets = [...new Set(page.items.flatMap(({ outlet }) => outlet ?? []))].toSorted();
  return (
    <Page>
      <PageHeader
        title="Articles"
        description={project.description || undefined}
        actions={
          mayImport ? (
            <LinkButton href={importPath(workspace, project.slug)} variant="primary" icon={<FilePlus2 />}>
              Import
            </LinkButton>
          ) : null
        }
      />
      {isSample ? (
        <SampleNotice workspace={workspace} mayRemove={role === "owner" || role === "admin"} />
      ) : null}
      <ArticleFilters {...{ view, outlets, people, userId }} onChange={change} />
      <div className={styles.results} data-pending={isPending || undefined} aria-busy={isPending}>
        <ArticleList
          key={JSON.stringify([project.id, view])}
          {...{ workspace, project, page, view, userId, mayImport }}
          onView={change}
        />
      </div>
      {page.items.length > 0 ? (
        <footer className={styles.legend}>
          <ProvenanceLegend />
        </footer>
      ) : null}
    </Page>
  );
}

/** Only what differs from what a plain address shows. */
function addressOf({ q, outlet, assignee, show, sort }: ArticlesQuery): string {
  return queryString({
    q,
    outlet,
    assignee,
    show: show === "active" ? undefined : show,
    sort: sort === "activity" ? undefined : sort,
  });
}
