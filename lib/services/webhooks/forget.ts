import { systemPermit } from "#lib/authz/system.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { forgetDeliveries } from "#lib/db/webhook-deliveries.ts";
import type { Job } from "../jobs/runner.ts";

const DAY = 86_400_000;

/** Forgets deliveries that nobody asks for any more; the events themselves stay, and can be replayed. */
export const forgetOldDeliveries: Job = {
  name: "forget-webhook-deliveries",
  every: DAY,
  run(workspaceId, at) {
    const permit = systemPermit("jobs", workspaceId);
    const ago = (days: number) => new Date(at.getTime() - days * DAY);
    return inWorkspace(permit, (tx) =>
      forgetDeliveries(tx, permit, { delivered: ago(30), givenUp: ago(90) }),
    );
  },
};
