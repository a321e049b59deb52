/** What each registered highlight covers, as words: `group → covered texts`, in the order of registration. */
export function painted(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) found[name] = [...highlight].map(wordsOf);
  return found;
}

function wordsOf(range: AbstractRange): string {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}
