import { countValues, type ReliabilityData } from "./alpha.ts";
import { type Figure, known, unknown } from "./figure.ts";

/** A coefficient that corrects agreement for chance, with the agreement observed and that of chance, 0 to 1. */
export type Kappa = { readonly figure: Figure; readonly observed: number; readonly expected: number };

/** Cohen's κ of two coders (1960): each keeps their own habits. Pairs with a value missing do not count. */
export function cohenKappa(pairs: ReliabilityData): Kappa {
  const [first, second, observed] = sides(pairs);
  const [one, other] = [countValues(first), countValues(second)];
  let equal = 0;
  for (const [value, count] of one) equal += count * (other.get(value) ?? 0);
  return kappa(observed, equal / first.length ** 2, first.length);
}

/** Scott's π of two coders (1955): chance is what both say together. Pairs with a value missing do not count. */
export function scottPi(pairs: ReliabilityData): Kappa {
  const [first, second, observed] = sides(pairs);
  return kappa(observed, chanceOfEqual([...first, ...second]), first.length);
}

/**
 * Fleiss' κ of any number of coders (1971), over the units of which each of `coders` has said something; the other
 * units are left out. `not_rated_by_all` where there is none, `nothing_to_compare` for fewer than two coders.
 */
export function fleissKappa(data: ReliabilityData, coders: number): Kappa {
  const units = data.filter(
    (unit): unit is readonly string[] => unit.length === coders && !unit.includes(null),
  );
  if (coders < 2) return { figure: unknown("nothing_to_compare"), observed: 0, expected: 0 };
  if (units.length === 0) return { figure: unknown("not_rated_by_all"), observed: 0, expected: 0 };
  let agreeing = 0;
  for (const unit of units) for (const count of countValues(unit).values()) agreeing += count * (count - 1);
  const observed = agreeing / (units.length * coders * (coders - 1));
  return kappa(observed, chanceOfEqual(units.flat()), units.length);
}

function kappa(observed: number, expected: number, units: number): Kappa {
  if (units === 0) return { figure: unknown("nothing_to_compare"), observed: 0, expected: 0 };
  if (expected === 1) return { figure: unknown("one_value_only"), observed, expected };
  return { figure: known((observed - expected) / (1 - expected)), observed, expected };
}

/** What each of two coders said where both did, and how often they said the same. */
function sides(pairs: ReliabilityData): [string[], string[], number] {
  const first: string[] = [];
  const second: string[] = [];
  let equal = 0;
  for (const [one = null, other = null] of pairs) {
    if (one === null || other === null) continue;
    first.push(one);
    second.push(other);
    if (one === other) equal += 1;
  }
  return [first, second, equal / first.length];
}

/** The chance that two draws, the first put back, are equal. */
function chanceOfEqual(values: readonly string[]): number {
  let sum = 0;
  for (const count of countValues(values).values()) sum += (count / values.length) ** 2;
  return sum;
}
