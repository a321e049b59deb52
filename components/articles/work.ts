import type { WorkState } from "#core/review/state.ts";
import type { Work } from "#lib/contracts/articles.ts";

export const workWords: Readonly<Record<WorkState, string>> = {
  open: "Open",
  in_progress: "In progress",
  finished: "Finished",
};

/** Where somebody stands on an article: the furthest of their layers. */
export function workOf(work: readonly Work[], userId: string): { mine: WorkState; othersFinished: number } {
  const mine = work.filter((entry) => entry.userId === userId).map(({ state }) => state);
  const others = work.filter((entry) => entry.userId !== userId && entry.state === "finished");
  const furthest = (["finished", "in_progress"] as const).find((state) => mine.includes(state));
  return { mine: furthest ?? "open", othersFinished: new Set(others.map(({ userId: id }) => id)).size };
}
