import "@recogito/text-annotator/text-annotator.css";
import "../../components/provenance-legend/families.css";
import { createTextAnnotator } from "@recogito/text-annotator";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { ClaimIndex } from "../../components/annotator/dom/claim-index.ts";
import { FallbackPainter } from "../../components/annotator/dom/fallback-paint.ts";
import { offsetAt } from "../../components/annotator/dom/hit-test.ts";
import { HighlightPainter } from "../../components/annotator/dom/paint.ts";
import type { PaintedClaim } from "../../components/annotator/dom/paint-groups.ts";
import { renderArticle } from "../../components/annotator/dom/render-article.ts";
import { generateClaims, generateText, type Layout } from "./generate.ts";

type Method = "none" | "sourceline" | "recogito" | "recogito-spans" | "wrapping";
/** Milliseconds: half as much again as a frame at 60 Hz. */
const SLOW_FRAME = 25;

type Figures = Record<string, number>;

/** Time until a frame that shows the change has been made: layout and paint are part of it. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });
}

/** From the call to the end of the last slow frame it caused; five quick frames in a row end the wait. */
async function time(work: () => void | Promise<void>): Promise<number> {
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  await work();
  await nextFrame();
  let done = performance.now();
  let frame = done;
  for (let quick = 0; quick < 5; quick += 1) {
    await nextFrame();
    const now = performance.now();
    if (now - frame > SLOW_FRAME) {
      done = now;
      quick = -1;
    }
    frame = now;
  }
  return done - start;
}

function painter(method: Method, map: ReturnType<typeof renderArticle>) {
  if (method === "recogito") return recogito(map, "CSS_HIGHLIGHTS");
  if (method === "recogito-spans") return recogito(map, "SPANS");
  const own = method === "wrapping" ? new FallbackPainter(map) : new HighlightPainter(map);
  return {
    setAll: (claims: readonly PaintedClaim[]) => own.setAll(claims),
    put: (claim: PaintedClaim) => own.put(claim),
    setActive: (id: string | null) => own.setActive(id),
  };
}

function recogito(map: ReturnType<typeof renderArticle>, renderer: "CSS_HIGHLIGHTS" | "SPANS") {
  const annotator = createTextAnnotator(map.root, { renderer });
  const toAnnotation = (claim: PaintedClaim) => ({
    id: claim.id,
    bodies: [],
    target: {
      annotation: claim.id,
      selector: claim.spans.map((span) => ({
        quote: map.index.slice(span),
        start: map.index.toUtf16(span.start),
        end: map.index.toUtf16(span.end),
        range: map.rangeOf(span) ?? document.createRange(),
      })),
    },
  });
  return {
    setAll: (claims: readonly PaintedClaim[]) => annotator.setAnnotations(claims.map(toAnnotation)),
    put: (claim: PaintedClaim) => void annotator.addAnnotation(toAnnotation(claim)),
    setActive: (id: string | null) => void annotator.setSelected(id ?? undefined),
  };
}

/** Recogito draws after timers of its own. */
async function drawn(method: Method): Promise<void> {
  if (method === "recogito") while (CSS.highlights.size === 0) await nextFrame();
  if (method === "recogito-spans") while (!document.querySelector(".r6o-annotation")) await nextFrame();
}

async function run(method: Method, layout: Layout): Promise<Figures> {
  document.body.replaceChildren();
  const text = generateText(layout);
  const claims = generateClaims(text, layout);
  const extra = generateClaims(text, { ...layout, seed: layout.seed + 1, claims: 12 });
  const before = performance.now();
  const map = renderArticle(document.body, text);
  skipInParts(map.blocks);
  await nextFrame();
  const figures: Figures = { blocks: blocksOfPlainText(text).length, text: performance.now() - before };
  const elements = document.querySelectorAll("*").length;
  if (method === "none") return figures;
  const one = painter(method, map);
  figures.draw = await time(async () => {
    one.setAll(claims);
    await drawn(method);
  });
  figures.elements = document.querySelectorAll("*").length - elements;
  const adds: number[] = [];
  for (const [place, claim] of extra.entries()) {
    adds.push(await time(() => one.put({ ...claim, id: `extra-${place}` })));
  }
  figures.add = median(adds);
  figures.active = await time(() => one.setActive(claims[Math.floor(claims.length / 2)]?.id ?? null));
  if (method === "sourceline") figures.hit = hitTest(map, claims);
  return figures;
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

/** 99th of 100 looks at random places in sight. */
function hitTest(map: ReturnType<typeof renderArticle>, claims: readonly PaintedClaim[]): number {
  const index = new ClaimIndex();
  index.setAll(claims);
  const times: number[] = [];
  offsetAt(map, { x: 10, y: 10 });
  for (let look = 0; look < 2000; look += 1) {
    const point = { x: (look * 37) % innerWidth, y: (look * 53) % innerHeight };
    const start = performance.now();
    const offset = offsetAt(map, point);
    if (offset !== null) index.covering(offset);
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

declare global {
  interface Window {
    runPaintBench: typeof run;
  }
}
window.runPaintBench = run;
