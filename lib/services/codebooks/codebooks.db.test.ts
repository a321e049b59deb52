import { beforeEach, describe, expect, it } from "vitest";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { claimPatch } from "#lib/contracts/claims.ts";
import type { PublishInput } from "#lib/contracts/codebooks.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { desk, outcome, type Person, value } from "../../../tests/support/people.ts";
import { changeArticle } from "../articles/change.ts";
import { get as readClaimDetail } from "../claims/read.ts";
import { revise } from "../claims/revise.ts";
import { changeProject } from "../projects/change.ts";
import { createProject } from "../projects/create.ts";
import * as look from "./look.ts";
import * as project from "./project.ts";
import { preview, publish } from "./publish.ts";
import * as codebooks from "./read.ts";

await testDatabase();

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

type Change = PublishInput["changes"][number];
const K = "sourceline";
const retire: Change = { kind: "retire", id: "own_analysis" };
const merge: Change = { kind: "merge", id: "own_observation", into: "own_analysis" };
const reword: Change = { kind: "reword", id: "own_observation", definition: "Only what the writer saw" };
const words = { label: "Gazette", definition: "", example: "", notToBeConfusedWith: "", decisionRule: "" };
const gazette: Change = { kind: "add", id: "gazette", family: "own_voice", checkRank: 1, ...words };

const out = (changes: readonly Change[], ifMatch = 1, by = room.admin) =>
  publish(by, room.w, K, ifMatch, { changes: [...changes], note: "So that it is clear" });
const pinned = async () => {
  const found = await database().project.findFirstOrThrow({
    where: { workspaceId: room.w, id: room.projectId },
  });
  return { version: found.codebookVersion, revision: found.revision };
};
const switchTo = async (version: number, by = room.admin) =>
  project.switchTo(by, room.w, room.projectId, (await pinned()).revision, { version });
const inProject = async (by: Person = room.editor, version?: number) =>
  value(await project.read(by, room.w, room.projectId, version));
const toLookAt = async (by: Person = room.editor, more: object = {}) =>
  value(await look.list(by, room.w, room.projectId, { limit: 50, ...more })).items;

describe("publishing", () => {
  it("adds a version and leaves the ones before, and the projects, as they were", async () => {
    const answer = value(await out([retire, gazette]));
    expect(answer.codebook.version).toBe(2);
    expect(answer.versions.map(({ version, createdBy }) => [version, createdBy])).toEqual([
      [2, room.admin.id],
      [1, null],
    ]);
    expect((await pinned()).version).toBe(1);
    expect(value(await codebooks.readVersion(room.viewer, room.w, K, 1)).codebook).toEqual(sourceline1);
    const second = value(await codebooks.readVersion(room.viewer, room.w, K, 2));
    expect(second.note).toBe("So that it is clear");
    expect(second.codebook.categories.find(({ id }) => id === "own_analysis")?.isRetired).toBe(true);
    expect(value(await codebooks.list(room.viewer, room.w)).items).toMatchObject([{ id: K, version: 2 }]);
  });

  it("is on record, with the changes, and announced", async () => {
    value(await out([retire]));
    const audit = await database().auditRow.findFirstOrThrow({
      where: { workspaceId: room.w, action: "codebook.published" },
    });
    expect(audit.detail).toEqual({ version: 2, note: "So that it is clear", changes: [retire] });
    const event = await database().outboxEvent.findFirstOrThrow({
      where: { workspaceId: room.w, kind: "codebook.published" },
    });
    expect(event.payload).toEqual({ codebookId: K, version: 2 });
  });

  it("is refused to whoever knew another version, with what is there now", async () => {
    const first = value(await out([retire]));
    expect(await out([gazette])).toEqual({ ok: false, failure: { kind: "stale", current: first } });
  });

  it("lets one of several who publish at once through, and tells the others", async () => {
    const people = [room.admin, room.owner, room.admin, room.owner];
    const done = await Promise.all(
      people.map((by, at) => out([{ kind: "reword", id: "hearsay", example: `Example ${at}` }], 1, by)),
    );
    expect(done.map(outcome).toSorted()).toEqual(["ok", "stale", "stale", "stale"]);
    const stored = await database().codebook.findMany({
      where: { workspaceId: room.w },
      orderBy: { version: "asc" },
    });
    expect(stored.map(({ version }) => version)).toEqual([1, 2]);
  });

  it("says what is wrong at the change it is about", async () => {
    const bad = await out([gazette, { kind: "merge", id: "hearsay", into: "hearsay" }]);
    expect(outcome(bad)).toBe("invalid /changes/1");
    expect(outcome(await out([{ kind: "rank", id: "hearsay", checkRank: 8 }]))).toBe("invalid /changes");
  });

  it("cannot be rewritten by the program itself", async () => {
    const [right] = await database().$queryRaw<{ may: boolean }[]>`
      select has_table_privilege('sourceline_app', 'codebooks', 'UPDATE')
        or has_table_privilege('sourceline_app', 'codebooks', 'DELETE') as may`;
    expect(right?.may).toBe(false);
  });

  it("is an admin's, and reading everybody's here and nobody's elsewhere", async () => {
    for (const by of [room.viewer, room.editor, room.reviewer]) {
      expect(outcome(await out([retire], 1, by))).toBe("not-found");
      expect(outcome(await preview(by, room.w, K, { changes: [retire] }))).toBe("not-found");
      expect(value(await codebooks.read(by, room.w, K)).mayEdit).toBe(false);
    }
    const foreign = await desk();
    const asked = [
      await out([retire], 1, foreign.owner),
      await codebooks.read(foreign.owner, room.w, K),
      await codebooks.read(room.owner, room.w, "another"),
      await codebooks.readVersion(room.owner, room.w, K, 2),
      await codebooks.changes(room.owner, room.w, K, { from: 1, to: 2 }),
      await project.read(foreign.owner, foreign.w, room.projectId, undefined),
      await project.switchTo(foreign.owner, foreign.w, room.projectId, 1, { version: 1 }),
      await look.list(foreign.owner, foreign.w, room.projectId, { limit: 5 }),
    ];
    expect(new Set(asked.map(outcome))).toEqual(new Set(["not-found"]));
    value(await out([retire]));
    expect(value(await codebooks.read(foreign.owner, foreign.w, K)).versions).toHaveLength(1);
  });
});

