/** How far the coders of one article of a blind project are; numbers of people or layers. */
export type CodingStanding = {
  /** People the project's rule asks for. */
  readonly needed: number;
  /** Layers in which somebody has begun and that nobody else sees yet. */
  readonly hidden: number;
  /** Of those, how many their owner has finished. */
  readonly finished: number;
  /** Layers shown to the others already. */
  readonly released: number;
  /** People who have the article and have not begun. */
  readonly waiting: number;
};

/**
 * `ready`: all are done, so that showing them spoils nothing · `unfinished`: somebody is still at it, or fewer than the
 * rule asks for have begun · `released`: nothing is hidden any more · `empty`: nobody has begun.
 */
export type ReleaseStanding = "ready" | "unfinished" | "released" | "empty";

/** Whether an article's blind layers may be shown now, by the numbers alone. Total: every standing has its answer. */
export function releaseStanding(standing: CodingStanding): ReleaseStanding {
  const { needed, hidden, finished, released, waiting } = standing;
  if (hidden === 0) return released > 0 ? "released" : "empty";
  const isComplete = finished === hidden && waiting === 0 && hidden + released >= needed;
  return isComplete ? "ready" : "unfinished";
}

/** What decides whether one more person may begin to code an article alone. */
export type CoderPlaces = {
  readonly needed: number;
  /** Other people who have begun, or have the article and will. */
  readonly taken: number;
  /** The article was given to this person. */
  readonly isGiven: boolean;
  /** Some coder's layer of the article has been shown: nobody is blind to it any more. */
  readonly isReleased: boolean;
};

/** Null when they may begin; else why not. What was given by an admin goes beyond the rule, never beyond a release. */
export function beginRefusal(places: CoderPlaces): "layers-released" | "layers-full" | null {
  const { needed, taken, isGiven, isReleased } = places;
  if (isReleased) return "layers-released";
  return !isGiven && taken >= needed ? "layers-full" : null;
}
