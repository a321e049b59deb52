import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { cutsGrapheme } from "#core/text/graphemes.ts";
import { nastyTexts } from "../dom/nasty-texts.cases.ts";
import { ArticleText } from "./article-text.tsx";
import type { ArticleEngine, SelectionDetail } from "./article-types.ts";
import { PaintedClaims } from "./painted-claims.ts";
import type { Snap } from "./snap.ts";

let root: Root;
let engine: ArticleEngine | null = null;
let reported: SelectionDetail | null = null;
const takeEngine = (made: ArticleEngine | null): void => {
  engine = made;
};
const take = (selection: SelectionDetail | null): void => {
  reported = selection;
};

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
  reported = null;
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

function show(text: string, snap: Snap): ArticleEngine {
  const blocks = blocksOfPlainText(text);
  act(() =>
    root.render(
      <ArticleText
        text={text}
        blocks={blocks}
        claims={new PaintedClaims()}
        label="Nasty"
        snap={snap}
        onSelect={take}
        onEngine={takeEngine}
      />,
    ),
  );
  if (!engine) throw new Error("nothing was rendered");
  return engine;
}

type Place = readonly [Node, number];

/** Every kind of place a selection can begin or end at: units of a text, marks of a letter, elements, the root's ends. */
function placesIn({ map }: ArticleEngine): Place[] {
  const inText = map.blocks.slice(0, 4).flatMap((block): Place[] => {
    const node = block.firstChild;
    if (!(node instanceof Text)) return [[block, 0]];
    const units = [0, 1, 2, 3, 5, 8, 13, 21, 34, node.length - 1, node.length];
    // No pointer and no key reaches the inside of a surrogate pair.
    const isReached = (unit: number) =>
      unit >= 0 && !/^[\uDC00-\uDFFF]/u.test(node.data.slice(unit, unit + 1));
    const inside = [...new Set(units.filter((unit) => unit <= node.length && isReached(unit)))];
    return [...inside.map((unit): Place => [node, unit]), [block, 0], [block, block.childNodes.length]];
  });
  return [[map.root, 0], ...inText, [map.root, map.root.childNodes.length]];
}

function select({ map }: ArticleEngine, from: Place, to: Place): string {
  const selection = document.getSelection();
  selection?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  map.root.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  return selection?.toString() ?? "";
}

/** What is seen of words: white space stands for itself nowhere. */
const seen = (words: string) => words.replaceAll(/\s+/gu, "");

describe.each(nastyTexts)("selecting in $name", ({ text }) => {
  it.each(["words", "graphemes"] as const)("holds what was selected and cuts no letter, by %s", (snap) => {
    const made = show(text, snap);
    const places = placesIn(made);
    for (const from of places) {
      for (const to of places) {
        const words = select(made, from, to);
        const span = reported?.span;
        if (!span) {
          expect(seen(words), "white space alone is no selection").toBe("");
          continue;
        }
        expect(cutsGrapheme(made.map.index, span)).toBe(false);
        expect(seen(made.map.index.slice(span))).toContain(seen(words));
      }
    }
  });
});

describe("a selection that is not the article's", () => {
  it("outside it changes nothing, and one half outside is its part in the article", () => {
    const { map } = show("First words.\n\nLast words.", "words");
    const beside = document.body.appendChild(document.createElement("p"));
    beside.textContent = "An inspector beside the text";
    const inside = map.blocks[1]?.firstChild ?? map.root;
    select({ map } as ArticleEngine, [inside, 0], [inside, 4]);
    expect(reported && map.index.slice(reported.span)).toBe("Last");
    const before = reported;
    select({ map } as ArticleEngine, [beside, 0], [beside, 1]);
    expect(reported).toBe(before);
    select({ map } as ArticleEngine, [inside, 5], [beside, 1]);
    expect(reported && map.index.slice(reported.span)).toBe("words.");
  });
});
