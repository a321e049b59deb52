/** Order of texts by code units, whatever the locale: negative, 0 or positive, as `sort` wants it. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Articles in an order of their own, so that a report does not depend on the order in which they come. */
export function inOrder<T extends { readonly articleId: string }>(articles: readonly T[]): T[] {
  return articles.toSorted((one, other) => compareTexts(one.articleId, other.articleId));
}
