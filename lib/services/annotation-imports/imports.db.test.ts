import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join, outcome, type Person, person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { trashArticle } from "../articles/trash.ts";
import { history, ofArticle } from "../claims/read.ts";
import { submit } from "../claims/transitions.ts";
import { changeImport, createImport, discardImport, getImport, listImports } from "./imports.ts";
import { runImport } from "./run.ts";
import { readUndo, undoImport } from "./undo.ts";

await testDatabase();

const refuse = { onProblems: "refuse", submit: false } as const;
const skip = { onProblems: "skip", submit: false } as const;
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

/** A text with annotations in brat's format: `[name]` of the text are the spans of the lines, by number. */
const storm = {
  text: "The mayor said the storm would pass. Rain fell.\n",
  ann: [
    "T1\tSource 0 9\tThe mayor",
    "T2\tCue 10 14\tsaid",
    "T3\tContent 15 35\tthe storm would pass",
    "T4\tAttribution 10 14\tsaid",
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
    "",
  ].join("\n"),
};
const brat = ({ text, ann }: { text: string; ann: string } = storm, name = "storm") => [
  file(`${name}.txt`, text),
  file(`${name}.ann`, ann),
];
const choice = { labels: { Attribution: "official_statement" } };

async function looked(by: Person, w: string, p: string, files = brat()) {
  return value(await createImport(by, w, p, { files }));
}
async function mapped(by: Person, w: string, p: string, files = brat()) {
  const { id } = await looked(by, w, p, files);
  return value(await changeImport(by, w, p, id, choice));
}
const claimsIn = (w: string) => database().claim.count({ where: { workspaceId: w, removedAt: null } });

describe("looking at others' annotations", () => {
  it("says what would come in, and stores none of it", async () => {
    const { w, p, owner } = await desk();
    const seen = await looked(owner, w, p);
    expect(seen).toMatchObject({
      state: "previewed",
      format: "brat",
      fileNames: ["storm.txt", "storm.ann"],
      actions: ["change", "run", "discard"],
    });
    expect(seen.preview.labels).toEqual([
      {
        label: "Attribution",
        count: 1,
        example: "the storm would pass",
        category: null,
        isDecided: false,
      },
    ]);
    expect(seen.problems).toMatchObject([{ code: "unmapped-label", severity: "row", file: "storm.ann" }]);
    expect(seen.preview.counts.articles).toEqual({ new: 1, known: 0, leftOut: 0 });
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(0);
  });

  it("makes the preview anew when a label is mapped", async () => {
    const { w, p, owner } = await desk();
    const seen = await mapped(owner, w, p);
    expect(seen.problems).toEqual([]);
    expect(seen.preview.counts).toMatchObject({
      claims: { found: 1, ready: 1, already: 0, leftOut: 0 },
      sources: { new: 1, matched: 0 },
    });
    expect(seen.preview.claims).toMatchObject([
      { exact: "the storm would pass", provenance: "official_statement" },
    ]);
    expect(seen.mapping.labels).toEqual(choice.labels);
  });

  it("refuses a category that is not there, and a layer that is not the importer's", async () => {
    const { w, p, owner } = await desk();
    const { id } = await looked(owner, w, p);
    const change = async (patch: object) => outcome(await changeImport(owner, w, p, id, patch));
    expect(await change({ labels: { Attribution: "gossip" } })).toBe("invalid /labels/Attribution");
    expect(await change({ annotators: { "": "mine" } })).toBe("invalid /annotators/");
    expect(await change({ labels: { "a/b": "gossip" } })).toBe("invalid /labels/a~1b");
  });

  it("lists a project's imports, newest first, without what was discarded", async () => {
    const { w, p, owner } = await desk();
    const first = await looked(owner, w, p);
    const second = await looked(owner, w, p);
    const page = value(await listImports(owner, w, p, { limit: 1 }));
    expect(page.items.map(({ id }) => id)).toEqual([second.id]);
    const rest = value(await listImports(owner, w, p, { limit: 9, ...(page.next && { after: page.next }) }));
    expect(rest.items.map(({ id }) => id)).toEqual([first.id]);
    expect(value(await discardImport(owner, w, p, second.id)).state).toBe("discarded");
    expect(value(await listImports(owner, w, p, { limit: 9 })).items.map(({ id }) => id)).toEqual([first.id]);
    expect(outcome(await runImport(owner, w, p, second.id, refuse))).toBe("conflict import-gone");
  });
});

