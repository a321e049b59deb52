import { describe, expect, it } from "vitest";
import { documentOf, hardDocuments, hop } from "../../../tests/support/laws/documents.ts";
import { toolDocuments, withoutText } from "../../../tests/support/laws/tool-documents.ts";
import type { ExportedDocument } from "./document.ts";
import { articleRecord, facetValues, fileStem, type Mark, markedDocument, sourceRecord } from "./marks.ts";
import { markTies, regions } from "./ties.ts";

const [deep, crossing, bare, silent] = toolDocuments;
const all = [...hardDocuments, ...toolDocuments];

function marked(document: ExportedDocument | undefined) {
  if (!document) throw new Error("no such document");
  return markedDocument(document);
}

const words = (document: ExportedDocument | undefined, mark: Mark | null) =>
  mark?.spans.map((span) => document?.index?.slice(span)).join(" … ") ?? null;

describe("the marks of a document", () => {
  it.each(all.map((document) => [document.article.id, document] as const))(
    "are numbered from 1, claims first, in %s",
    (_id, document) => {
      const { marks, claims } = marked(document);
      expect(marks.map(({ id }) => id)).toEqual(marks.map((_, at) => at + 1));
      expect(claims.map(({ mark }) => mark.id)).toEqual(document.claims.map((_, at) => at + 1));
      expect(claims.map(({ claim }) => claim)).toEqual(document.claims);
      for (const { spans } of marks) expect(spans.length).toBeGreaterThan(0);
    },
  );

  it("leave out the links of a parent whose chain is how the claim's begins", () => {
    const { claims } = marked(deep);
    expect(claims.map(({ links }) => links.map(({ order }) => order))).toEqual([[1], [2], [3], [1, 2], []]);
    expect(claims.map(({ parent }) => parent?.id ?? null)).toEqual([null, 1, 2, 3, null]);
  });

  it("leave out no link of a claim that adds none", () => {
    const { claims } = marked(crossing);
    expect(claims.map(({ links }) => links.map(({ order }) => order))).toEqual([[1], [1], []]);
  });

  it("are one for a source that serves several links, and one each for what triggers them", () => {
    const { claims, marks } = marked(crossing);
    const [one, two] = claims.map(({ links }) => links[0]);
    expect(one?.mention).toBe(two?.mention);
    expect(one?.cue).toBe(two?.cue);
    expect(one?.mark).not.toBe(two?.mark);
    expect(marks.filter(({ label }) => label === "Source")).toHaveLength(1);
    expect(marks.filter(({ label }) => label === "Attribution")).toHaveLength(2);
  });

  it("put a link on its cue, else on its source, else on its claim", () => {
    const document = documentOf({
      id: "t",
      title: "t",
      source: "[He] [said] [it rained]",
      claims: ({ quote }) => [
        {
          id: "c1",
          spans: quote(2),
          chain: [
            hop("hearsay", [], { mention: quote(0), cue: quote(1) }),
            hop("hearsay", [], { mention: quote(0) }),
            hop("hearsay", []),
          ],
        },
      ],
    });
    const links = marked(document).claims.flatMap((claim) => claim.links);
    expect(links.map(({ mark }) => words(document, mark))).toEqual(["said", "He", "it rained"]);
    expect(links.map(({ mention }) => words(document, mention))).toEqual(["He", "He", null]);
    expect(links.map(({ cue }) => words(document, cue))).toEqual(["said", null, null]);
    expect(links.map(({ addressee }) => addressee)).toEqual([null, null, null]);
  });

  it("keep hedges apart, each its own", () => {
    const { claims } = marked(crossing);
    expect(claims.map(({ hedges }) => hedges.map(({ type, mark }) => [type, words(crossing, mark)]))).toEqual(
      [[["modal", "מחר"]], [], []],
    );
  });

  it("tell of the sources in use and of who issued them", () => {
    expect(marked(deep).sources.map(({ id }) => id)).toEqual(["s1", "s4", "s2", "s3"]);
    expect(marked(crossing).sources.map(({ id }) => id)).toEqual(["s2", "s3"]);
    expect(marked(bare).sources).toEqual([]);
    expect(marked(silent)).toEqual({ marks: [], claims: [], sources: [] });
  });
});

