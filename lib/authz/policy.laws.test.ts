import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ReviewEvent } from "#core/review/facts.ts";
import { decide } from "#core/review/machine.ts";
import { claimStates, roles } from "#core/review/state.ts";
import type { ReviewEventType } from "#core/review/transitions.ts";
import { allowedActions } from "./allowed-actions.ts";
import { authorize, enterWorkspace, isAllowed } from "./authorize.ts";
import type { Actor, AnyObject, ClaimAuthFacts, LayerFacts } from "./objects.ts";
import { type Permission, permissions, tokenScopes } from "./permissions.ts";
import { type FactName, facts, needs } from "./policy.cases.ts";

const workspaceId = "desk";
const me = "me";

const layer: LayerFacts = { kind: "editor", ownerId: me, isReleased: false };
const claim: ClaimAuthFacts = {
  state: "draft",
  isRemoved: false,
  createdBy: me,
  revisedBy: [],
  revisedSinceDecision: [],
  approvals: [],
  approvalsNeeded: 1,
  proposalBy: null,
  lastDecision: { by: me, isBuiltOn: false },
};

/** An object of which every fact is true for `me`. */
const allTrue: AnyObject = {
  workspaceId,
  project: { isRestricted: true, memberIds: [me] },
  article: { importedBy: me },
  layer,
  claim,
  comment: { createdBy: me },
  member: { userId: "somebody", role: "editor" },
  grants: "editor",
  assignment: { userId: me },
  token: { userId: me },
};

/** What makes each fact false, and as little else as can be. */
const falsified: Readonly<Record<FactName, Partial<AnyObject>>> = {
  project: { project: { isRestricted: true, memberIds: ["somebody"] } },
  seen: { layer: { ...layer, ownerId: "somebody" } },
  written: { layer: { ...layer, ownerId: "somebody", isReleased: true } },
  author: { claim: { ...claim, createdBy: "somebody" } },
  draft: { claim: { ...claim, state: "submitted" } },
  decider: { claim: { ...claim, lastDecision: { by: "somebody", isBuiltOn: false } } },
  importer: { article: { importedBy: "somebody" } },
  commenter: { comment: { createdBy: "somebody" } },
  assignee: { assignment: { userId: "somebody" } },
  holder: { token: { userId: "somebody" } },
  ownership: { grants: "owner" },
};

const actorOf = (role: Actor["role"]): Actor => ({ userId: me, workspaceId, role });

function neededBy(action: Permission, actor: Actor): string {
  if (!isAllowed(action, actor, allTrue)) return "-";
  const needed = facts.filter((fact) => !isAllowed(action, actor, { ...allTrue, ...falsified[fact] }));
  return needed.length === 0 ? "yes" : needed.join(" ");
}

const printed: string[] = [];
const inColumns = (action: string, cells: readonly string[]) =>
  `${action.padEnd(20)}${cells.map((cell) => cell.padEnd(32)).join("")}`.trimEnd();
afterAll(() => console.log([inColumns("facts needed", roles), ...printed].join("\n")));

describe("the facts each permission needs", () => {
  it("are told for every permission, in their order", () => {
    expect(needs.map(([permission]) => permission)).toEqual([...permissions]);
  });

  it.each(needs)("%s", (action, ...byRole) => {
    const answers = roles.map((role) => neededBy(action, actorOf(role)));
    printed.push(inColumns(action, answers));
    expect(answers).toEqual(byRole);
  });
});