describe("a preview", () => {
  it("says what would differ, how many claims name it, and stores nothing", async () => {
    await claim(room);
    await claim(room);
    const seen = value(await preview(room.admin, room.w, K, { changes: [merge, retire].slice(0, 1) }));
    expect(seen).toMatchObject({
      ...{ from: 1, to: 2 },
      uses: [{ category: "own_observation", claims: 2 }],
      look: [{ category: "own_observation", reasons: [{ kind: "merged", into: ["own_analysis"] }] }],
    });
    expect(seen.categories.map(({ id, fields }) => [id, ...fields])).toEqual([
      ["own_observation", "isRetired", "mergedInto"],
    ]);
    expect(value(await codebooks.read(room.admin, room.w, K)).versions).toHaveLength(1);
  });

  it("is the same as the differences between the versions, once published", async () => {
    const { uses: _, ...seen } = value(await preview(room.admin, room.w, K, { changes: [reword, gazette] }));
    value(await out([reword, gazette]));
    expect(value(await codebooks.changes(room.viewer, room.w, K, { from: 1, to: 2 }))).toEqual(seen);
  });
});

describe("switching a project", () => {
  it("is known before by its claims, changes none of them, and is undone by switching back", async () => {
    const made = await claim(room);
    value(await out([merge]));
    expect(await inProject(room.editor, 2)).toMatchObject({
      pinned: 1,
      newest: 2,
      version: 2,
      claims: 1,
      looked: 0,
    });
    expect((await inProject()).claims).toBe(0);
    value(await switchTo(2));
    expect(await inProject()).toMatchObject({
      ...{ pinned: 2, claims: 1 },
      categories: [{ category: "own_observation", reasons: [{ kind: "merged", into: ["own_analysis"] }] }],
    });
    const after = value(await readClaimDetail(room.editor, room.w, made.id));
    expect([after.provenance, after.revision, after.state]).toEqual(["own_observation", 1, "draft"]);
    value(await switchTo(1));
    expect(await inProject()).toMatchObject({ pinned: 1, claims: 0 });
    const audit = await database().auditRow.findMany({
      where: { workspaceId: room.w, action: "project.codebook_switched" },
      orderBy: { number: "asc" },
    });
    expect(audit.map(({ detail }) => detail)).toEqual([
      { codebookId: K, from: 1, to: 2 },
      { codebookId: K, from: 2, to: 1 },
    ]);
  });

  it("offers what is new, and no more what is retired, except to claims that have it", async () => {
    const made = await claim(room, { provenance: "own_analysis" });
    value(await out([retire, gazette]));
    value(await switchTo(2));
    expect((await claim(room, { provenance: "gazette" })).provenance).toBe("gazette");
    await expect(claim(room, { provenance: "own_analysis" })).rejects.toThrow(/retired/u);
    const kept = await revise(room.editor, room.w, made.id, 1, claimPatch.parse({ statement: "So it goes" }));
    expect(value(kept).provenance).toBe("own_analysis");
  });

  it("is refused back to a version that does not have what claims were given since", async () => {
    value(await out([gazette]));
    value(await switchTo(2));
    const made = await claim(room, { provenance: "gazette" });
    const back = await switchTo(1);
    expect(back).toMatchObject({
      failure: { code: "category-in-use", current: { categories: ["gazette"] } },
    });
    value(await revise(room.editor, room.w, made.id, 1, claimPatch.parse({ provenance: "own_analysis" })));
    value(await switchTo(1));
    expect((await pinned()).version).toBe(1);
  });

  it("is refused to a stale reader, to the version it has, to none there is, and to all but admins", async () => {
    value(await out([retire]));
    const stale = await project.switchTo(room.admin, room.w, room.projectId, 99, { version: 2 });
    expect(outcome(stale)).toBe("stale");
    expect(outcome(await switchTo(1))).toBe("invalid /version");
    expect(outcome(await switchTo(7))).toBe("invalid /version");
    expect(outcome(await switchTo(2, room.reviewer))).toBe("not-found");
  });

  it("keeps an article from moving where its categories are not known", async () => {
    const other = value(
      await createProject(room.owner, room.w, {
        ...{ name: "Elsewhere", description: "", mode: "shared", approvalsNeeded: 1, layersPerArticle: 2 },
      }),
    );
    value(await out([gazette]));
    value(await switchTo(2));
    await claim(room, { provenance: "gazette" });
    const moved = await changeArticle(room.owner, room.w, room.articleId, 1, { projectId: other.id });
    expect(outcome(moved)).toBe("conflict category-in-use");
  });

  it("gives new projects the newest version", async () => {
    value(await out([retire]));
    const made = await createProject(room.owner, room.w, {
      ...{ name: "Later", description: "", mode: "shared", approvalsNeeded: 1, layersPerArticle: 2 },
    });
    expect(value(made).codebook).toEqual({ id: K, version: 2 });
  });
});

