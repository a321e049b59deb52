import type { ExportedClaim } from "../export/dataset.ts";
import type { ExportedDocument } from "../export/document.ts";
import type { ImportProblem } from "./dataset.ts";

type Severity = ImportProblem["severity"];

/** A document of five claims and one of two, in which one thing is wrong; how many claims are left. */
export type RecordProblem = {
  readonly name: string;
  readonly code: string;
  readonly claims: number;
  readonly change: (document: ExportedDocument) => ExportedDocument;
};

/** Puts other values into the claim of this id. They need not fit its type: a file may hold anything. */
const claim =
  (id: string, values: Record<string, unknown>) =>
  (document: ExportedDocument): ExportedDocument => ({
    ...document,
    claims: document.claims.map(
      (one) => (one.id === id ? { ...one, ...values } : one) as ExportedClaim, // On purpose what it may not be.
    ),
  });

const article =
  (id: string, values: Record<string, unknown>) =>
  (document: ExportedDocument): ExportedDocument =>
    document.article.id === id
      ? { ...document, article: { ...document.article, version: { ...document.article.version, ...values } } }
      : document;

const hop = (values: Record<string, unknown>) => ({
  chain: [{ category: "named_statement", sources: [], mention: [], cue: [], addressee: [], ...values }],
});

export const recordProblems: readonly RecordProblem[] = [
  {
    name: "a claim that starts in the middle of nothing",
    code: "span-outside-text",
    claims: 6,
    change: claim("c5", { spans: [{ start: 2, end: 9_999, exact: null }] }),
  },
  {
    name: "a claim that ends before it starts",
    code: "span-swapped",
    claims: 6,
    change: claim("c5", { spans: [{ start: 9, end: 2, exact: null }] }),
  },
  {
    name: "a claim that stands nowhere",
    code: "span-missing",
    claims: 6,
    change: claim("c5", { spans: [] }),
  },
  {
    name: "a claim whose spans are no list",
    code: "span-missing",
    claims: 6,
    change: claim("c5", { spans: "0-4" }),
  },
  {
    name: "a span that is no object",
    code: "span-not-offsets",
    claims: 6,
    change: claim("c5", { spans: [7] }),
  },
  {
    name: "words that stand elsewhere",
    code: "text-differs",
    claims: 6,
    change: claim("c5", { spans: [{ start: 0, end: 4, exact: "other" }] }),
  },
  {
    name: "a mention outside the text",
    code: "span-outside-text",
    claims: 6,
    change: claim("c5", hop({ mention: [{ start: 0, end: 9_999 }] })),
  },
  {
    name: "a cue outside the text",
    code: "span-outside-text",
    claims: 6,
    change: claim("c5", hop({ cue: [{ start: 0, end: 9_999 }] })),
  },
  {
    name: "an addressee outside the text",
    code: "span-outside-text",
    claims: 6,
    change: claim("c5", hop({ addressee: [{ start: 0, end: 9_999 }] })),
  },
  {
    name: "a hedge outside the text",
    code: "span-outside-text",
    claims: 6,
    change: claim("c5", { hedges: [{ type: "modal", span: { start: 0, end: 9_999 } }] }),
  },
  {
    name: "a hedge of no kind",
    code: "unknown-value",
    claims: 7,
    change: claim("c5", { hedges: [{ type: "perhaps", span: { start: 0, end: 4 } }] }),
  },
  {
    name: "a hedge that is no object",
    code: "span-not-offsets",
    claims: 6,
    change: claim("c5", { hedges: ["modal"] }),
  },
  {
    name: "a link that is no object",
    code: "span-not-offsets",
    claims: 6,
    change: claim("c5", { chain: [{ mention: [null] }] }),
  },
  {
    name: "an act that is none",
    code: "unknown-value",
    claims: 7,
    change: claim("c5", hop({ act: "singing" })),
  },
  {
    name: "a source that the file does not hold",
    code: "unknown-source",
    claims: 7,
    change: claim("c5", hop({ sources: ["sealed"] })),
  },
  {
    name: "a parent that the file does not hold",
    code: "unknown-parent",
    claims: 7,
    change: claim("c2", { parentId: "gone" }),
  },
  {
    name: "a parent in another article",
    code: "unknown-parent",
    claims: 7,
    change: claim("c2", { parentId: "c6" }),
  },
  {
    name: "a twin that the file does not hold",
    code: "unknown-same-claim",
    claims: 7,
    change: claim("c3", { sameClaimAs: "gone" }),
  },
  { name: "two claims with one id", code: "duplicate-id", claims: 6, change: claim("c5", { id: "c1" }) },
  { name: "a claim without an id", code: "not-a-claim", claims: 6, change: claim("c5", { id: null }) },
  {
    name: "a claim of no article",
    code: "unknown-article",
    claims: 6,
    change: claim("c5", { versionId: "gone", articleId: "gone" }),
  },
  { name: "a text with a NUL", code: "nul", claims: 2, change: article("a1", { text: "a\0b" }) },
  {
    name: "an article without a version",
    code: "not-an-article",
    claims: 2,
    change: article("a1", { id: null }),
  },
  {
    name: "blocks that overlap",
    code: "bad-blocks",
    claims: 7,
    change: article("a1", {
      blocks: [
        { kind: "paragraph", start: 0, end: 9 },
        { kind: "heading", level: 2, start: 3, end: 12 },
      ],
    }),
  },
  {
    name: "blocks of no kind",
    code: "bad-blocks",
    claims: 7,
    change: article("a1", { blocks: [{ kind: "aside", start: 0, end: 9 }] }),
  },
  {
    name: "blocks outside the text",
    code: "bad-blocks",
    claims: 7,
    change: article("a1", { blocks: [{ kind: "quote", start: 0, end: 9_999 }] }),
  },
  {
    name: "a text without its words, and spans that overlap",
    code: "spans-not-in-order",
    claims: 3,
    change: (document) =>
      claim("c4", {
        spans: [
          { start: 0, end: 9 },
          { start: 4, end: 12 },
        ],
      })(
        article("a1", { text: null })(
          claim("c1", { spans: [] })(
            claim("c2", { spans: [{ start: 3, end: 3 }] })(
              claim("c5", { spans: [{ start: "1", end: 2 }] })(document),
            ),
          ),
        ),
      ),
  },
];

