import { describe, expect, it } from "vitest";
import { enterWorkspace, type Permit } from "#lib/authz/authorize.ts";
import { claimPatch, reviewCreate } from "#lib/contracts/claims.ts";
import { descendantIds, lockClaims } from "#lib/db/claims.ts";
import { database } from "#lib/db/client.ts";
import { isCollision } from "#lib/db/collision.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { newId } from "#lib/platform/ids.ts";
import { acceptProposal } from "#lib/services/claims/accept-proposal.ts";
import { revise } from "#lib/services/claims/revise.ts";
import { submit } from "#lib/services/claims/transitions.ts";
import { decide } from "#lib/services/reviews/reviews.ts";
import { call, type Reply, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../support/factories.ts";
import { outcome, value } from "../support/people.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const PATIENCE = 60_000;
const TIMES = 4;

const permitOf = ({ w, editor }: Newsroom): Permit<"workspace:read"> =>
  enterWorkspace({ userId: editor.id, workspaceId: w, role: "editor" });

/** Two that wait until both have come. */
function meeting(): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resume) => {
    open = resume;
  });
  return () => {
    come += 1;
    if (come >= 2) open();
    return both;
  };
}

/** Each locks one claim, waits until the other has the other one, and asks for that. */
async function crossing(room: Newsroom, attempts?: number) {
  const [one, other] = [await claim(room), await claim(room)];
  const met = meeting();
  const runs = { count: 0 };
  const cross = (first: string, second: string) =>
    inWorkspace(
      permitOf(room),
      async (tx) => {
        runs.count += 1;
        await lockClaims(tx, permitOf(room), [first], "update");
        await met();
        await lockClaims(tx, permitOf(room), [second], "share");
      },
      attempts === undefined ? {} : { attempts },
    );
  const ended = await Promise.allSettled([cross(one.id, other.id), cross(other.id, one.id)]);
  return { ended: ended.map(({ status }) => status).toSorted(), failures: ended, runs: runs.count };
}

describe("two transactions that wait for each other", () => {
  it("both end well: the one the database ends runs again", { timeout: PATIENCE }, async () => {
    const { ended, runs } = await crossing(await newsroom());
    expect(ended).toEqual(["fulfilled", "fulfilled"]);
    expect(runs).toBeGreaterThan(2);
  });

  it("fail without running again (control)", { timeout: PATIENCE }, async () => {
    const { ended, failures } = await crossing(await newsroom(), 1);
    expect(ended).toEqual(["fulfilled", "rejected"]);
    const failure = failures.find((one) => one.status === "rejected");
    expect(isCollision(failure?.reason)).toBe(true);
  });

  it("run again only for a collision", async () => {
    let runs = 0;
    const broken = inWorkspace(permitOf(await newsroom()), async (tx) => {
      runs += 1;
      await tx.$queryRaw`select 1 / 0`;
    });
    await expect(broken).rejects.toThrow();
    expect(runs).toBe(1);
  });

  it("give up in the end", async () => {
    let runs = 0;
    const room = await newsroom();
    const id = await source(room);
    const taken = inWorkspace(
      permitOf(room),
      async (tx) => {
        runs += 1;
        const data = { workspaceId: room.w, id, name: "", type: "news_media", createdBy: room.owner.id };
        await tx.source.create({ data: { ...data, identification: "named_institution" } });
      },
      { attempts: 3 },
    );
    await expect(taken).rejects.toSatisfy(isCollision);
    expect(runs).toBe(3);
  });
});

const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).toSorted();
const nested = (parentId: string) => ({ parentId, ownChain: [{ category: "hearsay" }] });

