import { systemPermit } from "#lib/authz/system.ts";
import { allWorkspaces, takeTurn } from "#lib/db/jobs.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { type Clock, systemClock } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";

/** Something the program does on its own, again and again, in each workspace. */
export type Job = {
  /** Stored: under another name a job begins anew. */
  readonly name: string;
  /** Milliseconds between two turns in one workspace, over all processes. */
  readonly every: number;
  /** May be cut off at any moment, and runs again at its next turn: it commits what must not be done twice. */
  run(workspaceId: string, at: Date): Promise<void>;
};

/** How often a process looks for turns that are due. */
const LOOK_EVERY = 60_000;

/** Gives every job its turn in every workspace where one is due. What fails is logged, and holds up nothing else. */
export async function runDue(
  jobs: readonly Job[],
  at: Date,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (const workspaceId of await allWorkspaces(systemPermit("jobs"))) {
    for (const job of jobs) if (!isStopped()) await runOne(job, workspaceId, at);
  }
}

async function runOne(job: Job, workspaceId: string, at: Date): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  const nextAt = new Date(at.getTime() + job.every);
  try {
    if (await inWorkspace(permit, (tx) => takeTurn(tx, permit, job.name, at, nextAt))) {
      await job.run(workspaceId, at);
    }
  } catch (error) {
    log().error({ err: error, job: job.name, workspaceId }, "a job failed");
  }
}

/** Looks for due turns until it is stopped; stopping waits for the one that runs. */
export function startJobs(
  jobs: readonly Job[],
  { clock = systemClock, every = LOOK_EVERY }: { clock?: Clock; every?: number } = {},
): { stop(): Promise<void> } {
  let isStopped = false;
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= runDue(jobs, clock(), () => isStopped)
      .catch((error: unknown) => log().error({ err: error }, "jobs could not be looked for"))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, every);
  timer.unref();
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
