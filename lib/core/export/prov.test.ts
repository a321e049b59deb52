import { spawnSync } from "node:child_process";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { hardDocuments, hop } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import type { ExportedClaim, ExportedSource } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";
import { header, nastyRecords, sources } from "./export.cases.ts";
import { withoutWords } from "./own-files.cases.ts";
import { brokenProv, derivations, provSchema } from "./prov.cases.ts";
import { provFile } from "./prov.ts";

const uri = /^[a-z][a-z0-9+.-]*:\S*$/u;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;
const isProv = new Ajv2020({ formats: { uri, "date-time": instant }, allowUnionTypes: true }).compile(
  provSchema,
);

const nasty: readonly ExportedDocument[] = nastyRecords.map((draft, place) => {
  const { record, index } = recordOf(draft);
  const version = { ...record.article.version, id: `n${place}` };
  return { ...record, article: { ...record.article, version }, claims: [record.claim], index };
});
const written = (documents: readonly ExportedDocument[]) =>
  provFile.open(header, documents.length) +
  documents.map((document, place) => provFile.write(header, document, place === 0)).join("") +
  provFile.close(header, documents.length);

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Sections = Readonly<Record<string, Records>>;
const bundles = (documents: readonly ExportedDocument[]): readonly Sections[] =>
  Object.values(JSON.parse(written(documents)).bundle);
const relations = (bundle: Sections | undefined, section: string) => Object.values(bundle?.[section] ?? {});

/** The first document with one claim of one link, and its sources as given. */
function spoken(
  chain: ExportedClaim["chain"],
  given: readonly Partial<ExportedSource>[] = [],
): ExportedDocument {
  const [document] = hardDocuments;
  const [claim] = document?.claims ?? [];
  const [source] = sources.values();
  if (!document || !claim || !source) throw new Error("the documents are gone");
  const all = given.map((one, place) => ({ ...source, id: `x${place + 1}`, ...one }));
  return {
    ...document,
    sources: new Map(all.map((one) => [one.id, one])),
    claims: [{ ...claim, chain, parentId: null, sameClaimAs: null }],
  };
}

describe("the schema of PROV-JSON", () => {
  it.each(brokenProv)("refuses %s", (_, document) => {
    expect(isProv(document)).toBe(false);
  });
});

