/** What was put into the box, and the markup that came with it. */
export type Draft = {
  readonly text: string;
  /** What the clipboard held beside the words; gone as soon as the words are edited. */
  readonly html: string | null;
  /** Whether the markup's headings, lists and quotations are kept. */
  readonly keepsMarkup: boolean;
};

export const emptyDraft: Draft = { text: "", html: null, keepsMarkup: true };

const STRUCTURE = /<(?:h[1-6]|p|li|blockquote|pre|article|title|meta)\b/iu;

/** Markup worth keeping: blocks, not just the styling that every program puts around copied words. */
export function structureIn(html: string): string | null {
  return STRUCTURE.test(html) ? html : null;
}

/** Text that is itself a page's source. */
export function isPageSource(text: string): boolean {
  return /^\s*<(?:!doctype html|html|head|body|article)\b/iu.test(text);
}

/** What is sent: one of the two. */
export function contentOf({ text, html, keepsMarkup }: Draft): { text: string } | { html: string } {
  if (isPageSource(text)) return keepsMarkup ? { html: text } : { text };
  return html !== null && keepsMarkup ? { html } : { text };
}
