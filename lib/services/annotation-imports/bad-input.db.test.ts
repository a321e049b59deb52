import { describe, expect, it } from "vitest";
import { jsonOf } from "#core/export/own-files.cases.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { documentOf, hop } from "../../../tests/support/laws/documents.ts";
import { desk, join, outcome, value } from "../../../tests/support/people.ts";
import { zipOf } from "../../../tests/support/zips.ts";
import { importArticle } from "../articles/import-article.ts";
import { createImport } from "./imports.ts";
import { runImport } from "./run.ts";

await testDatabase();

const skip = { onProblems: "skip", submit: false } as const;
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

type Spoilt = {
  readonly article: { version: { sha256: string | null; text: string | null } };
  readonly claim: { provenance: string };
  readonly span: { end: number; exact: string };
  readonly hop: { category: string; sources: string[] };
  readonly sources: { id: string }[];
};

/** An article of own JSON with one claim, after `change` has made it wrong. */
function spoiled(change: (parts: Spoilt) => void, id: string = newId()): File {
  const made = documentOf({
    id,
    title: "Fog",
    source: "[The pilot] said [fog lay over the harbour].",
    claims: ({ quote }) => [
      {
        id: newId(),
        spans: quote(1),
        statement: "Fog lay over the harbour.",
        chain: [hop("official_statement", ["s3"], { mention: quote(0) })],
      },
    ],
  });
  const document = JSON.parse(jsonOf([made]));
  const [article] = document.articles;
  const [claim] = document.claims;
  article.version.sha256 = null;
  const [[span], [first]] = [claim.spans, claim.chain];
  change({ article, claim, span, hop: first, sources: document.sources });
  return file("own.json", JSON.stringify(document));
}

async function look(files: readonly File[], format?: string) {
  const { w, p, owner } = await desk();
  const answer = await createImport(owner, w, p, { files, format });
  return { w, p, owner, answer };
}
async function codes(files: readonly File[]): Promise<string[]> {
  const { answer } = await look(files);
  return value(answer)
    .problems.filter(({ severity }) => severity !== "note")
    .map(({ code }) => code);
}
const nothingIn = async (w: string) => {
  expect(await database().article.count({ where: { workspaceId: w } })).toBe(0);
  expect(await database().annotationImport.count({ where: { workspaceId: w } })).toBe(0);
};

describe("what cannot be opened is refused, and nothing is kept", () => {
  const rain = { name: "a.txt", content: "It rained." };
  const cases: readonly (readonly [what: string, files: readonly File[], format: string | undefined])[] = (
    [
      ["no files", []],
      ["an empty file", [file("a.json", "")]],
      ["white space", [file("a.json", " \n ")]],
      ["a zip bomb by its own word", [file("a.zip", zipOf([{ ...rain, size: 4_000_000_000 }]))]],
      [
        "a zip bomb that lies",
        [file("a.zip", zipOf([{ name: "a.txt", content: "a".repeat(9_000_000), size: 9 }]))],
      ],
      ["a zip that leads out of itself", [file("a.zip", zipOf([{ ...rain, name: "../../a.txt" }]))]],
      ["a zip of a million files", [file("a.zip", zipOf([rain], 65_535))]],
      ["a zip in a zip", [file("a.zip", zipOf([{ name: "b.zip", content: zipOf([rain]) }]))]],
      ["an empty zip", [file("a.zip", zipOf([]))]],
      ["a picture", [file("a.json", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3))]],
      ["a text of no format", [file("a.json", "It rained.")]],
      ["a format that is only written", [file("a.txt", "It rained.")], "xlsx"],
    ] as readonly (readonly [string, readonly File[], string?])[]
  ) // The last is given where it matters.
    .map(([what, files, format]) => [what, files, format]);
  it.each(cases)("%s", async (_, files, format) => {
    const { answer, w } = await look(files, format);
    expect(outcome(answer)).toBe("invalid /files");
    await nothingIn(w);
  });

  it("JSON a million deep", async () => {
    const deep = `{"format":"sourceline/1","articles":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)},"sources":[],"claims":[]}`;
    const { answer, w } = await look([file("deep.json", deep)]);
    if (answer.ok) expect(answer.value.preview.counts.claims.ready).toBe(0);
    else expect(outcome(answer)).toBe("invalid /files");
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(0);
  });
});

