import { systemPermit } from "#lib/authz/system.ts";
import { allWorkspaces } from "#lib/db/jobs.ts";
import { log } from "#lib/platform/log.ts";

/** What is done in the background as soon as somebody asks for it. */
export type WorkerName = "exports" | "agreement";

// One worker a process and name: Next evaluates modules once per bundle, so the bells hang on the global object.
const held = globalThis as typeof globalThis & { sourcelineBells?: Map<WorkerName, () => void> };

/** How often a worker looks for what another process was asked for, or left. */
const LOOK_EVERY = 30_000;

/** Says to this process's worker that something waits. Where there is none, another process finds it by looking. */
export function wake(name: WorkerName): void {
  held.sourcelineBells?.get(name)?.();
}

/**
 * Does what waits, workspace by workspace, until the process ends; being woken meanwhile, it looks again. It is not
 * waited for at the end: what it was at begins anew elsewhere.
 */
export function startWorker(name: WorkerName, doWaiting: (workspaceId: string) => Promise<void>): void {
  let isLooking = false;
  let isAgain = false;
  const lookAll = async () => {
    while (isAgain) {
      isAgain = false;
      for (const id of await allWorkspaces(systemPermit("jobs"))) await doWaiting(id);
    }
  };
  const look = () => {
    isAgain = true;
    if (isLooking) return;
    isLooking = true;
    lookAll()
      .catch((error: unknown) =>
        log().error({ err: error, worker: name }, "what waits could not be looked for"),
      )
      .finally(() => {
        isLooking = false;
      });
  };
  held.sourcelineBells ??= new Map();
  held.sourcelineBells.set(name, look);
  setInterval(look, LOOK_EVERY).unref();
}
