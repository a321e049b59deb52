import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { assignInput } from "#lib/contracts/assignments.ts";
import { commentInput } from "#lib/contracts/comments.ts";
import { presenceInput } from "#lib/contracts/presence.ts";
import { projectCreate } from "#lib/contracts/workspaces.ts";
import { database } from "#lib/db/client.ts";
import { postgresBus } from "#lib/db/event-bus.ts";
import { newId } from "#lib/platform/ids.ts";
import { remove as removeMember } from "#lib/services/identity/members.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom } from "../../../tests/support/factories.ts";
import { join, outcome, type Person, person, seated, value } from "../../../tests/support/people.ts";
import { type Watcher, watcher } from "../../../tests/support/watcher.ts";
import { type EventBus, eventBus, setEventBus } from "../../platform/event-bus.ts";
import { setWork } from "../articles/set-work.ts";
import { assign } from "../assignments/assignments.ts";
import { revise } from "../claims/revise.ts";
import { add } from "../comments/comments.ts";
import { changeProject } from "../projects/change.ts";
import { createProject } from "../projects/create.ts";
import { writeCursor } from "./cursor.ts";
import { say } from "./presence.ts";
import { presenceRooms } from "./presence-rooms.ts";
import { joinBus } from "./start.ts";

const { url } = await testDatabase();
let here: EventBus;
let elsewhere: EventBus;
const open: Watcher[] = [];

beforeAll(() => {
  here = postgresBus(url);
  elsewhere = postgresBus(url);
  joinBus(here);
  return async () => {
    setEventBus(null);
    await here.close();
    await elsewhere.close();
  };
});
afterEach(async () => {
  for (const one of open.splice(0)) {
    one.leave();
    await one.ended;
  }
});

async function look(by: Person, w: string, lastId: string | null = null): Promise<Watcher> {
  const made = await watcher(await seated(by), w, lastId);
  open.push(made);
  return made;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 5 });
const change = (
  room: Awaited<ReturnType<typeof newsroom>>,
  id: string,
  revision: number,
  statement: string,
) => revise(room.editor, room.w, id, revision, { statement });

describe("a stream of events", () => {
  it("tells each thing once, in order, with the claim as it is now", async () => {
    const room = await newsroom();
    const seen = await look(room.viewer, room.w);
    const made = await claim(room);
    for (const step of [1, 2, 3]) value(await change(room, made.id, step, `Step ${step}`));
    await until(() => expect(seen.events()).toHaveLength(4));
    expect(seen.items[0]).toMatchObject({ kind: "hello" });
    expect(seen.events().map(({ kind }) => kind)).toEqual([
      "claim.created",
      ...Array.from({ length: 3 }, () => "claim.revised"),
    ]);
    const numbers = seen.events().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
    expect(seen.events().at(-1)?.claim).toMatchObject({ id: made.id, revision: 4, statement: "Step 3" });
    expect(seen.events()[0]?.actorId).toBe(room.editor.id);
  });

  it("goes on after the last id without a gap, whatever was missed", async () => {
    const room = await newsroom();
    const first = await look(room.viewer, room.w);
    const made = await claim(room);
    await until(() => expect(first.events()).toHaveLength(1));
    first.leave();
    await first.ended;
    for (const step of [1, 2]) value(await change(room, made.id, step, `Missed ${step}`));
    const last = writeCursor(room.w, first.events()[0]?.number ?? 0);
    const again = await look(room.viewer, room.w, last);
    value(await change(room, made.id, 3, "Seen"));
    await until(() => expect(again.events()).toHaveLength(3));
    expect(again.events().map(({ payload }) => payload.revision)).toEqual([2, 3, 4]);
  });

  it.each([
    ["from the future", (w: string) => writeCursor(w, 1_000_000)],
    ["of another workspace", () => writeCursor("01a20000-0000-7000-8000-000000000000", 1)],
    ["that is none", () => "'; drop table claims; --"],
    ["that is empty", () => ""],
  ])("asks to read anew after an id %s", async (_, idIn) => {
    const room = await newsroom();
    const seen = await look(room.viewer, room.w, idIn(room.w));
    await until(() => expect(seen.items.map(({ kind }) => kind)).toEqual(["hello", "reset"]));
    await claim(room);
    await until(() => expect(seen.events()).toHaveLength(1));
  });

  it("asks to read anew when too much was missed", async () => {
    const room = await newsroom();
    await database().$executeRaw`
      insert into outbox_events (workspace_id, number, kind, payload)
      select ${room.w}::uuid, event_number + n, 'claim.revised', '{}' from workspace_clocks, generate_series(1, 2100) n
      where workspace_id = ${room.w}::uuid`;
    await database().$executeRaw`
      update workspace_clocks set event_number = event_number + 2100 where workspace_id = ${room.w}::uuid`;
    const seen = await look(room.viewer, room.w, writeCursor(room.w, 1));
    await until(() => expect(seen.items.map(({ kind }) => kind)).toEqual(["hello", "reset"]));
  });

  it("is not opened for those who do not belong", async () => {
    const room = await newsroom();
    await expect(watcher(await person("Otto"), room.w)).rejects.toThrow("not-found");
  });
});