const people = fc.constantFrom("me", "you", "she");
const someone = fc.option(people);
const actors: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constant(me),
  workspaceId: fc.constant(workspaceId),
  role: fc.constantFrom(...roles),
  scopes: fc.option(fc.subarray([...tokenScopes])),
});
const layers: fc.Arbitrary<LayerFacts> = fc.record({
  kind: fc.constantFrom("shared", "editor", "adjudicated"),
  ownerId: someone,
  isReleased: fc.boolean(),
});
const claims: fc.Arbitrary<ClaimAuthFacts> = fc.record({
  state: fc.constantFrom(...claimStates),
  isRemoved: fc.boolean(),
  createdBy: people,
  revisedBy: fc.subarray(["me", "you"]),
  revisedSinceDecision: fc.subarray(["me", "you"]),
  approvals: fc.subarray(["you", "she"]),
  approvalsNeeded: fc.constantFrom(0, 1, 2),
  proposalBy: someone,
  lastDecision: fc.option(fc.record({ by: people, isBuiltOn: fc.boolean() })),
});
const member = fc.option(fc.record({ userId: people, role: fc.constantFrom(...roles) }));
const parts = {
  project: fc.record({ isRestricted: fc.boolean(), memberIds: fc.subarray(["me", "you"]) }),
  article: fc.record({ importedBy: people }),
  layer: fc.option(layers),
  claim: claims,
  comment: fc.record({ createdBy: people }),
  member,
  grants: fc.option(fc.constantFrom(...roles)),
  token: fc.record({ userId: people }),
};
const workspace = fc.constant(workspaceId);
/** An object of which every part was loaded, and one of which any may be missing. */
const wholes: fc.Arbitrary<AnyObject> = fc.record({ workspaceId: workspace, ...parts });
const objects: fc.Arbitrary<AnyObject> = fc.record(
  { workspaceId: workspace, ...parts },
  { requiredKeys: ["workspaceId"] },
);
const actions = fc.constantFrom(...permissions);
const RUNS = { numRuns: 1000 };

