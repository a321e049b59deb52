import type { Metric } from "./fields.ts";
import type { WhyUndefined } from "./figure.ts";

/** Two values and how far apart they are; what the ordinal measure needs is in its own tests. */
export const differences: readonly {
  readonly metric: Exclude<Metric, "ordinal">;
  readonly one: string;
  readonly other: string;
  readonly apart: number;
}[] = [
  { metric: "nominal", one: "a", other: "a", apart: 0 },
  { metric: "nominal", one: "a", other: "b", apart: 1 },
  { metric: "interval", one: "1", other: "4", apart: 9 },
  { metric: "interval", one: "-1", other: "1", apart: 4 },
  { metric: "ratio", one: "1", other: "3", apart: 0.25 },
  { metric: "ratio", one: "0", other: "3", apart: 1 },
  { metric: "ratio", one: "0", other: "0", apart: 0 },
  { metric: "jaccard", one: "", other: "", apart: 0 },
  { metric: "jaccard", one: "", other: "a", apart: 1 },
  { metric: "jaccard", one: "a|b", other: "a|b", apart: 0 },
  { metric: "jaccard", one: "a|b", other: "b|c", apart: 2 / 3 },
  { metric: "jaccard", one: "a", other: "b", apart: 1 },
  { metric: "masi", one: "a|b", other: "a|b", apart: 0 },
  { metric: "masi", one: "", other: "", apart: 0 },
  { metric: "masi", one: "", other: "a", apart: 1 },
  { metric: "masi", one: "a", other: "a|b", apart: 1 - (1 / 2) * (2 / 3) },
  { metric: "masi", one: "a|b|c", other: "b", apart: 1 - (1 / 3) * (2 / 3) },
  { metric: "masi", one: "a|b", other: "b|c", apart: 1 - (1 / 3) * (1 / 3) },
  { metric: "masi", one: "a|b", other: "c|d", apart: 1 },
  { metric: "edit", one: "", other: "", apart: 0 },
  { metric: "edit", one: "", other: "a", apart: 1 },
  { metric: "edit", one: "a>b", other: "a>b", apart: 0 },
  { metric: "edit", one: "a>b", other: "a", apart: 1 / 2 },
  { metric: "edit", one: "a>b>c", other: "b>c", apart: 1 / 3 },
  { metric: "edit", one: "a>b", other: "b>a", apart: 1 },
  { metric: "edit", one: "a>b>c>d", other: "a>x>c", apart: 1 / 2 },
  { metric: "edit", one: "ab", other: "ba", apart: 1 },
];

/** Units as texts of values with `.` for none, parted by white space; two ways for α to have no value, and to have one. */
export const alphas: readonly {
  readonly name: string;
  readonly metric: Metric;
  readonly units: string;
  readonly value: number | null;
  readonly why: WhyUndefined | null;
  readonly shared: number;
  readonly pairable: number;
}[] = [
  {
    name: "nothing",
    metric: "nominal",
    units: "",
    value: null,
    why: "nothing_to_compare",
    shared: 0,
    pairable: 0,
  },
  {
    name: "one coder alone",
    metric: "interval",
    units: "1. 2. .3",
    value: null,
    why: "nothing_to_compare",
    shared: 0,
    pairable: 0,
  },
  {
    name: "always the same value",
    metric: "nominal",
    units: "11 11 1.",
    value: null,
    why: "one_value_only",
    shared: 2,
    pairable: 4,
  },
  {
    name: "always the same number",
    metric: "ordinal",
    units: "11 11 2.",
    value: null,
    why: "one_value_only",
    shared: 2,
    pairable: 4,
  },
  {
    name: "perfect agreement",
    metric: "nominal",
    units: "11 22 33",
    value: 1,
    why: null,
    shared: 3,
    pairable: 6,
  },
  {
    name: "perfect agreement in numbers",
    metric: "interval",
    units: "11 22 3.",
    value: 1,
    why: null,
    shared: 2,
    pairable: 4,
  },
  {
    name: "perfect disagreement",
    metric: "nominal",
    units: "12 21",
    value: -0.5,
    why: null,
    shared: 2,
    pairable: 4,
  },
  {
    name: "three coders with one missing",
    metric: "nominal",
    units: "111 12. 222",
    value: 1 - 2 / 8 / (32 / 56),
    why: null,
    shared: 3,
    pairable: 8,
  },
  {
    name: "values that only one gave not counted for chance",
    metric: "nominal",
    units: "11 22 3. .4",
    value: 1,
    why: null,
    shared: 2,
    pairable: 4,
  },
];
