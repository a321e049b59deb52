import type { Share } from "#core/assignment/distribute.ts";
import { mixChecks } from "#core/assignment/mix-checks.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { isAtLeast } from "#core/review/refusal.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type {
  Assigned,
  AssignInput,
  Assignment,
  AssignmentsPlan,
  AssignmentsQuery,
  MyWork,
  Workers,
} from "#lib/contracts/assignments.ts";
import * as db from "#lib/db/assignments.ts";
import { checksOf, everHeld } from "#lib/db/gold.ts";
import { membersAmong, membersOf } from "#lib/db/identity/members.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, type FieldError, notFound } from "../failure.ts";
import { notify, readersAmong } from "../notifications/notify.ts";
import { projectObject, readableProject } from "../projects/access.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { sharesOf } from "./shares.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };

const ORDER = "newest";
const LATELY = 14 * 86_400_000;
/** As many as one call can name. */
const MOST_PEOPLE = 1_000;

/** Who works on which article of a project, newest first. */
export function list(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  { limit, after, ...filter }: AssignmentsQuery,
): Outcome<{ items: Assignment[]; next: string | null }> {
  return query(caller, workspace, async (inside) => {
    const project = await readableProject(inside, projectIdOrSlug);
    if (!project.ok) return project;
    const cursor = readCursor(ORDER, after, timeKey);
    if (!cursor.ok) return cursor;
    const wanted = { ...filter, projectId: project.value.id, limit: limit + 1, after: cursor.value };
    const { rows, next } = pageOf(await db.listAssignments(inside.tx, inside.permit, wanted), limit, ORDER);
    return ok({ items: rows.map(present), next });
  });
}

/** Gives articles to people; each is told once. What somebody has already is counted and not given again. */
export function assign(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  input: AssignInput,
): Outcome<Assigned> {
  return command(caller, workspace, async (inside) => {
    const planned = await giving(inside, projectIdOrSlug, input);
    if (!planned.ok) return planned;
    const { permit, shares, already } = planned.value;
    const dueAt = input.dueAt === null ? null : new Date(input.dueAt);
    const rows = shares.map((share) => ({
      ...share,
      id: newId(),
      kind: input.kind,
      note: input.note,
      dueAt,
    }));
    const made = await db.insertAssignments(inside.tx, permit, rows, inside.at);
    const stored = await db.assignmentsById(inside.tx, inside.permit, made);
    for (const assignment of stored) await tellGiven(inside, assignment, "assigned");
    return ok({ items: stored.map(present), already: already + rows.length - made.length });
  });
}

/** What `assign` would give to whom, and which articles would lack somebody; nothing is given. */
export function plan(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  input: AssignInput,
): Outcome<AssignmentsPlan> {
  return query(caller, workspace, async (inside) => {
    const planned = await giving(inside, projectIdOrSlug, input);
    if (!planned.ok) return planned;
    const { shares, already, lacking } = planned.value;
    const people = [...new Set(input.userIds)].map((userId) => ({
      userId,
      given: shares.filter((share) => share.userId === userId).length,
    }));
    const lacks = [...lacking].map(([articleId, count]) => ({ articleId, lacks: count }));
    return ok({ given: shares.length, already, people, lacking: lacks });
  });
}

async function giving(inside: Inside, projectIdOrSlug: string, input: AssignInput) {
  const project = await readableProject(inside, projectIdOrSlug);
  if (!project.ok) return project;
  const permit = authorize("assignment:manage", inside.actor, projectObject(inside.actor, project.value));
  if (!permit.ok) return fail(notFound("project"));
  const errors = await problemsOf(inside, project.value, input);
  if (errors.length > 0) return fail<Failure>({ kind: "invalid", errors });
  const given = await sharesOf(inside, project.value.id, input);
  return ok({
    permit: permit.value,
    ...given,
    shares: await withChecks(inside, project.value, input, given.shares),
  });
}

/** Articles whose answer is known among the others, so that nobody can tell which they are. */
async function withChecks(
  { tx, permit }: Inside,
  { id, mode }: Pick<ProjectRecord, "id" | "mode">,
  { kind, checkEvery }: AssignInput,
  shares: readonly Share[],
): Promise<readonly Share[]> {
  if (checkEvery === undefined || kind !== "annotate" || mode !== "blind") return shares;
  const checks = await checksOf(tx, permit, id);
  return mixChecks(shares, checks, checkEvery, await everHeld(tx, permit, checks));
}

