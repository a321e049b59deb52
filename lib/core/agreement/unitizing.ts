import type { Span } from "../text/span.ts";
import { compareSpans, overlaps } from "../text/spans.ts";
import { type Figure, known, unknown } from "./figure.ts";

/** A stretch that a coder marked, with what as. */
export type MarkedUnit = Span & { readonly category: string };

/** Observed and expected disagreement of one category. */
export type CategoryDisagreement = {
  readonly category: string;
  readonly observed: number;
  readonly expected: number;
  readonly figure: Figure;
};

/** α_U over all categories, from the sums of their disagreements, and each one's own. */
export type UnitizingAlpha = Omit<CategoryDisagreement, "category"> & {
  readonly categories: readonly CategoryDisagreement[];
};

/**
 * α_U, how far coders mark the same stretches of one continuum, as Krippendorff has it in 1995 and 2004 (the family of
 * 2016 differs). `coders` has the units of each; a coder's units of one category must not overlap (`overlapping_units`)
 * and lie within the continuum. Fewer than two coders: `nothing_to_compare`; no unit at all: `nothing_marked`.
 */
export function alphaU(coders: readonly (readonly MarkedUnit[])[], continuum: Span): UnitizingAlpha {
  const names = [...new Set(coders.flat().map(({ category }) => category))].sort();
  const layers = names.map((category) => ({ category, units: coders.map((units) => only(units, category)) }));
  const none = { observed: 0, expected: 0, categories: [] };
  if (coders.length < 2) return { figure: unknown("nothing_to_compare"), ...none };
  if (layers.some(({ units }) => units.some(hasOverlap))) {
    return { figure: unknown("overlapping_units"), ...none };
  }
  const categories = layers.map(({ category, units }) => ({ category, ...disagreement(units, continuum) }));
  const observed = categories.reduce((sum, each) => sum + each.observed, 0);
  const expected = categories.reduce((sum, each) => sum + each.expected, 0);
  return { figure: unitizingFigure(observed, expected), observed, expected, categories };
}

/** α_U of disagreements, also of their sums over texts. */
export function unitizingFigure(observed: number, expected: number): Figure {
  return expected === 0 ? unknown("nothing_marked") : known(1 - observed / expected);
}

/** A unit of a category, or a gap between two. */
export type Section = Span & { readonly isGap: boolean };

/** δ² of two sections: between units that overlap, and of a unit that lies within a gap. Symmetric. */
export function sectionDistance(one: Section, other: Section): number {
  if (one.isGap || other.isGap) return one.isGap ? lengthWithin(other, one) : lengthWithin(one, other);
  if (!overlaps(one, other)) return 0;
  return (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
}

function lengthWithin(unit: Section, gap: Section): number {
  const isWithin = !unit.isGap && gap.start <= unit.start && unit.end <= gap.end;
  return isWithin ? (unit.end - unit.start) ** 2 : 0;
}

function only(units: readonly MarkedUnit[], category: string): readonly Span[] {
  return units.filter((unit) => unit.category === category).sort(compareSpans);
}

function hasOverlap(units: readonly Span[]): boolean {
  return units.some((unit, at) => (units[at + 1]?.start ?? unit.end) < unit.end);
}

function disagreement(coders: readonly (readonly Span[])[], continuum: Span) {
  const sections = coders.map((units) => tile(units, continuum));
  const length = continuum.end - continuum.start;
  let sum = 0;
  for (const [at, one] of sections.entries()) {
    for (const other of sections.slice(at + 1)) sum += 2 * difference(one, other);
  }
  const observed = sum / (coders.length * (coders.length - 1) * length ** 2);
  const expected = expectedDisagreement(sections.flat(), coders.length, length);
  return { observed, expected, figure: unitizingFigure(observed, expected) };
}

/** Units and the gaps around them, which together cover the continuum. */
function tile(units: readonly Span[], continuum: Span): readonly Section[] {
  const sections: Section[] = [];
  let from = continuum.start;
  for (const { start, end } of units) {
    if (from < start) sections.push({ start: from, end: start, isGap: true });
    sections.push({ start, end, isGap: false });
    from = end;
  }
  if (from < continuum.end) sections.push({ start: from, end: continuum.end, isGap: true });
  return sections;
}

/** Σ δ² over the sections of two coders; only those that overlap differ, and both lists are in order. */
function difference(one: readonly Section[], other: readonly Section[]): number {
  let sum = 0;
  let from = 0;
  for (const section of one) {
    while (isBefore(other[from], section)) from += 1;
    for (let at = from; at < other.length; at += 1) {
      const met = other[at] as Section; // `as`: the place is within the list
      if (met.start >= section.end) break;
      sum += sectionDistance(section, met);
    }
  }
  return sum;
}

function isBefore(section: Section | undefined, other: Section): boolean {
  return section !== undefined && section.end <= other.start;
}

/** What units of these lengths would differ by, were they placed by chance. */
function expectedDisagreement(sections: readonly Section[], coders: number, length: number): number {
  const lengths = (isGap: boolean) =>
    sections.filter((section) => section.isGap === isGap).map(({ start, end }) => end - start);
  const [units, gaps] = [lengths(false), lengths(true)];
  let sum = 0;
  for (const unit of units) {
    let places = 0;
    for (const gap of gaps) places += Math.max(0, gap - unit + 1);
    const amongUnits = ((units.length - 1) * (2 * unit ** 3 - 3 * unit ** 2 + unit)) / 3;
    sum += amongUnits + unit ** 2 * places;
  }
  const whole = coders * length;
  const within = units.reduce((total, unit) => total + unit * (unit - 1), 0);
  return ((2 / length) * sum) / (whole * (whole - 1) - within);
}
