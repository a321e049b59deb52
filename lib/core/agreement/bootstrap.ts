import type { Part } from "./alpha.ts";
import type { Figure, Interval } from "./figure.ts";
import { type Random, seededRandom } from "./random.ts";

/** Fewer articles than this say too little about one another: their units are resampled instead. */
const FEWEST_ARTICLES = 10;

/** How to resample: the same seed gives the same interval. */
export type Resampling = { readonly seed: number; readonly resamples: number };

/**
 * The middle 95 % of a figure when what it was made from is drawn again, with replacement. The figure is
 * `of(Σ sum / Σ of)`; for α, `of` is `share => 1 − share / D_e` with D_e kept, as Hayes & Krippendorff do (2007). Articles are
 * drawn whole, since their units are alike; where there are fewer than ten, units are. Null for a figure without a value,
 * for a single part, and without resamples.
 */
export function intervalOf(
  figure: Figure,
  byArticle: readonly (readonly Part[])[],
  of: (share: number) => number,
  { seed, resamples }: Resampling,
): Interval | null {
  const articles = byArticle.map(total).filter((part) => part.of > 0);
  const over = articles.length < FEWEST_ARTICLES ? "units" : "articles";
  const parts = over === "articles" ? articles : byArticle.flat().filter((part) => part.of > 0);
  if (figure.value === null || parts.length < 2 || resamples < 1) return null;
  const random = seededRandom(seed);
  const drawn = Float64Array.from({ length: resamples }, () => of(drawShare(parts, random))).sort();
  return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975), over };
}

/** The sum of parts. */
export function total(parts: readonly Part[]): Part {
  let [sum, of] = [0, 0];
  for (const part of parts) {
    sum += part.sum;
    of += part.of;
  }
  return { sum, of };
}

function drawShare(parts: readonly Part[], random: Random): number {
  let [sum, of] = [0, 0];
  for (let drawn = 0; drawn < parts.length; drawn += 1) {
    const part = parts[Math.floor(random() * parts.length)] as Part; // `as`: random is below 1
    sum += part.sum;
    of += part.of;
  }
  return sum / of;
}

/** The value below which a share of an ascending list lies: of the values around that place, in proportion. */
function quantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const at = Math.floor(place);
  const lower = ascending[at] as number; // `as`: the place is within a list that is not empty
  const upper = ascending[Math.ceil(place)] as number; // `as`: the same
  return lower + (upper - lower) * (place - at);
}
