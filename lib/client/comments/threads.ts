import type { Comment } from "#lib/contracts/comments.ts";

/** A first comment with its answers, oldest first. */
export type Thread = {
  readonly id: string;
  readonly first: Comment;
  readonly answers: readonly Comment[];
  readonly isResolved: boolean;
};

/** Comments as threads: open ones before resolved ones, each in the order they were begun. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const answers = new Map<string, Comment[]>();
  for (const one of comments) {
    if (one.parentId === null || one.removedAt !== null) continue;
    answers.set(one.parentId, [...(answers.get(one.parentId) ?? []), one]);
  }
  const threads = comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({
      id: first.id,
      first,
      answers: answers.get(first.id) ?? [],
      isResolved: first.resolvedAt !== null,
    }));
  return [...threads.filter((one) => !one.isResolved), ...threads.filter((one) => one.isResolved)];
}

/** What becomes of a list of comments when one is taken back: it stays, without its words, while it has answers. */
export function withoutComment(comments: readonly Comment[], id: string, at: string): Comment[] {
  const hasAnswers = comments.some(({ parentId, removedAt }) => parentId === id && removedAt === null);
  return comments.flatMap((one) => {
    if (one.id !== id) return [one];
    return hasAnswers ? [{ ...one, body: "", mentions: [], removedAt: at }] : [];
  });
}
