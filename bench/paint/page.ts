import "../../components/provenance-legend/families.css";
import type { PaintedClaim } from "../../components/annotator/dom/paint-groups.ts";
import { renderArticle } from "../../components/annotator/dom/render-article.ts";
import { nextFrame, time } from "./frames.ts";
import { generateClaims, generateText, type Layout } from "./generate.ts";
import { type BenchPainter, type Method, painterOf } from "./painters.ts";

/** Claims that are added stand where the page can be seen. */
const IN_SIGHT = 1_500;

/** One page with one text and one painter; each step answers with its milliseconds. */
class PaintBench {
  #map: ReturnType<typeof renderArticle> | null = null;
  #painter: BenchPainter | null = null;
  #claims: PaintedClaim[] = [];
  #extra: PaintedClaim[] = [];
  #added: PaintedClaim | null = null;
  readonly #beside = document.createElement("input");

  async showText(layout: Layout): Promise<void> {
    const text = generateText(layout);
    this.#claims = generateClaims(text, layout);
    const more = { ...layout, seed: layout.seed + 1, claims: 20, within: Math.min(layout.within, IN_SIGHT) };
    this.#extra = generateClaims(text, more).map((claim, place) => ({ ...claim, id: `extra-${place}` }));
    document.body.append(this.#beside);
    this.#map = renderArticle(document.body, text);
    skipInParts(this.#map.blocks);
    for (let frame = 0; frame < 10; frame += 1) await nextFrame();
  }

  /** Everything a painter does from being made until claims are seen. */
  draw(method: Method): Promise<number> {
    const map = this.#map;
    if (!map) throw new Error("no text yet");
    return time(() => {
      this.#painter = painterOf(method, map);
      return this.#painter.setAll(this.#claims);
    });
  }

  add(): Promise<number> {
    this.#added = this.#extra.pop() ?? null;
    return time(() => {
      if (this.#added) this.#painter?.put(this.#added);
    });
  }

  /** What follows an adding: the new claim is emphasised, the others are dimmed. */
  open(): Promise<number> {
    return time(() => this.#painter?.setActive(this.#added?.id ?? null));
  }

  /** A change of style beside the text, as every keystroke in a form is. */
  elsewhere(): Promise<number> {
    return time(() => {
      this.#beside.style.width = this.#beside.style.width === "100px" ? "110px" : "100px";
    });
  }

  /** As for print: every claim of the article, not only those near the screen. */
  all(): Promise<number> {
    return time(() => void window.dispatchEvent(new Event("beforeprint")));
  }

  idle(): Promise<number> {
    return time(() => undefined);
  }
}

/** As the surface does with long articles. */
function skipInParts(blocks: readonly HTMLElement[]): void {
  for (let first = 0; first < blocks.length; first += 20) {
    const part = document.createElement("div");
    part.style.cssText = "content-visibility: auto; contain-intrinsic-block-size: auto 140lh";
    blocks[first]?.before(part);
    part.append(...blocks.slice(first, first + 20));
  }
}

Object.assign(window, { bench: new PaintBench() });
