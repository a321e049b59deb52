import { type Dispatch, type SetStateAction, useMemo } from "react";
import { afterRelease, articleWords } from "#components/layers/coding-words.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { WorkState } from "#core/review/state.ts";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Article, ArticlePatch, ArticleRow, Assignee, Work } from "#lib/contracts/articles.ts";
import type { Assigned, Worker } from "#lib/contracts/assignments.ts";
import type { ReleaseOutcomes } from "#lib/contracts/layers.ts";

type Rows = readonly ArticleRow[];
type SetRows = Dispatch<SetStateAction<Rows>>;
type Notify = ReturnType<typeof useToast>["notify"];
export type ArticleActions = ReturnType<typeof actionsOf>;

/** What the rows of the list can do: each changes the row at once, and says what went wrong. */
export function useArticleActions(workspace: string, userId: string, setRows: SetRows): ArticleActions {
  const { notify } = useToast();
  return useMemo(
    () => actionsOf({ workspace, userId, setRows, notify }),
    [workspace, userId, setRows, notify],
  );
}

type Given = { workspace: string; userId: string; setRows: SetRows; notify: Notify };

function actionsOf({ workspace, userId, setRows, notify }: Given) {
  const addressOf = (id: string) => `/workspaces/${workspace}/articles/${id}`;
  const refused = (failure: ApiFailure): false => {
    notify({ tone: "danger", title: failure.title, description: failure.detail ?? "" });
    return false;
  };
  const took = (article: Article) => setRows((rows) => rows.map((row) => rowAfter(row, article)));

  /** Writes; `false` when it was refused, after telling so. */
  const patch = async (row: ArticleRow, change: ArticlePatch): Promise<Article | false> => {
    const answer = await call<Article>("PATCH", addressOf(row.id), change, { ifMatch: row.revision });
    if (answer.ok) return answer.value;
    if (isStale(answer.failure)) took(answer.failure.current);
    return refused(answer.failure);
  };
  /** Takes the row out of the list and offers to put things back as they were. */
  const gone = (row: ArticleRow, title: string, undo: () => Promise<Article | false>) => {
    let place = 0;
    setRows((rows) => {
      place = rows.findIndex(({ id }) => id === row.id);
      return rows.filter(({ id }) => id !== row.id);
    });
    const putBack = async () => {
      const article = await undo();
      if (article) setRows((rows) => rows.toSpliced(Math.max(0, place), 0, rowAfter(row, article)));
    };
    notify({ title, action: { label: "Undo", onPress: () => void putBack() } });
  };
  const send = async (method: "DELETE" | "POST", path: string): Promise<Article | false> => {
    const answer = await call<Article>(method, path);
    return answer.ok ? answer.value : refused(answer.failure);
  };

  return {
    took,
    async setWork(row: ArticleRow, state: WorkState) {
      const answer = await call<Work>("PUT", `${addressOf(row.id)}/work`, { state });
      if (!answer.ok) return refused(answer.failure);
      const work = [...row.work.filter((entry) => entry.userId !== userId), answer.value];
      setRows((rows) => rows.map((one) => (one.id === row.id ? { ...one, work } : one)));
      return true;
    },
    /** Shows who has the articles now, with the names the dialog knew. */
    assigned({ items, already }: Assigned, workers: readonly Worker[]) {
      const names = new Map(workers.map(({ userId: id, name }) => [id, name]));
      const given = items.map((one) => ({ ...one, assignmentId: one.id, name: names.get(one.userId) ?? "" }));
      setRows((rows) =>
        rows.map((row) => {
          const more = given.filter(({ articleId }) => articleId === row.id).map(inShort);
          return more.length === 0 ? row : { ...row, assignees: bySoonest([...row.assignees, ...more]) };
        }),
      );
      const had = already === 0 ? "" : `${already} had it already.`;
      notify({
        title: items.length === 1 ? "1 assignment given" : `${items.length} assignments given`,
        description: had,
      });
    },
    /** Shows that the layers of these articles are everybody's to see now. */
    released({ items }: ReleaseOutcomes) {
      const shown = new Set(
        items.filter(({ outcome }) => outcome === "released").map(({ articleId }) => articleId),
      );
      setRows((rows) =>
        rows.map((row) =>
          row.coding && shown.has(row.id)
            ? { ...row, isReleased: true, coding: afterRelease(row.coding) }
            : row,
        ),
      );
      notify({ tone: "success", title: `${articleWords(shown.size)} released` });
    },
    async archive(row: ArticleRow, archived: boolean) {
      const done = await patch(row, { archived });
      if (!done) return;
      const title = archived ? "Archived" : "Back among the active articles";
      gone(row, title, () => patch(rowAfter(row, done), { archived: !archived }));
    },
    async trash(row: ArticleRow) {
      if (!(await send("DELETE", addressOf(row.id)))) return;
      gone(row, "Put into the trash", () => send("POST", `${addressOf(row.id)}/restore`));
    },
    async restore(row: ArticleRow) {
      if (!(await send("POST", `${addressOf(row.id)}/restore`))) return;
      gone(row, "Restored", () => send("DELETE", addressOf(row.id)));
    },
    /** `false` keeps the dialog open. */
    async move(row: ArticleRow, to: { id: string; name: string }) {
      const done = await patch(row, { projectId: to.id });
      if (!done) return false;
      gone(row, `Moved to ${to.name}`, () => patch(rowAfter(row, done), { projectId: row.projectId }));
      return true;
    },
  };
}

const inShort = ({ assignmentId, userId, name, kind, dueAt }: Assignee): Assignee => ({
  ...{ assignmentId, userId, name, kind, dueAt },
});

/** As the server lists them: what has no date comes last. */
const bySoonest = (assignees: readonly Assignee[]) =>
  assignees.toSorted((one, other) => (one.dueAt ?? "~").localeCompare(other.dueAt ?? "~", "en"));

type Stale = ApiFailure & { current: Article };

/** Refused because somebody else was faster; the answer holds what the article is now. */
export function isStale(failure: ApiFailure): failure is Stale {
  return failure.status === 412 && "current" in failure && typeof failure.current === "object";
}

/** The row after its article was answered; another article's row stays as it is. */
export function rowAfter(row: ArticleRow, article: Article): ArticleRow {
  if (row.id !== article.id) return row;
  const { version: _, layers: __, notes: ___, claims: ____, sources: _____, ...fields } = article;
  return { ...row, ...fields };
}
