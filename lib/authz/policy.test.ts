import { afterAll, describe, expect, it } from "vitest";
import { claimStates, type Role, roles } from "#core/review/state.ts";
import { allowedActions } from "./allowed-actions.ts";
import { authorize, enterWorkspace, isAllowed } from "./authorize.ts";
import { isLayerVisible, isOwner, seesLayer } from "./facts.ts";
import type { Actor, AnyObject, ClaimAuthFacts, LayerFacts } from "./objects.ts";
import { type Permission, permissions, scopeOf, type TokenScope, tokenScopes } from "./permissions.ts";
import { askers, layerRows, plainRows, removalRows, timelyRows } from "./policy.cases.ts";
import { policy } from "./policy.ts";

type Asker = (typeof askers)[number];

const workspaceId = "desk";

function actor(asker: Asker, changes: Partial<Actor> = {}): Actor {
  const role: Role = asker === "author" ? "editor" : asker;
  return { userId: asker, workspaceId, role, ...changes };
}

const open = { isRestricted: false, memberIds: [] };

const layers: readonly (readonly [string, LayerFacts])[] = [
  ["shared", { kind: "shared", ownerId: null, isReleased: false }],
  ["blind", { kind: "editor", ownerId: "author", isReleased: false }],
  ["released", { kind: "editor", ownerId: "author", isReleased: true }],
  ["adjudicated", { kind: "adjudicated", ownerId: null, isReleased: false }],
];
const shared: LayerFacts = { kind: "shared", ownerId: null, isReleased: false };

const claim: ClaimAuthFacts = {
  state: "submitted",
  isRemoved: false,
  createdBy: "author",
  revisedBy: [],
  revisedSinceDecision: [],
  approvals: [],
  approvalsNeeded: 1,
  proposalBy: "reviewer",
  lastDecision: { by: "reviewer", isBuiltOn: false },
};

function everything(changes: Partial<AnyObject> = {}): AnyObject {
  return {
    workspaceId,
    project: open,
    article: { importedBy: "author" },
    layer: shared,
    claim,
    comment: { createdBy: "author" },
    member: { userId: "somebody", role: "editor" },
    grants: "reviewer",
    assignment: { userId: "author" },
    token: { userId: "author" },
    ...changes,
  };
}

function row(action: Permission, object: AnyObject): string {
  return askers.map((asker) => (isAllowed(action, actor(asker), object) ? "y" : ".")).join("");
}

const printed: string[] = [];
function print(action: string, about: string, answers: string): void {
  printed.push(
    [action.padEnd(24), about.padEnd(24), ...[...answers].map((answer) => answer.padEnd(9))].join(""),
  );
}
afterAll(() => {
  const head = ["permission".padEnd(24), "about".padEnd(24), ...askers.map((asker) => asker.padEnd(9))].join(
    "",
  );
  console.log([head, ...printed].join("\n"));
});

describe("the policy", () => {
  it("has a row in the tables of cases for every permission", () => {
    const covered = [...Object.keys(plainRows), ...Object.keys(layerRows), "claim:remove", "claim:restore"];
    expect(covered.toSorted()).toEqual(permissions.toSorted());
  });

  it.each(permissions.filter((action) => plainRows[action]))("answers %s by role", (action) => {
    const answers = row(action, everything());
    print(action, "", answers);
    expect(answers).toBe(plainRows[action]);
  });

  describe.each(layers.map(([name, layer], index) => ({ name, layer, index })))(
    "in a layer that is $name",
    ({ name, layer, index }) => {
      it.each(permissions.filter((action) => layerRows[action]))("answers %s", (action) => {
        const answers = row(action, everything({ layer }));
        print(action, name, answers);
        expect(answers).toBe(layerRows[action]?.[index]);
      });
    },
  );

  it.each(claimStates)("lets authors remove and restore a draft only, admins a claim %s", (state) => {
    for (const action of ["claim:remove", "claim:restore"] as const) {
      const answers = row(action, everything({ claim: { ...claim, state } }));
      print(action, state, answers);
      expect(answers).toBe(removalRows[state]);
    }
  });

  it.each(permissions)("refuses %s to everybody in another workspace", (action) => {
    expect(row(action, everything({ workspaceId: "other" }))).toBe("......");
  });

  it("hides a released layer of a restricted project from all but its members, whatever the role", () => {
    const project = { isRestricted: true, memberIds: ["editor"] };
    const hidden = permissions.filter((action) =>
      /^(article|claim|review|export|comment|assess|prop)/.test(action),
    );
    for (const action of hidden) {
      const allowed = askers.filter((asker) => isAllowed(action, actor(asker), everything({ project })));
      expect(allowed.filter((asker) => asker !== "editor")).toEqual([]);
    }
    expect(isAllowed("claim:read", actor("editor"), everything({ project }))).toBe(true);
  });

  it("lets an admin open a restricted project's settings without being named", () => {
    const project = { isRestricted: true, memberIds: [] };
    expect(row("project:edit", everything({ project }))).toBe("....yy");
  });

  it("answers no where a fact has nothing to look at", () => {
    const needsMore = permissions.filter((action) => !isAllowed(action, actor("owner"), { workspaceId }));
    const bare = permissions.filter((action) => !needsMore.includes(action));
    expect(bare).toEqual([
      "workspace:read",
      "workspace:manage",
      "workspace:settings",
      "member:manage",
      "invitation:manage",
      "project:create",
      "project:edit",
      "codebook:edit",
      "source:edit",
      "source:merge",
      "token:manage",
      "webhook:manage",
      "audit:read",
    ]);
  });

  it("asks at least one fact in every list", () => {
    for (const rule of Object.values(policy)) expect(rule.every((facts) => facts.length > 0)).toBe(true);
  });
});

