import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed } from "#lib/authz/authorize.ts";
import type { Assignment, AssignmentPatch } from "#lib/contracts/assignments.ts";
import * as db from "#lib/db/assignments.ts";
import { findProject } from "#lib/db/projects.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { notify, type Telling } from "../notifications/notify.ts";
import { command, type Inside, type Journal } from "../workspace.ts";
import { present, record, tellGiven, workersAmong } from "./assignments.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };
type Row = NonNullable<Awaited<ReturnType<typeof db.assignmentById>>>;

/** Ends an assignment, hands it over, or changes when it is due: the last is for whoever gives them out. */
export function change(
  caller: Caller,
  workspace: string,
  id: string,
  patch: AssignmentPatch,
): Outcome<Assignment> {
  return command(caller, workspace, async (inside) => {
    // Whoever may do nothing with it neither holds it up nor learns that it has ended.
    const [seen] = await db.assignmentsById(inside.tx, inside.permit, [id]);
    if (!seen || !mayChange(inside, seen)) return fail(notFound("assignment"));
    const row = await db.assignmentById(inside.tx, inside.permit, id);
    if (!row) return fail(notFound("assignment"));
    if (row.state !== "open") return fail(ended);
    const planned = await replan(inside, row, patch);
    if (!planned.ok) return planned;
    const done = await end(inside, row, patch);
    if (!done.ok) return done;
    const [now] = await db.assignmentsById(inside.tx, inside.permit, [id]);
    return now ? ok(present(now)) : fail(notFound("assignment"));
  });
}

const ended = conflict("assignment-ended", "This assignment has ended already. Give the article out again.");

function mayChange(inside: Inside, row: Row): boolean {
  const object = heldObject(inside, row);
  return (
    isAllowed("assignment:end", inside.actor, object) || isAllowed("assignment:manage", inside.actor, object)
  );
}

async function replan(inside: Writing, row: Row, { dueAt, note }: AssignmentPatch): Outcome<null> {
  if (dueAt === undefined && note === undefined) return ok(null);
  const permit = authorize("assignment:manage", inside.actor, heldObject(inside, row));
  if (!permit.ok) return fail(notFound("assignment"));
  await db.changeAssignment(inside.tx, permit.value, row.id, {
    ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
    ...(note === undefined ? {} : { note }),
  });
  record(inside, row, "changed");
  return ok(null);
}

async function end(
  inside: Writing,
  row: Row,
  { state, handTo, reason = "" }: AssignmentPatch,
): Outcome<null> {
  if (state === undefined && handTo === undefined) return ok(null);
  const permit = authorize("assignment:end", inside.actor, heldObject(inside, row));
  if (!permit.ok) return fail(notFound("assignment"));
  if (handTo !== undefined) return handOver(inside, row, permit.value, handTo, reason);
  const how = { state: state ?? "done", by: inside.actor.userId, reason };
  await db.endAssignment(inside.tx, permit.value, row.id, how, inside.at);
  record(inside, row, how.state);
  if (how.state === "returned") await tellReturned(inside, row, reason);
  return ok(null);
}

async function handOver(
  inside: Writing,
  row: Row,
  permit: Parameters<typeof db.insertAssignments>[1],
  handTo: string,
  reason: string,
): Outcome<null> {
  const project = await findProject(inside.tx, inside.permit, row.projectId);
  const able = project ? await workersAmong(inside, project, row.kind, [handTo]) : [];
  if (able.length === 0) return fail(invalid("/handTo", `This person cannot ${row.kind} in this project.`));
  const how = { state: "handed_over", by: inside.actor.userId, reason } as const;
  await db.endAssignment(inside.tx, permit, row.id, how, inside.at);
  record(inside, row, "handed_over");
  const { articleId, kind, note } = row;
  const dueAt = row.dueAt === null ? null : new Date(row.dueAt);
  const next = { id: newId(), articleId, userId: handTo, kind, note, dueAt };
  const made = await db.insertAssignments(inside.tx, permit, [next], inside.at);
  for (const given of await db.assignmentsById(inside.tx, inside.permit, made)) {
    await tellGiven(inside, given, "handed_over");
  }
  return ok(null);
}

export async function tellReturned(inside: Telling, row: Row, reason: string): Promise<void> {
  const { id: assignmentId, articleId, project, assignedBy } = row;
  const subject = { articleId, assignmentId, project, layer: null, detail: { reason } };
  await notify(inside, subject, { returned: [assignedBy] });
}

function heldObject({ actor }: Inside, { project, userId }: Row) {
  return { workspaceId: actor.workspaceId, project, assignment: { userId } };
}
