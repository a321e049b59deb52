/** A row of a CSV file: its cells, and the line it begins on, from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** A file taken apart. */
export type CsvTable = {
  /** Names of columns as they stand, without white space around them. */
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly separator: "," | ";" | "\t";
  /** The line on which a quote opens that nothing closes; what follows it is not in `rows`. */
  readonly unclosed: number | null;
};

/**
 * Takes a CSV file apart (RFC 4180), as programs save it: line ends of any kind, a byte order mark, a separator that
 * the head tells (`;` where a comma is the decimal sign, tabs), quotes inside a bare cell as they are. Blank lines are
 * left out. Never throws.
 */
export function readCsvTable(input: string): CsvTable {
  const text = input.startsWith("\uFEFF") ? input.slice(1) : input;
  const separator = separatorOf(text);
  const { rows, unclosed } = new CsvScan(text, separator).scan();
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return { head: (head?.cells ?? []).map((name) => name.trim()), rows: rest, separator, unclosed };
}

/** The one of which the first line holds most; a comma where it holds none. */
function separatorOf(text: string): CsvTable["separator"] {
  const [head = ""] = text.split(/[\r\n]/u, 1);
  const counted = ([",", ";", "\t"] as const).map((separator) => ({
    separator,
    count: head.split(separator).length,
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

class CsvScan {
  #at = 0;
  #line = 1;
  readonly #text: string;
  readonly #separator: string;
  /** Up to the next separator, line end or end of the text; sticky, so that nothing is read twice. */
  readonly #bare: RegExp;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
    this.#bare = new RegExp(`[^${separator}\r\n]*`, "uy");
  }

  scan(): { rows: CsvRow[]; unclosed: number | null } {
    const rows: CsvRow[] = [];
    while (this.#at < this.#text.length) {
      const line = this.#line;
      const cells: string[] = [];
      do {
        const opened = this.#line;
        const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
        if (cell === null) return { rows, unclosed: opened };
        cells.push(cell);
      } while (this.#takes(this.#separator));
      rows.push({ line, cells });
      if (this.#takes("\r\n") || this.#takes("\n") || this.#takes("\r")) this.#line += 1;
    }
    return { rows, unclosed: null };
  }

  #takes(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #plain(): string {
    this.#bare.lastIndex = this.#at;
    this.#bare.test(this.#text);
    const cell = this.#text.slice(this.#at, this.#bare.lastIndex);
    this.#at = this.#bare.lastIndex;
    return cell;
  }

  /** A quoted cell, and whatever stands between its closing quote and the separator; null where no quote closes it. */
  #quoted(): string | null {
    const start = this.#at + 1;
    for (let from = start; ; ) {
      const quote = this.#text.indexOf('"', from);
      if (quote < 0) return null;
      if (this.#text[quote + 1] === '"') {
        from = quote + 2;
        continue;
      }
      const cell = this.#text.slice(start, quote).replaceAll('""', '"');
      this.#line += cell.split(/\r\n|\r|\n/u).length - 1;
      this.#at = quote + 1;
      return cell + this.#plain();
    }
  }
}