/** What waits for the caller in a workspace. */
export function myWork(caller: Caller, workspace: string): Outcome<MyWork> {
  return query(caller, workspace, async ({ tx, permit, at }) => {
    const assignments = (await db.openFor(tx, permit)).map(present);
    const sentBack = await db.sentBackTo(tx, permit);
    const inProgress = await db.startedBy(tx, permit);
    const doneLately = await db.doneSince(tx, permit, new Date(at.getTime() - LATELY));
    return ok({ assignments, sentBack, inProgress, doneLately: doneLately.map(present) });
  });
}

/** Who can be given articles of a project, by name, with how much each has in hand. */
export function workersOf(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  kind: AssignInput["kind"],
): Outcome<Workers> {
  return query(caller, workspace, async (inside) => {
    const project = await readableProject(inside, projectIdOrSlug);
    if (!project.ok) return project;
    const members = await membersOf(inside.tx, inside.permit, { limit: MOST_PEOPLE, after: null });
    const ids = members.map(({ userId }) => userId);
    const able = new Set(await workersAmong(inside, project.value, kind, ids));
    const loads = await db.loadsOf(inside.tx, inside.permit, [...able]);
    const items = members
      .filter(({ userId }) => able.has(userId))
      .map(({ userId, name }) => ({ userId, name, inHand: loads.get(userId) ?? 0 }));
    return ok({ items: items.toSorted((one, other) => one.name.localeCompare(other.name, "en")) });
  });
}

/** Whoever does the work must be a member who may, and see the project; whoever reviews, a reviewer. */
async function problemsOf(
  inside: Inside,
  project: ProjectRecord,
  { articleIds, userIds, kind }: Pick<AssignInput, "articleIds" | "userIds" | "kind">,
): Promise<FieldError[]> {
  const { tx, permit } = inside;
  const articles = await db.articlesAmong(tx, permit, project.id, articleIds);
  const able = new Set(await workersAmong(inside, project, kind, userIds));
  return [
    ...articleIds.flatMap((id, at) =>
      articles.has(id)
        ? []
        : [{ pointer: `/articleIds/${at}`, message: "There is no such article in this project." }],
    ),
    ...userIds.flatMap((id, at) =>
      able.has(id)
        ? []
        : [{ pointer: `/userIds/${at}`, message: `This person cannot ${kind} in this project.` }],
    ),
  ];
}

/** Those of the given people who may do this kind of work in a project. */
export async function workersAmong(
  inside: Pick<Inside, "tx" | "permit" | "actor">,
  project: Pick<ProjectRecord, "restricted" | "memberIds">,
  kind: AssignInput["kind"],
  userIds: readonly string[],
): Promise<string[]> {
  const least = kind === "review" ? "reviewer" : "editor";
  const members = await membersAmong(inside.tx, inside.permit, userIds);
  const able = members.filter(({ role }) => isAtLeast(role, least)).map(({ userId }) => userId);
  const { project: facts } = projectObject(inside.actor, project);
  return readersAmong(inside, { project: facts, layer: null }, able);
}

type Told = db.StoredAssignment & {
  readonly project: { isRestricted: boolean; memberIds: readonly string[] };
};

/** One audit row, one event, and a word to whoever has it now. */
export async function tellGiven(
  inside: Writing,
  given: Told,
  kind: "assigned" | "handed_over",
): Promise<void> {
  const { id, articleId, userId, project, dueAt } = given;
  record(inside, given, kind);
  const subject = {
    articleId,
    assignmentId: id,
    project,
    layer: null,
    detail: { kind: given.kind, ...(dueAt === null ? {} : { dueAt }) },
  };
  await notify(inside, subject, { [kind]: [userId] });
}

export function record(
  { journal }: Pick<Writing, "journal">,
  { id, articleId, userId, kind }: Told,
  what: string,
): void {
  journal.audit({
    action: `assignment.${what}`,
    objectType: "assignment",
    objectId: id,
    detail: { articleId, userId, kind },
  });
  journal.announce({ kind: `assignment.${what}`, articleId, objectId: id, payload: { id, userId, kind } });
}

export function present({ project: _project, sortKey: _sortKey, ...assignment }: AnyRow): Assignment {
  return assignment;
}
type AnyRow = Told & { readonly sortKey: string };
