import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { AnnotationImport, ImportMapping, ImportRun } from "#lib/contracts/annotation-imports.ts";
import * as db from "#lib/db/annotation-imports.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { importableProject } from "../projects/access.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { ownImport } from "./access.ts";
import { storedOf } from "./answer.ts";
import { answerOf, readKept } from "./imports.ts";
import { type Look, look, mappingProblems } from "./look.ts";
import { PlanMoved, type Written, write } from "./write.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };

/** An import that this process has for now. */
export type Leased = {
  readonly workspaceId: string;
  readonly projectId: string;
  readonly id: string;
  readonly lease: string;
};

/** Longer than reading, planning or one statement takes; then others believe that this process is gone. */
const LEASE = 180_000;
/** For one transaction of 200,000 claims, with room. */
const LIMITS = { timeout: 600_000 };
/** Others moved the ground so often in a row: something else is the matter. */
const ATTEMPTS = 3;

export const leaseUntil = (at: Date): Date => new Date(at.getTime() + LEASE);

/** Reads, plans and stores; what stands against it puts the import back, with the reason. */
export async function perform(caller: Caller, leased: Leased): Outcome<AnnotationImport> {
  try {
    const done = await attempt(caller, leased);
    if (!done.ok) await putBack(leased, sentenceOf(done.failure));
    return done;
  } catch (error) {
    await putBack(leased, "Something went wrong here. Nothing came in; try again.");
    throw error;
  }
}

async function attempt(caller: Caller, leased: Leased): Outcome<AnnotationImport> {
  const { principal } = caller;
  const { workspaceId, projectId, id } = leased;
  const begun = await query({ principal }, workspaceId, async (inside) => {
    const own = await ownImport(inside, projectId, id);
    if (!own.ok) return own;
    const { mapping, options } = storedOf(own.value.record);
    // Roles, layers and categories may be others than when they were chosen.
    const errors = await mappingProblems(inside, own.value.project, mapping);
    return errors.length > 0
      ? fail<Failure>({ kind: "invalid", errors })
      : ok({ record: own.value.record, mapping, options });
  });
  if (!begun.ok) return begun;
  const { record, mapping, options } = begun.value;
  const read = await readKept(workspaceId, record, mapping);
  if (!read.ok) return read;
  for (let round = 1; ; round += 1) {
    try {
      const looked = await planned(caller, leased, { mapping, options, dataset: read.value.dataset });
      if (!looked.ok) return looked;
      return await store(caller, leased, { record, looked: looked.value, options });
    } catch (error) {
      if (!(error instanceof PlanMoved) || round >= ATTEMPTS) throw error;
    }
  }
}

type Planning = {
  readonly mapping: ImportMapping;
  readonly options: ImportRun;
  readonly dataset: Parameters<typeof look>[2];
};

function planned({ principal }: Caller, leased: Leased, given: Planning): Outcome<Look> {
  const work = async (inside: Inside): Outcome<Look> => {
    const into = await importableProject(inside, leased.projectId, { lock: false });
    if (!into.ok) return into;
    const looked = await look(inside, into.value, given.dataset, given.mapping);
    const refused = refusalOf(looked, given.options);
    return refused ? fail(refused) : ok(looked);
  };
  return query({ principal }, leased.workspaceId, work, LIMITS);
}

function refusalOf({ plan }: Look, { onProblems }: ImportRun): Failure | null {
  const { undecided, problems } = plan;
  if (undecided.length > 0) {
    const some = undecided.slice(0, 5).map((label) => `“${label}”`);
    const more = undecided.length > 5 ? ` and ${undecided.length - 5} more` : "";
    return {
      kind: "conflict",
      code: "labels-unmapped",
      detail: `No category was chosen for ${some.join(", ")}${more}. Choose one for each, or leave it out.`,
      current: undecided,
    };
  }
  if (onProblems === "skip" || problems.leavingOut === 0) return null;
  return {
    kind: "conflict",
    code: "import-has-problems",
    detail: `Nothing came in: ${problems.leavingOut} problems leave something out. Mend the files, or choose to skip what is bad.`,
    current: problems.kept.slice(0, 20),
  };
}

type Storing = { readonly record: db.ImportRecord; readonly looked: Look; readonly options: ImportRun };

async function store(caller: Caller, leased: Leased, storing: Storing): Outcome<AnnotationImport> {
  const { workspaceId, projectId, id, lease } = leased;
  const done = await command(
    caller,
    workspaceId,
    async (inside) => {
      const into = await importableProject(inside, projectId);
      if (!into.ok) return into;
      const source = authorize("source:edit", inside.actor, { workspaceId });
      if (!source.ok) return fail(notFound("workspace"));
      const { submit } = storing.options;
      const ground = { ...into.value, sourcePermit: source.value, importId: id, submit };
      const written = await write(inside, { ...ground, onProgress: progressOf(leased) }, storing.looked.plan);
      const finished = { ...written, lease, at: inside.at, claims: written.claimIds.length };
      // Whoever took it over since has its claims to write; these are rolled back.
      if (!(await db.finishImport(inside.tx, inside.permit, id, finished)))
        throw new PlanMoved("the lease is lost");
      recordImport(inside, storing, written);
      return answerOf(inside, projectId, id);
    },
    LIMITS,
  );
  return done;
}

/** One row an import: who brought what in, from which files, whose work it was, and what it was taken for. */
function recordImport({ journal }: Writing, { record, looked, options }: Storing, written: Written): void {
  const { articles, claims, sources, idChangeCount } = written.result;
  journal.audit({
    action: "annotations.imported",
    objectType: "import",
    objectId: record.id,
    detail: {
      projectId: record.projectId,
      format: record.format,
      fileNames: [...record.fileNames],
      counts: { articles, claims, sources, idChanges: idChangeCount },
      mapping: { labels: { ...looked.mapping.labels }, annotators: { ...looked.mapping.annotators } },
      options: { ...options },
      problems: looked.problems.count,
    },
  });
}

function progressOf({ workspaceId, id, lease }: Leased): (claims: number) => Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  return async (progress) => {
    const until = leaseUntil(systemClock());
    await inWorkspace(permit, (tx) => db.keepLease(tx, permit, id, { lease, until, progress }));
  };
}

async function putBack({ workspaceId, id, lease }: Leased, failure: string): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  await inWorkspace(permit, (tx) => db.failImport(tx, permit, id, { lease, failure }));
}

function sentenceOf(failure: Failure): string {
  if (failure.kind === "invalid") return failure.errors.map(({ message }) => message).join(" ");
  if (failure.kind === "conflict") return failure.detail;
  return "It may not be taken in here any more.";
}
