import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** Work took longer than it may, or needed more memory. */
export class WorkerGaveUp extends Error {}

type Limits = { readonly milliseconds: number; readonly megabytes: number };

/**
 * Calls `answer` of a file of this program with `value` in a thread of its own, and answers what it does. The
 * thread is ended with its answer, at its time limit, and when it needs more memory than it may, so that nobody else
 * waits for it or falls with it.
 */
export async function inWorker<T>(file: string, value: unknown, limits: Limits): Promise<T> {
  const root = rootWith(file);
  const [start, address] = [START, file].map((path) => pathToFileURL(join(root, path)).href);
  // Named by its data alone: what packs the web server would take a file that stands here into the package.
  const worker = new Worker("import(require('node:worker_threads').workerData.start)", {
    eval: true,
    workerData: { start, address, value },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const late = `It took longer than ${limits.milliseconds / 1_000} seconds to read.`;
      timer = setTimeout(() => reject(new WorkerGaveUp(late)), limits.milliseconds);
      worker.once("message", (answer: T) => resolve(answer));
      worker.once("error", (error) => reject(isOutOfMemory(error) ? new WorkerGaveUp(TOO_BIG) : error));
      worker.once("exit", () => reject(new WorkerGaveUp("The reading ended without an answer.")));
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}

/**
 * Where the program's sources lie: above this file, or, in a bundle of the web server, which does not know, where it
 * was started. Never there first: a command line is called from anywhere.
 */
function rootWith(file: string): string {
  const own = resolve(import.meta.dirname ?? "", "../..");
  return existsSync(join(own, file)) ? own : process.cwd();
}

const START = "lib/platform/worker-start.mjs";
const TOO_BIG = "It needs more memory to read than there is for one import. Split it.";
const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
