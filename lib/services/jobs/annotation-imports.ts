import { systemPermit } from "#lib/authz/system.ts";
import { expiredImports, forgetFiles } from "#lib/db/annotation-imports.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { forget } from "../annotation-imports/kept.ts";
import { resumeAbandoned } from "../annotation-imports/run.ts";
import type { Job } from "./runner.ts";

/** Goes on with imports of annotations that broke off, and removes the files of those whose day is over. */
export const annotationImports: Job = {
  name: "annotation-imports",
  every: 60_000,
  async run(workspaceId, at) {
    await resumeAbandoned(workspaceId, at);
    const permit = systemPermit("jobs", workspaceId);
    const ids = await inWorkspace(permit, (tx) => expiredImports(tx, permit, at));
    // First the files: what is forgotten before it is removed would stay for good.
    for (const id of ids) await forget(workspaceId, id);
    if (ids.length > 0) await inWorkspace(permit, (tx) => forgetFiles(tx, permit, ids));
  },
};
