import { describe, expect, it } from "vitest";
import { systemPermit } from "#lib/authz/system.ts";
import { commentInput } from "#lib/contracts/comments.ts";
import { database } from "#lib/db/client.ts";
import { toldEventsAfter } from "#lib/db/events.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { changeRole, remove as removeMember } from "#lib/services/identity/members.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim } from "../../../tests/support/factories.ts";
import { type Person, value } from "../../../tests/support/people.ts";
import { SECOND, webhookStage } from "../../../tests/support/webhook-stage.ts";
import { add } from "../comments/comments.ts";
import { changeProject } from "../projects/change.ts";
import { change } from "./change.ts";
import { considerEvents, deliveryOf } from "./consider.ts";

await testDatabase();

describe("in a blind project, a webhook", () => {
  const stage = webhookStage({ mode: "blind" });

  it("keeps a blind layer's claims from it", async () => {
    const { id } = await stage.hook({ events: ["*"] });
    const hidden = await claim(stage.room);
    await stage.send();
    expect(JSON.stringify(stage.there.received.map(({ body }) => body))).not.toContain(hidden.id);
    expect(JSON.stringify(await stage.deliveries(id))).not.toContain(hidden.id);
    // The control: it was there to be told, and without the filter it would have been.
    const program = systemPermit("webhooks", stage.room.w);
    const all = await inWorkspace(program, (tx) => toldEventsAfter(tx, program, 0, 500));
    expect(JSON.stringify(all.map((event) => deliveryOf(stage.room.w, id, event)))).toContain(hidden.id);
    await database().layer.updateMany({
      where: { workspaceId: stage.room.w },
      data: { releasedAt: new Date() },
    });
    const { editor, w } = stage.room;
    value(await add(editor, w, hidden.id, commentInput.parse({ body: "So?" })));
    await stage.send();
    expect(JSON.stringify(stage.there.received.map(({ body }) => body))).toContain(hidden.id);
  });
});

describe("a webhook never tells more than its holder may see", () => {
  const stage = webhookStage();

  it("nor a project that was closed to its holder while it waited", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    stage.there.answerWith(500);
    await stage.send();
    const project = await database().project.findFirstOrThrow({ where: { workspaceId: stage.room.w } });
    const closing = { restricted: true, memberIds: [stage.room.owner.id] };
    value(await changeProject(stage.room.owner, stage.room.w, project.id, project.revision, closing));
    await stage.send(10 * SECOND);
    expect(stage.there.received).toHaveLength(1);
    const delivery = await stage.only(id);
    expect(delivery).toMatchObject({ state: "given_up", type: null, request: null, response: null });
    expect(delivery.lastError).toMatch(/^Not sent: whoever/u);
    // Nothing waits, so that a first failure weeks later is not the end of a day of failures.
    expect((await stage.stored(id)).failingSince).toBeNull();
    // The other admin, whom the project names, reads what it was about.
    const [seen] = await stage.deliveries(id, stage.room.owner);
    expect(seen).toMatchObject({ type: "claim.created", request: expect.stringContaining("claim.created") });
  });

  it("not by giving it another address: it is then told for whoever did", async () => {
    const project = await database().project.findFirstOrThrow({ where: { workspaceId: stage.room.w } });
    const closing = { restricted: true, memberIds: [stage.room.admin.id, stage.room.editor.id] };
    value(await changeProject(stage.room.owner, stage.room.w, project.id, project.revision, closing));
    const { id, revision } = await stage.hook();
    const own = await stage.receiver();
    const changed = value(await change(stage.room.owner, stage.room.w, id, revision, { url: own.url }));
    expect(changed.holderId).toBe(stage.room.owner.id);
    await claim(stage.room);
    await stage.send();
    expect([stage.there.received, own.received]).toEqual([[], []]);
  });

  it.each([
    ["was removed", (who: Person) => removeMember(stage.room.owner, stage.room.w, who.id)],
    [
      "manages nothing any more",
      (who: Person) => changeRole(stage.room.owner, stage.room.w, who.id, "reviewer"),
    ],
  ])("and ends when whoever it is told for %s", async (_, leave) => {
    const { id } = await stage.hook({ events: ["*"] });
    await stage.send();
    const before = (await stage.deliveries(id)).length;
    await leave(stage.room.admin);
    await stage.send();
    expect(stage.there.received).toHaveLength(before);
    expect(await stage.stored(id)).toMatchObject({ isActive: false, disabledReason: "holder_left" });
    const audit = await database().auditRow.findFirstOrThrow({
      where: { objectId: id, action: "webhook.disabled" },
    });
    expect(audit.detail).toMatchObject({ reason: "holder_left" });
    // Whoever switches it on again takes it over.
    const { revision } = await stage.stored(id);
    const again = value(await change(stage.room.owner, stage.room.w, id, revision, { isActive: true }));
    expect([again.isActive, again.holderId]).toEqual([true, stage.room.owner.id]);
  });

  it("nor what waits, when they leave before it is sent", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    await considerEvents(stage.room.w, new Date());
    value(await removeMember(stage.room.owner, stage.room.w, stage.room.admin.id));
    await stage.send();
    expect(stage.there.received).toEqual([]);
    expect((await stage.stored(id)).disabledReason).toBe("holder_left");
  });
});
