/** As in distribute.cases.ts: `"ada:2 ben"` are hands with what they hold, `"x:ada"` is an article somebody codes. */
export const pairings: readonly {
  readonly name: string;
  readonly articles: string;
  readonly hands: string;
  readonly each: number;
  readonly taken?: string;
  readonly shares: string;
}[] = [
  {
    name: "every pair once",
    articles: "u v w",
    hands: "ada ben cem",
    each: 2,
    shares: "u:ada u:ben v:cem v:ada w:ben w:cem",
  },
  {
    name: "new pairs before old ones",
    articles: "u v w x",
    hands: "ada ben cem dan",
    each: 2,
    shares: "u:ada u:ben v:cem v:dan w:ada w:cem x:ben x:dan",
  },
  {
    name: "those with the least in hand",
    articles: "u",
    hands: "ada:2 ben cem:1",
    each: 2,
    shares: "u:ben u:cem",
  },
  {
    name: "what an article lacks",
    articles: "u",
    hands: "ada ben",
    each: 2,
    taken: "u:ada",
    shares: "u:ben",
  },
  {
    name: "nothing where enough code it",
    articles: "u",
    hands: "cem",
    each: 2,
    taken: "u:ada u:ben",
    shares: "",
  },
  {
    name: "another partner than before",
    articles: "u",
    hands: "ada ben cem",
    each: 2,
    taken: "t:ada t:ben",
    shares: "u:ada u:cem",
  },
  {
    name: "a coder counted once who is named twice",
    articles: "u",
    hands: "ada ben",
    each: 2,
    taken: "u:ada u:ada",
    shares: "u:ben",
  },
  { name: "as many as there are", articles: "u", hands: "ada", each: 3, shares: "u:ada" },
  { name: "nobody where nobody is", articles: "u", hands: "", each: 2, shares: "" },
  { name: "nothing where there is nothing", articles: "", hands: "ada ben", each: 2, shares: "" },
];
