import type { Done } from "./client.ts";

export type Revision = { readonly revision: number; readonly words: string };
/** What the server has in the end. */
export type End = {
  readonly revisions: ReadonlyMap<string, readonly Revision[]>;
  readonly comments: readonly string[];
};

/** Everything that may not have happened: empty when nothing was lost, done twice, or made up. */
export function faultsOf(history: readonly Done[], { revisions, comments }: End): string[] {
  const asked = new Set(history.map(({ op }) => op.words));
  const written = [...revisions.values()].flat().map(({ words }) => words);
  return [
    ...history.flatMap((done) => lost(done, revisions, comments)),
    ...twice(written).map((words) => `written twice: ${words}`),
    ...twice(comments).map((words) => `said twice: ${words}`),
    ...[...written, ...comments]
      .filter((words) => !asked.has(words))
      .map((words) => `nobody asked for: ${words}`),
    ...[...revisions].flatMap(([claim, all]) => gaps(claim, all)),
  ];
}

function lost(
  { op, isAcknowledged, revision }: Done,
  revisions: End["revisions"],
  comments: readonly string[],
): string[] {
  if (!isAcknowledged) return [];
  if (op.kind === "say") return comments.includes(op.words) ? [] : [`a comment was lost: ${op.words}`];
  const kept = revisions.get(op.claim)?.find((one) => one.revision === revision);
  return kept?.words === op.words ? [] : [`revision ${revision} of ${op.claim} is not what was acknowledged`];
}

function gaps(claim: string, all: readonly Revision[]): string[] {
  const numbers = all.map(({ revision }) => revision).toSorted((one, other) => one - other);
  return numbers.every((number, at) => number === at + 1) ? [] : [`the revisions of ${claim} are ${numbers}`];
}

function twice(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((one) => seen.size === seen.add(one).size);
}
