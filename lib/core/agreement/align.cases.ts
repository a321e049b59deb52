/** Layers as `layerOf` reads them; pairs as `a=b overlap`, `a=` or `=b` where one stands alone. */
export const pairings: readonly {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly pairs: string;
}[] = [
  { name: "nothing with nothing", a: "", b: "", pairs: "" },
  { name: "what only the first marked", a: "x:0-10", b: "", pairs: "x=" },
  { name: "what only the second marked", a: "", b: "y:0-10", pairs: "=y" },
  { name: "the same words", a: "x:0-10", b: "y:0-10", pairs: "x=y 1.00" },
  { name: "words shared in part", a: "x:0-10", b: "y:5-15", pairs: "x=y 0.33" },
  { name: "exactly the threshold", a: "x:0-10", b: "y:0-3", pairs: "x=y 0.30" },
  { name: "not what is below the threshold", a: "x:0-100", b: "y:0-29", pairs: "=y x=" },
  { name: "not what only touches", a: "x:0-10", b: "y:10-20", pairs: "x= =y" },
  { name: "two after one another", a: "x:0-10 y:20-30", b: "v:1-10 w:21-30", pairs: "x=v 0.90 y=w 0.90" },
  {
    name: "each once, the better one",
    a: "x:0-10",
    b: "v:0-6 w:0-9",
    pairs: "=v x=w 0.90",
  },
  {
    name: "by the greatest sum, not the greatest first",
    a: "x:0-10 y:3-10",
    b: "v:0-9 w:0-4",
    pairs: "x=w 0.40 y=v 0.60",
  },
  {
    name: "a nested claim with the nested one",
    a: "outer:0-40 inner:10-30",
    b: "whole:0-40 part:12-30",
    pairs: "outer=whole 1.00 inner=part 0.90",
  },
  {
    name: "fragments by all their characters",
    a: "x:0-10,20-30",
    b: "y:0-10,25-30 z:20-25",
    pairs: "x=y 0.75 =z",
  },
  {
    name: "characters once that fragments share",
    a: "x:0-10,5-10",
    b: "y:0-10",
    pairs: "x=y 1.00",
  },
  {
    name: "claims of the same words in the order of what they say",
    a: "x:0-10/named_statement y:0-10/media_report",
    b: "v:0-10/named_statement w:0-10/media_report",
    pairs: "y=w 1.00 x=v 1.00",
  },
  {
    name: "claims without words with nothing",
    a: "x:0-0",
    b: "y:0-0",
    pairs: "x= =y",
  },
  {
    name: "a chain of neighbours apart",
    a: "x:0-10 y:8-18",
    b: "v:4-14 w:14-24",
    pairs: "x=v 0.43 y= =w",
  },
];

/** Layers by coder; units as claims with `+` between them. */
export const groupings: readonly {
  readonly name: string;
  readonly layers: readonly string[];
  readonly units: string;
}[] = [
  { name: "nothing", layers: [], units: "" },
  { name: "nothing of anybody", layers: ["", ""], units: "" },
  { name: "one coder's claims alone", layers: ["b1:20-30 a1:0-10"], units: "a1 b1" },
  { name: "the same words of three", layers: ["x:0-10", "y:0-10", "z:0-9"], units: "x+y+z" },
  { name: "two of three", layers: ["x:0-10", "y:50-60", "z:0-9"], units: "x+z y" },
  {
    name: "what hangs together by a third",
    layers: ["x:0-10", "y:4-14", "z:8-18"],
    units: "x+y+z",
  },
  {
    name: "at most one of each",
    layers: ["x:0-10 w:0-8", "y:0-10", "z:0-8"],
    units: "w+z x+y",
  },
  {
    name: "in the order of the text",
    layers: ["x:40-50 w:0-10", "y:20-30", "z:40-50"],
    units: "w y x+z",
  },
  {
    name: "four coders in two pairs",
    layers: ["x:0-10", "y:0-10", "v:30-40", "w:30-40"],
    units: "x+y v+w",
  },
];
