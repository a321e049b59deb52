import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

type Step = readonly ["ask", name: string] | readonly ["answer", name: string, isNews: boolean];

const cases: readonly (readonly [name: string, steps: readonly Step[]])[] = [
  [
    "an answer is news",
    [
      ["ask", "a"],
      ["answer", "a", true],
    ],
  ],
  [
    "the newer answered first, the older is not news any more",
    [
      ["ask", "a"],
      ["ask", "b"],
      ["answer", "b", true],
      ["answer", "a", false],
    ],
  ],
  [
    "in order both are news",
    [
      ["ask", "a"],
      ["ask", "b"],
      ["answer", "a", true],
      ["answer", "b", true],
    ],
  ],
  [
    "a reading begun before a change was answered comes too late",
    [
      ["ask", "read"],
      ["ask", "change"],
      ["answer", "change", true],
      ["answer", "read", false],
    ],
  ],
  [
    "a reading begun after it counts",
    [
      ["ask", "change"],
      ["answer", "change", true],
      ["ask", "read"],
      ["answer", "read", true],
    ],
  ],
];

test.each(cases)("%s", (_name, steps) => {
  const turns = new Turns();
  const taken = new Map<string, number>();
  for (const [kind, name, isNews] of steps) {
    if (kind === "ask") taken.set(name, turns.take());
    else expect(turns.isNews(taken.get(name) ?? 0), name).toBe(isNews);
  }
});

test("a turn is the latest until another is taken", () => {
  const turns = new Turns();
  const first = turns.take();
  expect(turns.isLatest(first)).toBe(true);
  const second = turns.take();
  expect([first, second].map((turn) => turns.isLatest(turn))).toEqual([false, true]);
});
