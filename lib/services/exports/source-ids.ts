const KEY = Buffer.from('"sources":');
const END = "]".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const LINE_END = "\n".charCodeAt(0);

/**
 * Reads lines of claims as they pass, without parsing them: how many there are, how many links, and which sources they
 * lean on. A quote inside a JSON string is escaped, so the key is never found in anybody's words. A source that was
 * merged into another is written over with that one's id, which is as long.
 */
export class LineReader {
  claims = 0;
  links = 0;
  #fresh: string[] = [];
  readonly #seen = new Set<string>();
  readonly #merged: ReadonlyMap<string, string>;
  /** The beginning of a line whose end has not come yet. */
  #tail: Buffer = Buffer.alloc(0);

  constructor(merged: ReadonlyMap<string, string>) {
    this.#merged = merged;
  }

  /** Takes in the next bytes; answers the lines that are whole now. */
  read(bytes: Buffer): Buffer {
    const whole = this.#tail.length === 0 ? bytes : Buffer.concat([this.#tail, bytes]);
    const end = whole.lastIndexOf(LINE_END) + 1;
    const lines = whole.subarray(0, end);
    this.#tail = whole.subarray(end);
    for (let at = lines.indexOf(LINE_END); at >= 0; at = lines.indexOf(LINE_END, at + 1)) this.claims += 1;
    for (let at = lines.indexOf(KEY); at >= 0; at = lines.indexOf(KEY, at + KEY.length)) {
      this.links += 1;
      this.#readIds(lines, at + KEY.length);
    }
    return lines;
  }

  /** Sources not told before. */
  takeFresh(): readonly string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #readIds(lines: Buffer, start: number): void {
    const end = lines.indexOf(END, start);
    for (let at = lines.indexOf(QUOTE, start); at >= 0 && at < end; ) {
      const close = lines.indexOf(QUOTE, at + 1);
      const stored = lines.toString("latin1", at + 1, close);
      const id = this.#merged.get(stored) ?? stored;
      if (id !== stored) lines.write(id, at + 1, "latin1");
      if (!this.#seen.has(id)) {
        this.#seen.add(id);
        this.#fresh.push(id);
      }
      at = lines.indexOf(QUOTE, close + 1);
    }
  }
}
