import { describe, expect, expectTypeOf, it } from "vitest";
import { type AnyPermit, authorize, enterWorkspace, type Permit } from "./authorize.ts";
import type { ClaimObject, LayerObject, ObjectOf, WorkspaceObject } from "./objects.ts";
import { type SystemPermit, systemPermit, systemPurposes } from "./system.ts";

const member = { userId: "emil", workspaceId: "desk", role: "editor" } as const;

describe("a permit", () => {
  it("cannot be written by hand", () => {
    type ByHand = { workspaceId: string; actorId: string; role: "editor" };
    expectTypeOf<ByHand>().not.toExtend<Permit<"claim:create">>();
  });

  it("of one permission is none of another, and any is one", () => {
    expectTypeOf<Permit<"claim:create">>().not.toExtend<Permit<"claim:revise">>();
    expectTypeOf<Permit<"claim:create">>().toExtend<AnyPermit>();
    expectTypeOf<AnyPermit>().not.toExtend<Permit<"workspace:read">>();
  });

  it("is not a system permit, nor the other way round", () => {
    expectTypeOf<AnyPermit>().not.toExtend<SystemPermit>();
    expectTypeOf<SystemPermit>().not.toExtend<AnyPermit>();
  });

  it("does not survive being sent: its mark is no property that JSON writes", () => {
    const permit = enterWorkspace(member);
    expect(JSON.parse(JSON.stringify(permit))).toEqual({
      workspaceId: "desk",
      actorId: "emil",
      role: "editor",
    });
    expect(Object.getOwnPropertySymbols(permit)).toHaveLength(1);
  });

  it("is asked for with the object its permission is about", () => {
    expectTypeOf<ObjectOf<"claim:revise">>().toEqualTypeOf<ClaimObject>();
    expectTypeOf<ObjectOf<"review:decide">>().toEqualTypeOf<ClaimObject>();
    expectTypeOf<ObjectOf<"claim:create">>().toEqualTypeOf<LayerObject>();
    expectTypeOf<ObjectOf<"source:merge">>().toEqualTypeOf<WorkspaceObject>();
    const permit = authorize("source:edit", member, { workspaceId: "desk" });
    expectTypeOf(permit.ok && permit.value).toEqualTypeOf<false | Permit<"source:edit">>();
  });
});

describe("a system permit", () => {
  it.each(systemPurposes)("for %s names its purpose and no workspace unless given one", (purpose) => {
    expect(systemPermit(purpose)).toMatchObject({ purpose, workspaceId: null });
    expect(systemPermit(purpose, "desk")).toMatchObject({ purpose, workspaceId: "desk" });
  });

  it("in a workspace may be told from one in none", () => {
    expectTypeOf(systemPermit("jobs", "desk").workspaceId).toEqualTypeOf<string>();
    expectTypeOf(systemPermit("migrate").workspaceId).toEqualTypeOf<null>();
  });
});
