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
  const reader = new MarkdownReader();
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + countCodePoints(line);
    reader.read(line, start, end);
    start = end + 1;
  }
  return reader.blocks;
}

class MarkdownReader {
  readonly blocks: Block[] = [];
  /** Whether the last block may go on. */
  #isOpen = false;
  /** The mark that opened the code we are in. */
  #fence: string | null = null;

  read(line: string, start: number, end: number): void {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (this.#fence !== null) {
      this.#add(code, start, end, true);
      // A fence is closed by one of its own kind that is at least as long.
      if (mark?.startsWith(this.#fence)) this.#endCode();
    } else if (mark !== undefined) {
      this.#fence = mark;
      this.#add(code, start, end, false);
    } else this.#readProse(line, start, end);
  }

  #endCode(): void {
    this.#fence = null;
    this.#isOpen = false;
  }

  #readProse(line: string, start: number, end: number): void {
    const kind = kindOf(line);
    if (kind) this.#add(kind, start, end, continues(this.blocks.at(-1), kind));
    else this.#isOpen = false;
  }

  #add(line: Line, start: number, end: number, isMore: boolean): void {
    const above = this.#isOpen && isMore ? this.blocks.pop() : undefined;
    this.blocks.push(above ? { ...above, end } : { ...line, start, end });
    this.#isOpen = true;
  }
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
function continues(above: Block | undefined, line: Line): boolean {
  if (!above || above.kind === "heading" || above.kind === "preformatted") return false;
  return line.kind === "paragraph" || (line.kind === "quote" && above.kind === "quote");
}
