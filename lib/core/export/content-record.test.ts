import { describe, expect, it } from "vitest";
import { documentOf, hardDocuments, hop } from "../../../tests/support/laws/documents.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { claimContent, link } from "../attribution/link.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { contentRecord, withoutWords } from "./content-record.ts";

const { text, spans } = marked("👩‍👧 [The Courier] [says] [about [six 🌊]] came, [they] said, נאט״ו.");
const index = new CodePointIndex(text);
const [mention, cue, words, number, addressee] = spans;
const own = link({ category: "hearsay", addressee: addressee ? [addressee] : [] });
const inherited = link({
  category: "media_report",
  sources: ["s1"],
  mention: mention ? [mention] : [],
  cue: cue ? [cue] : [],
});
const content = claimContent({
  spans: words ? [words] : [],
  statement: "Six came.",
  kind: "figure",
  parentId: "c0",
  chain: [own],
  hedges: number ? [{ type: "approximator", span: number }] : [],
  flags: ["figure"],
});

describe("a revision's record", () => {
  const record = contentRecord(content, [inherited, own], index);

  it("has the words of every span beside where they stand", () => {
    expect(record.spans.map(({ exact }) => exact)).toEqual(["about six 🌊"]);
    expect(record.hedges.map(({ span }) => span.exact)).toEqual(["six 🌊"]);
    expect(
      record.chain.map((one) => [one.mention, one.cue, one.addressee].flat().map(({ exact }) => exact)),
    ).toEqual([["The Courier", "says"], ["they"]]);
  });

  it("says what follows from the whole chain", () => {
    const { provenance, originProvenance, depth, inheritedLinks } = record;
    expect({ provenance, originProvenance, depth, inheritedLinks }).toEqual({
      provenance: "media_report",
      originProvenance: "hearsay",
      depth: 2,
      inheritedLinks: 1,
    });
    expect(record).toMatchObject({
      statement: "Six came.",
      kind: "figure",
      parentId: "c0",
      flags: ["figure"],
    });
  });

  it("of the article's own voice stands on what is stored", () => {
    const voice = claimContent({ spans: content.spans, provenance: "own_analysis" });
    expect(contentRecord(voice, [], index)).toMatchObject({
      provenance: "own_analysis",
      originProvenance: "own_analysis",
      depth: 0,
      chain: [],
    });
  });
});

describe("a claim without its words", () => {
  it.each(hardDocuments.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const)))(
    "keeps every place of %s, and no word",
    (_, claim) => {
      const bare = withoutWords(claim);
      const quoted = /"exact":"/u;
      expect(JSON.stringify(claim)).toMatch(quoted);
      expect(JSON.stringify(bare)).not.toMatch(quoted);
      const placed = (value: unknown) =>
        JSON.stringify(value).replaceAll(/"exact":(null|"(?:[^"\\]|\\.)*")/gu, "");
      expect(placed(bare)).toBe(placed(claim));
    },
  );

  it("is one again when it has none", () => {
    const [document] = [
      documentOf({
        id: "a9",
        title: "T",
        source: "[It] [rained]",
        claims: ({ quote }) => [
          { id: "c9", spans: quote(0), chain: [hop("hearsay", [], { addressee: quote(1) })] },
        ],
      }),
    ];
    const [claim] = document.claims;
    if (!claim) throw new Error("the document has its claim");
    expect(withoutWords(withoutWords(claim))).toEqual(withoutWords(claim));
  });
});
