import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import * as layers from "#lib/db/layers.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { setWork } from "../articles/set-work.ts";
import { passages, read, start } from "./agreement.ts";
import { file } from "./file.ts";
import { reckonWaiting } from "./run.ts";

await testDatabase();

let room: Newsroom;
const asked = { seed: 7, resamples: 50, gamma: false };

/** Two editors have finished the article: alike on one claim, unlike on another, and one claim is one's alone. */
beforeEach(async () => {
  room = await newsroom({ mode: "blind" });
  const { spans } = room.text;
  for (const by of [room.editor, room.colleague]) {
    await claim(room, { spans: [spans[0]] }, by);
    await claim(
      room,
      { spans: [spans[3]], provenance: by === room.editor ? "own_observation" : "own_analysis" },
      by,
    );
  }
  await claim(room, { spans: [spans[4]] }, room.colleague);
  for (const by of [room.editor, room.colleague])
    value(await setWork(by, room.w, room.articleId, "finished"));
});

const release = (releasedAt: Date | null = new Date()) =>
  database().layer.updateMany({ where: { workspaceId: room.w }, data: { releasedAt } });
const reckoned = async (by: Person) => {
  value(await start(by, room.w, room.projectId, asked));
  await reckonWaiting(room.w);
  return value(await read(by, room.w, room.projectId));
};

describe("agreement", () => {
  it("is reckoned over released layers, with counts, and says which articles it is of", async () => {
    await release();
    const { report, articles, run } = await reckoned(room.reviewer);
    expect({ articles, run }).toEqual({ articles: 1, run: null });
    expect(report?.counts).toMatchObject({ articles: 1, claims: 5, units: 3, sharedUnits: 2 });
    expect(report?.unitizing.exactF1.value).toBeCloseTo(4 / 5);
    expect(Object.values(report?.titles ?? {})).toEqual(["An article"]);
    expect(report?.changed).toBe(0);
  });

  it("is the same for everybody who sees the same layers, without being reckoned again", async () => {
    await release();
    const { report } = await reckoned(room.reviewer);
    expect(value(await read(room.viewer, room.w, room.projectId)).report).toEqual(report);
  });

  it("is of none before release: every one sees one layer at most", async () => {
    for (const by of [room.viewer, room.editor, room.reviewer, room.admin, room.owner]) {
      expect(value(await read(by, room.w, room.projectId))).toEqual({ articles: 0, report: null, run: null });
      expect(outcome(await start(by, room.w, room.projectId, asked))).toBe("conflict nothing-to-compare");
    }
  });

  it("shows no report any more once a layer in it is hidden again", async () => {
    await release();
    await reckoned(room.reviewer);
    await release(null);
    expect(value(await read(room.reviewer, room.w, room.projectId)).report).toBeNull();
  });

  it("would show layers before release, were sight not asked for", async () => {
    vi.spyOn(layers, "layerIsVisible").mockReturnValue(Prisma.sql`true`);
    expect(value(await read(room.editor, room.w, room.projectId)).articles).toBe(1);
    vi.restoreAllMocks();
    expect(value(await read(room.editor, room.w, room.projectId)).articles).toBe(0);
  });

  it("counts an article only where its editors finished it", async () => {
    value(await setWork(room.colleague, room.w, room.articleId, "in_progress"));
    await release();
    expect(value(await read(room.reviewer, room.w, room.projectId)).articles).toBe(0);
  });

  it("has nothing to compare in a shared project", async () => {
    const shared = await newsroom();
    await claim(shared);
    expect(outcome(await start(shared.reviewer, shared.w, shared.projectId, asked))).toBe(
      "conflict nothing-to-compare",
    );
  });
});

describe("a report", () => {
  it("says what changed since, and takes a tally anew only of that", async () => {
    await release();
    await reckoned(room.reviewer);
    const kept = await database().agreementTally.findFirstOrThrow({ where: { workspaceId: room.w } });
    await release(null);
    await claim(room, { spans: [room.text.spans[2]] });
    await release();
    expect(value(await read(room.reviewer, room.w, room.projectId)).report?.changed).toBe(1);
    const { report } = await reckoned(room.reviewer);
    expect(report?.counts.claims).toBe(6);
    const after = await database().agreementTally.findFirstOrThrow({ where: { workspaceId: room.w } });
    expect(after.fingerprint).not.toBe(kept.fingerprint);
    await database().agreementTally.updateMany({ data: { tally: { broken: true } } });
    value(await start(room.reviewer, room.w, room.projectId, asked));
    await reckonWaiting(room.w);
    const { run } = value(await read(room.reviewer, room.w, room.projectId));
    expect(run?.state).toBe("failed");
  });

  it("is gone on with by whoever finds it, when its maker was cut off", async () => {
    await release();
    value(await start(room.reviewer, room.w, room.projectId, asked));
    await database().agreementRun.updateMany({
      where: { workspaceId: room.w },
      data: { state: "running", leasedUntil: new Date(Date.now() - 1) },
    });
    await reckonWaiting(room.w);
    expect(value(await read(room.reviewer, room.w, room.projectId)).report?.counts.articles).toBe(1);
  });

  it("is not begun twice for one who waits", async () => {
    await release();
    const first = value(await start(room.reviewer, room.w, room.projectId, asked));
    expect(value(await start(room.reviewer, room.w, room.projectId, asked)).id).toBe(first.id);
  });
});

describe("the passages behind a cell", () => {
  it("are the words that both marked, each with its claim, and only of layers one sees", async () => {
    await release();
    const [a = "", b = ""] = [room.editor.id, room.colleague.id].sort();
    const [row, column] =
      a === room.editor.id ? ["own_observation", "own_analysis"] : ["own_analysis", "own_observation"];
    const found = value(await passages(room.viewer, room.w, room.projectId, { a, b, row, column }));
    expect(found.count).toBe(1);
    expect(found.items[0]?.a?.fragments).toEqual(["Smoke rose"]);
    await release(null);
    const hidden = value(await passages(room.viewer, room.w, room.projectId, { a, b, row, column }));
    expect(hidden).toEqual({ count: 0, items: [] });
  });
});

describe("what is taken away", () => {
  const text = async (by: Person, what: "numbers" | "matrix") => {
    const { chunks } = value(
      await file(by, room.w, room.projectId, { what, bom: "false", cells: "guarded" }),
    );
    let all = "";
    for await (const chunk of chunks) all += chunk;
    return all.trimEnd().split("\r\n");
  };

  it("is every figure of the report, once there is one", async () => {
    await release();
    const query = { what: "numbers", bom: "false", cells: "guarded" } as const;
    expect(outcome(await file(room.viewer, room.w, room.projectId, query))).toBe(
      "conflict nothing-to-compare",
    );
    await reckoned(room.reviewer);
    const rows = await text(room.viewer, "numbers");
    expect(rows[0]).toBe("coder_a,coder_b,part,name,value,why,low,high,escaped");
    expect(rows.some((row) => row.startsWith(",,alpha,provenance,"))).toBe(true);
  });

  it("is the reliability data, a row a coder's claim, for whoever may take drafts away", async () => {
    await release();
    expect((await text(room.reviewer, "matrix")).length).toBe(1 + 5);
    const query = { what: "matrix", bom: "false", cells: "guarded" } as const;
    expect(outcome(await file(room.viewer, room.w, room.projectId, query))).toBe("not-found");
    await release(null);
    expect((await text(room.reviewer, "matrix")).length).toBe(1);
  });
});
