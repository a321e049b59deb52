"use client";
import { type RefObject, useLayoutEffect, useState } from "react";
import type { Span } from "#core/text/span.ts";
import { rectOf } from "../dom/rectangles.ts";
import type { ArticleEngine } from "../surface/article-types.ts";

export type Placement = { readonly left: number; readonly top: number };

const GAP = 8;
const EDGE = 8;
/** Head and bars of the page stand over this much of the top. */
const TOP = 120;

/**
 * Where something beside a span stands inside `frame`: under it, or above where there is no room below. It scrolls
 * with the text, since it is placed in the text.
 */
export function usePlacement(
  engine: ArticleEngine | null,
  span: Span | null,
  box: RefObject<HTMLElement | null>,
  key: unknown,
): Placement | null {
  const [place, setPlace] = useState<Placement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for what changes the size of the box
  useLayoutEffect(() => {
    const frame = box.current?.offsetParent?.getBoundingClientRect();
    const rect = engine && span ? rectOf(engine.map, span) : null;
    if (!box.current || !frame || !rect) return setPlace(null);
    const { offsetWidth: width, offsetHeight: height } = box.current;
    const below = rect.bottom + GAP;
    const above = rect.top - GAP - height;
    const isBelow = below + height < window.innerHeight - EDGE || above < TOP;
    const wanted = rect.left + rect.width / 2 - width / 2;
    const left = Math.min(Math.max(wanted, EDGE), document.documentElement.clientWidth - width - EDGE);
    setPlace({ left: left - frame.left, top: (isBelow ? below : above) - frame.top });
  }, [engine, span, box, key]);
  return place;
}
