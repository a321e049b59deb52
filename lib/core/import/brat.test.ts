import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { problemsOf, summaryOf } from "../../../tests/support/laws/summary.ts";
import { closedDocuments, toolDocuments } from "../../../tests/support/laws/tool-documents.ts";
import { writtenFolder } from "../../../tests/support/laws/written.ts";
import { brat } from "../export/brat.ts";
import { facts } from "../export/carried.ts";
import { formats } from "../export/formats.ts";
import { countCodePoints } from "../text/surrogates.ts";
import { type BratCase, badBrat, bratText, goodBrat } from "./brat.cases.ts";
import { readBrat } from "./brat.ts";

/** `<words>` become their offsets in the text. */
function offsetsIn(line: string, text: string): string {
  return line.replace(/<([^<>]+)>/gu, (whole, words: string) => {
    const unit = text.indexOf(words);
    if (unit < 0) return whole;
    const start = countCodePoints(text.slice(0, unit));
    return `${start} ${start + countCodePoints(words)}`;
  });
}

function read({ lines, roles }: Pick<BratCase, "lines" | "roles">, text = bratText, counted = text) {
  const ann = lines.map((line) => offsetsIn(line, counted)).join("\n");
  const files = [
    { name: "a.txt", text },
    { name: "a.ann", text: ann },
  ];
  return roles ? readBrat(files, { roles }) : readBrat(files);
}