describe("the ties of a document", () => {
  it("name each link's place in the whole chain", () => {
    const types = markTies(marked(deep)).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith("chain_"))).toEqual([
      "chain_1",
      "chain_2",
      "chain_3",
      "chain_1",
      "chain_2",
    ]);
  });

  it("tie the members of a group to its first, and no claim to itself", () => {
    const ties = markTies(marked(deep)).filter(({ type }) => type === "group");
    expect(ties).toEqual([{ type: "group", from: 4, to: 3 }]);
    for (const { from, to } of all.flatMap((document) => markTies(marked(document))))
      expect(from).not.toBe(to);
  });

  it("leave out claims that are not here", () => {
    const ties = markTies(marked(deep)).filter(
      ({ type }) => type === "same_claim_as" || type === "nested_in",
    );
    expect(ties).toEqual([
      { type: "nested_in", from: 2, to: 1 },
      { type: "nested_in", from: 3, to: 2 },
      { type: "nested_in", from: 4, to: 3 },
    ]);
  });

  it("hold every fragment of every mark as a region", () => {
    for (const document of all) {
      const found = marked(document);
      const spans = found.marks.flatMap((mark) => mark.spans);
      expect(regions(found).map(({ span }) => span)).toEqual(spans);
    }
    expect(
      regions(marked(crossing))
        .map(({ fragment }) => fragment)
        .slice(0, 4),
    ).toEqual([0, 1, 0, 0]);
  });
});

describe("what is said of a link", () => {
  it("is nothing where all is as usual", () => {
    expect(facetValues(hop("hearsay", []))).toEqual([]);
  });

  it.each([
    [{ act: "denial" }, [["Act", "denial"]]],
    [{ directness: "direct" }, [["Directness", "direct"]]],
    [{ cueStance: "negative" }, [["CueStance", "negative"]]],
    [{ polarity: "negative" }, [["Polarity", "negative"]]],
    [{ attributionStatus: "on_record" }, [["AttributionStatus", "on_record"]]],
    [{ channel: "speech" }, [["Channel", "speech"]]],
    [{ explicit: false }, [["Implicit", "true"]]],
    [
      { explicit: false, basis: "carried_over" },
      [
        ["Basis", "carried_over"],
        ["Implicit", "true"],
      ],
    ],
  ] as const)("is what is not: %j", (more, expected) => {
    expect(facetValues(hop("hearsay", ["s1"], more))).toEqual(expected);
  });
});

describe("records", () => {
  it("hold of a source what somebody entered", () => {
    const [report, sailor] = marked(deep).sources;
    expect(report && sourceRecord(report)).toEqual({
      id: "s1",
      name: "Harbour report",
      type: "document",
      documentType: "study",
      identification: "named_document",
      issuedBy: "s2",
      wikidata: "Q1",
      aliases: ["The report", "הדוח"],
    });
    expect(sailor && sourceRecord(sailor)).toEqual({
      id: "s4",
      name: "A sailor\u2028of the crew",
      type: "person",
      identification: "unnamed_described",
      role: "Participant",
      roleTitle: "Sailor",
      roleStatus: "Former",
      articleId: "deep",
    });
  });

  it("hold of an article what somebody entered, and which version it is", () => {
    expect(bare && articleRecord(bare)).toEqual({ article_id: "bare", title: "Bare", version_sha256: "00" });
    expect(silent && articleRecord(silent)).toMatchObject({ outlet: "Harbour Courier", direction: "rtl" });
    expect(articleRecord(withoutText)).not.toHaveProperty("text");
  });
});

describe("the name of an article's files", () => {
  const named = (title: string, id = "0190-ab") =>
    fileStem({ ...withoutText, article: { ...withoutText.article, title, id } });

  it.each([
    ["Rain", "Rain_0190-ab"],
    ["Über Häfen / 2: «Tiefe»", "Uber-Hafen-2-Tiefe_0190-ab"],
    ["../../etc/passwd", "etc-passwd_0190-ab"],
    ["..", "0190-ab"],
    ["", "0190-ab"],
    ["הודעה", "0190-ab"],
    ["下雨 today", "today_0190-ab"],
    [" -a- ", "a_0190-ab"],
    ["con.txt\0\n", "con-txt_0190-ab"],
    [`${"a".repeat(59)} b`, `${"a".repeat(59)}_0190-ab`],
    ["a".repeat(200), `${"a".repeat(60)}_0190-ab`],
  ])("is plain for %j", (title, expected) => {
    expect(named(title)).toBe(expected);
    expect(named(title)).toMatch(/^[A-Za-z0-9._-]+$/u);
  });

  it("is another for another article of the same title", () => {
    expect(named("Rain", "a")).not.toBe(named("Rain", "b"));
  });
});
