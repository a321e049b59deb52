import { systemPermit } from "#lib/authz/system.ts";
import { forgetKeys } from "#lib/db/idempotency.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import type { Job } from "./runner.ts";

const DAY = 86_400_000;

/** Throws away answers kept for repeated requests whose time is over. Nothing of the workspace changes by it. */
export const forgetOldKeys: Job = {
  name: "forget-keys",
  every: DAY / 4,
  run(workspaceId, at) {
    const permit = systemPermit("jobs", workspaceId);
    return inWorkspace(permit, (tx) => forgetKeys(tx, permit, new Date(at.getTime() - DAY)));
  },
};
