import type { Block, BlockKind, HeadingLevel } from "#core/text/blocks.ts";
import { countCodePoints } from "#core/text/surrogates.ts";

type Line = { readonly kind: BlockKind; readonly level?: HeadingLevel };
const code: Line = { kind: "preformatted" };

/**
 * The blocks of a Markdown text. Its marks stay in the text: spans are counted in what the author wrote and
 * nothing is trimmed (rules.md 2), so a `#` is as much text as the heading behind it. Only what block a line
 * belongs to is recognised.
 */
export function blocksOfMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  let fence: string | null = null;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + countCodePoints(line);
    const mark = fenceOf(line);
    const wasFenced: boolean = fence !== null;
    const kind = wasFenced || mark !== null ? code : kindOf(line);
    const above = isOpen ? blocks.pop() : undefined;
    const isMore = above !== undefined && kind !== null && (wasFenced || continues(above, kind));
    if (above) blocks.push(isMore ? { ...above, end } : above);
    if (kind && !isMore) blocks.push({ ...kind, start, end });
    if (mark !== null) fence = nextFence(fence, mark);
    // A closed fence ends its block.
    isOpen = kind !== null && !(wasFenced && fence === null);
    start = end + 1;
  }
  return blocks;
}

function fenceOf(line: string): string | null {
  return /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? null;
}

/** A fence is closed by one of its own kind that is at least as long. */
function nextFence(open: string | null, mark: string): string | null {
  if (open === null) return mark;
  return mark.startsWith(open) ? null : open;
}

function kindOf(line: string): Line | null {
  if (line.trim() === "") return null;
  const heading = /^ {0,3}(#{1,6})(?:[ \t]|$)/u.exec(line)?.[1];
  // One to six marks, by the expression above.
  if (heading) return { kind: "heading", level: heading.length as HeadingLevel };
  if (/^ {0,3}>/u.test(line)) return { kind: "quote" };
  if (/^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(line)) return { kind: "list_item" };
  return { kind: "paragraph" };
}

/** A line goes on the block above unless it begins one of its own. */
function continues(above: Block, line: Line): boolean {
  if (above.kind === "heading" || above.kind === "preformatted") return false;
  return line.kind === "paragraph" || (line.kind === "quote" && above.kind === "quote");
}
