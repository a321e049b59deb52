import type { BlockKind, HeadingLevel, Piece } from "#core/text/blocks.ts";

/** Elements that begin on a line of their own, beside headings and lists. */
const BLOCKS = new Set(
  "address article aside blockquote body caption center details dialog dir div dl dt dd fieldset figcaption figure footer form head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table tbody tfoot thead tr ul xmp".split(
    " ",
  ),
);
const LISTS = new Set(["ul", "ol", "menu", "dir", "dl"]);
const ITEMS = new Set(["li", "dt", "dd"]);
const PREFORMATTED = new Set(["pre", "listing", "plaintext", "xmp", "textarea"]);
const headings = /^h([1-6])$/u;

/**
 * Turns tags and characters, as they come, into blocks. Whitespace is folded as a browser shows it, but in
 * preformatted text; what is open is kept as counts and one flag a list, never as a tree.
 */
export class BlockWriter {
  readonly #pieces: Piece[] = [];
  #parts: string[] = [];
  /** True where folded white space waits for a word to stand before. */
  #isSpaceDue = false;
  #isAfterPreTag = false;
  #level: HeadingLevel | null = null;
  #quotes = 0;
  #preformatted = 0;
  #hidden = 0;
  /** For each open list, whether an item of it is open; and how many are. */
  readonly #lists: boolean[] = [];
  #openItems = 0;

  hide(): void {
    this.#hidden += 1;
  }

  show(): void {
    this.#hidden = Math.max(0, this.#hidden - 1);
  }

  open(name: string): void {
    if (this.#hidden > 0) return;
    if (name === "br") this.#breakLine();
    else if (name === "td" || name === "th") this.#separateCell();
    else if (BLOCKS.has(name) || PREFORMATTED.has(name) || headings.test(name)) {
      this.#endBlock();
      this.#count(name, true);
    }
  }

  close(name: string): void {
    if (this.#hidden > 0) return;
    // A browser takes `</br>` for `<br>` and `</p>` without a beginning for an empty paragraph.
    if (name === "br") this.#breakLine();
    else if (BLOCKS.has(name) || PREFORMATTED.has(name) || headings.test(name)) {
      this.#endBlock();
      this.#count(name, false);
    }
  }

  write(characters: string): void {
    if (this.#hidden > 0) return;
    if (this.#preformatted > 0) this.#writeAsIs(characters);
    else this.#writeFolded(characters);
  }

  finish(): Piece[] {
    this.#endBlock();
    return this.#pieces;
  }

  #writeAsIs(characters: string): void {
    // The line end right after the tag is not part of the text.
    const text = this.#isAfterPreTag ? characters.replace(/^\n/u, "") : characters;
    this.#isAfterPreTag = false;
    if (text !== "") this.#parts.push(text);
  }

  #writeFolded(characters: string): void {
    const folded = characters.replace(/[ \t\n\f\r]+/gu, " ");
    const words = folded.replace(/^ | $/gu, "");
    if (folded.startsWith(" ")) this.#isSpaceDue = true;
    if (words === "") return;
    if (this.#isSpaceDue && this.#isAfterWord()) this.#parts.push(" ");
    this.#parts.push(words);
    this.#isSpaceDue = folded.endsWith(" ");
  }

  #isAfterWord(): boolean {
    const last = this.#parts.at(-1);
    return last !== undefined && last !== "\n" && last !== "\t";
  }

  #breakLine(): void {
    this.#isSpaceDue = false;
    this.#parts.push("\n");
  }

  #separateCell(): void {
    this.#isSpaceDue = false;
    if (this.#parts.length > 0) this.#parts.push("\t");
  }

  #endBlock(): void {
    const text = this.#parts.join("");
    const kind = this.#kind();
    // Only what marks a block's edge goes: line breaks and cell gaps with nothing beyond them.
    const kept = kind === "preformatted" ? text.replace(/\n$/u, "") : withoutEdges(text);
    const level = kind === "heading" && this.#level !== null ? { level: this.#level } : {};
    if (kept.trim() !== "") this.#pieces.push({ kind, ...level, text: kept });
    this.#parts = [];
    this.#isSpaceDue = false;
  }

  #kind(): BlockKind {
    if (this.#preformatted > 0) return "preformatted";
    if (this.#level !== null) return "heading";
    if (this.#openItems > 0) return "list_item";
    return this.#quotes > 0 ? "quote" : "paragraph";
  }

  #count(name: string, isOpening: boolean): void {
    const step = isOpening ? 1 : -1;
    if (name === "blockquote") this.#quotes = Math.max(0, this.#quotes + step);
    else if (PREFORMATTED.has(name)) {
      this.#preformatted = Math.max(0, this.#preformatted + step);
      this.#isAfterPreTag = isOpening;
    } else if (LISTS.has(name)) this.#countList(isOpening);
    else if (ITEMS.has(name)) this.#setItem(isOpening);
    else this.#setHeading(name, isOpening);
  }

  #countList(isOpening: boolean): void {
    if (isOpening) this.#lists.push(false);
    else if (this.#lists.pop()) this.#openItems -= 1;
  }

  /** An item ends where the next of its list begins, whether or not it was closed. */
  #setItem(isOpen: boolean): void {
    const list = this.#lists.length - 1;
    if (list < 0) this.#lists.push(false);
    const at = Math.max(0, list);
    if (this.#lists[at] === isOpen) return;
    this.#lists[at] = isOpen;
    this.#openItems += isOpen ? 1 : -1;
  }

  #setHeading(name: string, isOpening: boolean): void {
    const level = headings.exec(name)?.[1];
    // 1 to 6, by the expression above.
    if (level) this.#level = isOpening ? (Number(level) as HeadingLevel) : null;
  }
}

/** Linear where a pattern anchored at the end would look back from every space. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && " \t\n".includes(text.charAt(start))) start += 1;
  while (end > start && " \t\n".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
