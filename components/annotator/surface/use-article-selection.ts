import { useEffect, useRef } from "react";
import { sentenceAt } from "#core/text/sentences.ts";
import { boundaryAt } from "../dom/hit-test.ts";
import { rectOf } from "../dom/rectangles.ts";
import type { ArticleEngine, SelectedBy, SelectionDetail } from "./article-types.ts";
import { type Snap, snapSelection } from "./snap.ts";

/** After the last change of a selection made by touch, whose end no event tells. */
const TOUCH_SETTLES = 350;

type Options = {
  readonly snap: Snap;
  readonly onSelect?: (selection: SelectionDetail | null) => void;
};

/** Paints what a selection would become while it is made, and reports it when it is made. */
export function useArticleSelection(engine: ArticleEngine | null, options: Options): void {
  const latest = useRef(options);
  const watcher = useRef<SelectionWatcher | null>(null);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (!engine) return;
    const made = new SelectionWatcher(engine, latest);
    watcher.current = made;
    return () => made.stop();
  }, [engine]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected is read anew by another measure
  useEffect(() => watcher.current?.lookAgain(), [options.snap]);
}

class SelectionWatcher {
  readonly #engine: ArticleEngine;
  readonly #options: { readonly current: Options };
  readonly #stop = new AbortController();
  #isPressed = false;
  #add = false;
  #by: SelectedBy = "keys";
  #timer = 0;
  #reported: SelectionDetail | null = null;

  constructor(engine: ArticleEngine, options: { readonly current: Options }) {
    this.#engine = engine;
    this.#options = options;
    const { root } = engine.map;
    const { signal } = this.#stop;
    const document = root.ownerDocument;
    root.addEventListener("pointerdown", (event) => this.#press(event), { signal });
    document.addEventListener("pointerup", () => this.#release(), { signal });
    document.addEventListener("pointercancel", () => this.#release(), { signal });
    document.addEventListener("selectionchange", () => this.#follow(), { signal });
    root.addEventListener("click", (event) => this.#takeSentence(event), { signal });
    root.addEventListener("keydown", (event) => this.#keep(event), { signal });
    document.addEventListener("keydown", () => this.#takeToKeys(), { signal });
    root.addEventListener("keyup", () => this.#report(), { signal });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** The same words may make another span now. */
  lookAgain(): void {
    if (this.#reported) this.#follow();
    if (this.#reported) this.#report();
  }

  #press(event: PointerEvent): void {
    this.#by = event.pointerType === "touch" ? "touch" : "mouse";
    this.#isPressed = this.#by === "mouse" && event.button === 0;
    this.#add = event.altKey || event.ctrlKey || event.metaKey;
  }

  #keep(event: KeyboardEvent): void {
    if (event.shiftKey && event.key.startsWith("Arrow")) this.#add = false;
    if (event.key !== "Escape" || !this.#reported) return;
    this.#engine.map.root.ownerDocument.getSelection()?.collapseToEnd();
    this.#report();
  }

  /** Keys held while a mouse draws are only its modifiers. */
  #takeToKeys(): void {
    if (!this.#isPressed) this.#by = "keys";
  }

  #release(): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    // A click inside a selection collapses it only after this event.
    setTimeout(() => this.#report());
  }

  #follow(): void {
    const detail = this.#current();
    if (detail === undefined) {
      this.#forgetDropped();
      return;
    }
    this.#engine.painter.setSpecial("selection", detail ? [detail.span] : []);
    clearTimeout(this.#timer);
    if (!this.#isPressed) this.#timer = window.setTimeout(() => this.#report(), TOUCH_SETTLES);
  }

  /** Whoever takes all ranges away knows it; the same words may be selected anew. */
  #forgetDropped(): void {
    const { map, painter } = this.#engine;
    if (map.root.ownerDocument.getSelection()?.rangeCount !== 0) return;
    clearTimeout(this.#timer);
    painter.setSpecial("selection", []);
    this.#reported = null;
  }

  #report(): void {
    clearTimeout(this.#timer);
    const detail = this.#current();
    if (detail === undefined || isSame(detail, this.#reported)) return;
    this.#reported = detail;
    this.#options.current.onSelect?.(detail);
  }

  /** Undefined while the selection is elsewhere: typing into a form beside the text gives nothing up. */
  #current(): SelectionDetail | null | undefined {
    const { map } = this.#engine;
    const selection = map.root.ownerDocument.getSelection();
    const selected = map.spanOfSelection(selection);
    if (!selected) return map.root.contains(selection?.focusNode ?? null) ? null : undefined;
    const span = snapSelection(map.index, selected.span, this.#options.current.snap);
    const rect = span && rectOf(map, span);
    return span && rect ? { span, rect, add: this.#add, by: this.#by } : null;
  }

  /** The third click takes the sentence, the fourth is left to the browser: the paragraph. */
  #takeSentence(event: MouseEvent): void {
    if (event.detail !== 3) return;
    const { map } = this.#engine;
    const offset = boundaryAt(map, { x: event.clientX, y: event.clientY });
    const sentence = offset === null ? null : sentenceAt(map.index, offset);
    if (sentence) map.select(sentence);
    this.#report();
  }
}

function isSame(one: SelectionDetail | null, other: SelectionDetail | null): boolean {
  if (!one || !other) return one === other;
  return one.span.start === other.span.start && one.span.end === other.span.end && one.add === other.add;
}
