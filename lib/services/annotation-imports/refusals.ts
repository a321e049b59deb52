import type { ImportState } from "#lib/db/annotation-imports.ts";
import type { Failure } from "../failure.ts";

const conflict = (code: string, detail: string): Failure => ({ kind: "conflict", code, detail });

const running = conflict("import-running", "It is on its way in already. See how far it is.");
const notRun = conflict("import-not-run", "It did not come in: there is nothing of it to take back.");
const reasons: Readonly<Record<ImportState, Failure>> = {
  previewed: notRun,
  failed: notRun,
  queued: running,
  running,
  done: conflict("import-done", "It has come in already. Hand the files over again to look at them anew."),
  discarded: conflict("import-gone", "It was discarded. Hand the files over again."),
  undone: conflict("import-undone", "It was taken back. Hand the files over again."),
};

/** Why what was asked cannot be done with an import in this state. */
export const notNow = (state: ImportState): Failure => reasons[state];

/** Files are kept for a day. */
export const gone = conflict(
  "import-gone",
  "Its files are kept for a day only, and are gone. Hand them over again.",
);
