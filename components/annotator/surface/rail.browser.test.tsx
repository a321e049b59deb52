import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { rectOf } from "../dom/rectangles.ts";
import { ArticleText } from "./article-text.tsx";
import type { ArticleClaim, ArticleEngine } from "./article-types.ts";
import { Minimap } from "./minimap.tsx";
import { PaintedClaims } from "./painted-claims.ts";
import { Rail } from "./rail.tsx";

const LONG = Array.from({ length: 300 }, (_, place) => `Paragraph ${place} of many words.`).join("\n\n");

let root: Root;
let engine: ArticleEngine | null = null;

function claimOn(text: string, words: string, more: Partial<ArticleClaim> = {}): ArticleClaim {
  const start = text.indexOf(words);
  return {
    id: words,
    spans: [{ start, end: start + words.length }],
    family: "official",
    carried: false,
    faint: false,
    state: "submitted",
    ...more,
  };
}

const frame = () => new Promise(requestAnimationFrame);

async function show(
  text: string,
  claims: readonly ArticleClaim[],
  onOpen: (id: string) => void = () => undefined,
): Promise<readonly [rail: HTMLCanvasElement, minimap: HTMLCanvasElement]> {
  const take = (made: ArticleEngine | null): void => {
    engine = made;
  };
  const painted = new PaintedClaims(claims);
  const render = () =>
    root.render(
      <div style={{ position: "relative", marginInlineStart: 60, color: "black" }}>
        <div style={{ position: "absolute", insetBlock: 0, insetInlineEnd: "100%" }}>
          <Rail engine={engine} claims={painted} onOpen={onOpen} />
        </div>
        <div style={{ position: "fixed", top: 0, right: 0, width: 20, height: 200 }}>
          <Minimap engine={engine} claims={painted} />
        </div>
        <ArticleText
          text={text}
          blocks={blocksOfPlainText(text)}
          claims={painted}
          label="Port"
          onEngine={take}
        />
      </div>,
    );
  act(render);
  act(render);
  await frame();
  await frame();
  const [rail, minimap] = document.querySelectorAll("canvas");
  if (!rail || !minimap) throw new Error("no canvases");
  return [rail, minimap];
}

function isDrawn(canvas: HTMLCanvasElement): boolean {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels?.some((value) => value > 0) ?? false;
}

function article(): DOMRect {
  return (document.querySelector("[role=document]") ?? document.body).getBoundingClientRect();
}

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  engine = null;
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  window.scrollTo({ top: 0, behavior: "instant" });
});

describe("the rail and the minimap", () => {
  it("draw every claim, and the rail opens the one that is clicked", async () => {
    const text = "The minister said the port had closed.\n\nUnions denied it.";
    const claims = [
      claimOn(text, "the port", { state: "approved" }),
      claimOn(text, "denied it", { state: "rejected" }),
    ];
    const onOpen = vi.fn();
    const [rail, minimap] = await show(text, claims, onOpen);
    expect([isDrawn(rail), isDrawn(minimap)]).toEqual([true, true]);
    const words = claims[1]?.spans[0];
    const at = words && engine && rectOf(engine.map, words);
    rail.dispatchEvent(
      new MouseEvent("click", {
        bubbles: true,
        clientX: rail.getBoundingClientRect().right - 5,
        clientY: (at?.top ?? 0) + 5,
      }),
    );
    expect(onOpen).toHaveBeenCalledWith("denied it");
  });

  it("follow the text without changing the page, and go where the minimap is pressed and dragged", async () => {
    const [rail, minimap] = await show(LONG, [claimOn(LONG, "Paragraph 299")]);
    expect(isDrawn(rail)).toBe(false);
    const changes: MutationRecord[] = [];
    const watcher = new MutationObserver((records) => changes.push(...records));
    watcher.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    const strip = minimap.parentElement;
    if (strip) {
      strip.setPointerCapture = () => undefined;
      strip.hasPointerCapture = () => true;
    }
    const point = (type: string, clientY: number) =>
      strip?.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientY }));
    point("pointerdown", minimap.getBoundingClientRect().height - 1);
    await frame();
    await frame();
    expect(article().bottom).toBeLessThan(window.innerHeight + 100);
    expect(isDrawn(rail)).toBe(true);
    point("pointermove", 0);
    await frame();
    await frame();
    expect(article().top).toBeGreaterThan(-100);
    expect(isDrawn(rail)).toBe(false);
    expect(changes).toEqual([]);
    watcher.disconnect();
  });
});