describe("another look", () => {
  it("is asked for a claim by its links too, with every reason, and not for what did not change", async () => {
    const courier = await source(room);
    const chained = await claim(room, { chain: [{ category: "media_report", sources: [courier] }] });
    await claim(room, { provenance: "own_analysis" });
    value(await out([{ kind: "reword", id: "media_report", definition: "Other", decisionRule: "Other" }]));
    value(await switchTo(2));
    expect(await toLookAt()).toMatchObject([
      {
        id: chained.id,
        articleTitle: "An article",
        exact: room.text.text.slice(room.text.span.start, room.text.span.end),
        categories: [
          {
            category: "media_report",
            reasons: [{ kind: "definition" }, { kind: "decision_rule" }],
          },
        ],
        looked: null,
        mayLook: true,
      },
    ]);
  });

  it("is done once somebody says so, until the category changes again, and can be taken back", async () => {
    const made = await claim(room);
    value(await out([reword]));
    value(await switchTo(2));
    expect(value(await look.put(room.colleague, room.w, made.id, 1))).toMatchObject({
      revision: 1,
      version: 2,
    });
    expect(await inProject()).toMatchObject({ claims: 1, looked: 1 });
    expect(await toLookAt(room.editor, { looked: false })).toEqual([]);
    expect((await toLookAt(room.editor, { looked: true }))[0]?.looked?.by).toBe(room.colleague.id);
    value(await out([{ kind: "reword", id: "hearsay", definition: "Other" }], 2));
    value(await switchTo(3));
    expect(await inProject()).toMatchObject({ claims: 1, looked: 1 });
    value(await out([{ ...reword, definition: "Yet another" }], 3));
    value(await switchTo(4));
    expect(await inProject()).toMatchObject({ claims: 1, looked: 0 });
    value(await look.put(room.editor, room.w, made.id, 1));
    value(await look.remove(room.editor, room.w, made.id));
    expect(await inProject()).toMatchObject({ claims: 1, looked: 0 });
  });

  it("is over when the category is chosen anew, and not when only other words change", async () => {
    const made = await claim(room);
    value(await out([reword]));
    value(await switchTo(2));
    value(await revise(room.editor, room.w, made.id, 1, claimPatch.parse({ statement: "It rained" })));
    expect((await inProject()).claims).toBe(1);
    value(await revise(room.editor, room.w, made.id, 2, claimPatch.parse({ provenance: "own_analysis" })));
    value(await revise(room.editor, room.w, made.id, 3, claimPatch.parse({ provenance: "own_observation" })));
    expect((await inProject()).claims).toBe(0);
  });

  it("is not over for a nested claim because the claim above it was written anew", async () => {
    const courier = await source(room);
    const [outer, inner] = room.text.spans;
    const chain = [{ category: "media_report", sources: [courier] }];
    const parent = await claim(room, { spans: [outer], chain });
    const nested = await claim(room, {
      ...{ spans: [inner], parentId: parent.id },
      ownChain: [{ category: "named_statement", sources: [courier] }],
    });
    value(await out([{ kind: "reword", id: "named_statement", definition: "Other" }]));
    value(await switchTo(2));
    const other = claimPatch.parse({ chain: [{ category: "wire_copy", sources: [courier] }] });
    value(await revise(room.editor, room.w, parent.id, 1, other));
    expect((await toLookAt()).map(({ id, revision }) => [id, revision])).toEqual([[nested.id, 2]]);
  });

  it("names a look at the revision there is, and none at a stale or a removed one", async () => {
    const made = await claim(room);
    expect(outcome(await look.put(room.editor, room.w, made.id, 7))).toBe("stale");
    expect(outcome(await look.put(room.viewer, room.w, made.id, 1))).toBe("not-found");
    await database().claim.updateMany({ where: { id: made.id }, data: { removedAt: new Date() } });
    expect(outcome(await look.put(room.editor, room.w, made.id, 1))).toBe("conflict is-removed");
  });

  it("is paged in the order claims were made, and narrowed by category", async () => {
    const made = [];
    for (let n = 0; n < 5; n += 1)
      made.push((await claim(room, n === 3 ? { provenance: "own_analysis" } : {})).id);
    value(await out([reword, { kind: "reword", id: "own_analysis", definition: "Other" }]));
    value(await switchTo(2));
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await look.list(room.viewer, room.w, room.projectId, { limit: 2, after }));
      found.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(found).toEqual(made);
    expect((await toLookAt(room.editor, { category: "own_analysis" })).map(({ id }) => id)).toEqual([
      made[3],
    ]);
    expect(outcome(await look.list(room.editor, room.w, room.projectId, { limit: 2, after: "x" }))).toBe(
      "invalid /after",
    );
  });
});

