/**
 * Why a coefficient has no value. `nothing_to_compare`: no unit has values of two coders. `one_value_only`: all values
 * are equal, so that chance alone explains them (0/0). `nothing_marked`: neither coder marked anything.
 * `not_rated_by_all`: no unit has a value of every coder. `overlapping_units`: a coder's units overlap, which the
 * coefficient does not know. `too_many_units`: more than it is worked out for. `not_asked`: it was left out.
 */
export type WhyUndefined =
  | "nothing_to_compare"
  | "one_value_only"
  | "nothing_marked"
  | "not_rated_by_all"
  | "overlapping_units"
  | "too_many_units"
  | "not_asked";

/** A coefficient or share, or why there is none. */
export type Figure =
  | { readonly value: number; readonly why: null }
  | { readonly value: null; readonly why: WhyUndefined };

/** Where 95 of 100 resamples lie, and what was resampled: whole articles, or units where there are few articles. */
export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly over: "articles" | "units";
};

/** A figure with the interval of its bootstrap; null where it has no value or too little was coded to resample. */
export type Estimate = Figure & { readonly interval: Interval | null };

/** A figure that has a value. */
export function known(value: number): Figure {
  return { value, why: null };
}

/** A figure without one. */
export function unknown(why: WhyUndefined): Figure {
  return { value: null, why };
}
