import type { CodingNumbers } from "#lib/contracts/layers.ts";

/** "1 of 2 finished", "2 of 2 finished · ready", "Released": how far the coders of a blind project's article are. */
export function codingWords(coding: CodingNumbers): string {
  const { needed, hidden, finished, waiting, standing } = coding;
  if (standing === "released") return "Released";
  const people = Math.max(needed, hidden + waiting);
  const words = `${finished} of ${people} finished`;
  return standing === "ready" ? `${words} · ready to release` : words;
}

/** The article's numbers once its layers were released. */
export function afterRelease(coding: CodingNumbers): CodingNumbers {
  const { hidden, released } = coding;
  return { ...coding, hidden: 0, finished: 0, released: hidden + released, standing: "released" };
}

export type ReleasePlan = {
  readonly ready: number;
  readonly unfinished: number;
  /** Released already, or nobody has begun: these stay as they are. */
  readonly left: number;
};

/** What releasing these articles would do. */
export function releasePlan(codings: readonly (CodingNumbers | null)[]): ReleasePlan {
  const count = (standing: CodingNumbers["standing"]) =>
    codings.filter((coding) => coding?.standing === standing).length;
  const ready = count("ready");
  const unfinished = count("unfinished");
  return { ready, unfinished, left: codings.length - ready - unfinished };
}

export function articleWords(count: number): string {
  return count === 1 ? "1 article" : `${count} articles`;
}

/** Somebody has begun alone in it, and not everybody sees it yet. */
export function isReleasable({ coding }: { readonly coding: CodingNumbers | null }): boolean {
  return coding?.standing === "ready" || coding?.standing === "unfinished";
}