describe("membership", () => {
  const owner = { userId: "boss", role: "owner" } as const;

  it("keeps ownership the owner's: an admin neither touches an owner nor makes one", () => {
    expect(row("member:manage", everything({ member: owner }))).toBe(".....y");
    expect(row("member:manage", everything({ grants: "owner" }))).toBe(".....y");
    expect(row("invitation:manage", everything({ member: null, grants: "owner" }))).toBe(".....y");
  });

  it("lets an admin invite and remove others", () => {
    expect(row("invitation:manage", everything({ member: null, grants: "admin" }))).toBe("....yy");
    expect(row("member:manage", everything({ grants: null }))).toBe("....yy");
  });
});

describe("comments", () => {
  it("on an article as a whole belong to no layer", () => {
    expect(row("comment:write", everything({ layer: null }))).toBe(".yyyyy");
  });

  it("of a member since made a viewer can no longer be edited", () => {
    const demoted = { ...actor("author"), role: "viewer" } as const;
    expect(isAllowed("comment:edit", demoted, everything())).toBe(false);
  });
});

describe("layers", () => {
  const blind: LayerFacts = { kind: "editor", ownerId: "author", isReleased: false };

  it("that are blind are visible to their owner alone until released", () => {
    for (const role of roles) {
      expect(isLayerVisible({ userId: "stranger", role }, blind)).toBe(false);
      expect(isLayerVisible({ userId: "stranger", role }, { ...blind, isReleased: true })).toBe(true);
    }
    expect(isLayerVisible({ userId: "author", role: "viewer" }, blind)).toBe(true);
  });

  it("cannot be written by their owner once a viewer", () => {
    const demoted = { ...actor("author"), role: "viewer" } as const;
    expect(isAllowed("claim:create", demoted, everything({ layer: blind }))).toBe(false);
  });

  it("that are adjudicated show themselves to everybody when released", () => {
    const released: LayerFacts = { kind: "adjudicated", ownerId: null, isReleased: true };
    expect(row("claim:read", everything({ layer: released }))).toBe("yyyyyy");
  });

  it("that are not there are not seen", () => {
    expect(seesLayer(actor("owner"), { workspaceId })).toBe(false);
    expect(isOwner(actor("owner"), { workspaceId })).toBe(true);
  });
});

