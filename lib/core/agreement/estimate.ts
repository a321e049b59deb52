import { type Alpha, alphaOf, type Part, type ReliabilityData } from "./alpha.ts";
import { intervalOf, type Resampling, total } from "./bootstrap.ts";
import type { Metric } from "./fields.ts";
import { type Estimate, type Figure, known, unknown, type WhyUndefined } from "./figure.ts";
import { splitParts } from "./selection.ts";

/** A share from what it is made of; `why` is what it means that there is nothing. */
export function shareOf(part: Part, why: WhyUndefined): Figure {
  return part.of === 0 ? unknown(why) : known(part.sum / part.of);
}

/** A share over articles, with its interval. */
export function estimateShare(
  byArticle: readonly (readonly Part[])[],
  why: WhyUndefined,
  resampling: Resampling,
): Estimate {
  const figure = shareOf(total(byArticle.map(total)), why);
  return { ...figure, interval: intervalOf(figure, byArticle, (share) => share, resampling) };
}

/** α over the units of articles, with its interval: D_e is kept, D_o resampled. */
export function estimateAlpha(
  byArticle: readonly ReliabilityData[],
  metric: Metric,
  resampling: Resampling,
): Alpha & { readonly estimate: Estimate } {
  const alpha = alphaOf(byArticle.flat(), metric);
  const parts = splitParts(
    alpha.parts,
    byArticle.map(({ length }) => length),
  );
  const interval = intervalOf(alpha.figure, parts, (share) => 1 - share / alpha.expected, resampling);
  return { ...alpha, estimate: { ...alpha.figure, interval } };
}