describe("taking them in", () => {
  it("stores articles, sources and claims as drafts, on the record, with one event an article", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    const done = value(await runImport(owner, w, p, id, refuse));
    expect(done).toMatchObject({ state: "done", progress: 1, actions: ["undo"] });
    expect(done.result).toMatchObject({
      articles: { created: 1, matched: 0 },
      claims: { created: 1, submitted: 0, already: 0, leftOut: 0 },
      sources: { created: 1, matched: 0 },
    });
    const [article] = done.result?.articleRows ?? [];
    const { items } = value(await ofArticle(owner, w, article?.id ?? ""));
    expect(items).toMatchObject([
      {
        state: "draft",
        revision: 1,
        provenance: "official_statement",
        depth: 1,
        spans: [{ start: 15, end: 35 }],
        createdBy: owner.id,
        chain: [{ mention: [{ start: 0, end: 9 }], cue: [{ start: 10, end: 14 }] }],
      },
    ]);
    expect(value(await history(owner, w, items[0]?.id ?? "")).items).toMatchObject([
      { action: "claim.import" },
    ]);
    const where = { workspaceId: w };
    const events = await database().outboxEvent.findMany({ where, orderBy: { number: "asc" } });
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(["article.imported", "claims.imported"]);
    const audits = await database().auditRow.findMany({ where, orderBy: { number: "asc" } });
    expect(audits.slice(-2).map(({ action }) => action)).toEqual([
      "article.imported",
      "annotations.imported",
    ]);
  });

  it("submits what comes in when asked, and approves nothing", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    const done = value(await runImport(owner, w, p, id, { ...refuse, submit: true }));
    expect(done.result?.claims.submitted).toBe(1);
    const claims = await database().claim.findMany({ where: { workspaceId: w } });
    expect(claims).toMatchObject([
      { state: "submitted", approvedRevision: null, submittedAt: expect.any(Date) },
    ]);
  });

  it("stores nothing twice: the same files again stand there already", async () => {
    const { w, p, owner } = await desk();
    value(await runImport(owner, w, p, (await mapped(owner, w, p)).id, refuse));
    const again = await mapped(owner, w, p);
    expect(again.preview.counts).toMatchObject({
      articles: { new: 0, known: 1, leftOut: 0 },
      claims: { found: 1, ready: 0, already: 1 },
    });
    value(await runImport(owner, w, p, again.id, refuse));
    expect(await claimsIn(w)).toBe(1);
  });

  it("runs once: a second run and a run beside it are told so", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    const both = await Promise.all([1, 2].map(() => runImport(owner, w, p, id, refuse)));
    expect(both.map(outcome).sort()).toEqual(["conflict import-running", "ok"]);
    expect(outcome(await runImport(owner, w, p, id, refuse))).toBe("conflict import-done");
    expect(await claimsIn(w)).toBe(1);
  });

  it("answers a repeated request from the first", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    const keyed = { ...owner, idempotency: { route: "POST /run", key: "k", requestHash: "h" } };
    const first = value(await runImport(keyed, w, p, id, refuse));
    expect(value(await runImport(keyed, w, p, id, refuse))).toEqual(first);
  });

  it("keeps a source that the registry knows by its name", async () => {
    const { w, p, owner } = await desk();
    const known = newId();
    await database().source.create({
      data: {
        ...{ workspaceId: w, id: known, name: "the MAYOR", type: "person" },
        ...{ identification: "office_only", createdBy: owner.id },
      },
    });
    const { id } = await mapped(owner, w, p);
    const done = value(await runImport(owner, w, p, id, refuse));
    expect(done.result?.sources).toEqual({ created: 0, matched: 1 });
    const links = await database().claimLinkSource.findMany({ where: { workspaceId: w } });
    expect(links.map(({ sourceId }) => sourceId)).toEqual([known]);
  });
});

