"use client";
import { Archive, FilePlus2, SearchX, Trash2 } from "lucide-react";
import { useState } from "react";
import { AssignDialog } from "#components/assignments/assign-dialog.tsx";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { ReleaseDialog, type ReleaseDialogProps } from "#components/layers/release-dialog.tsx";
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
import { SelectionBar } from "./selection-bar.tsx";
import { useArticleActions } from "./use-article-actions.ts";
import { useBulkActions } from "./use-bulk-actions.ts";
import { useSelection } from "./use-selection.ts";

export type ArticleListProps = {
  workspace: string;
  project: Project;
  page: ArticlesPage;
  view: ArticlesQuery;
  userId: string;
  mayImport: boolean;
  onView: (next: Partial<ArticlesQuery>) => void;
};

type Open = { dialog: "details" | "move" | "assign" | "release"; row: ArticleRow };
type OpenForAll = "move" | "assign" | "release";

const MAY_SELECT = ["assignment:manage", "article:edit", "article:trash"];

export function ArticleList(props: ArticleListProps) {
  const { workspace, project, page, view, userId, onView } = props;
  const { after: _, ...asked } = view;
  const address = `/workspaces/${workspace}/projects/${project.slug}/articles${queryString(asked)}`;
  const list = usePages<ArticleRow>(page, address);
  const actions = useArticleActions(workspace, userId, list.setRows);
  const [open, setOpen] = useState<Open | null>(null);
  const [forAll, setForAll] = useState<OpenForAll | null>(null);
  const selection = useSelection(list.rows);
  const bulk = useBulkActions(workspace, list.setRows);
  const selected = list.rows.filter(({ id }) => selection.ids.has(id));
  const maySelect =
    view.show !== "trash" &&
    MAY_SELECT.some(
      (action) => project.actions.includes(action) || list.rows.some((row) => row.actions.includes(action)),
    );
  const close = () => {
    setOpen(null);
    setForAll(null);
  };
  const columns = articleColumns({
    codebook: useCodebook(),
    ...{ workspace, view, userId, onView, actions, onOpen: setOpen },
    selection: maySelect ? selection : null,
  });
  const assigned = chosenFor("assign", open, forAll, selected);
  return (
    <>
      <Table
        caption={`Articles of ${project.name}`}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowProps={(row) => ({ "data-selected": selection.ids.has(row.id) })}
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
      {selected.length > 0 ? (
        <SelectionBar
          rows={selected}
          {...{ selection, actions: bulk }}
          onAssign={() => setForAll("assign")}
          onRelease={() => setForAll("release")}
          onMove={() => setForAll("move")}
        />
      ) : null}
      {assigned.length > 0 ? (
        <AssignDialog
          workspace={workspace}
          project={project.slug}
          coders={codersOf(project)}
          articles={assigned}
          onClose={close}
          onAssigned={actions.assigned}
        />
      ) : null}
      <Release
        {...{ workspace, project: project.slug }}
        articles={chosenFor("release", open, forAll, selected)}
        onClose={close}
        onReleased={actions.released}
      />
      {open?.dialog === "details" ? (
        <DetailsDialog workspace={workspace} article={open.row} onClose={close} onSaved={actions.took} />
      ) : null}
      {open?.dialog === "move" ? (
        <MoveDialog
          workspace={workspace}
          articles={[open.row]}
          onClose={close}
          onMove={(to) => actions.move(open.row, to)}
        />
      ) : null}
      {forAll === "move" ? (
        <MoveDialog
          workspace={workspace}
          articles={selected}
          onClose={close}
          onMove={(to) => bulk.move(selected, to)}
        />
      ) : null}
    </>
  );
}

/** The article whose menu a dialog was opened from, or those selected; none where another dialog is open. */
function chosenFor(
  dialog: OpenForAll,
  open: Open | null,
  forAll: OpenForAll | null,
  selected: readonly ArticleRow[],
): readonly ArticleRow[] {
  if (open?.dialog === dialog) return [open.row];
  return forAll === dialog ? selected : [];
}

const codersOf = ({ mode, layersPerArticle }: Project) => (mode === "blind" ? layersPerArticle : undefined);

function Release(props: ReleaseDialogProps) {
  return props.articles.length > 0 ? <ReleaseDialog {...props} /> : null;
}

function nothingWords({ q, outlet, assignee }: ArticlesQuery): string {
  if (q || outlet) return "No article here has these words in its title, outlet or byline.";
  if (assignee === "me") return "None of these articles is assigned to you.";
  return assignee === "nobody"
    ? "Somebody works on each of these articles."
    : "None of these articles is assigned to this person.";
}

function NoArticles({ workspace, project, view, mayImport, onView }: ArticleListProps) {
  if (view.q || view.outlet || view.assignee) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing matches"
        action={
          <Button onClick={() => onView({ q: undefined, outlet: undefined, assignee: undefined })}>
            Show all
          </Button>
        }
      >
        {nothingWords(view)}
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