describe("what can be opened says what is wrong in it", () => {
  it("a file of another format than named", async () => {
    const { answer } = await look([file("a.json", "It rained.")], "json");
    expect(value(answer)).toMatchObject({ problems: [{ severity: "file" }], preview: { articles: [] } });
  });

  it("a text with NUL", async () => {
    expect(await codes([file("a.txt", "Rain\0fell."), file("a.ann", "T1\tClaim 0 4\tRain\n")])).not.toEqual(
      [],
    );
  });

  it("an encoding that was guessed", async () => {
    const text = "L'été était fini, à Orléans déjà. ".repeat(9);
    const latin = new Uint8Array(Buffer.from(text, "latin1"));
    const { answer } = await look([file("a.txt", latin), file("a.ann", "T1\tClaim 0 5\tL'été\n")]);
    expect(value(answer).problems).toMatchObject([
      { code: "guessed-encoding", severity: "note" },
      { code: "unmapped-label" },
    ]);
  });

  it("spans outside of the text, and words that do not stand there", async () => {
    expect(
      await codes([
        spoiled(({ span }) => {
          span.end = 9_000;
        }),
      ]),
    ).not.toEqual([]);
    expect(
      await codes([
        spoiled(({ span }) => {
          span.exact = "snow";
        }),
      ]),
    ).not.toEqual([]);
  });

  it("a text that is not the one its hash speaks of", async () => {
    const changed = spoiled(({ article }) => {
      article.version.sha256 = "0".repeat(64);
    });
    expect(await codes([changed])).toContain("text-differs");
  });

  it("a text other than the one the project holds under its id", async () => {
    const { w, p, owner } = await desk();
    const there = value(await importArticle(owner, w, p, { text: "Something else." }));
    const seen = value(await createImport(owner, w, p, { files: [spoiled(() => {}, there.id)] }));
    expect(seen.problems).toMatchObject([{ code: "text-differs", severity: "row" }]);
    expect(seen.preview.counts.articles).toEqual({ new: 0, known: 0, leftOut: 1 });
  });

  it("a text that nobody has", async () => {
    expect(
      await codes([
        spoiled(({ article }) => {
          article.version.text = null;
        }),
      ]),
    ).toContain("text-missing");
  });

  it("a category the codebook lacks waits for a choice", async () => {
    const odd = spoiled(({ claim, hop: first }) => {
      first.category = "gossip";
      claim.provenance = "gossip";
    });
    const { answer } = await look([odd]);
    expect(value(answer).preview.labels).toMatchObject([{ label: "gossip", count: 1, isDecided: false }]);
  });

  it("labels that every object has names for are labels like any other", async () => {
    const text = "Rain fell. Snow fell.";
    const ann = "T1\t__proto__ 0 4\tRain\nT2\tconstructor 11 15\tSnow\n";
    const { answer } = await look([file("a.txt", text), file("a.ann", ann)]);
    expect(value(answer).preview.labels.map(({ isDecided }) => isDecided)).toEqual([false, false]);
  });
});

describe("sources", () => {
  it("of another workspace are made anew here under their own id, and tell nothing of it", async () => {
    const other = await desk();
    const foreign = newId();
    await database().source.create({
      data: {
        ...{ workspaceId: other.w, id: foreign, name: "Their pilot", type: "person" },
        ...{ identification: "named_person", createdBy: other.owner.id },
      },
    });
    const { w, p, owner } = await desk();
    const given = spoiled(({ sources, hop: first }) => {
      for (const source of sources) if (source.id === "s3") source.id = foreign;
      first.sources = [foreign];
    });
    const { id, preview } = value(await createImport(owner, w, p, { files: [given] }));
    expect(JSON.stringify(preview)).not.toContain("Their pilot");
    value(await runImport(owner, w, p, id, skip));
    const made = await database().source.findMany({ where: { workspaceId: w } });
    expect(made.map((source) => source.id)).toEqual([foreign]);
    expect(made.map(({ name }) => name)).not.toContain("Their pilot");
  });

  it("of another article, where nobody knows their name, are not this one's to name", async () => {
    const { w, p, owner } = await desk();
    const hidden = newId();
    const article = value(await importArticle(owner, w, p, { text: "Hidden." }));
    await database().source.create({
      data: {
        ...{ workspaceId: w, id: hidden, name: "A hidden clerk", type: "person", articleId: article.id },
        ...{ identification: "unnamed_described", createdBy: owner.id },
      },
    });
    const editor = await join(w, "editor");
    const given = spoiled(({ sources, hop: first }) => {
      for (const source of sources) if (source.id === "s3") source.id = hidden;
      first.sources = [hidden];
    });
    const { id } = value(await createImport(editor, w, p, { files: [given] }));
    const done = value(await runImport(editor, w, p, id, skip));
    expect(done.result?.idChanges.filter(({ kind }) => kind === "source")).toMatchObject([{ from: hidden }]);
    const links = await database().claimLinkSource.findMany({ where: { workspaceId: w } });
    expect(links.map(({ sourceId }) => sourceId)).not.toContain(hidden);
  });
});