describe("reading brat", () => {
  it.each(goodBrat)("takes in $name", (given) => {
    const dataset = read(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual(given.problems ?? []);
  });

  it.each(badBrat)("says what is wrong with $name", (given) => {
    const dataset = read(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual(given.problems ?? []);
    for (const problem of dataset.problems) expect(problem.file).toBe("a.ann");
  });

  const quoted = goodBrat.filter(({ name }) => name !== "a mark without its words");

  it.each(quoted)("counts line ends of two characters as the file does: $name", (given) => {
    const crlf = bratText.replaceAll("\n", "\r\n");
    const lines = given.lines.map((line) => line.replaceAll("\n", "\r\n"));
    const asLf = read(given, crlf, bratText);
    expect(summaryOf(asLf)).toEqual(given.claims);
    expect(problemsOf(asLf)).toEqual([]);
    const inside = lines.some((line) => line.includes("\r"));
    if (!inside) expect(summaryOf(read({ ...given, lines }, crlf, crlf))).toEqual(given.claims);
  });

  it("takes lines that end in CR LF", () => {
    const dataset = readBrat([
      { name: "a.txt", text: "It rained" },
      { name: "a.ann", text: "T1\tClaim 0 9\tIt rained\r\nA1\tKind T1 event\r\n" },
    ]);
    expect(problemsOf(dataset)).toEqual([]);
    expect(dataset.claims[0]?.kind).toBe("event");
  });

  it("says of routes to the same words that they say the same, and of contents of one act that they are a group", () => {
    const routes = read(goodBrat.find(({ name }) => name.startsWith("two routes")) ?? { lines: [] }).claims;
    expect(routes.map(({ key, sameClaimAs }) => [key, sameClaimAs])).toEqual([
      ["a.ann#T3", null],
      ["a.ann#T3~2", "a.ann#T3"],
    ]);
    const contents = read(
      goodBrat.find(({ name }) => name.startsWith("two contents")) ?? { lines: [] },
    ).claims;
    expect(contents.map(({ group }) => group)).toEqual(["a.ann#E1", "a.ann#E1"]);
  });

  it("nests a claim whose event is nested in another's", () => {
    const nested = goodBrat.find(({ name }) => name.startsWith("a claim nested")) ?? { lines: [] };
    expect(read(nested).claims.map(({ parent, inheritedLinks }) => [parent, inheritedLinks])).toEqual([
      [null, 0],
      ["a.ann#T3", 1],
    ]);
  });

  it("leaves the parent that the file says, whatever its events say", () => {
    const { claims } = read({
      lines: [
        "T1\tClaim <it is>\tit is",
        "T2\tClaim <Bo>\tBo",
        "T3\tClaim <that>\tthat",
        "T4\tAttribution <said>\tsaid",
        "T5\tAttribution <told>\ttold",
        "E1\tAttribution:T4 Claim:T1",
        "E2\tAttribution:T5 Claim:T3",
        "R1\tPartOf Arg1:T3 Arg2:T2",
        "R2\tNestedIn Arg1:E2 Arg2:E1",
      ],
    });
    expect(claims.map(({ parent }) => parent)).toEqual([null, null, "a.ann#T2"]);
  });

  it("knows sources by their words where no category is said, once an article", () => {
    const { sources, claims } = read({
      lines: [
        "T1\tSource <Bo>\tBo",
        "T2\tClaim <it is>\tit is",
        "T3\tClaim <it rained>\tit rained",
        "T4\tAttribution <said>\tsaid",
        "T5\tAttribution <told>\ttold",
        "E1\tAttribution:T4 Claim:T2 Source:T1",
        "E2\tAttribution:T5 Claim:T3 Source:T1",
      ],
    });
    const key = "a.txt#Bo";
    expect(sources).toEqual([{ key, id: null, name: "Bo", issuedBy: null, article: "a.txt" }]);
    expect(claims.map(({ chain }) => chain[0]?.sources)).toEqual([[key], [key]]);
  });

  it("reads ids, statements, flags, groups, sources and issuers from our notes", () => {
    const dataset = read({
      lines: [
        "T1\tClaim <it is>\tit is",
        "T2\tAttribution <said>\tsaid",
        "E1\tAttribution:T2 Claim:T1",
        "A1\tProvenance E1 official_readout",
        "#1\tClaimId T1\tc1",
        '#2\tStatement T1\t"It\\nis."',
        "#3\tFlags T1\tfigure  negated",
        "#4\tGroup T1\tg1",
        '#5\tSources E1\t[{"id":"s1","name":"Ministry","issuedBy":"s2"},{"id":"sealed"},7]',
        '#6\tIssuers E1\t[{"id":"s2","name":"State"}]',
      ],
    });
    expect(dataset.claims[0]).toMatchObject({
      id: "c1",
      statement: "It\nis.",
      flags: ["figure", "negated"],
      group: "g1",
      chain: [{ category: "official_readout", sources: ["s1"] }],
    });
    expect(dataset.sources.map(({ key, issuedBy }) => [key, issuedBy])).toEqual([
      ["s1", "s2"],
      ["s2", null],
    ]);
    expect(problemsOf(dataset)).toEqual(["3:E1 unknown-source (note)"]);
  });

  it.each([
    ['"a"', "a"],
    ['"a', '"a'],
    ['"a" and b', '"a" and b'],
    ["7", "7"],
  ])("takes a note %s for %j", (written, statement) => {
    const { claims } = read({ lines: ["T1\tClaim <it is>\tit is", `#1\tStatement T1\t${written}`] });
    expect(claims[0]?.statement).toBe(statement);
  });
});

describe("the files of brat", () => {
  const text = { name: "x/a.txt", text: "It rained" };
  const line = "T1\tClaim 0 9\tIt rained\n";

  it.each([
    ["beside its text", "x/a.ann", null],
    ["in another folder", "y/a.ann", null],
    ["with its annotator", "x/a_ada.ann", "ada"],
    ["with its annotator in another folder", "z/q/a_ada.ann", "ada"],
    ["with a number, as brat has it", "x/a.a1", null],
  ])("belong together %s", (_name, name, annotator) => {
    const dataset = readBrat([text, { name: name.replace(".a1", ".ann1"), text: line }]);
    expect(dataset.claims.map((claim) => [claim.article, claim.annotator])).toEqual([["x/a.txt", annotator]]);
  });

  it("prefer the nearest folder", () => {
    const far = { name: "y/deep/a.txt", text: "It snowed" };
    const near = readBrat([far, text, { name: "x/ann/a.ann", text: line }]);
    expect(near.claims.map(({ article }) => article)).toEqual(["x/a.txt"]);
    const first = readBrat([text, far, { name: "x/ann/a.ann", text: line }]);
    expect(first.claims.map(({ article }) => article)).toEqual(["x/a.txt"]);
    const other = readBrat([text, far, { name: "y/deep/a.ann", text: "T1\tClaim 0 9\tIt snowed\n" }]);
    expect(other.claims.map(({ article }) => article)).toEqual(["y/deep/a.txt"]);
  });

  it("are one article a text, named after the file, also without annotations", () => {
    const dataset = readBrat([text, { name: "annotation.conf", text: "[entities]" }]);
    expect(dataset.articles).toMatchObject([{ key: "x/a.txt", title: "a", text: "It rained", id: null }]);
    expect(dataset.problems).toEqual([]);
  });

  it.each([
    ["have no text", [{ name: "b.ann", text: line }], ["text-missing (file)"]],
    ["have no text whose name goes so far", [{ name: "b_c.ann", text: line }, text], ["text-missing (file)"]],
    [
      "have a text that is refused",
      [
        { name: "b.txt", text: "a\0" },
        { name: "b.ann", text: line },
      ],
      ["nul (file)", "text-refused (file)"],
    ],
  ])("are a problem when they %s", (_name, files, problems) => {
    const dataset = readBrat(files);
    expect(problemsOf(dataset)).toEqual(problems);
    expect(dataset.claims).toEqual([]);
  });

  it("are nothing when there are none", () => {
    expect(readBrat([])).toEqual({ articles: [], sources: [], claims: [], problems: [] });
  });
});

describe("brat there and back", () => {
  const written = writtenFolder(brat, hardDocuments);

  it("brings back exactly what it does not say it loses", () => {
    const dataset = readBrat(written);
    expect(dataset.problems).toEqual([]);
    const lost = new Set<string>(formats.brat.loses);
    expect(cameBack(hardDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("brings back nesting three deep, crossings and bare articles, less what is not among them", () => {
    const dataset = readBrat(writtenFolder(brat, toolDocuments));
    expect(dataset.problems.map(({ code }) => code)).toEqual(["unknown-source", "unknown-source"]);
    const lost = new Set<string>(formats.brat.loses);
    expect(cameBack(closedDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("law: no file makes it throw, and a line that is cut off takes nothing else with it", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), fc.string(), (cut, noise) => {
        const damaged = written.map((file) =>
          file.name.endsWith(".ann") ? { ...file, text: `${file.text.slice(0, cut)}${noise}` } : file,
        );
        for (const { spans } of readBrat(damaged).claims) expect(spans.length).toBeGreaterThan(0);
      }),
    );
  });

  it("law: any lines at all come to claims and problems", () => {
    const word = fc.constantFrom(
      "T1",
      "E1",
      "R1",
      "A1",
      "#1",
      "*",
      "Claim",
      "Arg1:T1",
      "0 4",
      ":",
      ";",
      "\t",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const dataset = readBrat([
          { name: "a.txt", text: "It rained" },
          { name: "a.ann", text: words.join("") },
        ]);
        for (const problem of dataset.problems) expect(problem.message).not.toBe("");
      }),
    );
  });

  it("takes a deep nesting of claims without a deep nesting of calls, and keeps its chains short", () => {
    const depth = 3000;
    const all = Array.from({ length: depth }, (_, at) => at + 1);
    const lines = all.flatMap((at) => [
      `T${at}\tClaim 0 2\tIt`,
      `T${depth + at}\tAttribution 0 2\tIt`,
      `E${at}\tAttribution:T${depth + at} Claim:T${at}`,
      ...(at > 1 ? [`R${at}\tNestedIn Arg1:E${at} Arg2:E${at - 1}`] : []),
    ]);
    const { claims } = read({ lines: lines.toReversed() }, "It rained");
    expect(claims).toHaveLength(depth);
    expect(Math.max(...claims.map(({ chain }) => chain.length))).toBe(101);
  });
});