describe("what is told to whom", () => {
  it("keeps a blind layer to its editor until it is released", async () => {
    const room = await newsroom({ mode: "blind" });
    const [own, other] = [await look(room.editor, room.w), await look(room.colleague, room.w)];
    const made = await claim(room);
    await until(() => expect(own.events().map(({ objectId }) => objectId)).toContain(made.id));
    // Something that both may know comes after it, so that the silence is no accident of time.
    const invited = await person("Nell");
    await join(room.w, "editor", invited);
    value(await removeMember(room.owner, room.w, invited.id));
    await until(() => expect(other.events().map(({ kind }) => kind)).toContain("member.removed"));
    expect(JSON.stringify(other.events())).not.toContain(made.id);
  });

  it("keeps a blind project's assignments to their holders and those who gave them", async () => {
    const room = await newsroom({ mode: "blind" });
    const [own, other] = [await look(room.editor, room.w), await look(room.colleague, room.w)];
    const give = (who: Person) => {
      const given = assignInput.parse({ articleIds: [room.articleId], userIds: [who.id] });
      return assign(room.admin, room.w, room.projectId, given);
    };
    value(await give(room.editor));
    value(await setWork(room.editor, room.w, room.articleId, "finished"));
    value(await give(room.colleague));
    const kinds = (seen: Watcher) =>
      seen.events().flatMap(({ kind }) => (kind.startsWith("assignment.") ? [kind] : []));
    // What the other is told comes last, so that the silence before it is no accident of time.
    await until(() => expect(kinds(other)).toEqual(["assignment.assigned"]));
    expect(JSON.stringify(other.events())).not.toContain(room.editor.id);
    await until(() => expect(kinds(own)).toEqual(["assignment.assigned", "assignment.done"]));
  });

  it("would tell everything with the guard off", async () => {
    const room = await newsroom({ mode: "blind" });
    const other = await look(room.colleague, room.w);
    const made = await claim(room);
    await database().layer.updateMany({ where: { workspaceId: room.w }, data: { releasedAt: new Date() } });
    value(await add(room.editor, room.w, made.id, commentInput.parse({ body: "Told" })));
    await until(() => expect(JSON.stringify(other.events())).toContain(made.id));
  });

  it("keeps a restricted project to those in it", async () => {
    const room = await newsroom();
    const [inside, outside] = [await look(room.editor, room.w), await look(room.colleague, room.w)];
    await database().projectMember.create({
      data: { workspaceId: room.w, projectId: room.projectId, userId: room.editor.id },
    });
    await database().project.updateMany({ where: { workspaceId: room.w }, data: { restricted: true } });
    const made = await claim(room);
    await until(() => expect(JSON.stringify(inside.events())).toContain(made.id));
    expect(JSON.stringify(outside.events())).not.toContain(made.id);
  });
});

describe("what was kept in memory", () => {
  it("is not told to who comes back after the project was restricted", async () => {
    const room = await newsroom();
    const inside = await look(room.editor, room.w);
    const made = await claim(room);
    await until(() => expect(JSON.stringify(inside.events())).toContain(made.id));
    await database().projectMember.create({
      data: { workspaceId: room.w, projectId: room.projectId, userId: room.editor.id },
    });
    value(await changeProject(room.owner, room.w, room.projectId, 1, { restricted: true }));
    await until(() => expect(JSON.stringify(inside.events())).toContain("project.changed"));
    const first = inside.events()[0]?.number ?? 0;
    const outside = await look(room.colleague, room.w, writeCursor(room.w, first - 1));
    value(await createProject(room.owner, room.w, projectCreate.parse({ name: "For everybody" })));
    await until(() => expect(JSON.stringify(outside.events())).toContain("project.created"));
    expect(JSON.stringify(outside.events())).not.toContain(made.id);
  });
});