describe("problems", () => {
  const broken = { ...storm, ann: `${storm.ann}T9\tContent 40 900\tnothing there\n` };

  it("let nothing in while one leaves something out", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p, brat(broken));
    expect(outcome(await runImport(owner, w, p, id, refuse))).toBe("conflict import-has-problems");
    const after = value(await getImport(owner, w, p, id));
    expect(after).toMatchObject({ state: "failed", failure: expect.stringContaining("Nothing came in") });
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(0);
    value(await runImport(owner, w, p, id, skip));
    expect(await claimsIn(w)).toBe(1);
  });

  it("name file, line and what is wrong", async () => {
    const { w, p, owner } = await desk();
    const { problems } = await mapped(owner, w, p, brat(broken));
    expect(problems).toMatchObject([{ file: "storm.ann", line: 6, at: "T9", severity: "row" }]);
  });

  it("hold a run up until every label is decided, and skipping decides none", async () => {
    const { w, p, owner } = await desk();
    const { id } = await looked(owner, w, p);
    expect(outcome(await runImport(owner, w, p, id, skip))).toBe("conflict labels-unmapped");
    value(await changeImport(owner, w, p, id, { labels: { Attribution: null } }));
    const done = value(await runImport(owner, w, p, id, skip));
    expect(done.result?.claims).toMatchObject({ created: 0, leftOut: 1 });
  });
});

describe("layers", () => {
  async function blind() {
    const { w, p, owner } = await desk();
    await database().project.updateMany({ where: { workspaceId: w }, data: { mode: "blind" } });
    const editor = await join(w, "editor", await person("Edda"));
    const colleague = await join(w, "editor", await person("Colin"));
    return { w, p, owner, editor, colleague };
  }

  it("are one's own in a blind project, and nobody else sees the import", async () => {
    const { w, p, owner, editor, colleague } = await blind();
    const { id } = await mapped(editor, w, p);
    value(await runImport(editor, w, p, id, refuse));
    const layers = await database().layer.findMany({ where: { workspaceId: w } });
    expect(layers).toMatchObject([{ kind: "editor", ownerId: editor.id }]);
    for (const other of [colleague, owner]) {
      expect(outcome(await getImport(other, w, p, id))).toBe("not-found");
      expect(value(await listImports(other, w, p, { limit: 9 })).items).toEqual([]);
    }
  });

  it("of another member are an admin's to fill, and the work counts as the member's", async () => {
    const { w, p, owner, editor, colleague } = await blind();
    const own = await looked(editor, w, p);
    const forColleague = { annotators: { "": colleague.id } };
    expect(outcome(await changeImport(editor, w, p, own.id, forColleague))).toBe("invalid /annotators/");
    const { id } = await mapped(owner, w, p);
    value(await changeImport(owner, w, p, id, forColleague));
    value(await runImport(owner, w, p, id, refuse));
    const claims = await database().claim.findMany({ where: { workspaceId: w }, include: { layer: true } });
    expect(claims).toMatchObject([{ createdBy: colleague.id, layer: { ownerId: colleague.id } }]);
  });

  it("of somebody who is no member, or only looks on, are none", async () => {
    const { w, p, owner } = await blind();
    const viewer = await join(w, "viewer");
    const stranger = await person();
    const { id } = await looked(owner, w, p);
    for (const who of [viewer, stranger]) {
      expect(outcome(await changeImport(owner, w, p, id, { annotators: { "": who.id } }))).toBe(
        "invalid /annotators/",
      );
    }
  });

  it("stay closed to one who was no longer an admin when it ran", async () => {
    const { w, p, owner, colleague } = await blind();
    const admin = await join(w, "admin");
    const { id } = await mapped(admin, w, p);
    value(await changeImport(admin, w, p, id, { annotators: { "": colleague.id } }));
    await database().membership.updateMany({ where: { userId: admin.id }, data: { role: "editor" } });
    expect(outcome(await runImport(admin, w, p, id, refuse))).toBe("invalid /annotators/");
    expect(owner.id).not.toBe(admin.id);
    expect(await claimsIn(w)).toBe(0);
  });
});