type FileProblem = {
  readonly name: string;
  readonly code: string;
  readonly line: number | null;
  readonly severity: Severity;
  readonly change: (text: string) => string;
};

/** What may be wrong with a whole document; the line where that can be said. */
export const jsonProblems: readonly Omit<FileProblem, "severity">[] = [
  {
    name: "a file cut in a list",
    code: "truncated",
    line: 3,
    change: (text) => text.split("\n").slice(0, 3).join("\n"),
  },
  { name: "a file cut in a text", code: "truncated", line: 1, change: (text) => text.slice(0, 12) },
  { name: "an empty file", code: "bad-json", line: null, change: () => "" },
  { name: "a list", code: "bad-json", line: null, change: () => "[]" },
  {
    name: "a comma too many",
    code: "bad-json",
    line: null,
    change: (text) => text.replace('"format"', ',"format"'),
  },
  {
    name: "a version to come",
    code: "unknown-version",
    line: null,
    change: (text) => text.replace("sourceline/1", "sourceline/2"),
  },
  {
    name: "a format of others",
    code: "not-sourceline",
    line: null,
    change: (text) => text.replace("sourceline/1", "doccano"),
  },
  {
    name: "a list that is none",
    code: "missing-section",
    line: null,
    change: (text) => text.replace('"claims":', '"claims":null,"more":'),
  },
  { name: "a file that does not say what it is", code: "not-sourceline", line: null, change: () => "{}" },
];

