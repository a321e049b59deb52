import type { Share } from "./distribute.ts";

/**
 * Adds articles whose right answer is known among those given, unknown to whoever gets them: one for every `every`
 * articles that a person is given, in the order in which the checks are given, none twice to one person (`had`) and
 * none of those they get anyway. Each stands in the middle of the articles it is for, so that its place gives nothing
 * away. Deterministic. `every` is at least 1.
 */
export function mixChecks(
  shares: readonly Share[],
  checks: readonly string[],
  every: number,
  had: readonly Share[],
): Share[] {
  const known = new Set([...had, ...shares].map(keyOf));
  const counts = new Map<string, number>();
  const middle = Math.ceil(every / 2);
  return shares.flatMap((share) => {
    const { userId } = share;
    const count = (counts.get(userId) ?? 0) + 1;
    counts.set(userId, count);
    if (count % every !== middle % every) return [share];
    const articleId = checks.find((check) => !known.has(keyOf({ articleId: check, userId })));
    if (articleId === undefined) return [share];
    known.add(keyOf({ articleId, userId }));
    return [share, { articleId, userId }];
  });
}

const keyOf = ({ articleId, userId }: Share) => `${articleId} ${userId}`;