describe("taking an import back", () => {
  it("removes what nobody touched and trashes articles that hold nothing else", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    value(await runImport(owner, w, p, id, refuse));
    expect(value(await readUndo(owner, w, p, id))).toEqual({
      claims: { removed: 1, kept: 0 },
      articles: { trashed: 1, kept: 0 },
    });
    expect(value(await undoImport(owner, w, p, id))).toMatchObject({ state: "undone", actions: [] });
    expect(await claimsIn(w)).toBe(0);
    expect(await database().article.count({ where: { workspaceId: w, trashedAt: null } })).toBe(0);
    expect(outcome(await undoImport(owner, w, p, id))).toBe("conflict import-undone");
    const again = await mapped(owner, w, p);
    value(await runImport(owner, w, p, again.id, refuse));
    expect(await claimsIn(w)).toBe(1);
  });

  it("leaves a claim that was handed in since, and its article", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    value(await runImport(owner, w, p, id, refuse));
    const claim = await database().claim.findFirstOrThrow({ where: { workspaceId: w } });
    value(await submit(owner, w, claim.id, 1));
    expect(value(await readUndo(owner, w, p, id))).toEqual({
      claims: { removed: 0, kept: 1 },
      articles: { trashed: 0, kept: 1 },
    });
    value(await undoImport(owner, w, p, id));
    expect(await claimsIn(w)).toBe(1);
  });

  it("is nothing where nothing came in", async () => {
    const { w, p, owner } = await desk();
    const { id } = await looked(owner, w, p);
    expect(outcome(await readUndo(owner, w, p, id))).toBe("conflict import-not-run");
    expect(outcome(await undoImport(owner, w, p, id))).toBe("conflict import-not-run");
  });

  it("is the importer's and an admin's", async () => {
    const { w, p, owner } = await desk();
    const editor = await join(w, "editor");
    const colleague = await join(w, "editor");
    const { id } = await mapped(editor, w, p);
    expect(outcome(await runImport(colleague, w, p, id, refuse))).toBe("not-found");
    value(await runImport(editor, w, p, id, refuse));
    expect(outcome(await undoImport(colleague, w, p, id))).toBe("not-found");
    value(await undoImport(owner, w, p, id));
  });
});

describe("where articles are known", () => {
  it("by their text: claims are marked in the article that is there", async () => {
    const { w, p, owner } = await desk();
    const there = value(await importArticle(owner, w, p, { text: storm.text }));
    const { id } = await mapped(owner, w, p);
    const done = value(await runImport(owner, w, p, id, refuse));
    expect(done.result?.articleRows).toEqual([{ id: there.id, title: there.title, isNew: false, claims: 1 }]);
  });

  it("one in the trash stays there: the text comes in anew", async () => {
    const { w, p, owner } = await desk();
    const there = value(await importArticle(owner, w, p, { text: storm.text }));
    value(await trashArticle(owner, w, there.id));
    const { id } = await mapped(owner, w, p);
    const done = value(await runImport(owner, w, p, id, refuse));
    expect(done.result?.articles).toEqual({ created: 1, matched: 0 });
  });

  it("a text that came in between looking and running is found", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    const there = value(await importArticle(owner, w, p, { text: storm.text }));
    const done = value(await runImport(owner, w, p, id, refuse));
    expect(done.result?.articleRows.map((row) => row.id)).toEqual([there.id]);
  });

  it("an archived project takes nothing in", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    await database().project.updateMany({ where: { workspaceId: w }, data: { archivedAt: new Date() } });
    expect(outcome(await createImport(owner, w, p, { files: brat() }))).toBe("conflict project-archived");
    expect(outcome(await runImport(owner, w, p, id, refuse))).toBe("conflict project-archived");
    expect(await claimsIn(w)).toBe(0);
  });
});
