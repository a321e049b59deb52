import { type TreeRow, typedRow } from "#lib/client/workspace/tree.ts";

/** What a key asks of the list. */
export type TreeMove =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "extend"; readonly to: number }
  | { readonly kind: "fold" | "open" | "toggle" | "all" | "none" };

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** Rows that a page up or down passes over. */
const PAGE = 10;

/** Null for keys that are not the list's. `current` is the place of the row that has the focus. */
export function treeMove(press: Press, rows: readonly TreeRow[], current: number): TreeMove | null {
  const row = rows[current];
  if (!row || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "a" ? { kind: "all" } : null;
  const to = destination(press, rows.length, current);
  if (to !== null) return { kind: press.shiftKey ? "extend" : "go", to };
  return besideMove(press.key, rows, row, current);
}

function destination({ key, shiftKey }: Press, count: number, current: number): number | null {
  const last = count - 1;
  switch (shiftKey && key.length === 1 ? key.toLowerCase() : key) {
    case "ArrowDown":
    case "j":
      return Math.min(last, current + 1);
    case "ArrowUp":
    case "k":
      return Math.max(0, current - 1);
    case "PageDown":
      return Math.min(last, current + PAGE);
    case "PageUp":
      return Math.max(0, current - PAGE);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** Keys that act on the row, or go in and out of what hangs below it. */
function besideMove(key: string, rows: readonly TreeRow[], row: TreeRow, current: number): TreeMove | null {
  switch (key) {
    case "ArrowRight":
      if (row.isCollapsed) return { kind: "fold" };
      return rows[current + 1]?.parent === current ? { kind: "go", to: current + 1 } : null;
    case "ArrowLeft":
      if (row.children > 0 && !row.isCollapsed) return { kind: "fold" };
      return row.parent === null ? null : { kind: "go", to: row.parent };
    case "Enter":
      return { kind: "open" };
    case " ":
    case "x":
      return { kind: "toggle" };
    case "Escape":
      return { kind: "none" };
    default:
      return null;
  }
}

/** A pause after which typing begins a new word. */
const WORD_PAUSE = 700;

/** Letters typed one after the other, and where they lead. Time is handed in: the list is tested without a clock. */
export class TypeAhead {
  #typed = "";
  #last = 0;

  /** True while a word is being typed: then the letters that are commands are letters of it. */
  isTyping(now: number): boolean {
    return this.#typed !== "" && now - this.#last < WORD_PAUSE;
  }

  /** The row the letter leads to; null where it leads nowhere. */
  press(letter: string, names: readonly string[], current: number, now: number): number | null {
    const again = this.isTyping(now);
    this.#last = now;
    // The same letter again goes through all that begin with it.
    this.#typed = again && this.#typed !== letter ? this.#typed + letter : letter;
    return typedRow(names, current, this.#typed);
  }
}

export function isLetter({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): boolean {
  return !shiftKey && !ctrlKey && !metaKey && !altKey && /^\p{L}$/u.test(key);
}