describe("a stream ends", () => {
  it("with its session, and only with its own", async () => {
    const room = await newsroom();
    const [stays, goes] = [await seated(room.viewer), await seated(room.viewer)];
    const kept = await watcher(stays, room.w);
    open.push(kept);
    const ending = await watcher(goes, room.w);
    value(await sessions.revoke(goes, goes.principal.sessionId ?? ""));
    await ending.ended;
    await claim(room);
    await until(() => expect(kept.events()).toHaveLength(1));
    expect(ending.events()).toHaveLength(0);
  });

  it("with the membership", async () => {
    const room = await newsroom();
    const leaving = await person("Lena");
    await join(room.w, "editor", leaving);
    const ending = await watcher(await seated(leaving), room.w);
    value(await removeMember(room.owner, room.w, leaving.id));
    await ending.ended;
  });
});

describe("presence", () => {
  const at = (tab: string, more: object = {}) => presenceInput.parse({ tab, ...more });
  const others = (one: Watcher) =>
    one.items.flatMap((item) => (item.kind === "presence" ? [item.presence] : []));

  it("is told to those in the article, and to nobody else", async () => {
    const room = await newsroom();
    const [near, far] = [await look(room.editor, room.w), await look(room.colleague, room.w)];
    const [own, other] = [newId(), newId()];
    value(await say(room.editor, room.w, room.articleId, at(own)));
    const answer = await say(room.reviewer, room.w, room.articleId, at(other, { isTyping: true }));
    expect(value(answer).items.map(({ tab }) => tab)).toEqual([own]);
    await until(() =>
      expect(others(near)).toContainEqual(
        expect.objectContaining({ userId: room.reviewer.id, tab: other, isTyping: true }),
      ),
    );
    value(await say(room.reviewer, room.w, room.articleId, at(other, { isLeaving: true })));
    await until(() => expect(others(near).at(-1)).toMatchObject({ tab: other, isLeaving: true }));
    expect(others(far)).toEqual([]);
    expect(
      presenceRooms()
        .in(room.w, room.articleId)
        .map(({ tab }) => tab),
    ).toEqual([own]);
  });

  it("is nothing to tell in a blind project", async () => {
    const room = await newsroom({ mode: "blind" });
    value(await say(room.editor, room.w, room.articleId, at(newId())));
    expect(value(await say(room.colleague, room.w, room.articleId, at(newId()))).items).toEqual([]);
    expect(presenceRooms().in(room.w, room.articleId)).toEqual([]);
  });

  it("is no way into an article one may not read", async () => {
    const room = await newsroom();
    expect(outcome(await say(await person("Otto"), room.w, room.articleId, at(newId())))).toBe("not-found");
  });
});

describe("the bus", () => {
  it("passes words from one process to all the others, several together", async () => {
    const heard: unknown[] = [];
    const stop = elsewhere.subscribe((message) => heard.push(message));
    const workspaceId = "01a20000-0000-7000-8000-000000000001";
    await until(() => {
      // Said until it is heard: a bus that is not yet connected loses words, as it may.
      here.publish({ kind: "committed", workspaceId });
      expect(heard.length).toBeGreaterThan(0);
    });
    heard.length = 0;
    const long = "x".repeat(3_000);
    for (const name of ["a", "b", "c", "d"]) {
      here.publish({ kind: "presence", workspaceId, presence: { name, long } });
    }
    await until(() => expect(heard.filter((one) => JSON.stringify(one).includes(long))).toHaveLength(4));
    stop();
  });

  it("is not needed: what happened is found without it", async () => {
    const room = await newsroom();
    const deaf = eventBus();
    setEventBus(null);
    try {
      const seen = await look(room.viewer, room.w);
      await claim(room);
      await until(() => expect(seen.events()).toHaveLength(1));
    } finally {
      setEventBus(deaf);
    }
  });
});
