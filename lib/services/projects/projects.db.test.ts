import { describe, expect, it } from "vitest";
import { projectCreate } from "#lib/contracts/workspaces.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join, outcome, value } from "../../../tests/support/people.ts";
import { desk as deskOf } from "../workspaces/desk.ts";
import { changeProject } from "./change.ts";
import { createProject } from "./create.ts";
import { getProject, listProjects } from "./read.ts";

await testDatabase();

const input = (fields: Record<string, unknown>) => projectCreate.parse(fields);

describe("createProject", () => {
  it("pins the workspace's codebook and finds a free address for its name", async () => {
    const { w, owner } = await desk();
    const first = value(await createProject(owner, w, input({ name: "Élections 2027!" })));
    expect(first).toMatchObject({
      slug: "elections-2027",
      codebook: { id: "sourceline", version: 1 },
      revision: 1,
    });
    const second = value(await createProject(owner, w, input({ name: "Elections — 2027" })));
    expect(second.slug).toBe("elections-2027-2");
    expect(value(await createProject(owner, w, input({ name: "选举" }))).slug).toBe("project");
    expect(value(await getProject(owner, w, "elections-2027-2")).id).toBe(second.id);
    expect(value(await getProject(owner, w, second.id.toUpperCase())).id).toBe(second.id);
  });

  it("answers the same project to the same id, and refuses an address that is taken or reads as an id", async () => {
    const { w, owner } = await desk();
    const id = newId();
    const made = value(await createProject(owner, w, input({ id, name: "A", slug: "a" })));
    expect(value(await createProject(owner, w, input({ id, name: "A", slug: "a" })))).toEqual(made);
    expect(outcome(await createProject(owner, w, input({ name: "B", slug: "a" })))).toBe(
      "conflict slug-taken",
    );
    expect(projectCreate.safeParse({ name: "C", slug: newId() }).success).toBe(false);
  });

  it("is for admins", async () => {
    const { w } = await desk();
    for (const [role, expected] of [
      ["reviewer", "not-found"],
      ["admin", "ok"],
    ] as const) {
      expect(outcome(await createProject(await join(w, role), w, input({ name: "A" })))).toBe(expected);
    }
  });
});

describe("changeProject", () => {
  it("changes what is given, keeps both sides on record and refuses a stale revision", async () => {
    const { w, p, owner } = await desk();
    const patch = { name: "Readouts", approvalsNeeded: 2, disabledCategories: ["hearsay", "hearsay"] };
    const changed = value(await changeProject(owner, w, p, 1, patch));
    expect(changed).toMatchObject({
      ...{ slug: p, name: "Readouts", approvalsNeeded: 2, disabledCategories: ["hearsay"], revision: 2 },
    });
    expect(await changeProject(owner, w, p, 1, { name: "x" })).toEqual({
      ok: false,
      failure: { kind: "stale", current: changed },
    });
    const audit = await database().auditRow.findFirstOrThrow({
      where: { action: "project.changed", workspaceId: w },
    });
    expect(audit.detail).toMatchObject({ before: { name: "First project" }, after: { name: "Readouts" } });
  });

  it("refuses categories the codebook does not have and people who are no members", async () => {
    const { w, p, owner } = await desk();
    const foreign = await desk();
    expect(outcome(await changeProject(owner, w, p, 1, { disabledCategories: ["hearsay", "x"] }))).toBe(
      "invalid /disabledCategories/1",
    );
    const memberIds = [owner.id, foreign.owner.id];
    expect(outcome(await changeProject(owner, w, p, 1, { memberIds }))).toBe("invalid /memberIds/1");
    expect(value(await getProject(owner, w, p)).revision).toBe(1);
  });

  it("restricts a project to those it names: others do not find it, admins may undo it", async () => {
    const { w, p, owner } = await desk();
    const [named, other, admin] = [
      await join(w, "viewer"),
      await join(w, "reviewer"),
      await join(w, "admin"),
    ];
    value(await changeProject(owner, w, p, 1, { restricted: true, memberIds: [named.id] }));
    const seen = async (who: typeof named) => value(await listProjects(who, w, { limit: 10 })).items.length;
    expect([await seen(named), await seen(other), await seen(admin)]).toEqual([1, 0, 1]);
    expect(outcome(await getProject(other, w, p))).toBe("not-found");
    expect(value(await deskOf(other, w)).projects).toEqual([]);
    expect(outcome(await changeProject(other, w, p, 2, { restricted: false }))).toBe("not-found");
    expect(value(await changeProject(admin, w, p, 2, { restricted: false })).restricted).toBe(false);
  });

  it("names whoever restricts a project that names nobody", async () => {
    const { w, p, owner } = await desk();
    expect(value(await changeProject(owner, w, p, 1, { restricted: true })).memberIds).toEqual([owner.id]);
  });

  it("archives a project and brings it back", async () => {
    const { w, p, owner } = await desk();
    expect(value(await changeProject(owner, w, p, 1, { archived: true })).archivedAt).not.toBeNull();
    expect(value(await deskOf(owner, w)).projects).toEqual([]);
    expect(value(await changeProject(owner, w, p, 2, { archived: false })).archivedAt).toBeNull();
  });
});

describe("listProjects", () => {
  it("pages through every project once by name", async () => {
    const { w, owner } = await desk();
    for (const name of ["b", "A", "a", "c"]) value(await createProject(owner, w, input({ name })));
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await listProjects(owner, w, { limit: 2, after }));
      found.push(...page.items.map(({ name }) => name.toLowerCase()));
      after = page.next ?? undefined;
    } while (after);
    expect(found).toEqual(["a", "a", "b", "c", "first project"]);
  });
});

describe("what one may not see", () => {
  it("is not found by any use case of another workspace", async () => {
    const mine = await desk();
    const theirs = await desk();
    const project = await database().project.findFirstOrThrow({ where: { workspaceId: theirs.w } });
    const results = [
      await getProject(mine.owner, mine.w, project.id),
      await changeProject(mine.owner, mine.w, project.id, 1, { name: "x" }),
      await getProject(mine.owner, theirs.w, project.id),
      await listProjects(mine.owner, theirs.w, { limit: 10 }),
      await createProject(mine.owner, theirs.w, input({ name: "x" })),
      await deskOf(mine.owner, theirs.w),
    ];
    expect(new Set(results.map(outcome))).toEqual(new Set(["not-found"]));
  });
});