describe("allowedActions", () => {
  const timely = permissions.filter((action) => timelyRows[action]);

  describe.each(claimStates)("on a claim that is %s", (state) => {
    it.each(timely)("offers %s", (action) => {
      const object = { workspaceId, project: open, layer: shared, claim: { ...claim, state } };
      const offered = askers.map((asker) =>
        allowedActions(actor(asker), object).includes(action) ? "y" : ".",
      );
      print(`now ${action}`, state, offered.join(""));
      expect(offered.join("")).toBe(timelyRows[action]?.[state]);
    });
  });

  function offered(asker: Asker, changes: Partial<ClaimAuthFacts>): readonly Permission[] {
    return allowedActions(actor(asker), {
      workspaceId,
      project: open,
      layer: shared,
      claim: { ...claim, ...changes },
    });
  }

  it("offers no decision to creator, reviser, or where review is off", () => {
    expect(offered("reviewer", { createdBy: "reviewer" })).not.toContain("review:decide");
    expect(offered("reviewer", { revisedSinceDecision: ["reviewer"] })).not.toContain("review:decide");
    expect(offered("reviewer", { approvalsNeeded: 0 })).not.toContain("review:decide");
  });

  it("offers a proposal only to another than its proposer, and only where there is one", () => {
    const state = "changes_requested";
    expect(offered("author", { state, proposalBy: "author" })).not.toContain("proposal:accept");
    expect(offered("author", { state, proposalBy: null })).not.toContain("proposal:accept");
    expect(offered("author", { state, approvalsNeeded: 0 })).not.toContain("proposal:accept");
  });

  it("offers no retraction once built on, nor without a decision", () => {
    expect(offered("reviewer", { lastDecision: { by: "reviewer", isBuiltOn: true } })).not.toContain(
      "review:retract",
    );
    expect(offered("reviewer", { lastDecision: null })).not.toContain("review:retract");
  });

  it("offers a removed claim's restoration and no other event", () => {
    const gone = offered("admin", { isRemoved: true });
    expect(gone).toContain("claim:restore");
    expect(gone.filter((action) => /revise|submit|withdraw|remove|review|proposal/.test(action))).toEqual([]);
  });

  it("speaks only of what the object is", () => {
    const article = allowedActions(actor("owner"), {
      workspaceId,
      project: open,
      article: { importedBy: "x" },
    });
    expect(
      article.filter((action) => /^(claim|review|proposal|assessment|comment|member|token)/.test(action)),
    ).toEqual([]);
    expect(article).toContain("article:import");
    expect(allowedActions(actor("viewer"), { workspaceId })).toEqual(["workspace:read"]);
    const layer = { workspaceId, project: open, layer: shared };
    expect(allowedActions(actor("editor"), layer)).toContain("claim:create");
    expect(allowedActions(actor("editor"), layer)).not.toContain("comment:edit");
    const comment = { ...layer, comment: { createdBy: "editor" } };
    expect(allowedActions(actor("editor"), comment)).toContain("comment:edit");
    const people = { workspaceId, member: null, grants: "editor" } as const;
    expect(allowedActions(actor("admin"), people)).toContain("invitation:manage");
    expect(allowedActions(actor("author"), { workspaceId, token: { userId: "author" } })).toContain(
      "token:manage",
    );
  });
});

describe("a token", () => {
  it.each(permissions)("may %s with its scope, or with any where reading is enough", (action) => {
    const object = everything({
      claim: { ...claim, createdBy: "owner", lastDecision: { by: "owner", isBuiltOn: false } },
    });
    const mine = { ...object, comment: { createdBy: "owner" } };
    const able = tokenScopes.filter((scope) => isAllowed(action, actor("owner", { scopes: [scope] }), mine));
    const wanted: readonly TokenScope[] = scopeOf[action] === "read" ? tokenScopes : [scopeOf[action]];
    expect(able).toEqual(wanted);
  });

  it("never gives more than the role", () => {
    const viewer = actor("viewer", { scopes: tokenScopes });
    expect(isAllowed("claim:create", viewer, everything())).toBe(false);
  });

  it("without a scope may do nothing", () => {
    const none = actor("owner", { scopes: [] });
    expect(permissions.filter((action) => isAllowed(action, none, everything()))).toEqual([]);
    expect(() => enterWorkspace(none)).toThrow(TypeError);
  });
});

describe("authorize", () => {
  it("gives a permit for the actor's workspace, or the one word", () => {
    const object = { workspaceId, project: open, layer: shared };
    expect(authorize("claim:create", actor("editor"), object)).toMatchObject({
      ok: true,
      value: { workspaceId, actorId: "editor", role: "editor" },
    });
    expect(authorize("claim:create", actor("viewer"), object)).toEqual({ ok: false, failure: "forbidden" });
  });

  it("opens a workspace to each of its members", () => {
    for (const asker of askers) {
      expect(enterWorkspace(actor(asker, { scopes: null }))).toMatchObject({ workspaceId, actorId: asker });
    }
  });
});
