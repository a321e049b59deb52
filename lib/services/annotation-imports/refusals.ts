import type { ImportState } from "#lib/db/annotation-imports.ts";
import type { Failure } from "../failure.ts";

/** Why nothing more can be done with an import in this state. */
export function notNow(state: ImportState): Failure {
  const words: Readonly<Record<ImportState, readonly [code: string, detail: string]>> = {
    previewed: ["import-not-run", "It was only looked at: nothing of it came in."],
    failed: ["import-not-run", "It did not come in."],
    queued: ["import-running", "It is on its way in already. See how far it is."],
    running: ["import-running", "It is on its way in already. See how far it is."],
    done: ["import-done", "It has come in already. Hand the files over again to look at them anew."],
    discarded: ["import-gone", "It was discarded. Hand the files over again."],
    undone: ["import-undone", "It was taken back. Hand the files over again."],
  };
  const [code, detail] = words[state];
  return { kind: "conflict", code, detail };
}

/** Files are kept for a day. */
export const gone: Failure = {
  kind: "conflict",
  code: "import-gone",
  detail: "Its files are kept for a day only, and are gone. Hand them over again.",
};