/** Lines of the file: header, two articles, three sources, seven claims, one that is gone, the end. */
export const jsonlProblems: readonly FileProblem[] = [
  {
    name: "a version to come",
    code: "unknown-version",
    line: 1,
    severity: "file",
    change: (text) => text.replace("sourceline/1", "sourceline/2"),
  },
  {
    name: "a file of something else",
    code: "not-sourceline",
    line: 1,
    severity: "file",
    change: () => "text\n",
  },
  {
    name: "a file without its head",
    code: "not-sourceline",
    line: 1,
    severity: "file",
    change: (text) => text.slice(text.indexOf("\n") + 1),
  },
  { name: "an empty file", code: "truncated", line: 1, severity: "note", change: () => "" },
  { name: "a claim that is gone", code: "deleted-claim", line: 14, severity: "note", change: (text) => text },
  {
    name: "a line that is no JSON",
    code: "bad-json",
    line: 3,
    severity: "row",
    change: (text) => text.replace('{"type":"article","id":"a2"', "{"),
  },
  {
    name: "a line of another type",
    code: "unknown-type",
    line: 14,
    severity: "note",
    change: (text) => text.replace('"deleted"', '"renamed"'),
  },
  {
    name: "a line of no type",
    code: "unknown-type",
    line: 14,
    severity: "note",
    change: (text) => text.replace('"type":"deleted"', '"type":7'),
  },
  {
    name: "a last line that counts otherwise",
    code: "counts-differ",
    line: 15,
    severity: "note",
    change: (text) => text.replace('"claims":7', '"claims":8'),
  },
  {
    name: "a last line that counts nothing",
    code: "counts-differ",
    line: 15,
    severity: "note",
    change: (text) => text.replace('"counts":', '"count":'),
  },
  {
    name: "a file without its last line",
    code: "truncated",
    line: 14,
    severity: "note",
    change: (text) => text.split("\n").slice(0, 14).join("\n"),
  },
  {
    name: "a file cut within a line",
    code: "truncated",
    line: 13,
    severity: "note",
    change: (text) => text.split("\n").slice(0, 13).join("\n").slice(0, -9),
  },
];

type Texts = Readonly<Record<"articles" | "claims" | "links", string>>;
export const csvProblems: readonly (Omit<FileProblem, "change"> & {
  readonly change: (texts: Texts) => readonly string[];
})[] = [
  {
    name: "columns of something else",
    code: "unknown-table",
    line: 1,
    severity: "file",
    change: () => ["name,age\r\nAda,36\r\n"],
  },
  { name: "an empty file", code: "unknown-table", line: 1, severity: "file", change: () => [""] },
  {
    name: "tabs",
    code: "other-separator",
    line: 1,
    severity: "note",
    change: () => ["claim_id\tspans\tarticle_id\nc1\t0-4\ta1\n"],
  },
  {
    name: "a column of somebody's own",
    code: "unknown-column",
    line: 1,
    severity: "note",
    change: ({ claims }) => [
      claims.replace("claim_id,", "claim_id,my notes,").replaceAll(/^c(\d),/gmu, "c$1,,"),
    ],
  },
  {
    name: "a row with a cell too few",
    code: "row-width",
    line: 3,
    severity: "row",
    change: () => ["claim_id,article_id,spans\nc1,a1,0-4\nc2,a1\n"],
  },
  {
    name: "a quote that nothing closes",
    code: "unclosed-quote",
    line: 3,
    severity: "row",
    change: () => ['claim_id,article_id,spans\nc1,a1,0-4\nc2,"a1,0-4\n'],
  },
  {
    name: "spans in words",
    code: "span-not-offsets",
    line: 2,
    severity: "row",
    change: () => ["claim_id,article_id,spans\nc1,a1,here\n"],
  },
  {
    name: "a span of three numbers after a row of two lines",
    code: "span-not-offsets",
    line: 4,
    severity: "row",
    change: () => ['claim_id,article_id,spans,statement\nc1,a1,0-4,"a\nb"\nc2,a1,0x4,c\n'],
  },
  {
    name: "a chain that no table tells",
    code: "chain-missing",
    line: 2,
    severity: "note",
    change: ({ claims }) => [claims],
  },
  {
    name: "a claim twice",
    code: "duplicate-id",
    line: 3,
    severity: "row",
    change: () => ["claim_id,article_id,spans\nc1,a1,0-4\nc1,a1,5-9\n"],
  },
  {
    name: "an act that no list knows",
    code: "unknown-value",
    line: 2,
    severity: "note",
    change: ({ claims, links }) => [claims, links.replaceAll(",statement,", ",singing,")],
  },
];
