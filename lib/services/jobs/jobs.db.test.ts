import { beforeAll, describe, expect, it } from "vitest";
import { systemPermit } from "#lib/authz/system.ts";
import { assignInput } from "#lib/contracts/assignments.ts";
import { database } from "#lib/db/client.ts";
import { takeTurn } from "#lib/db/jobs.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { type Person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { setWork } from "../articles/set-work.ts";
import { assign } from "../assignments/assignments.ts";
import * as notifications from "../notifications/notifications.ts";
import { returnAbandoned } from "./return-abandoned.ts";
import { type Job, runDue, startJobs } from "./runner.ts";

await testDatabase();

const DAY = 86_400_000;
/** Days from now: a clock that is given, so that nothing has to wait. */
const inDays = (days: number) => new Date(Date.now() + days * DAY);

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
});

const given = async (to: Person, dueIn: number | null) => {
  const text = `Rain ${newId()}.`;
  const { id } = value(await importArticle(room.owner, room.w, room.projectId, { text, title: "Rain" }));
  const dueAt = dueIn === null ? null : inDays(dueIn).toISOString();
  const input = assignInput.parse({ articleIds: [id], userIds: [to.id], dueAt });
  const [made] = value(await assign(room.admin, room.w, room.projectId, input)).items;
  if (!made) throw new Error("nothing was given");
  return made;
};
const stateOf = async (id: string) => database().assignment.findFirstOrThrow({ where: { id } });

describe("what nobody works on any more", () => {
  it.each([
    ["six days after its date stays", 1, 7, "open"],
    ["eight days after its date goes back", 1, 9, "returned"],
    ["without a date stays", null, 400, "open"],
    ["given when it was overdue already has its days too", -30, 6, "open"],
  ])("%s", async (_, dueIn, runsIn, expected) => {
    const { id } = await given(room.editor, dueIn);
    await returnAbandoned.run(room.w, inDays(runsIn));
    expect((await stateOf(id)).state).toBe(expected);
    await database().assignment.updateMany({
      where: { state: "open" },
      data: { state: "done", endedAt: new Date() },
    });
  });

  it("stays with whoever did something on it since", async () => {
    const idle = await given(room.editor, 1);
    const busy = await given(room.editor, 1);
    value(await setWork(room.editor, room.w, busy.articleId, "in_progress"));
    const sevenDaysOn = { where: { articleId: busy.articleId, kind: "article.work" } };
    await database().outboxEvent.updateMany({ ...sevenDaysOn, data: { at: inDays(5) } });
    await returnAbandoned.run(room.w, inDays(9));
    expect([(await stateOf(idle.id)).state, (await stateOf(busy.id)).state]).toEqual(["returned", "open"]);
  });

  it("goes back by the program itself, with the reason, and whoever gave it is told", async () => {
    const { id } = await given(room.colleague, 1);
    await returnAbandoned.run(room.w, inDays(9));
    const row = await stateOf(id);
    expect([row.endedBy, row.reason]).toEqual([null, expect.stringContaining("7 days")]);
    const told = value(await notifications.list(room.admin, room.w, { limit: 500 })).items;
    const word = told.find(({ assignmentId }) => assignmentId === id);
    expect([word?.kind, word?.actorId]).toEqual(["returned", null]);
    const audit = await database().auditRow.findFirstOrThrow({
      where: { objectId: id },
      orderBy: { number: "desc" },
    });
    expect([audit.action, audit.actorId]).toEqual(["assignment.returned", null]);
  });
});

describe("jobs", () => {
  const counting = (name: string, ran: string[]): Job => ({
    name,
    every: DAY,
    run: async (workspaceId) => {
      ran.push(workspaceId);
    },
  });

  it("have their turn in each workspace, and the next one only when it is due", async () => {
    const other = await newsroom();
    const ran: string[] = [];
    const job = counting(`count ${newId()}`, ran);
    await runDue([job], inDays(0));
    expect(ran.toSorted()).toEqual(expect.arrayContaining([room.w, other.w].toSorted()));
    const first = ran.length;
    await runDue([job], inDays(0.5));
    expect(ran).toHaveLength(first);
    await runDue([job], inDays(1.5));
    expect(ran).toHaveLength(2 * first);
  });

  it("are done by one of the processes that look at the same moment", async () => {
    const ran: string[] = [];
    const job = counting(`count ${newId()}`, ran);
    await Promise.all([1, 2, 3, 4].map(() => runDue([job], inDays(0))));
    expect(ran.filter((id) => id === room.w)).toHaveLength(1);
  });

  it("do not wait for a turn that somebody else is taking", async () => {
    const name = `held ${newId()}`;
    const permit = systemPermit("jobs", room.w);
    await inWorkspace(permit, (tx) => takeTurn(tx, permit, name, inDays(0), inDays(0)));
    const both = inWorkspace(permit, async (tx) => {
      const first = await takeTurn(tx, permit, name, inDays(1), inDays(2));
      const second = await inWorkspace(permit, (other) =>
        takeTurn(other, permit, name, inDays(1), inDays(2)),
      );
      return [first, second];
    });
    expect(await both).toEqual([true, false]);
  });

  it("that fail hold up no other, and are tried again at their next turn", async () => {
    const ran: string[] = [];
    const tries: string[] = [];
    const failing: Job = {
      name: `fail ${newId()}`,
      every: DAY,
      run: (workspaceId) => {
        tries.push(workspaceId);
        return Promise.reject(new Error("no"));
      },
    };
    const after = counting(`after ${newId()}`, ran);
    await runDue([failing, after], inDays(0));
    expect(ran).toContain(room.w);
    await runDue([failing], inDays(1.5));
    expect(tries.filter((id) => id === room.w)).toHaveLength(2);
  });

  it("end with the turn that runs, and begin no other", async () => {
    const ran: string[] = [];
    let begun = () => {};
    let end = () => {};
    const isBegun = new Promise<void>((resume) => (begun = resume));
    const mayEnd = new Promise<void>((resume) => (end = resume));
    const slow: Job = {
      name: `slow ${newId()}`,
      every: DAY,
      run: async () => {
        begun();
        await mayEnd;
        ran.push("slow");
      },
    };
    const running = startJobs([slow, counting(`next ${newId()}`, ran)], { clock: () => inDays(0), every: 1 });
    await isBegun;
    const stopped = running.stop().then(() => ran.push("stopped"));
    end();
    await stopped;
    expect(ran).toEqual(["slow", "stopped"]);
  });
});
