import type { ImportProblem } from "./dataset.ts";

/** The text that other programs' annotations are about, in a file beside them. */
export const ferryText =
  "🚢 The ferry sank off the cape, the crew said.\r\nThe crew were safe, they said. Cafe\u0301.";

type Found = { readonly words: string; readonly label?: string | null; readonly statement?: string };

/** One annotation as another program writes it; the claims it becomes, by their words, and what is noted. */
export const foreignAnnotations: readonly {
  readonly name: string;
  readonly annotation: unknown;
  readonly found: readonly Found[];
  readonly codes?: readonly string[];
}[] = [
  {
    name: "a quote with a prefix, and a tag",
    annotation: {
      id: "https://notes.example/1",
      type: "Annotation",
      motivation: "highlighting",
      creator: { id: "acct:ada@notes.example", name: "Ada" },
      body: [{ type: "TextualBody", purpose: "tagging", value: "official" }],
      target: {
        source: "https://example.org/ferry.html",
        selector: { type: "TextQuoteSelector", exact: "crew", prefix: "The " },
      },
    },
    found: [{ words: "crew", label: "official" }],
  },
  {
    name: "a position alone, behind an emoji",
    annotation: {
      type: "Annotation",
      creator: "acct:ada@notes.example",
      target: {
        source: "https://example.org/ferry",
        selector: [{ type: "TextPositionSelector", start: 2, end: 16 }],
      },
    },
    found: [{ words: "The ferry sank", label: null, statement: "" }],
  },
  {
    name: "a position behind a line end of two, and its quote",
    annotation: {
      type: "Annotation",
      bodyValue: "The crew were safe.",
      target: {
        source: { id: "https://example.org/ferry" },
        selector: [
          { type: "TextPositionSelector", start: 48, end: 66 },
          { type: "TextQuoteSelector", exact: "The crew were safe" },
        ],
      },
    },
    found: [{ words: "The crew were safe", statement: "The crew were safe." }],
  },
  {
    name: "a quote that is not composed",
    annotation: {
      target: { source: "x:ferry", selector: { type: "TextQuoteSelector", exact: "Cafe\u0301" } },
    },
    found: [{ words: "Café" }],
  },
  {
    name: "a position outside the text, with words that are there",
    annotation: {
      target: {
        source: "x:/ferry",
        selector: [
          { type: "TextPositionSelector", start: 900, end: 907 },
          { type: "TextQuoteSelector", exact: "off the cape" },
        ],
      },
    },
    found: [{ words: "off the cape" }],
  },
  {
    name: "a range between two places",
    annotation: {
      target: {
        source: "x:/ferry",
        selector: {
          type: "RangeSelector",
          startSelector: { type: "TextQuoteSelector", exact: "ferry" },
          endSelector: { type: "TextPositionSelector", start: 17, end: 18 },
        },
      },
    },
    found: [{ words: "ferry sank " }],
  },
  {
    name: "a list of fragments",
    annotation: {
      body: { type: "TextualBody", purpose: "describing", value: "The crew were safe." },
      target: {
        type: "List",
        items: [
          { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "The ferry" } },
          { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "were safe" } },
        ],
      },
    },
    found: [{ words: "The ferry … were safe", statement: "The crew were safe." }],
  },
  {
    name: "several targets",
    annotation: {
      id: "https://notes.example/2",
      motivation: ["tagging", "linking"],
      body: ["event", "https://vocabulary.example/terms#event"],
      target: [
        { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "The ferry" } },
        {
          type: ["Composite"],
          items: [{ source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "were safe" } }],
        },
      ],
    },
    found: [
      { words: "The ferry", label: "event" },
      { words: "were safe", label: "event" },
    ],
    codes: ["several-targets", "several-labels"],
  },
  {
    name: "a category of a vocabulary",
    annotation: {
      body: {
        type: "SpecificResource",
        purpose: "classifying",
        source: "https://vocabulary.example/terms#hearsay",
      },
      target: { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "sank" } },
    },
    found: [{ words: "sank", label: "hearsay" }],
  },
  {
    name: "a category named by an object, and a body of nothing",
    annotation: {
      motivation: "classifying",
      body: [{ id: { id: "https://vocabulary.example/terms/hearsay" } }, {}, 7],
      target: { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "sank" } },
    },
    found: [{ words: "sank", label: "hearsay" }],
  },
  {
    name: "a comment",
    annotation: {
      motivation: "commenting",
      bodyValue: "Is that so?",
      target: { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "sank" } },
    },
    found: [{ words: "sank", statement: "" }],
    codes: ["comment-left-out"],
  },
  { name: "no target", annotation: { type: "Annotation", body: "x" }, found: [], codes: ["no-target"] },
  { name: "a target without a text", annotation: { target: [{}] }, found: [], codes: ["no-target"] },
  { name: "a list of nothing", annotation: { target: { type: "List" } }, found: [], codes: ["no-target"] },
  {
    name: "a list over two texts",
    annotation: { target: { type: "List", items: [{ source: "x:/ferry" }, { source: "x:/other" }] } },
    found: [],
    codes: ["no-target"],
  },
  {
    name: "a whole page",
    annotation: { target: "https://example.org/ferry" },
    found: [],
    codes: ["no-selector"],
  },
  {
    name: "a page by its id",
    annotation: { target: { id: "https://example.org/ferry" } },
    found: [],
    codes: ["no-selector"],
  },
  {
    name: "a selector of another kind",
    annotation: { target: { source: "x:/ferry", selector: { type: "XPathSelector", value: "/p[1]" } } },
    found: [],
    codes: ["no-selector"],
  },
  {
    name: "a dropped mark",
    annotation: {
      target: { source: "x:/ferry", selector: { type: "TextPositionSelector", start: 5, end: 5 } },
    },
    found: [],
    codes: ["span-empty"],
  },
  {
    name: "words that are not there",
    annotation: {
      target: { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "It snowed" } },
    },
    found: [],
    codes: ["quote-not-found"],
  },
  {
    name: "words that are there twice",
    annotation: { target: { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "said" } } },
    found: [],
    codes: ["quote-ambiguous"],
  },
  {
    name: "words in other surroundings",
    annotation: {
      target: {
        source: "x:/ferry",
        selector: {
          type: "TextQuoteSelector",
          exact: "sank",
          prefix: "Nobody knows whether the old trawler really ",
          suffix: " last night or on the day before, or ever",
        },
      },
    },
    found: [],
    codes: ["text-differs"],
  },
  {
    name: "a range backwards",
    annotation: {
      target: {
        source: "x:/ferry",
        selector: {
          type: "RangeSelector",
          startSelector: { type: "TextQuoteSelector", exact: "sank" },
          endSelector: { type: "TextQuoteSelector", exact: "ferry" },
        },
      },
    },
    found: [],
    codes: ["span-swapped"],
  },
  ...(["startSelector", "endSelector"] as const).map((missing) => ({
    name: `a range without its ${missing}`,
    annotation: {
      target: {
        source: "x:/ferry",
        selector: {
          type: "RangeSelector",
          startSelector: { type: "TextQuoteSelector", exact: "ferry" },
          endSelector: { type: "TextQuoteSelector", exact: "sank" },
          [missing]: null,
        },
      },
    },
    found: [],
    codes: ["no-selector"],
  })),
];

