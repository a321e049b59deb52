import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { Adjudication, AgreedInput, DecisionCreate, ToAdjudicate } from "#lib/contracts/adjudication.ts";
import * as db from "#lib/db/adjudications.ts";
import { claimsById } from "#lib/db/claims.ts";
import { findProject } from "#lib/db/projects.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { createInside } from "../claims/create.ts";
import { conflict } from "../claims/refusals.ts";
import { removeInside } from "../claims/remove.ts";
import { moveInside, submitting, withdrawing } from "../claims/transitions.ts";
import { type Failure, notFound } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import { command, query, type Writing } from "../workspace.ts";
import { type Case, caseFor } from "./access.ts";
import { resultOf } from "./result.ts";
import { answer, decisionOn, isFresh, type Units, unitsOf } from "./units.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Articles in one answer: more wait for nobody at a time. */
const MOST_ARTICLES = 500;
/** Milliseconds in which everything agreed on may be taken over. */
const LONG = { timeout: 60_000 };

/** Articles of a project that wait for an adjudicator who has not coded them. */
export function list(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
): Outcome<{ items: ToAdjudicate[] }> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const project = await findProject(tx, permit, projectIdOrSlug);
    const granted = project && authorize("adjudication:decide", actor, projectObject(actor, project));
    if (!(project && granted?.ok)) return fail(notFound("project"));
    const found = await db.articlesToAdjudicate(tx, granted.value, project.id, MOST_ARTICLES);
    const items = found.map(({ lastAt, coders, ...rest }) => ({
      ...rest,
      coders: [...coders],
      lastAt: lastAt?.toISOString() ?? null,
    }));
    return ok({ items });
  });
}

/** What an article's coders marked, side by side, with what was decided. */
export function read(caller: Caller, workspace: string, articleId: string): Outcome<Adjudication> {
  return query(caller, workspace, async (inside) => {
    const the = await caseFor(inside, articleId);
    return the.ok ? ok(await answer(inside, the.value)) : the;
  });
}

/** Settles one unit; what comes of it is a claim of the adjudicated layer, handed to review. */
export function decide(
  caller: Caller,
  workspace: string,
  articleId: string,
  decision: DecisionCreate,
): Outcome<Adjudication> {
  return command(caller, workspace, async (inside) => {
    const the = await caseFor(inside, articleId, { lock: true });
    if (!the.ok) return the;
    const all = await unitsOf(inside, the.value);
    const settled = await settle(inside, the.value, all, decision);
    return settled.ok ? ok(await answerAfter(inside, the.value)) : settled;
  });
}

/** Takes over every unit that all coders marked and say the same of, as long as they are as many as were shown. */
export function takeAgreed(
  caller: Caller,
  workspace: string,
  articleId: string,
  { expected }: AgreedInput,
): Outcome<Adjudication> {
  const work = async (inside: Writing): Outcome<Adjudication> => {
    const the = await caseFor(inside, articleId, { lock: true });
    if (!the.ok) return the;
    const all = await unitsOf(inside, the.value);
    const agreed = all.units.filter(
      ({ claimIds, differs }) => differs.length === 0 && !decisionOn(all, claimIds),
    );
    if (agreed.length !== expected) return fail(changed);
    const depthOf = (claimIds: readonly string[]) =>
      all.claims.get(claimIds[0] ?? "")?.wholeChain.length ?? 0;
    let now = all;
    // Outer claims first: an inner one takes its place beneath what came of its parent.
    for (const unit of agreed.toSorted((one, other) => depthOf(one.claimIds) - depthOf(other.claimIds))) {
      const [takenFrom = ""] = unit.claimIds;
      const decision = { outcome: "taken" as const, claimIds: [...unit.claimIds], takenFrom, reason: "" };
      const settled = await settle(inside, the.value, now, decision);
      if (settled.ok) now = await withSettled(inside, now, settled.value);
      // One nested in a claim that is not settled waits for it, and holds up no other.
      else if (!isWaiting(settled.failure)) return settled;
    }
    return ok(await answerAfter(inside, the.value));
  };
  return command(caller, workspace, work, LONG);
}

/** The same units with one more decision, and what came of it. */
async function withSettled(
  { tx, permit }: Writing,
  all: Units,
  decision: db.StoredAdjudication,
): Promise<Units> {
  const made = await claimsById(tx, permit, decision.resultId === null ? [] : [decision.resultId]);
  const claims = new Map([...all.claims, ...made.map((claim) => [claim.id, claim] as const)]);
  return { ...all, claims, decisions: [...all.decisions, decision] };
}

const isWaiting = (failure: Failure) => failure.kind === "conflict" && failure.code === "parent-undecided";

