import { type FamilyId, familyIds } from "#core/provenance/codebook.ts";
import type { PaintedClaim } from "../../components/annotator/dom/paint-groups.ts";

export type Layout = {
  readonly seed: number;
  readonly words: number;
  readonly claims: number;
  /** Claims start within the first so many characters. */
  readonly within: number;
};

/** Mulberry32: the same page in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = ["ka", "lo", "mi", "ter", "ran", "sol", "ved", "an", "pri", "tou", "el", "bas"];

export function generateText({ seed, words }: Layout): string {
  const next = random(seed);
  const word = () =>
    Array.from(
      { length: 1 + Math.floor(next() * 3) },
      () => SYLLABLES[Math.floor(next() * SYLLABLES.length)],
    ).join("");
  const paragraphs: string[] = [];
  for (let left = words; left > 0; left -= 60) {
    paragraphs.push(`${Array.from({ length: Math.min(60, left) }, word).join(" ")}.`);
  }
  return paragraphs.join("\n\n");
}

export function generateClaims(text: string, { seed, claims, within }: Layout): PaintedClaim[] {
  const next = random(seed * 7 + 1);
  const reach = Math.min(within, text.length - 400);
  return Array.from({ length: claims }, (_, place) => {
    const start = Math.floor(next() * reach);
    const family: FamilyId = familyIds[Math.floor(next() * familyIds.length)] ?? "unclear";
    return {
      id: `claim-${place}`,
      spans: [{ start, end: start + 20 + Math.floor(next() * 160) }],
      family,
      carried: next() < 0.1,
      faint: next() < 0.3,
    };
  });
}
