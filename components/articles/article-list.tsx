"use client";
import { Archive, FilePlus2, SearchX, Trash2 } from "lucide-react";
import { useState } from "react";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table } from "#components/ui/table.tsx";
import { queryString } from "#lib/client/api.ts";
import { usePages } from "#lib/client/use-pages.ts";
import type { ArticleRow, ArticlesPage, ArticlesQuery } from "#lib/contracts/articles.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { articleColumns } from "./article-columns.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { importPath } from "./paths.ts";
import { useArticleActions } from "./use-article-actions.ts";

export type ArticleListProps = {
  workspace: string;
  project: Project;
  page: ArticlesPage;
  view: ArticlesQuery;
  userId: string;
  mayImport: boolean;
  onView: (next: Partial<ArticlesQuery>) => void;
};

type Open = { dialog: "details" | "move"; row: ArticleRow };

export function ArticleList(props: ArticleListProps) {
  const { workspace, project, page, view, userId, onView } = props;
  const { after: _, ...asked } = view;
  const address = `/workspaces/${workspace}/projects/${project.slug}/articles${queryString(asked)}`;
  const list = usePages<ArticleRow>(page, address);
  const actions = useArticleActions(workspace, userId, list.setRows);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const columns = articleColumns({ workspace, view, userId, onView, actions, onOpen: setOpen });
  return (
    <>
      <Table
        caption={`Articles of ${project.name}`}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<NoArticles {...props} />}
      />
      {list.failure ? (
        <Notice tone="danger" title={list.failure.title} live>
          {list.failure.detail}
        </Notice>
      ) : null}
      {list.rows.length > 0 ? (
        <LoadMore
          shown={list.rows.length}
          hasMore={list.hasMore}
          busy={list.isBusy}
          onLoadMore={list.loadMore}
          noun={list.rows.length === 1 ? "article" : "articles"}
        />
      ) : null}
      {open?.dialog === "details" ? (
        <DetailsDialog workspace={workspace} article={open.row} onClose={close} onSaved={actions.took} />
      ) : null}
      {open?.dialog === "move" ? (
        <MoveDialog
          workspace={workspace}
          article={open.row}
          onClose={close}
          onMove={(to) => actions.move(open.row, to)}
        />
      ) : null}
    </>
  );
}

function NoArticles({ workspace, project, view, mayImport, onView }: ArticleListProps) {
  if (view.q || view.outlet) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing matches"
        action={<Button onClick={() => onView({ q: undefined, outlet: undefined })}>Show all</Button>}
      >
        No article here has these words in its title, outlet or byline.
      </EmptyState>
    );
  }
  if (view.show === "archived") {
    return (
      <EmptyState icon={<Archive />} title="Nothing is archived">
        Archive an article from its menu when the work on it is over. Its claims stay and are exported.
      </EmptyState>
    );
  }
  if (view.show === "trash") {
    return (
      <EmptyState icon={<Trash2 />} title="The trash is empty">
        What is put here can be restored with everything marked in it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<FilePlus2 />}
      title="No articles yet"
      action={
        mayImport ? (
          <LinkButton href={importPath(workspace, project.slug)} variant="primary">
            Import the first article
          </LinkButton>
        ) : null
      }
    >
      {mayImport
        ? "Paste a text or drop files. Then mark what it claims, and how it knows."
        : "Somebody who may import brings the first one in; it appears here."}
    </EmptyState>
  );
}