async function settle(
  inside: Writing,
  the: Case,
  all: Units,
  decision: DecisionCreate,
): Outcome<db.StoredAdjudication> {
  const { article, permit, compared } = the;
  const claimIds = [...new Set(decision.claimIds)].toSorted();
  const standing = decisionOn(all, claimIds);
  if (standing) return fail(decided(standing.id));
  if (!all.units.some((unit) => unit.claimIds.join(" ") === claimIds.join(" "))) return fail(changed);
  const { versionId } = compared;
  const made = await madeOf(inside, the, all, decision);
  if (!made.ok) return made;
  const resultId = made.value;
  const settled: db.StoredAdjudication = {
    id: newId(),
    claimIds,
    revisions: claimIds.map((claimId) => all.claims.get(claimId)?.revision ?? 0),
    outcome: decision.outcome,
    takenFrom: decision.outcome === "taken" ? decision.takenFrom : null,
    resultId,
    reason: decision.reason,
    decidedBy: inside.actor.userId,
    decidedAt: inside.at,
  };
  await db.insertAdjudication(inside.tx, permit, { ...settled, articleId: article.id, versionId });
  tell(inside, article.id, settled.id, "decided", { outcome: decision.outcome, claimIds, resultId });
  return ok(settled);
}

/** The claim that comes of a decision, handed to review: its id, or null where all were wrong. */
async function madeOf(
  inside: Writing,
  { article, permit, compared }: Case,
  all: Units,
  decision: DecisionCreate,
): Outcome<string | null> {
  if (decision.outcome === "none") return ok(null);
  const layerId = await db.adjudicatedLayer(inside.tx, permit, article.id);
  const body = resultOf(all, decision, { versionId: compared.versionId, layerId });
  if (!body.ok) return body;
  const made = await createInside(inside, article.id, body.value);
  if (!made.ok) return made;
  const submitted = await moveInside(inside, made.value.id, made.value.revision, submitting);
  return submitted.ok ? ok(made.value.id) : submitted;
}

/** The whole after a change; once everything is settled, the adjudicated layer is finished and can be released. */
async function answerAfter(inside: Writing, the: Case): Promise<Adjudication> {
  const after = await answer(inside, the);
  const state = after.progress.decided === after.progress.units ? "finished" : "in_progress";
  await db.setAdjudicatedWork(inside.tx, the.permit, the.article.id, state, inside.at);
  return after;
}

/** Takes one's own decision back as long as nobody has built on it: its claim goes with it. */
export function undo(
  caller: Caller,
  workspace: string,
  articleId: string,
  id: string,
): Outcome<Adjudication> {
  return command(caller, workspace, async (inside) => {
    const the = await caseFor(inside, articleId, { lock: true });
    if (!the.ok) return the;
    const { decisions, claims } = await unitsOf(inside, the.value);
    const decision = decisions.find((one) => one.id === id && one.decidedBy === inside.actor.userId);
    if (!decision) return fail(notFound("decision"));
    const removed = await withoutResult(inside, claims, decision.resultId);
    if (!removed.ok) return removed;
    await db.undoAdjudication(inside.tx, the.value.permit, id, inside.at);
    tell(inside, articleId, id, "undone", { claimIds: decision.claimIds });
    return ok(await answerAfter(inside, the.value));
  });
}

/** Takes away the claim that came of a decision, as long as it is as it was made. */
async function withoutResult(
  inside: Writing,
  claims: Units["claims"],
  resultId: string | null,
): Outcome<unknown> {
  if (resultId === null) return ok(null);
  const result = claims.get(resultId);
  if (!(result && isFresh(result))) return fail(builtOn);
  const withdrawn = await moveInside(inside, resultId, 1, withdrawing);
  return withdrawn.ok ? removeInside(inside, resultId, 1) : withdrawn;
}

/** Watchers are told that something was settled; those who see the layers read what. */
function tell(
  { journal }: Writing,
  articleId: string,
  id: string,
  what: "decided" | "undone",
  detail: Parameters<Writing["journal"]["audit"]>[0]["detail"],
): void {
  journal.audit({ action: `adjudication.${what}`, objectType: "article", objectId: articleId, detail });
  journal.announce({ kind: `adjudication.${what}`, articleId, objectId: id, payload: { id } });
}

const changed = conflict(
  "unit-changed",
  "The coders' claims are not as you saw them: one has changed, come or gone. Nothing was decided.",
);
const decided = (id: string) =>
  conflict("already-decided", "Somebody has decided on this already. Nothing was changed.", {
    decisionId: id,
  });
const builtOn = conflict(
  "built-on",
  "Its claim has been reviewed or revised since, so the decision stands. Reject or revise the claim instead.",
);
