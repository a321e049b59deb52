import type { ShareRule } from "./distribute.ts";

/** `"ada:2 ben"` are hands with what they hold; `"x:ada"` is an article somebody has already. */
export const distributions: readonly {
  readonly name: string;
  readonly articles: string;
  readonly hands: string;
  readonly rule: ShareRule;
  readonly each: number;
  readonly taken?: string;
  readonly shares: string;
}[] = [
  {
    name: "in turn",
    articles: "x y z",
    hands: "ada ben",
    rule: "round_robin",
    each: 1,
    shares: "x:ada y:ben z:ada",
  },
  {
    name: "in turn, two each",
    articles: "x y",
    hands: "ada ben cem",
    rule: "round_robin",
    each: 2,
    shares: "x:ada x:ben y:cem y:ada",
  },
  {
    name: "to who has least",
    articles: "x y z",
    hands: "ada:2 ben",
    rule: "load",
    each: 1,
    shares: "x:ben y:ben z:ada",
  },
  {
    name: "to the first of equals",
    articles: "x",
    hands: "ben:1 ada:1",
    rule: "load",
    each: 1,
    shares: "x:ben",
  },
  { name: "to as many as there are", articles: "x", hands: "ada", rule: "load", each: 3, shares: "x:ada" },
  {
    name: "to nobody twice",
    articles: "x y",
    hands: "ada ben",
    rule: "load",
    each: 1,
    taken: "x:ada",
    shares: "y:ada",
  },
  {
    name: "what lacks one more",
    articles: "x",
    hands: "ada ben",
    rule: "round_robin",
    each: 2,
    taken: "x:ada",
    shares: "x:ben",
  },
  {
    name: "somebody else has it",
    articles: "x",
    hands: "ada",
    rule: "load",
    each: 1,
    taken: "x:eve",
    shares: "",
  },
  { name: "nobody there", articles: "x y", hands: "", rule: "load", each: 2, shares: "" },
  { name: "nothing to give", articles: "", hands: "ada", rule: "round_robin", each: 2, shares: "" },
];
