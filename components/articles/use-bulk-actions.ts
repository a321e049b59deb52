import type { Dispatch, SetStateAction } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, type ApiResult, call } from "#lib/client/api.ts";
import type { Article, ArticlePatch, ArticleRow } from "#lib/contracts/articles.ts";
import { rowAfter } from "./use-article-actions.ts";

type Rows = readonly ArticleRow[];
type SetRows = Dispatch<SetStateAction<Rows>>;
type Step = (row: ArticleRow) => ApiResult<Article>;

const count = (rows: { length: number }) => (rows.length === 1 ? "1 article" : `${rows.length} articles`);

/** What can be done with several rows at once: one after the other, taken back by one press. */
export function useBulkActions(workspace: string, setRows: SetRows) {
  const { notify } = useToast();
  const addressOf = ({ id }: ArticleRow) => `/workspaces/${workspace}/articles/${id}`;
  const patch =
    (change: (row: ArticleRow) => ArticlePatch): Step =>
    (row) =>
      call<Article>("PATCH", addressOf(row), change(row), { ifMatch: row.revision });

  /** Does it to each until one is refused; tells how many went and why the rest stayed, and offers to take it back. */
  const run = async (rows: Rows, done: string, step: Step, undo: Step) => {
    const { taken, failure } = await each(rows, step);
    const gone = new Set(taken.map(({ id }) => id));
    setRows((held) => held.filter(({ id }) => !gone.has(id)));
    if (failure) {
      const stayed = `${count({ length: rows.length - taken.length })} stayed as they were. ${failure.detail ?? ""}`;
      notify({ tone: "danger", title: failure.title, description: stayed });
    }
    if (taken.length === 0) return false;
    const putBack = async () => {
      const back = await each(taken, undo);
      setRows((held) => [...back.taken, ...held]);
      if (back.failure) {
        notify({ tone: "danger", title: back.failure.title, description: back.failure.detail ?? "" });
      }
    };
    notify({ title: `${count(taken)} ${done}`, action: { label: "Undo", onPress: () => void putBack() } });
    return true;
  };
  return {
    archive: (rows: Rows, archived: boolean) =>
      run(
        rows,
        archived ? "archived" : "back from the archive",
        patch(() => ({ archived })),
        patch(() => ({ archived: !archived })),
      ),
    trash: (rows: Rows) =>
      run(
        rows,
        "put into the trash",
        (row) => call<Article>("DELETE", addressOf(row)),
        (row) => call<Article>("POST", `${addressOf(row)}/restore`),
      ),
    move: (rows: Rows, to: { id: string; name: string }) => {
      const before = new Map(rows.map(({ id, projectId }) => [id, projectId]));
      return run(
        rows,
        `moved to ${to.name}`,
        patch(() => ({ projectId: to.id })),
        patch((row) => ({ projectId: before.get(row.id) ?? row.projectId })),
      );
    },
  };
}

async function each(rows: Rows, step: Step): Promise<{ taken: ArticleRow[]; failure: ApiFailure | null }> {
  const taken: ArticleRow[] = [];
  for (const row of rows) {
    const answer = await step(row);
    if (!answer.ok) return { taken, failure: answer.failure };
    taken.push(rowAfter(row, answer.value));
  }
  return { taken, failure: null };
}