const quoted = {
  source: "https://example.org/ferry",
  selector: { type: "TextQuoteSelector", exact: "sank" },
};
const positioned = (start: unknown, end: unknown) => ({
  source: "https://example.org/ferry",
  selector: [
    { type: "TextPositionSelector", start, end },
    { type: "TextQuoteSelector", exact: "sank" },
  ],
});

/** What is said where no text came with the annotations. */
export const withoutTexts: readonly {
  readonly name: string;
  readonly target: unknown;
  readonly code: string | null;
}[] = [
  { name: "a position", target: positioned(12, 16), code: null },
  { name: "a quote", target: quoted, code: "text-missing" },
  { name: "a position backwards", target: positioned(16, 12), code: "span-not-offsets" },
  { name: "a position in words", target: positioned("12", 16), code: "span-not-offsets" },
  { name: "a position without an end", target: positioned(12, null), code: "span-not-offsets" },
];

/** Files that hold annotations in their own ways, or none. `{}` stands for one annotation. */
export const annotationFiles: readonly {
  readonly name: string;
  readonly text: string;
  readonly claims: number;
  readonly problem?: Partial<ImportProblem>;
}[] = [
  { name: "one annotation", text: "{}", claims: 1 },
  { name: "a list of annotations", text: "[{},{}]", claims: 2 },
  { name: "a page", text: '{"type":"AnnotationPage","items":[{},{}]}', claims: 2 },
  { name: "a page with what is no annotation", text: '{"type":"AnnotationPage","items":[{},7]}', claims: 1 },
  {
    name: "a collection with its page",
    text: '{"type":["AnnotationCollection"],"first":{"type":"AnnotationPage","items":[{}]}}',
    claims: 1,
  },
  {
    name: "a collection that leads to pages",
    text: '{"type":"AnnotationCollection","first":"https://x.example/1"}',
    claims: 0,
  },
  { name: "annotations on lines", text: "{}\n\n{}\n", claims: 2 },
  {
    name: "lines of which one is broken",
    text: '{}\n{"type":\n{}',
    claims: 2,
    problem: { code: "bad-json", line: 2, severity: "row" },
  },
  {
    name: "something else",
    text: '{"format":"sourceline/1"}',
    claims: 0,
    problem: { code: "no-annotations", severity: "file" },
  },
  { name: "a number", text: "7", claims: 0, problem: { code: "no-annotations", severity: "file" } },
  {
    name: "a collection of something else",
    text: '{"type":"AnnotationCollection","first":{"type":"Other"}}',
    claims: 0,
    problem: { code: "no-annotations" },
  },
  { name: "no JSON", text: "hello", claims: 0, problem: { code: "bad-json", line: null, severity: "file" } },
  {
    name: "a file that was cut",
    text: '{"type":\n"AnnotationPage","items":[',
    claims: 0,
    problem: { code: "truncated", line: 2, severity: "file" },
  },
];
