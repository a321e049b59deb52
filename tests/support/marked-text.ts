/** A text with spans written in it: `marked("He said [it rained] today")`. Offsets are code points. */
export type MarkedText = {
  readonly text: string;
  /** In the order of their opening brackets. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** The first span. */
  readonly span: { readonly start: number; readonly end: number };
};

/**
 * Takes the brackets out and says where they stood. Brackets nest; `⟦` and `⟧` stand for brackets that are text.
 * Throws when a bracket has no partner or none is there: a test without its span would test nothing.
 */
export function marked(source: string): MarkedText {
  const text: string[] = [];
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === "[") {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (character === "]") close(open, text.length, source);
    else text.push(character === "⟦" ? "[" : character === "⟧" ? "]" : character);
  }
  const [span] = spans;
  if (span === undefined || open.length > 0) throw new Error(`no complete span in ${source}`);
  return { text: text.join(""), spans, span };
}

function close(open: { end: number }[], offset: number, source: string): void {
  const span = open.pop();
  if (span === undefined) throw new Error(`a bracket closes nothing in ${source}`);
  span.end = offset;
}