describe("what one may not see", () => {
  it("is neither counted nor listed: other editors' blind layers, and restricted projects", async () => {
    const blind = await newsroom({ mode: "blind" });
    room = blind;
    const made = await claim(blind);
    value(await out([reword]));
    value(await switchTo(2));
    const seen = async (by: Person) => [
      value(await codebooks.read(by, blind.w, K)).uses.length,
      (await inProject(by)).claims,
      (await toLookAt(by)).length,
      outcome(await look.put(by, blind.w, made.id, 1)),
    ];
    for (const by of [blind.viewer, blind.colleague, blind.reviewer, blind.admin, blind.owner]) {
      expect(await seen(by)).toEqual([0, 0, 0, "not-found"]);
    }
    const { uses } = value(await preview(blind.admin, blind.w, K, { changes: [retire, reword] }));
    expect(uses).toEqual([]);
    expect(await seen(blind.editor)).toEqual([1, 1, 1, "ok"]);
    await database().layer.updateMany({ where: { workspaceId: blind.w }, data: { releasedAt: new Date() } });
    expect((await inProject(blind.colleague)).claims).toBe(1);
    const { revision } = await pinned();
    const restriction = { restricted: true, memberIds: [blind.editor.id] };
    value(await changeProject(blind.admin, blind.w, blind.projectId, revision, restriction));
    expect(value(await codebooks.read(blind.viewer, blind.w, K))).toMatchObject({ uses: [], projects: [] });
    expect((await inProject(blind.admin)).claims).toBe(0);
    expect(outcome(await look.list(blind.admin, blind.w, blind.projectId, { limit: 5 }))).toBe("not-found");
  });
});
