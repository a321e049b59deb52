import type { CoderPlaces, CodingStanding, ReleaseStanding } from "./release.ts";

/** needed, hidden, finished, released, waiting */
export const standings: readonly (readonly [
  string,
  readonly [number, number, number, number, number],
  ReleaseStanding,
])[] = [
  ["both have finished", [2, 2, 2, 0, 0], "ready"],
  ["more than asked for have finished", [2, 3, 3, 0, 0], "ready"],
  ["one is still at it", [2, 2, 1, 0, 0], "unfinished"],
  ["one has not begun", [2, 2, 2, 0, 1], "unfinished"],
  ["fewer have begun than the rule asks for", [2, 1, 1, 0, 0], "unfinished"],
  ["nobody has begun", [2, 0, 0, 0, 0], "empty"],
  ["nobody has begun and one has it", [1, 0, 0, 0, 1], "empty"],
  ["all are shown", [2, 0, 0, 2, 0], "released"],
  ["an adjudicated layer was finished after the release", [2, 1, 1, 2, 0], "ready"],
  ["an adjudicated layer is begun after the release", [2, 1, 0, 2, 0], "unfinished"],
];

/** needed, taken, given, released */
export const places: readonly (readonly [
  string,
  readonly [number, number, boolean, boolean],
  "layers-released" | "layers-full" | null,
])[] = [
  ["the first may begin", [2, 0, false, false], null],
  ["the second may begin", [2, 1, false, false], null],
  ["the third may not", [2, 2, false, false], "layers-full"],
  ["a third who was given it may", [2, 2, true, false], null],
  ["nobody begins after the release", [2, 1, false, true], "layers-released"],
  ["nor does whoever was given it", [2, 1, true, true], "layers-released"],
];

export const standingOf = ([needed, hidden, finished, released, waiting]: readonly [
  number,
  number,
  number,
  number,
  number,
]): CodingStanding => ({ needed, hidden, finished, released, waiting });

export const placesOf = ([needed, taken, isGiven, isReleased]: readonly [
  number,
  number,
  boolean,
  boolean,
]): CoderPlaces => ({ needed, taken, isGiven, isReleased });
