import "../../components/provenance-legend/families.css";
import { createRoot, type Root } from "react-dom/client";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { offsetAt, type ScreenPoint } from "../../components/annotator/dom/hit-test.ts";
import type { TextMap } from "../../components/annotator/dom/text-map.ts";
import { ArticleText } from "../../components/annotator/surface/article-text.tsx";
import type { ArticleClaim, ArticleEngine } from "../../components/annotator/surface/article-types.ts";
import { Minimap } from "../../components/annotator/surface/minimap.tsx";
import { PaintedClaims } from "../../components/annotator/surface/painted-claims.ts";
import { Rail } from "../../components/annotator/surface/rail.tsx";
import { ClaimIndex } from "../../lib/client/workspace/claim-index.ts";
import { nextFrame } from "./frames.ts";
import { generateClaims, generateText, type Layout } from "./generate.ts";

const EDGE = { position: "absolute", insetBlock: 0, width: 40 } as const;

/** The article as the workspace shows it, with rail and minimap, to be scrolled and pointed at. */
class SurfaceBench {
  #engine: ArticleEngine | null = null;
  #claims: readonly ArticleClaim[] = [];
  #root: Root | null = null;

  async show(layout: Layout, withClaims: boolean): Promise<void> {
    const text = generateText(layout);
    const blocks = blocksOfPlainText(text);
    this.#claims = withClaims
      ? generateClaims(text, layout).map((claim) => ({ ...claim, state: "submitted" as const }))
      : [];
    const painted = new PaintedClaims(this.#claims);
    const host = document.body.appendChild(document.createElement("div"));
    host.style.position = "relative";
    this.#root = createRoot(host);
    const render = (): void => {
      this.#root?.render(
        <>
          <div style={{ ...EDGE, right: "100%" }}>
            <Rail engine={this.#engine} claims={painted} />
          </div>
          <div style={{ ...EDGE, left: "100%" }}>
            <Minimap engine={this.#engine} claims={painted} />
          </div>
          <ArticleText text={text} blocks={blocks} claims={painted} label="Bench" onEngine={take} />
        </>,
      );
    };
    const take = (engine: ArticleEngine | null): void => {
      this.#engine = engine;
      render();
    };
    render();
    for (let frame = 0; frame < 30 || !this.#engine; frame += 1) await nextFrame();
  }

  /** Milliseconds of each frame while the page is scrolled by `step` pixels a frame. */
  async scroll(frames: number, step: number): Promise<number[]> {
    const times: number[] = [];
    let before = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      window.scrollBy({ top: step, behavior: "instant" });
      await nextFrame();
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times;
  }

  /** Milliseconds of a look, by tens of places beside one another: clocks are coarse, and a second look at one place is remembered. */
  hits(tens: number): number[] {
    const { map } = this.#engine ?? {};
    if (!map) throw new Error("no article yet");
    const index = new ClaimIndex();
    for (const claim of this.#claims) index.put(claim);
    const { left, width } = map.root.getBoundingClientRect();
    return Array.from({ length: tens }, (_, ten) => {
      const places = Array.from({ length: 10 }, (_, place) => ({
        x: left + ((ten * 37 + place * 61) % width),
        y: (ten * 53 + place * 7) % innerHeight,
      }));
      return Math.min(...Array.from({ length: 5 }, () => timeOfLooks(map, index, places)));
    });
  }
}

function timeOfLooks(map: TextMap, index: ClaimIndex, places: readonly ScreenPoint[]): number {
  const start = performance.now();
  for (const place of places) {
    const offset = offsetAt(map, place);
    if (offset !== null) index.covering(offset);
  }
  return (performance.now() - start) / places.length;
}

Object.assign(window, { bench: new SurfaceBench() });
