import type { ArticleTally } from "#core/agreement/tally.ts";
import { ok } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import { type ComparableArticle, comparableArticles, keepTallies } from "#lib/db/agreement.ts";
import * as db from "#lib/db/agreement-runs.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { type Clock, systemClock } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "../caller.ts";
import { systemCommand } from "../jobs/system-command.ts";
import { query } from "../workspace.ts";
import { studyOf } from "./access.ts";
import { report } from "./report.ts";
import { talliesOf } from "./tallies.ts";

/** A maker that has not been heard of for so long is taken for gone. */
const LEASE = 60_000;
const ATTEMPTS = 3;
/** Articles read in one transaction. */
const AT_ONCE = 20;

/** Reckons what waits in a workspace, one after another, until nothing does. */
export async function reckonWaiting(workspaceId: string, clock: Clock = systemClock): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  for (;;) {
    const at = clock();
    const lease = new Date(at.getTime() + LEASE);
    const run = await inWorkspace(permit, (tx) => db.takeRun(tx, permit, at, lease));
    if (!run) return;
    await reckonOne(workspaceId, run, clock);
  }
}

async function reckonOne(workspaceId: string, run: db.RunRow, clock: Clock): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  try {
    const finished = await reckon(workspaceId, run, clock);
    await systemCommand(permit, clock(), async ({ tx, at, journal }) => {
      if (finished) await db.finishRun(tx, permit, run, at, finished);
      else await db.failRun(tx, permit, run.id, at, { state: "failed", error: gone });
      tell(journal, run.id, finished ? "done" : "failed");
    });
  } catch (error) {
    log().error({ err: error, workspaceId, runId: run.id }, "agreement could not be reckoned");
    await systemCommand(permit, clock(), async ({ tx, at, journal }) => {
      const state = run.attempts >= ATTEMPTS ? "failed" : "queued";
      await db.failRun(tx, permit, run.id, at, { state, error: brokeOff });
      tell(journal, run.id, state);
    });
  }
}

const gone = "There is nothing left to compare, or whoever asked may no longer see it.";
const brokeOff = "It broke off while it was reckoned. It has been logged.";

type Announcing = Parameters<Parameters<typeof systemCommand>[2]>[0]["journal"];

/** Says that it is there, and nothing of what it says. */
function tell(journal: Pick<Announcing, "announce">, id: string, state: string): void {
  journal.announce({ kind: "agreement.changed", articleId: null, objectId: id, payload: { id, state } });
}

/** With the sight its asker has now (rules.md 6), a few articles a transaction. Null where nothing is left to compare. */
async function reckon(workspaceId: string, run: db.RunRow, clock: Clock): Promise<db.FinishedRun | null> {
  const caller: Caller = { principal: { userId: run.requestedBy, via: "system", scopes: null } };
  const found = await query(caller, workspaceId, async (inside) => {
    const study = await studyOf(inside, run.projectId);
    if (!study.ok) return study;
    return ok(await comparableArticles(inside.tx, study.value.permit, run.projectId));
  });
  if (!found.ok || found.value.length === 0) return null;
  const articles = found.value;
  const tallies: ArticleTally[] = [];
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    const taken = await take(workspaceId, caller, run, articles.slice(from, from + AT_ONCE));
    if (!taken) return null;
    tallies.push(...taken);
    await note(workspaceId, run.id, { done: tallies.length, total: articles.length }, clock);
  }
  return {
    report: await withLease(workspaceId, run.id, articles.length, clock, () => report(tallies, run.options)),
    layerIds: articles.flatMap(({ layers }) => layers.map(({ layerId }) => layerId)),
    fingerprints: Object.fromEntries(articles.map(({ articleId, fingerprint }) => [articleId, fingerprint])),
  };
}

/** Says again and again that the maker is still there, while it works for long on one thing. */
async function withLease<T>(
  workspaceId: string,
  id: string,
  total: number,
  clock: Clock,
  work: () => Promise<T>,
): Promise<T> {
  const again = setInterval(() => {
    note(workspaceId, id, { done: total, total }, clock).catch((error: unknown) =>
      log().warn({ err: error, runId: id }, "it could not be said that agreement is still reckoned"),
    );
  }, LEASE / 4);
  try {
    return await work();
  } finally {
    clearInterval(again);
  }
}

async function take(
  workspaceId: string,
  caller: Caller,
  run: db.RunRow,
  articles: readonly ComparableArticle[],
): Promise<readonly ArticleTally[] | null> {
  const counted = await query(caller, workspaceId, async (inside) => {
    const study = await studyOf(inside, run.projectId);
    if (!study.ok) return study;
    const { permit, codebook } = study.value;
    return ok(await talliesOf(inside.tx, permit, articles, codebook, run.options));
  });
  if (!counted.ok) return null;
  const { tallies, fresh } = counted.value;
  const permit = systemPermit("jobs", workspaceId);
  if (fresh.length > 0) await inWorkspace(permit, (tx) => keepTallies(tx, permit, fresh));
  return tallies;
}

function note(
  workspaceId: string,
  id: string,
  progress: { readonly done: number; readonly total: number },
  clock: Clock,
): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  const leasedUntil = new Date(clock().getTime() + LEASE);
  return inWorkspace(permit, (tx) => db.noteRun(tx, permit, id, { ...progress, leasedUntil }));
}