describe("PROV-JSON", () => {
  it.each([
    { name: "hard documents", documents: hardDocuments },
    { name: "nasty records", documents: nasty },
    { name: "positions only", documents: hardDocuments.map(withoutWords) },
    { name: "nothing", documents: [] },
  ])("is valid for $name", ({ documents }) => {
    isProv(JSON.parse(written(documents)));
    expect(isProv.errors).toBeNull();
  });

  it("has a bundle for each version, and names nothing that is not declared in it", () => {
    const document = JSON.parse(written([...hardDocuments, ...nasty]));
    expect(Object.keys(document.bundle)).toHaveLength(hardDocuments.length + nasty.length);
    const prefixes = [...Object.keys(document.prefix), "prov", "xsd", "_"];
    for (const bundle of Object.values<Sections>(document.bundle)) {
      const things = new Set(
        ["entity", "activity", "agent"].flatMap((section) => Object.keys(bundle[section] ?? {})),
      );
      for (const name of things) expect(prefixes).toContain(name.split(":")[0]);
      for (const section of [
        "wasGeneratedBy",
        "used",
        "wasAssociatedWith",
        "wasAttributedTo",
        "actedOnBehalfOf",
      ]) {
        const named = relations(bundle, section).flatMap((one) =>
          ["prov:entity", "prov:activity", "prov:agent", "prov:delegate", "prov:responsible"].flatMap(
            (key) => one[key] ?? [],
          ),
        );
        for (const name of named) expect(things.has(String(name))).toBe(true);
      }
    }
  });

  it("leads from a claim back along its chain to its origin", () => {
    const [bundle] = bundles(hardDocuments);
    const from = new Map(
      relations(bundle, "wasDerivedFrom").map((one) => [one["prov:usedEntity"], one["prov:generatedEntity"]]),
    );
    expect(from.get("claim:c1/said/3")).toBe("claim:c1/said/2");
    expect(from.get("claim:c1/said/2")).toBe("claim:c1/said/1");
    expect(from.get("claim:c1/said/1")).toBe("claim:c1");
  });

  it("says of every claim that it quotes the version that was read", () => {
    const [bundle] = bundles(hardDocuments);
    const quoted = relations(bundle, "wasDerivedFrom").filter(
      (one) => one["prov:usedEntity"] === "version:v-a1",
    );
    expect(quoted.map((one) => one["prov:generatedEntity"])).toEqual(
      ["c1", "c2", "c3", "c4", "c5"].map((id) => `claim:${id}`),
    );
    for (const one of quoted)
      expect(one["prov:type"]).toEqual({ $: "prov:Quotation", type: "prov:QUALIFIED_NAME" });
    expect(relations(bundle, "specializationOf")).toEqual([
      { "prov:specificEntity": "version:v-a1", "prov:generalEntity": "article:a1" },
    ]);
  });

  it.each(derivations)("types what leads to $name", ({ category, directness, sourceType, types }) => {
    const document = spoken([hop(category, ["x1"], { directness })], [{ type: sourceType }]);
    const [bundle] = bundles([document]);
    const link = relations(bundle, "wasDerivedFrom").find(
      (one) => one["prov:usedEntity"] === "claim:c1/said/1",
    );
    const expected = types.map(($) => ({ $, type: "prov:QUALIFIED_NAME" }));
    expect(link?.["prov:type"]).toEqual(types.length === 0 ? undefined : expected);
    expect(link?.["src:directness"]).toBe(directness);
  });

  it("keeps the facets of a link, and why it was carried over", () => {
    const chain = [
      hop("named_statement", ["x1"], {
        act: "denial",
        channel: "briefing",
        cueStance: "distancing",
        polarity: "negative",
        explicit: false,
        basis: "quote_continuation",
        attributionStatus: "on_background",
      }),
    ];
    const [bundle] = bundles([spoken(chain, [{ type: "person" }])]);
    expect(bundle?.activity?.["claim:c1/speech/1"]).toMatchObject({
      "src:act": "denial",
      "src:channel": "briefing",
      "src:attributionStatus": "on_background",
    });
    expect(relations(bundle, "wasDerivedFrom")[1]).toMatchObject({
      "src:cueStance": "distancing",
      "src:polarity": "negative",
      "src:explicit": false,
      "src:basis": "quote_continuation",
    });
  });

  it("lets a person speak for whom they speak for", () => {
    const given = [
      { type: "person", name: "The spokeswoman", issuedBy: "x2" },
      { type: "government_body", name: "The ministry" },
    ];
    const [bundle] = bundles([spoken([hop("press_briefing", ["x1"])], given)]);
    expect(relations(bundle, "actedOnBehalfOf")).toEqual([
      { "prov:delegate": "source:x1", "prov:responsible": "source:x2", "prov:activity": "claim:c1/speech/1" },
    ]);
    expect(relations(bundle, "wasAttributedTo")).toEqual([
      { "prov:entity": "claim:c1/said/1", "prov:agent": "source:x1" },
    ]);
    expect(bundle?.agent?.["source:x1"]).toMatchObject({
      "prov:label": "The spokeswoman",
      "prov:type": { $: "prov:Person" },
    });
    expect(bundle?.agent?.["source:x2"]).toMatchObject({ "prov:type": { $: "prov:Organization" } });
  });

  it("takes a document for an entity, whose issuer answers for it", () => {
    const given = [{ type: "document", name: "The readout", issuedBy: "x2" }, { type: "government_body" }];
    const [bundle] = bundles([spoken([hop("official_readout", ["x1"])], given)]);
    expect(bundle?.entity?.["source:x1"]).toMatchObject({ "prov:type": { $: "src:Document" } });
    expect(bundle?.agent).not.toHaveProperty("source:x1");
    expect(relations(bundle, "wasAttributedTo")).toEqual([
      { "prov:entity": "source:x1", "prov:agent": "source:x2" },
    ]);
    expect(relations(bundle, "wasDerivedFrom")).toContainEqual({
      "prov:generatedEntity": "claim:c1/said/1",
      "prov:usedEntity": "source:x1",
      "prov:type": { $: "prov:PrimarySource", type: "prov:QUALIFIED_NAME" },
    });
    const [unissued] = bundles([spoken([hop("document_seen", ["x1"])], [{ type: "document" }])]);
    expect(relations(unissued, "wasAttributedTo")).toEqual([]);
  });

  it("names a sealed source by its id alone, and a rumour by nobody", () => {
    const [sealed] = bundles([spoken([hop("anonymous_described", ["sealed"])])]);
    expect(sealed?.agent?.["source:sealed"]).toEqual({});
    const [rumour] = bundles([spoken([hop("hearsay", [])])]);
    expect(relations(rumour, "wasAttributedTo")).toEqual([]);
    const [unknown] = bundles([
      spoken([hop("named_statement", ["x1"])], [{ type: "unknown", issuedBy: "gone" }]),
    ]);
    expect(unknown?.agent?.["source:x1"]).not.toHaveProperty("prov:type");
    expect(unknown?.agent?.["source:gone"]).toEqual({});
  });

  it("tells who marked a claim and who approved it, and when", () => {
    const [bundle] = bundles(hardDocuments);
    expect(bundle?.activity?.["claim:c1/annotation"]).toMatchObject({
      "prov:startTime": "2026-01-02T09:00:00.000Z",
      "prov:endTime": "2026-01-03T09:00:00.000Z",
    });
    expect(bundle?.agent?.["person:u1"]).toMatchObject({ "prov:label": "Ada" });
    const roles = relations(bundle, "wasAssociatedWith").filter((one) =>
      String(one["prov:activity"]).startsWith("claim:c1/a"),
    );
    expect(roles).toMatchObject([
      { "prov:activity": "claim:c1/annotation", "prov:agent": "person:u1", "prov:role": { $: "src:editor" } },
      {
        "prov:activity": "claim:c1/approval/1",
        "prov:agent": "person:u2",
        "prov:role": { $: "src:reviewer" },
      },
    ]);
    expect(relations(bundle, "wasGeneratedBy")).toContainEqual({
      "prov:entity": "claim:c1",
      "prov:activity": "claim:c1/annotation",
      "prov:time": "2026-01-02T09:00:00.000Z",
    });
  });

  it("joins nested claims and those that say the same", () => {
    const [bundle] = bundles(hardDocuments);
    expect(relations(bundle, "wasInfluencedBy")).toMatchObject([
      { "prov:influencee": "claim:c2", "prov:influencer": "claim:c1" },
    ]);
    expect(relations(bundle, "alternateOf")).toEqual([
      { "prov:alternate1": "claim:c3", "prov:alternate2": "claim:c1" },
    ]);
  });

  it("leaves out what nobody entered", () => {
    const [document] = hardDocuments;
    if (!document) throw new Error("the documents are gone");
    const article = { ...document.article, publishedAt: null, outlet: null };
    const [bundle] = bundles([{ ...document, article }]);
    expect(bundle?.entity?.["article:a1"]).not.toHaveProperty("src:outlet");
    expect(bundle?.entity?.["article:a1"]).not.toHaveProperty("src:publishedAt");
    expect(bundle?.entity?.["claim:c2"]).not.toHaveProperty("prov:value");
  });

  const script =
    "import sys\nfrom prov.model import ProvDocument\nd = ProvDocument.deserialize(content=sys.stdin.read(), format='json')\nprint(len(list(d.bundles)), sum(len(b.get_records()) for b in d.bundles))";
  // Debian's packages belong to Debian's own Python, which need not be the first on the path.
  const python = ["python3", "/usr/bin/python3"].find(
    (name) => spawnSync(name, ["-c", "import prov"]).status === 0,
  );
  const reason = python ? "" : " (skipped: python3-prov is not on this machine)";
  it.skipIf(python === undefined)(`is read by python3-prov, with every record${reason}`, () => {
    const text = written([...hardDocuments, ...nasty]);
    const { stdout, stderr } = spawnSync(python ?? "", ["-c", script], { input: text, encoding: "utf8" });
    const all: readonly Sections[] = Object.values(JSON.parse(text).bundle);
    const count = all.flatMap((bundle) =>
      Object.values(bundle).flatMap((section) => Object.keys(section)),
    ).length;
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe(`${all.length} ${count}`);
  });
});