describe("claims nested at the same moment", () => {
  it("in each other: one is, the other is told why not, and no circle closes", {
    timeout: PATIENCE,
  }, async () => {
    const room = await newsroom();
    const [edda, colin] = [await withToken(room.editor), await withToken(room.colleague)];
    for (let time = 0; time < TIMES; time += 1) {
      const [one, other] = [await claim(room), await claim(room)];
      const nest = (headers: Record<string, string>, id: string, parentId: string) =>
        call(`PATCH /workspaces/${room.w}/claims/${id}`, {
          headers: { ...headers, "if-match": '"r1"' },
          body: nested(parentId),
        });
      const replies = await Promise.all([nest(edda, one.id, other.id), nest(colin, other.id, one.id)]);
      expect(statuses(replies)).toEqual([200, 422]);
    }
  });

  it("each in a claim below the other: no circle closes", { timeout: PATIENCE }, async () => {
    const room = await newsroom();
    for (let time = 0; time < TIMES; time += 1) {
      const [one, other] = [await claim(room), await claim(room)];
      const [below, under] = [await claim(room, nested(one.id)), await claim(room, nested(other.id))];
      const both = await Promise.all([
        revise(room.editor, room.w, one.id, 1, claimPatch.parse(nested(under.id))),
        revise(room.colleague, room.w, other.id, 1, claimPatch.parse(nested(below.id))),
      ]);
      expect(both.map(outcome).toSorted()).toEqual(["invalid /parentId", "ok"]);
    }
  });

  it("would close a circle, each looking before the other has written (control)", async () => {
    const room = await newsroom();
    const [one, other] = [await claim(room), await claim(room)];
    const met = meeting();
    const nest = (id: string, parentId: string) =>
      inWorkspace(permitOf(room), async (tx) => {
        const below = await descendantIds(tx, permitOf(room), id);
        await met();
        if (!below.includes(parentId))
          await tx.$executeRaw`update claims set parent_id = ${parentId}::uuid where id = ${id}::uuid`;
      });
    await Promise.all([nest(one.id, other.id), nest(other.id, one.id)]);
    const kept = await database().claim.findMany({
      where: { workspaceId: room.w },
      select: { parentId: true },
    });
    expect(kept.every(({ parentId }) => parentId !== null)).toBe(true);
  });

  it("by a proposal that no longer fits: it is refused, and the claim stays", async () => {
    const room = await newsroom();
    const [one, other] = [await claim(room), await claim(room)];
    value(await submit(room.editor, room.w, one.id, 1));
    const asked = reviewCreate.parse({
      decision: "request_changes",
      reason: "chain",
      proposal: nested(other.id),
    });
    value(await decide(room.reviewer, room.w, one.id, 1, asked));
    value(await revise(room.editor, room.w, other.id, 1, claimPatch.parse(nested(one.id))));
    const taken = await acceptProposal(room.editor, room.w, one.id, 1);
    expect(outcome(taken)).toBe("conflict proposal-outdated");
  });
});

describe("what is made twice at the same moment", () => {
  const source = { name: "The Courier", type: "news_media", identification: "named_institution" };
  const cases = [
    ["a workspace's address", "/workspaces", { name: "Wire" }, "slug"],
    ["a project's address", "/workspaces/{w}/projects", { name: "Wire" }, "slug"],
    ["a workspace's id", "/workspaces", { name: "Wire" }, "id"],
    ["a project's id", "/workspaces/{w}/projects", { name: "Wire" }, "id"],
    ["a source's id", "/workspaces/{w}/sources", source, "id"],
    ["an article's id", "/workspaces/{w}/projects/first-project/articles", {}, "id"],
  ] as const;

  it.each(cases)("is made once: %s", { timeout: PATIENCE }, async (_, path, body, key) => {
    const room = await newsroom();
    const headers = await withToken(room.owner);
    for (let time = 0; time < TIMES; time += 1) {
      const text = path.endsWith("articles") ? { text: `It rained ${time} times.` } : {};
      const own = { ...body, ...text, [key]: key === "slug" ? `wire-${newId()}` : newId() };
      const replies = await Promise.all(
        [1, 2, 3, 4].map(() => call(`POST ${path.replace("{w}", room.w)}`, { headers, body: own })),
      );
      const expected = key === "slug" ? [201, 409, 409, 409] : [201, 201, 201, 201];
      expect(statuses(replies)).toEqual(expected);
      const refused = replies.filter(({ status }) => status === 409);
      expect(refused.every(({ problem }) => problem === "slug-taken")).toBe(true);
      const ids = new Set(
        replies.flatMap(({ text: answer }) => /^\{"id":"([^"]+)"/u.exec(answer)?.[1] ?? []),
      );
      expect(ids.size).toBe(1);
    }
  });

  it("finds a free address when the one it would take is asked for by name", {
    timeout: PATIENCE,
  }, async () => {
    const room = await newsroom();
    const headers = await withToken(room.owner);
    for (const path of ["/workspaces", `/workspaces/${room.w}/projects`]) {
      const name = `Wire ${newId()}`;
      const slug = name.toLowerCase().replace(" ", "-");
      await call(`POST ${path}`, { headers, body: { name } });
      const replies = await Promise.all([
        call(`POST ${path}`, { headers, body: { name } }),
        call(`POST ${path}`, { headers, body: { name, slug: `${slug}-2` } }),
      ]);
      expect([
        [201, 201],
        [201, 409],
      ]).toContainEqual(statuses(replies));
    }
  });
});
