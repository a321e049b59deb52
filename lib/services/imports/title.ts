import type { Block } from "#core/text/blocks.ts";

const LONGEST = 500;
const LONGEST_LINE = 200;

/** One line without its outer white space, at most as long as a title may be. */
export function asLine(text: string, longest = LONGEST): string {
  const points = [
    ...text
      .slice(0, longest * 4)
      .replace(/\s+/gu, " ")
      .trim(),
  ];
  return points.length <= longest
    ? points.join("")
    : `${points
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

/** A title for a text that brings none: its first heading, else its first line with something on it. */
export function titleOf(text: string, blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === "heading");
  // Walks by code point only as far as the heading reaches.
  const found = heading ? sliceCodePoints(text, heading.start, heading.end) : firstLine(text);
  return asLine(found.replace(/^#{1,6}[ \t]+|[ \t]+#+[ \t]*$/gu, ""), LONGEST_LINE) || "Untitled";
}

function firstLine(text: string): string {
  return /\S.*/u.exec(text)?.[0] ?? "";
}

function sliceCodePoints(text: string, start: number, end: number): string {
  const taken: string[] = [];
  let at = 0;
  for (const point of text) {
    if (at >= end) break;
    if (at >= start) taken.push(point);
    at += 1;
  }
  return taken.join("");
}
