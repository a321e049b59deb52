import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join, outcome, type Person, person, value } from "../../../tests/support/people.ts";

await testDatabase();
const { database, disconnect } = await import("#lib/db/client.ts");
const members = await import("./members.ts");

let w = "";
let owner: Person;
let admin: Person;
let editor: Person;
beforeEach(async () => {
  ({ w, owner } = await desk());
  admin = await join(w, "admin");
  editor = await join(w, "editor");
});
afterAll(disconnect);

const rolesNow = async () => {
  const rows = await database().membership.findMany({ where: { workspaceId: w, removedAt: null } });
  return Object.fromEntries(rows.map((row) => [row.userId, row.role]));
};

describe("members", () => {
  it("are seen by every member, page by page, and by nobody else", async () => {
    const first = value(await members.list(editor, w, { limit: 2 }));
    const second = value(await members.list(editor, w, { limit: 2, after: first.next ?? "" }));
    const ids = [...first.items, ...second.items].map(({ userId }) => userId);
    expect(new Set(ids)).toEqual(new Set([owner.id, admin.id, editor.id]));
    expect(second.next).toBeNull();
    expect(outcome(await members.list(await person("Stranger"), w, { limit: 2 }))).toBe("not-found");
  });

  it("are managed by admins, not by editors", async () => {
    expect(outcome(await members.changeRole(editor, w, admin.id, "viewer"))).toBe("not-found");
    expect(outcome(await members.remove(editor, w, admin.id))).toBe("not-found");
    value(await members.changeRole(admin, w, editor.id, "reviewer"));
    expect((await rolesNow())[editor.id]).toBe("reviewer");
  });

  it("of another workspace cannot be reached", async () => {
    const elsewhere = await desk();
    expect(outcome(await members.remove(elsewhere.owner, elsewhere.w, editor.id))).toBe("not-found");
    expect(outcome(await members.changeRole(elsewhere.owner, w, editor.id, "viewer"))).toBe("not-found");
  });

  it("always have an owner: who has it cannot be removed or demoted", async () => {
    for (const who of [owner, admin]) {
      const expected = who === owner ? "conflict last-owner" : "not-found";
      expect(outcome(await members.remove(who, w, owner.id))).toBe(expected);
      expect(outcome(await members.changeRole(who, w, owner.id, "viewer"))).toBe(expected);
    }
    expect(outcome(await members.changeRole(admin, w, admin.id, "owner"))).toBe("not-found");
    expect((await rolesNow())[owner.id]).toBe("owner");
  });

  it("receive ownership from the owner, who becomes an admin", async () => {
    value(await members.changeRole(owner, w, editor.id, "owner"));
    expect(await rolesNow()).toMatchObject({ [editor.id]: "owner", [owner.id]: "admin" });
    const audit = await database().auditRow.findFirst({
      where: { workspaceId: w },
      orderBy: { number: "desc" },
    });
    expect(audit?.action).toBe("workspace.ownership-transferred");
  });

  it("are left with one owner when ownership is handed to two at once", async () => {
    const both = await Promise.all([
      members.changeRole(owner, w, editor.id, "owner"),
      members.changeRole(owner, w, admin.id, "owner"),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(Object.values(await rolesNow()).filter((role) => role === "owner")).toHaveLength(1);
  });

  it("who left come back by an invitation only, and not into restricted projects", async () => {
    const [project] = await database().project.findMany({ where: { workspaceId: w } });
    await database().projectMember.create({
      data: { workspaceId: w, projectId: project?.id ?? "", userId: editor.id },
    });
    value(await members.remove(admin, w, editor.id));
    expect(outcome(await members.changeRole(owner, w, editor.id, "editor"))).toBe("not-found");
    expect(await database().projectMember.count({ where: { workspaceId: w, userId: editor.id } })).toBe(0);
  });
});
