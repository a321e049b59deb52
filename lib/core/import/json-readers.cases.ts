/** A text that is no JSON, or not all of it, and the problems that any reader of records has with it. */
export const badJson: readonly {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly string[];
}[] = [
  {
    name: "an empty file",
    text: "",
    problems: ["empty-file (file)"],
  },
  {
    name: "a file of blank lines",
    text: "\n  \n",
    problems: ["empty-file (file)"],
  },
  {
    name: "words",
    text: "It rained.\nIt stopped.",
    problems: ["1: not-json (file)"],
  },
  {
    name: "a list that is cut off",
    text: '[{"text": "It rained"},',
    problems: ["1: not-json (file)"],
  },
  {
    name: "an object that is cut off over several lines",
    text: '{\n  "text": "It\n',
    problems: ["1: not-json (file)"],
  },
  {
    name: "single quotes",
    text: "{'text': 'It rained'}",
    problems: ["1: not-json (file)"],
  },
];

/** Values that are JSON but no records: each is a row without a text. */
export const oddJson: readonly { readonly name: string; readonly text: string }[] = [
  { name: "a number", text: "7" },
  { name: "a text", text: '"It rained"' },
  { name: "null", text: "null" },
  { name: "a list in a list", text: "[[]]" },
  { name: "an object without a text", text: "{}" },
  { name: "a text that is a number", text: '{"text": 7, "data": {"text": 7}}' },
  { name: "10,000 lists in one another", text: `[${"[".repeat(10_000)}${"]".repeat(10_000)}]` },
  {
    name: "10,000 objects in one another",
    text: `${'{"data":'.repeat(10_000)}1${"}".repeat(10_000)}`,
  },
  { name: "a key that reaches for a prototype", text: '{"__proto__": {"text": "It rained", "data": "x"}}' },
];

/** What `jsonRecords` makes of a file: values, places and problems. */
export const recordCases: readonly {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly places: readonly string[];
  readonly problems?: readonly string[];
}[] = [
  { name: "a list", text: '[1, "a"]', values: [1, "a"], places: ["/0", "/1"] },
  { name: "an empty list", text: "[]", values: [], places: [] },
  { name: "one object", text: '{\n"a": 1\n}', values: [{ a: 1 }], places: [""] },
  { name: "one object after a byte order mark", text: '\uFEFF{"a": 1}', values: [{ a: 1 }], places: [""] },
  { name: "lines", text: '{"a":1}\n{"a":2}\n', values: [{ a: 1 }, { a: 2 }], places: ["1:", "2:"] },
  {
    name: "lines that end in CR LF",
    text: '{"a":1}\r\n{"a":2}\r\n',
    values: [{ a: 1 }, { a: 2 }],
    places: ["1:", "2:"],
  },
  {
    name: "lines with a blank one",
    text: '{"a":1}\n\n{"a":2}',
    values: [{ a: 1 }, { a: 2 }],
    places: ["1:", "3:"],
  },
  {
    name: "lines of which one is damaged",
    text: '{"a":1}\n{"a":\n{"a":3}',
    values: [{ a: 1 }, { a: 3 }],
    places: ["1:", "3:"],
    problems: ["2: not-json (row)"],
  },
  {
    name: "lines of which the last is cut off",
    text: '{"a":1}\n{"a":2}\n{"a"',
    values: [{ a: 1 }, { a: 2 }],
    places: ["1:", "2:"],
    problems: ["3: not-json (row)"],
  },
];