describe("the policy, of whomever and whatever it is asked", () => {
  it("law: what was not loaded allows nothing: taking a part away never gives a permission", () => {
    const part = fc.constantFrom(...(Object.keys(parts) as (keyof typeof parts)[]));
    fc.assert(
      fc.property(actions, actors, objects, part, (action, actor, object, missing) => {
        const { [missing]: _, ...less } = object;
        if (isAllowed(action, actor, less)) expect(isAllowed(action, actor, object)).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives no permission by leaving out the very part that speaks against it", () => {
    const touchingOwner: AnyObject = { ...allTrue, member: { userId: "somebody", role: "owner" } };
    const refusing = [...facts.map((fact) => ({ ...allTrue, ...falsified[fact] })), touchingOwner];
    for (const action of permissions) {
      for (const object of refusing) {
        for (const missing of Object.keys(parts) as (keyof typeof parts)[]) {
          const { [missing]: _, ...less } = object;
          const [before, after] = [object, less].map((about) =>
            roles.filter((role) => isAllowed(action, actorOf(role), about)),
          );
          expect(before).toEqual(expect.arrayContaining(after ?? []));
        }
      }
    }
  });

  it("law: a higher role may all that a lower one may", () => {
    fc.assert(
      fc.property(actions, actors, objects, fc.constantFrom(...roles), (action, actor, object, role) => {
        const higher = roles.indexOf(role) > roles.indexOf(actor.role) ? role : actor.role;
        if (isAllowed(action, actor, object))
          expect(isAllowed(action, { ...actor, role: higher }, object)).toBe(true);
      }),
      RUNS,
    );
  });

  it("law: a token never gives what its holder has not, nor less with one more scope", () => {
    fc.assert(
      fc.property(
        actions,
        actors,
        objects,
        fc.constantFrom(...tokenScopes),
        (action, actor, object, scope) => {
          if (!isAllowed(action, actor, object)) return;
          expect(isAllowed(action, { ...actor, scopes: null }, object)).toBe(true);
          const wider = actor.scopes ? [...actor.scopes, scope] : null;
          expect(isAllowed(action, { ...actor, scopes: wider }, object)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it("law: nothing is allowed across workspaces", () => {
    fc.assert(
      fc.property(actions, actors, objects, (action, actor, object) => {
        expect(isAllowed(action, { ...actor, workspaceId: "elsewhere" }, object)).toBe(false);
      }),
    );
  });

  it("law: whoever may do anything to a claim may read it", () => {
    const toClaims = permissions.filter((name) => /^(claim|review|proposal|assessment):/u.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...toClaims), actors, objects, (action, actor, object) => {
        if (isAllowed(action, actor, object)) expect(isAllowed("claim:read", actor, object)).toBe(true);
      }),
      RUNS,
    );
  });

  it("law: another's blind layer shows nothing to anybody, whatever their role", () => {
    const blind: LayerFacts = { kind: "editor", ownerId: "you", isReleased: false };
    const inLayers = permissions.filter((name) => /^(claim|review|proposal|assessment|comment):/u.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...inLayers), actors, objects, (action, actor, object) => {
        expect(isAllowed(action, actor, { ...object, layer: blind })).toBe(false);
      }),
    );
  });

  it("law: a restricted project shows nothing to those it does not name, but its settings to an admin", () => {
    const project = { isRestricted: true, memberIds: ["you"] };
    const inProjects = permissions.filter((name) =>
      /^(article|claim|review|proposal|assessment|comment|export):/u.test(name),
    );
    fc.assert(
      fc.property(fc.constantFrom(...inProjects), actors, objects, (action, actor, object) => {
        expect(isAllowed(action, actor, { ...object, project })).toBe(false);
      }),
    );
  });

  it("law: a permit is given exactly where it is allowed, for the actor's own workspace", () => {
    fc.assert(
      fc.property(actors, wholes, (actor, object) => {
        const { layer: whole } = object;
        const { project = { isRestricted: true, memberIds: [] } } = object;
        if (!whole) return;
        const result = authorize("claim:create", actor, { workspaceId, project, layer: whole });
        expect(result.ok).toBe(isAllowed("claim:create", actor, object));
        if (result.ok) expect(result.value).toMatchObject({ workspaceId, actorId: me, role: actor.role });
      }),
    );
  });

  it("law: a workspace opens to any member, unless the token has no scope", () => {
    fc.assert(
      fc.property(actors, (actor) => {
        if (actor.scopes?.length === 0) expect(() => enterWorkspace(actor)).toThrow("without a scope");
        else expect(enterWorkspace(actor)).toMatchObject({ workspaceId, actorId: me });
      }),
    );
  });

  it("refuses a permission there is not by throwing, not by answering", () => {
    // A name from outside the list cannot be typed; from untyped code it must not pass for a no or a yes.
    expect(() => isAllowed("claim:forget" as Permission, actorOf("owner"), allTrue)).toThrow(TypeError);
  });
});

const eventsOf: Readonly<Partial<Record<Permission, readonly ReviewEventType[]>>> = {
  "claim:revise": ["revise"],
  "claim:submit": ["submit"],
  "claim:withdraw": ["withdraw"],
  "claim:remove": ["remove"],
  "claim:restore": ["restore"],
  "review:decide": ["approve", "reject", "request_changes"],
  "review:reopen": ["reopen"],
  "review:retract": ["retract_review"],
  "proposal:accept": ["accept_proposal"],
};

function happening(type: ReviewEventType): ReviewEvent {
  if (type === "request_changes") return { type, reason: "wrong_span", hasProposal: false };
  return type === "reject" || type === "reopen" ? { type, reason: "wrong_span" } : { type };
}

/** Whether the review machine would let any of these events happen to the claim. */
function canHappen(types: readonly ReviewEventType[], actor: Actor, about: ClaimAuthFacts): boolean {
  const { state, lastDecision, ...rest } = about;
  const decision = lastDecision && {
    ...lastDecision,
    ...{ stateBefore: "submitted" as const, approvalsBefore: [], revisedSinceBefore: [] },
    approvedRevisionBefore: null,
  };
  const acting = { actorId: actor.userId, role: actor.role, mayWriteLayer: actor.role !== "viewer" };
  const known = { ...rest, ...acting, lastDecision: decision, revision: 3, approvedRevision: null };
  return types.some((type) => decide(state, happening(type), known).ok);
}

describe("the actions a browser is told of", () => {
  const shared: LayerFacts = { kind: "shared", ownerId: null, isReleased: false };
  const project = { isRestricted: false, memberIds: [] };

  it.each(Object.entries(eventsOf))(
    "law: %s is offered exactly where the review lets it happen",
    (action, types) => {
      fc.assert(
        fc.property(fc.constantFrom(...roles), claims, (role, about) => {
          const actor = actorOf(role);
          const offered: readonly string[] = allowedActions(actor, {
            workspaceId,
            project,
            layer: shared,
            claim: about,
          });
          expect(offered.includes(action)).toBe(canHappen(types, actor, about));
        }),
        RUNS,
      );
    },
  );

  it("law: none is offered that would be refused", () => {
    fc.assert(
      fc.property(actors, objects, (actor, object) => {
        for (const action of allowedActions(actor, object))
          expect(isAllowed(action, actor, object)).toBe(true);
      }),
      RUNS,
    );
  });
});
